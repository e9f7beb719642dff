"""The (α, β) plane of the Tversky index.

1/T − 1 = α·FP/TP + β·FN/TP, so in the plane of x = FP/TP and y = FN/TP the best prediction at given costs is the one
farthest along (−α, −β): only corners of the lower left hull can ever be best, each in one sector of the (α, β) plane,
between two rays through the origin.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from segdiff.evidence import Confusion
from segdiff.explore.family import Member, member_plane


@dataclass(frozen=True)
class Sector:
    """Where one prediction is ahead: from ``low`` to ``high``, angles in radians from the α axis towards the β axis."""

    low: float
    high: float
    winner: int


def index_plane(counts: Confusion, size: int, largest_cost: float = 1.0) -> NDArray[np.float64]:
    """The Tversky index on a grid of costs.

    Args:
        counts: of one label in one sample.
        size: number of costs along each axis.
        largest_cost: where both axes end.

    Returns:
        ``(size, size)``: the first row is the largest β, the first column the smallest α; each value at the middle of
        its cell.
    """
    return member_plane(counts, size, Member.INDEX, largest_cost=largest_cost)


def sectors(rivals: Sequence[Confusion]) -> tuple[Sector, ...]:
    """Who is ahead in which sector, from the α axis upwards; none for fewer than two rivals that found anything.

    Args:
        rivals: counts of several predictions of the same truth.
    """
    points = {i: (fp / tp, fn / tp) for i, (tp, fp, fn, _) in enumerate(rival.counts for rival in rivals) if tp}
    if len(points) < 2:
        return ()
    found: list[Sector] = []
    cuts = _cuts(list(points.values()))
    for low, high in pairwise(cuts):
        winner = _winner(points, (low + high) / 2.0)
        begins = found.pop().low if found and found[-1].winner == winner else low
        found.append(Sector(begins, high, winner))
    return tuple(found)


def _cuts(points: Sequence[tuple[float, float]]) -> list[float]:
    """Every angle at which two points are level, and both ends."""
    angles = {0.0, math.pi / 2.0}
    for i, (x, y) in enumerate(points):
        for other_x, other_y in points[i + 1 :]:
            if (x - other_x) * (y - other_y) < 0:
                angles.add(math.atan2(abs(x - other_x), abs(y - other_y)))
    return sorted(angles)


def _winner(points: dict[int, tuple[float, float]], angle: float) -> int:
    return min(points, key=lambda i: math.cos(angle) * points[i][0] + math.sin(angle) * points[i][1])
