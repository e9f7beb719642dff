"""Everything can be done without a mouse, and every stop on the way says its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QRadioButton, QWidget

from segdiff.gui.keys import Key as Row
from segdiff.gui.keys import choose_keys, key_table
from segdiff.gui.settings import SettingsDialog
from segdiff.gui.widgets.slider import Slider
from segdiff.session import DrawAs, Layout
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import Person, spoken
from tests.gui.cases import case_of, cautious, eager, labelled

Key, SHIFT, CTRL = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def person(show_case: Callable[..., Person]) -> Person:
    return show_case(case_of(eager(), cautious(), labelled())).wait_for_case()


def round_trip(person: Person, key: Qt.Key = Key.Key_Tab) -> list[QWidget]:
    """Every widget that Tab reaches, from the picture once round and back to it."""
    person.window.slices.setFocus()
    start = person.window.focusWidget()
    stops = [start]
    while True:
        person.key(key, SHIFT if key == Key.Key_Backtab else Qt.KeyboardModifier.NoModifier)
        stop = person.window.focusWidget()
        if stop is start:
            return stops
        assert stop not in stops, f"{stop} is reached twice"
        assert len(stops) < 100
        stops.append(stop)


def is_control(widget: QWidget) -> bool:
    """A visible, enabled control; of radio buttons, which the arrow keys go through, the one that is down."""
    if not (widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
        return False
    return widget.focusProxy() is None and (not isinstance(widget, QRadioButton) or widget.isChecked())


def test_tab_reaches_every_control_and_each_says_its_name(person: Person) -> None:
    stops = round_trip(person)
    controls = {widget for widget in person.window.findChildren(QWidget) if is_control(widget)}
    assert {spoken(widget) for widget in controls - set(stops)} == set()
    assert len(stops) >= 25
    for stop in stops:
        assert spoken(stop), stop
    label = next(stop for stop in stops if stop.accessibleName() == "Label")
    relations = QAccessible.queryAccessibleInterface(label).relations(QAccessible.RelationFlag.Label)
    assert [relation[0].object().accessibleName() for relation in relations] == ["Label"]


def test_tab_goes_from_the_top_to_the_case_the_picture_and_the_costs(person: Person) -> None:
    window, stops = person.window, round_trip(person)
    parts = (window.top, window.case, window.overlay, window.slices, window.bottom, window.tradeoff, window.scores)
    order = [next(i for i, part in enumerate(parts) if part.isAncestorOf(stop)) for stop in stops]
    first = order.index(0)
    assert order[first:] + order[:first] == sorted(order)
    assert round_trip(person, Key.Key_Backtab)[1:] == stops[:0:-1]


def test_the_keyboard_is_on_the_picture_when_a_case_comes(person: Person) -> None:
    assert person.window.slices.isAncestorOf(person.window.focusWidget())
    before = person.state.cursor
    person.key(Key.Key_Up)
    assert person.state.cursor == (before[0] + 1, *before[1:])


def test_it_comes_to_the_picture_from_wherever_it_was(open_window: OpenWindow, files: dict[str, Path]) -> None:
    person = open_window()
    next(one for one in person.window.top.findChildren(QPushButton) if one.text() == "Open…").setFocus()
    person.drop(files["scan"], files["gt"])
    person.wait_for_case()
    assert person.window.slices.isAncestorOf(person.window.focusWidget())


def test_costs_by_arrow_keys(person: Person) -> None:
    """From .30 by one and by ten steps to .41; β follows, and so does the formula: 18 / (18 + .41 · 12 + .59 · 2)."""
    person.tab_to("False-positive cost α")
    person.key(Key.Key_Right)
    person.key(Key.Key_Right, SHIFT)
    assert (person.state.alpha, person.state.beta) == (0.41, 0.59)
    assert person.formula() == "18 divided by 18 + .41·12 + .59·2 equals .7469"


def test_typing_a_cost(person: Person) -> None:
    person.tab_to("Miss cost β, as a number")
    for key in (Key.Key_0, Key.Key_Comma, Key.Key_6):
        person.key(key)
    person.key(Key.Key_Return)
    assert (person.state.alpha, person.state.beta) == (0.4, 0.6)
    assert person.state.overlay.outcomes[1].visible  # the digits were typed, not taken as keys of their own


def test_braces_change_the_prediction(person: Person) -> None:
    person.qtbot.keyClick(person.window, "}")
    assert person.state.prediction == "cautious"
    assert person.formula().startswith("12 divided by")
    person.qtbot.keyClick(person.window, "{")
    person.qtbot.keyClick(person.window, "{")
    assert person.state.prediction == "labelled"
    assert not person.slider("Threshold").isVisible()


@pytest.mark.parametrize("key", [key for key in key_table() if key.transition and key.usual], ids=lambda key: key.id)
def test_each_key_works_wherever_the_keyboard_is(person: Person, key: Row) -> None:
    """On the picture, on a slider, on a button and in the table; only where digits are typed are they typed."""
    for place in (person.window.slices, person.slider("Threshold"), person.button("Overlay: Fill")):
        place.setFocus()
        before = person.state
        person.press(key.usual[0])
        assert key.transition is not None
        assert person.state == key.transition(before), place


def test_s_switches_the_overlay_and_space_shows_the_bare_image_while_held(person: Person) -> None:
    overlaid = person.picture(person.window.slices)
    person.press("S")
    assert not person.state.overlay.visible
    bare = person.picture(person.window.slices)
    assert (bare != overlaid).any()
    person.press("S")
    for place in (person.window.slices, person.slider("Miss cost β")):
        place.setFocus()
        before, held = person.state, person.window.focusWidget()
        person.qtbot.keyPress(held, Key.Key_Space)
        assert (person.picture(person.window.slices) == bare).all()
        person.qtbot.keyRelease(held, Key.Key_Space)
        assert (person.picture(person.window.slices) == overlaid).all()
        assert person.state is before  # nothing to undo and nothing to save


def test_leaving_the_window_lets_space_go(person: Person) -> None:
    overlaid = person.picture(person.window.slices)
    person.qtbot.keyPress(person.window.focusWidget(), Key.Key_Space)
    assert (person.picture(person.window.slices) != overlaid).any()
    person.app.show_help()
    person.wait(lambda: not person.window.isActiveWindow())
    assert (person.picture(person.window.slices) == overlaid).all()
    person.window.findChild(QDialog).close()


def test_a_click_on_a_button_leaves_space_to_the_picture(person: Person) -> None:
    """Otherwise Space would press the button again."""
    person.window.slices.setFocus()
    person.click("Named costs: Dice")
    person.click("Overlay: Both")
    assert person.window.slices.isAncestorOf(person.window.focusWidget())
    assert person.state.overlay.draw_as is DrawAs.BOTH
    overlaid = person.picture(person.window.slices)
    person.qtbot.keyPress(person.window.focusWidget(), Key.Key_Space)
    assert (person.picture(person.window.slices) != overlaid).any()
    person.qtbot.keyRelease(person.window.focusWidget(), Key.Key_Space)


def test_x_shows_and_hides_the_crosshair(person: Person) -> None:
    with_cross = person.picture(person.window.slices)
    person.qtbot.keyClick(person.window, "X")
    without = person.picture(person.window.slices)
    assert (with_cross != without).any()
    person.qtbot.keyClick(person.window, "X")
    assert (person.picture(person.window.slices) == with_cross).all()


def test_help_opens_and_closes(person: Person) -> None:
    person.key(Key.Key_F1)
    dialog = person.window.findChild(QDialog)
    assert dialog.isVisible()
    with person.qtbot.waitSignal(dialog.destroyed):
        person.qtbot.keyClick(dialog, Key.Key_Escape)


def test_buttons_of_the_top_bar(person: Person) -> None:
    for name in ("Views: One", "Settings"):
        person.button(name).setFocus(Qt.FocusReason.TabFocusReason)
        person.key(Key.Key_Space)
    assert person.state.layout is Layout.ONE
    dialog = person.window.findChild(SettingsDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_delete_takes_the_prediction_out_that_the_keyboard_is_on(person: Person) -> None:
    person.window.findChildren(QRadioButton)[0].setFocus()
    person.key(Key.Key_Delete)
    assert person.state.case is not None
    assert [one.name for one in person.state.case.predictions] == ["cautious", "labelled"]
    assert person.state.prediction == "cautious"
    assert spoken(person.window.focusWidget()) == "Prediction A, cautious"


def test_after_the_last_of_the_list_the_keyboard_is_on_the_one_above_it(person: Person) -> None:
    person.press("{")
    person.window.findChildren(QRadioButton)[2].setFocus()
    person.key(Key.Key_Delete)
    assert spoken(person.window.focusWidget()) == "Prediction B, cautious"
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(person.window.focusWidget(), held)
    assert person.state.case is not None
    assert len(person.state.case.predictions) == 2, "a key that is held takes out no second one"
    for _ in range(2):
        person.key(Key.Key_Delete)
    assert spoken(person.window.focusWidget()) == "+  Add a prediction, or drop it"


def test_a_prediction_that_was_taken_out_can_be_put_back(open_window: OpenWindow, files: dict[str, Path]) -> None:
    predictions = (files["eager"], files["cautious"])
    person = open_window(image=files["scan"], truth=files["gt"], predictions=predictions).wait_for_case()
    person.window.findChildren(QRadioButton)[0].setFocus()
    person.key(Key.Key_Delete)
    assert person.window.message.text == "eager was taken out of the case; its file stays where it is."
    person.click("Put it back")
    person.wait(lambda: person.state.case is not None and len(person.state.case.predictions) == 2)
    assert [one.name for one in person.state.case.predictions] == ["eager", "cautious"]
    assert person.window.message.text == ""
    assert len(person.app._opener.opened.predictions) == 2


def test_opening_files(open_window: OpenWindow, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    person = open_window()
    chosen = [str(files[name]) for name in ("scan", "gt", "eager")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    person.key(Key.Key_O, CTRL)
    person.wait_for_case()
    assert person.formula().startswith("18 divided by 18")
    assert isinstance(person.slider("Threshold"), Slider)


def test_the_demo_from_the_empty_window(open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tab from the empty picture to the button, Space: the demo. A small case stands in for it."""
    monkeypatch.setattr("segdiff.demo.demo_case", lambda: case_of(eager(), name="demo"))
    person = open_window()
    person.tab_to("Look at the synthetic demo")
    person.key(Key.Key_Space)
    person.wait_for_case("demo")


def test_keys_that_were_changed_are_told_as_they_are_now(person: Person) -> None:
    choose_keys("overlay", ("Shift+Y",))
    choose_keys("peek", ())
    choose_keys("save", ("Ctrl+K",))
    choose_keys("undo", ("Ctrl+Backspace",))
    person.app.shortcuts.bind()
    person.press("]")
    words = person.words(person.window.overlay)
    assert "Shift+Y" in words
    assert not {"S", "Space", "Hold", "for the bare image"} & set(words)
    assert person.button("Undo").toolTip() == "Take back the threshold (Ctrl+Backspace)"
    menu = person.window.top.export.menu()
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == "Save session\tCtrl+K"
