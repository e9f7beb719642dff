"""The tab of error regions, in the real window: ranking, marking, going there, and what it costs."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from segdiff.data import Case, Grid, LabelMap, Neighbours, Outcome, Prediction, RegionKey
from segdiff.gui.details import RegionsOf
from segdiff.gui.opening import ReadResult
from segdiff.gui.pipeline import Pipeline
from segdiff.io import CaseRequest
from tests.e2e.person import Person
from tests.gui.cases import case_of as small_case
from tests.gui.cases import eager

ShowCase = Callable[..., Person]
Key = Qt.Key
GRID = Grid((8, 20, 40), (7.5, 0.5, 0.5))
FN, FP = Outcome.FALSE_NEGATIVE, Outcome.FALSE_POSITIVE


def known() -> Case:
    """A block of 3 × 4 × 6 less its last column, a sheet of 2 × 3 on it, a missed row of 2, an invented speck of 1."""
    truth, prediction = np.zeros((2, *GRID.shape), np.uint8)
    truth[2:5, 4:8, 10:16] = 1
    truth[6, 15, 30:32] = 1
    prediction[2:5, 4:8, 10:15] = 1
    prediction[5, 5:7, 11:14] = 1
    prediction[3, 5, 35] = 1
    lesions = LabelMap(truth, GRID, names={1: "lesion"})
    return Case("known", truth=lesions, predictions=(Prediction("hard", LabelMap(prediction, GRID)),))


@pytest.fixture
def person(show_case: ShowCase) -> Person:
    return show_case(known()).wait_for_case()


def rows(person: Person) -> list[list[str]]:
    model = person.window.regions.rows
    return [[model.index(row, column).data() for column in range(6)] for row in range(model.rowCount())]


def names(person: Person) -> list[str]:
    return [row[0] for row in rows(person)]


def click_row(person: Person, row: int, *, twice: bool = False) -> None:
    table = person.window.regions.table
    at = table.visualRect(table.model().index(row, 0)).center()
    person.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    if twice:
        person.qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_each_region_stands_with_its_sizes_and_its_gain(person: Person) -> None:
    """60 found, 7 invented, 14 missed: T = 60 / (60 + .3 · 7 + .7 · 14) = .8345."""
    now = 60 / (60 + 0.3 * 7 + 0.7 * 14)
    gains = [72 / (72 + 2.1 + 1.4) - now, 62 / (62 + 2.1 + 8.4) - now, 60 / (60 + 0.3 + 9.8) - now]
    one, two, three = (f"+{gain:.4f}".replace("+0.", "+.") for gain in gains)
    assert rows(person)[:3] == [
        ["Missed part of lesion 1", "0.022 ml", "0.5 × 2.0 × 22.5 mm", "0.5 mm", "3–5", one],
        ["Rim of lesion 1", "0.011 ml", "1.5 × 1.0 × 7.5 mm", "7.5 mm", "6", three],
        ["Missed lesion 2", "0.004 ml", "1.0 × 0.5 × 7.5 mm", "0.5 mm", "7", two],
    ]
    assert names(person)[3] == "Invented lesion"


def test_moving_alpha_reorders_without_measuring(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(Pipeline, "_measure_missing", lambda _self: asked.append(1))
    person.app.store.apply(lambda state: state.with_alpha(0.95))
    assert names(person) == ["Rim of lesion 1", "Missed part of lesion 1", "Invented lesion", "Missed lesion 2"]
    assert asked == []


def test_selecting_a_region_does_not_move_the_view(person: Person) -> None:
    before = person.state.cursor
    views = person.window.slices
    plain = person.picture(views)
    click_row(person, 0)
    assert person.state.region == RegionKey(FN, (2, 4, 15))
    assert person.state.cursor == before
    person.app.store.apply(lambda state: state.with_cursor((3, 6, 15)))
    marked = person.picture(views)
    person.app.store.apply(lambda state: state.with_region(None))
    assert (person.picture(views) != marked).any()
    person.app.store.apply(lambda state: state.with_cursor(before))
    assert (person.picture(views) == plain).all()


def test_a_double_click_goes_to_the_largest_slice_of_each_plane(person: Person) -> None:
    click_row(person, 1, twice=True)
    assert person.state.cursor == (5, 6, 12)


def test_n_goes_to_the_largest_slice(person: Person) -> None:
    """One after the other in the order of the list, then round again; Shift goes back."""
    places = []
    for _ in range(5):
        person.key(Key.Key_N)
        places.append(person.state.cursor)
    assert places == [(3, 6, 15), (5, 6, 12), (6, 15, 31), (3, 5, 35), (3, 6, 15)]
    person.key(Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert person.state.cursor == (3, 5, 35)


def test_n_works_with_the_panel_folded(show_case: ShowCase) -> None:
    person = show_case(known(), size=(1200, 800)).wait_for_case()
    assert person.app.pipeline.detail(RegionsOf(person.state.comparison, Neighbours.CORNERS)) is None
    person.key(Key.Key_N)
    person.wait(lambda: person.state.cursor == (3, 6, 15))


def test_one_kind_only(person: Person) -> None:
    person.window.regions.kind_wished.emit(FP)
    assert names(person) == ["Rim of lesion 1", "Invented lesion"]
    person.app.store.apply(lambda state: state.with_region_kind(None))
    assert len(names(person)) == 4


def test_the_list_can_be_copied(person: Person) -> None:
    person.window.regions.copied.emit()
    lines = list(csv.DictReader(io.StringIO(QGuiApplication.clipboard().text())))
    assert [line["voxels"] for line in lines] == ["12", "6", "2", "1"]
    assert [line["whole"] for line in lines] == ["no", "no", "yes", "yes"]
    assert (lines[1]["kind"], lines[1]["depth_mm"], lines[1]["largest_x"]) == ("false positive", "7.5", "12")
    assert float(lines[1]["gain"]) == 60 / (60 + 0.3 + 9.8) - 60 / (60 + 2.1 + 9.8)


def test_a_threshold_measures_regions_again_and_only_in_sight(show_case: ShowCase) -> None:
    person = show_case(small_case(eager())).wait_for_case()
    assert len(names(person)) == 3
    person.app.store.apply(lambda state: state.with_threshold(0.7))
    assert not person.window.regions.table.isEnabled(), "what is listed is no longer so"
    person.wait_for_case()
    assert names(person) == ["Missed part of lesion"]
    person.window.bottom.set_open(False)
    person.app.store.apply(lambda state: state.with_threshold(0.3))
    person.wait_for_case()
    assert person.app.pipeline.detail(RegionsOf(person.state.comparison, Neighbours.CORNERS)) is None


def test_without_errors_it_says_so(show_case: ShowCase) -> None:
    case = known()
    person = show_case(Case("same", truth=case.truth, predictions=(Prediction("same", case.truth),))).wait_for_case()
    assert any("There is no error" in words for words in person.words(person.window.regions))


def test_two_thousand_regions_do_not_stall(show_case: ShowCase) -> None:
    """Ranking, listing and painting them again takes less than a tenth of a second, on average of ten moves."""
    from time import perf_counter

    grid = Grid((20, 60, 60), (1.0, 1.0, 1.0))
    truth, prediction = np.zeros((2, *grid.shape), np.uint8)
    prediction[::2, ::3, ::3] = 1
    truth[0, 1, 1] = 1
    case = Case("many", truth=LabelMap(truth, grid), predictions=(Prediction("hard", LabelMap(prediction, grid)),))
    person = show_case(case).wait_for_case()
    assert len(rows(person)) > 2000
    start = perf_counter()
    for step in range(10):
        person.app.store.apply(lambda state, step=step: state.with_alpha(0.31 + step / 100))
        person.window.regions.repaint()
    assert (perf_counter() - start) / 10 < 0.1


def test_one_label_of_several_without_an_error_is_called_that(show_case: ShowCase) -> None:
    """Label 1 is right, label 2 is not."""
    truth, prediction = np.zeros((2, *GRID.shape), np.uint8)
    truth[2, 4, 10:16], truth[4, 4, 10:16] = 1, 2
    prediction[2, 4, 10:16], prediction[4, 4, 10:13] = 1, 2
    predictions = (Prediction("hard", LabelMap(prediction, GRID)),)
    person = show_case(Case("two", truth=LabelMap(truth, GRID), predictions=predictions)).wait_for_case("two")
    person.app.store.apply(lambda s: s.with_label(s.choices[0]))
    person.wait_for_case("two")
    told = "There is no error in this label: the prediction and the ground truth agree on it."
    assert person.words(person.window.regions) == [told]
    person.app.store.apply(lambda s: s.with_label(s.choices[1]))
    person.wait(lambda: len(rows(person)) == 1)


def test_a_step_that_found_no_list_is_not_taken_in_the_next_case(show_case: ShowCase) -> None:
    truth = known().truth
    person = show_case(Case("alone", truth=truth)).wait_for_case("alone")
    person.key(Key.Key_N)
    person.app.pipeline.read(lambda _ticket: ReadResult(known(), CaseRequest(), (0, 1, 2)))
    person.wait_for_case("known")
    person.wait(lambda: bool(rows(person)))
    assert person.state.region is None
