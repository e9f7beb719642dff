"""Ctrl+Z takes back what one movement of the hand did: a drag from its first pixel to its last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from segdiff.gui.undoing import words_for
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import LEFT, Person
from tests.gui.cases import case_of, cautious, eager

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def person(show_case: Callable[..., Person]) -> Person:
    return show_case(case_of(eager(), cautious())).wait_for_case()


def drag(person: Person, name: str, *shares: float) -> None:
    """Press on a slider, move over these shares of its width, and let go."""
    slider = person.slider(name)
    points = [QPoint(round(slider.width() * share), slider.height() // 2) for share in shares]
    person.qtbot.mousePress(slider, LEFT, pos=points[0])
    for point in points[1:]:
        person.qtbot.mouseMove(slider, point)
    person.qtbot.mouseRelease(slider, LEFT, pos=points[-1])


def test_a_drag_is_taken_back_at_once_and_done_again(person: Person) -> None:
    drag(person, "False-positive cost α", 0.32, 0.4, 0.55, 0.8)
    dragged, formula = person.state.alpha, person.formula()
    assert dragged > 0.7
    person.key(Key.Key_Z, CTRL)
    assert (person.state.alpha, person.state.beta) == (0.3, 0.7)
    assert person.formula() == "18 divided by 18 + .30·12 + .70·2 equals .7826"
    assert not person.button("Undo").isEnabled()
    person.key(Key.Key_Z, CTRL | SHIFT)
    assert (person.state.alpha, person.formula()) == (dragged, formula)


def test_the_button_says_what_it_takes_back(person: Person) -> None:
    undo = person.button("Undo")
    assert not undo.isEnabled()
    drag(person, "Threshold", 0.5, 0.7)
    assert undo.toolTip() == "Take back the threshold (Ctrl+Z)"
    person.click("Undo")
    assert person.state.threshold == 0.5
    assert undo.toolTip() == "Nothing to take back"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"region"}, "the marked region"),
        ({"cursor", "region"}, "the place in the picture"),
        ({"prediction", "region"}, "the prediction"),
        ({"label", "region"}, "the label"),
        ({"layout", "plane"}, "the layout"),
        ({"layout", "plane", "prediction", "region"}, "the layout"),
        ({"labels", "label"}, "the labels"),
        ({"region_kind"}, "what is listed"),
        ({"neighbours", "region"}, "what is listed"),
        ({"alpha", "threshold"}, "the view"),
    ],
)
def test_what_comes_along_with_a_change_does_not_hide_its_name(fields: set[str], words: str) -> None:
    assert words_for(fields) == words


def test_two_clicks_are_two_steps(person: Person) -> None:
    person.click("Overlay: Outline")
    person.click("Overlay: Both")
    person.click("Undo")
    assert person.state.overlay.draw_as == "outline"
    person.click("Undo")
    assert person.state.overlay.draw_as == "fill"


def test_scrolling_does_not_bury_what_was_changed_before(person: Person) -> None:
    drag(person, "Threshold", 0.5, 0.7)
    person.window.slices.setFocus()
    before = person.state.cursor
    for _ in range(3):
        person.key(Key.Key_Down)
    person.key(Key.Key_Z, CTRL)
    assert person.state.cursor == before
    person.key(Key.Key_Z, CTRL)
    assert person.state.threshold == 0.5


def test_looking_at_the_bare_image_is_no_step(person: Person) -> None:
    drag(person, "Threshold", 0.5, 0.7)
    overlaid = person.picture(person.window.slices)
    person.qtbot.keyPress(person.window, Key.Key_Space)
    assert (person.picture(person.window.slices) != overlaid).any()
    person.qtbot.keyRelease(person.window, Key.Key_Space)
    person.key(Key.Key_Z, CTRL)
    assert (person.state.threshold, person.state.overlay.visible) == (0.5, True)


def test_another_case_cannot_be_undone(open_window: OpenWindow, files: dict[str, Path]) -> None:
    person = open_window(image=files["scan"], truth=files["gt"], predictions=(files["eager"],)).wait_for_case()
    drag(person, "Threshold", 0.5, 0.7)
    person.drop(files["cautious"])
    person.wait(lambda: person.state.case is not None and len(person.state.case.predictions) == 2)
    person.key(Key.Key_Z, CTRL)
    assert len(person.state.case.predictions) == 2 if person.state.case else False
    assert person.state.threshold > 0.6
