"""The slider of real numbers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from segdiff.gui.widgets.slider import Slider

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def slider(qtbot: QtBot) -> Slider:
    """From 0 to 1 in hundredths, 218 px wide: the rail is 200 px long and begins at 9."""
    made = Slider(0.0, 1.0, 0.01, "False-positive cost α", "fp")
    qtbot.addWidget(made)
    made.resize(218, 20)
    made.number = 0.3
    made.show()
    return made


@pytest.fixture
def moves(slider: Slider) -> list[float]:
    heard: list[float] = []
    slider.moved.connect(heard.append)
    return heard


def test_setting_the_number_emits_nothing_and_stays_in_range(slider: Slider, moves: list[float]) -> None:
    slider.number = 0.534
    assert slider.number == 0.534
    slider.number = 3.0
    assert slider.number == 1.0
    slider.number = -1.0
    assert slider.number == 0.0
    assert moves == []


@pytest.mark.parametrize(
    ("key", "number"),
    [
        (Qt.Key.Key_Right, 0.31),
        (Qt.Key.Key_Up, 0.31),
        (Qt.Key.Key_Left, 0.29),
        (Qt.Key.Key_Down, 0.29),
        (Qt.Key.Key_PageUp, 0.4),
        (Qt.Key.Key_PageDown, 0.2),
        (Qt.Key.Key_Home, 0.0),
        (Qt.Key.Key_End, 1.0),
    ],
)
def test_keys_step_by_a_hundredth(slider: Slider, moves: list[float], qtbot: QtBot, key: Qt.Key, number: float) -> None:
    qtbot.keyClick(slider, key)
    assert slider.number == number
    assert moves == [number]


def test_with_shift_they_step_by_a_tenth(slider: Slider, moves: list[float], qtbot: QtBot) -> None:
    qtbot.keyClick(slider, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(slider, Qt.Key.Key_Down, SHIFT)
    assert moves == [0.4, 0.3]


def test_a_step_from_between_goes_to_the_grid(slider: Slider, moves: list[float], qtbot: QtBot) -> None:
    slider.number = 0.534
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert moves == [0.54]


def test_nothing_is_emitted_at_the_end(slider: Slider, moves: list[float], qtbot: QtBot) -> None:
    slider.number = 1.0
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert moves == []


def test_the_mouse_goes_where_it_is_pressed_and_dragged(slider: Slider, moves: list[float], qtbot: QtBot) -> None:
    qtbot.mousePress(slider, LEFT, pos=QPoint(9 + 50, 10))
    qtbot.mouseMove(slider, QPoint(9 + 150, 10))
    qtbot.mouseRelease(slider, LEFT, pos=QPoint(9 + 150, 10))
    qtbot.mousePress(slider, LEFT, pos=QPoint(500, 10))
    qtbot.mousePress(slider, LEFT, pos=QPoint(0, 10))
    assert moves == [0.25, 0.75, 1.0, 0.0]


def test_the_other_buttons_do_nothing(slider: Slider, moves: list[float], qtbot: QtBot) -> None:
    qtbot.mousePress(slider, Qt.MouseButton.RightButton, pos=QPoint(100, 10))
    assert moves == []


def test_the_wheel_is_left_to_the_panel(slider: Slider, moves: list[float]) -> None:
    at, no_button = QPointF(100, 10), Qt.MouseButton.NoButton
    phase, keys = Qt.ScrollPhase.NoScrollPhase, Qt.KeyboardModifier.NoModifier
    turned = QWheelEvent(at, slider.mapToGlobal(at), QPoint(), QPoint(0, 120), no_button, keys, phase, False)
    QApplication.sendEvent(slider, turned)
    assert moves == []
    assert not turned.isAccepted()


def test_space_is_left_to_the_window(qtbot: QtBot) -> None:
    heard: list[int] = []

    class Parent(QWidget):
        def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802  as Qt calls it
            heard.append(event.key())

    parent, slider = Parent(), Slider(0.0, 1.0, 0.01, "Threshold")
    qtbot.addWidget(parent)
    QVBoxLayout(parent).addWidget(slider)
    qtbot.keyClick(slider, Qt.Key.Key_Space)
    assert heard == [Qt.Key.Key_Space]


def test_screen_readers_hear_name_kind_and_value(slider: Slider, qtbot: QtBot) -> None:
    spoken = QAccessible.queryAccessibleInterface(slider)
    assert spoken.text(QAccessible.Text.Name) == "False-positive cost α"
    assert spoken.role() == QAccessible.Role.Slider
    value = spoken.valueInterface()
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (0, 300, 1000)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert value.currentValue() == 310


def test_a_click_brings_the_keyboard(qtbot: QtBot) -> None:
    window, slider = QWidget(), Slider(0.0, 1.0, 0.01, "Threshold")
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    edit = QLineEdit()
    column.addWidget(edit)
    column.addWidget(slider)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    edit.setFocus()
    qtbot.mouseClick(slider, LEFT)
    assert slider.hasFocus()


def test_the_handle_stands_where_the_number_is(slider: Slider) -> None:
    slider.number = 0.75
    picture = slider.grab().toImage()
    assert picture.pixelColor(9 + 150, 10).name() == "#d55e00"
    assert picture.pixelColor(9 + 50, 10).name() != "#d55e00"
