"""A reviewer accepts, sends back or rejects a prediction and single regions of it, and says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from segdiff.data import RegionKey
from segdiff.gui.widgets.verdict_row import VerdictRow
from segdiff.session import Decision
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import LEFT, Person


@pytest.fixture
def person(open_window: OpenWindow, files: dict[str, Path]) -> Person:
    predictions = (files["eager"], files["cautious"])
    return open_window(image=files["scan"], truth=files["gt"], predictions=predictions).wait_for_case()


def press(person: Person, row: VerdictRow, decision: Decision) -> None:
    person.qtbot.mouseClick(row._decisions.button(decision), LEFT)


def write(person: Person, row: VerdictRow, text: str) -> None:
    row.comment.setFocus()
    row.comment.selectAll()
    person.qtbot.keyClicks(row.comment, text)
    person.qtbot.keyClick(row.comment, Qt.Key.Key_Return)


def test_each_prediction_has_a_verdict_of_its_own(person: Person) -> None:
    row = person.window.case.verdict
    press(person, row, Decision.REJECT)
    write(person, row, "Left border")
    person.app.store.apply(lambda s: s.with_prediction("cautious"))
    assert (row._decisions.value, row.comment.text()) == (None, "")
    press(person, row, Decision.ACCEPT)
    person.app.store.apply(lambda s: s.with_prediction("eager"))
    assert (row._decisions.value, row.comment.text()) == (Decision.REJECT, "Left border")
    given = [(one.subject.prediction, one.decision, one.comment) for one in person.state.verdicts.given]
    assert given == [("eager", Decision.REJECT, "Left border"), ("cautious", Decision.ACCEPT, "")]


def test_pressed_again_it_is_taken_back_and_undo_takes_that_back(person: Person) -> None:
    row = person.window.case.verdict
    press(person, row, Decision.FIX)
    press(person, row, Decision.FIX)
    assert person.state.verdicts.given == ()
    assert row._decisions.value is None
    person.press("Ctrl+Z")
    assert row._decisions.value is Decision.FIX


def test_a_region_is_judged_apart_from_the_whole(person: Person) -> None:
    row = person.window.regions.verdict
    assert not row.isVisible()
    person.press("N")
    person.wait(row.isVisible)
    press(person, row, Decision.FIX)
    write(person, row, "vessel, not lesion")
    mark = person.state.region_mark
    (given,) = person.state.verdicts.given
    assert (given.subject.region, given.decision, given.comment) == (mark, Decision.FIX, "vessel, not lesion")
    assert person.window.case.verdict._decisions.value is None
    rows = person.window.regions.rows
    names = [rows.index(place, 0).data() for place in range(rows.rowCount())]
    assert [name.endswith("· to be fixed") for name in names] == [True] + [False] * (len(names) - 1)
    assert rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole).endswith("vessel, not lesion")
    person.app.store.apply(lambda s: s.with_prediction("cautious"))
    assert person.state.region_verdicts == {}
    person.app.store.apply(lambda s: s.with_prediction("eager"))
    assert list(person.state.region_verdicts) == [RegionKey(given.subject.region.outcome, given.subject.region.voxel)]
    person.app.store.apply(lambda s: s.with_region(None))
    assert not row.isVisible()


def test_letters_typed_into_a_comment_are_no_commands(person: Person) -> None:
    before = person.state
    write(person, person.window.case.verdict, "sb1f n {")
    assert person.state.overlay == before.overlay
    assert person.state.prediction == before.prediction
    assert person.state.verdicts.given[0].comment == "sb1f n {"
    assert QApplication.focusWidget() is person.window.case.verdict.comment


def type_into(person: Person, row: VerdictRow, text: str) -> None:
    """Type, and leave the keyboard where it is."""
    row.comment.setFocus()
    person.qtbot.keyClicks(row.comment, text)


def test_what_is_being_typed_stays_with_what_it_is_about(person: Person) -> None:
    row = person.window.case.verdict
    type_into(person, row, "left border ")
    assert row.comment.text() == "left border "
    person.qtbot.mouseClick(person.window.case._predictions["cautious"], LEFT)
    assert (person.state.prediction, row.comment.text()) == ("cautious", "")
    type_into(person, row, "right")
    person.qtbot.mouseClick(person.window.case._predictions["eager"], LEFT)
    assert (row.comment.text(), row.comment.cursorPosition()) == ("left border", 0)
    assert [(one.subject.prediction, one.comment) for one in person.state.verdicts.given] == [
        ("eager", "left border"),
        ("cautious", "right"),
    ]


def test_what_is_being_typed_is_work_and_undone_as_a_whole(person: Person) -> None:
    row = person.window.case.verdict
    press(person, row, Decision.FIX)
    type_into(person, row, "too wide")
    assert person.app._sessions.has_unsaved_work
    current = person.app._sessions.current()
    assert current is not None
    assert current.view.verdicts.given[0].comment == "too wide"
    person.click("Undo")
    assert (row._decisions.value, row.comment.text()) == (Decision.FIX, "")
    person.click("Undo")
    assert row._decisions.value is None


def test_letters_are_put_in_the_middle_of_a_comment(person: Person) -> None:
    row = person.window.case.verdict
    type_into(person, row, "left edge")
    row.comment.setCursorPosition(5)
    person.qtbot.keyClicks(row.comment, "upper ")
    assert (row.comment.text(), person.state.verdicts.given[0].comment) == ("left upper edge", "left upper edge")
