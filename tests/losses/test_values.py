"""Losses of pictures so small that their values can be worked out by hand."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
import torch

from segdiff import losses
from tests import cases

HARD = cases.counted(tp=3, fp=2, fn=1, tn=10)
"""Three voxels found, two invented, one missed, ten left alone."""

SOFT = cases.soft_row()
"""Σpg = 2.7, Σp(1-g) = 0.8, Σ(1-p)g = 1.3 over ten pixels."""

WRONG = -math.log(1e-7)
"""What an entirely wrong voxel costs in cross-entropy: 16.118."""


@pytest.mark.parametrize(
    ("score", "parameters", "expected"),
    [
        ("dice_loss", {}, 1 - 6 / 9),
        ("dice_loss", {"smoothing": 1}, 1 - 7 / 10),
        ("vnet_dice_loss", {}, 1 - 6 / 9),
        ("iou_loss", {}, 1 - 3 / 6),
        ("iou_loss", {"smoothing": 1}, 1 - 4 / 7),
        ("tversky_loss", {}, 1 - 3 / (3 + 0.3 * 2 + 0.7 * 1)),
        ("tversky_loss", {"alpha": 0.3, "beta": 0.7}, 1 - 0.6976744186046512),
        ("tversky_loss", {"alpha": 0.7, "beta": 0.3}, 1 - 0.6382978723404255),
        ("tversky_loss", {"alpha": 0.3, "beta": 0.7, "smoothing": 1}, 1 - 4 / 5.3),
        ("tversky_loss", {"alpha": 1, "beta": 0}, 1 - 3 / 5),
        ("tversky_loss", {"alpha": 0, "beta": 1}, 1 - 3 / 4),
        ("tversky_loss", {"alpha": 2, "beta": 3}, 1 - 3 / 10),
        ("focal_tversky_loss", {"alpha": 0.5, "beta": 0.5, "exponent": 2}, 1 / 9),
        ("focal_tversky_loss", {"alpha": 1, "beta": 1, "exponent": 0.5}, math.sqrt(0.5)),
        ("focal_tversky_loss", {}, (1.3 / 4.3) ** 0.75),
        ("binary_cross_entropy", {}, 3 * WRONG / 16),
        ("focal_loss", {}, (0.25 * 1 + 0.75 * 2) * WRONG / 16),
        ("focal_loss", {"focal_alpha": 1}, 1 * WRONG / 16),
        ("focal_loss", {"focal_alpha": 0, "gamma": 5}, 2 * WRONG / 16),
        ("bce_dice_loss", {}, 3 * WRONG / 16 + 1 / 3),
        ("focal_plus_tversky_loss", {}, 1.75 * WRONG / 16 + 1.3 / 4.3),
        ("cross_entropy", {}, 3 * WRONG / 16),
    ],
)
def test_three_found_two_invented_one_missed(score: str, parameters: dict[str, float], expected: float) -> None:
    assert losses.value(score, *HARD.batch, **parameters) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("score", "parameters", "expected"),
    [
        ("dice_loss", {}, 1 - 5.4 / 7.5),
        ("dice_loss", {"smoothing": 2}, 1 - 7.4 / 9.5),
        ("vnet_dice_loss", {}, 1 - 5.4 / 6.27),
        ("iou_loss", {}, 1 - 2.7 / 4.8),
        ("tversky_loss", {"alpha": 0.2, "beta": 0.8}, 1 - 2.7 / (2.7 + 0.16 + 1.04)),
        ("focal_tversky_loss", {"alpha": 1, "beta": 1, "exponent": 3}, (2.1 / 4.8) ** 3),
        ("binary_cross_entropy", {}, -math.log(0.9 * 0.8 * 0.6 * 0.4 * 0.5 * 0.8 * 0.9) / 10),
    ],
)
def test_probabilities_count_by_their_share(score: str, parameters: dict[str, float], expected: float) -> None:
    assert losses.value(score, *SOFT.batch, **parameters) == pytest.approx(expected, rel=1e-12)


def test_focal_loss_of_one_voxel_of_the_truth_and_one_of_the_background() -> None:
    # alpha_t (1 - p_t)^2 (-ln p_t): .25 · .2² · -ln .8 on the truth, .75 · .3² · -ln .7 beside it
    expected = (0.25 * 0.04 * -math.log(0.8) + 0.75 * 0.09 * -math.log(0.7)) / 2
    assert losses.value("focal_loss", [[[0.8, 0.3]]], [[[1.0, 0.0]]]) == pytest.approx(expected, rel=1e-12)


def test_generalised_dice_weighs_classes_by_the_inverse_square_of_their_volume() -> None:
    # background: V 12, Σpg 10, Σp + Σg 23; label: V 4, Σpg 3, Σp + Σg 9
    above = 10 / 12**2 + 3 / 4**2
    below = 22 / 12**2 + 9 / 4**2 + 1 / 12**2
    assert losses.value("generalized_dice_loss", *HARD.batch) == pytest.approx(1 - 2 * above / below, rel=1e-12)


def test_generalised_dice_gives_an_absent_class_the_largest_weight_present() -> None:
    # nothing there, two of fifteen marked: weight 1/15² for both, Σpg 13 and 0, Σp + Σg 28 and 2
    assert losses.value("generalized_dice_loss", *cases.only_marked().batch) == pytest.approx(1 - 26 / 30, rel=1e-12)


def test_cross_entropy_looks_at_the_class_that_is_there() -> None:
    prediction = [[[0.7, 0.2], [0.2, 0.3], [0.1, 0.5]]]
    truth = [[[1.0, 0.0], [0.0, 0.0], [0.0, 1.0]]]
    assert losses.value("cross_entropy", prediction, truth) == pytest.approx(-math.log(0.7 * 0.5) / 2, rel=1e-12)


def test_binary_cross_entropy_looks_at_every_class_alone() -> None:
    prediction = [[[0.7], [0.2], [0.1]]]
    truth = [[[1.0], [0.0], [0.0]]]
    expected = -math.log(0.7 * 0.8 * 0.9) / 3
    assert losses.value("binary_cross_entropy", prediction, truth) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("pair", [cases.moved_stamp_2d, cases.shifted_boxes, cases.nested_balls])
def test_pictures_and_volumes_alike(pair: Callable[[], cases.Pair]) -> None:
    made = pair()
    expected = 1 - 2 * made.tp / (2 * made.tp + made.fp + made.fn)
    assert losses.value("dice_loss", *made.batch) == pytest.approx(expected, rel=1e-12)


def test_the_background_is_no_region_but_its_voxels_count() -> None:
    prediction, truth = cases.three_classes()
    assert losses.value("dice_loss", prediction, truth) == pytest.approx(1 - (8 / 11 + 4 / 6) / 2, rel=1e-12)
    wrong = (2 + 1) + (2 + 1) + (0 + 2)
    assert losses.value("binary_cross_entropy", prediction, truth) == pytest.approx(wrong * WRONG / 60, rel=1e-12)


def test_a_sum_of_losses_adds_the_two_means() -> None:
    prediction, truth = cases.three_classes()
    together = losses.value("bce_dice_loss", prediction, truth)
    apart = losses.value("binary_cross_entropy", prediction, truth) + losses.value("dice_loss", prediction, truth)
    assert together == pytest.approx(apart, rel=1e-12)


def test_samples_are_scored_apart_and_averaged() -> None:
    prediction = np.array([[[1.0, 1.0, 1.0, 0.0]], [[1.0, 0.0, 0.0, 0.0]]])
    truth = np.array([[[1.0, 1.0, 0.0, 1.0]], [[1.0, 1.0, 1.0, 1.0]]])
    # Dice 4/6 and 2/5; over both at once it would be 6/11
    assert losses.value("dice_loss", prediction, truth) == pytest.approx(1 - (4 / 6 + 2 / 5) / 2, rel=1e-12)


@pytest.mark.parametrize("score", ["dice_loss", "iou_loss", "tversky_loss", "focal_tversky_loss", "vnet_dice_loss"])
class TestEmptyRegions:
    def test_nothing_there_and_nothing_marked_costs_nothing(self, score: str) -> None:
        assert losses.value(score, *cases.neither().batch) == 0.0

    def test_nothing_there_but_marked_costs_all(self, score: str) -> None:
        assert losses.value(score, *cases.only_marked().batch) == 1.0

    def test_there_but_nothing_marked_costs_all(self, score: str) -> None:
        assert losses.value(score, *cases.only_there().batch) == 1.0

    def test_everything_there_and_marked_costs_nothing(self, score: str) -> None:
        assert losses.value(score, *cases.everything().batch) == 0.0

    def test_a_sample_empty_on_both_sides_is_left_out_of_the_mean(self, score: str) -> None:
        half = np.array([[[1.0, 1.0, 0.0, 0.0]]]), np.array([[[1.0, 0.0, 1.0, 1.0]]])
        nothing = np.zeros((1, 1, 4))
        alone = losses.value(score, *half)
        assert losses.value(score, np.concatenate([half[0], nothing]), np.concatenate([half[1], nothing])) == alone


@pytest.mark.parametrize("score", ["binary_cross_entropy", "focal_loss", "cross_entropy"])
def test_a_perfect_voxel_costs_exactly_nothing(score: str) -> None:
    for pair in (cases.neither(), cases.everything(), cases.counted(3, 0, 0, 4)):
        assert losses.value(score, *pair.batch) == 0.0


def test_arrays_tensors_and_lists_are_the_same_to_it() -> None:
    prediction, truth = SOFT.batch
    expected = losses.value("tversky_loss", prediction, truth)
    assert losses.value("tversky_loss", torch.from_numpy(prediction), torch.from_numpy(truth)) == expected
    assert losses.value("tversky_loss", prediction.tolist(), truth.tolist()) == expected
    assert isinstance(expected, float)


@pytest.mark.parametrize("score", ["dice_loss", "focal_plus_tversky_loss", "generalized_dice_loss"])
def test_single_precision_is_summed_in_double(score: str) -> None:
    prediction, truth = cases.random_soft((1, 1, 60, 70), seed=3, dtype=np.float32)
    exact = losses.value(score, prediction.astype(np.float64), truth.astype(np.float64))
    assert losses.value(score, prediction, truth) == pytest.approx(exact, rel=1e-12)


def test_a_large_picture_of_half_precision_does_not_overflow() -> None:
    truth = np.ones((1, 1, 300, 300), dtype=np.float16)  # 90 000 is beyond the largest half-precision number
    assert losses.value("dice_loss", truth, truth) == 0.0


def test_masks_of_whole_numbers_and_of_booleans_are_taken_as_they_are() -> None:
    prediction, truth = HARD.batch
    expected = losses.value("dice_loss", prediction, truth)
    assert losses.value("dice_loss", prediction.astype(np.uint8), truth.astype(np.int64)) == expected
    assert losses.value("dice_loss", prediction.astype(bool), truth.astype(bool)) == expected


@pytest.mark.parametrize("convention", ["segdiff", "monai", "smp"])
@pytest.mark.parametrize("loss", ["focal_loss", "dice_loss"])
def test_how_an_array_lies_in_memory_does_not_matter(loss: str, convention: str) -> None:
    prediction, truth = cases.random_soft((2, 1, 4, 5), seed=3)
    expected = losses.value(loss, prediction, truth, convention=convention)
    read_only = prediction.copy()
    read_only.flags.writeable = False
    for one in (
        np.ascontiguousarray(prediction[..., ::-1])[..., ::-1],
        np.asfortranarray(prediction),
        prediction.astype(">f8"),
        read_only,
        [torch.from_numpy(sample) for sample in prediction],
        torch.from_numpy(prediction).transpose(2, 3).contiguous().transpose(2, 3).requires_grad_(),
    ):
        assert losses.value(loss, one, truth, convention=convention) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("one", [np.float32(0.25), np.float64(0.25), 0.25])
def test_numpys_numbers_are_numbers(one: float) -> None:
    """3 / (3 + .25·2 + .25·1) = .8."""
    for convention in ("segdiff", "monai"):
        found = losses.value("tversky_loss", *HARD.batch, convention=convention, alpha=one, beta=one)
        assert found == pytest.approx(0.2, abs=1e-5)
    assert losses.value("dice_loss", *HARD.batch, smoothing=np.int64(1)) == pytest.approx(1 - 7 / 10)


@pytest.mark.parametrize("convention", ["segdiff", "monai"])
@pytest.mark.parametrize("loss", ["dice_loss", "focal_loss"])
def test_what_rounding_put_beyond_one_counts_as_one(loss: str, convention: str) -> None:
    """Three 32-bit shares of a third add up to 1.0000001: neither refused nor taken for a logit."""
    over, exact = np.array([[[np.nextafter(np.float32(1), np.float32(2)), 0.25]]]), np.array([[[1.0, 0.25]]])
    truth = np.array([[[1.0, 0.0]]])
    assert over.max() > 1.0
    expected = losses.value(loss, exact, truth, convention=convention)
    assert losses.value(loss, over, truth, convention=convention) == pytest.approx(expected, rel=1e-12)


def test_what_rounding_put_beyond_one_is_still_pushed() -> None:
    """V-Net's Dice loss at TP = .5 and Q = 1 + .25 + 1: an invented voxel of p = 1 is pushed by 4p·TP/Q²."""
    leaf = torch.tensor([[[1.0000001, 0.5]]], requires_grad=True)
    losses.as_module("vnet_dice_loss")(leaf, torch.tensor([[[0.0, 1.0]]])).backward()
    assert leaf.grad is not None
    assert leaf.grad[0, 0, 0].item() == pytest.approx(4 * 0.5 / 2.25**2, rel=1e-6)
