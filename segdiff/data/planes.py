"""The planes a volume is looked at in, and where its voxels lie on them.

A slice is shown the way radiologists look at it: the patient's right at the left of the screen, anterior or superior on
top, and in the sagittal plane anterior at the left. The axes of our volumes run towards superior, posterior and left,
so axial slices are shown as they are stored and the other two only have to be turned upside down.

A display position is ``(row, column)`` counted from the top left corner of the shown slice; a voxel is ``(z, y, x)``
or, in a picture, ``(y, x)``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from numpy.typing import NDArray

from segdiff.data.grid import Grid

_UPSIDE_DOWN = slice(None, None, -1)


class Plane(StrEnum):
    """One way of looking at a case: three for a volume, one for a picture."""

    AXIAL = "axial"
    CORONAL = "coronal"
    SAGITTAL = "sagittal"
    PICTURE = "picture"

    @property
    def shown_name(self) -> str:
        """Its name on screen."""
        return self.value.capitalize()

    @property
    def axis(self) -> int | None:
        """The array axis that its slices are counted along; ``None`` for a picture."""
        return {Plane.AXIAL: 0, Plane.CORONAL: 1, Plane.SAGITTAL: 2}.get(self)

    @property
    def axes(self) -> tuple[int, int]:
        """The array axes along its rows' order and its columns' order, from the top and from the left."""
        across, along = (axis for axis in range(3) if axis != self.axis) if self.axis is not None else (0, 1)
        return across, along

    @property
    def is_upside_down(self) -> bool:
        """Whether its first row is the last one of the array, so that superior is on top."""
        return self in (Plane.CORONAL, Plane.SAGITTAL)

    def slice_count(self, grid: Grid) -> int:
        """Number of slices to go through; 1 for a picture."""
        return 1 if self.axis is None else grid.shape[self.axis]

    def slice_index(self, voxel: tuple[int, ...]) -> int:
        """The slice that a voxel lies on."""
        return 0 if self.axis is None else voxel[self.axis]

    def place_in_words(self, voxel: tuple[int, ...], grid: Grid) -> str:
        """Which slice a voxel lies on, counted from one: "Axial 82 / 150"; empty for a picture."""
        if self.axis is None:
            return ""
        return f"{self.shown_name} {self.slice_index(voxel) + 1} / {self.slice_count(grid)}"

    def with_slice_index(self, voxel: tuple[int, ...], index: int) -> tuple[int, ...]:
        """The voxel at the same place of another slice."""
        return tuple(index if axis == self.axis else value for axis, value in enumerate(voxel))

    def where(self, index: int) -> tuple[slice | int, ...]:
        """What to index an array ``(z, y, x)`` or ``(y, x)`` with to get a slice in display order."""
        if self is Plane.AXIAL:
            return (index, slice(None), slice(None))
        if self is Plane.CORONAL:
            return (_UPSIDE_DOWN, index, slice(None))
        if self is Plane.SAGITTAL:
            return (_UPSIDE_DOWN, slice(None), index)
        return (slice(None), slice(None))

    def take(self, array: NDArray[Any], index: int) -> NDArray[Any]:
        """A slice in display order, as a view: ``(row, column)``, or ``(row, column, 3)`` of a colour picture."""
        view: NDArray[Any] = array[self.where(index)]
        return view

    def shape(self, grid: Grid) -> tuple[int, int]:
        """Rows and columns of a slice."""
        rows, columns = (size for axis, size in enumerate(grid.shape) if axis != self.axis)
        return rows, columns

    def pixel_size(self, grid: Grid) -> tuple[float, float]:
        """Height and width of a shown voxel in mm, or 1 by 1 where the file does not say."""
        if grid.spacing_mm is None:
            return 1.0, 1.0
        height, width = (size for axis, size in enumerate(grid.spacing_mm) if axis != self.axis)
        return height, width

    def position_of(self, voxel: tuple[int, ...], grid: Grid) -> tuple[int, int]:
        """Display row and column of a voxel."""
        row, column = (value for axis, value in enumerate(voxel) if axis != self.axis)
        return (grid.shape[0] - 1 - row if self.is_upside_down else row), column

    def voxel_at(self, row: int, column: int, index: int, grid: Grid) -> tuple[int, ...]:
        """The voxel at a display row and column of slice ``index``: the inverse of :meth:`position_of`."""
        place = [grid.shape[0] - 1 - row if self.is_upside_down else row, column]
        if self.axis is not None:
            place.insert(self.axis, index)
        return tuple(place)


def planes_of(grid: Grid) -> tuple[Plane, ...]:
    """The planes that exist for a grid."""
    return (Plane.AXIAL, Plane.CORONAL, Plane.SAGITTAL) if grid.is_volume else (Plane.PICTURE,)
