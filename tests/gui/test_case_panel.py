"""What is loaded, and what a person wants of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from segdiff.data import Case, Geometry, Grid, Image, LabelChoice, LabelMap
from segdiff.gui.views.case_panel import CasePanel
from segdiff.gui.widgets.picker import Picker
from segdiff.gui.widgets.prediction_row import PredictionRow
from segdiff.gui.widgets.text import ElidedLabel
from segdiff.session import ViewState
from tests.gui.cases import GRID, case_of, cautious, eager, labelled, several_labels, state_of, truth_map
from tests.gui.test_controls import drop, files

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot) -> CasePanel:
    made = CasePanel()
    qtbot.addWidget(made)
    made.resize(260, 500)
    made.show_change(None, ViewState())
    made.show()
    return made


def prediction_rows(panel: CasePanel) -> list[PredictionRow]:
    """The rows in the list, from top to bottom."""
    QApplication.sendPostedEvents()
    return [row for row in panel.findChildren(PredictionRow) if row.isVisible()]


def rows(panel: CasePanel) -> list[str]:
    """Each prediction as it is written: letter and name, kind, Dice and, below, its badge."""
    written = []
    for row in prediction_rows(panel):
        places = (row.layout().itemAtPosition(*place) for place in ((0, 1), (1, 1), (0, 2), (2, 1)))
        written.append(" | ".join(place.widget().text() for place in places if place))
    return written


def button(panel: CasePanel, name: str) -> QPushButton:
    return next(b for b in panel.findChildren(QPushButton) if name in (b.accessibleName(), b.text()))


def file_name(panel: CasePanel, name: str) -> str:
    text = button(panel, name).findChild(ElidedLabel)
    assert isinstance(text, ElidedLabel)
    return text.text()


def test_predictions_have_letters_names_and_kinds(panel: CasePanel) -> None:
    panel.show_change(None, state_of(eager(), labelled()))
    assert rows(panel) == ["A · eager | probability map, cut at 0.50 | —", "B · labelled | labels | —"]


def test_the_dice_of_each_is_shown_and_a_dash_until_it_is_known(panel: CasePanel) -> None:
    panel.show_change(None, state_of(eager(), cautious()))
    panel.show_dice({"cautious": ".686"})
    assert [row.split(" | ")[2] for row in rows(panel)] == ["—", ".686"]


def test_the_threshold_is_followed(panel: CasePanel) -> None:
    state = state_of(eager())
    panel.show_change(None, state)
    panel.show_change(state, state.with_threshold(0.534))
    assert rows(panel) == ["A · eager | probability map, cut at 0.534 | —"]


def test_choosing_and_removing_are_told_by_name(panel: CasePanel, qtbot: QtBot) -> None:
    panel.show_change(None, state_of(eager(), cautious()))
    second = prediction_rows(panel)[1]
    with qtbot.waitSignal(panel.prediction_chosen) as chosen:
        qtbot.mouseClick(second, LEFT, pos=QPoint(120, 8))
    assert chosen.args == ["cautious"]
    with qtbot.waitSignal(panel.prediction_removed) as removed:
        qtbot.keyClick(second.radio, Qt.Key.Key_Delete)
    assert removed.args == ["cautious"]


def test_the_radio_button_shows_the_state_and_nothing_else(panel: CasePanel, qtbot: QtBot) -> None:
    state = state_of(eager(), cautious())
    panel.show_change(None, state)
    first, second = (row.radio for row in prediction_rows(panel))
    assert (first.isChecked(), second.isChecked()) == (True, False)
    panel.show_change(state, state.with_prediction("cautious"))
    assert (first.isChecked(), second.isChecked()) == (False, True)


def test_arrow_keys_go_from_one_prediction_to_the_next(panel: CasePanel, qtbot: QtBot) -> None:
    state = state_of(eager(), cautious())
    panel.show_change(None, state)
    qtbot.waitUntil(panel.isActiveWindow)
    first = prediction_rows(panel)[0].radio
    first.setFocus()
    with qtbot.waitSignal(panel.prediction_chosen) as chosen:
        qtbot.keyClick(first, Qt.Key.Key_Down)
    assert chosen.args == ["cautious"]


def test_tab_goes_through_the_files_then_the_predictions_then_on(panel: CasePanel, qtbot: QtBot) -> None:
    """A prediction that was added last is reached where it stands, not at the end of the window."""
    state = state_of(eager())
    panel.show_change(None, state)
    panel.show_change(state, state_of(eager(), cautious()))
    qtbot.waitUntil(panel.isActiveWindow)
    assert len(prediction_rows(panel)) == 2
    button(panel, "Ground truth: open another").setFocus()
    order = []
    for _ in range(3):
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
        order.append(panel.focusWidget().accessibleName() or panel.focusWidget().text())
    assert order == ["Prediction A, eager", "+  Add a prediction, or drop it", "Label"]


def test_another_geometry_is_a_badge(panel: CasePanel) -> None:
    resampled = replace(labelled(), geometry=Geometry.RESAMPLED)
    panel.show_change(None, ViewState().with_case(case_of(resampled)))
    assert rows(panel) == ["A · labelled | labels | — | resampled"]


def test_the_names_of_files_are_shown(panel: CasePanel) -> None:
    image = Image(np.zeros(GRID.shape), GRID, path=Path("/data/sub-01_flair.nii.gz"))
    truth = replace_path(truth_map(), Path("/data/sub-01_gt.nii.gz"))
    panel.show_change(None, ViewState().with_case(Case("files", image, truth)))
    assert file_name(panel, "Image: open another") == "sub-01_flair.nii.gz"
    assert file_name(panel, "Ground truth: open another") == "sub-01_gt.nii.gz"


def replace_path(truth: LabelMap, path: Path) -> LabelMap:
    return LabelMap(truth.voxels, truth.grid, path=path)


def test_what_is_missing_can_be_opened(panel: CasePanel, qtbot: QtBot) -> None:
    assert file_name(panel, "Image: open another") == "open…"
    for name, wish in (
        ("Image: open another", panel.image_wished),
        ("Ground truth: open another", panel.truth_wished),
        ("+  Add a prediction, or drop it", panel.prediction_wished),
    ):
        with qtbot.waitSignal(wish):
            qtbot.mouseClick(button(panel, name), LEFT)


def test_files_dropped_on_the_button_are_predictions(panel: CasePanel) -> None:
    dropped: list[list[Path]] = []
    panel.predictions_dropped.connect(dropped.append)
    drop(button(panel, "+  Add a prediction, or drop it"), files("/data/b.nii.gz"))
    assert dropped == [[Path("/data/b.nii.gz")]]


def labels(panel: CasePanel) -> list[str]:
    picker = panel.findChild(Picker)
    assert isinstance(picker, Picker)
    return [picker.itemText(i) for i in range(picker.count())]


def test_labels_say_how_much_of_them_is_in_the_truth(panel: CasePanel) -> None:
    """20 voxels of 1 mm³ are 0.020 ml."""
    panel.show_change(None, state_of(eager()))
    assert labels(panel) == ["1 · lesion   20 voxels · 0.020 ml"]
    panel.show_change(None, ViewState().with_case(several_labels()))
    assert labels(panel) == ["1   20 voxels · 0.020 ml", "2 · oedema   10 voxels · 0.010 ml"]


def test_a_label_that_only_the_prediction_has_says_so(panel: CasePanel) -> None:
    truth, prediction = LabelMap(np.array([[1, 0, 0]]), Grid((1, 3))), LabelMap(np.array([[1, 3, 3]]), Grid((1, 3)))
    case = Case("stray", truth=truth, predictions=(replace(labelled(), content=prediction),))
    panel.show_change(None, ViewState().with_case(case))
    assert labels(panel) == ["1   1 pixel", "3   not in the truth"]


def test_without_a_truth_labels_have_no_size(panel: CasePanel) -> None:
    panel.show_change(None, state_of(labelled(), truth=False))
    assert labels(panel) == ["1"]


def test_choosing_a_label_is_told(panel: CasePanel, qtbot: QtBot) -> None:
    panel.show_change(None, ViewState().with_case(several_labels()))
    picker = panel.findChild(Picker)
    with qtbot.waitSignal(panel.label_chosen) as chosen:
        qtbot.keyClick(picker, Qt.Key.Key_Down)
    assert chosen.args == [LabelChoice.single(2)]


def test_a_long_name_does_not_widen_the_panel(panel: CasePanel) -> None:
    long = replace(eager(), name="sub-0123_ses-02_task-lesions_desc-nnunet3dfullres_fold-4_probability")
    before = panel.minimumSizeHint().width()
    panel.show_change(None, ViewState().with_case(case_of(long, cautious(), labelled())))
    assert panel.minimumSizeHint().width() <= max(before, 260)
