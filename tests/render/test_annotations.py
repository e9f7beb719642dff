"""The sides of the patient and the length of a bar, at the edges of a slice."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from segdiff.data import Case, Grid, LabelMap, Plane
from segdiff.io.orientation import grid_from_affine
from segdiff.render import EdgeLetters, edge_letters, is_mirrored, scale_bar
from segdiff.session import Sides, ViewState

VOLUME = Grid((5, 7, 8), (7.5, 0.5, 0.7))
OF_VOLUMES = (Plane.AXIAL, Plane.CORONAL, Plane.SAGITTAL)


def state_on(grid: Grid, sides: Sides = Sides.RADIOLOGICAL) -> ViewState:
    return ViewState(sides=sides).with_case(Case("case", truth=LabelMap(np.zeros(grid.shape, np.uint8), grid)))


def words(grid: Grid, sides: Sides = Sides.RADIOLOGICAL) -> list[str]:
    """Top, right, bottom and left of each plane."""
    letters = [edge_letters(state_on(grid, sides), plane) for plane in OF_VOLUMES]
    return [" ".join(found) if found else "" for found in letters]


def test_letters_name_the_side_at_each_edge() -> None:
    assert words(VOLUME) == ["A L P R", "S L I R", "S P I A"]
    assert edge_letters(state_on(VOLUME), Plane.AXIAL) == EdgeLetters(top="A", right="L", bottom="P", left="R")


def test_neurologists_have_the_patients_left_at_the_left_in_planes_through_both_sides() -> None:
    assert words(VOLUME, Sides.NEUROLOGICAL) == ["A R P L", "S R I L", "S P I A"]
    assert [is_mirrored(state_on(VOLUME, Sides.NEUROLOGICAL), plane) for plane in OF_VOLUMES] == [True, True, False]
    assert not any(is_mirrored(state_on(VOLUME), plane) for plane in OF_VOLUMES)


def test_where_nothing_says_which_side_is_which_none_is_named_and_none_exchanged() -> None:
    bare, picture = Grid((5, 7, 8)), Grid((7, 8), (0.5, 0.7))
    assert words(bare, Sides.NEUROLOGICAL) == ["", "", ""]
    for grid in (bare, picture):
        assert not is_mirrored(state_on(grid, Sides.NEUROLOGICAL), Plane.AXIAL)
        assert edge_letters(state_on(grid), Plane.PICTURE) is None


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
@pytest.mark.parametrize("signs", list(itertools.product((1, -1), repeat=3)))
def test_letters_are_right_for_every_order_of_a_files_axes(order: tuple[int, ...], signs: tuple[int, ...]) -> None:
    """A slow twin: walk from the middle of the shown slice to each edge, and see where in the patient that leads."""
    affine = np.eye(4)
    affine[:3, :3] = 0
    for axis, (world, sign) in enumerate(zip(order, signs, strict=True)):
        affine[world, axis] = sign * (1.0 + 0.5 * axis)
    grid = grid_from_affine((6, 8, 10), affine)
    assert grid is not None
    for plane, found in zip(OF_VOLUMES, words(grid), strict=True):
        rows, columns = plane.shape(grid)
        middle, index = (rows // 2, columns // 2), 2
        edges = ((0, middle[1]), (middle[0], columns - 1), (rows - 1, middle[1]), (middle[0], 0))
        here = grid.index_to_world(plane.voxel_at(*middle, index, grid))
        ways = [
            np.subtract(grid.index_to_world(plane.voxel_at(*edge, index, grid)), here)  # type: ignore[arg-type]
            for edge in edges
        ]
        expected = ["LPS"[i] if way[i] > 0 else "RAI"[i] for way in ways for i in [int(np.abs(way).argmax())]]
        assert found == " ".join(expected)


@pytest.mark.parametrize(
    ("degrees", "axial"),
    [(10, "A L P R"), (20, "AR LA PL RP"), (-20, "AL LP PR RA"), (44, "AR LA PL RP")],
)
def test_an_oblique_slice_names_every_direction_that_it_leans_to(degrees: float, axial: str) -> None:
    """Turned about the patient's axis by 10° an edge still is the front; by 20° it is the front and a side."""
    turn = np.radians(degrees)
    x, y = (np.cos(turn), -np.sin(turn), 0.0), (np.sin(turn), np.cos(turn), 0.0)
    grid = Grid((5, 7, 8), (1.0, 1.0, 1.0), direction=((0.0, 0.0, 1.0), y, x))
    assert words(grid)[0] == axial


@pytest.mark.parametrize(
    ("spacing", "widest", "length", "text"),
    [
        (1.0, 34.9, 20.0, "20 mm"),
        (1.0, 50.0, 50.0, "50 mm"),
        (1.0, 1.99, 1.0, "1 mm"),
        (1.0, 0.7, 0.5, "0.5 mm"),
        (0.001, 0.023, 0.02, "20 µm"),
        (None, 480.0, 200.0, "200 px"),
    ],
)
def test_scale_bars_are_1_2_or_5_times_a_power_of_ten(
    spacing: float | None, widest: float, length: float, text: str
) -> None:
    grid = Grid((3, 4), None if spacing is None else (spacing, spacing))
    bar = scale_bar(grid, widest)
    assert bar.length == pytest.approx(length)
    assert bar.text == text
