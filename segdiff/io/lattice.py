"""Files that store only the slices that hold something, on the grid of the whole scan.

This is no resampling. It is done only where every voxel of the file lies exactly on a voxel of the grid, along the same
axes and with the same spacing; what the file does not store is background by its own rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Grid
from segdiff.data.grid import POSITION_TOLERANCE, SPACING_TOLERANCE
from segdiff.io.content import Content

_LARGEST_EXTENT: Final = 4096
"""Voxels along an axis of a common grid; files that lie farther apart are not of the same scan."""


def embedded(content: Content, grid: Grid) -> Content | None:
    """The content on a larger grid of which it stores a part; ``None`` where its voxels are not voxels of that grid."""
    place = _place(content, grid)
    if place is None:
        return None
    first, pace = place
    own = content.known_grid.shape
    last = first + pace * (np.asarray(own) - 1)
    if (first < 0).any() or (last >= np.asarray(grid.shape)).any():
        return None
    channels = content.voxels.shape[: content.voxels.ndim - 3]
    voxels: NDArray[Any] = np.zeros(channels + grid.shape, content.voxels.dtype)
    z, y, x = (slice(int(a), int(b) + 1, int(step)) for a, b, step in zip(first, last, pace, strict=True))
    voxels[..., z, y, x] = content.voxels
    return replace(content, voxels=voxels, grid=replace(grid, stored=content.known_grid.stored), is_sparse=False)


def common_grid(contents: Sequence[Content]) -> Grid:
    """The smallest grid that holds all contents that are sparse and lie on the voxels of the first one's grid."""
    grid = contents[0].known_grid
    low, high = np.zeros(3, np.int64), np.asarray(grid.shape, np.int64)
    for content in contents[1:]:
        place = _place(content, grid) if content.is_sparse else None
        if place is not None and (place[1] == 1).all():
            low = np.minimum(low, place[0])
            high = np.maximum(high, place[0] + np.asarray(content.known_grid.shape))
    if (high - low > _LARGEST_EXTENT).any():
        return grid
    origin = np.asarray(grid.origin_mm) + low @ grid.steps_mm() if low.any() else np.asarray(grid.origin_mm)
    left, posterior, superior = (float(value) for value in origin)
    depth, height, width = (int(length) for length in high - low)
    return replace(grid, shape=(depth, height, width), origin_mm=(left, posterior, superior))


def _place(content: Content, grid: Grid) -> tuple[NDArray[np.int64], NDArray[np.int64]] | None:
    """The index in ``grid`` of the content's first voxel, and how many voxels of ``grid`` each of its steps takes.

    A step of several is taken only across slices whose distance the file does not state.
    """
    own = content.known_grid
    if None in (own.spacing_mm, grid.spacing_mm) or not (own.is_volume and grid.is_volume):
        return None
    to_grid = np.linalg.inv(grid.steps_mm())
    steps = own.steps_mm() @ to_grid
    pace = np.ones(3, np.int64)
    across = own.stored.axes[2] if own.stored is not None else 0
    if own.shape[across] == 1:  # a single slice has no distance to the next
        steps[across] = np.eye(3)[across]
    elif not content.step_is_known:
        pace[across] = max(1, round(float(steps[across, across])))
    first = (np.asarray(own.origin_mm) - np.asarray(grid.origin_mm)) @ to_grid
    start = np.rint(first)
    corners = np.array(list(product(*((0, length - 1) for length in own.shape))), np.float64)
    astray = (first + corners @ steps - start - corners * pace) @ grid.steps_mm()
    if np.abs(astray).max() > POSITION_TOLERANCE * min(grid.spacing_mm or ()):
        return None
    if np.abs(np.diag(steps) / pace - 1.0).max() > SPACING_TOLERANCE:
        return None
    return start.astype(np.int64), pace
