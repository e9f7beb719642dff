"""The counts of every slice, along every axis."""

from __future__ import annotations

import numpy as np
import pytest

from segdiff.data import Case, Comparison, LabelChoice
from segdiff.errors import Cancelled, SegdiffError
from segdiff.evidence import Watch, measure_slices
from tests import cases

ONE = LabelChoice.single(1)


def test_every_slice_is_counted_along_every_axis() -> None:
    """Truth in the corner of 2 × 3 × 4 voxels, prediction shifted by one along the last axis."""
    truth, prediction = np.zeros((2, 2, 3, 4))
    truth[0, 0, 0:3], truth[1, 2, 1] = 1, 1
    prediction[0, 0, 1:4] = 1
    counts = measure_slices(cases.case_of(prediction, truth), Comparison("hard", ONE)).along
    assert [axis.tolist() for axis in counts] == [
        [[2, 0], [1, 0], [1, 1]],
        [[2, 0, 0], [1, 0, 0], [1, 0, 1]],
        [[0, 1, 1, 0], [0, 0, 0, 1], [1, 1, 0, 0]],
    ]


@pytest.mark.parametrize("threshold", [0.2, 0.5])
def test_they_equal_a_plain_count_at_a_threshold(threshold: float) -> None:
    soft, truth = (array[0, 0] for array in cases.random_soft((1, 1, 5, 7, 9), seed=3))
    found = measure_slices(cases.case_of(soft, truth), Comparison("soft", ONE, threshold)).along
    true, positive = truth == 1, soft >= threshold
    for axis, counts in enumerate(found):
        others = tuple(other for other in range(3) if other != axis)
        expected = [mask.sum(axis=others) for mask in (true & positive, ~true & positive, true & ~positive)]
        np.testing.assert_array_equal(counts, expected)


def test_a_picture_has_no_slices() -> None:
    assert measure_slices(cases.counted(3, 2, 1, 10).case, Comparison("hard", ONE)).along == ()


def test_nobody_waits() -> None:
    made = cases.random_soft((1, 1, 3, 4, 5), seed=1)
    with pytest.raises(Cancelled):
        measure_slices(cases.case_of(made[0][0, 0], made[1][0, 0]), Comparison("soft", ONE, 0.5), Watch(lambda: True))


def test_without_a_truth_there_is_nothing_to_count() -> None:
    alone = Case("alone", truth=None, image=None, predictions=cases.counted(1, 1, 1, 1).case.predictions)
    with pytest.raises(SegdiffError, match="no ground truth"):
        measure_slices(alone, Comparison("hard", ONE))
