"""Which pictures are shown at once, and where."""

from __future__ import annotations

import numpy as np
import pytest

from segdiff.data import Case, Grid, LabelMap, Plane, Prediction
from segdiff.render import Pane, arrangement, state_of_pane
from segdiff.session import Layout, ViewState

VOLUME, PICTURE = Grid((5, 7, 8), (7.5, 0.5, 0.7)), Grid((7, 8))
AXIAL, CORONAL, SAGITTAL = Pane(Plane.AXIAL), Pane(Plane.CORONAL), Pane(Plane.SAGITTAL)


def state_of(layout: Layout, *names: str, grid: Grid = VOLUME, plane: Plane = Plane.AXIAL) -> ViewState:
    empty = LabelMap(np.zeros(grid.shape, np.uint8), grid)
    case = Case("case", truth=empty, predictions=tuple(Prediction(name, empty) for name in names))
    return ViewState().with_case(case).with_layout(layout, plane)


def test_planes_lie_side_by_side_with_one_pixel_between() -> None:
    assert arrangement(state_of(Layout.THREE, "A"), 1000, 501) == {
        AXIAL: (0, 0, 620, 501),
        CORONAL: (621, 0, 379, 250),
        SAGITTAL: (621, 251, 379, 250),
    }


def test_one_plane_has_all_of_it_and_so_has_a_picture() -> None:
    assert arrangement(state_of(Layout.ONE, "A", plane=Plane.CORONAL), 1000, 501) == {CORONAL: (0, 0, 1000, 501)}
    for layout in (Layout.ONE, Layout.THREE, Layout.FOUR):
        assert arrangement(state_of(layout, grid=PICTURE), 300, 200) == {Pane(Plane.PICTURE): (0, 0, 300, 200)}
    assert arrangement(ViewState(), 300, 200) == {}


def test_the_fourth_picture_is_the_next_prediction_or_the_image_alone() -> None:
    quarters = [(0, 0, 499, 250), (500, 0, 500, 250), (0, 251, 499, 250), (500, 251, 500, 250)]
    two = arrangement(state_of(Layout.FOUR, "A", "B").with_prediction("B"), 1000, 501)
    assert list(two) == [AXIAL, CORONAL, Pane(Plane.AXIAL, "A"), SAGITTAL]
    assert list(two.values()) == quarters
    for names in (("A",), ()):
        assert list(arrangement(state_of(Layout.FOUR, *names), 1000, 501))[2] == Pane(Plane.AXIAL, is_bare=True)


def test_side_by_side_each_prediction_has_the_same_plane() -> None:
    names = ("A", "B", "C", "D", "E")
    for count in range(2, 6):
        panes = arrangement(state_of(Layout.BESIDE, *names[:count], plane=Plane.SAGITTAL), 900, 900)
        assert list(panes) == [Pane(Plane.SAGITTAL, name) for name in names[: min(4, count)]]
    alone = arrangement(state_of(Layout.BESIDE, "A", grid=PICTURE), 300, 200)
    assert list(alone) == [Pane(Plane.PICTURE, is_bare=True), Pane(Plane.PICTURE)]


def test_of_more_predictions_than_there_are_places_the_chosen_one_is_among_those_side_by_side() -> None:
    state = state_of(Layout.BESIDE, *"ABCDEF")
    for chosen, shown in (("B", "ABCD"), ("D", "ABCD"), ("E", "ABCE"), ("F", "ABCF")):
        panes = arrangement(state.with_prediction(chosen), 900, 900)
        assert [pane.prediction for pane in panes] == list(shown)


@pytest.mark.parametrize(
    ("size", "boxes"),
    [
        ((1001, 300), [(0, 0, 500, 300), (501, 0, 500, 300)]),
        ((300, 1001), [(0, 0, 300, 500), (0, 501, 300, 500)]),
    ],
)
def test_they_lie_so_that_each_is_as_large_as_can_be(size: tuple[int, int], boxes: list[tuple[int, ...]]) -> None:
    assert list(arrangement(state_of(Layout.BESIDE, "A", "B", grid=PICTURE), *size).values()) == boxes


def test_a_picture_shows_its_own_prediction_or_none() -> None:
    state = state_of(Layout.BESIDE, "A", "B")
    assert state_of_pane(state, Pane(Plane.AXIAL)) is state
    assert state_of_pane(state, Pane(Plane.AXIAL, "A")) is state
    assert state_of_pane(state, Pane(Plane.AXIAL, "B")) == state.with_prediction("B")
    assert not state_of_pane(state, Pane(Plane.AXIAL, is_bare=True)).overlay.visible
