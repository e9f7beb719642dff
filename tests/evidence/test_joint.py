"""Which labels lie on each other: counted once, and the same as by hand."""

from __future__ import annotations

import numpy as np
import pytest

from segdiff.data import Case, Grid, LabelMap, Prediction, ProbabilityMap
from segdiff.errors import SegdiffError
from segdiff.evidence import measure_joint


def case_of(truth: list[int], content: LabelMap | ProbabilityMap) -> Case:
    return Case("c", truth=LabelMap(np.array([truth], np.int16), content.grid), predictions=(Prediction("p", content),))


def labels(values: list[int], **more: object) -> LabelMap:
    return LabelMap(np.array([values], np.int32), Grid((1, len(values))), **more)  # type: ignore[arg-type]


def test_pairs_of_labels() -> None:
    joint = measure_joint(case_of([0, 128, 128, 128, 255, 0, -3], labels([7, 127, 127, 0, 255, 0, 127])), "p")
    assert joint.truth == {-3: 1, 128: 3, 255: 1}
    assert joint.prediction == {7: 1, 127: 3, 255: 1}
    assert joint.both == {(128, 127): 2, (255, 255): 1, (-3, 127): 1}


def test_a_voxel_of_two_labels_counts_for_each() -> None:
    joint = measure_joint(case_of([1, 1, 2], labels([5, 3, 0], combinations={5: (3, 4)})), "p")
    assert joint.prediction == {3: 2, 4: 1}
    assert joint.both == {(1, 3): 2, (1, 4): 1}


def test_probabilities_are_cut() -> None:
    channels = np.array([[[0.5, 0.1, 0.0]], [[0.5, 0.49, 0.9]], [[0.0, 0.4, 0.1]]])
    content = ProbabilityMap(channels, (0, 1, 4), Grid((1, 3)))
    joint = measure_joint(case_of([2, 2, 0], content), "p")
    assert joint.prediction == {1: 2, 4: 0}
    assert joint.both == {(2, 1): 1}
    assert measure_joint(case_of([2, 2, 0], content), "p", 0.4).both == {(2, 1): 2, (2, 4): 1}


def test_many_values_and_many_voxels_against_a_slow_twin() -> None:
    """600 × 700 labels do not fit the bins of small maps, and 2³⁰ … are no indices."""
    draw = np.random.default_rng(5)
    truth, other = draw.integers(0, 600, 70_000), draw.integers(0, 700, 70_000) * 1_000_000
    grid = Grid((1, 70_000))
    prediction = Prediction("p", LabelMap(other[None].astype(np.int64), grid))
    joint = measure_joint(Case("c", truth=LabelMap(truth[None], grid), predictions=(prediction,)), "p")
    slow: dict[tuple[int, int], int] = {}
    for pair in zip(truth.tolist(), other.tolist(), strict=True):
        if 0 not in pair:
            slow[pair] = slow.get(pair, 0) + 1
    assert joint.both == slow


def test_without_a_truth() -> None:
    with pytest.raises(SegdiffError, match="no ground truth"):
        measure_joint(Case("c", predictions=(Prediction("p", labels([1])),)), "p")
