"""What one lesion is worth to a loss: dropping it, or drawing it a few voxels off.

These look at voxels, of masks, within the box that holds the target. A lesion is a connected component of the truth,
neighbours sharing at least a corner.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import cc3d
import numpy as np
from numpy.typing import NDArray

from segdiff.evidence import Confusion, Evidence
from segdiff.explore.imbalance import LOSSES, loss_values

MOST_LESIONS: Final = 200
"""More are not told apart: only the largest and the smallest are."""


@dataclass(frozen=True)
class Dropped:
    """A lesion that the prediction would have missed altogether.

    Args:
        number: 1 is the largest.
        voxels: of the lesion.
        found: of them, by the prediction.
        values: each loss without it, by id.
    """

    number: int
    voxels: int
    found: int
    values: Mapping[str, float]


@dataclass(frozen=True, eq=False)
class Displaced:
    """A perfect outline drawn k voxels off.

    Args:
        name: ``whole target``, ``largest lesion``, ``smallest lesion``.
        voxels: of it.
        values: each loss by id, at shifts of 0, 1, 2, … voxels.
    """

    name: str
    voxels: int
    values: Mapping[str, NDArray[np.float64]]


@dataclass(frozen=True, eq=False)
class Lesions:
    """What lesions are worth.

    Args:
        count: of lesions in the truth.
        now: each loss of the masks as they are, by id.
        dropped: a lesion each, from the largest.
        displaced: the whole target, its largest and its smallest lesion.
        shifts: in voxels, for ``displaced``.
    """

    count: int
    now: Mapping[str, float]
    dropped: tuple[Dropped, ...]
    displaced: tuple[Displaced, ...]
    shifts: tuple[int, ...]


def lesions(
    truth: NDArray[np.bool_],
    prediction: NDArray[np.bool_],
    *,
    parameters: Mapping[str, float] | None = None,
    most_shift: int = 6,
    axis: int = -1,
) -> Lesions | None:
    """Drop each lesion in turn, and draw the target 0 to ``most_shift`` voxels off.

    Args:
        truth: where the label is.
        prediction: where it is predicted, at the threshold.
        parameters: of the losses, by name.
        most_shift: largest shift in voxels.
        axis: along which to shift; the last by default.

    Returns:
        ``None`` where the truth is empty.
    """
    box = box_of(truth)
    if box is None:
        return None
    parameters = parameters or {}
    counts = _counts(truth, prediction)
    inside, found = truth[box], prediction[box]
    numbers = cc3d.connected_components(np.ascontiguousarray(inside), connectivity=26 if truth.ndim == 3 else 8)
    sizes, hits = np.bincount(numbers.reshape(-1))[1:], np.bincount(numbers.reshape(-1), found.reshape(-1))[1:]
    order = np.argsort(-sizes, kind="stable")
    shown = order if len(order) <= MOST_LESIONS else np.append(order[: MOST_LESIONS - 1], order[-1])
    ranks = np.argsort(order, kind="stable") + 1
    dropped = tuple(
        Dropped(int(ranks[at]), int(sizes[at]), int(hits[at]), _without(counts, int(hits[at]), parameters))
        for at in shown
    )
    targets = [("whole target", inside)]
    if len(sizes) > 1:
        targets += [("largest lesion", numbers == order[0] + 1), ("smallest lesion", numbers == order[-1] + 1)]
    displaced = tuple(_displaced(name, mask, truth.size, most_shift, axis, parameters) for name, mask in targets)
    return Lesions(len(sizes), _values(counts, parameters), dropped, displaced, tuple(range(most_shift + 1)))


def box_of(mask: NDArray[np.bool_]) -> tuple[slice, ...] | None:
    """The smallest box that holds a mask; ``None`` where it is empty."""
    box = []
    for axis in range(mask.ndim):
        filled = np.flatnonzero(mask.any(axis=tuple(other for other in range(mask.ndim) if other != axis)))
        if filled.size == 0:
            return None
        box.append(slice(int(filled[0]), int(filled[-1]) + 1))
    return tuple(box)


def _counts(truth: NDArray[np.bool_], prediction: NDArray[np.bool_]) -> Confusion:
    true, positive = int(np.count_nonzero(truth)), int(np.count_nonzero(prediction))
    tp = int(np.count_nonzero(truth & prediction))
    return Confusion.of_counts(tp, positive - tp, true - tp, truth.size - true - positive + tp)


def _without(counts: Confusion, found: int, parameters: Mapping[str, float]) -> dict[str, float]:
    """Each loss if so many hits were misses."""
    tp, fp, fn, tn = counts.counts
    return _values(Confusion.of_counts(tp - found, fp, fn + found, tn), parameters)


def _values(counts: Confusion, parameters: Mapping[str, float]) -> dict[str, float]:
    evidence = Evidence.of_confusion(counts)
    return {loss: float(loss_values(loss, evidence, parameters)[0]) for loss in LOSSES}


def _displaced(
    name: str, mask: NDArray[np.bool_], whole: int, most_shift: int, axis: int, parameters: Mapping[str, float]
) -> Displaced:
    """A mask against itself, moved; what would leave the picture counts as invented in it all the same."""
    voxels, columns = int(np.count_nonzero(mask)), np.moveaxis(mask, axis, -1)
    width = columns.shape[-1]
    rows = []
    for shift in range(most_shift + 1):
        stays, comes = columns[..., min(shift, width) :], columns[..., : max(0, width - shift)]
        shared = int(np.count_nonzero(stays & comes))
        off = voxels - shared
        rows.append(_values(Confusion.of_counts(shared, off, off, max(0, whole - voxels - off)), parameters))
    return Displaced(name, voxels, {loss: np.array([row[loss] for row in rows]) for loss in LOSSES})
