"""Image only, truth without prediction, prediction without truth, colours, several labels, nothing there at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPushButton, QWidget

from segdiff.data import Case, Grid, Image, LabelChoice, LabelMap, Prediction, ProbabilityMap
from segdiff.gui import theme
from segdiff.gui.widgets.prediction_row import PredictionRow
from segdiff.render import ONE_SIDED, Plane
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import Person
from tests.gui.cases import case_of, cautious, eager, labelled, several_labels

ShowCase = Callable[..., Person]


def codes(person: Person) -> set[int]:
    """Which outcomes are on the screen."""
    view = person.window.slices.shown_views[0]
    return set() if view.codes_layer.image is None else set(np.unique(view.codes_layer.image).tolist())


def rows(person: Person) -> list[str]:
    return [row.radio.accessibleName() for row in person.window.findChildren(PredictionRow) if row.isVisible()]


def check_nothing_is_compared(person: Person) -> None:
    assert person.formula() == "TP divided by TP + α·FP + β·FN equals —"
    assert [row[0] for row in person.legend().values()] == ["—"] * 3
    assert person.app.pipeline.is_idle


def test_an_image_alone(open_window: OpenWindow, files: dict[str, Path]) -> None:
    person = open_window(image=files["scan"]).wait_for_case()
    check_nothing_is_compared(person)
    assert codes(person) == set()
    assert "Add a ground truth to see how far the predictions are right." in person.words(person.window.scores)
    assert person.window.windowTitle().endswith("— segdiff")


def test_a_truth_without_prediction_is_shown_as_a_mask(open_window: OpenWindow, files: dict[str, Path]) -> None:
    person = open_window(image=files["scan"], truth=files["gt"]).wait_for_case()
    check_nothing_is_compared(person)
    assert codes(person) == {0, ONE_SIDED}
    assert "Add a prediction to compare it with the ground truth." in person.words(person.window.scores)


def test_a_prediction_without_truth_is_shown_as_a_mask_that_follows_the_threshold(
    open_window: OpenWindow, files: dict[str, Path]
) -> None:
    person = open_window(image=files["scan"], predictions=(files["eager"],)).wait_for_case()
    check_nothing_is_compared(person)
    person.app.store.apply(lambda state: state.with_cursor((0, 0, 0)))
    view = person.window.slices.views[Plane.AXIAL]
    at_half = np.count_nonzero(view.codes_layer.image)
    person.app.store.apply(lambda state: state.with_threshold(0.7))
    assert np.count_nonzero(view.codes_layer.image) == 18
    assert at_half == 28
    assert person.slider("Threshold").isVisible()


def test_a_colour_picture(show_case: ShowCase) -> None:
    colours = np.zeros((12, 16, 3), np.uint8)
    colours[2:9, 3:12] = (200, 120, 40)
    grid = Grid((12, 16))
    truth, prediction = np.zeros((2, *grid.shape), np.uint8)
    truth[3:8, 4:10] = 1  # 30
    prediction[4:9, 4:10] = 1  # 30, of which 24 are right
    case = Case(
        "picture", Image(colours, grid), LabelMap(truth, grid), (Prediction("model", LabelMap(prediction, grid)),)
    )
    person = show_case(case).wait_for_case()
    assert [view.plane for view in person.window.slices.shown_views] == [Plane.PICTURE]
    assert person.formula() == "24 divided by 24 + .30·6 + .70·6 equals .8000"
    assert person.legend()["False positive"] == ["6 pixels", "invented", "20 % of A"]
    assert "Three" not in [one.text() for one in person.window.top.findChildren(QPushButton) if one.isVisible()]
    person.app.store.apply(lambda state: state.with_overlay(replace(state.overlay, visible=False)))
    picture = person.picture(person.window.slices)
    assert (picture == (200, 120, 40)).all(axis=-1).sum() > 1000


def test_each_label_has_its_own_numbers(show_case: ShowCase) -> None:
    """Label 1: 16 found, 5 invented, 4 missed. Label 2: 9, 1 and 1."""
    person = show_case(several_labels()).wait_for_case()
    assert person.formula() == "16 divided by 16 + .30·5 + .70·4 equals .7882"
    overall = person.scores()["Cross-entropy, all labels"]
    person.app.store.apply(lambda state: state.with_label(LabelChoice.single(2)))
    person.wait_for_case()
    assert person.formula() == "9 divided by 9 + .30·1 + .70·1 equals .9000"
    assert person.scores()["Dice"] == [".9000"]
    assert person.scores()["Cross-entropy, all labels"] == overall


def test_taking_predictions_out_one_by_one(show_case: ShowCase) -> None:
    """Letters move up, numbers stay, and without any prediction the truth is still there."""
    person = show_case(case_of(eager(), cautious(), labelled())).wait_for_case()
    person.app.store.apply(lambda state: state.with_prediction("cautious").with_cursor((0, 0, 0)))
    person.wait_for_case()
    person.window.case.prediction_removed.emit("eager")
    person.wait(lambda: len(rows(person)) == 2)
    assert rows(person) == ["Prediction A, cautious", "Prediction B, labelled"]
    assert person.formula().startswith("12 divided by")
    assert person.legend()["False positive"][2] == "20 % of A"
    assert person.app.pipeline.is_idle
    person.window.case.prediction_removed.emit("cautious")
    assert person.state.prediction == "labelled"
    assert person.formula().startswith("16 divided by")
    person.wait_for_case()
    person.window.case.prediction_removed.emit("labelled")
    person.wait(lambda: rows(person) == [])
    check_nothing_is_compared(person)
    assert codes(person) == {0, ONE_SIDED}


def test_taking_the_only_file_out_empties_the_window(show_case: ShowCase) -> None:
    person = show_case(case_of(eager(), truth=False, image=False)).wait_for_case()
    person.window.case.prediction_removed.emit("eager")
    assert person.state.case is None
    assert person.window.welcome.isVisible()
    assert person.window.windowTitle() == "segdiff"
    check_nothing_is_compared(person)


def test_a_removed_prediction_does_not_come_back_with_the_next_file(
    open_window: OpenWindow, files: dict[str, Path]
) -> None:
    person = open_window(truth=files["gt"], predictions=(files["eager"], files["cautious"])).wait_for_case()
    person.window.case.prediction_removed.emit("eager")
    person.drop(files["labelled"])
    person.wait(lambda: rows(person) == ["Prediction A, cautious", "Prediction B, labelled"])


def test_an_empty_truth(show_case: ShowCase) -> None:
    """Nothing is there: 0/0 counts as 1 for the prediction that marks nothing and as 0 for the one that does."""
    grid = Grid((3, 8))
    marked = np.zeros(grid.shape, np.float32)
    marked[1, 2:5] = 0.9
    empty = LabelMap(np.zeros(grid.shape, np.uint8), grid)
    soft = [Prediction(n, ProbabilityMap(v[None], (1,), grid)) for n, v in (("none", 0 * marked), ("three", marked))]
    person = show_case(Case("empty", truth=empty, predictions=tuple(soft))).wait_for_case()
    assert person.formula() == "0 divided by 0 + .30·0 + .70·0 equals 1.0000"
    assert person.scores()["Dice"] == ["1.0000*", ".0000"]
    assert person.legend()["False negative"] == ["0 pixels", "missed", "—"]
    person.app.store.apply(lambda state: state.with_prediction("three"))
    assert person.formula() == "0 divided by 0 + .30·3 + .70·0 equals .0000"
    assert person.legend()["False positive"] == ["3 pixels", "invented", "100 % of B"]
    assert not person.button("Open…").hasFocus()


def test_nothing_in_truth_or_prediction(show_case: ShowCase) -> None:
    grid = Grid((3, 8))
    empty = LabelMap(np.zeros(grid.shape, np.uint8), grid)
    person = show_case(Case("empty", truth=empty, predictions=(Prediction("none", empty),))).wait_for_case()
    check_nothing_is_compared(person)
    words = "Neither the ground truth nor a prediction has a voxel of any label."
    assert words in person.words(person.window.scores)


@pytest.mark.parametrize("stretch", [100, 130])
@pytest.mark.parametrize("width", [900, 1100, 1400])
def test_nothing_is_cut_off_at_any_width(
    show_case: ShowCase, width: int, stretch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every word and control of the panels lies within its panel, and the picture keeps some room, in any font."""
    usual = theme.base_font

    def wide(*sizes: int, **more: Any) -> QFont:
        font = usual(*sizes, **more)
        font.setStretch(stretch)
        return font

    monkeypatch.setattr(theme, "base_font", wide)
    long = replace(eager(), name="sub-0123_ses-02_desc-nnunet3dfullres_fold-4_probability")
    person = show_case(case_of(long, cautious(), labelled()), size=(width, 700)).wait_for_case()
    if width < 1100:
        person.click("Case")
    person.wait(person.window.case.isVisible)
    for part in (person.window.case, person.window.overlay, person.window.tradeoff, person.window.scores):
        panel = part.parentWidget().parentWidget()
        assert part.width() <= panel.width()
        for child in part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if child.isVisible():
                assert child.geometry().right() <= panel.width(), child
    assert person.window.slices.width() >= 240
