"""Gradients on a slice: against nudging each pixel, and the budget against a sum by hand."""

from __future__ import annotations

import numpy as np
import pytest

from segdiff import losses
from segdiff.data import Outcome
from segdiff.explore import gradient_maps
from segdiff.explore.gradients import LOSSES, budget_of
from tests.explore.counted import Array

COSTS = {"alpha": 0.3, "beta": 0.7}


def slice_of(seed: int) -> tuple[Array, Array]:
    draw = np.random.default_rng(seed)
    truth = draw.random((5, 6)) < 0.3
    truth[0, 0], truth[0, 1] = True, False
    return np.clip(0.4 * truth + draw.beta(0.8, 1.6, (5, 6)) * 0.6, 0.02, 0.98), truth


def nudged(loss: str, p: Array, truth: Array, wrt: str, **parameters: float) -> Array:
    """(loss(p + h) − loss(p − h)) / 2h, one pixel at a time."""
    h, found = 1e-5, np.zeros_like(p)
    logit = np.log(p / (1 - p))
    for at in np.ndindex(p.shape):
        sides = []
        for sign in (1, -1):
            moved = p.copy() if wrt == "probability" else logit.copy()
            moved[at] += sign * h
            given = moved if wrt == "probability" else 1 / (1 + np.exp(-moved))
            sides.append(losses.value(loss, given[None, None], truth[None, None].astype(float), **parameters))
        found[at] = (sides[0] - sides[1]) / (2 * h)
    return found


@pytest.mark.parametrize("wrt", ["probability", "logit"])
@pytest.mark.parametrize("loss", LOSSES)
def test_a_map_is_what_nudging_each_pixel_finds(loss: str, wrt: str) -> None:
    p, truth = slice_of(1)
    drawn = gradient_maps(p, truth, wrt=wrt, parameters=COSTS, losses=(loss,))[0]
    taken = COSTS if "tversky" in loss else {}
    np.testing.assert_allclose(drawn.gradient, nudged(loss, p, truth, wrt, **taken), rtol=1e-5, atol=1e-9)
    assert drawn.strongest == np.abs(drawn.gradient).max()
    assert drawn.value == pytest.approx(losses.value(loss, p[None, None], truth[None, None].astype(float), **taken))


def test_linear_overlap_losses_are_two_valued_and_others_are_not() -> None:
    p, truth = slice_of(2)
    by_loss = {one.loss: one for one in gradient_maps(p, truth, wrt="probability", parameters=COSTS)}
    for loss in ("tversky_loss", "dice_loss", "iou_loss", "focal_tversky_loss"):
        assert by_loss[loss].distinct == 2, loss
        inside, outside = by_loss[loss].gradient[truth], by_loss[loss].gradient[~truth]
        assert inside.max() < 0 < outside.min()
    assert by_loss["binary_cross_entropy"].distinct > 20
    assert by_loss["vnet_dice_loss"].distinct > 20


def test_the_two_values_of_tversky_are_those_of_the_formula() -> None:
    """−(M − (1 − β)·TP)/M² inside and α·TP/M² outside, M = TP + α·FP + β·FN."""
    p, truth = slice_of(3)
    tp, fp, fn = p[truth].sum(), p[~truth].sum(), (1 - p[truth]).sum()
    below = tp + 0.3 * fp + 0.7 * fn
    drawn = gradient_maps(p, truth, wrt="probability", parameters=COSTS, losses=("tversky_loss",))[0]
    assert drawn.gradient[truth] == pytest.approx(-(below - 0.3 * tp) / below**2)
    assert drawn.gradient[~truth] == pytest.approx(0.3 * tp / below**2)


def test_the_budget_is_the_sum_by_outcome() -> None:
    pull = np.array([[-4.0, 1.0, 2.0], [-3.0, 0.0, 0.5]])
    outcomes = np.array([[3, 2, 2], [1, 0, 0]], dtype=np.uint8)
    budget = {push.outcome: (push.pixels, push.total, push.net, push.share) for push in budget_of(pull, outcomes)}
    assert budget[Outcome.TRUE_POSITIVE] == (1, 4.0, -4.0, 4 / 10.5)
    assert budget[Outcome.FALSE_POSITIVE] == (2, 3.0, 3.0, 3 / 10.5)
    assert budget[Outcome.FALSE_NEGATIVE] == (1, 3.0, -3.0, 3 / 10.5)
    assert budget[Outcome.TRUE_NEGATIVE] == (2, 0.5, 0.5, 0.5 / 10.5)


def test_hard_labels_leave_a_logit_nothing_to_move() -> None:
    """p(1 − p) is 0 at 0 and at 1."""
    p, truth = slice_of(4)
    drawn = gradient_maps((p > 0.5).astype(float), truth, wrt="logit", losses=("dice_loss",))[0]
    assert (drawn.strongest, drawn.distinct) == (0.0, 1)
    assert all(np.isnan(push.share) for push in drawn.budget)


def test_raising_the_cost_of_a_miss_pushes_more_inside() -> None:
    p, truth = slice_of(5)
    share = {}
    for beta in (0.1, 0.9):
        costs = {"alpha": 1 - beta, "beta": beta}
        drawn = gradient_maps(p, truth, wrt="probability", parameters=costs, losses=("tversky_loss",))[0]
        share[beta] = np.abs(drawn.gradient[truth]).sum() / np.abs(drawn.gradient).sum()
    assert share[0.9] > share[0.1]
