"""Whoever sees the window for the first time is shown around, may skip it, and is not asked again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from segdiff.gui.settings import SettingsDialog
from segdiff.gui.widgets.tour import Step, Tour
from segdiff.session import Theme
from tests.e2e.person import Person
from tests.gui.cases import case_of, cautious, eager

Key = Qt.Key


def toured(person: Person) -> Tour | None:
    return person.window.findChild(Tour)


def test_four_notes_then_never_again(show_case: Callable[..., Person]) -> None:
    person = show_case(case_of(eager(), cautious()))
    person.app.offers_tour = True
    person.wait_for_case()
    person.wait(lambda: toured(person) is not None)
    tour = toured(person)
    assert tour is not None
    notes = []
    for _ in range(4):
        notes.append(tour.title.text())
        assert person.window.rect().contains(tour.card.geometry())
        assert all(words.width() >= 20 for words in tour.card.findChildren(QLabel))
        person.qtbot.keyClick(tour, Key.Key_Return)
    assert notes == ["Your case", "Errors on the picture", "What an error costs", "The numbers"]
    person.wait(lambda: toured(person) is None)
    person.app._adjusting.offer_tour()
    assert toured(person) is None


def test_the_frame_stays_around_a_part_that_grows(show_case: Callable[..., Person]) -> None:
    person = show_case(case_of(eager(), cautious())).wait_for_case()
    grown: list[int] = []
    part = QWidget(person.window)
    part.setGeometry(20, 30, 100, 80)
    part.show()
    tour = Tour([Step("Here", "It grows.", lambda: part)], person.window)
    tour._place = lambda: grown.append(part.width())  # type: ignore[method-assign]
    part.resize(140, 80)
    assert grown == [140]


def test_the_settings_show_it_again_and_change_the_theme_at_once(show_case: Callable[..., Person]) -> None:
    person = show_case(case_of(eager(), cautious())).wait_for_case()
    assert toured(person) is None
    person.press("Ctrl+,")
    dialog = person.window.findChild(SettingsDialog)
    dialog.general.pickers["look/theme"].picked.emit("light")
    assert person.state.theme is Theme.LIGHT
    person.wait(lambda: not dialog.computing.card.text().startswith("Looking"))
    dialog.tour.click()
    person.wait(lambda: toured(person) is not None)
    tour = toured(person)
    assert tour is not None
    person.qtbot.keyClick(tour, Key.Key_Escape)
    person.wait(lambda: toured(person) is None)


def test_a_key_chosen_in_the_settings_works_at_once(show_case: Callable[..., Person]) -> None:
    person = show_case(case_of(eager(), cautious())).wait_for_case()
    person.app.show_settings()
    dialog = person.window.findChild(SettingsDialog)
    person.wait(lambda: not dialog.computing.card.text().startswith("Looking"))
    field = dialog.keys.fields["overlay"]
    field.setKeySequence("G")
    field.editingFinished.emit()
    dialog.reject()
    person.window.activateWindow()  # as a desktop does
    person.wait(person.window.isActiveWindow)
    assert person.state.overlay.visible
    person.press("G")
    assert not person.state.overlay.visible
    person.press("S")
    assert not person.state.overlay.visible
