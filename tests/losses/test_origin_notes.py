"""The origin notes, warts and all: each point that is wrong or unclear in them is said beside the number it concerns.

S1 to S24 are the points of ``../shared/design/losses.md``. First that each is said; then, where the point is a
number, the number.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from segdiff import losses
from segdiff.errors import ParameterProblem
from segdiff.losses.conventions import CONVENTIONS
from tests import cases
from tests.losses import vectors

HARD = cases.counted(tp=3, fp=2, fn=1, tn=10).batch
CODE, TEXT = "origin-notes", "origin-notes-text"

SAID: dict[str, tuple[str, str, str]] = {
    "S1": (CODE, "tversky_loss", "Here α weighs misses and 1 − α false positives; the notes' text says the opposite"),
    "S2": (CODE, "tversky_loss", "α = β = 1, which the notes call Jaccard, is out of reach"),
    "S3": (CODE, "tversky_loss", "At α = 0.5 it is Dice with a smoothing of 2"),
    "S4": (CODE, "tversky_loss", "so α does nothing at all"),
    "S5": (CODE, "dice_loss", "one for each column and class"),
    "S6": (CODE, "bce_dice_loss", "Add two means, each with a stated weight"),
    "S7": (CODE, "binary_cross_entropy", "is that of the cross-entropy after a softmax, by the logit"),
    "S8": (CODE, "dice_loss", "is that of the coefficient of a single voxel"),
    "S9": (CODE, "iou_loss", "has IoU 0.5 and not 0.538"),
    "S10": (CODE, "dice_loss", "the sum of both, not their union"),
    "S11": (CODE, "dice_loss", "missing a one-voxel object costs 0.5 and not 1"),
    "S12": (CODE, "dice_loss", "V-Net) has squares below"),
    "S13": (TEXT, "iou_loss", "that is the index, which is to be made large"),
    "S14": (CODE, "iou_loss", "from −1 to 0; the notes call it non-negative"),
    "S15": (CODE, "iou_loss", "NaN comes only from NaN probabilities or 16-bit sums"),
    "S16": (CODE, "iou_loss", "asked of the whole batch"),
    "S17": (CODE, "iou_loss", "it scores the background instead"),
    "S18": (TEXT, "dice_loss", "the coefficient is the similarity, of two regions"),
    "S19": (CODE, "focal_plus_tversky_loss", "Other readings are the power of it"),
    "S20": (CODE, "binary_cross_entropy", "On a softmax of more than two classes this is not the cross-entropy"),
    "S21": ("sudre", "generalized_dice_loss", "It does not cure small targets"),
    "S22": (CODE, "tversky_loss", "while torch losses take (prediction, truth): swapping them swaps"),
    "S23": (CODE, "tversky_loss", "1/T = (1 − α)/precision + α/recall"),
    "S24": (CODE, "tversky_loss", "in expectation it is best at probabilities of 0 and 1"),
}


def notes(loss: str, prediction: Any, truth: Any, **parameters: float) -> Any:
    return losses.value(loss, prediction, truth, convention=CODE, **parameters)


@pytest.mark.parametrize("point", SAID)
def test_it_is_said_beside_the_number(point: str) -> None:
    convention, loss, words = SAID[point]
    assert any(words in note for note in CONVENTIONS[convention].recipes[loss].notes)


def test_no_point_is_left_out() -> None:
    assert list(SAID) == [f"S{number}" for number in range(1, 25)]


def test_s1_code_and_text_have_alpha_on_opposite_things() -> None:
    text = {
        alpha: losses.value("tversky_loss", *HARD, convention=TEXT, alpha=alpha, beta=1 - alpha) for alpha in (0.3, 0.7)
    }
    assert 1 - notes("tversky_loss", *HARD, alpha=0.7, smooth=0) == pytest.approx(0.69767, abs=1e-5)
    assert 1 - text[0.7] == pytest.approx(0.63830, abs=1e-5)
    assert 1 - text[0.3] == pytest.approx(0.69767, abs=1e-5)


def test_s2_the_code_cannot_be_jaccard() -> None:
    with pytest.raises(ParameterProblem, match="both costs"):
        losses.parameters_for("tversky_loss", CODE, 1.0, 1.0)
    assert losses.parameters_for("tversky_loss", TEXT, 1.0, 1.0) == {"alpha": 1.0, "beta": 1.0}


def test_s3_one_half_is_dice_with_twice_the_smoothing() -> None:
    half = 1 - notes("tversky_loss", *HARD, alpha=0.5)
    assert half == pytest.approx(0.72727, abs=1e-5)
    assert half == pytest.approx(1 - notes("dice_loss", *HARD, smooth=2), rel=1e-12)
    assert 1 - notes("dice_loss", *HARD) == pytest.approx(0.7)


def test_s4_pooled_softmax_makes_alpha_do_nothing() -> None:
    prediction, truth = cases.random_softmax((2, 3, 6, 7), seed=4)
    values = [notes("tversky_loss", prediction, truth, alpha=alpha, smooth=0) for alpha in (0, 0.3, 0.5, 0.7, 1)]
    mean_of_the_true_class = (prediction * truth).sum() / truth.sum()
    assert values == pytest.approx([1 - mean_of_the_true_class] * 5, rel=1e-12)
    assert (
        len({round(losses.value("tversky_loss", prediction, truth, alpha=a, beta=1 - a), 6) for a in (0.3, 0.7)}) == 2
    )


def test_s5_of_a_volume_the_code_gives_a_number_for_each_column() -> None:
    prediction, truth = cases.random_soft((1, 1, 4, 4, 4), seed=4)
    columns = [notes("dice_loss", prediction[..., column], truth[..., column]) for column in range(4)]
    assert np.mean(columns) != pytest.approx(notes("dice_loss", prediction, truth), abs=1e-3)
    assert notes("dice_loss", *cases.random_softmax((2, 3, 4, 5), seed=4)).shape == (3,)


def test_s6_several_classes_do_not_broadcast() -> None:
    with pytest.raises(ParameterProblem, match="does not broadcast"):
        notes("bce_dice_loss", *cases.random_softmax((1, 2, 6, 6), seed=4))
    together = notes("binary_cross_entropy", *HARD) + notes("dice_loss", *HARD)
    assert notes("bce_dice_loss", *HARD) == pytest.approx(together, rel=1e-12)


def test_s7_p_minus_t_is_the_gradient_of_cross_entropy_by_the_logit() -> None:
    prediction, truth = cases.random_softmax((1, 3, 4, 5), seed=4)
    gradient = losses.gradient("cross_entropy", prediction, truth, wrt="logit")
    assert gradient == pytest.approx((prediction - truth) / 20, abs=1e-12)


def test_s8_the_dice_gradient_is_two_numbers_and_bounded() -> None:
    prediction, truth = cases.random_soft((1, 1, 6, 7), seed=4)
    gradient = losses.gradient("dice_loss", prediction, truth, convention=CODE)
    both, shared = prediction.sum() + truth.sum(), (prediction * truth).sum()
    expected = ((2 * shared + 1) - 2 * truth * (both + 1)) / (both + 1) ** 2
    assert gradient == pytest.approx(expected, rel=1e-12)
    assert np.abs(gradient).max() <= 2 / (both + 1)
    empty = np.zeros((1, 1, 4, 4))
    for smooth, steepest in ((1e-5, 1e5), (1.0, 1.0)):
        found = losses.gradient("dice_loss", empty, empty, convention="monai", smooth_nr=smooth, smooth_dr=smooth)
        assert found == pytest.approx(np.full((1, 1, 4, 4), steepest), rel=1e-9)


def test_s9_the_identities_between_the_three_are_broken() -> None:
    dice, iou = 1 - notes("dice_loss", *HARD), -notes("iou_loss", *HARD)
    assert (dice, iou) == pytest.approx((0.7, 0.5), abs=1e-6)
    assert dice / (2 - dice) == pytest.approx(0.538, abs=5e-4)


def test_s11_smoothing_forgives_what_is_small() -> None:
    for size, dice, tversky in ((1, 0.5, 0.412), (10, 0.909, 0.875)):
        missed = cases.counted(tp=0, fp=0, fn=size, tn=50).batch
        assert notes("dice_loss", *missed) == pytest.approx(dice, abs=5e-4)
        assert notes("tversky_loss", *missed) == pytest.approx(tversky, abs=5e-4)
    faint = np.full((1, 1, 256, 256), 1e-4)
    assert notes("dice_loss", faint, 0 * faint) == pytest.approx(0.868, abs=5e-4)
    dice = 1 - losses.value("dice_loss", *HARD)
    assert 1 - notes("dice_loss", *HARD) - dice == pytest.approx((1 - dice) / (9 + 1), rel=1e-12)


def test_s12_with_squares_it_is_another_loss(shared_vectors: Any) -> None:
    pair = vectors.read(shared_vectors).arrays("dice-02")
    assert losses.value("dice_loss", *pair) == pytest.approx(0.3229, abs=5e-5)
    assert losses.value("dice_loss", *pair, convention="vnet") == pytest.approx(0.1788, abs=5e-5)


def test_s13_and_s14_the_index_and_minus_the_index() -> None:
    assert losses.value("iou_loss", *HARD, convention=TEXT) == pytest.approx(0.5)
    assert notes("iou_loss", *HARD) == pytest.approx(-0.5, abs=1e-6)
    assert losses.value("iou_loss", *HARD) == pytest.approx(0.5)


def test_s15_it_is_finite_wherever_probabilities_are() -> None:
    for pair in (cases.neither(), cases.only_marked(), cases.only_there(), cases.everything()):
        assert math.isfinite(notes("iou_loss", *pair.batch))


def test_s16_and_s17_emptiness_is_asked_of_the_whole_batch() -> None:
    invented, nothing, one = np.zeros((3, 1, 1, 256, 256))
    invented[..., 0, :100] = 1
    one[..., 9, 9] = 1
    alone = notes("iou_loss", invented, nothing)
    beside = notes("iou_loss", np.concatenate([invented, invented + one]), np.concatenate([nothing, one]))
    assert alone == pytest.approx(-0.9985, abs=5e-5)
    assert notes("iou_loss", np.maximum(invented, one), one) == pytest.approx(-0.0100, abs=2e-4)
    assert beside == pytest.approx(-0.0050, abs=2e-4)


def test_s19_two_readings_of_one_title(shared_vectors: Any) -> None:
    pair = vectors.read(shared_vectors).arrays("notes-31")
    assert notes("focal_plus_tversky_loss", *pair) == pytest.approx(0.3382, abs=5e-5)
    assert notes("focal_tversky_loss", *pair) == pytest.approx(0.3777, abs=5e-5)


def test_s20_binary_and_plain_cross_entropy_of_a_softmax(shared_vectors: Any) -> None:
    pair = vectors.read(shared_vectors).arrays("bce-09")
    assert notes("binary_cross_entropy", *pair) == pytest.approx(0.1873, abs=5e-5)
    assert losses.value("cross_entropy", *pair) == pytest.approx(0.2943, abs=5e-5)
    two = cases.random_softmax((1, 2, 4, 5), seed=4)
    assert notes("binary_cross_entropy", *two) == pytest.approx(losses.value("cross_entropy", *two), rel=1e-6)


def test_s21_generalised_dice_tends_to_the_dice_of_what_is_small() -> None:
    there, found, invented = 100, 80, 200  # of 100,000: r = .8, f = .002, π = .001
    pair = cases.counted(found, invented, there - found, 100_000 - there - invented).batch
    generalized = 1 - losses.value("generalized_dice_loss", *pair, convention="sudre")
    assert generalized == pytest.approx(1 - losses.value("dice_loss", *pair), abs=1e-3)


def test_s22_swapping_the_arguments_swaps_what_alpha_weighs() -> None:
    prediction, truth = HARD
    swapped = notes("tversky_loss", truth, prediction, alpha=0.7)
    assert swapped == pytest.approx(notes("tversky_loss", prediction, truth, alpha=0.3), rel=1e-12)
    assert swapped != pytest.approx(notes("tversky_loss", prediction, truth, alpha=0.7), abs=1e-3)


def test_s23_alpha_trades_precision_for_recall() -> None:
    index = 1 - notes("tversky_loss", *HARD, alpha=0.7, smooth=0)
    assert 1 / index == pytest.approx(0.3 / (3 / 5) + 0.7 / (3 / 4), rel=1e-12)


def test_s24_in_expectation_a_hard_mask_is_best() -> None:
    """Two voxels that are there with probabilities .7 and .4: of all answers in tenths one of 0 and 1 costs least.

    The sums that an answer is expected to have are those with the probabilities in the truth's place.
    """
    there = np.array([[[0.7, 0.4]]])
    answers = [np.array([[[a / 10, b / 10]]]) for a in range(11) for b in range(11)]
    best = min(
        answers, key=lambda answer: losses.value("tversky_loss", answer, there, convention=TEXT, alpha=0.3, beta=0.7)
    )
    assert best.tolist() == [[[1.0, 1.0]]]
    best = min(
        answers, key=lambda answer: losses.value("tversky_loss", answer, there, convention=TEXT, alpha=0.9, beta=0.1)
    )
    assert best.tolist() == [[[1.0, 0.0]]]
