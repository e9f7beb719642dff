"""The outline of one error region on a slice."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Grid, Plane
from segdiff.render.outlines import Segments, outline


def region_outline(voxels: NDArray[np.int64], plane: Plane, index: int, grid: Grid) -> Segments:
    """The border of a region on one slice, empty where it does not reach it.

    Args:
        voxels: of the region, as indices into the flattened grid.
        plane: that the slice is of.
        index: of the slice.
        grid: of the case.
    """
    places = np.unravel_index(voxels, grid.shape)
    if plane.axis is not None:
        on_slice = places[plane.axis] == index
        places = tuple(place[on_slice] for place in places)
    rows, columns = plane.position_of(places, grid)  # type: ignore[arg-type]  # it computes with arrays as with numbers
    if np.size(rows) == 0:
        return np.empty((0, 2, 2), np.float32)
    top, left = int(np.min(rows)), int(np.min(columns))
    mask = np.zeros((int(np.max(rows)) - top + 1, int(np.max(columns)) - left + 1), dtype=np.bool_)
    mask[rows - top, columns - left] = True
    return outline(mask) + np.array([top, left], np.float32)
