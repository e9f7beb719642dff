"""A colour chosen for an outcome is its colour wherever the window speaks of it; undo brings the usual one back."""

from __future__ import annotations

from collections.abc import Callable

from segdiff.data import Outcome
from segdiff.gui import theme
from segdiff.session import OverlayStyle
from tests.e2e.person import Person
from tests.gui.cases import case_of, eager

PINK = (0xFF, 0x40, 0xC0)


def test_another_colour_is_taken_everywhere(show_case: Callable[..., Person]) -> None:
    person = show_case(case_of(eager())).wait_for_case()
    style = OverlayStyle().with_outcome(Outcome.FALSE_POSITIVE, colour=PINK)
    person.window.overlay.style_wished.emit(style)
    assert theme.current().fp == "#FF40C0"
    for part in (person.window.overlay, person.window.tradeoff):
        assert (person.picture(part) == PINK).all(axis=2).any(), part
    person.app.store.undo()
    assert theme.current() is theme.DARK
    assert not (person.picture(person.window.overlay) == PINK).all(axis=2).any()
