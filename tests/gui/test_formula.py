"""The Tversky fraction with the numbers in it."""

from __future__ import annotations

import math

import pytest
from PySide6.QtGui import QAccessible, QImage
from pytestqt.qtbot import QtBot

from segdiff.gui import theme
from segdiff.gui.widgets.formula import FormulaCard


@pytest.fixture
def formula(qtbot: QtBot) -> FormulaCard:
    made = FormulaCard()
    qtbot.addWidget(made)
    made.resize(346, 62)
    return made


def spoken(formula: FormulaCard) -> str:
    return QAccessible.queryAccessibleInterface(formula).text(QAccessible.Text.Name)


def test_letters_stand_where_there_are_no_numbers(formula: FormulaCard) -> None:
    assert spoken(formula) == "Tversky index: TP divided by TP + α·FP + β·FN equals —"


def test_numbers_can_be_read_aloud(formula: FormulaCard) -> None:
    """5168 / (5168 + .3 · 3785 + .7 · 884) = .7466."""
    formula.show_numbers((5168, 3785, 884), 0.3, 0.7, 5168 / (5168 + 0.3 * 3785 + 0.7 * 884))
    assert spoken(formula) == "Tversky index: 5,168 divided by 5,168 + .30·3,785 + .70·884 equals .7466"


def test_costs_typed_with_more_decimals_are_shown_in_full(formula: FormulaCard) -> None:
    formula.show_numbers((3, 2, 1), 0.3333, 2.5, 3 / (3 + 0.6666 + 2.5))
    assert spoken(formula) == "Tversky index: 3 divided by 3 + .3333·2 + 2.50·1 equals .4865"


def test_no_value_is_a_dash(formula: FormulaCard) -> None:
    formula.show_numbers((0, 0, 0), 0.3, 0.7, math.nan)
    assert spoken(formula).endswith("equals —")


def colours(picture: QImage) -> set[str]:
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_each_cost_has_the_colour_of_its_error(formula: FormulaCard) -> None:
    formula.show_numbers((12_345_678, 2_345_678, 345_678), 0.3, 0.7, 0.93)
    shown = colours(formula.grab().toImage())
    palette = theme.current()
    assert {palette.fp.lower(), palette.fn.lower()} <= shown
    assert palette.tp.lower() not in shown
