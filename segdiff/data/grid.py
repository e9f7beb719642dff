"""Where voxels lie: shape, spacing, origin and direction, without the voxels."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

AXIS_NAMES: Final = "LPS"
"""World axes, in order: towards the patient's left, posterior and superior, in mm (the DICOM convention)."""

SPACING_TOLERANCE: Final = 1e-3
"""Relative: headers store spacing as 32-bit floats, often written through a matrix and back."""

DIRECTION_TOLERANCE: Final = 1e-3
"""Largest difference of a direction cosine, about 0.06°."""

POSITION_TOLERANCE: Final = 1e-2
"""In voxels, at the farthest corner: small enough never to hide a shift, large enough for 32-bit headers."""


@dataclass(frozen=True)
class StorageOrder:
    """How the axes of a file relate to ours: ``axes[i]`` is our axis of the file's axis i, ``flipped[i]`` its sense."""

    axes: tuple[int, ...]
    flipped: tuple[bool, ...]


@dataclass(frozen=True)
class Grid:
    """Geometry of a picture or volume.

    Args:
        shape: voxels along each axis, ``(z, y, x)`` or ``(y, x)``.
        spacing_mm: distance between voxel centres along the same axes. ``None`` where the file says nothing (a PNG, an
            npy): then there are voxels but no millimetres, and volumes in ml are undefined.
        origin_mm: world position of the first voxel's centre, in the order of ``AXIS_NAMES``.
        direction: for each array axis the unit vector in the world along which its index grows.
        stored: how the file's own axes relate to ours; it takes no part in comparisons.
    """

    shape: tuple[int, ...]
    spacing_mm: tuple[float, ...] | None = None
    origin_mm: tuple[float, float, float] = (0.0, 0.0, 0.0)
    direction: tuple[tuple[float, float, float], ...] = ((0.0, 0.0, 1.0), (0.0, 1.0, 0.0), (1.0, 0.0, 0.0))
    stored: StorageOrder | None = field(default=None, compare=False)

    @property
    def is_volume(self) -> bool:
        """Whether there are slices to go through; a picture has none."""
        return len(self.shape) == 3

    @property
    def voxel_count(self) -> int:
        """Number of voxels (of pixels, for a picture)."""
        return int(np.prod(self.shape, dtype=np.int64))

    @property
    def voxel_ml(self) -> float | None:
        """Volume of one voxel in millilitres; ``None`` for pictures and where the spacing is unknown."""
        if self.spacing_mm is None or not self.is_volume:
            return None
        return abs(float(np.linalg.det(self.steps_mm()))) / 1000.0

    @property
    def kind(self) -> str:
        """What it is the grid of: a ``volume`` or a ``picture``."""
        return "volume" if self.is_volume else "picture"

    @property
    def unit(self) -> str:
        """What one element is called: ``voxel`` or ``pixel``."""
        return "voxel" if self.is_volume else "pixel"

    def index_to_world(self, index: tuple[float, ...]) -> tuple[float, float, float] | None:
        """Position in mm (left, posterior, superior) of an array index ``(z, y, x)``; ``None`` without geometry."""
        if self.spacing_mm is None or not self.is_volume:
            return None
        left, posterior, superior = np.asarray(self.origin_mm) + np.asarray(index, dtype=float) @ self.steps_mm()
        return float(left), float(posterior), float(superior)

    def file_index(self, index: tuple[int, ...]) -> tuple[int, ...]:
        """The index of a voxel in the file it came from, in the file's own axis order."""
        if self.stored is None:
            return tuple(reversed(index))
        return tuple(
            self.shape[axis] - 1 - index[axis] if flip else index[axis]
            for axis, flip in zip(self.stored.axes, self.stored.flipped, strict=True)
        )

    def difference_from(self, other: Grid) -> str | None:
        """How this grid differs from another, in words and numbers; ``None`` when they are the same."""
        if len(self.shape) != len(other.shape):
            mine, theirs = (f"a {one.kind} of {_times(one.shape)} {one.unit}s" for one in (self, other))
            return f"it is {mine} and the other {theirs}"
        if self.shape != other.shape:
            return f"its size is {_times(self.shape)} {self.unit}s instead of {_times(other.shape)}"
        if (self.spacing_mm is None) != (other.spacing_mm is None):
            mine, theirs = ("no", "one has") if self.spacing_mm is None else ("a", "the other has none")
            return f"it has {mine} voxel size and position of its own and {theirs}"
        if self.spacing_mm is None or other.spacing_mm is None:
            return None
        spacing, expected = np.asarray(self.spacing_mm), np.asarray(other.spacing_mm)
        if not np.allclose(spacing, expected, rtol=SPACING_TOLERANCE, atol=0.0):
            digits = _digits(spacing, expected)
            return f"its voxels measure {_times(spacing, digits)} mm instead of {_times(expected, digits)} mm"
        if not self.is_volume:
            return None
        mine_rows, other_rows = np.asarray(self.direction), np.asarray(other.direction)
        if np.abs(mine_rows - other_rows).max() > DIRECTION_TOLERANCE:
            cosine = np.clip((mine_rows * other_rows).sum(axis=1), -1.0, 1.0)
            return f"its axes are turned by up to {np.degrees(np.arccos(cosine)).max():.1f}°"
        last = np.asarray(self.shape) - 1
        corners = np.array(list(product(*((0, length) for length in last))))
        shift = (corners @ self.steps_mm() + self.origin_mm) - (corners @ other.steps_mm() + other.origin_mm)
        if (np.abs(shift) > POSITION_TOLERANCE * expected.min()).any():
            far = shift[np.abs(shift).max(axis=1).argmax()]
            moves = ", ".join(f"{_mm(v)} mm {_towards(i, v)}" for i, v in enumerate(far) if abs(v) >= 0.005)
            return f"it lies {moves or 'a fraction of a voxel'} from it"
        return None

    def steps_mm(self) -> NDArray[np.float64]:
        """One row for each axis of a volume: the step in the world, in mm, from a voxel to the next."""
        steps: NDArray[np.float64] = np.asarray(self.direction) * np.asarray(self.spacing_mm)[:, None]
        return steps


def _times(values: tuple[int, ...] | NDArray[np.float64], digits: int = 0) -> str:
    """Sizes as people write them, width first: ``160 × 190 × 150``."""
    return " × ".join(f"{value:.{digits}f}" for value in reversed(tuple(values)))


def _digits(spacing: NDArray[np.float64], expected: NDArray[np.float64]) -> int:
    """Two, or as many as it takes to tell the numbers apart from each other and from zero."""
    gaps = np.abs(spacing - expected)
    smallest = min(spacing.min(), expected.min(), *gaps[gaps > SPACING_TOLERANCE * expected])
    return max(2, math.ceil(-math.log10(smallest)))


def _mm(value: float) -> str:
    """A distance: half a small voxel would be lost in tenths."""
    return f"{abs(value):.1f}" if abs(value) >= 0.95 else f"{abs(value):.2f}"


def _towards(axis: int, value: float) -> str:
    return (("right", "left"), ("forwards", "backwards"), ("down", "up"))[axis][bool(value > 0)]
