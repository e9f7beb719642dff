"""What the registry makes of one decorated function."""

from __future__ import annotations

import math
from typing import Any

import pytest

from segdiff.errors import ParameterProblem
from segdiff.registry import Alpha, Better, Exponent, Gamma, Kind, Scope, Score, find, score, scores

WORDS = {"definition": "A share.", "formula": "a / b", "source": "nobody"}


@pytest.fixture
def share(monkeypatch: pytest.MonkeyPatch) -> Score:
    """A Score of integers, registered for the length of a test."""
    monkeypatch.setattr(_module(), "_registered", {})

    @score(title="Share", kind=Kind.METRIC, better=Better.HIGHER, **WORDS)
    def share(evidence: int, *, alpha: Alpha = 0.3, gamma: Gamma = 2.0) -> float:
        """Of the whole."""
        return evidence * alpha**gamma

    assert share(10, alpha=0.5) == 2.5, "the function itself stays as it is"
    return find("share")


def _module() -> Any:
    import importlib

    return importlib.import_module("segdiff.registry.scores")


def test_the_signature_says_what_is_needed_and_what_may_be_chosen(share: Score) -> None:
    assert (share.id, share.title, share.scope, share.evidence) == ("share", "Share", Scope.LABEL, int)
    assert {name: parameter.symbol for name, parameter in share.parameters.items()} == {"alpha": "α", "gamma": "γ"}
    assert dict(share.defaults) == {"alpha": 0.3, "gamma": 2.0}
    assert scores() == (share,)


def test_of_many_parameters_a_score_takes_its_own(share: Score) -> None:
    assert share.arguments({"alpha": 0.9, "beta": 0.1, "smoothing": 1.0}) == {"alpha": 0.9}


@pytest.mark.parametrize("value", [-0.5, math.nan, math.inf, "a half"])
def test_a_parameter_out_of_its_range_is_named(share: Score, value: Any) -> None:
    with pytest.raises(ParameterProblem, match=r"alpha \(α\) should be a number from 0 up"):
        share.arguments({"alpha": value})


def test_bounds_are_said_in_words() -> None:
    (exponent,) = Exponent.__metadata__
    assert exponent.bounds == "from 0.01 up"
    assert (exponent.allows(0.01), exponent.allows(0.0099), exponent.allows(7)) == (True, False, True)


def test_two_scores_cannot_share_a_name(share: Score) -> None:
    with pytest.raises(ValueError, match="two Scores are called 'share'"):
        score(title="Again", kind=Kind.METRIC, better=Better.HIGHER, **WORDS)(share.function)


def test_an_unknown_score_is_refused_with_a_way_out() -> None:
    with pytest.raises(ParameterProblem, match="no score called 'dise'; `segdiff scores` lists them all"):
        find("dise")
