"""One sentence, and what may be done about it: buttons for a few ways on, a list for many."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from segdiff.gui.widgets.message import MessageBar, Offer
from segdiff.gui.widgets.picker import Picker

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    """What the message stands in, and what keeps it alive."""
    made = QWidget()
    made.resize(900, 300)
    made.setMinimumSize(100, 100)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def message(around: QWidget) -> MessageBar:
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    made = MessageBar()
    column.addWidget(made)
    column.addStretch(1)
    around.show()
    return made


def offers_of(*titles: str) -> list[Offer]:
    return [Offer(title, str, f"About {title}.") for title in titles]


def buttons(message: MessageBar) -> list[str]:
    return [b.text() for b in message.findChildren(QPushButton) if b.isVisible() and b.text() != "Close"]


def press(message: MessageBar, text: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(next(b for b in message.findChildren(QPushButton) if b.text() == text), LEFT)


def test_it_is_hidden_until_there_is_something_to_say(message: MessageBar, qtbot: QtBot) -> None:
    assert message.isHidden()
    assert message.text == ""
    message.show_notice("Resampled.")
    assert message.isVisible()
    assert message.text == "Resampled."
    press(message, "Close", qtbot)
    assert message.text == ""


def test_each_offer_is_a_button(message: MessageBar, qtbot: QtBot) -> None:
    offers = offers_of("Resample it", "Lay it on", "Leave it out")
    message.show_problem("Not opened", "a.nii lies elsewhere.", offers)
    assert buttons(message) == ["Resample it", "Lay it on", "Leave it out"]
    with qtbot.waitSignal(message.taken) as taken:
        press(message, "Lay it on", qtbot)
    assert taken.args == [offers[1]]
    assert message.findChildren(QPushButton)[1].toolTip() == "About Lay it on."


def test_nothing_is_offered_any_more_by_the_next_message(message: MessageBar) -> None:
    message.show_problem("Not opened", "a.nii lies elsewhere.", offers_of("Resample it"))
    message.show_problem("Not opened", "b.nii is damaged.")
    assert message.offers == ()
    assert buttons(message) == []


@pytest.mark.parametrize(("titles", "verb", "shown"), [("ab", "Open it", "Open it"), ("abcd", "", "Do it")])
def test_many_offers_are_a_list(message: MessageBar, qtbot: QtBot, titles: str, verb: str, shown: str) -> None:
    offers = [replace(offer, verb=verb) for offer in offers_of(*titles)]
    message.show_problem("Not opened", "a.npz holds several arrays.", offers)
    assert buttons(message) == [shown]
    (picker,) = message.findChildren(Picker)
    assert [picker.itemText(row) for row in range(picker.count())] == list(titles)
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    with qtbot.waitSignal(message.taken) as taken:
        press(message, shown, qtbot)
    assert taken.args == [offers[1]]


@pytest.mark.parametrize("width", [900, 500, 280])
def test_offers_find_room_at_any_width(message: MessageBar, around: QWidget, width: int) -> None:
    offers = offers_of("Resample it", "Lay it on voxel by voxel")
    message.show_problem("Not opened", "a.nii lies elsewhere. " * 3, offers)
    around.resize(width, 300)
    QApplication.sendPostedEvents()
    assert message.width() == width
    for button in message.findChildren(QPushButton):
        if button.isVisible():
            left = button.mapTo(message, button.rect().topLeft())
            right = button.mapTo(message, button.rect().bottomRight())
            assert left.x() >= 0
            assert right.x() < width
            assert right.y() < message.height()
            assert button.width() >= button.sizeHint().width()
            assert width == 280 or button.width() == button.sizeHint().width(), "a button is no wider than its words"


def test_text_is_plain(message: MessageBar) -> None:
    message.show_problem("Not opened", "<b>a</b>.nii is damaged.")
    assert message.text == "<b>a</b>.nii is damaged."
    labels = [label for label in message.findChildren(QLabel) if label.text() == message.text]
    assert labels[0].textFormat() == Qt.TextFormat.PlainText
