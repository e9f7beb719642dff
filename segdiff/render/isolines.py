"""Where a probability map crosses a level, between the centres of voxels.

Marching squares: each square between four neighbouring centres holds a piece of the line, straight between two points
on its sides, and each point lies where the map, taken as linear from one centre to the next, reaches the level. So a
point lies between every two neighbours of which one is inside and one is not, and nowhere else: the line goes round the
very voxels that are counted.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

_CORNERS: Final = np.array([(0, 0), (0, 1), (1, 1), (1, 0)])
"""Of a square, clockwise; side ``i`` runs from corner ``i`` to the next."""

_TOP, _RIGHT, _BOTTOM, _LEFT = range(4)
_PIECES: Final = {
    (_LEFT, _TOP): (1, 14), (_TOP, _RIGHT): (2, 13), (_RIGHT, _BOTTOM): (4, 11), (_BOTTOM, _LEFT): (8, 7),
    (_LEFT, _RIGHT): (3, 12), (_TOP, _BOTTOM): (6, 9),
}  # fmt: skip
"""The sides that a piece joins, by the corners that are inside: 1, 2, 4 and 8 added up."""

_CUT_EVEN: Final = ((_LEFT, _TOP), (_RIGHT, _BOTTOM))
_CUT_ODD: Final = ((_TOP, _RIGHT), (_BOTTOM, _LEFT))
_SADDLES: Final = {5: (_CUT_EVEN, _CUT_ODD), 10: (_CUT_ODD, _CUT_EVEN)}
"""Two opposite corners inside: two pieces around these where the middle is outside, else around the others."""


class Pieces(NamedTuple):
    """Straight pieces of a line.

    Args:
        ends: ``(piece, end, 2)``, each ``(row, column)`` in units of voxels, the first centre being (0, 0).
        beside: ``(piece, end, 2, 2)``: the two voxels that each end lies between, each ``(row, column)``.
    """

    ends: NDArray[np.float32]
    beside: NDArray[np.intp]


def isoline(values: NDArray[Any], inside: NDArray[np.bool_], level: float) -> Pieces:
    """The line around ``inside``, which is where ``values`` reach ``level``; both ``(row, column)``."""
    kinds = np.zeros((inside.shape[0] - 1, inside.shape[1] - 1), dtype=np.uint8)
    for bit, (row, column) in enumerate(_CORNERS.tolist()):
        kinds |= inside[row : row + kinds.shape[0], column : column + kinds.shape[1]].view(np.uint8) << np.uint8(bit)
    places = np.argwhere((kinds > 0) & (kinds < 15))
    kinds = kinds[places[:, 0], places[:, 1]]
    voxels = places[:, None, :] + _CORNERS
    at_corners = values[voxels[..., 0], voxels[..., 1]].astype(np.float32)
    points = _on_sides(voxels.astype(np.float32), at_corners, np.float32(level))
    squares, sides = _joined_sides(kinds, at_corners.mean(axis=1) >= level)
    following = (sides + 1) % 4
    beside = np.stack([voxels[squares[:, None], sides], voxels[squares[:, None], following]], axis=2)
    return Pieces(points[squares[:, None], sides], beside)


def _on_sides(corners: NDArray[np.float32], values: NDArray[np.float32], level: np.float32) -> NDArray[np.float32]:
    """Where the level is reached on each side of each square; anywhere on a side that it is not reached on."""
    steps = np.roll(values, -1, axis=1) - values
    shares = np.divide(level - values, steps, out=np.zeros_like(values), where=steps != 0)
    ways = np.roll(corners, -1, axis=1) - corners
    on_sides: NDArray[np.float32] = corners + np.clip(shares, 0.0, 1.0)[..., None] * ways
    return on_sides


def _joined_sides(
    kinds: NDArray[np.uint8], middle_is_inside: NDArray[np.bool_]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """For each piece, the square it lies in and the two sides that it joins."""
    table = np.full((16, 2, 2, 2), -1, dtype=np.intp)
    for joined, of_kinds in _PIECES.items():
        table[list(of_kinds), :, 0] = joined
    for kind, (outside, inside) in _SADDLES.items():
        table[kind, 0], table[kind, 1] = outside, inside
    sides: NDArray[np.intp] = np.asarray(table[kinds, middle_is_inside.astype(np.intp)])
    exists: NDArray[np.bool_] = np.asarray(sides[..., 0] >= 0)
    return np.nonzero(exists)[0], sides[exists]
