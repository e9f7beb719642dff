"""Borders of masks along the edges of voxels, as line segments: crisp at any zoom, never smoothed.

A segment is ``((row, column), (row, column))`` of two corners of voxels: corner (0, 0) is the top left corner of the
slice, corner (1, 1) the bottom right corner of its first voxel. Edges in a line are joined, so a rectangle has four
segments.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Outcome
from segdiff.render.overlay import ONE_SIDED
from segdiff.session import DrawAs

Segments = NDArray[np.float32]
"""``(segment, 2, 2)``: the ends of each segment, each ``(row, column)``."""


def outline(mask: NDArray[np.bool_]) -> Segments:
    """The closed border of a mask ``(row, column)``; where it touches the edge of the picture it is closed there."""
    framed = np.pad(mask, 1)
    return _border(framed, ~framed) - np.float32(1.0)


def contours(codes: NDArray[np.uint8], draw_as: DrawAs) -> dict[int, Segments]:
    """The contours to draw over a slice, by the code that gives them their colour.

    A fill is bounded by one thin neutral line: the truth's own border, or that of a mask with nothing to be held
    against. Outlines stand in for fills: every region is bounded in its own colour, only the side of a false positive
    that lies against the truth stays neutral. So in either case a neutral line is the truth's.

    Args:
        codes: of a slice, from :func:`~segdiff.render.overlay.outcome_codes`.
        draw_as: fill, outline or both.
    """
    corner, codes = _framed(codes)
    truth, invented = (codes & Outcome.FALSE_NEGATIVE) != 0, codes == Outcome.FALSE_POSITIVE
    alone, nothing = codes == ONE_SIDED, codes == Outcome.TRUE_NEGATIVE
    if draw_as is DrawAs.FILL:
        mask = truth | alone
        return {ONE_SIDED: _border(mask, ~mask) + corner}
    missed = codes == Outcome.FALSE_NEGATIVE
    return {
        ONE_SIDED: np.concatenate([_border(alone, nothing), _border(truth, invented)]) + corner,
        Outcome.TRUE_POSITIVE: _border(codes == Outcome.TRUE_POSITIVE, nothing) + corner,
        Outcome.FALSE_POSITIVE: _border(invented, nothing) + corner,
        Outcome.FALSE_NEGATIVE: _border(missed, ~(missed | invented)) + corner,
    }


def _framed(codes: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
    """The smallest part that holds everything but true negatives, in a frame of true negatives; and its corner."""
    rows, columns = np.flatnonzero(codes.any(axis=1)), np.flatnonzero(codes.any(axis=0))
    if rows.size == 0:
        return np.zeros(2, np.float32), np.zeros((2, 2), np.uint8)
    corner = np.array([rows[0] - 1, columns[0] - 1], dtype=np.float32)
    return corner, np.pad(codes[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], 1)


def _border(inside: NDArray[np.bool_], outside: NDArray[np.bool_]) -> Segments:
    """Where voxels of one mask touch voxels of another that shares none with it.

    Both have a frame, one voxel wide, in which nothing is ``inside``.
    """
    across = (inside[:-1] & outside[1:]) | (outside[:-1] & inside[1:])
    along = (inside[:, :-1] & outside[:, 1:]) | (outside[:, :-1] & inside[:, 1:])
    below, beside = np.array([1, 0], np.float32), np.array([0, 1], np.float32)
    return np.concatenate([_runs(across) + below, _runs(along.T)[:, :, ::-1] + beside])


def _runs(edges: NDArray[np.bool_]) -> Segments:
    """Unbroken runs of edges along each row, as segments ``((row, start), (row, stop))``.

    The first and the last column hold no edge, so runs never reach from one row into the next.
    """
    flat = np.ascontiguousarray(edges).reshape(-1)
    changes = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    return np.stack(np.divmod(changes, edges.shape[1]), axis=1).reshape(-1, 2, 2).astype(np.float32)
