"""Soft shapes: every structure is a field of *depth* in mm, positive inside and negative outside.

Depths are joined, cut and roughened by plain arithmetic. :func:`coverage` turns a depth into the share of each voxel
that lies inside, which is what blurs an edge in a real picture.
"""

from __future__ import annotations

from functools import reduce
from itertools import pairwise

import numpy as np

from segdiff.demo.lattice import Field, Places, Point

Course = tuple[tuple[Point, float], ...]
"""Points along the middle of a tube, with its radius in mm at each."""


def ellipsoid(at: Places, centre: Point, radii: Point, *, radius_below: float | None = None) -> Field:
    """Depth inside an ellipsoid, exact to first order near its surface.

    Args:
        at: where it is wanted.
        centre: of the ellipsoid.
        radii: half its extent along each axis.
        radius_below: another vertical radius for the part below the centre, which makes it an egg.
    """
    per_y, per_x = 1.0 / radii[1], 1.0 / radii[2]
    z, y, x = (along - middle for along, middle in zip(at, centre, strict=True))
    per_z = np.where(z > 0.0, np.float32(1.0 / radii[0]), np.float32(1.0 / (radius_below or radii[0])))
    z, y, x = z * per_z, y * per_y, x * per_x
    reach, steepness = _length(z, y, x), _length(z * per_z, y * per_y, x * per_x)
    depth: Field = np.divide(reach - reach * reach, np.maximum(steepness, 1e-4))
    return depth


def tube(at: Places, course: Course) -> Field:
    """Depth inside a chain of round, tapering pieces, its bends a little smoothed."""
    pieces = (_tapering_piece(at, start, end) for start, end in pairwise(course))
    return reduce(lambda chain, piece: joined(chain, piece, 2.0), pieces)


def joined(first: Field, second: Field, blend_mm: float) -> Field:
    """Depth inside either shape, the crease between them filled over about ``blend_mm``."""
    overlap = np.maximum(blend_mm - np.abs(first - second), 0.0)
    depth: Field = np.maximum(first, second) + overlap * overlap * (0.25 / blend_mm)
    return depth


def either(*shapes: Field) -> Field:
    """Depth inside any of the shapes."""
    return reduce(np.maximum, shapes)


def coverage(depth: Field, edge_mm: float) -> Field:
    """Share of each voxel that lies inside, rising from 0 to 1 over ``edge_mm`` around the surface."""
    share = depth * (1.0 / edge_mm)
    share += 0.5
    return np.clip(share, 0.0, 1.0, out=share)


def _tapering_piece(at: Places, start: tuple[Point, float], end: tuple[Point, float]) -> Field:
    """Depth inside one piece of a tube, whose radius changes evenly from start to end."""
    (origin, first_radius), (goal, last_radius) = start, end
    up, back, left = (b - a for a, b in zip(origin, goal, strict=True))
    z, y, x = (along - a for along, a in zip(at, origin, strict=True))
    share = np.clip((z * up + y * back + x * left) / (up * up + back * back + left * left), 0.0, 1.0)
    distance = _length(z - share * up, y - share * back, x - share * left)
    depth: Field = (last_radius - first_radius) * share + first_radius - distance
    return depth


def _length(z: Field, y: Field, x: Field) -> Field:
    """Length of a vector at every place."""
    length: Field = np.sqrt(z * z + y * y + x * x)
    return length
