"""The outline of an error region on the slices of each plane."""

from __future__ import annotations

import numpy as np
import pytest

from segdiff.data import Grid, Plane
from segdiff.render import region_outline

GRID = Grid((4, 5, 6), (1.0, 1.0, 1.0))


def region(*voxels: tuple[int, ...], grid: Grid = GRID) -> np.ndarray:
    return np.sort([np.ravel_multi_index(voxel, grid.shape) for voxel in voxels])


def box(segments: np.ndarray) -> list[list[float]]:
    """Its top left and bottom right corner."""
    ends = segments.reshape(-1, 2)
    return [ends.min(axis=0).tolist(), ends.max(axis=0).tolist()]


@pytest.mark.parametrize(
    ("plane", "index", "corners"),
    [
        (Plane.AXIAL, 1, [[2, 3], [3, 5]]),  # y 2, x 3 and 4
        (Plane.CORONAL, 2, [[2, 3], [3, 5]]),  # z 1 of 4 is row 2 from the top
        (Plane.SAGITTAL, 4, [[2, 2], [3, 3]]),  # z 1, y 2
    ],
)
def test_it_surrounds_the_voxels_on_the_slice(plane: Plane, index: int, corners: list[list[float]]) -> None:
    segments = region_outline(region((1, 2, 3), (1, 2, 4)), plane, index, GRID)
    assert len(segments) == 4
    assert box(segments) == corners


def test_on_other_slices_there_is_none() -> None:
    for plane, index in ((Plane.AXIAL, 2), (Plane.CORONAL, 1), (Plane.SAGITTAL, 5)):
        assert region_outline(region((1, 2, 3), (1, 2, 4)), plane, index, GRID).shape == (0, 2, 2)


def test_a_picture_is_one_slice() -> None:
    grid = Grid((5, 6))
    assert box(region_outline(region((1, 2), (2, 2), grid=grid), Plane.PICTURE, 0, grid)) == [[1, 2], [3, 3]]
