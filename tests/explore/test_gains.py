"""What fixing a region would gain."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from segdiff.data import Outcome
from segdiff.explore import gains

FN, FP = Outcome.FALSE_NEGATIVE, Outcome.FALSE_POSITIVE


def index(tp: int, fp: int, fn: int, alpha: Fraction, beta: Fraction) -> Fraction:
    return Fraction(tp) / (tp + alpha * fp + beta * fn)


def test_each_gain_is_the_index_afterwards_less_the_index_now() -> None:
    """18 found, 12 invented in regions of 7 and 5, 4 missed in one of 4; α = 1/4, β = 2."""
    found = gains((18, 12, 4), np.array([FP, FN, FP], np.uint8), np.array([7, 4, 5]), 0.25, 2.0)
    alpha, beta = Fraction(1, 4), Fraction(2)
    now = index(18, 12, 4, alpha, beta)
    after = [index(18, 5, 4, alpha, beta), index(22, 12, 0, alpha, beta), index(18, 7, 4, alpha, beta)]
    assert found.tolist() == pytest.approx([float(one - now) for one in after], rel=1e-13)


def test_the_order_depends_on_the_costs() -> None:
    outcomes, sizes = np.array([FP, FN], np.uint8), np.array([6, 2])
    dear_inventions = gains((10, 6, 2), outcomes, sizes, 0.9, 0.1)
    dear_misses = gains((10, 6, 2), outcomes, sizes, 0.1, 0.9)
    assert dear_inventions[0] > dear_inventions[1]
    assert dear_misses[0] < dear_misses[1]


def test_what_costs_nothing_gains_nothing() -> None:
    assert gains((10, 6, 2), np.array([FP], np.uint8), np.array([6]), 0.0, 1.0).tolist() == [0.0]


@pytest.mark.parametrize(("counts", "outcome"), [((0, 6, 0), FP), ((0, 0, 6), FN)])
def test_putting_the_only_error_right_makes_it_perfect(counts: tuple[int, int, int], outcome: Outcome) -> None:
    for costs in ((0.3, 0.7), (0.0, 0.0)):
        assert gains(counts, np.array([outcome], np.uint8), np.array([6]), *costs).tolist() == [1.0]


def test_of_no_region_there_is_no_gain() -> None:
    assert gains((3, 0, 0), np.empty(0, np.uint8), np.empty(0, np.int64), 0.3, 0.7).size == 0
