"""Distances and lesions are dear: they are measured when everything else is there, and again at another threshold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from segdiff.data import Comparison
from segdiff.gui.details import FurtherOf
from segdiff.gui.latest import LatestTask
from tests.e2e.person import Person
from tests.gui.cases import case_of, cautious, eager


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Keys of what is measured, in order."""
    keys: list[object] = []
    submit = LatestTask.submit
    monkeypatch.setattr(LatestTask, "submit", lambda self, key, work: (keys.append(key), submit(self, key, work))[-1])
    return keys


def test_evidence_comes_first(show_case: Callable[..., Person], measured: list[object]) -> None:
    show_case(case_of(eager(), cautious())).wait_for_case()
    kinds = [type(key) for key in measured if not isinstance(key, str)]
    assert kinds[:2] == [Comparison, Comparison]
    assert kinds[-2:] == [FurtherOf, FurtherOf]
    assert Comparison not in kinds[2:]


def test_they_stand_in_the_table_in_millimetres(show_case: Callable[..., Person]) -> None:
    """Eager's second slice lies 2 mm above the truth's only one; cautious strays a row of 1 mm from it."""
    person = show_case(case_of(eager(), cautious())).wait_for_case()
    rows = person.scores()
    assert rows["HD95, mm"] == ["2.0", "1.0"]
    assert rows["Lesion recall"] == ["1.0000", "1.0000"]


def test_until_they_are_there_the_table_waits_for_them(show_case: Callable[..., Person]) -> None:
    person, answers = show_case(case_of(eager())), []
    person.app.pipeline.measured.connect(lambda: answers.append(person.scores()))
    person.wait_for_case()
    assert answers[0]["Dice"] != ["…"]
    assert answers[0]["HD95, mm"] == ["…"]
    assert person.scores()["HD95, mm"] != ["…"]


def test_another_threshold_asks_for_them_again(show_case: Callable[..., Person]) -> None:
    person = show_case(case_of(eager())).wait_for_case()
    before = person.scores()["ASSD, mm"]
    person.app.store.apply(lambda state: state.with_threshold(0.7))
    assert person.scores()["ASSD, mm"] == ["…"]
    person.wait_for_case()
    assert person.scores()["ASSD, mm"] not in (before, ["…"])
