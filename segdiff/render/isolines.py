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

_CORNERS: Final = ((0, 0), (0, 1), (1, 1), (1, 0))
"""Of a square, clockwise; side ``i`` runs from corner ``i`` to the next."""

_TOP, _RIGHT, _BOTTOM, _LEFT = range(4)
_PIECES: Final = {
    (_LEFT, _TOP): (1, 14), (_TOP, _RIGHT): (2, 13), (_RIGHT, _BOTTOM): (4, 11), (_BOTTOM, _LEFT): (8, 7),
    (_LEFT, _RIGHT): (3, 12), (_TOP, _BOTTOM): (6, 9),
}  # fmt: skip
"""The sides that a piece joins, by the corners that are inside: 1, 2, 4 and 8 added up."""

_EVEN, _ODD = 5, 10
"""Two opposite corners inside: two pieces, as if there were two squares, each with one of them inside or outside."""


def _corners_beside_ends() -> NDArray[np.intp]:
    """``(kind, end, 2, 2)``: the two corners that each end of a piece lies between, each ``(row, column)``."""
    table = np.zeros((16, 2, 2, 2), dtype=np.intp)
    for sides, kinds in _PIECES.items():
        table[list(kinds)] = [(_CORNERS[side], _CORNERS[(side + 1) % 4]) for side in sides]
    return table


_BESIDE: Final = _corners_beside_ends()
_WAYS: Final = (_BESIDE[:, :, 1] - _BESIDE[:, :, 0]).astype(np.float32)


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
    flat = values.ravel()
    saddles = np.flatnonzero((kinds == _EVEN) | (kinds == _ODD))
    if saddles.size:
        corners = squares[saddles, None] + np.array(_CORNERS) @ (width, 1)
        middle_is_inside = flat[corners].mean(axis=1, dtype=np.float32) >= level
        is_cut_evenly = (kinds[saddles] == _EVEN) != middle_is_inside
        kinds[saddles] = np.where(is_cut_evenly, 1, 2)
        kinds = np.concatenate([kinds, np.where(is_cut_evenly, 4, 8).astype(np.uint8)])
        squares = np.concatenate([squares, squares[saddles]])
    beside = np.take(_BESIDE @ (width, 1), kinds, axis=0)
    beside += squares[:, None, None]
    shares = _shares(flat[beside].astype(np.float32, copy=False), np.float32(level))
    ends = np.take(_WAYS, kinds, axis=0)
    ends *= shares[..., None]
    rows, columns = np.divmod(beside[..., 0], width)
    ends[..., 0] += rows
    ends[..., 1] += columns
    return Pieces(ends, beside)


def _kinds(inside: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Which corners of each square are inside, each a bit."""
    bits = inside.view(np.uint8)
    kinds: NDArray[np.uint8] = bits[:-1, 1:] * np.uint8(2)  # numpy multiplies bytes faster than it shifts them
    kinds |= bits[:-1, :-1]
    kinds |= bits[1:, 1:] * np.uint8(4)
    kinds |= bits[1:, :-1] * np.uint8(8)
    return kinds


def _shares(values: NDArray[np.float32], level: np.float32) -> NDArray[np.float32]:
    """How far from the first of two values, along the last axis, to the second the level is reached."""
    first, steps = values[..., 0], values[..., 1] - values[..., 0]
    shares = np.zeros_like(first)
    np.divide(level - first, steps, out=shares, where=steps != 0)
    np.clip(shares, np.float32(0.0), np.float32(1.0), out=shares)
    return shares
