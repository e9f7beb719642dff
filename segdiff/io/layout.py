"""Which axis of a bare array is which, found by holding it against the grid of the case.

A file with geometry says what its axes are. An npy, a TIFF or a PNG does not: three axes may be a volume or the
channels of a picture, a channel axis may come first or last, and a volume saved beside a NIfTI runs (z, y, x) when
SimpleITK or nnU-Net wrote it, (x, y, z) when nibabel did, and (y, x, z) when slices of rows and columns were put behind
one another, as in MATLAB. Only what fits the size of the case's grid is taken.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from segdiff.data import Grid, StorageOrder
from segdiff.errors import FileProblem
from segdiff.io.content import Content, sizes
from segdiff.io.orientation import stored_shape
from segdiff.io.parts import volume_index

_BY_ROWS: Final = "y, x, z"
"""Less likely than any other order, so it does not decide which axis holds the channels."""


def own_grid(content: Content) -> Grid:
    """The grid of a file by itself; a bare array becomes a picture or volume without geometry.

    Raises:
        FileProblem: a bare array has four axes, and nothing tells them apart.
    """
    if content.grid is not None:
        return content.grid
    shape = content.voxels.shape[:-1] if content.is_colour else content.voxels.shape
    if len(shape) > 3:
        raise FileProblem(
            f"{content.name} has four axes ({sizes(shape)}) and no geometry, "
            "and no other file of that size says which of them are the channels."
        )
    return Grid(shape)


def laid_out(content: Content, reference: Grid) -> Content:
    """The content with a grid, its channel axis first.

    Args:
        content: of one file.
        reference: the grid of the case, which tells the axes of a bare array apart.

    Raises:
        FileProblem: the array fits the reference in two ways, or has four axes and fits in none, or lacks the volume
            that is meant.
    """
    if content.is_colour:
        return replace(content, voxels=np.moveaxis(content.voxels, -1, 0), grid=own_grid(content))
    if content.grid is not None:
        return content
    content = _without_single_slice(content, reference)
    readings = _readings(content.voxels.shape, reference, is_turned=content.is_turned)
    if not readings:
        return replace(content, grid=own_grid(content))
    if len({reading.channel for reading in readings}) > 1:
        raise FileProblem(
            f"{content.name} has axes of {sizes(content.voxels.shape)}, of which the first or the last may be "
            "the channels; save each channel as a file of its own."
        )
    chosen = readings[0]
    voxels = content.voxels
    if chosen.channel is not None:
        voxels = np.ascontiguousarray(np.moveaxis(voxels, chosen.channel, 0))
        index = volume_index(content.path, content.wanted, len(voxels))
        voxels = voxels[0] if len(voxels) == 1 else voxels if index is None else voxels[index]
    else:
        volume_index(content.path, content.wanted, 1)
    grid = Grid(voxels.shape[voxels.ndim - len(reference.shape) :], stored=chosen.stored)
    described = replace(content, voxels=voxels, grid=grid)
    if len(readings) > 1 and reference.is_volume:
        others = " or ".join(f"({reading.order})" for reading in readings[1:])
        return described.noting(
            f"The axes of {content.name} were taken to be ({chosen.order}); by its size they could also be {others}."
        )
    return described


def _without_single_slice(content: Content, reference: Grid) -> Content:
    """Channels of a picture that a framework keeps as channels of a volume of one slice."""
    if reference.is_volume or content.voxels.ndim != 4 or 1 not in content.voxels.shape:
        return content
    return replace(content, voxels=content.voxels.squeeze(content.voxels.shape.index(1)))


@dataclass(frozen=True)
class _Reading:
    """One way to understand the axes of a bare array."""

    channel: int | None
    stored: StorageOrder | None
    order: str


def _readings(shape: tuple[int, ...], reference: Grid, *, is_turned: bool) -> list[_Reading]:
    """Every way in which an array of this shape fits the reference; the likelier order of axes first."""
    length = dict(zip("xyz", stored_shape(reference), strict=False))
    orders = (("zyx", "zxy", "xyz") if is_turned else ("zyx", "xyz", "yxz")) if reference.is_volume else ("yx", "xy")
    readings = [
        _Reading(channel, stored, ", ".join(reversed(order) if is_turned else order))
        for channel, spatial in ((None, shape), (0, shape[1:]), (-1, shape[:-1]))
        for order, stored in ((order, _stored(order)) for order in orders)
        if spatial == tuple(length[axis] for axis in order) and (stored is None or reference.stored is not None)
    ]
    usual = {reading.channel for reading in readings if reading.order != _BY_ROWS}
    return [reading for reading in readings if not usual or reading.channel in usual]


def _stored(order: str) -> StorageOrder | None:
    """Where x, y and z are among the axes of an array; ``None`` for the order of our own arrays."""
    axes = tuple(order.index(axis) for axis in sorted(order))
    return None if order in ("zyx", "yx") else StorageOrder(axes, (False,) * len(axes))
