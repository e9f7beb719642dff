"""The legend of the overlay."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from segdiff.data import Agreement, Grid, Outcome
from segdiff.gui.views.overlay_panel import OverlayPanel
from segdiff.gui.widgets.picker import Picker
from segdiff.gui.widgets.slider import Slider
from segdiff.gui.widgets.swatch import Swatch
from segdiff.gui.widgets.text import ElidedLabel
from segdiff.session import OverlayStyle, ViewState
from tests.gui.cases import cautious, eager, labelled, state_of

LEFT = Qt.MouseButton.LeftButton
FP, FN, TP = Outcome.FALSE_POSITIVE, Outcome.FALSE_NEGATIVE, Outcome.TRUE_POSITIVE


@pytest.fixture
def panel(qtbot: QtBot) -> OverlayPanel:
    made = OverlayPanel()
    qtbot.addWidget(made)
    made.show_change(None, ViewState())
    return made


@pytest.fixture
def wishes(panel: OverlayPanel) -> list[OverlayStyle]:
    heard: list[OverlayStyle] = []
    panel.style_wished.connect(heard.append)
    return heard


def swatch(panel: OverlayPanel, name: str) -> Swatch:
    return next(one for one in panel.findChildren(Swatch) if one.accessibleName() == name)


def slider(panel: OverlayPanel, name: str) -> Slider:
    return next(one for one in panel.findChildren(Slider) if one.accessibleName() == f"{name}: opacity")


def legend(panel: OverlayPanel, name: str) -> list[str]:
    """Amount at the right; below, the word and the share."""
    grid = swatch(panel, name).parentWidget().layout()
    return [grid.itemAtPosition(*place).widget().text() for place in ((0, 2), (1, 1), (1, 2))]


def test_a_narrow_legend_keeps_the_count_rather_than_the_word_before_it(panel: OverlayPanel) -> None:
    panel.show_counts((4088, 187, 84, 50000), Grid((40, 40, 40), (1.0, 1.0, 1.0)), "A")
    words = swatch(panel, "True positive").parentWidget().layout().itemAtPosition(1, 1).widget()
    assert isinstance(words, ElidedLabel)
    needed = words.fontMetrics().horizontalAdvance("4,088 voxels")
    for room, shown in ((300, "found · 4,088 voxels"), (needed + 4, "4,088 voxels")):
        words.resize(room, 14)
        assert words.shown == shown
    words.resize(needed // 2, 14)
    assert words.shown.startswith("4")


def test_amounts_of_a_volume_are_millilitres_counts_and_shares(panel: OverlayPanel) -> None:
    """Voxels of 3.0 × 0.5 × 0.7 mm are 1.05 mm³: 4000 of them 4.2 ml, 910 of them .9555 ml, 10 of them .0105 ml.

    4000 of 4010 predicted are found; 10 are invented, 0.2 %; of 4910 in the truth 910 are missed, 19 %.
    """
    panel.show_counts((4000, 10, 910, 50000), Grid((40, 40, 40), (3.0, 0.5, 0.7)), "B")
    assert legend(panel, "True positive") == ["4.20 ml", "found · 4,000 voxels", "81 % of the truth"]
    assert legend(panel, "False positive") == ["0.010 ml", "invented · 10 voxels", "0.2 % of B"]
    assert legend(panel, "False negative") == ["0.96 ml", "missed · 910 voxels", "19 % of the truth"]


def test_a_picture_has_pixels_and_no_millilitres(panel: OverlayPanel) -> None:
    panel.show_counts((3, 1, 0, 8), Grid((3, 4)), "A")
    assert legend(panel, "True positive") == ["3 pixels", "found", "100 % of the truth"]
    assert legend(panel, "False positive") == ["1 pixel", "invented", "25 % of A"]
    assert legend(panel, "False negative") == ["0 pixels", "missed", "0 % of the truth"]


def test_shares_of_nothing_are_dashes(panel: OverlayPanel) -> None:
    panel.show_counts((0, 0, 0, 12), Grid((3, 4)), "A")
    assert legend(panel, "True positive") == ["0 pixels", "found", "—"]
    assert legend(panel, "False positive") == ["0 pixels", "invented", "—"]


def test_until_it_is_measured_amounts_are_dashes(panel: OverlayPanel) -> None:
    panel.show_counts((3, 1, 0, 8), Grid((3, 4)), "A")
    panel.show_counts(None, Grid((3, 4)), "A")
    assert legend(panel, "False positive") == ["—", "invented", ""]


def test_a_swatch_switches_its_outcome(panel: OverlayPanel, wishes: list[OverlayStyle], qtbot: QtBot) -> None:
    qtbot.mouseClick(swatch(panel, "False negative"), LEFT)
    assert [style.outcomes[FN].visible for style in wishes] == [False]
    assert wishes[0].outcomes[FP] == OverlayStyle().outcomes[FP]


def test_a_slider_sets_the_opacity_of_its_outcome(
    panel: OverlayPanel, wishes: list[OverlayStyle], qtbot: QtBot
) -> None:
    qtbot.keyClick(slider(panel, "True positive"), Qt.Key.Key_Right)
    assert [style.outcomes[TP].opacity for style in wishes] == [0.35]
    assert wishes[0].outcomes[FP].opacity == 0.9


def test_the_state_is_shown(panel: OverlayPanel) -> None:
    style = OverlayStyle().with_outcome(FP, visible=False).with_outcome(FN, opacity=0.4)
    panel.show_change(None, ViewState(overlay=style))
    assert not swatch(panel, "False positive").isChecked()
    assert swatch(panel, "False negative").isChecked()
    assert slider(panel, "False negative").number == 0.4


def test_while_the_overlay_is_off_a_swatch_brings_it_back(
    panel: OverlayPanel, wishes: list[OverlayStyle], qtbot: QtBot
) -> None:
    hidden = replace(OverlayStyle(), visible=False)
    panel.show_change(None, ViewState(overlay=hidden))
    assert not any(swatch(panel, name).isChecked() for name in ("False positive", "False negative", "True positive"))
    qtbot.mouseClick(swatch(panel, "False positive"), LEFT)
    assert wishes == [OverlayStyle()]


def chip(panel: OverlayPanel, text: str) -> QPushButton:
    return next(one for one in panel.findChildren(QPushButton) if one.text() == text)


def offered(panel: OverlayPanel) -> list[str]:
    picker = panel.findChild(Picker)
    return [picker.itemText(row) for row in range(picker.count())]


def shown_titles(panel: OverlayPanel) -> list[str]:
    return [one.accessibleName() for one in panel.findChildren(Swatch) if one.isVisibleTo(panel)]


def test_a_prediction_is_held_against_the_truth_or_another_one(panel: OverlayPanel, qtbot: QtBot) -> None:
    state = state_of(eager(), cautious(), labelled()).with_prediction("cautious")
    panel.show_change(None, state)
    assert offered(panel) == ["Ground truth", "A · eager", "C · labelled"]
    heard: list[str | None] = []
    panel.against_wished.connect(heard.append)
    panel.findChild(Picker).setFocus()
    qtbot.keyClick(panel.findChild(Picker), Qt.Key.Key_Down)
    assert heard == ["eager"]
    assert shown_titles(panel) == ["False positive", "False negative", "True positive"]
    panel.show_change(state, state.with_against("eager"))
    assert shown_titles(panel) == ["Only in B", "Only in A", "In both"]
    assert panel.findChild(Picker).currentText() == "A · eager"


def test_without_a_truth_there_is_nothing_or_another_prediction(panel: OverlayPanel) -> None:
    panel.show_change(None, state_of(eager(), cautious(), truth=False))
    assert offered(panel) == ["Nothing", "B · cautious"]
    assert not chip(panel, "Curtain").isEnabled()
    panel.show_change(None, state_of(eager(), cautious(), truth=False).with_against("cautious"))
    assert chip(panel, "Curtain").isEnabled()


def test_one_prediction_leaves_nothing_to_choose(panel: OverlayPanel) -> None:
    panel.show_change(None, state_of(eager()))
    assert not panel.findChild(Picker).isVisibleTo(panel)


def test_a_disagreement_is_switched_and_made_fainter(
    panel: OverlayPanel, wishes: list[OverlayStyle], qtbot: QtBot
) -> None:
    panel.show_change(None, state_of(eager(), cautious()).with_against("cautious"))
    qtbot.mouseClick(swatch(panel, "Only in B"), LEFT)
    qtbot.keyClick(slider(panel, "Only in A"), Qt.Key.Key_Left)
    assert not wishes[0].agreement[Agreement.ONLY_FIRST].visible
    assert wishes[1].agreement[Agreement.ONLY_SECOND].opacity == 0.85
    assert wishes[1].outcomes == OverlayStyle().outcomes


def test_chips_hang_the_curtain_and_colour_probabilities(
    panel: OverlayPanel, wishes: list[OverlayStyle], qtbot: QtBot
) -> None:
    state = state_of(eager(), labelled())
    panel.show_change(None, state)
    for text in ("Curtain", "Heat map"):
        qtbot.mouseClick(chip(panel, text), LEFT)
    assert [(style.curtain, style.heat_map) for style in wishes] == [(0.5, False), (None, True)]
    panel.show_change(None, state.with_overlay(replace(state.overlay, heat_map=True, curtain=0.3)))
    assert [chip(panel, text).isChecked() for text in ("Curtain", "Heat map")] == [True, True]
    panel.show_change(None, state.with_overlay(replace(state.overlay, heat_map=True)).with_prediction("labelled"))
    assert not chip(panel, "Heat map").isEnabled()
    panel.show_change(None, state_of(labelled()))
    assert not chip(panel, "Heat map").isVisibleTo(panel)


def test_how_much_two_predictions_agree_on(panel: OverlayPanel) -> None:
    panel.show_change(None, state_of(eager(), cautious()).with_against("cautious"))
    assert legend(panel, "Only in A") == ["—", "", ""]
    counts = {Agreement.ONLY_FIRST: 4000, Agreement.ONLY_SECOND: 10, Agreement.BOTH: 910, Agreement.NEITHER: 1}
    panel.show_agreement(counts, Grid((40, 40, 40), (3.0, 0.5, 0.7)))
    assert legend(panel, "Only in A") == ["0.010 ml", "10 voxels", ""]
    assert legend(panel, "Only in B") == ["4.20 ml", "4,000 voxels", ""]
    panel.show_agreement(None, None)
    assert legend(panel, "In both") == ["—", "", ""]
