"""What must hold of every loss in every convention, for any prediction and truth at all."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from segdiff import losses
from segdiff.losses.records import Pooled, Region, Returned, parts_of
from tests import cases
from tests.losses.every_loss import EVERY, recipe_of
from tests.losses.test_identities import Maps, maps, weights

OF_CLASSES = [(convention, loss) for convention, loss in EVERY if not recipe_of(convention, loss).one_class_only]
REGIONS = [pair for pair in EVERY if isinstance(recipe_of(*pair).part, Region)]
WEIGHED = [pair for pair in REGIONS if isinstance(recipe_of(*pair).part.false_positives, str)]  # type: ignore[union-attr]
NOT_CLIPPED = [pair for pair in WEIGHED if not recipe_of(*pair).part.clip_both]  # type: ignore[union-attr]
TWO_COSTS = [pair for pair in WEIGHED if {"alpha", "beta"} <= set(recipe_of(*pair).parameters) and pair[0] != "kornia"]
"""Those with a symbol for each cost, and without a background whose false positives are the label's misses."""

briefly = settings(max_examples=6, deadline=None, derandomize=True, database=None)


def value(convention: str, loss: str, *pair: Any, **parameters: Any) -> Any:
    return losses.value(loss, *pair, convention=convention, **parameters)


def same(found: Any, expected: Any, tolerance: float = 1e-12) -> bool:
    return np.allclose(found, expected, rtol=tolerance, atol=tolerance, equal_nan=True)


@pytest.mark.parametrize(("convention", "loss"), REGIONS)
@briefly
@given(pair=maps())
def test_a_region_loss_stays_within_its_bounds(convention: str, loss: str, pair: Maps) -> None:
    returned = recipe_of(convention, loss).part.returned  # type: ignore[union-attr]
    low, high = {
        Returned.ONE_MINUS: (0, 1),
        Returned.MINUS: (-1, 0),
        Returned.INDEX: (0, 1),
        Returned.MINUS_LOG: (0, 16.2),
        Returned.LOG_COSH: (0, math.log(math.cosh(1))),
    }[returned]
    assert low - 1e-9 <= value(convention, loss, *pair) <= high + 1e-9


@pytest.mark.parametrize(("convention", "loss"), TWO_COSTS)
@briefly
@given(pair=maps(), cost=weights, other=weights, beta=weights)
def test_the_cost_of_false_positives_acts_through_them_alone(
    convention: str, loss: str, pair: Maps, cost: float, other: float, beta: float
) -> None:
    prediction, truth = pair
    completed = recipe_of(convention, loss).completed
    nothing_invented = truth if completed else prediction * truth  # the background's inventions are the label's misses
    assume(nothing_invented.any())
    first, second = (
        value(convention, loss, nothing_invented, truth, **losses.parameters_for(loss, convention, alpha, beta))
        for alpha in (cost, other)
    )
    assert first == pytest.approx(second, abs=1e-12)


@pytest.mark.parametrize(("convention", "loss"), TWO_COSTS)
@briefly
@given(pair=maps(), cost=weights, other=weights, alpha=weights)
def test_the_cost_of_misses_acts_through_them_alone(
    convention: str, loss: str, pair: Maps, cost: float, other: float, alpha: float
) -> None:
    prediction, truth = pair
    completed = recipe_of(convention, loss).completed
    nothing_missed = truth if completed else np.maximum(prediction, truth)
    first, second = (
        value(convention, loss, nothing_missed, truth, **losses.parameters_for(loss, convention, alpha, beta))
        for beta in (cost, other)
    )
    assert first == pytest.approx(second, abs=1e-12)


@pytest.mark.parametrize(("convention", "loss"), NOT_CLIPPED)
@briefly
@given(pair=maps(), share=st.floats(0.1, 0.9))
def test_swapping_masks_swaps_the_costs(convention: str, loss: str, pair: Maps, share: float) -> None:
    hard, truth = (pair[0] >= 0.5).astype(float), pair[1]
    assume(hard.any())
    there = value(convention, loss, hard, truth, **losses.parameters_for(loss, convention, share, 1 - share))
    back = value(convention, loss, truth, hard, **losses.parameters_for(loss, convention, 1 - share, share))
    assert there == pytest.approx(back, abs=1e-9)


@pytest.mark.parametrize(("convention", "loss"), OF_CLASSES)
def test_the_order_of_labels_and_of_samples_does_not_matter(convention: str, loss: str) -> None:
    prediction, truth = cases.random_softmax((3, 4, 5, 6), seed=3)
    expected = np.asarray(value(convention, loss, prediction, truth))
    labels, samples = [0, 3, 1, 2], [2, 0, 1]  # the background stays first
    relabelled = np.asarray(value(convention, loss, prediction[:, labels], truth[:, labels]))
    moved = np.asarray(value(convention, loss, prediction[samples], truth[samples]))
    assert same(np.sort(relabelled.ravel()), np.sort(expected.ravel()))
    assert same(np.sort(moved.ravel()), np.sort(expected.ravel()))


@pytest.mark.parametrize(("convention", "loss"), EVERY)
def test_pictures_and_volumes_are_alike(convention: str, loss: str) -> None:
    prediction, truth = cases.random_soft((2, 1, 4, 3, 5), seed=3)
    flat = value(convention, loss, prediction.reshape(2, 1, 12, 5), truth.reshape(2, 1, 12, 5))
    assert same(value(convention, loss, prediction, truth), flat)


@pytest.mark.parametrize(("convention", "loss"), EVERY)
def test_single_precision_is_summed_in_double(convention: str, loss: str) -> None:
    prediction, truth = cases.random_soft((2, 1, 7, 9), seed=9, dtype=np.float32)
    exact = value(convention, loss, prediction.astype(np.float64), truth.astype(np.float64))
    assert same(value(convention, loss, prediction, truth), exact)


@pytest.mark.parametrize(("convention", "loss"), [pair for pair in REGIONS if pair in OF_CLASSES])
def test_labels_that_are_kept_apart_are_averaged(convention: str, loss: str) -> None:
    recipe = recipe_of(convention, loss)
    if recipe.completed or any(
        part.pooled in (Pooled.CLASSES, Pooled.EVERYTHING) or part.exponent_on_mean
        for part in parts_of(recipe.part)
        if isinstance(part, Region)
    ):
        return  # these are not means over labels, and say so in their records
    prediction, truth = cases.random_soft((2, 3, 5, 6), seed=4)
    start = 0 if recipe.part.background else 1  # type: ignore[union-attr]
    apart = [np.mean(value(convention, loss, prediction[:, [c]], truth[:, [c]])) for c in range(start, 3)]
    assert np.mean(value(convention, loss, prediction, truth)) == pytest.approx(np.mean(apart), rel=1e-12)


@pytest.mark.parametrize(("convention", "loss"), EVERY)
@pytest.mark.parametrize("pair", [cases.neither, cases.only_marked, cases.only_there, cases.everything])
def test_what_is_empty_has_an_answer_that_the_record_foretells(
    convention: str, loss: str, pair: Callable[[], cases.Pair]
) -> None:
    found = np.asarray(value(convention, loss, *pair().batch))
    assert found.size == 1
    said = " ".join([*losses.differences(loss, convention), *recipe_of(convention, loss).notes])
    if not np.isfinite(found).all():
        assert any(word in said for word in ("nan", "inf", "NaN", "infinite", "not clipped", "no value"))


@pytest.mark.parametrize(("convention", "loss"), EVERY)
def test_where_a_voxel_lies_does_not_matter(convention: str, loss: str) -> None:
    prediction, truth = (array.reshape(2, 1, 30) for array in cases.random_soft((2, 1, 5, 6), seed=3))
    order = np.random.default_rng(4).permutation(30)
    moved = value(convention, loss, prediction[..., order], truth[..., order])
    assert same(moved, value(convention, loss, prediction, truth), 1e-10)


def test_the_three_numbers_that_conventions_are_introduced_with() -> None:
    """3 found, 2 invented, 1 missed: 1 − 6/9, 1 − 7/10, and −7/10."""
    pair = cases.counted(tp=3, fp=2, fn=1, tn=10).batch
    found = [value(convention, "dice_loss", *pair) for convention in ("monai", "origin-notes", "nnunet")]
    written = [f"{number:.3f}".replace("-", "−") for number in found]
    assert written == ["0.333", "0.300", "−0.700"]
    said = " ".join((losses.conventions.__doc__ or "").split())
    assert "a Dice loss of {} in one library, {} in a notebook and {} in a third".format(*written) in said
