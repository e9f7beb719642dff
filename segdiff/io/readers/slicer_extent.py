"""The grid that a segmentation of 3D Slicer was drawn on, of which its file may hold no more than a box."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np

from segdiff.data import Grid
from segdiff.data.grid import SPACING_TOLERANCE
from segdiff.io.content import Content

_OFFSET: Final = "Segmentation_ReferenceImageExtentOffset"
_PARAMETERS: Final = "Segmentation_ConversionParameters"
_GEOMETRY: Final = re.compile(r"Reference image geometry[^-+\d.]*([-+\d.e;]+)")
_MOST_VOXELS: Final = 1 << 30


def on_reference(content: Content, header: Mapping[str, Any]) -> Content:
    """The content on all of the grid it was drawn on, zero where the file holds nothing.

    A file that does not tell of such a grid, or of one that it does not lie on voxel by voxel, stays as it is.
    """
    grid = content.grid
    margins = _margins(grid, header) if grid is not None and grid.stored is not None else None
    if grid is None or margins is None:
        return content
    before, after = margins
    shape = tuple(int(length) for length in np.asarray(grid.shape) + before + after)
    if np.prod(shape, dtype=np.float64) > _MOST_VOXELS:
        return content
    voxels = np.zeros(shape, content.voxels.dtype)
    voxels[tuple(slice(first, first + length) for first, length in zip(before, grid.shape, strict=True))] = (
        content.voxels
    )
    left, posterior, superior = (float(value) for value in np.asarray(grid.origin_mm) - before @ grid.steps_mm())
    return replace(content, voxels=voxels, grid=replace(grid, shape=shape, origin_mm=(left, posterior, superior)))


def _margins(grid: Grid, header: Mapping[str, Any]) -> tuple[np.ndarray, np.ndarray] | None:
    """Voxels missing before and after the file's, along our axes; ``None`` where nothing says that any are."""
    offset = np.array(re.findall(r"-?\d{1,6}", str(header.get(_OFFSET, ""))), int)
    found = _GEOMETRY.search(str(header.get(_PARAMETERS, "")))
    numbers = re.findall(r"[-+\d.e]+", found[1]) if found else []
    if offset.shape != (3,) or len(numbers) != 22 or grid.stored is None or grid.spacing_mm is None:
        return None
    try:
        matrix, extent = np.array(numbers[:16], float).reshape(4, 4), np.array(numbers[16:], int).reshape(3, 2)
    except ValueError:
        return None
    axes = list(grid.stored.axes)
    spacing, lengths = np.asarray(grid.spacing_mm)[axes], np.asarray(grid.shape)[axes]
    first, last = offset - extent[:, 0], extent[:, 1] - (offset + lengths - 1)
    if not np.allclose(np.linalg.norm(matrix[:3, :3], axis=0), spacing, rtol=SPACING_TOLERANCE, atol=0):
        return None  # drawn on a finer grid than the image's
    if (first < 0).any() or (last < 0).any() or not (first.any() or last.any()):
        return None
    flipped = np.asarray(grid.stored.flipped)
    before, after = np.empty(3, int), np.empty(3, int)
    before[axes], after[axes] = np.where(flipped, last, first), np.where(flipped, first, last)
    return before, after
