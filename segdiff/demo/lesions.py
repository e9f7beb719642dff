"""Seven lesions, mostly beside the ventricles as in multiple sclerosis, from three millilitres down to a tenth of one.

A lesion is an ellipsoid with a ragged surface. Its size is stated as a number of voxels and met exactly: the surface is
laid where that many voxels lie inside, so the truth is a fact of the table below and not of rounding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segdiff.demo.head import HeadPlan
from segdiff.demo.lattice import GRID, Box, Field, Places, Point, box_around, smooth_noise
from segdiff.demo.shapes import ellipsoid

SURROUNDINGS_MM: Final = 12.0
"""How far around a lesion its depth is worked out."""

RAGGEDNESS: Final = 0.27
"""How far the surface strays, as a share of the smallest radius."""


@dataclass(frozen=True)
class Lesion:
    """Where a lesion lies and how large it is.

    Args:
        centre: in mm.
        radii: half its extent along each axis in mm, before its surface is roughened.
        voxels: how many voxels it covers, exactly.
    """

    centre: Point
    radii: Point
    voxels: int

    @property
    def mean_radius_mm(self) -> float:
        """Radius of a ball of the same volume."""
        return float((self.voxels * 0.75 / np.pi) ** (1.0 / 3.0))


@dataclass(frozen=True, eq=False)
class GrownLesion:
    """A lesion's depth in mm in a box around it: zero or more in its own voxels, below zero around them."""

    lesion: Lesion
    box: Box
    depth: Field


LESIONS: Final = (
    Lesion((9.5, 33.0, 31.0), (6.5, 16.0, 7.0), 2900),
    Lesion((9.0, -22.0, -32.0), (6.5, 10.5, 6.0), 1450),
    Lesion((10.0, -32.0, 27.0), (6.5, 7.0, 5.0), 800),
    Lesion((8.5, 4.0, 38.0), (4.0, 5.0, 4.0), 330),
    Lesion((29.0, 2.0, -24.0), (4.0, 5.0, 3.6), 300),
    Lesion((27.0, -26.0, 27.0), (3.2, 3.6, 3.2), 162),
    Lesion((9.5, 50.0, -24.0), (2.8, 3.6, 2.5), 110),
)
"""Together 6,052 voxels or 6.05 ml, 0.13 % of the volume; five meet the slice through the middle of the ventricles."""


def grow_lesions(plan: HeadPlan, rng: np.random.Generator) -> tuple[GrownLesion, ...]:
    """Every lesion with its surface, kept out of the ventricles."""
    return tuple(_grown(lesion, plan, rng) for lesion in LESIONS)


def label_voxels(lesions: tuple[GrownLesion, ...]) -> NDArray[np.uint8]:
    """The truth: one where there is a lesion, zero elsewhere."""
    labels = np.zeros(GRID.shape, dtype=np.uint8)
    for grown in lesions:
        labels[grown.box] |= grown.depth >= 0.0
    return labels


def _grown(lesion: Lesion, plan: HeadPlan, rng: np.random.Generator) -> GrownLesion:
    """Roughen a lesion, and lay its surface where it takes up its number of voxels."""
    up, back, left = lesion.radii
    box = box_around(lesion.centre, (up + SURROUNDINGS_MM, back + SURROUNDINGS_MM, left + SURROUNDINGS_MM))
    at, smallest = Places.of_voxels(box), min(lesion.radii)
    depth = ellipsoid(at, lesion.centre, lesion.radii)
    depth += RAGGEDNESS * smallest * smooth_noise(rng, depth.shape, 0.45 * smallest)
    depth = np.minimum(depth, -0.5 - plan.ventricles(at))
    outside = depth.size - lesion.voxels
    depth -= np.partition(depth, outside, axis=None)[outside]
    return GrownLesion(lesion, box, depth)
