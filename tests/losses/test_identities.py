"""What must hold between losses, and of each loss, for any prediction and truth at all."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from segdiff import losses
from tests import cases

quickly = settings(max_examples=25, deadline=None, derandomize=True, database=None)

REGION_LOSSES = ("dice_loss", "vnet_dice_loss", "iou_loss", "tversky_loss", "focal_tversky_loss")
ALL_LOSSES = (
    *REGION_LOSSES, "binary_cross_entropy", "cross_entropy", "focal_loss", "bce_dice_loss", "focal_plus_tversky_loss",
    "generalized_dice_loss",
)  # fmt: skip

weights = st.floats(0.05, 3.0)
Maps = tuple[NDArray[Any], NDArray[Any]]


@st.composite
def maps(draw: st.DrawFn) -> Maps:
    """A soft prediction and a truth of one sample and class that is neither empty nor full, 12 pixels."""
    truth = np.array(draw(st.lists(st.sampled_from([0.0, 1.0]), min_size=12, max_size=12)))
    assume(0 < truth.sum() < 12)
    prediction = np.array(draw(st.lists(st.integers(0, 100), min_size=12, max_size=12))) / 100
    return prediction.reshape(1, 1, 3, 4), truth.reshape(1, 1, 3, 4)


@quickly
@given(maps(), st.floats(0, 2))
def test_equal_costs_of_one_half_are_dice(pair: Maps, smoothing: float) -> None:
    tversky = losses.value("tversky_loss", *pair, alpha=0.5, beta=0.5, smoothing=smoothing)
    assert tversky == pytest.approx(losses.value("dice_loss", *pair, smoothing=2 * smoothing), abs=1e-12)


@quickly
@given(maps(), st.floats(0, 2))
def test_equal_costs_of_one_are_iou(pair: Maps, smoothing: float) -> None:
    tversky = losses.value("tversky_loss", *pair, alpha=1, beta=1, smoothing=smoothing)
    assert tversky == pytest.approx(losses.value("iou_loss", *pair, smoothing=smoothing), abs=1e-12)


@quickly
@given(maps())
def test_iou_is_dice_over_two_minus_dice(pair: Maps) -> None:
    dice, iou = 1 - losses.value("dice_loss", *pair), 1 - losses.value("iou_loss", *pair)
    assert iou == pytest.approx(dice / (2 - dice), abs=1e-12)


@quickly
@given(maps(), weights)
def test_squares_change_nothing_for_a_hard_prediction(pair: Maps, cut: float) -> None:
    hard = (pair[0] > cut / 3).astype(float)
    squared, linear = (losses.value(score, hard, pair[1]) for score in ("vnet_dice_loss", "dice_loss"))
    assert squared == pytest.approx(linear, abs=1e-12)


@quickly
@given(maps(), weights, weights, weights)
def test_alpha_is_the_cost_of_false_positives_alone(pair: Maps, alpha: float, other: float, beta: float) -> None:
    prediction, truth = pair
    prediction = prediction * truth  # nothing invented
    first, second = (losses.value("tversky_loss", prediction, truth, alpha=a, beta=beta) for a in (alpha, other))
    assert first == second


@quickly
@given(maps(), weights, weights, weights)
def test_beta_is_the_cost_of_misses_alone(pair: Maps, beta: float, other: float, alpha: float) -> None:
    prediction, truth = pair
    prediction = np.maximum(prediction, truth)  # nothing missed
    first, second = (losses.value("tversky_loss", prediction, truth, alpha=alpha, beta=b) for b in (beta, other))
    assert first == second


@quickly
@given(maps(), weights, weights)
def test_swapping_prediction_and_truth_swaps_the_costs(pair: Maps, alpha: float, beta: float) -> None:
    hard = (pair[0] >= 0.5).astype(float)
    there = losses.value("tversky_loss", hard, pair[1], alpha=alpha, beta=beta)
    back = losses.value("tversky_loss", pair[1], hard, alpha=beta, beta=alpha)
    assert there == pytest.approx(back, abs=1e-12)


@quickly
@given(maps(), weights, weights, st.floats(0.01, 2.0))
def test_dearer_errors_never_lower_the_loss(pair: Maps, alpha: float, beta: float, more: float) -> None:
    plain = losses.value("tversky_loss", *pair, alpha=alpha, beta=beta)
    assert losses.value("tversky_loss", *pair, alpha=alpha + more, beta=beta) >= plain
    assert losses.value("tversky_loss", *pair, alpha=alpha, beta=beta + more) >= plain


@quickly
@given(maps(), weights, weights, st.floats(0.2, 4.0))
def test_focal_tversky_is_a_power_of_tversky(pair: Maps, alpha: float, beta: float, exponent: float) -> None:
    tversky = losses.value("tversky_loss", *pair, alpha=alpha, beta=beta)
    focal = losses.value("focal_tversky_loss", *pair, alpha=alpha, beta=beta, exponent=exponent)
    assert focal == pytest.approx(tversky**exponent, abs=1e-12)


@quickly
@given(maps())
def test_focal_loss_without_focusing_is_half_the_cross_entropy(pair: Maps) -> None:
    focal = losses.value("focal_loss", *pair, gamma=0, focal_alpha=0.5)
    assert focal == pytest.approx(losses.value("binary_cross_entropy", *pair) / 2, abs=1e-12)


@quickly
@given(maps(), st.floats(0, 4), st.floats(0.1, 2))
def test_more_focusing_never_raises_the_focal_loss(pair: Maps, gamma: float, more: float) -> None:
    assert losses.value("focal_loss", *pair, gamma=gamma + more) <= losses.value("focal_loss", *pair, gamma=gamma)


@pytest.mark.parametrize("score", ALL_LOSSES)
@quickly
@given(pair=maps())
def test_two_exclusive_classes_are_one_class_and_its_background(score: str, pair: Maps) -> None:
    both = (np.concatenate([1 - array, array], axis=1) for array in pair)
    # a positive of the background is a negative of the label: only equal weights treat both alike
    even = {"focal_alpha": 0.5} if score in ("focal_loss", "focal_plus_tversky_loss") else {}
    assert losses.value(score, *both, **even) == pytest.approx(losses.value(score, *pair, **even), abs=1e-12)


@quickly
@given(maps(), weights, weights)
def test_adding_the_parts_gives_the_sums(pair: Maps, alpha: float, beta: float) -> None:
    bce, dice = losses.value("binary_cross_entropy", *pair), losses.value("dice_loss", *pair)
    assert losses.value("bce_dice_loss", *pair) == pytest.approx(bce + dice, rel=1e-12)
    focal = losses.value("focal_loss", *pair, gamma=1.5, focal_alpha=0.4)
    tversky = losses.value("tversky_loss", *pair, alpha=alpha, beta=beta)
    both = losses.value("focal_plus_tversky_loss", *pair, alpha=alpha, beta=beta, gamma=1.5, focal_alpha=0.4)
    assert both == pytest.approx(focal + tversky, rel=1e-12)


@pytest.mark.parametrize("score", ALL_LOSSES)
@quickly
@given(pair=maps(), where=st.integers(0, 11), share=st.floats(0.05, 1.0))
def test_a_voxel_nearer_to_the_truth_never_raises_a_loss(score: str, pair: Maps, where: int, share: float) -> None:
    prediction, truth = pair
    nearer = prediction.copy()
    nearer.flat[where] += share * (truth.flat[where] - nearer.flat[where])
    assert losses.value(score, nearer, truth) <= losses.value(score, prediction, truth) + 1e-12


@pytest.mark.parametrize("score", ALL_LOSSES)
@quickly
@given(pair=maps())
def test_losses_stay_within_their_bounds(score: str, pair: Maps) -> None:
    value = losses.value(score, *pair)
    assert 0.0 <= value <= (1.0 if score in (*REGION_LOSSES, "generalized_dice_loss") else 40.0)


@pytest.mark.parametrize("score", REGION_LOSSES)
@quickly
@given(pair=maps(), rows=st.integers(1, 9))
def test_more_background_left_alone_changes_no_region_loss(score: str, pair: Maps, rows: int) -> None:
    wider = (np.concatenate([array, np.zeros((1, 1, rows, 4))], axis=2) for array in pair)
    assert losses.value(score, *wider) == pytest.approx(losses.value(score, *pair), abs=1e-12)


@pytest.mark.parametrize("score", ALL_LOSSES)
@quickly
@given(pair=maps(), order=st.permutations(range(12)))
def test_where_a_voxel_lies_does_not_matter(score: str, pair: Maps, order: list[int]) -> None:
    moved = (array.reshape(1, 1, 12)[..., order] for array in pair)
    assert losses.value(score, *moved) == pytest.approx(losses.value(score, *pair), abs=1e-12)


@pytest.mark.parametrize("score", ALL_LOSSES)
@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_samples_and_of_labels_does_not_matter(score: str, seed: int) -> None:
    prediction, truth = cases.random_softmax((3, 4, 5, 6), seed)
    expected = losses.value(score, prediction, truth)
    assert losses.value(score, prediction[[2, 0, 1]], truth[[2, 0, 1]]) == pytest.approx(expected, rel=1e-12)
    labels = [0, 3, 1, 2]  # the background stays first
    assert losses.value(score, prediction[:, labels], truth[:, labels]) == pytest.approx(expected, rel=1e-12)
