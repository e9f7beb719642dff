"""Losses at other prevalences: the closed forms, and masks that were really changed."""

from __future__ import annotations

import numpy as np
import pytest

from segdiff.errors import ParameterProblem
from segdiff.evidence import evidence_of
from segdiff.explore import Background, prevalence_curves
from segdiff.explore.imbalance import LOSSES, loss_values, rates_of
from tests.explore.counted import Array, measured, overconfident

COSTS = {"alpha": 0.3, "beta": 0.7}
EVERY = (*LOSSES, "vnet_dice_loss", "focal_tversky_loss", "focal_plus_tversky_loss")


def closed_forms(r: float, f: float, pi: float, alpha: float, beta: float) -> dict[str, float]:
    """Of the linear losses of regions, from prevalence and rates alone."""
    o = (1 - pi) / pi
    square = 2 * (r + (1 - f) / o) / ((1 + r) + f * o + (2 - f) / o + (1 - r) / o**2)
    return {
        "dice_loss": 1 - 2 * r / (1 + r + f * o),
        "iou_loss": 1 - r / (1 + f * o),
        "tversky_loss": 1 - r / (r + beta * (1 - r) + alpha * f * o),
        "generalized_dice_loss": 1 - square,
    }


@pytest.mark.parametrize("pi", [0.5, 0.04, 0.001])
def test_losses_of_regions_follow_from_prevalence_and_rates(pi: float) -> None:
    evidence = measured(*overconfident(1))
    rates = rates_of(evidence)
    assert rates is not None
    curves = prevalence_curves(evidence, [pi], parameters=COSTS)
    assert curves is not None
    for loss, expected in closed_forms(rates.found, rates.invented, pi, 0.3, 0.7).items():
        assert curves.values[loss][0] == pytest.approx(expected, abs=1e-12), loss


def test_the_worked_example_of_the_theory() -> None:
    """r = .9, f = .01 in hard masks: Dice .058, .377, .849 and BCE .887, .176, .163 at π = .5, .01, .001."""
    truth = np.repeat([1.0, 0.0], 1000)[None]
    p = np.concatenate([np.repeat([1.0, 0.0], (900, 100)), np.repeat([1.0, 0.0], (10, 990))])[None]
    curves = prevalence_curves(measured(p, truth), [0.5, 0.01, 0.001], parameters=COSTS)
    assert curves is not None
    assert curves.values["dice_loss"] == pytest.approx([0.058, 0.377, 0.849], abs=6e-4)
    assert curves.values["iou_loss"] == pytest.approx([0.109, 0.548, 0.918], abs=6e-4)
    assert curves.values["tversky_loss"] == pytest.approx([0.075, 0.290, 0.773], abs=6e-4)
    assert curves.values["generalized_dice_loss"] == pytest.approx([0.055, 0.375, 0.848], abs=6e-4)
    assert curves.values["binary_cross_entropy"] == pytest.approx([0.887, 0.176, 0.163], abs=6e-4)


def tiled(p: Array, g: Array, inside: int, outside: int) -> tuple[Array, Array]:
    """Each voxel of the truth so many times, each other one so many times."""
    times = np.where(g > 0, inside, outside).reshape(-1)
    return np.repeat(p.reshape(-1), times)[None], np.repeat(g.reshape(-1), times)[None]


@pytest.mark.parametrize("loss", EVERY)
@pytest.mark.parametrize(("inside", "outside"), [(1, 7), (5, 2)])
def test_equal_rates_are_what_repeating_voxels_gives(loss: str, inside: int, outside: int) -> None:
    p, g = overconfident(2)
    p = p.astype(np.float32).astype(np.float64)
    more = tiled(p, g, inside, outside)
    really = evidence_of(more[0][None, None], more[1][None, None])
    pi = float(more[1].mean())
    curves = prevalence_curves(measured(p, g), [pi], parameters=COSTS, losses=(loss,))
    assert curves is not None
    assert curves.values[loss][0] == pytest.approx(loss_values(loss, really, COSTS)[0], rel=1e-5)


@pytest.mark.parametrize("loss", EVERY)
@pytest.mark.parametrize("added", [5000, -400])
def test_clean_background_is_what_padding_and_cropping_give(loss: str, added: int) -> None:
    p, g = overconfident(3)
    p, g = np.append(p.astype(np.float32), np.zeros(500))[None], np.append(g, np.zeros(500))[None]
    if added > 0:
        other = np.append(p, np.zeros(added))[None], np.append(g, np.zeros(added))[None]
    else:
        other = p[:, :added], g[:, :added]
    really = evidence_of(other[0][None, None], other[1][None, None])
    expected = loss_values(loss, really, COSTS)[0]
    evidence = measured(p, g)
    curves = prevalence_curves(
        evidence, [float(other[1].mean())], background=Background.CLEAN, parameters=COSTS, losses=(loss,)
    )
    assert curves is not None
    assert curves.values[loss][0] == pytest.approx(expected, rel=1e-5)


def test_in_clean_background_overlap_stands_still_and_cross_entropy_fades() -> None:
    curves = prevalence_curves(measured(*overconfident(4)), [0.001, 0.01], background=Background.CLEAN)
    assert curves is not None
    for loss in ("tversky_loss", "dice_loss", "iou_loss"):
        assert curves.values[loss] == pytest.approx([curves.now[loss], curves.now[loss]])
    few, more = curves.values["binary_cross_entropy"]
    assert few == pytest.approx(more / 10)


def test_background_with_errors_in_it_cannot_be_cropped_as_clean() -> None:
    evidence = measured(*overconfident(5))
    curves = prevalence_curves(evidence, [0.99], background=Background.CLEAN)
    assert curves is not None
    assert np.isnan(curves.values["dice_loss"]).all()


def test_at_the_measured_prevalence_nothing_changes() -> None:
    evidence = measured(*overconfident(6))
    rates = rates_of(evidence)
    assert rates is not None
    for background in Background:
        curves = prevalence_curves(evidence, [rates.prevalence], background=background, parameters=COSTS, losses=EVERY)
        assert curves is not None
        for loss in EVERY:
            assert curves.values[loss][0] == pytest.approx(loss_values(loss, evidence, COSTS)[0], rel=1e-9)
            assert curves.now[loss] == pytest.approx(curves.values[loss][0])


def test_an_empty_truth_has_no_prevalence_to_change() -> None:
    assert prevalence_curves(measured(np.full((1, 4), 0.5), np.zeros((1, 4)))) is None


def test_a_prevalence_lies_between_nothing_and_everything() -> None:
    with pytest.raises(ParameterProblem, match="above 0 and below 1"):
        prevalence_curves(measured(*overconfident(6)), [0.0])
