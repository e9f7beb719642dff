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

_WAYS: Final = (np.roll(_CORNERS, -1, axis=0) - _CORNERS).astype(np.float32)
"""Along each side."""

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


def _sides_by_kind() -> NDArray[np.intp]:
    """``(kind, middle is inside, piece, 2)``: the sides that each piece joins; -1 for pieces that do not exist."""
    table = np.full((16, 2, 2, 2), -1, dtype=np.intp)
    for joined, of_kinds in _PIECES.items():
        table[list(of_kinds), :, 0] = joined
    for kind, (outside, inside) in _SADDLES.items():
        table[kind, 0], table[kind, 1] = outside, inside
    return table


_SIDES: Final = _sides_by_kind()


class Pieces(NamedTuple):
    """Straight pieces of a line.

    Args:
        ends: ``(piece, end, 2)``, each ``(row, column)`` in units of voxels, the first centre being (0, 0).
        beside: ``(piece, end, 2)``: the two voxels that each end lies between, counted row by row.
    """

    ends: NDArray[np.float32]
    beside: NDArray[np.intp]


def isoline(values: NDArray[Any], inside: NDArray[np.bool_], level: float) -> Pieces:
    """The line around ``inside``, which is where ``values`` reach ``level``; both ``(row, column)``."""
    width = values.shape[1]
    kinds = _kinds(inside)
    places = np.flatnonzero((kinds > 0) & (kinds < 15))
    kinds = kinds.ravel()[places]
    squares = places + places // (width - 1)  # counted as voxels are, by the first corner of each
    levels, steps = values.ravel(), _CORNERS @ (width, 1)
    middle_is_inside = np.zeros(len(squares), dtype=np.intp)
    saddles = np.flatnonzero((kinds == 5) | (kinds == 10))
    middle_is_inside[saddles] = levels[squares[saddles, None] + steps].mean(axis=1, dtype=np.float32) >= level
    sides = _SIDES[kinds, middle_is_inside]
    exists = sides[..., 0] >= 0
    squares, sides = squares[np.nonzero(exists)[0], None], sides[exists]
    beside = np.stack([squares + steps[sides], squares + np.roll(steps, -1)[sides]], axis=-1)
    shares = _shares(levels[beside].astype(np.float32, copy=False), np.float32(level))
    ends = np.stack(np.divmod(beside[..., 0], width), axis=-1).astype(np.float32)
    return Pieces(ends + shares[..., None] * _WAYS[sides], beside)


def _kinds(inside: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Which corners of each square are inside, each a bit."""
    bits = inside.view(np.uint8)
    kinds = np.zeros((bits.shape[0] - 1, bits.shape[1] - 1), dtype=np.uint8)
    for bit, (row, column) in enumerate(_CORNERS.tolist()):
        kinds |= bits[row : row + kinds.shape[0], column : column + kinds.shape[1]] << np.uint8(bit)
    return kinds


def _shares(values: NDArray[np.float32], level: np.float32) -> NDArray[np.float32]:
    """How far from the first of two values, along the last axis, to the second the level is reached."""
    first, steps = values[..., 0], values[..., 1] - values[..., 0]
    shares = np.divide(level - first, steps, out=np.zeros_like(first), where=steps != 0)
    return np.clip(shares, np.float32(0.0), np.float32(1.0), out=shares)
