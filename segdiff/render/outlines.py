"""Borders of outcomes along the edges of voxels, as line segments: crisp at any zoom, never smoothed.

A segment is ``((row, column), (row, column))`` of two corners of voxels: corner (0, 0) is the top left corner of the
slice, corner (1, 1) the bottom right corner of its first voxel. Edges in a line are joined, so a rectangle has four
segments. Only edges between voxels that differ are looked at, so large pictures cost little more than small ones.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Outcome
from segdiff.render.overlay import ONE_SIDED
from segdiff.session import DrawAs, Shows

Segments = NDArray[np.float32]
"""``(segment, 2, 2)``: the ends of each segment, each ``(row, column)``."""

_Indices = NDArray[np.intp]
_TN, _FN, _FP, _TP = Outcome
_NO_LINE: Final = 255

_AROUND_FILLS: Final[dict[tuple[int, int], int]] = {
    (_TN, _FN): ONE_SIDED, (_TN, _TP): ONE_SIDED, (_FN, _FP): ONE_SIDED, (_FP, _TP): ONE_SIDED,
    (_TN, ONE_SIDED): ONE_SIDED,
}  # fmt: skip
"""The contour an edge belongs to, by the codes on its two sides. A fill has one line around it: the truth's border."""

_AROUND_REGIONS: Final[dict[tuple[int, int], int]] = {
    (_TN, _FN): _FN, (_TN, _TP): _TP, (_TN, _FP): _FP, (_FN, _TP): _FN,
    (_FN, _FP): ONE_SIDED, (_FP, _TP): ONE_SIDED, (_TN, ONE_SIDED): ONE_SIDED,
}  # fmt: skip
"""Likewise where outlines stand in for fills."""


_AROUND_PREDICTION: Final[dict[tuple[int, int], int]] = {
    (_TN, _FP): ONE_SIDED, (_TN, _TP): ONE_SIDED, (_FN, _FP): ONE_SIDED, (_FN, _TP): ONE_SIDED,
    (_TN, ONE_SIDED): ONE_SIDED,
}  # fmt: skip
"""Likewise where the prediction is shown alone; alone, the truth has the contour that it has around fills."""


def outline(mask: NDArray[np.bool_]) -> Segments:
    """The closed border of a mask ``(row, column)``; where it touches the edge of the picture it is closed there."""
    return contours(mask.view(np.uint8) * np.uint8(ONE_SIDED), DrawAs.FILL)[ONE_SIDED]


def contours(codes: NDArray[np.uint8], draw_as: DrawAs, shows: Shows = Shows.DIFFERENCE) -> dict[int, Segments]:
    """The contours to draw over a slice, by the code that gives them their colour.

    A fill is bounded by one thin neutral line: the truth's own border, or that of a mask with nothing to be held
    against. Outlines stand in for fills: every region is bounded in its own colour, only the side of a false positive
    that lies against the truth stays neutral. So in either case a neutral line is the truth's.

    Args:
        codes: of a slice, from :func:`~segdiff.render.overlay.outcome_codes`.
        draw_as: fill, outline or both.
        shows: how the masks differ, or one of them alone; alone, a mask has one neutral line.
    """
    around = _lines_of(draw_as, shows)
    table = _table(around)
    corner, framed = _framed(codes)
    rows, columns, lying = _edges(framed[:-1], framed[1:], table)
    upright_rows, upright_columns, standing = _edges(framed[:, :-1], framed[:, 1:], table)
    drawn: dict[int, Segments] = {}
    for code in set(around.values()):
        across, upright = lying == code, standing == code
        horizontal = _joined(rows[across], columns[across])
        vertical = _joined(upright_columns[upright], upright_rows[upright])[:, :, ::-1]
        drawn[int(code)] = np.concatenate([horizontal, vertical]) + corner
    return drawn


def _lines_of(draw_as: DrawAs, shows: Shows) -> dict[tuple[int, int], int]:
    if shows is Shows.PREDICTION:
        return _AROUND_PREDICTION
    return _AROUND_FILLS if shows is Shows.TRUTH or draw_as is DrawAs.FILL else _AROUND_REGIONS


def _table(lines: dict[tuple[int, int], int]) -> NDArray[np.uint8]:
    """The contour of an edge, by the codes on its two sides in either order."""
    table = np.full((ONE_SIDED + 1, ONE_SIDED + 1), _NO_LINE, dtype=np.uint8)
    for (one, other), line in lines.items():
        table[one, other] = table[other, one] = line
    return table


def _framed(codes: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
    """The smallest part that holds everything but true negatives, in a frame of true negatives; and its corner."""
    rows, columns = np.flatnonzero(codes.any(axis=1)), np.flatnonzero(codes.any(axis=0))
    if rows.size == 0:
        return np.zeros(2, np.float32), np.zeros((2, 2), np.uint8)
    corner = np.array([rows[0] - 1, columns[0] - 1], dtype=np.float32)
    return corner, np.pad(codes[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], 1)


def _edges(
    one: NDArray[np.uint8], other: NDArray[np.uint8], table: NDArray[np.uint8]
) -> tuple[_Indices, _Indices, NDArray[np.uint8]]:
    """Where neighbours differ: row and column of the first of the two, and the contour the edge between them is of."""
    rows, columns = np.divmod(np.flatnonzero(one != other), one.shape[1])
    return rows, columns, table[one[rows, columns], other[rows, columns]]


def _joined(lines: _Indices, places: _Indices) -> Segments:
    """Edges on numbered lines, joined where they follow each other, as ``((line, start), (line, stop))``."""
    order = np.lexsort((places, lines))
    lines, places = lines[order], places[order]
    first, last = np.ones((2, len(order)), dtype=np.bool_)
    first[1:] = last[:-1] = (np.diff(lines) != 0) | (np.diff(places) != 1)
    starts = np.stack([lines[first] + 1, places[first]], axis=1)
    stops = np.stack([lines[last] + 1, places[last] + 1], axis=1)
    return np.stack([starts, stops], axis=1).astype(np.float32)
