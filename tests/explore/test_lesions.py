"""Lesions dropped and displaced, against masks in which that was really done."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from segdiff.evidence import evidence_of
from segdiff.explore import lesions
from segdiff.explore.imbalance import LOSSES, loss_values
from tests.cases import stamp_2d

COSTS = {"alpha": 0.3, "beta": 0.7}


def scene() -> tuple[np.ndarray, np.ndarray]:
    """Lesions of 60, 12 and 2 voxels in 6 × 14 × 16; the prediction has some of each and one block of its own."""
    truth, prediction = np.zeros((2, 6, 14, 16), dtype=bool)
    truth[1:4, 2:6, 3:8] = True
    truth[1:3, 9:11, 2:5] = True
    truth[4, 12, 12:14] = True
    prediction[1:4, 2:6, 4:9] = True
    prediction[1:3, 9, 2:5] = True
    prediction[4, 12, 12] = True
    prediction[0, 0, 10:14] = True
    return truth, prediction


def values(truth: np.ndarray, prediction: np.ndarray) -> dict[str, float]:
    evidence = evidence_of(prediction[None, None].astype(float), truth[None, None].astype(float))
    return {loss: loss_values(loss, evidence, COSTS)[0] for loss in LOSSES}


def test_dropping_a_lesion_is_predicting_none_of_it() -> None:
    truth, prediction = scene()
    found = lesions(truth, prediction, parameters=COSTS)
    assert found is not None
    assert [(one.number, one.voxels, one.found) for one in found.dropped] == [(1, 60, 48), (2, 12, 6), (3, 2, 1)]
    assert found.now == pytest.approx(values(truth, prediction))
    numbers, _ = ndimage.label(truth, np.ones((3, 3, 3)))
    for one in found.dropped:
        place = next(k for k in (1, 2, 3) if (numbers == k).sum() == one.voxels)
        assert one.values == pytest.approx(values(truth, prediction & (numbers != place)))


def test_a_displaced_outline_is_the_mask_against_itself_moved() -> None:
    truth, prediction = scene()
    found = lesions(truth, prediction, parameters=COSTS, most_shift=4)
    assert found is not None
    assert [(one.name, one.voxels) for one in found.displaced] == [
        ("whole target", 74),
        ("largest lesion", 60),
        ("smallest lesion", 2),
    ]
    for shift in found.shifts:
        wide = np.pad(truth, ((0, 0), (0, 0), (0, 8)))
        moved = np.roll(wide, shift, axis=2)
        dice = values(wide, moved)["dice_loss"]
        assert found.displaced[0].values["dice_loss"][shift] == pytest.approx(dice)


def test_a_small_lesion_jumps_where_a_large_one_walks() -> None:
    """One voxel off: a fifth of the lesion of five columns, half of the one of two."""
    truth, prediction = scene()
    found = lesions(truth, prediction)
    assert found is not None
    by_name = {one.name: one.values["dice_loss"][1] for one in found.displaced}
    assert by_name["largest lesion"] == pytest.approx(0.2)
    assert by_name["smallest lesion"] == pytest.approx(0.5)


def test_pictures_have_lesions_too() -> None:
    truth = stamp_2d().astype(bool)
    found = lesions(truth, truth)
    assert found is not None
    assert (found.count, found.dropped[0].voxels, found.now["dice_loss"]) == (1, 9, 0.0)
    assert [one.name for one in found.displaced] == ["whole target"]


@pytest.mark.parametrize("shape", [(1, 7), (7, 1), (1, 1, 7), (1, 7, 1), (7, 1, 1)])
def test_a_target_one_voxel_thin_is_counted_like_any_other(shape: tuple[int, ...]) -> None:
    """Lesions of 2, 1 and 1 voxels in a row; the prediction has one voxel of the first and all of the last."""
    truth = np.array([True, True, False, True, False, False, True]).reshape(shape)
    prediction = np.array([False, True, True, False, False, False, True]).reshape(shape)
    found = lesions(truth, prediction)
    assert found is not None
    assert [(one.voxels, one.found) for one in found.dropped] == [(2, 1), (1, 0), (1, 1)]


def test_an_empty_truth_has_none() -> None:
    nothing = np.zeros((3, 4, 5), dtype=bool)
    assert lesions(nothing, nothing) is None
