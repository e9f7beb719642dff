"""The panel under the slices: tabs, folding, and what is in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from segdiff.gui.widgets.bottom_panel import HEAD_HEIGHT, BottomPanel


@pytest.fixture
def panel(qtbot: QtBot) -> BottomPanel:
    """Two tabs, shown."""
    made = BottomPanel()
    qtbot.addWidget(made)
    made.add_tab("Regions", QLabel("regions"), QLabel("ranked"))
    made.add_tab("Slices", QLabel("slices"))
    made.fold_wished.connect(made.set_open)
    made.show()
    return made


def tab(panel: BottomPanel, name: str) -> QPushButton:
    return next(b for b in panel.findChildren(QPushButton) if b.accessibleName() == f"Tab: {name}")


def words(panel: BottomPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_one_tab_is_in_sight_with_its_head(panel: BottomPanel, qtbot: QtBot) -> None:
    assert words(panel) == ["ranked", "regions"]
    with qtbot.waitSignal(panel.shown_changed):
        qtbot.mouseClick(tab(panel, "Slices"), Qt.MouseButton.LeftButton)
    assert words(panel) == ["slices"]
    assert (tab(panel, "Slices").isChecked(), tab(panel, "Regions").isChecked()) == (True, False)


def test_folded_only_the_words_of_the_tabs_are_left(panel: BottomPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.shown_changed):
        panel.toggle()
    assert (panel.shown, words(panel), panel.maximumHeight()) == (None, [], HEAD_HEIGHT)
    assert tab(panel, "Regions").isVisible()


def test_a_tab_unfolds_it(panel: BottomPanel, qtbot: QtBot) -> None:
    panel.set_open(False)
    qtbot.mouseClick(tab(panel, "Slices"), Qt.MouseButton.LeftButton)
    assert panel.is_open
    assert words(panel) == ["slices"]


def test_a_tab_says_how_much_it_holds(panel: BottomPanel) -> None:
    panel.set_count(panel.shown, 1234)
    assert tab(panel, "Regions").text() == "Regions  1,234"
    panel.set_count(panel.shown, None)
    assert tab(panel, "Regions").text() == "Regions"


def test_hidden_it_shows_nothing(panel: BottomPanel) -> None:
    panel.hide()
    assert panel.shown is None


@pytest.mark.parametrize(("width", "is_beside"), [(1200, True), (500, False)])
def test_a_choice_that_does_not_fit_beside_the_tabs_gets_a_line_of_its_own(
    qtbot: QtBot, width: int, is_beside: bool
) -> None:
    panel, head = BottomPanel(), QLabel("all of this is to be read")
    head.setFixedWidth(400)
    qtbot.addWidget(panel)
    panel.add_tab("Regions", QLabel("regions"))
    panel.add_tab("Slices", QLabel("slices"), head)
    panel.resize(width, 300)
    panel.show()
    button = tab(panel, "Slices")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: head.isVisible() and head.width() == 400)
    place, beside = head.mapTo(panel, head.rect().center()), button.mapTo(panel, button.rect().center())
    assert (abs(place.y() - beside.y()) < 8) == is_beside
    assert panel.rect().contains(head.geometry().translated(head.parentWidget().mapTo(panel, head.pos()) - head.pos()))
    panel.set_open(False)
    assert not head.isVisible()
    assert panel.maximumHeight() == HEAD_HEIGHT


def test_tabs_without_room_are_in_a_menu_and_the_one_in_sight_stays(qtbot: QtBot) -> None:
    panel, titles = BottomPanel(), ("Error regions", "By slice", "Rivals", "Threshold", "Imbalance", "Gradient")
    qtbot.addWidget(panel)
    for title in titles:
        panel.add_tab(title, QLabel(title))
    panel.resize(1200, 300)
    panel.show()
    more = next(b for b in panel.findChildren(QPushButton) if b.accessibleName() == "More")

    def beside() -> list[str]:
        return [title for title in titles if tab(panel, title).isVisible()]

    def in_menu() -> list[str]:
        return [action.text() for action in more.menu().actions()]

    assert (beside(), more.isVisible()) == (list(titles), False)
    panel.resize(380, 300)
    assert more.isVisible()
    assert [*beside(), *in_menu()] == list(titles)
    last = more.menu().actions()[-1]
    assert last.text() == "Gradient"
    last.trigger()
    qtbot.waitUntil(lambda: words(panel) == ["Gradient"])
    assert beside()[-1] == "Gradient"
    assert sorted([*beside(), *in_menu()]) == sorted(titles)
    qtbot.waitUntil(lambda: all(tab(panel, t).width() >= tab(panel, t).sizeHint().width() for t in beside()))
    panel.resize(1200, 300)
    assert (beside(), more.isVisible()) == (list(titles), False)


def test_the_title_in_sight_is_never_cut_off(qtbot: QtBot) -> None:
    """First the gaps grow smaller, then the count gives way."""
    around = QWidget()
    qtbot.addWidget(around)
    made = BottomPanel()
    made.setParent(around)
    for title in ("Error regions", "By slice", "Threshold"):
        made.add_tab(title, QLabel(), QLabel("ranked"))
    around.show()
    shown, told = tab(made, "Error regions"), []
    made.set_count(made.shown, 1234)
    for width in (800, 280, 260, 240):
        made.resize(width, 216)
        QApplication.sendPostedEvents()
        assert shown.width() >= shown.sizeHint().width()
        told.append(shown.text())
    assert (told[0], told[-1]) == ("Error regions  1,234", "Error regions")
    made.resize(800, 216)
    assert shown.text() == "Error regions  1,234"


def test_the_arrow_stays_in_the_corner_when_folded(panel: BottomPanel) -> None:
    panel.resize(600, 216)
    places = []
    for is_open in (True, False):
        panel.set_open(is_open)
        QApplication.sendPostedEvents()
        arrow = next(b for b in panel.findChildren(QPushButton) if "this panel" in b.accessibleName())
        places.append((arrow.geometry().right(), arrow.width()))
    assert places[0] == places[1]
