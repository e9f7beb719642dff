"""Small cases for the window, whose counts can be checked by hand.

All lie on 4 × 5 × 6 = 120 voxels of 2.0 × 1.0 × 0.5 mm, so a voxel is 1 mm³. The truth is label 1 in the first 20.

================  =====  ============  ==  ==  ==  ==
prediction        kind   at threshold  TP  FP  FN  TN
================  =====  ============  ==  ==  ==  ==
eager             soft   0.5           18  12   2  88
eager             soft   0.3           20  12   0  88
eager             soft   0.7           18   0   2  100
cautious          soft   0.5           12   3   8  97
cautious          soft   0.3           20   3   0  97
labelled          hard   any           16   5   4  95
================  =====  ============  ==  ==  ==  ==

Eager and cautious are level where β/α = 3/4; eager is ahead above it, cautious below.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Case, Grid, Image, LabelMap, Prediction, ProbabilityMap
from segdiff.session import ViewState

GRID = Grid((4, 5, 6), (2.0, 1.0, 0.5))
IN_TRUTH, OUTSIDE = 20, 100
LESION = {1: "lesion"}


def _flat(inside: Sequence[tuple[float, int]], outside: Sequence[tuple[float, int]]) -> NDArray[np.float64]:
    """So many voxels of each value, those of the truth first; the rest is 0."""
    parts = [np.repeat(*zip(*side, strict=True)) for side in (inside, outside)]
    rest = np.zeros(GRID.voxel_count - sum(map(len, parts)))
    return np.concatenate([*parts, rest]).reshape(GRID.shape)


def truth_map() -> LabelMap:
    """Label 1, "lesion", in the first 20 voxels."""
    return LabelMap(_flat([(1, IN_TRUTH)], [(0, OUTSIDE)]).astype(np.uint8), GRID, names=LESION)


def soft(name: str, voxels: NDArray[np.float64]) -> Prediction:
    """A probability map of label 1."""
    return Prediction(name, ProbabilityMap(voxels[None].astype(np.float32), (1,), GRID))


def eager() -> Prediction:
    """Finds 18 of 20 and invents 12; 0.4 on the two it misses."""
    return soft("eager", _flat([(0.9, 18), (0.4, 2)], [(0.6, 12), (0.2, 8)]))


def cautious() -> Prediction:
    """Finds 12 of 20 and invents 3; 0.45 on the eight it misses."""
    return soft("cautious", _flat([(0.8, 12), (0.45, 8)], [(0.55, 3)]))


def labelled() -> Prediction:
    """Hard labels: finds 16 of 20 and invents 5."""
    voxels = _flat([(1, 16), (0, 4)], [(1, 5)]).astype(np.uint8)
    return Prediction("labelled", LabelMap(voxels, GRID))


def case_of(*predictions: Prediction, name: str = "small", truth: bool = True, image: bool = True) -> Case:
    """A case of these predictions."""
    shown = Image(np.arange(GRID.voxel_count, dtype=np.int16).reshape(GRID.shape), GRID) if image else None
    return Case(name, shown, truth_map() if truth else None, predictions)


def state_of(*predictions: Prediction, **parts: bool) -> ViewState:
    """The state that shows such a case at first."""
    return ViewState().with_case(case_of(*predictions, **parts))


def several_labels() -> Case:
    """Labels 1 (20 voxels, 16 found, 5 invented) and 2 (10 voxels, 9 found, 1 invented), and a name for 2."""
    truth, prediction = np.zeros((2, GRID.voxel_count), np.uint8)
    truth[:20], truth[40:50] = 1, 2
    prediction[:16], prediction[20:25], prediction[40:49], prediction[60] = 1, 1, 2, 2
    voxels = [array.reshape(GRID.shape) for array in (truth, prediction)]
    return Case("labels", truth=LabelMap(voxels[0], GRID, names={2: "oedema"}), predictions=(
        Prediction("labelled", LabelMap(voxels[1], GRID)),
    ))  # fmt: skip
