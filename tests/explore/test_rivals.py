"""Who can be best at all, where, and what it takes: against every cost tried."""

from __future__ import annotations

import math

import numpy as np
import pytest

from segdiff.explore import break_even, contest, leaders, mean_winners, price_text
from tests.explore.counted import counts, exact_index
from tests.explore.test_who_is_ahead import random_rivals, tversky

ANGLES = (np.arange(720) + 0.5) / 720 * math.pi / 2


def test_only_the_hull_is_ever_best_and_all_of_it_is() -> None:
    rng = np.random.default_rng(11)
    for _ in range(60):
        rivals = random_rivals(rng, 5)
        held = contest("ABCDE", rivals)
        best_somewhere = set()
        for angle in ANGLES:
            values = [float(tversky(rival, math.cos(angle), math.sin(angle))) for rival in rivals]
            first, second = sorted(values)[-1], sorted(values)[-2]
            if first - second > 1e-9:
                best_somewhere.add(values.index(first))
        assert best_somewhere <= set(held.hull)
        assert {i for i, standing in enumerate(held.standings) if standing.sector is None} == set(range(5)) - set(
            held.hull
        )
        wide = {one.winner for one in held.sectors if one.high - one.low > 0.02}
        assert wide <= best_somewhere


def test_the_hull_runs_from_few_false_positives_to_few_misses() -> None:
    """B invents least for what it finds, A misses least."""
    held = contest("AB", [counts(80, 60, 20), counts(60, 10, 40)])
    assert held.hull == (1, 0)
    assert held.standings[0].false_positives == pytest.approx(0.75)
    assert held.standings[1].misses == pytest.approx(2 / 3)


def test_the_strip_turns_where_alpha_is_five_twelfths() -> None:
    strip = contest("AB", [counts(80, 60, 20), counts(60, 10, 40)]).strip
    assert [one.winner for one in strip] == [0, 1]
    assert strip[0].low == 0.0
    assert strip[0].high == pytest.approx(5 / 12) == strip[1].low
    assert strip[1].high == 1.0


def test_a_dominated_prediction_is_told_by_whom() -> None:
    held = contest(["A", "B"], [counts(70, 10, 30), counts(60, 20, 40)])
    assert held.standings[0].why_never == ""
    assert held.standings[1].why_never == (
        "No α and β make B best: for each voxel found, A neither invents more nor misses more."
    )
    assert held.sectors[0].winner == 0


def test_one_between_two_others_is_told_so() -> None:
    """x, y of A (.2, 1), C (1, .2) and B (.7, .7), above the line between them: neither dominates B alone."""
    held = contest(["A", "B", "C"], [counts(50, 10, 50), counts(59, 41, 41), counts(83, 83, 17)])
    assert held.standings[1].sector is None
    assert held.standings[1].why_never == "No α and β make B best: at any price of a miss, A or C is ahead of it."


def test_one_that_found_nothing_and_one_that_is_level() -> None:
    held = contest(["A", "B", "C"], [counts(7, 2, 3), counts(0, 5, 10), counts(7, 2, 3)])
    assert held.standings[1].why_never == "No α and β make B best: it found nothing."
    assert held.standings[2].why_never == "C is level with A at every α and β."
    assert [held.level_with(position) for position in range(3)] == [("C",), (), ()]


def test_where_there_is_nothing_to_find_the_one_that_invents_nothing_is_best() -> None:
    """Its index is 1 by rule, and that of any that invents something is 0, whatever the costs."""
    held = contest(["A", "B", "C"], [counts(0, 5, 0), counts(0, 0, 0), counts(0, 0, 0)])
    assert [(one.low, one.high, one.winner) for one in held.sectors] == [(0.0, math.pi / 2, 1)]
    assert [one.why_never for one in held.standings] == [
        "No α and β make A best: there is nothing to find, and B invents nothing.",
        "",
        "C is level with B at every α and β.",
    ]
    assert leaders([counts(0, 5, 0), counts(0, 0, 0), counts(0, 0, 0)], 0.3, 0.7) == (1, 2)


def test_one_that_found_nothing_is_behind_even_where_errors_cost_nothing() -> None:
    """The index of A is 0 at all costs; that of B is 7/9 where only false positives cost, and 1 where nothing does."""
    rivals = [counts(0, 0, 10), counts(7, 2, 3)]
    assert leaders(rivals, 1.0, 0.0) == leaders(rivals, 0.0, 0.0) == (1,)


def test_the_only_one_that_found_anything_is_ahead_everywhere() -> None:
    held = contest(["A", "B"], [counts(0, 5, 10), counts(7, 2, 3)])
    assert [(one.low, one.high, one.winner) for one in held.sectors] == [(0.0, math.pi / 2, 1)]


def test_leaders_are_those_with_the_highest_index() -> None:
    rng = np.random.default_rng(5)
    for _ in range(300):
        truth = int(rng.integers(0, 4))  # so few that some find nothing, and some have nothing to find
        found, (alpha, beta) = rng.integers(0, truth + 1, 4), rng.integers(0, 5, 2) / 4
        rivals = [counts(int(tp), int(rng.integers(0, 3)), truth - int(tp)) for tp in found]
        values = [exact_index(*rival.counts[:3], alpha, beta) for rival in rivals]
        assert leaders(rivals, alpha, beta) == tuple(i for i, value in enumerate(values) if value == max(values))


def test_all_that_are_level_lead_together() -> None:
    """A and B are level at β/α = 1.4; C is a copy of A."""
    rivals = [counts(80, 60, 20), counts(60, 10, 40), counts(80, 60, 20)]
    assert leaders(rivals, 0.5, 0.7) == (0, 1, 2)
    assert leaders(rivals, 0.5, 0.8) == (0, 2)
    assert leaders(rivals, 0.5, 0.5) == (1,)


def test_costs_that_no_float_holds_exactly_are_level_too() -> None:
    """4/(4 + .3·6 + .7·2) = 3/(3 + .3·1 + .7·3) = 5/9."""
    assert leaders([counts(4, 6, 2), counts(3, 1, 3)], 0.3, 0.7) == (0, 1)
    assert leaders([counts(4, 6, 2), counts(3, 1, 3)], 0.3, 0.7001) == (0,)


def test_break_even_in_millilitres() -> None:
    """Voxels of .01 ml: A finds 20 more, invents 50 more; level at β/α = 1.4."""
    first, second = counts(80, 60, 20, voxel_ml=0.01), counts(60, 10, 40, voxel_ml=0.01)
    assert break_even(first, second).in_words("A", "B") == (
        "A finds 0.20 ml more and invents 0.50 ml more than B. A is ahead once a missed ml costs more than 1.40 "
        "invented ml."
    )
    assert break_even(second, first).in_words("B", "A") == (
        "B finds 0.20 ml less and invents 0.50 ml less than A. A is ahead once a missed ml costs more than 1.40 "
        "invented ml."
    )


def test_a_price_next_to_nothing_is_not_told_as_nothing() -> None:
    """A has (900, 101, 100), B (100, 11, 900): level at (101·100 − 11·900) / (900·900 − 100·100) = 200/800000."""
    first, second = counts(900, 101, 100), counts(100, 11, 900)
    price = break_even(first, second).price
    assert price == pytest.approx((101 * 100 - 11 * 900) / (900 * 900 - 100 * 100))
    assert break_even(first, second).in_words("A", "B").endswith("costs more than 0.00025 invented voxels.")
    assert [price_text(number) for number in (0.0, 0.096, 0.1, 1.4, 12345.678)] == [
        "0.00", "0.10", "0.10", "1.40", "12345.68",
    ]  # fmt: skip


def test_break_even_in_voxels_and_where_there_is_none() -> None:
    assert break_even(counts(80, 60, 20), counts(60, 10, 40)).in_words("A", "B") == (
        "A finds 20 voxels more and invents 50 voxels more than B. A is ahead once a missed voxel costs more than "
        "1.40 invented voxels."
    )
    assert break_even(counts(70, 10, 30), counts(69, 20, 31)).in_words("A", "B") == (
        "A finds 1 voxel more and invents 10 voxels less than B."
    )


def test_the_break_even_is_where_the_indexes_meet() -> None:
    rng = np.random.default_rng(12)
    for _ in range(300):
        first, second = random_rivals(rng, 2)
        price = break_even(first, second).price
        if price is None:
            continue
        level = [float(tversky(one, 1.0, price)) for one in (first, second)]
        assert level[0] == pytest.approx(level[1], rel=1e-12)
        dearer = [float(tversky(one, 1.0, price * 1.1)) for one in (first, second)]
        finds_more = first.counts[0] > second.counts[0]
        assert (dearer[0] > dearer[1]) == finds_more


def test_means_are_computed_at_each_cost() -> None:
    rng = np.random.default_rng(13)
    rivals = [[counts(*(int(n) for n in rng.integers(1, 50, 3))) for _ in range(3)] for _ in range(2)]
    drawn = mean_winners(rivals, 8)
    for row in range(8):
        for column in range(8):
            alpha, beta = (column + 0.5) / 8, (7 - row + 0.5) / 8
            means = [np.mean([float(exact_index(*one.counts[:3], alpha, beta)) for one in group]) for group in rivals]
            assert drawn.means[:, row, column] == pytest.approx(means)
            assert drawn.winner[row, column] == int(np.argmax(means))
    assert "8 × 8" in drawn.note


def test_a_mean_over_labels_has_no_rays() -> None:
    """Both lead on one label, but which lead is larger depends on the sum of the costs too: along the ray α = β the
    winner changes."""
    rivals = [[counts(50, 0, 50), counts(10, 90, 0)], [counts(32, 0, 68), counts(30, 60, 2)]]
    diagonal = np.diagonal(np.fliplr(mean_winners(rivals, 200, largest_cost=2.0).winner))
    assert len(set(diagonal.tolist())) == 2


def test_labels_that_nobody_has_are_left_out_of_the_mean() -> None:
    drawn = mean_winners([[counts(3, 2, 1), counts(0, 0, 0)], [counts(2, 1, 2)]], 4)
    assert drawn.over == (1, 1)
