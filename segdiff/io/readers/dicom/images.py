"""DICOM images: a series of slices, or the frames of one file, as one volume."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Grid
from segdiff.errors import FileProblem
from segdiff.io.content import Content
from segdiff.io.limits import check_promise
from segdiff.io.orientation import stored_view
from segdiff.io.readers.dicom.pixels import check_pixels, is_colour, stored_frames
from segdiff.io.readers.dicom.planes import Plane, check_alike
from segdiff.io.readers.dicom.series import Series
from segdiff.io.readers.dicom.stacks import stacked
from segdiff.io.readers.dicom.values import value_type, values_of
from segdiff.io.watch import Tick

_LUMINANCE = np.array([0.299, 0.587, 0.114], np.float32)  # ITU-R BT.601


def read_images(path: Path, series: Series, tick: Tick) -> Content:
    """The volume of a series; a picture where it is one frame that says nothing about its place.

    Raises:
        FileProblem: its slices do not make up one volume, or their pixels cannot be read.
    """
    planes = series.planes
    for header in series.headers:
        check_pixels(header)
    check_alike(planes, path.name)
    if not all(plane.has_place for plane in planes):
        return _without_place(path, planes, tick)
    stack = stacked(planes, path.name)
    grid = stack.grid
    if grid is None:
        raise FileProblem(f"The header of {path.name} is damaged: its slices have no direction or no distance.")
    kind = np.float32 if is_colour(planes[0].header) else value_type(planes)
    voxels = _room(path, grid.shape, kind)
    _fill(stored_view(voxels, grid).swapaxes(0, 2), stack.planes, kind, tick)
    colours = (f"The colours of {path.name} are shown as grey values.",) if is_colour(planes[0].header) else ()
    return Content(path, voxels, grid, has_position=True, notices=(*stack.notices, *colours))


def _without_place(path: Path, planes: Sequence[Plane], tick: Tick) -> Content:
    """Pictures, as of an ultrasound or an X-ray; a single one has at least the size of its pixels."""
    if len({plane.header.path for plane in planes}) > 1:
        raise FileProblem(f"The slices of {path.name} do not say where they lie, so nothing tells their order.")
    header = planes[0].header
    if is_colour(header):
        frames = list(_ticking(header, planes, tick))
        return Content(path, frames[0] if len(frames) == 1 else np.stack(frames), is_colour=True)
    kind = value_type(planes)
    voxels = _room(path, (len(planes), *header.size), kind)
    _fill(voxels, planes, kind, tick)
    if len(planes) > 1:
        return Content(path, voxels)
    spacing = planes[0].spacing
    grid = Grid(header.size, (float(spacing[0]), float(spacing[1]))) if spacing is not None else None
    return Content(path, voxels[0], grid)


def _ticking(header: Any, planes: Sequence[Plane], tick: Tick) -> Any:
    for number, frame in enumerate(stored_frames(header, [plane.frame for plane in planes])):
        tick(number / len(planes))
        yield frame


def _room(path: Path, shape: tuple[int, ...], kind: type[Any]) -> NDArray[Any]:
    size = int(np.prod(shape, dtype=np.int64)) * np.dtype(kind).itemsize
    check_promise(path, size, size)
    return np.empty(shape, kind)


def _fill(target: NDArray[Any], planes: Sequence[Plane], kind: type[Any], tick: Tick) -> None:
    """Fill the slices of a volume seen as (slice, row, column), file by file."""
    done = 0
    for _, group in groupby(enumerate(planes), key=lambda pair: id(pair[1].header)):
        members = list(group)
        header = members[0][1].header
        frames = stored_frames(header, [plane.frame for _, plane in members])
        for (place, plane), stored in zip(members, frames, strict=True):
            tick(done / len(planes))
            grey = (stored @ _LUMINANCE) if stored.ndim == 3 else stored
            target[place] = grey if stored.ndim == 3 else values_of(plane, grey, kind)
            done += 1
