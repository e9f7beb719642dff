"""How the axes of a file relate to ours, exactly: only permuted and flipped, never resampled.

A NIfTI affine maps the file's voxel index (i, j, k) to right-anterior-superior mm. Our axes are (z, y, x), towards
superior, posterior and left, and our world is left-posterior-superior mm. Each axis of the file becomes the one of ours
that it is closest to, also when the file is oblique or sheared.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Grid, StorageOrder
from segdiff.data.grid import DIRECTION_TOLERANCE

_RAS_TO_LPS = np.diag([-1.0, -1.0, 1.0, 1.0])


_TOWARDS: Final = ("SI", "PA", "LR")
"""For each of our axes, where its index grows towards, and the opposite."""


def grid_from_affine(shape: tuple[int, ...], affine_ras: NDArray[np.float64]) -> Grid | None:
    """The grid of a volume, in our axes.

    Args:
        shape: voxels along the file's axes i, j and k.
        affine_ras: 4 × 4, from (i, j, k) to mm towards right, anterior and superior.

    Returns:
        The grid; ``None`` where the affine flattens the volume or is not finite, so that it says nothing.
    """
    from nibabel.orientations import io_orientation

    if not _is_solid(affine_ras):
        return None
    affine = _RAS_TO_LPS @ affine_ras
    closest = io_orientation(affine)  # type: ignore[no-untyped-call]
    axes = tuple(2 - int(world) for world, _ in closest)
    flipped = tuple(bool(sense < 0) for _, sense in closest)
    first = np.where(flipped, np.asarray(shape) - 1, 0)
    steps = np.empty((3, 3))
    steps[list(axes)] = np.where(np.asarray(flipped)[:, None], -affine[:3, :3].T, affine[:3, :3].T)
    spacing = np.linalg.norm(steps, axis=1)
    left, posterior, superior = (float(value) for value in affine[:3, :3] @ first + affine[:3, 3])
    return Grid(
        shape=tuple(shape[axes.index(axis)] for axis in range(3)),
        spacing_mm=tuple(float(value) for value in spacing),
        origin_mm=(left, posterior, superior),
        direction=tuple((float(row[0]), float(row[1]), float(row[2])) for row in steps / spacing[:, None] + 0.0),
        stored=StorageOrder(axes, flipped),
    )


def turned_like(voxels: NDArray[Any], grid: Grid, other: Grid) -> tuple[NDArray[Any], Grid] | None:
    """Voxels whose axes run in another order than another volume's along the same directions, in that one's order.

    At 45° to the patient's axes, rounding decides which of ours a file's axis becomes, and that may differ between two
    files of one place.

    Args:
        voxels: in the axes of ``grid``, after channel axes.
        grid: where they lie.
        other: the grid in whose axes they should be.

    Returns:
        The voxels and their grid; ``None`` where the axes run in the same order already, or along other directions.
    """
    if not (grid.is_volume and other.is_volume) or None in (grid.spacing_mm, other.spacing_mm) or grid.stored is None:
        return None
    cosines = np.asarray(other.direction) @ np.asarray(grid.direction).T
    axes = [int(axis) for axis in np.abs(cosines).argmax(axis=1)]
    along = cosines[range(3), axes]
    flips = tuple(bool(cosine < 0) for cosine in along)
    if sorted(axes) != [0, 1, 2] or (axes == [0, 1, 2] and not any(flips)):
        return None
    if np.abs(np.asarray(grid.direction)[axes] * np.sign(along)[:, None] - other.direction).max() > DIRECTION_TOLERANCE:
        return None
    lead = voxels.ndim - 3
    steps, last = grid.steps_mm()[axes], np.asarray(grid.shape)[axes] - 1
    origin = np.asarray(grid.origin_mm) + (last * flips) @ steps
    left, posterior, superior = (float(value) for value in origin)
    signs = np.where(flips, -1.0, 1.0)
    rows = np.asarray(grid.direction)[axes] * signs[:, None]
    new_axis = [axes.index(axis) for axis in grid.stored.axes]
    sense = tuple(flip != flips[axis] for flip, axis in zip(grid.stored.flipped, new_axis, strict=True))
    turned = Grid(
        shape=tuple(grid.shape[axis] for axis in axes),
        spacing_mm=tuple(np.asarray(grid.spacing_mm)[axes].tolist()),
        origin_mm=(left, posterior, superior),
        direction=tuple((float(row[0]), float(row[1]), float(row[2])) for row in rows + 0.0),
        stored=StorageOrder(tuple(new_axis), sense),
    )
    in_order = voxels.transpose([*range(lead), *(lead + axis for axis in axes)])
    return np.ascontiguousarray(_flip(in_order, lead, flips)), turned


def affine_from_lps(steps_mm: NDArray[np.float64], origin_mm: NDArray[np.float64]) -> NDArray[np.float64]:
    """The affine to right-anterior-superior mm of a file that speaks of left, posterior and superior.

    Args:
        steps_mm: one row for each axis of the file, the step from a voxel to the next.
        origin_mm: the first voxel's centre.
    """
    affine = np.eye(4)
    affine[:3, :3], affine[:3, 3] = np.transpose(steps_mm), origin_mm
    return _RAS_TO_LPS @ affine


def is_default(affine: NDArray[np.float64]) -> bool:
    """An affine that programs write when they know nothing: axes along the world's, first voxel at zero."""
    return bool((affine[:3, 3] == 0).all() and (affine[:3, :3] == np.diag(np.diag(affine[:3, :3]))).all())


def orientation(grid: Grid) -> str:
    """Towards what each axis of the file runs, in letters; empty without geometry."""
    if grid.stored is None or grid.spacing_mm is None or not grid.is_volume:
        return ""
    pairs = zip(grid.stored.axes, grid.stored.flipped, strict=True)
    return "".join(_TOWARDS[axis][int(flip)] for axis, flip in pairs)


def stored_view(voxels: NDArray[Any], grid: Grid) -> NDArray[Any]:
    """An array in our axes, seen in the axes of the file it came from; leading channel axes stay where they are."""
    stored = grid.stored or _reversed_axes(len(grid.shape))
    lead = voxels.ndim - len(stored.axes)
    order = [*range(lead), *(lead + axis for axis in stored.axes)]
    return _flip(voxels.transpose(order), lead, stored.flipped)


def our_view(stored_voxels: NDArray[Any], grid: Grid) -> NDArray[Any]:
    """An array in the axes of the file that ``grid`` came from, seen in ours; the inverse of :func:`stored_view`."""
    stored = grid.stored or _reversed_axes(len(grid.shape))
    lead = stored_voxels.ndim - len(stored.axes)
    order = [*range(lead), *(lead + int(axis) for axis in np.argsort(stored.axes))]
    return _flip(stored_voxels, lead, stored.flipped).transpose(order)


def stored_shape(grid: Grid) -> tuple[int, ...]:
    """Voxels along the axes of the file."""
    stored = grid.stored or _reversed_axes(len(grid.shape))
    return tuple(grid.shape[axis] for axis in stored.axes)


def _reversed_axes(dimensions: int) -> StorageOrder:
    """A picture's or bare array's own order is (x, y) or (x, y, z): as :meth:`Grid.file_index` has it."""
    return StorageOrder(tuple(reversed(range(dimensions))), (False,) * dimensions)


def _flip(voxels: NDArray[Any], lead: int, flipped: tuple[bool, ...]) -> NDArray[Any]:
    index = [slice(None)] * lead + [slice(None, None, -1 if flip else 1) for flip in flipped]
    view: NDArray[Any] = voxels[tuple(index)]
    return view


def _is_solid(affine: NDArray[np.float64]) -> bool:
    """Whether an affine is finite and maps a voxel to a body with a volume."""
    if not np.isfinite(affine).all():
        return False
    lengths = np.linalg.norm(affine[:3, :3], axis=0)
    return bool((lengths > 0).all() and abs(np.linalg.det(affine[:3, :3] / lengths)) > 1e-6)
