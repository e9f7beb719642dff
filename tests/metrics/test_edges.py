"""Where a formula has no value of its own: 0/0, a cost of 0, the foot of a power, a tolerance of nothing."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from segdiff.evidence import Confusion, SurfaceDistances
from segdiff.metrics.overlap import tversky
from segdiff.metrics.power import power
from segdiff.metrics.ratio import ratio
from segdiff.metrics.surfaces import surface_dice


def tensor(*numbers: float) -> torch.Tensor:
    return torch.tensor(numbers, dtype=torch.float64, requires_grad=True)


@pytest.mark.parametrize(
    ("tp", "fp", "fn", "alpha", "beta", "expected"),
    [
        (0, 0, 0, 0.3, 0.7, 1.0),  # nothing to find and nothing invented
        (0, 0, 0, 0.0, 0.0, 1.0),
        (0, 3, 0, 0.0, 0.7, 0.0),  # what was invented costs nothing, and is an error all the same
        (0, 0, 2, 0.3, 0.0, 0.0),
        (0, 3, 2, 0.0, 0.0, 0.0),
        (1, 3, 2, 0.0, 0.0, 1.0),
    ],
)
def test_costs_of_nothing_make_no_hit_of_an_error(
    tp: int, fp: int, fn: int, alpha: float, beta: float, expected: float
) -> None:
    assert tversky(Confusion.of_counts(tp, fp, fn, 5), alpha, beta).tolist() == [[expected]]


def test_nothing_over_nothing_is_nan_unless_a_rule_says_otherwise_and_has_a_slope_of_0() -> None:
    above, below = tensor(0.0, 3.0, 2.0), tensor(0.0, 0.0, 4.0)
    found = ratio(above, below)
    assert [math.isnan(number) for number in found.tolist()] == [True, True, False]
    assert ratio(above, below, 1.0).tolist() == [1.0, 1.0, 0.5]
    ratio(above, below, 1.0).sum().backward()
    assert above.grad is not None
    assert below.grad is not None
    assert above.grad.tolist() == [0.0, 0.0, 0.25]
    assert below.grad.tolist() == [0.0, 0.0, -2 / 16]


@pytest.mark.parametrize(
    ("exponent", "values", "slopes"),
    [
        (0.0, [1.0, 1.0], [0.0, 0.0]),
        (0.5, [0.0, 0.5], [0.0, 1.0]),  # the slope at 0 would be infinite
        (1.0, [0.0, 0.25], [1.0, 1.0]),
        (2.0, [0.0, 0.0625], [0.0, 0.5]),
    ],
)
def test_a_power_and_its_slope_are_finite_at_0(exponent: float, values: list[float], slopes: list[float]) -> None:
    base = tensor(0.0, 0.25)
    found = power(base, exponent)
    found.sum().backward()
    assert base.grad is not None
    assert (found.tolist(), base.grad.tolist()) == (values, slopes)


@pytest.mark.parametrize(("tolerance", "expected"), [(0.0, 2 / 6), (1.9, 3 / 6), (2.0, 5 / 6), (3.0, 1.0)])
def test_a_distance_of_just_the_tolerance_is_within_it(tolerance: float, expected: float) -> None:
    """Distances 0, 2 and 3 one way and 0, 1 and 2 the other."""
    distances = SurfaceDistances(np.array([0.0, 2.0, 3.0]), np.array([0.0, 1.0, 2.0]))
    assert float(surface_dice(distances, tolerance_mm=tolerance)) == pytest.approx(expected)
