"""Means over labels: who is ahead along α + β = 1, against the means themselves."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from segdiff.errors import ParameterProblem
from segdiff.explore import mean_index, mean_strip
from tests.explore.counted import counts, exact_index

FIRST = [counts(50, 0, 50), counts(10, 90, 0)]
SECOND = [counts(32, 0, 68), counts(30, 60, 2)]


def test_a_mean_is_the_mean_of_the_indexes() -> None:
    """50/(50 + .7·50) and 10/(10 + .3·90): 10/17 and 10/37."""
    assert mean_index(FIRST, 0.3, 0.7) == pytest.approx((10 / 17 + 10 / 37) / 2)


def test_a_strip_names_the_best_mean_everywhere_but_at_its_borders() -> None:
    strip = mean_strip([FIRST, SECOND])
    assert (strip[0].low, strip[-1].high) == (0.0, 1.0)
    assert all(one.high == two.low for one, two in pairwise(strip))
    assert {one.winner for one in strip} == {0, 1}
    for alpha in np.linspace(0.0011, 0.9989, 331):
        means = [
            np.mean([float(exact_index(*one.counts[:3], float(alpha), 1.0 - float(alpha))) for one in group])
            for group in (FIRST, SECOND)
        ]
        near = any(abs(alpha - one.low) < 1 / 400 for one in strip[1:])
        holder = next(one for one in strip if one.low <= alpha <= one.high)
        assert near or holder.winner == int(np.argmax(means))


def test_nothing_to_average_is_no_mean() -> None:
    with pytest.raises(ParameterProblem, match="nothing to average"):
        mean_strip([[counts(0, 0, 0)], SECOND])
