"""Colours that can be read, and three of them that mean something."""

from __future__ import annotations

import re
from dataclasses import asdict
from itertools import product

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from segdiff.gui import theme
from segdiff.paths import resource
from segdiff.session import Theme

PALETTES = {"dark": theme.DARK, "light": theme.LIGHT}


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2: linear light, weighted as the eye does."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_ruler_is_right() -> None:
    """Black on white is 21 : 1, and #777777 on white is known to be 4.48 : 1, just too little."""
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize(
    ("name", "text", "ground"),
    list(product(PALETTES, ("text", "secondary"), ("window", "panel", "raised", "selected"))),
)
def test_words_can_be_read_on_every_ground(name: str, text: str, ground: str) -> None:
    palette = PALETTES[name]
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("outcome", ["fp", "fn", "tp"])
def test_handles_and_swatches_can_be_seen(name: str, outcome: str) -> None:
    """Graphics need 3 : 1 (WCAG 2.1, 1.4.11)."""
    palette = PALETTES[name]
    assert contrast(getattr(palette, outcome), palette.panel) >= 3.0


@pytest.mark.parametrize("palette", PALETTES.values())
def test_three_colours_mean_something_and_nothing_else_has_them(palette: theme.Palette) -> None:
    colours = {name: value for name, value in asdict(palette).items() if isinstance(value, str)}
    meaning = {colours.pop(name) for name in ("fp", "fn", "tp")}
    assert len(meaning) == 3
    assert not meaning & set(colours.values())
    assert all(re.fullmatch("#[0-9A-F]{6}", value) for value in (*meaning, *colours.values()))
    assert not any(value in theme._stylesheet(palette) for value in meaning)


@pytest.mark.parametrize(("chosen", "palette"), [(Theme.DARK, theme.DARK), (Theme.LIGHT, theme.LIGHT)])
def test_a_theme_dresses_the_application(qapp: QApplication, chosen: Theme, palette: theme.Palette) -> None:
    theme.apply(qapp, chosen)
    assert theme.current() is palette
    assert qapp.palette().text().color().name() == palette.text.lower()
    assert palette.panel in qapp.styleSheet()


def test_a_label_has_the_colour_of_its_role(qapp: QApplication, qtbot: QtBot) -> None:
    label = QLabel("words")
    label.setProperty("role", "secondary")
    qtbot.addWidget(label)
    for chosen, palette in ((Theme.DARK, theme.DARK), (Theme.LIGHT, theme.LIGHT)):
        theme.apply(qapp, chosen)
        label.ensurePolished()
        assert label.palette().windowText().color().name() == palette.secondary.lower()


def test_figures_have_one_width(qapp: QApplication) -> None:
    font = theme.base_font(15)
    assert font.pixelSize() == 15
    assert [tag.toString().data().decode() for tag in font.featureTags()] == ["tnum"]


@pytest.mark.parametrize("name", ["tick-dark.svg", "tick-light.svg", "mark.svg"])
def test_pictures_of_the_style_sheet_exist(name: str) -> None:
    assert resource(name).read_text().startswith("<svg")


def test_the_system_decides_when_nobody_else_does(qapp: QApplication) -> None:
    scheme = QGuiApplication.styleHints().colorScheme()
    assert theme.palette_for(Theme.SYSTEM).is_dark is (scheme.name != "Light")
