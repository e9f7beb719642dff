"""Segments: named structures that a file tells apart, and that may overlap.

A voxel of overlapping segments belongs to several labels, but an array holds one number for each voxel. So a voxel of
one segment holds its label, and a voxel of several holds a *code* above all labels, which stands for that combination.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data.volumes import Colour

_TYPES: Final = (np.uint8, np.int16, np.int32, np.int64)


@dataclass(frozen=True)
class Segment:
    """One structure of a file: the label that stands for it, its name (may be empty) and the colour it is shown in."""

    label: int
    name: str = ""
    colour: Colour | None = None


class SegmentPainter:
    """Lays one segment after another into one array, a piece at a time, so that memory stays that of one volume.

    Args:
        shape: of the array.
        labels: every label that will be painted, none of them 0.
    """

    def __init__(self, shape: tuple[int, ...], labels: Iterable[int]) -> None:
        known = set(labels)
        self._next_code = max(known, default=0) + 1
        self._labels_of: dict[int, frozenset[int]] = {0: frozenset(), **{label: frozenset({label}) for label in known}}
        self._values = {members: value for value, members in self._labels_of.items()}
        self._voxels: NDArray[Any] = np.zeros(shape, _type_for(min(known, default=0), self._next_code - 1))

    def paint(self, label: int, where: tuple[slice | int, ...], mask: NDArray[np.bool_]) -> None:
        """Add a label to the voxels of a part of the array.

        Args:
            label: one of those announced.
            where: the part, as an index of the array.
            mask: of the shape of that part.
        """
        held = self._voxels[where][mask]
        if held.size == 0:
            return
        present = _distinct(held)
        wanted = [self._with(value, label) for value in present]
        if max(wanted) > np.iinfo(self._voxels.dtype).max:
            self._voxels = self._voxels.astype(_type_for(int(self._voxels.min()), max(wanted)))
        painted = wanted[0] if len(present) == 1 else np.array(wanted)[np.searchsorted(present, held)]
        self._voxels[where][mask] = painted

    def finish(self) -> tuple[NDArray[Any], Mapping[int, tuple[int, ...]]]:
        """The array, and for each code the labels it stands for, ascending."""
        codes = {value: tuple(sorted(labels)) for value, labels in self._labels_of.items() if len(labels) > 1}
        return self._voxels, codes

    def _with(self, value: int, label: int) -> int:
        """The value for what ``value`` stands for and one label more."""
        members = self._labels_of[value] | {label}
        if members not in self._values:
            self._values[members] = self._next_code
            self._labels_of[self._next_code] = members
            self._next_code += 1
        return self._values[members]


def _distinct(held: NDArray[Any]) -> list[int]:
    """The different values, ascending; most often there is but one."""
    first = held[0]
    return [int(first)] if (held == first).all() else [int(value) for value in np.unique(held)]


def _type_for(low: int, high: int) -> type[np.integer]:
    return next(kind for kind in _TYPES if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max)
