"""Error regions: what counts as connected, and how one region is told from another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from segdiff.data.outcome import Outcome


class Neighbours(StrEnum):
    """Which voxels around a voxel belong to the same region: by faces 6, with edges 18, with corners 26.

    In a picture, where pixels have edges and corners only, these are 4, 8 and 8.
    """

    FACES = "faces"
    EDGES = "edges"
    CORNERS = "corners"


@dataclass(frozen=True)
class RegionKey:
    """Which error region is meant, in a way that outlives measuring it again.

    Args:
        outcome: false positive or false negative.
        voxel: the region's first voxel in the order of memory, ``(z, y, x)`` or ``(y, x)``. The region that holds it is
            meant, even if it has grown or shrunk elsewhere since.
    """

    outcome: Outcome
    voxel: tuple[int, ...]
