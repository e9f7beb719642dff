"""Values of one grid at the voxels of another, when a person asks for it."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Grid


def resampled(voxels: NDArray[Any], grid: Grid, target: Grid, *, linear: bool) -> NDArray[Any]:
    """Values at the voxel centres of another grid.

    Args:
        voxels: on ``grid``, after a channel axis if there is one.
        grid: where the voxels lie.
        target: where values are wanted.
        linear: interpolate, as float32; otherwise take the nearest voxel, in the type that is there.

    Returns:
        The values on ``target``. What lies more than half a voxel beyond the outermost centres is 0, or the darkest
        value where there are negative ones to interpolate.
    """
    from scipy.ndimage import affine_transform

    matrix, offset = _index_transform(target, grid)
    channels = voxels.shape[: voxels.ndim - len(grid.shape)]
    darkest = min(0.0, float(np.fmin.reduce(voxels, axis=None))) if linear else 0.0
    result = np.empty(channels + target.shape, np.float32 if linear else voxels.dtype)
    for channel in np.ndindex(channels):
        affine_transform(
            voxels[channel],
            matrix,
            offset,
            output_shape=target.shape,
            output=result[channel],
            order=1 if linear else 0,
            mode="grid-constant",
            cval=darkest,
            prefilter=False,
        )
    return result


def overlaps(grid: Grid, other: Grid) -> bool:
    """Whether two volumes that say where they lie have any place in common."""
    return _both_in_world(grid, other) and _box_overlap(grid, other) and _box_overlap(other, grid)


def covers(grid: Grid, other: Grid) -> bool:
    """Whether every voxel centre of ``other`` lies within the outermost voxels of ``grid``."""
    corners = _corners_in(grid, other, margin=0.0)
    return bool((corners >= -0.5 - 1e-6).all() and (corners <= np.asarray(grid.shape) - 0.5 + 1e-6).all())


def _box_overlap(grid: Grid, other: Grid) -> bool:
    """Whether the box around ``other``, along the axes of ``grid``, meets it."""
    corners = _corners_in(grid, other, margin=0.5)
    return bool((corners.max(axis=0) > -0.5).all() and (corners.min(axis=0) < np.asarray(grid.shape) - 0.5).all())


def _corners_in(grid: Grid, other: Grid, margin: float) -> NDArray[np.float64]:
    """The corners of ``other`` as indices of ``grid``, ``(8, 3)``."""
    matrix, offset = _index_transform(other, grid)
    corners = np.array(list(product(*((-margin, length - 1 + margin) for length in other.shape))))
    return corners @ matrix.T + offset


def _index_transform(source: Grid, target: Grid) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Matrix and offset that take an index of ``source`` to the index of the same place in ``target``."""
    to_target = np.linalg.inv(target.steps_mm())
    offset = (np.asarray(source.origin_mm) - np.asarray(target.origin_mm)) @ to_target
    return (source.steps_mm() @ to_target).T, offset


def _both_in_world(grid: Grid, other: Grid) -> bool:
    return all(each.is_volume and each.spacing_mm is not None for each in (grid, other))
