"""The plane of the mean over labels: computed, and said to be."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from segdiff.data import Case, Comparison, LabelMap, Prediction
from segdiff.evidence import Evidence, measure
from segdiff.gui.averages import SIZE, Average, average
from segdiff.gui.widgets.corner_menu import CornerMenu
from segdiff.gui.widgets.plane import MEAN, TradeoffPlane
from segdiff.session import ViewState
from tests.gui.cases import GRID, several_labels

LETTERS = {"labelled": "A", "second": "B"}


def two_labels_twice() -> ViewState:
    """Of 20 and 10 voxels. A finds 16 and 9, inventing 5 and 1; B finds 20 and 5, inventing none."""
    case = several_labels()
    voxels = np.zeros(GRID.voxel_count, np.uint8)
    voxels[:20], voxels[40:45] = 1, 2
    second = Prediction("second", LabelMap(voxels.reshape(GRID.shape), GRID))
    return ViewState().with_case(Case("labels", truth=case.truth, predictions=(*case.predictions, second)))


def of(state: ViewState, letters: dict[str, str]) -> Average:
    def evidence_of(comparison: Comparison) -> Evidence:
        assert state.case is not None
        return measure(state.case, comparison)

    found = average(state, evidence_of, letters)
    assert found is not None
    return found


def test_who_is_ahead_by_the_mean_is_said() -> None:
    """A: 16/20.3 and 9/10; B: 1 and 5/8.5."""
    said = of(two_labels_twice().with_costs(0.3, 0.7), LETTERS).sentence
    assert said.startswith("<b>A is ahead</b> by the mean over 2 labels: .8441; B .7941.")
    assert said.endswith(f"A mean has no straight borders, so the plane was computed at {SIZE} × {SIZE} costs.")


def test_the_map_and_the_line_hold_the_means() -> None:
    """If only false positives cost, A has 16/21 and 9/10, B has 1 and 1; if only misses do, A .8 and .9, B 1 and .5."""
    found = of(two_labels_twice(), LETTERS)
    assert [part.letter for part in found.strip] == ["A", "B"]
    assert found.computed.at(0.3, 0.7) == pytest.approx((16 / 20.3 + 0.9) / 2)
    assert found.computed.index[-1, -1] == pytest.approx((16 / 21 + 0.9) / 2, abs=0.01), "right at the bottom"
    assert (found.computed.winner[-1, -1], found.computed.winner[0, 0]) == (1, 0)


def test_one_prediction_has_a_mean_too() -> None:
    case = several_labels()
    said = of(ViewState().with_case(case).with_costs(0.3, 0.7), {"labelled": "A"}).sentence
    assert said.startswith("The mean over 2 labels is <b>.8441</b> at these costs.")


def test_there_is_none_before_every_label_is_measured() -> None:
    assert average(two_labels_twice(), lambda _comparison: None, LETTERS) is None


def test_a_cost_that_moves_computes_no_map_again() -> None:
    state = two_labels_twice()
    assert of(state.with_costs(0.4, 0.6), LETTERS).computed is of(state.with_costs(0.9, 0.1), LETTERS).computed


def test_the_plane_draws_the_mean_and_goes_back(qtbot: QtBot) -> None:
    """248 × 238 pixels: the plane is 200 × 200, its corner at (40, 206)."""
    plane = TradeoffPlane()
    qtbot.addWidget(plane)
    plane.resize(248, 238)
    plane.show_index((3, 2, 1), np.full((4, 4), 0.5))
    one_label = plane.grab().toImage()
    plane.offer_mean(True)
    heard: list[bool] = []
    plane.scope_changed.connect(lambda: heard.append(plane.is_of_mean))
    next(menu for menu in plane.findChildren(CornerMenu) if MEAN in menu.titles).choose(MEAN)
    assert heard == [True]
    plane.show_computed(of(two_labels_twice(), LETTERS).computed)
    assert plane.words_at(QPoint(40 + 80, 206 - 140)) == (
        "α 0.40, β 0.70: Tversky index .8302, the mean over labels"
    ), "16/20.8 and 9/10.1"
    left, right = (plane.grab().toImage().pixelColor(40 + x, 206 - y).lightness() for x, y in ((30, 130), (150, 20)))
    assert left > right, "B's ground is veiled"
    plane.offer_mean(False)
    assert not plane.is_of_mean
    plane.show_index((3, 2, 1), np.full((4, 4), 0.5))
    assert plane.grab().toImage() == one_label
