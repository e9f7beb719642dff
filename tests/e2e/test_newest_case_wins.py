"""Whatever was asked for last is on screen in the end, and nothing of what was asked for before."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from segdiff.data import Case
from segdiff.gui import pipeline
from segdiff.gui.latest import Ticket
from segdiff.gui.opening import ReadResult
from segdiff.io import CaseRequest
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import Person
from tests.gui.cases import case_of, cautious, eager, labelled

WAIT = 20.0


class SlowReading:
    """A reading that ends when the test says so."""

    def __init__(self, case: Case) -> None:
        self.begun, self.may_end = threading.Event(), threading.Event()
        self.was_stale: bool | None = None
        self._case = case

    def __call__(self, ticket: Ticket) -> ReadResult:
        self.begun.set()
        assert self.may_end.wait(WAIT)
        self.was_stale = ticket.is_stale()
        return ReadResult(self._case, CaseRequest(), (0, 0, 0))


def result(case: Case) -> Callable[[Ticket], ReadResult]:
    return lambda _ticket: ReadResult(case, CaseRequest(), (0, 0, 0))


def test_a_newer_reading_replaces_an_older_one(open_window: OpenWindow) -> None:
    person = open_window()
    shown: list[str] = []
    person.app.store.changed.connect(lambda _old, new: shown.append(new.case.name))
    slow = SlowReading(case_of(eager(), name="slow"))
    person.app.pipeline.read(slow)
    assert slow.begun.wait(WAIT)
    person.app.pipeline.read(result(case_of(eager(), name="second")))
    person.app.pipeline.read(result(case_of(eager(), name="third")))
    slow.may_end.set()
    person.wait_for_case()
    assert slow.was_stale
    assert shown == ["third"]


def test_numbers_of_an_earlier_case_never_appear(open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first case is still being measured when the second arrives; the answer of the first is for nobody."""
    person = open_window()
    begun, may_end, original, measured = threading.Event(), threading.Event(), pipeline._measure, []

    def slow(case: Case, *more: object) -> object:
        if case.name == "first":
            begun.set()
            assert may_end.wait(WAIT)
        measured.append(case.name)
        return original(case, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "_measure", slow)
    person.app.pipeline.read(result(case_of(eager(), name="first")))
    person.wait(begun.is_set)
    seen: list[str] = []
    person.app.pipeline.measured.connect(lambda: seen.append(person.formula()))
    person.app.pipeline.read(result(case_of(labelled(), name="second")))
    person.wait(lambda: person.state.case is not None and person.state.case.name == "second")
    may_end.set()
    person.wait_for_case("second")
    assert measured == ["first", "second"]
    assert seen == ["16 divided by 16 + .30·5 + .70·4 equals .7882"]


def test_the_prediction_looked_at_last_is_the_one_with_the_numbers(show_case: Callable[..., Person]) -> None:
    person = show_case(case_of(eager(), cautious(), labelled()))
    person.wait(lambda: person.state.case is not None)
    for name in ("cautious", "labelled", "eager", "cautious"):
        person.app.store.apply(lambda state, name=name: state.with_prediction(name))
    person.wait_for_case()
    assert person.formula() == "12 divided by 12 + .30·3 + .70·8 equals .6486"
    assert person.legend()["False positive"][2] == "20 % of B"


def test_files_dropped_in_a_hurry(open_window: OpenWindow, files: dict[str, Path]) -> None:
    """Before the first drop has been read the second comes: it joins what is on screen, which is still nothing."""
    person = open_window()
    person.drop(files["scan"], files["gt"], files["eager"])
    person.drop(files["gt"], files["labelled"])
    person.wait_for_case()
    assert person.state.case is not None
    assert [prediction.name for prediction in person.state.case.predictions] == ["labelled"]
