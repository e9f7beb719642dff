"""In a narrow window the panel under the slices folds down to its tabs; unfolded again, it is as high as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize

from segdiff.gui.widgets.bottom_panel import HEAD_HEIGHT
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import Person
from tests.gui.cases import case_of, eager


def room_left(person: Person) -> int:
    """Pixels below the panel that nothing is drawn in."""
    bottom = person.window.bottom
    return bottom.parentWidget().height() - bottom.geometry().bottom() - 1


def test_the_window_fits_a_small_screen_of_large_text(open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """A laptop's 1366 × 768 pixels are 911 × 512 at 150 %, and a frame takes some of them."""
    monkeypatch.setattr("segdiff.gui.window.room_for", lambda _window: QSize(895, 464))
    window = open_window(size=(895, 464)).window
    assert window.size() == QSize(895, 464)
    assert window.status.geometry().bottom() < 464


def test_a_folded_panel_gives_its_room_to_the_slices(show_case: Callable[..., Person]) -> None:
    person = show_case(case_of(eager()), size=(1000, 700)).wait_for_case()
    person.wait(lambda: person.window.bottom.height() == HEAD_HEIGHT)
    assert room_left(person) == 0
    person.window.resize(1500, 900)
    person.wait(lambda: person.window.bottom.height() > 150)
    assert room_left(person) == 0
    before = person.window.bottom.height()
    for _ in range(2):
        person.press("T")
    assert person.window.bottom.height() == before
    person.window.resize(1000, 700)
    person.wait(lambda: person.window.bottom.height() == HEAD_HEIGHT)
    assert room_left(person) == 0
