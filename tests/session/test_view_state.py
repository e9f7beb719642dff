"""Every way from one state to another."""

from __future__ import annotations

import numpy as np
import pytest

from segdiff.data import Case, Grid, Image, LabelChoice, LabelMap, Outcome, Prediction, ProbabilityMap, RegionKey
from segdiff.session import DrawAs, Layout, RegionMark, Theme, ViewState

GRID = Grid((4, 5, 6), (2.0, 1.0, 0.5))


def case_of(*names: str, grid: Grid = GRID, label: int = 1) -> Case:
    truth = np.full(grid.shape, label, np.uint8)
    maps = [Prediction(name, ProbabilityMap(np.zeros((1, *grid.shape), np.float32), (label,), grid)) for name in names]
    image = Image(np.arange(grid.voxel_count, dtype=np.float32).reshape(grid.shape), grid)
    return Case("case", image, LabelMap(truth, grid), tuple(maps))


@pytest.fixture
def state() -> ViewState:
    return ViewState().with_case(case_of("a", "b"))


def test_a_case_is_looked_at_from_its_first_prediction_and_label(state: ViewState) -> None:
    assert (state.prediction, state.label, state.cursor) == ("a", LabelChoice.single(1), (2, 2, 3))
    assert state.window == state.case.image.window if state.case and state.case.image else False


def test_choices_that_still_make_sense_are_kept(state: ViewState) -> None:
    moved = state.with_prediction("b").with_cursor((1, 1, 1)).with_window((3.0, 9.0))
    again = moved.with_case(case_of("b", "c"))
    assert (again.prediction, again.cursor, again.window) == ("b", (1, 1, 1), (3.0, 9.0))
    other = moved.with_case(case_of("c", grid=Grid((2, 2, 2)), label=7))
    assert (other.prediction, other.label, other.cursor) == ("c", LabelChoice.single(7), (1, 1, 1))
    assert other.window != (3.0, 9.0)


def test_the_lock_ties_the_costs(state: ViewState) -> None:
    assert (state.with_alpha(0.2).alpha, state.with_alpha(0.2).beta) == (0.2, 0.8)
    assert (state.with_beta(0.9).alpha, state.with_beta(0.9).beta) == (0.1, 0.9)
    assert state.with_alpha(1.7).alpha == 1.0
    free = state.with_lock(False)
    assert (free.with_alpha(0.2).alpha, free.with_alpha(0.2).beta) == (0.2, 0.7)
    assert free.with_beta(2.5).beta == 2.5


def test_a_named_pair_that_does_not_sum_to_one_opens_the_lock(state: ViewState) -> None:
    iou = state.with_costs(1.0, 1.0)
    assert (iou.alpha, iou.beta, iou.costs_sum_to_one) == (1.0, 1.0, False)
    assert state.with_costs(0.2, 0.8).costs_sum_to_one


def test_tying_the_costs_again_keeps_their_ratio(state: ViewState) -> None:
    tied = state.with_lock(False).with_costs(0.5, 1.5).with_lock(True)
    assert (tied.alpha, tied.beta, tied.costs_sum_to_one) == (0.25, 0.75, True)


@pytest.mark.parametrize(("asked", "given"), [(0.63, 0.63), (0.6304, 0.63), (0.0, 0.001), (1.0, 0.999), (-3.0, 0.001)])
def test_a_threshold_is_a_thousandth_between_0_and_1(state: ViewState, asked: float, given: float) -> None:
    assert state.with_threshold(asked).threshold == given


def test_the_cursor_stays_inside_the_grid(state: ViewState) -> None:
    assert state.with_cursor((-1, 9, 3)).cursor == (0, 4, 3)


def test_a_comparison_has_a_threshold_only_where_one_applies(state: ViewState) -> None:
    comparison = state.with_threshold(0.25).comparison
    assert comparison is not None
    assert (comparison.prediction, comparison.threshold) == ("a", 0.25)
    hard = Case("hard", truth=state.case.truth if state.case else None, predictions=(Prediction("h", LabelMap(
        np.ones(GRID.shape, np.uint8), GRID)),))  # fmt: skip
    on_labels = ViewState().with_case(hard).comparison
    assert on_labels is not None
    assert on_labels.threshold is None


def test_without_a_case_there_is_nothing_to_compare() -> None:
    assert ViewState().comparison is None
    assert ViewState().with_cursor((1, 1, 1)).cursor == ()


def test_removing_the_last_thing_empties_the_window(state: ViewState) -> None:
    assert state.without_prediction("a").prediction == "b"
    alone = ViewState().with_case(Case("p", predictions=case_of("a").predictions))
    assert alone.without_prediction("a").case is None


def test_ways_of_drawing_are_values(state: ViewState) -> None:
    changed = state.with_layout(Layout.ONE).with_theme(Theme.LIGHT).with_convention("monai")
    assert (changed.layout, changed.theme, changed.convention) == (Layout.ONE, Theme.LIGHT, "monai")
    assert state.overlay.draw_as is DrawAs.FILL
    assert state == state.with_overlay(state.overlay)


def test_what_is_marked_belongs_to_one_prediction_and_one_truth(state: ViewState) -> None:
    key = RegionKey(Outcome.FALSE_POSITIVE, (1, 2, 3))
    marked = state.with_region(key)
    assert state.case is not None
    assert state.label is not None
    assert marked.with_slice(0, 1).with_alpha(0.9).with_threshold(0.7).region == key
    assert marked.with_case(state.case).region == key
    assert marked.with_prediction("somebody else's").region is None
    assert marked.with_label(LabelChoice.single(99)).region is None
    assert marked.with_case(case_of("other")).region is None
    assert marked.region_mark == RegionMark(Outcome.FALSE_POSITIVE, state.label.name, (1, 2, 3))
    assert state.region_mark is None
