"""The tab with the counts and a score of every slice."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from segdiff.gui import theme
from segdiff.gui.views.by_slice import BySlice
from segdiff.gui.widgets.slice_plot import Curve
from segdiff.gui.widgets.text import ElidedLabel

COUNTS = np.array([[4, 0, 10, 0], [2, 0, 6, 3], [2, 0, 4, 0]])
"""TP, FP and FN of four slices, the second of them empty."""

CURVE = Curve(COUNTS, np.array([2 / 3, np.nan, 2 / 3, 0.0]), "Dice", worst=3)


@pytest.fixture
def tab(qtbot: QtBot) -> BySlice:
    """Shown with the curve, 500 × 160 pixels."""
    made = BySlice()
    qtbot.addWidget(made)
    qtbot.addWidget(made.head)
    made.resize(500, 160)
    made.show_curve(CURVE)
    made.plot.show_current(1)
    made.show()
    made.head.show()
    return made


def point(tab: BySlice, index: int) -> QPoint:
    return QPoint(round(tab.plot.place_of(index)), round(tab.plot.area().center().y()))


def test_a_click_goes_to_the_slice(tab: BySlice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.slice_wished) as wished:
        qtbot.mouseClick(tab.plot, Qt.MouseButton.LeftButton, pos=point(tab, 2))
    assert wished.args == [0, 2]


def test_arrows_go_to_the_next_slice(tab: BySlice, qtbot: QtBot) -> None:
    for key, slice_after in ((Qt.Key.Key_Right, 2), (Qt.Key.Key_Left, 0), (Qt.Key.Key_PageUp, 3)):
        with qtbot.waitSignal(tab.slice_wished) as wished:
            qtbot.keyClick(tab.plot, key)
        assert wished.args == [0, slice_after]


def test_bars_stand_on_each_other_as_high_as_their_counts(tab: BySlice) -> None:
    """The third slice fills the height: 10 found, 6 invented and 4 missed of 20."""
    picture, area = tab.plot.grab().toImage(), tab.plot.area()
    x = round(tab.plot.place_of(2)) - 20
    column = [picture.pixelColor(x, y) for y in range(round(area.top()), round(area.bottom()))]
    panel, palette = QColor(tab.plot.palette().window().color()), theme.current()

    def seen(name: str, opacity: float) -> int:
        top, ground = palette.colour(name), panel
        mixed = [
            round(opacity * a + (1 - opacity) * b) for a, b in zip(top.getRgb()[:3], ground.getRgb()[:3], strict=True)
        ]
        return sum(max(abs(m - p) for m, p in zip(mixed, pixel.getRgb()[:3], strict=True)) < 6 for pixel in column)

    height = area.height()
    assert seen("tp", 0.45) == pytest.approx(height * 10 / 20, abs=3)
    assert seen("fp", 0.9) == pytest.approx(height * 6 / 20, abs=3)
    assert seen("fn", 0.9) == pytest.approx(height * 4 / 20, abs=3)


def test_the_slice_looked_at_is_read_aloud(tab: BySlice) -> None:
    tab.plot.show_current(0)
    assert tab.plot.accessibleDescription() == (
        "Slice 1\nDice .6667\nfound 4 voxels · invented 2 voxels · missed 2 voxels"
    )
    tab.plot.show_current(1)
    assert "Dice —" in tab.plot.accessibleDescription()


def test_the_worst_slice_is_named_and_one_click_away(tab: BySlice, qtbot: QtBot) -> None:
    words = [label.text() for label in tab.head.findChildren(QLabel)]
    assert "lowest .000, slice 4" in words
    button = next(b for b in tab.head.findChildren(QPushButton) if b.text() == "Worst slice")
    with qtbot.waitSignal(tab.worst_wished):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_without_numbers_it_says_why(tab: BySlice) -> None:
    tab.show_words("A picture has no slices.")
    assert not tab.plot.isVisible()
    assert "A picture has no slices." in [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]
    assert not any(button.isVisible() for button in tab.head.findChildren(QPushButton))


def test_while_measuring_the_old_curve_stays_greyed(tab: BySlice) -> None:
    before = tab.plot.grab().toImage()
    tab.show_measuring()
    assert tab.plot.isVisible()
    assert tab.plot.grab().toImage() != before


def test_without_room_the_lowest_score_is_told_without_its_slice(tab: BySlice) -> None:
    note = tab.head.findChild(ElidedLabel)
    needed = note.fontMetrics().horizontalAdvance("lowest .000") + 6
    for room, words in ((400, "lowest .000, slice 4"), (needed, "lowest .000")):
        note.resize(room, 20)
        assert note.shown == words
