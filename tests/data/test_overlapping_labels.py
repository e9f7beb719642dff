"""Labels that overlap: a voxel counts for each label it has, whatever code stands for the combination."""

from __future__ import annotations

import numpy as np
import pytest

from segdiff.data import ANY_LABEL, Grid, LabelChoice, LabelMap, LabelSet

VOXELS = np.array([[0, 1, 1, 2, 7, 7, 7, 9, 5]], np.uint8)
"""7 is 1 and 2, 9 is 1, 2 and 3, and 5 is padding."""


@pytest.fixture
def overlapping() -> LabelMap:
    return LabelMap(VOXELS, Grid(VOXELS.shape), combinations={7: (1, 2), 9: (1, 2, 3), 5: (), 8: (2, 3)})


def test_a_voxel_counts_for_each_of_its_labels(overlapping: LabelMap) -> None:
    assert overlapping.labels == (1, 2, 3)
    assert dict(overlapping.counts) == {0: 2, 1: 6, 2: 5, 3: 1}
    assert dict(overlapping.value_counts) == {0: 1, 1: 2, 2: 1, 5: 1, 7: 3, 9: 1}
    assert overlapping.values_of(1) == (1, 7, 9)
    assert overlapping.values_of(3) == (3, 9)
    assert overlapping.values_of(4) == (4,)
    assert overlapping.values_of(7) == (), "a label of another file, here the code of a combination"
    assert 8 not in overlapping.combinations, "no voxel has it"


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (LabelSet((1,)), [0, 1, 1, 0, 1, 1, 1, 1, 0]),
        (LabelSet((3,)), [0, 0, 0, 0, 0, 0, 0, 1, 0]),
        (LabelSet((1, 3)), [0, 1, 1, 0, 1, 1, 1, 1, 0]),
        (LabelSet((2, 3), complement=True), [1, 1, 1, 0, 0, 0, 0, 0, 1]),
        (ANY_LABEL.in_truth, [0, 1, 1, 1, 1, 1, 1, 1, 0]),
        (LabelChoice.background_of((ANY_LABEL,)).in_truth, [1, 0, 0, 0, 0, 0, 0, 0, 1]),
        (LabelSet((5,)), [0, 0, 0, 0, 0, 0, 0, 0, 1]),
        (LabelSet((7,)), [0] * 9),
        (LabelSet((7, 9), complement=True), [1] * 9),
    ],
)
def test_masks_and_counts_by_label(overlapping: LabelMap, wanted: LabelSet, expected: list[int]) -> None:
    assert overlapping.mask(wanted)[0].tolist() == [bool(value) for value in expected]
    assert overlapping.mask(wanted, (0, slice(3, 8))).tolist() == [bool(value) for value in expected[3:8]]
    assert overlapping.mask_flat(wanted, 2, 6).tolist() == [bool(value) for value in expected[2:6]]
    assert overlapping.count(wanted) == sum(expected)


def test_groups_that_share_a_voxel_are_told(overlapping: LabelMap) -> None:
    assert overlapping.overlap([(1,), (2,)])
    assert not overlapping.overlap([(1, 2, 3), (4,)])
    assert not LabelMap(np.array([[1, 2]]), Grid((1, 2))).overlap([(1,), (2,)])
