"""The top bar, the welcome and the help."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import segdiff
from segdiff.about import Component
from segdiff.data import Case, Grid, Image
from segdiff.gui.help import Help
from segdiff.gui.keys import choose_keys, key_table
from segdiff.gui.licences import Licences
from segdiff.gui.mouse import MousePreset, choose_preset, mouse_table
from segdiff.gui.views.top_bar import TopBar
from segdiff.gui.views.welcome import Welcome
from segdiff.gui.widgets.text import ElidedLabel
from segdiff.session import DrawAs, Layout, OverlayStyle, Theme, ViewState
from tests.gui.cases import case_of, eager, state_of

LEFT = Qt.MouseButton.LeftButton


def button(parent: QWidget, text: str) -> QPushButton:
    return next(one for one in parent.findChildren(QPushButton) if text in (one.text(), one.accessibleName()))


def texts(parent: QWidget) -> list[str]:
    return [one.text() for one in parent.findChildren(QLabel) if one.isVisibleTo(parent) and one.text()]


class TestTopBar:
    @pytest.fixture
    def window(self, qtbot: QtBot) -> QWidget:
        """One that does not care how wide its parts are."""
        made = QWidget()
        qtbot.addWidget(made)
        return made

    @pytest.fixture
    def bar(self, window: QWidget) -> TopBar:
        """1600 pixels wide."""
        made = TopBar()
        made.setParent(window)
        made.resize(1600, 48)
        made.show_change(None, ViewState())
        window.show()
        return made

    def test_wishes(self, bar: TopBar, qtbot: QtBot) -> None:
        bar.show_change(None, state_of(eager()))
        bar.show_folded(True, False)
        for text, signal, carried in (
            ("Open…", bar.open_wished, []),
            ("Outline", bar.draw_as_wished, [DrawAs.OUTLINE]),
            ("Views: Side by side", bar.layout_wished, [Layout.BESIDE]),
            ("Settings", bar.settings_wished, []),
            ("?", bar.help_wished, []),
            ("Case", bar.case_panel_wished, [True]),
        ):
            with qtbot.waitSignal(signal) as heard:
                qtbot.mouseClick(button(bar, text), LEFT)
            assert heard.args == carried

    def test_the_state_is_shown(self, bar: TopBar) -> None:
        style = replace(OverlayStyle(), draw_as=DrawAs.BOTH)
        state = replace(state_of(eager()), overlay=style, layout=Layout.ONE, theme=Theme.LIGHT)
        bar.show_change(None, state)
        buttons = [one for one in bar.findChildren(QPushButton) if one.isVisibleTo(bar)]
        down = {one.accessibleName() for one in buttons if one.isChecked()}
        assert down == {"Overlay: Both", "Views: One"}

    def test_a_synthetic_case_says_so(self, bar: TopBar) -> None:
        bar.show_change(None, state_of(eager()))
        assert texts(bar) == ["segdiff", "small"]
        synthetic = replace(case_of(eager()), synthetic=True)
        bar.show_change(None, ViewState().with_case(synthetic))
        assert texts(bar) == ["segdiff", "small", "synthetic"]
        bar.resize(700, bar.height())
        assert "synthetic" not in texts(bar)
        assert not button(bar, "Folder…").isVisibleTo(bar)
        assert button(bar, "Open…").isVisibleTo(bar)
        bar.resize(1600, bar.height())
        assert "synthetic" in texts(bar)

    def test_several_planes_are_for_volumes(self, bar: TopBar) -> None:
        three, beside = button(bar, "Views: Three"), button(bar, "Views: Side by side")
        assert not three.isVisibleTo(bar)
        bar.show_change(None, state_of(eager()))
        assert three.isVisibleTo(bar)
        assert three.isChecked()
        bar.show_change(None, ViewState().with_case(Case("picture", Image(np.zeros((3, 4)), Grid((3, 4))))))
        assert not three.isVisibleTo(bar)
        assert beside.isVisibleTo(bar)
        assert button(bar, "Views: One").isChecked()

    def test_in_a_narrow_window_the_case_panel_is_a_button(self, bar: TopBar) -> None:
        assert not button(bar, "Case").isVisibleTo(bar)
        bar.show_folded(True, True)
        assert button(bar, "Case").isVisibleTo(bar)
        assert button(bar, "Case").isChecked()
        assert texts(bar) == []

    @pytest.mark.parametrize("grid", [Grid((3, 4)), Grid((2, 3, 4))])
    def test_in_a_list_of_cases_no_button_is_cut_off_however_narrow_the_window(self, bar: TopBar, grid: Grid) -> None:
        bar.show_folded(True, False)
        bar.show_change(None, ViewState().with_case(Case("10000_79", Image(np.zeros(grid.shape), grid))))
        bar.show_turn(8, 120)
        bar.resize(900, 48)
        bar.layout().activate()
        for one in bar.findChildren(QPushButton):
            if one.isVisibleTo(bar) and one.text():
                assert one.width() >= one.minimumSizeHint().width(), one.text()
        name = bar.findChild(ElidedLabel)
        assert name.width() >= name.fontMetrics().horizontalAdvance("10000_79")
        assert button(bar, "Settings").isVisibleTo(bar)
        bar.resize(1600, 48)
        assert button(bar, "Outline").isVisibleTo(bar)
        assert button(bar, "Undo").isVisibleTo(bar)

    def test_a_slider_lays_out_nothing_anew(self, bar: TopBar, monkeypatch: pytest.MonkeyPatch) -> None:
        """Hiding and showing buttons to find out which have room sets off a layout of the whole window."""
        state = state_of(eager())
        bar.show_change(None, state)
        fits: list[int] = []
        monkeypatch.setattr(TopBar, "_fit", lambda _bar: fits.append(1))
        bar.show_change(state, state.with_costs(0.2, 0.8))
        assert fits == []
        bar.show_change(state, ViewState())
        assert fits == [1]

    def test_a_long_name_gives_way_to_the_buttons(self, bar: TopBar) -> None:
        bar.show_change(None, ViewState().with_case(replace(case_of(eager()), name="sub-0123_" * 20)))
        bar.resize(900, 48)
        name = bar.findChild(ElidedLabel)
        assert button(bar, "?").geometry().right() < 900
        assert name.width() < name.fontMetrics().horizontalAdvance(name.text())


class TestWelcome:
    @pytest.fixture
    def welcome(self, qtbot: QtBot) -> Welcome:
        made = Welcome()
        qtbot.addWidget(made)
        made.resize(480, 400)
        return made

    def test_it_invites_to_drop_open_or_look_at_the_demo(self, welcome: Welcome, qtbot: QtBot) -> None:
        assert texts(welcome)[0] == "Drop an image, a ground truth and a prediction here"
        with qtbot.waitSignal(welcome.open_wished):
            qtbot.mouseClick(button(welcome, "Open…"), LEFT)
        with qtbot.waitSignal(welcome.demo_wished):
            qtbot.mouseClick(button(welcome, "Look at the synthetic demo"), LEFT)

    def test_while_something_opens_it_says_so_and_offers_nothing_else(self, welcome: Welcome) -> None:
        welcome.show_busy("Opening…")
        assert texts(welcome) == ["Opening…"]
        assert not button(welcome, "Open…").isVisibleTo(welcome)
        welcome.show_invitation()
        assert len(texts(welcome)) == 2
        assert button(welcome, "Open…").isVisibleTo(welcome)

    def test_it_fits_beside_a_panel_in_a_narrow_window(self, welcome: Welcome) -> None:
        assert welcome.minimumSizeHint().width() <= 900 - 374


class TestHelp:
    @pytest.fixture
    def words(self, qtbot: QtBot) -> str:
        dialog = Help()
        qtbot.addWidget(dialog)
        spoken = QAccessible.queryAccessibleInterface(dialog.findChild(QLabel))
        return str(spoken.text(QAccessible.Text.Name))

    def test_every_key_and_every_movement_of_the_hand_is_listed(self, words: str) -> None:
        lines = [line.strip() for line in words.replace("\xa0", " ").splitlines()]
        for key in filter(lambda key: key.keys, key_table()):
            assert " or ".join(key.keys) in lines, key
            assert key.meaning in lines, key
        for hand, does in mouse_table(MousePreset.RESEARCH):
            assert hand in lines, hand
            assert does in lines, hand

    def test_it_says_what_the_program_is_and_is_not(self, words: str) -> None:
        assert f"segdiff {segdiff.__version__}, MIT licence" in words
        assert "not for diagnosis" in words
        assert "opens no network connection" in words

    def test_an_installed_program_shows_the_licences_of_what_came_along(
        self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        text = tmp_path / "LGPL.txt"
        text.write_text("GNU LESSER GENERAL PUBLIC LICENSE")
        listed = (
            Component("numpy", "2", "BSD-3-Clause", "https://numpy.org", ()),
            Component("Qt", "6", "LGPL-3.0", "https://qt.io", (text,)),
        )
        monkeypatch.setattr("segdiff.gui.help.components", lambda: listed)
        dialog = Help()
        qtbot.addWidget(dialog)
        qtbot.mouseClick(button(dialog, "Licences…"), LEFT)
        licences = dialog.findChild(Licences)
        assert "BSD-3-Clause" in licences.text.toPlainText()
        qtbot.keyClick(licences.list, Qt.Key.Key_Down)
        assert licences.text.toPlainText().endswith("GNU LESSER GENERAL PUBLIC LICENSE")
        licences.close()

    def test_closing_it_lets_it_go(self, qtbot: QtBot) -> None:
        parent = QWidget()
        qtbot.addWidget(parent)
        dialog = Help(parent)
        dialog.open()
        with qtbot.waitSignal(dialog.destroyed):
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    def test_no_key_is_promised_twice(self) -> None:
        keys = [QKeySequence(one).toString() for key in key_table() for one in key.usual]
        assert len(set(keys)) == len(keys)
        assert "" not in keys

    def test_it_tells_what_a_person_has_chosen(self, qtbot: QtBot) -> None:
        choose_keys("overlay", ("Ctrl+<",))
        choose_keys("blink", ())
        choose_preset(MousePreset.CLINICAL)
        dialog = Help()
        qtbot.addWidget(dialog)
        text = dialog.findChild(QLabel).text()
        assert "Ctrl+&lt;" in text
        assert "blink on or off" not in text
        assert "Left click, Ctrl+Shift+Left drag" in text
