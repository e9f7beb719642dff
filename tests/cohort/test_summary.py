"""What one score comes to over many cases."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segdiff.cohort import summary_of
from segdiff.evaluate import ScoreValue


def test_by_hand() -> None:
    """2, 4 and 9: mean 5; squares of 3, 1 and 4 make 26, so the deviation of a sample is the root of 13."""
    summary = summary_of([ScoreValue(9.0), ScoreValue(2.0), ScoreValue(4.0)])
    assert (summary.mean, summary.median) == (5.0, 4.0)
    assert summary.sd == pytest.approx(math.sqrt(13.0), rel=1e-15)
    assert (summary.over, summary.of, summary.undefined, summary.by_rule) == (3, 3, 0, 0)


def test_what_is_undefined_or_decided_by_a_rule_is_left_out() -> None:
    undefined, by_rule = ScoreValue(math.nan, undefined="it is 0/0 here"), ScoreValue(1.0, by_rule="both are empty")
    summary = summary_of([ScoreValue(0.25), undefined, None, by_rule, ScoreValue(0.75), ScoreValue(math.inf)])
    assert (summary.mean, summary.median) == (0.5, 0.5)
    assert (summary.over, summary.of, summary.undefined, summary.by_rule) == (2, 6, 3, 1)


def test_too_few_cases() -> None:
    one, none = summary_of([ScoreValue(0.3), None]), summary_of([None])
    assert (one.mean, one.median) == (0.3, 0.3)
    assert math.isnan(one.sd)
    assert all(map(math.isnan, (none.mean, none.sd, none.median)))
    assert (none.over, none.of) == (0, 1)


@given(st.lists(st.floats(0.0, 1.0), min_size=2, max_size=30))
def test_as_numpy_computes_it(numbers: list[float]) -> None:
    summary = summary_of([ScoreValue(number) for number in numbers])
    assert summary.mean == pytest.approx(np.mean(numbers), abs=1e-12)
    assert summary.sd == pytest.approx(np.std(numbers, ddof=1), abs=1e-12)
    assert summary.median == pytest.approx(np.median(numbers), abs=1e-12)
