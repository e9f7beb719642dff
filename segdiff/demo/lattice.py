"""Where the demo's voxels lie, and the coarser lattice on which slowly changing fields are worked out.

Whatever fills the volume is done slab by slab: ten slices stay in the processor's cache, a whole volume does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from segdiff.data import Grid

Field = NDArray[np.float32]
"""One number for each of many places."""

Point = tuple[float, float, float]
"""A place or a length along each axis in mm, ``(z, y, x)``: towards superior, posterior and left."""

Box = tuple[slice, slice, slice]

GRID: Final = Grid(shape=(150, 190, 160), spacing_mm=(1.0, 1.0, 1.0), origin_mm=(-80.4, -94.7, -72.8))
"""One millimetre in every direction; the zero of the world lies in the middle of the brain."""

COARSE_SHAPE: Final = (77, 97, 82)
"""Every coarse point stands in the middle of 2 × 2 × 2 voxels; the outermost lie just outside the volume."""

SLICES_AT_ONCE: Final = 10
"""Thickness of a slab; even, because a coarse layer is two slices thick."""


class Places(NamedTuple):
    """World coordinates of many points in mm: three arrays that broadcast against each other."""

    z: Field
    y: Field
    x: Field

    @classmethod
    def of_voxels(cls, box: Box) -> Places:
        """The centres of the voxels in a box."""
        return cls._at([np.arange(side.start, side.stop) for side in box])

    @classmethod
    def of_coarse_points(cls, slab: slice) -> Places:
        """The coarse points in and around a slab of slices, as :func:`refined` needs them."""
        layers, rows, columns = (2.0 * np.arange(count) - 1.5 for count in COARSE_SHAPE)
        return cls._at([layers[coarse_layers(slab)], rows, columns])

    @classmethod
    def _at(cls, indices: Sequence[NDArray[np.floating | np.integer]]) -> Places:
        """The points at these indices of voxels along each axis."""
        starts = reversed(GRID.origin_mm)
        return cls(*np.ix_(*((start + index).astype(np.float32) for start, index in zip(starts, indices, strict=True))))

    def mirrored(self) -> Places:
        """The same places with right folded onto left, to draw paired structures once."""
        return Places(self.z, self.y, np.abs(self.x))


def slabs() -> Iterator[slice]:
    """Ranges of slices that together cover the volume."""
    for start in range(0, GRID.shape[0], SLICES_AT_ONCE):
        yield slice(start, start + SLICES_AT_ONCE)


def box_around(centre: Point, reach: Point) -> Box:
    """The voxels within ``reach`` mm of a point along each axis, as far as the volume goes."""
    sides = []
    for middle, distance, start, count in zip(centre, reach, reversed(GRID.origin_mm), GRID.shape, strict=True):
        first, last = round(middle - distance - start), round(middle + distance - start)
        sides.append(slice(max(first, 0), min(last + 1, count)))
    return sides[0], sides[1], sides[2]


def smooth_noise(rng: np.random.Generator, shape: tuple[int, ...], scale: float) -> Field:
    """Random field of mean 0 and standard deviation 1 that varies over about ``scale`` points."""
    white = rng.standard_normal(shape, dtype=np.float32)
    noise: Field = gaussian_filter(white, scale, mode="nearest", truncate=3.0)
    noise -= noise.mean()
    noise /= noise.std()
    return noise


def coarse_layers(slab: slice) -> slice:
    """Which layers of the coarse lattice lie in and around a slab of slices."""
    return slice(slab.start // 2, slab.stop // 2 + 2)


def refined(layers: Field) -> Field:
    """A field on the voxels of a slab, from the coarse points in and around it; linear in between."""
    return _doubled(_doubled(_doubled(layers, 2), 1), 0)


def _doubled(field: Field, axis: int) -> Field:
    """Two values for each inner point along one axis, each a quarter of the way to a neighbour."""
    shape = list(field.shape)
    shape[axis] = 2 * (shape[axis] - 2)
    fine = np.empty(shape, dtype=np.float32)
    source, target = field.swapaxes(0, axis), fine.swapaxes(0, axis)
    middle = source[1:-1] * 0.75
    np.add(middle, source[:-2] * 0.25, out=target[0::2])
    np.add(middle, source[2:] * 0.25, out=target[1::2])
    return fine
