"""Closed contours, and the voxels that they enclose.

A voxel belongs to a structure when its centre lies inside an odd number of the structure's contours in its slice. So a
contour inside another is a hole, also one that a keyhole joins to the outer one. A centre exactly on a contour belongs
to the structure on its right and lower side only, so that two structures with a common border share no voxel.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Grid
from segdiff.errors import FileProblem
from segdiff.io.content import Content
from segdiff.io.segments import SegmentPainter

_PLANE_TOLERANCE: Final = 0.1
"""How far, in slices, a contour may lie from the middle of a slice, and its points from a plane."""

_MOST_LISTED: Final = 8
_SNAP: Final = 1e-6
"""In voxels: what rounding in the way from millimetres to voxels may move a point."""


def without_grid(content: Content) -> FileProblem:
    """Why contours alone cannot be shown or counted."""
    names = [segment.name or str(segment.label) for segment in content.segments]
    shown = ", ".join(names[:_MOST_LISTED]) + (f" and {len(names) - _MOST_LISTED} more" if names[_MOST_LISTED:] else "")
    return FileProblem(
        f"{content.name} holds contours ({shown}), which have no voxels of their own; "
        "open the image that they were drawn on, too."
    )


def drawn(content: Content, grid: Grid, grid_name: str) -> Content:
    """A content of contours as labels on a grid that says where it lies; any other content as it is.

    Args:
        content: of one file.
        grid: to draw on.
        grid_name: the file that it comes from, for messages.

    Raises:
        FileProblem: contours lie between the slices of the grid, or none of them inside it.
    """
    if content.outlines is None:
        return content
    if grid.spacing_mm is None or not grid.is_volume:
        raise FileProblem(
            f"{content.name} holds contours in millimetres, but {grid_name} does not say where in the patient it lies."
        )
    indices = {
        label: [_snapped(_indices(points, grid)) for points in contours]
        for label, contours in content.outlines.contours.items()
    }
    every = [points for contours in indices.values() for points in contours]
    axis = _slice_axis(every)
    if axis is None:
        raise FileProblem(f"The contours of {content.name} do not lie in slices of {grid_name}.")
    painter, outside = SegmentPainter(grid.shape, indices), 0
    for label, contours in indices.items():
        by_slice = _by_slice(contours, axis, content.name, grid, grid_name)
        for number, own in by_slice.items():
            if not 0 <= number < grid.shape[axis]:
                outside += len(own)
                continue
            where = tuple(number if other == axis else slice(None) for other in range(3))
            shape = tuple(length for other, length in enumerate(grid.shape) if other != axis)
            mask = enclosed([np.delete(points, axis, axis=1) for points in own], (shape[0], shape[1]))
            painter.paint(label, where, mask)
    if outside == len(every):
        raise FileProblem(f"The contours of {content.name} lie outside {grid_name}; they are of another scan.")
    voxels, combinations = painter.finish()
    labels = replace(
        content, voxels=voxels, grid=grid, has_position=True, combinations=combinations, outlines=None
    ).noting(f"A voxel belongs to a structure of {content.name} where its centre lies inside the contour.")
    if not outside:
        return labels
    what = f"1 contour of {content.name} lies" if outside == 1 else f"{outside} contours of {content.name} lie"
    return labels.noting(f"{what} beyond {grid_name}.")


def enclosed(contours: list[NDArray[np.float64]], shape: tuple[int, int]) -> NDArray[np.bool_]:
    """The pixels whose centres lie inside an odd number of contours.

    Args:
        contours: points ``(n, 2)`` as (row, column), in pixels; the last is joined to the first.
        shape: rows and columns.
    """
    rows, columns = shape
    crossings = np.zeros((rows, columns + 1), np.int64)
    for points in contours:
        start, stop = points, np.roll(points, -1, axis=0)
        is_up = start[:, 0] <= stop[:, 0]
        upper, lower = np.where(is_up[:, None], start, stop), np.where(is_up[:, None], stop, start)
        first = np.clip(np.ceil(upper[:, 0]), 0, rows).astype(np.int64)
        end = np.clip(np.ceil(lower[:, 0]), 0, rows).astype(np.int64)  # a lower end belongs to the next edge
        counts = end - first
        edge = np.repeat(np.arange(len(points)), counts)
        row = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + first[edge]
        slope = (lower[edge, 1] - upper[edge, 1]) / (lower[edge, 0] - upper[edge, 0])
        crossed_at = upper[edge, 1] + (row - upper[edge, 0]) * slope
        np.add.at(crossings, (row, np.clip(np.ceil(crossed_at - _SNAP), 0, columns).astype(np.int64)), 1)
    return np.asarray(np.cumsum(crossings, axis=1)[:, :columns] % 2 == 1)


def _indices(points: NDArray[np.float64], grid: Grid) -> NDArray[np.float64]:
    """Points in mm as indices of a grid, ``(z, y, x)``."""
    indices: NDArray[np.float64] = (points - np.asarray(grid.origin_mm)) @ np.linalg.inv(grid.steps_mm())
    return indices


def _snapped(indices: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points that lie on a voxel's centre but for rounding, there."""
    nearest = np.rint(indices)
    return np.where(np.abs(indices - nearest) < _SNAP, nearest, indices)


def _slice_axis(contours: list[NDArray[np.float64]]) -> int | None:
    """The axis along which no contour extends."""
    extents = np.max([np.ptp(points, axis=0) for points in contours], axis=0)
    axis = int(extents.argmin())
    return axis if extents[axis] < _PLANE_TOLERANCE else None


def _by_slice(
    contours: list[NDArray[np.float64]], axis: int, name: str, grid: Grid, grid_name: str
) -> dict[int, list[NDArray[np.float64]]]:
    """The contours of each slice."""
    slices: dict[int, list[NDArray[np.float64]]] = {}
    for points in contours:
        place = float(points[:, axis].mean())
        number = round(place)
        if abs(place - number) > _PLANE_TOLERANCE and -0.5 < place < grid.shape[axis] - 0.5:
            assert grid.spacing_mm is not None
            beside = abs(place - number) * grid.spacing_mm[axis]
            raise FileProblem(
                f"A contour of {name} lies {beside:.2f} mm beside the nearest slice of {grid_name}; "
                "it was drawn on other slices, so open the image that it was drawn on."
            )
        slices.setdefault(number, []).append(points)
    return slices
