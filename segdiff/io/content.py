"""What a file holds, before anyone says what it is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Grid
from segdiff.data.volumes import Colour
from segdiff.errors import FileProblem
from segdiff.io.segments import Segment


@dataclass(frozen=True, eq=False)
class Outlines:
    """The contours of each label, as points ``(n, 3)`` in mm towards left, posterior and superior."""

    contours: Mapping[int, tuple[NDArray[np.float64], ...]]


@dataclass(frozen=True, eq=False)
class Content:
    """The values of one file and what it says about them.

    Args:
        path: the file, with the part of it that was read (:mod:`segdiff.io.parts`).
        voxels: numbers of the machine's own byte order, C-contiguous. With a ``grid`` its axes are ours, ``(z, y, x)``
            or ``(y, x)``, after a channel axis if there is one. Without, they are as the file has them.
        grid: where the voxels lie; ``None`` for a bare array, which says nothing about its axes.
        has_position: the file says where in the world it lies, and not by a default that nobody measured.
        placed_by: what in the file says where its voxels lie, where there is more than one such thing.
        placed_elsewhere_by: what else in the file says that they lie somewhere else.
        is_colour: the last axis holds red, green and blue.
        is_lossy: its values are near those that were saved and not the same, as JPEG leaves them.
        is_colour_coded: each value is a colour, as :mod:`segdiff.io.colours` packs it into one number.
        palette: the colour of each value, where the file has such a table.
        is_turned: the axes of a bare array run the other way round than in the file, as MATLAB counts them.
        wanted: which volume of a bare array is meant, where it turns out to have several; its channel axis is found
            only beside the other files of a case.
        segments: the structures that the file names.
        combinations: the labels that a value stands for, where it is not the label of that number
            (:mod:`segdiff.io.segments`); none where it means *no label*.
        is_sparse: slices that hold nothing are not stored, so what lies beyond its grid is background.
        step_is_known: the file states how far its slices are apart, and not only by those that are stored.
        outlines: contours that are still to be drawn onto the grid of a case; there are no voxels until then.
        notices: what a person should know about how it was read.
    """

    path: Path
    voxels: NDArray[Any]
    grid: Grid | None = None
    has_position: bool = False
    placed_by: str = ""
    placed_elsewhere_by: str = ""
    is_colour: bool = False
    is_lossy: bool = False
    is_colour_coded: bool = False
    palette: tuple[Colour, ...] = ()
    is_turned: bool = False
    wanted: str | None = None
    segments: tuple[Segment, ...] = ()
    combinations: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    is_sparse: bool = False
    step_is_known: bool = True
    outlines: Outlines | None = None
    notices: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file's name, and the part of it, as messages give it."""
        return self.path.name

    @property
    def known_grid(self) -> Grid:
        """The grid of a content that was laid out on one."""
        if self.grid is None:
            raise ValueError(f"{self.path.name} was not laid out on a grid")
        return self.grid

    @property
    def channels(self) -> int | None:
        """Number of channels, before the axes of the grid; ``None`` where there is no such axis."""
        if self.grid is None or self.voxels.ndim == len(self.grid.shape):
            return None
        return int(self.voxels.shape[0])

    @property
    def gives_grid(self) -> bool:
        """Whether it can say how far the grid of a case reaches."""
        return not self.is_sparse and self.outlines is None

    def noting(self, *notices: str) -> Content:
        """The same with more notices."""
        return replace(self, notices=(*self.notices, *notices))


def check_numbers(path: Path, dtype: np.dtype[Any], shape: tuple[int, ...]) -> None:
    """Refuse what is no array of real numbers, before anything is read.

    Raises:
        FileProblem: the numbers are complex, or no numbers, or there are none, or there are too many or too few axes.
    """
    if dtype.kind == "c":
        raise FileProblem(
            f"{path.name} holds complex numbers; give their magnitude or another real-valued map instead."
        )
    if dtype.kind not in "biuf" or dtype.itemsize > 8:
        raise FileProblem(
            f"{path.name} should hold one number for each voxel, but it holds something else ({dtype.name})."
        )
    if 0 in shape:
        raise FileProblem(f"{path.name} holds no voxels: its size is {sizes(shape)}.")
    if not 2 <= len(shape) <= 4:
        axes = "one axis" if len(shape) == 1 else f"{len(shape)} axes"
        raise FileProblem(
            f"{path.name} has {axes} ({sizes(shape)}), but a picture has two, a volume three, "
            "and a volume with channels four."
        )


def sizes(shape: tuple[int, ...]) -> str:
    """The length of each axis as people write it: ``3 × 52 × 55``."""
    return " × ".join(f"{length}" for length in shape) or "a single number"


def count(number: int, singular: str) -> str:
    """``1 voxel``, ``2,048 voxels``."""
    return f"{number:,} {singular}" if number == 1 else f"{number:,} {singular}s"
