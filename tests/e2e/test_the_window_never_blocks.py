"""However long something takes, the window answers, says what goes on, and can be told to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from segdiff.gui import pipeline
from segdiff.gui.latest import Ticket
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import Person
from tests.gui.cases import case_of, cautious, eager

WAIT = 20.0


class LongMeasuring:
    """Measures for as long as the test likes, and says how far it has come."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.may_end = threading.Event(), threading.Event()
        self._original = pipeline._measure
        monkeypatch.setattr(pipeline, "_measure", self)

    def __call__(self, case: object, comparison: object, wish: str, ticket: Ticket) -> object:
        ticket.progress("Measuring for a long time", 0.25)
        self.begun.set()
        assert self.may_end.wait(WAIT)
        return self._original(case, comparison, wish, ticket)  # type: ignore[arg-type]


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> LongMeasuring:
    return LongMeasuring(monkeypatch)


@pytest.fixture
def busy(show_case: Callable[..., Person], long: LongMeasuring) -> Person:
    """A window whose worker measures and will not end."""
    person = show_case(case_of(eager(), cautious()))
    person.wait(long.begun.is_set)
    return person


def cancel_button(person: Person) -> QPushButton:
    return next(b for b in person.window.status.findChildren(QPushButton) if b.text() == "Cancel")


def test_costs_slices_and_predictions_can_be_moved_meanwhile(busy: Person, long: LongMeasuring) -> None:
    before = busy.state.cursor
    busy.qtbot.keyClick(busy.slider("False-positive cost α"), Qt.Key.Key_Right)
    busy.qtbot.keyClick(busy.window.focusWidget(), Qt.Key.Key_Up)
    busy.qtbot.keyClick(busy.window, "}")
    busy.qtbot.keyClick(busy.window, "]")
    assert (busy.state.alpha, busy.state.prediction, busy.state.threshold) == (0.31, "cautious", 0.51)
    assert busy.state.cursor[0] == before[0] + 1
    assert not busy.app.pipeline.is_idle
    assert busy.formula().startswith("TP divided by")
    long.may_end.set()
    busy.wait_for_case()
    assert busy.formula() == "12 divided by 12 + .31·3 + .69·8 equals .6504"


def test_the_picture_and_the_errors_are_there_before_anything_is_measured(busy: Person, long: LongMeasuring) -> None:
    codes = busy.window.slices.shown_views[0].codes_layer.image
    assert codes is not None
    assert busy.words(busy.window.scores) != []
    long.may_end.set()
    busy.wait_for_case()


def test_it_says_what_goes_on_and_ends_saying_it(busy: Person, long: LongMeasuring) -> None:
    busy.wait(lambda: "Measuring for a long time" in busy.words(busy.window.status))
    assert cancel_button(busy).isVisible()
    assert "Measuring…" in busy.words(busy.window.scores)
    long.may_end.set()
    busy.wait_for_case()
    assert not cancel_button(busy).isVisible()
    assert not any("Measuring" in word for word in busy.words(busy.window))


def test_it_can_be_cancelled_and_taken_up_again(busy: Person, long: LongMeasuring) -> None:
    busy.wait(lambda: cancel_button(busy).isVisible())
    busy.qtbot.mouseClick(cancel_button(busy), Qt.MouseButton.LeftButton)
    assert not cancel_button(busy).isVisible()
    assert "Not measured." in busy.words(busy.window.scores)
    long.may_end.set()
    busy.wait_for_case()
    busy.qtbot.keyClick(busy.slider("False-positive cost α"), Qt.Key.Key_Right)
    assert busy.app.pipeline.is_idle
    assert busy.formula().startswith("TP divided by")
    busy.qtbot.keyClick(busy.window, "}")
    busy.wait_for_case()
    assert busy.formula().startswith("12 divided by")


def test_reading_can_be_cancelled_and_leaves_what_is_there(
    show_case: Callable[..., Person], files: dict[str, Path]
) -> None:
    person = show_case(case_of(eager())).wait_for_case()
    begun, may_end = threading.Event(), threading.Event()

    def slow(ticket: Ticket) -> object:
        ticket.progress("Reading slowly", 0.5)
        begun.set()
        assert may_end.wait(WAIT)
        return None

    person.app._opener.read(slow)  # type: ignore[arg-type]
    person.wait(begun.is_set)
    person.wait(lambda: "Reading slowly" in person.words(person.window.status))
    person.qtbot.mouseClick(cancel_button(person), Qt.MouseButton.LeftButton)
    may_end.set()
    person.wait_for_case("small")
    assert not cancel_button(person).isVisible()
    assert person.window.message.text == ""


def test_an_empty_window_invites_again_after_a_reading_was_cancelled(open_window: OpenWindow) -> None:
    person = open_window()
    begun, may_end = threading.Event(), threading.Event()

    def slow(_ticket: Ticket) -> object:
        begun.set()
        assert may_end.wait(WAIT)
        return None

    person.app._opener.read(slow)  # type: ignore[arg-type]
    assert begun.wait(WAIT)
    assert person.words(person.window.welcome) == ["Opening…"]
    person.qtbot.mouseClick(cancel_button(person), Qt.MouseButton.LeftButton)
    assert "Drop an image, a ground truth and a prediction here" in person.words(person.window.welcome)
    may_end.set()
    person.wait(lambda: person.app.pipeline.is_idle)
