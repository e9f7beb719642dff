"""What was decided about which prediction or region of which case."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from segdiff.data import Case, Grid, LabelMap, Outcome, Prediction
from segdiff.session import Decision, RegionMark, Subject, Verdict, Verdicts, ViewState

GRID = Grid((2, 3, 4), (2.0, 1.0, 0.5))
MARK = RegionMark(Outcome.FALSE_POSITIVE, "1", (1, 2, 3))


def case_in(folder: str) -> Case:
    def labels(name: str) -> LabelMap:
        return LabelMap(np.ones(GRID.shape, np.uint8), GRID, Path(folder) / name)

    return Case("case", truth=labels("t.nii"), predictions=(Prediction("a", labels("a.nii")),))


def test_a_decision_and_a_comment_are_kept_apart_and_together() -> None:
    subject = Subject("a")
    verdicts = Verdicts().with_decision(subject, Decision.FIX).with_comment(subject, "  left edge ")
    assert verdicts.of(subject) == Verdict(subject, Decision.FIX, "left edge")
    assert verdicts.with_decision(subject, None).of(subject) == Verdict(subject, None, "left edge")


def test_an_empty_verdict_is_none() -> None:
    subject = Subject("a")
    assert Verdicts().with_decision(subject, Decision.ACCEPT).with_decision(subject, None) == Verdicts()
    assert Verdicts().with_comment(subject, "   ") == Verdicts()
    assert Verdicts().of(subject) == Verdict(subject)


def test_the_order_is_that_of_the_first_decision() -> None:
    verdicts = Verdicts()
    for name, decision in (("b", Decision.FIX), ("a", Decision.REJECT), ("b", Decision.ACCEPT)):
        verdicts = verdicts.with_decision(Subject(name), decision)
    assert [(v.subject.prediction, v.decision) for v in verdicts.given] == [("b", "accept"), ("a", "reject")]


def test_a_region_has_a_verdict_of_its_own() -> None:
    state = ViewState().with_case(case_in("/one")).with_decision(Decision.ACCEPT).with_decision(Decision.FIX, MARK)
    whole, region = state.subject(), state.subject(MARK)
    assert whole is not None
    assert region is not None
    assert (state.verdicts.of(whole).decision, state.verdicts.of(region).decision) == (Decision.ACCEPT, Decision.FIX)


def test_each_case_has_verdicts_of_its_own() -> None:
    """The same names in another folder are another case; back in the first, its verdict is there again."""
    first = ViewState().with_case(case_in("/one")).with_decision(Decision.REJECT).with_comment("wrong side")
    second = first.with_case(case_in("/two"))
    subject = second.subject()
    assert subject is not None
    assert second.verdicts.of(subject) == Verdict(subject)
    again = second.with_decision(Decision.ACCEPT).with_case(case_in("/one"))
    judged = again.subject()
    assert judged is not None
    assert again.verdicts.of(judged) == Verdict(judged, Decision.REJECT, "wrong side")


def test_without_a_prediction_nothing_is_judged() -> None:
    empty = ViewState()
    assert empty.with_decision(Decision.ACCEPT) == empty.with_comment("x") == empty
