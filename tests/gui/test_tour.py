"""Notes that point at parts of a window, one after another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from segdiff.gui.widgets.tour import Step, Tour

Key = Qt.Key
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    row = QHBoxLayout(window)
    for name in ("left", "right"):
        part = QLabel(name)
        part.setObjectName(name)
        row.addWidget(part)
    window.resize(1000, 600)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def tour(window: QWidget) -> Tour:
    left, right = (window.findChild(QLabel, name) for name in ("left", "right"))
    return Tour([Step("First", "It is on the left.", lambda: left), Step("Last", "And this.", lambda: right)], window)


def test_enter_goes_through_it_and_ends_it(tour: Tour, qtbot: QtBot) -> None:
    assert (tour.title.text(), tour.count.text(), tour.following.text()) == ("First", "1 of 2", "Next")
    qtbot.keyClick(tour, Key.Key_Return)
    assert (tour.title.text(), tour.count.text(), tour.following.text()) == ("Last", "2 of 2", "Begin")
    assert not tour.skip.isVisible()
    with qtbot.waitSignal(tour.ended):
        qtbot.keyClick(tour, Key.Key_Return)


def test_escape_and_skip_end_it(tour: Tour, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tour.ended):
        qtbot.keyClick(tour, Key.Key_Escape)


def test_a_click_on_skip_ends_it(tour: Tour, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tour.ended):
        qtbot.mouseClick(tour.skip, Qt.MouseButton.LeftButton)


def test_the_card_lies_beside_what_it_speaks_of_and_inside(tour: Tour, window: QWidget, qtbot: QtBot) -> None:
    for name in ("left", "right"):
        spot = tour._spot()
        assert spot.contains(window.findChild(QLabel, name).geometry())
        assert window.rect().contains(tour.card.geometry())
        assert not spot.adjusted(0, 30, 0, 0).contains(tour.card.geometry().center()) or spot.width() > 400
        tour.go_on()


def test_it_follows_the_size_of_the_window(tour: Tour, window: QWidget, qtbot: QtBot) -> None:
    window.resize(700, 500)
    qtbot.waitUntil(lambda: tour.geometry() == window.rect())
    assert window.rect().contains(tour.card.geometry())


def test_keys_of_the_window_rest_while_it_lasts(tour: Tour, window: QWidget, qtbot: QtBot) -> None:
    pressed: list[str] = []
    for keys in ("B", "Ctrl+Z", "Return"):
        QShortcut(QKeySequence(keys), window).activated.connect(lambda keys=keys: pressed.append(keys))
    qtbot.waitUntil(window.isActiveWindow)
    for key, modifiers in ((Key.Key_B, NONE), (Key.Key_Z, CTRL), (Key.Key_Return, NONE)):
        qtbot.keyClick(tour, key, modifiers)
    assert (pressed, tour.count.text()) == ([], "2 of 2")
    qtbot.keyClick(tour.following, Key.Key_B)
    assert pressed == []
    tour.end()
    qtbot.keyClick(window, Key.Key_B)
    assert pressed == ["B"]
