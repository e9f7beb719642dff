"""Side by side while both fit, else one below the other."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from segdiff.gui.widgets.two_sides import GAP, TwoSides


@pytest.fixture
def sides(qtbot: QtBot) -> tuple[QLabel, QLabel, QWidget]:
    left, right, around = QLabel("a few words"), QLabel("words"), QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(TwoSides(left, right))
    column.addStretch(1)
    qtbot.addWidget(around)
    around.show()
    return left, right, around


def test_with_room_for_both_the_right_one_ends_at_the_right(sides: tuple[QLabel, QLabel, QWidget]) -> None:
    left, right, around = sides
    around.resize(left.sizeHint().width() + right.sizeHint().width() + GAP, 200)
    assert left.geometry().left() == 0
    assert right.geometry().right() == around.width() - 1
    assert left.geometry().top() == right.geometry().top()


def test_one_pixel_less_puts_it_below(sides: tuple[QLabel, QLabel, QWidget], qtbot: QtBot) -> None:
    left, right, around = sides
    around.resize(left.sizeHint().width() + right.sizeHint().width() + GAP - 1, 200)
    assert right.geometry().topLeft().toTuple() == (0, left.geometry().bottom() + 1 + GAP)
    assert right.parentWidget().height() == left.height() + GAP + right.height()


def test_words_that_become_wider_go_below(sides: tuple[QLabel, QLabel, QWidget], qtbot: QtBot) -> None:
    left, right, around = sides
    around.resize(left.sizeHint().width() + right.sizeHint().width() + GAP, 200)
    right.setText("words that become wider")
    qtbot.waitUntil(lambda: right.geometry().top() > left.geometry().bottom())
    assert around.minimumSizeHint().width() == right.sizeHint().width()
