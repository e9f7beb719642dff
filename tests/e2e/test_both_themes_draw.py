"""Dark and light: everything follows, and the viewing area stays black."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from segdiff.gui import theme
from segdiff.gui.views.slices import SliceGrid
from segdiff.session import Theme, ViewState
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import Person
from tests.gui.cases import case_of, cautious, eager

PALETTES = {Theme.DARK: theme.DARK, Theme.LIGHT: theme.LIGHT}


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def share_of(picture: NDArray[np.uint8], colour: str) -> float:
    """How much of a picture has exactly that colour."""
    return float((picture == rgb(colour)).all(axis=-1).mean())


def check_dressed(person: Person, palette: theme.Palette, other: theme.Palette) -> None:
    """Each part stands on the panel's ground, writes in the theme's text, and has nothing of the other theme."""
    parts = (person.window.top, person.window.case, person.window.overlay, person.window.tradeoff, person.window.scores)
    for part in (*parts, person.window.status):
        picture = person.picture(part)
        assert share_of(picture, palette.panel) > 0.4, part
        assert share_of(picture, other.panel) < 0.001, part  # a smoothed edge may happen to have its colour
        assert share_of(picture, palette.text) + share_of(picture, palette.secondary) > 0.002, part
        assert share_of(picture, other.text) < 0.001, part
    colours = person.picture(person.window.tradeoff)
    assert share_of(colours, palette.fp) > 0.0004
    assert share_of(colours, palette.fn) > 0.0004 > share_of(colours, other.fn)


@pytest.mark.parametrize("chosen", PALETTES)
def test_a_window_begins_in_its_theme(show_case: Callable[..., Person], chosen: Theme) -> None:
    person = show_case(case_of(eager(), cautious()), view=ViewState(theme=chosen)).wait_for_case()
    other = next(palette for theme_, palette in PALETTES.items() if theme_ is not chosen)
    check_dressed(person, PALETTES[chosen], other)


def test_a_window_changes_its_clothes_while_it_is_worn(show_case: Callable[..., Person]) -> None:
    """Numbers that were written before, symbols, table and plane included."""
    person = show_case(case_of(eager(), cautious())).wait_for_case()
    person.app.use_theme(Theme.LIGHT)
    check_dressed(person, theme.LIGHT, theme.DARK)
    person.app.use_theme(Theme.DARK)
    check_dressed(person, theme.DARK, theme.LIGHT)


def test_the_picture_is_the_same_in_both(show_case: Callable[..., Person]) -> None:
    """But for the hairlines between the planes, which are the theme's."""
    person = show_case(case_of(eager(), cautious())).wait_for_case()
    views = [view for view in person.window.findChild(SliceGrid).views.values() if view.isVisible()]
    dark = [person.picture(view) for view in views]
    person.app.use_theme(Theme.LIGHT)
    for before, view in zip(dark, views, strict=True):
        assert (person.picture(view) == before).all()
        assert share_of(before, "#000000") > 0.1


@pytest.mark.parametrize("chosen", PALETTES)
def test_the_empty_window_is_black_in_the_middle(open_window: OpenWindow, chosen: Theme) -> None:
    person = open_window(view=ViewState(theme=chosen))
    assert share_of(person.picture(person.window.welcome), "#000000") > 0.8
    assert share_of(person.picture(person.window.case), PALETTES[chosen].panel) > 0.4


def test_the_system_decides_until_a_person_does(open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the system turns light at noon, so does the window, unless dark was chosen."""
    person = open_window(view=ViewState(theme=Theme.SYSTEM))
    for palette in (theme.LIGHT, theme.DARK):
        monkeypatch.setattr(theme, "palette_for", lambda _theme, palette=palette: palette)
        person.app._app.styleHints().colorSchemeChanged.emit(person.app._app.styleHints().colorScheme())
        assert share_of(person.picture(person.window.case), palette.panel) > 0.4
