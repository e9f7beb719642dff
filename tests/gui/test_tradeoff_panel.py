"""Costs, index, plane and threshold."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from segdiff.gui import theme
from segdiff.gui.views.tradeoff_panel import TradeoffPanel
from segdiff.gui.widgets.formula import FormulaCard
from segdiff.gui.widgets.number_slider import NumberSlider
from segdiff.gui.widgets.plane import TradeoffPlane
from segdiff.gui.widgets.slider import Slider
from segdiff.session import ViewState
from tests.gui.cases import eager, labelled, state_of

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot) -> TradeoffPanel:
    made = TradeoffPanel()
    qtbot.addWidget(made)
    made.resize(374, 560)
    made.show_change(None, state_of(eager()))
    made.show()
    return made


def slider(panel: TradeoffPanel, name: str) -> Slider:
    return next(one for one in panel.findChildren(Slider) if one.accessibleName() == name)


def button(panel: TradeoffPanel, name: str) -> QPushButton:
    return next(one for one in panel.findChildren(QPushButton) if name in (one.accessibleName(), one.text()))


def numbers(panel: TradeoffPanel) -> list[str]:
    """α, β and the threshold as they are written."""
    return [one.edit.text() for one in panel.findChildren(NumberSlider)]


def test_costs_and_threshold_of_the_state_are_shown(panel: TradeoffPanel) -> None:
    assert numbers(panel) == ["0.30", "0.70", "0.50"]
    panel.show_change(None, state_of(eager()).with_alpha(0.2).with_threshold(0.534))
    assert numbers(panel) == ["0.20", "0.80", "0.534"]
    assert slider(panel, "Miss cost β").number == 0.8


def test_each_slider_wishes_its_own(panel: TradeoffPanel, qtbot: QtBot) -> None:
    for name, signal, wished in (
        ("False-positive cost α", panel.alpha_wished, 0.31),
        ("Miss cost β", panel.beta_wished, 0.71),
        ("Threshold", panel.threshold_wished, 0.51),
    ):
        with qtbot.waitSignal(signal) as heard:
            qtbot.keyClick(slider(panel, name), Qt.Key.Key_Right)
        assert heard.args == [wished]


def test_named_points_wish_both_costs(panel: TradeoffPanel, qtbot: QtBot) -> None:
    for name, costs in (("Dice", [0.5, 0.5]), ("IoU", [1.0, 1.0]), ("Salehi", [0.3, 0.7]), ("F2", [0.2, 0.8])):
        with qtbot.waitSignal(panel.costs_wished) as wished:
            qtbot.mouseClick(button(panel, name), LEFT)
        assert wished.args == costs


def test_the_named_point_of_the_costs_is_down(panel: TradeoffPanel) -> None:
    def down() -> list[str]:
        return [one.text() for one in panel.findChildren(QPushButton) if one.isChecked()]

    assert down() == ["Salehi"]
    panel.show_change(None, state_of(eager()).with_alpha(0.2))
    assert down() == ["F2"]
    panel.show_change(None, state_of(eager()).with_alpha(0.21))
    assert down() == []


def test_the_lock_is_told_and_shown(panel: TradeoffPanel, qtbot: QtBot) -> None:
    lock = panel.findChild(QCheckBox)
    assert lock.isChecked()
    with qtbot.waitSignal(panel.lock_wished) as wished:
        qtbot.mouseClick(lock, LEFT)
    assert wished.args == [False]
    panel.show_change(None, ViewState().with_costs(1.0, 1.0))
    assert not lock.isChecked()


def test_the_plane_wishes_both_costs(panel: TradeoffPanel, qtbot: QtBot) -> None:
    panel.show_change(None, state_of(eager()).with_lock(False))
    with qtbot.waitSignal(panel.costs_wished) as wished:
        qtbot.keyClick(panel.findChild(TradeoffPlane), Qt.Key.Key_Up)
    assert wished.args == [0.3, 0.71]


def test_labels_have_no_threshold(panel: TradeoffPanel) -> None:
    threshold = slider(panel, "Threshold")
    assert threshold.isVisibleTo(panel)
    panel.show_change(None, state_of(labelled()))
    assert not threshold.isVisibleTo(panel)
    panel.show_change(None, ViewState())
    assert not threshold.isVisibleTo(panel)


def test_the_formula_has_letters_until_there_are_counts(panel: TradeoffPanel) -> None:
    formula = panel.findChild(FormulaCard)
    state = state_of(eager())
    panel.show_index((18, 12, 2, 88), 18 / 23, state)
    assert "18 divided by 18 + .30·12 + .70·2 equals .7826" in formula.accessibleName()
    panel.show_index(None, 0.0, state)
    assert "TP divided by" in formula.accessibleName()


def test_the_best_threshold_is_offered_unless_it_is_taken(panel: TradeoffPanel, qtbot: QtBot) -> None:
    use = button(panel, "Use the best threshold")
    assert not use.isVisibleTo(panel)
    panel.show_best_threshold(0.534, 0.5)
    assert "best at this α, β: 0.534" in [getattr(w, "text", str)() for w in panel.findChildren(QWidget)]
    with qtbot.waitSignal(panel.threshold_wished) as wished:
        qtbot.mouseClick(use, LEFT)
    assert wished.args == [0.534]
    panel.show_best_threshold(0.534, 0.534)
    assert not use.isVisibleTo(panel)
    panel.show_best_threshold(None, 0.5)
    assert not use.isVisibleTo(panel)


def test_the_symbols_take_the_colours_of_the_theme(panel: TradeoffPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blue has to be darker on a light ground."""

    def titles() -> list[str]:
        return [one.title.text() for one in panel.findChildren(NumberSlider)]

    for palette in (theme.LIGHT, theme.DARK):
        monkeypatch.setattr(theme, "current", lambda palette=palette: palette)
        panel.show_change(None, state_of(eager()))
        assert titles() == [
            f'False-positive cost <b style="color:{palette.fp.lower()}">α</b>',
            f'Miss cost <b style="color:{palette.fn.lower()}">β</b>',
            "Threshold",
        ]


def test_a_low_window_shrinks_the_plane_and_nothing_else(panel: TradeoffPanel) -> None:
    panel.show_rivals(["A", "B"], 0, [], "<b>A is ahead.</b> " + "word " * 20)
    panel.resize(374, panel.minimumSizeHint().height())
    QApplication.sendPostedEvents()
    assert panel.findChild(TradeoffPlane).height() == 130
    assert panel.findChild(FormulaCard).height() == 62


def test_screen_readers_hear_every_control(panel: TradeoffPanel) -> None:
    for control in panel.findChildren(QWidget):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name), control
