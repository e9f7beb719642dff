"""A slider whose value can be typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from segdiff.gui.widgets.number_slider import NumberSlider


@pytest.fixture
def slider(qtbot: QtBot) -> NumberSlider:
    """From 0 to 1 by hand, to 10 by typing; at 0.30."""
    made = NumberSlider("Miss cost β", "Miss cost β", 0.0, 1.0, 0.01, colour="fn", typed_maximum=10.0)
    qtbot.addWidget(made)
    made.value = 0.3
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def wishes(slider: NumberSlider) -> list[float]:
    """What is wished for, and granted at once."""
    heard: list[float] = []

    def grant(value: float) -> None:
        heard.append(value)
        slider.value = value

    slider.wished.connect(grant)
    return heard


def type_in(slider: NumberSlider, text: str, qtbot: QtBot) -> None:
    slider.edit.setFocus()
    slider.edit.selectAll()
    qtbot.keyClicks(slider.edit, text)
    qtbot.keyClick(slider.edit, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [
        ("0.25", 0.25, "0.25"),
        ("0,25", 0.25, "0.25"),
        (".4", 0.4, "0.40"),
        (",4", 0.4, "0.40"),
        ("1", 1.0, "1.00"),
        ("2.5", 2.5, "2.50"),
        ("0.3333", 0.3333, "0.3333"),
        ("12", 10.0, "10.00"),
    ],
)
def test_numbers_are_typed_with_point_or_comma(
    slider: NumberSlider, wishes: list[float], qtbot: QtBot, typed: str, value: float, shown: str
) -> None:
    type_in(slider, typed, qtbot)
    assert wishes == [value]
    assert slider.edit.text() == shown
    assert slider.slider.number == min(1.0, value)


@pytest.mark.parametrize("typed", ["", ".", ",", "abc", "-"])
def test_what_is_no_number_changes_nothing(slider: NumberSlider, wishes: list[float], qtbot: QtBot, typed: str) -> None:
    if typed:
        type_in(slider, typed, qtbot)
    else:
        slider.edit.setFocus()
        slider.edit.selectAll()
        qtbot.keyClick(slider.edit, Qt.Key.Key_Delete)
        qtbot.keyClick(slider.edit, Qt.Key.Key_Return)
    assert wishes == []
    assert slider.edit.text() == "0.30"


def test_letters_and_signs_cannot_be_typed(slider: NumberSlider, wishes: list[float], qtbot: QtBot) -> None:
    type_in(slider, "-0.x2e5", qtbot)
    assert wishes == [0.25]


def test_a_number_that_is_not_granted_is_not_shown(slider: NumberSlider, qtbot: QtBot) -> None:
    type_in(slider, "7", qtbot)
    assert slider.edit.text() == "0.30"


def test_leaving_the_field_takes_what_was_typed(slider: NumberSlider, wishes: list[float], qtbot: QtBot) -> None:
    slider.edit.setFocus()
    slider.edit.selectAll()
    qtbot.keyClicks(slider.edit, "0,6")
    slider.slider.setFocus()
    assert wishes == [0.6]


def test_leaving_the_field_untouched_wishes_nothing(slider: NumberSlider, wishes: list[float]) -> None:
    slider.edit.setFocus()
    slider.slider.setFocus()
    assert wishes == []


def test_return_gives_the_keyboard_to_the_slider(slider: NumberSlider, wishes: list[float], qtbot: QtBot) -> None:
    type_in(slider, "0.5", qtbot)
    assert slider.slider.hasFocus()
    qtbot.keyClick(slider.slider, Qt.Key.Key_Right)
    assert wishes == [0.5, 0.51]
    assert slider.edit.text() == "0.51"


def test_a_new_value_does_not_disturb_who_is_typing(slider: NumberSlider, qtbot: QtBot) -> None:
    slider.edit.setFocus()
    slider.edit.selectAll()
    qtbot.keyClicks(slider.edit, "0.6")
    slider.value = 0.9
    assert slider.edit.text() == "0.6"
    assert slider.slider.number == 0.9


def test_the_symbol_has_a_colour_of_its_own(slider: NumberSlider) -> None:
    slider.show_symbol("β", "#2b8fcf")
    assert slider.title.text() == 'Miss cost <b style="color:#2b8fcf">β</b>'


def test_both_parts_are_named(slider: NumberSlider) -> None:
    assert slider.slider.accessibleName() == "Miss cost β"
    assert slider.edit.accessibleName() == "Miss cost β, as a number"
