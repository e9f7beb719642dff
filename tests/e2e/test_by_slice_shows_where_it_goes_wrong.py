"""The tab "By slice" and the panel it lies in, in the real window."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt

from segdiff.data import Case, Grid, LabelMap, Prediction
from segdiff.gui.details import SliceCountsOf
from segdiff.gui.opening import ReadResult
from segdiff.gui.pipeline import Pipeline
from segdiff.io import CaseRequest
from tests.e2e.person import Person
from tests.gui.cases import case_of, cautious, eager, labelled

ShowCase = Callable[..., Person]
Key = Qt.Key


@pytest.fixture
def person(show_case: ShowCase) -> Person:
    """The small case, whose truth fills the first 20 of 30 voxels of slice 1; eager also invents 2 in slice 2."""
    person = show_case(case_of(eager(), labelled())).wait_for_case()
    person.window.bottom.show_tab(person.window.by_slice)
    return person.wait_for_case()


def counts(person: Person) -> list[list[int]]:
    curve = person.window.by_slice.plot.curve
    assert curve is not None
    return curve.counts.tolist()


def test_the_counts_of_each_slice_are_there(person: Person) -> None:
    """Eager: 18 found, 12 invented and 2 missed, of which slice 1 holds 18 + 10 + 2."""
    assert counts(person) == [[18, 0, 0, 0], [10, 2, 0, 0], [2, 0, 0, 0]]


def test_another_plane_another_prediction_another_score(person: Person) -> None:
    person.click("Slices: Sagittal")
    person.wait(lambda: len(counts(person)[0]) == 6)
    assert [sum(row) for row in counts(person)] == [18, 12, 2]
    person.app.store.apply(lambda state: state.with_prediction("labelled"))
    person.wait_for_case()
    assert [sum(row) for row in counts(person)] == [16, 5, 4]
    person.window.by_slice.score_wished.emit("recall")
    curve = person.window.by_slice.plot.curve
    assert (curve.title, curve.worst) == ("Recall", 4)  # 2 of 3 found, as in the one after it


def test_w_goes_to_the_worst_slice_even_with_the_panel_folded(person: Person) -> None:
    """Nothing of what eager predicts in slice 2 is right."""
    person.app.store.apply(lambda state: state.with_cursor((3, 1, 2)))
    person.window.bottom.set_open(False)
    person.app.store.apply(lambda state: state.with_threshold(0.4))  # 20 found, 12 invented, not counted by slice yet
    person.key(Key.Key_W)
    person.wait(lambda: person.state.cursor == (1, 1, 2))


def test_what_was_sought_in_a_picture_is_not_sought_in_the_next_case(show_case: ShowCase) -> None:
    flat = Grid((4, 6), (1.0, 1.0))
    truth = LabelMap(np.ones(flat.shape, np.uint8), flat)
    person = show_case(Case("picture", truth=truth, predictions=(Prediction("a", truth),))).wait_for_case("picture")
    person.key(Key.Key_W)
    person.app.pipeline.read(lambda _ticket: ReadResult(case_of(eager()), CaseRequest(), (3, 1, 2)))
    person.wait_for_case("small")
    assert person.state.cursor == (3, 1, 2)


def test_a_click_in_the_plot_goes_there(person: Person) -> None:
    plot = person.window.by_slice.plot
    at = plot.area().center().toPoint()
    at.setX(round(plot.place_of(2)))
    person.qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=at)
    assert person.state.cursor[0] == 2


def test_moving_alpha_moves_the_curve_without_measuring(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    person.window.by_slice.score_wished.emit("tversky_index")
    asked: list[object] = []
    monkeypatch.setattr(Pipeline, "_measure_missing", lambda _self: asked.append(1))
    before = person.window.by_slice.plot.curve.scores[0]
    person.app.store.apply(lambda state: state.with_alpha(0.9))
    assert person.window.by_slice.plot.curve.scores[0] == pytest.approx(18 / (18 + 0.9 * 10 + 0.1 * 2))
    assert before == pytest.approx(18 / (18 + 0.3 * 10 + 0.7 * 2))
    assert asked == []


def test_a_tab_out_of_sight_has_nothing_measured(person: Person) -> None:
    person.window.bottom.set_open(False)
    person.app.store.apply(lambda state: state.with_threshold(0.7))
    person.wait_for_case()
    counted = SliceCountsOf(person.state.comparison)
    assert person.app.pipeline.detail(counted) is None
    person.window.bottom.set_open(True)
    person.wait_for_case()
    assert person.app.pipeline.detail(counted) is not None
    assert [sum(row) for row in counts(person)] == [18, 0, 2]


def test_without_a_truth_it_says_what_is_missing(show_case: ShowCase) -> None:
    person = show_case(case_of(cautious(), truth=False)).wait_for_case()
    person.window.bottom.show_tab(person.window.by_slice)
    assert any("once a ground truth" in words for words in person.words(person.window.by_slice))


def test_t_folds_the_panel_and_the_next_window_remembers(person: Person, show_case: ShowCase) -> None:
    person.key(Key.Key_T)
    assert person.window.bottom.shown is None
    person.window.close()
    assert QSettings().value("window/bottom_open", True, bool) is False


def test_a_narrow_window_folds_it_until_it_is_asked_for(show_case: ShowCase) -> None:
    person = show_case(case_of(eager()), size=(1200, 800)).wait_for_case()
    assert not person.window.bottom.is_open
    person.key(Key.Key_T)
    assert person.window.bottom.is_open
    person.window.resize(1400, 800)
    person.key(Key.Key_T)
    assert not person.window.bottom.is_open


def test_there_is_no_panel_before_there_is_a_case(open_window: Callable[..., Person]) -> None:
    person = open_window()
    assert person.window.bottom.isHidden()
