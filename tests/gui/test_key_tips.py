"""A key that is told beside what it does is the key a person chose."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from segdiff.gui.key_tips import key_of, make_chip, show_chosen_keys, tell_key
from segdiff.gui.keys import choose_keys


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    row = QHBoxLayout(made)
    for words in ("one", "two"):
        row.addWidget(QPushButton(words))
    sentence = QWidget()
    QHBoxLayout(sentence).addWidget(QLabel("chip"))
    row.addWidget(sentence)
    made.show()
    return made


def test_a_tip_ends_with_the_key_chosen_now(window: QWidget) -> None:
    one, two = window.findChildren(QPushButton)
    tell_key(one, "Open (a file) (Ctrl+O)", "open")
    tell_key(two, "收合這個面板（T）", "bottom")
    assert (one.toolTip(), two.toolTip()) == ("Open (a file) (Ctrl+O)", "收合這個面板（T）")
    choose_keys("open", ("Ctrl+L",))
    choose_keys("bottom", ("Shift+T",))
    show_chosen_keys(window)
    assert (one.toolTip(), two.toolTip()) == ("Open (a file) (Ctrl+L)", "收合這個面板（Shift+T）")
    choose_keys("open", ())
    show_chosen_keys(window)
    assert one.toolTip() == "Open (a file)"
    assert key_of("open") == ""


def test_a_chip_shows_the_key_and_goes_without_one(window: QWidget) -> None:
    chip = window.findChild(QLabel)
    make_chip(chip, "peek", in_sentence=True)
    show_chosen_keys(window)
    assert chip.text() == "Space"
    choose_keys("peek", ("Shift+P",))
    show_chosen_keys(window)
    assert chip.text() == "Shift+P"
    choose_keys("peek", ())
    show_chosen_keys(window)
    assert not chip.parentWidget().isVisible()
    choose_keys("peek", None)
    show_chosen_keys(window)
    assert (chip.isVisible(), chip.text()) == (True, "Space")
