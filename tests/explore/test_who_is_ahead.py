"""Who is ahead at which costs: against brute force on random counts, and the worked examples of the theory."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest

from segdiff.evidence import Confusion, ThresholdCounts
from segdiff.explore import best_threshold, duel, index_plane, sectors


def counts(tp: int, fp: int, fn: int) -> Confusion:
    return Confusion.of_counts(tp, fp, fn, 1000)


def tversky(confusion: Confusion, alpha: float, beta: float) -> Fraction:
    tp, fp, fn, _ = confusion.counts
    below = tp + Fraction(alpha) * fp + Fraction(beta) * fn
    return tp / below if below else Fraction(1)


def random_rivals(rng: np.random.Generator, number: int) -> list[Confusion]:
    """Predictions of one truth of 100 voxels."""
    found = rng.integers(1, 101, number)
    return [counts(int(tp), int(fp), int(100 - tp)) for tp, fp in zip(found, rng.integers(0, 200, number), strict=True)]


def test_the_lead_changes_at_the_break_even_of_the_worked_example() -> None:
    """A (80, 60, 20) and B (60, 10, 40): level at β/α = 1.4, where both have T = .68571 on α + β = 1."""
    match = duel(counts(80, 60, 20), counts(60, 10, 40))
    assert match.break_even == pytest.approx(1.4)
    assert (match.lead(0.5, 0.5), match.lead(0.3, 0.7), match.lead(5 / 12, 7 / 12)) == (-1, 1, 0)
    assert float(tversky(counts(80, 60, 20), 5 / 12, 7 / 12)) == pytest.approx(0.685714, abs=1e-6)


def test_a_dominated_prediction_is_never_ahead() -> None:
    match = duel(counts(70, 10, 30), counts(60, 20, 40))
    assert match.break_even is None
    assert all(match.lead(alpha, beta) == 1 for alpha, beta in ((1, 0), (0, 1), (0.3, 0.7)))


def test_the_lead_is_that_of_the_index_on_random_pairs() -> None:
    rng = np.random.default_rng(3)
    for _ in range(2000):
        first, second = random_rivals(rng, 2)
        alpha, beta = rng.integers(0, 9, 2) / 8
        if alpha == beta == 0:
            continue
        ours, theirs = tversky(first, alpha, beta), tversky(second, alpha, beta)
        assert duel(first, second).lead(alpha, beta) == (ours > theirs) - (ours < theirs)


def test_sectors_hold_the_best_of_many() -> None:
    rng = np.random.default_rng(4)
    for _ in range(200):
        rivals = random_rivals(rng, 4)
        found = sectors(rivals)
        assert (found[0].low, found[-1].high) == (0.0, math.pi / 2)
        assert all(one.high == other.low for one, other in pairwise(found))
        for sector in found:
            angle = (sector.low + sector.high) / 2
            indexes = [float(tversky(rival, math.cos(angle), math.sin(angle))) for rival in rivals]
            assert indexes[sector.winner] == pytest.approx(max(indexes), abs=1e-12)


def test_one_rival_has_no_sectors() -> None:
    assert sectors([counts(3, 2, 1)]) == ()
    assert sectors([counts(3, 2, 1), counts(0, 2, 4)]) == (), "nothing found is never ahead"


def test_the_plane_has_the_index_at_the_middle_of_each_cell() -> None:
    plane = index_plane(counts(3, 2, 1), 2)
    expected = [[3 / (3 + 2 * a + b) for a in (0.25, 0.75)] for b in (0.75, 0.25)]
    np.testing.assert_allclose(plane, expected)


def test_the_best_threshold_is_that_of_every_threshold_tried() -> None:
    rng = np.random.default_rng(5)
    for alpha, beta in ((0.5, 0.5), (0.3, 0.7), (0.9, 0.1), (1.0, 1.0)):
        levels = rng.integers(0, 4, (2, 1000))
        known = ThresholdCounts.of_levels(levels[0], levels[1], None)
        best = best_threshold(known, alpha, beta)
        assert best is not None
        indexes = {k / 1000: float(tversky(known.confusion(k / 1000), alpha, beta)) for k in range(1, 1000)}
        assert indexes[best] == pytest.approx(max(indexes.values()), abs=1e-12)


def test_an_empty_truth_has_no_best_threshold() -> None:
    nothing = ThresholdCounts.of_levels(np.zeros(1000, int), np.ones(1000, int), None)
    assert best_threshold(nothing, 0.3, 0.7) is None
