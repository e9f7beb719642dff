"""Borders of outcomes as line segments, crisp at any zoom: along the edges of voxels, or where a map crosses a level.

A segment is ``((row, column), (row, column))`` of two corners of voxels: corner (0, 0) is the top left corner of the
slice, corner (1, 1) the bottom right corner of its first voxel. Edges in a line are joined, so a rectangle has four
segments. Only edges between voxels that differ are looked at, so large pictures cost little more than small ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Agreement, Outcome
from segdiff.render.isolines import isoline
from segdiff.render.overlay import OF_PREDICTION, ONE_SIDED
from segdiff.session import DrawAs, Shows

Segments = NDArray[np.float32]
"""``(segment, 2, 2)``: the ends of each segment, each ``(row, column)``."""

_Indices = NDArray[np.intp]
_TN, _FN, _FP, _TP = Outcome
_A, _B, _AB = Agreement.ONLY_FIRST, Agreement.ONLY_SECOND, Agreement.BOTH
_NO_LINE: Final = 255
_PREDICTED: Final = (*OF_PREDICTION, ONE_SIDED)
_IS_PREDICTED: Final = np.isin(np.arange(256), _PREDICTED)

_Lines = Mapping[tuple[int, int], int]
"""The contour an edge belongs to, by the codes on its two sides."""

_AROUND_TRUTH: Final[_Lines] = {
    (_TN, _FN): ONE_SIDED, (_TN, _TP): ONE_SIDED, (_FN, _FP): ONE_SIDED, (_FP, _TP): ONE_SIDED,
    (_TN, _A): ONE_SIDED, (_TN, _AB): ONE_SIDED, (_A, _B): ONE_SIDED, (_B, _AB): ONE_SIDED,
    (_TN, ONE_SIDED): ONE_SIDED,
}  # fmt: skip
"""A fill has one line around it: the truth's border. So has the truth where it is shown alone."""

_AROUND_PREDICTION: Final[_Lines] = {
    (_TN, _FP): ONE_SIDED, (_TN, _TP): ONE_SIDED, (_FN, _FP): ONE_SIDED, (_FN, _TP): ONE_SIDED,
    (_TN, _B): ONE_SIDED, (_TN, _AB): ONE_SIDED, (_A, _B): ONE_SIDED, (_A, _AB): ONE_SIDED,
    (_TN, ONE_SIDED): ONE_SIDED,
}  # fmt: skip
"""The prediction alone."""

_AROUND_REGIONS: Final[_Lines] = {
    (_TN, _FN): _FN, (_TN, _TP): _TP, (_TN, _FP): _FP, (_FN, _TP): _FN, (_FN, _FP): ONE_SIDED, (_FP, _TP): ONE_SIDED,
    (_TN, _A): _A, (_TN, _AB): _AB, (_TN, _B): _B, (_A, _AB): _A, (_A, _B): ONE_SIDED, (_B, _AB): ONE_SIDED,
    (_TN, ONE_SIDED): ONE_SIDED,
}  # fmt: skip
"""Where outlines stand in for fills."""


def outline(mask: NDArray[np.bool_]) -> Segments:
    """The closed border of a mask ``(row, column)``; where it touches the edge of the picture it is closed there."""
    codes = mask.view(np.uint8) * np.uint8(ONE_SIDED)
    return contours(codes, DrawAs.FILL).get(ONE_SIDED, np.empty((0, 2, 2), np.float32))


def contours(
    codes: NDArray[np.uint8],
    draw_as: DrawAs,
    shows: Shows = Shows.DIFFERENCE,
    probability: NDArray[Any] | None = None,
    threshold: float = 0.5,
) -> dict[int, Segments]:
    """The contours to draw over a slice, by the code that gives them their colour.

    A fill is bounded by one thin neutral line: the truth's own border, or that of a mask with nothing to be held
    against. Outlines stand in for fills: every region is bounded in its own colour, only the side of a false positive
    that lies against the truth stays neutral. So in either case a neutral line is the truth's.

    Masks have their borders along the edges of voxels, for there is nothing between voxels to be known of them. A
    probability map is known to cross the threshold somewhere between two centres, and its border may run there.

    Args:
        codes: of a slice, from :func:`~segdiff.render.overlay.outcome_codes`.
        draw_as: fill, outline or both.
        shows: how the masks differ, or one of them alone; alone, a mask has one neutral line.
        probability: of the prediction in this slice, for a border between voxels.
        threshold: at which it counts as predicted.
    """
    along, between = _tables(draw_as, shows, probability is not None)
    corner, framed = _framed(codes)
    drawn = _along_edges(along, framed, corner)
    if probability is not None and between is not None:
        for code, segments in _between_centres(between, framed, corner, probability, threshold).items():
            drawn[code] = np.concatenate([drawn[code], segments]) if code in drawn else segments
    return drawn


@cache
def _tables(draw_as: DrawAs, shows: Shows, has_map: bool) -> tuple[NDArray[np.uint8], NDArray[np.uint8] | None]:
    """The contours to draw along edges, and those between voxels where there are any."""
    around = _lines_of(draw_as, shows)
    if not has_map or around is _AROUND_TRUTH:
        return _table(around), None
    between = {pair: line for pair, line in around.items() if (pair[0] in _PREDICTED) != (pair[1] in _PREDICTED)}
    return _table({pair: line for pair, line in around.items() if pair not in between}), _table(between)


def _lines_of(draw_as: DrawAs, shows: Shows) -> _Lines:
    if shows is Shows.PREDICTION:
        return _AROUND_PREDICTION
    return _AROUND_TRUTH if shows is Shows.TRUTH or draw_as is DrawAs.FILL else _AROUND_REGIONS


def _along_edges(
    table: NDArray[np.uint8], framed: NDArray[np.uint8], corner: NDArray[np.float32]
) -> dict[int, Segments]:
    """The contours along the edges of voxels, by code; codes without any are left out.

    The frame keeps edges of two neighbouring lines apart, so edges follow each other where their numbers do, counted
    along rows for those that lie, along columns for those that stand.
    """
    height, width = framed.shape
    lying = np.flatnonzero(framed[:-1] != framed[1:])
    rows, columns = np.divmod(np.flatnonzero(framed[:, :-1] != framed[:, 1:]), width - 1)
    standing = np.sort(columns * height + rows)
    columns, rows = np.divmod(standing, height)
    flat = framed.ravel()
    left = rows * width + columns
    of_lying, horizontal = _joined(lying, table[flat[lying], flat[lying + width]], width)
    of_standing, vertical = _joined(standing, table[flat[left], flat[left + 1]], height)
    codes = np.concatenate([of_lying, of_standing])
    segments = np.concatenate([horizontal, vertical[:, :, ::-1]])
    segments += corner
    return {code: segments[codes == code] for code in np.flatnonzero(np.bincount(codes)).tolist() if code != _NO_LINE}


def _between_centres(
    table: NDArray[np.uint8],
    framed: NDArray[np.uint8],
    corner: NDArray[np.float32],
    probability: NDArray[Any],
    threshold: float,
) -> dict[int, Segments]:
    """The contours where a map crosses the threshold, by code; a piece between two codes is cut in its middle.

    At the edge of the slice the border is the edge, for nothing is known beyond.
    """
    values = _framed_like(framed, corner, probability)
    pieces = isoline(values, np.take(_IS_PREDICTED, framed), threshold)
    ends = pieces.ends + corner
    if (corner < 0).any() or (corner + framed.shape > probability.shape).any():
        voxels = np.stack(np.divmod(pieces.beside, framed.shape[1]), axis=-1) + corner.astype(np.intp)
        is_outside = ((voxels < 0) | (voxels >= probability.shape)).any(axis=(-2, -1))
        ends[is_outside] = voxels[is_outside].mean(axis=1)
    ends += np.float32(0.5)
    codes = framed.ravel()[pieces.beside]
    lines = np.take(table, codes[..., 0] * np.uint8(len(table)) + codes[..., 1])
    is_whole = lines[:, 0] == lines[:, 1]
    if not is_whole.all():
        cut, of_cut = ends[~is_whole], lines[~is_whole]
        middles = (cut[:, 0] + cut[:, 1]) / 2
        first, second = np.stack([cut[:, 0], middles], axis=1), np.stack([middles, cut[:, 1]], axis=1)
        ends = np.concatenate([ends[is_whole], first, second])
        lines = np.concatenate([lines[is_whole], of_cut, of_cut[:, ::-1]])
    return {code: ends[lines[:, 0] == code] for code in np.flatnonzero(np.bincount(lines[:, 0])).tolist()}


def _framed_like(
    framed: NDArray[np.uint8], corner: NDArray[np.float32], probability: NDArray[Any]
) -> NDArray[np.float32]:
    """The part of a map that belongs to the framed codes; 0 outside of the slice."""
    (top, left), (rows, columns), (height, width) = corner.astype(int).tolist(), framed.shape, probability.shape
    above, beside = max(0, -top), max(0, -left)
    inner = probability[top + above : min(height, top + rows), left + beside : min(width, left + columns)]
    values = np.zeros(framed.shape, dtype=np.float32)
    values[above : above + inner.shape[0], beside : beside + inner.shape[1]] = inner
    return values


def _table(lines: _Lines) -> NDArray[np.uint8]:
    """The contour of an edge, by the codes on its two sides in either order."""
    table = np.full((_AB + 1, _AB + 1), _NO_LINE, dtype=np.uint8)
    for (one, other), line in lines.items():
        table[one, other] = table[other, one] = line
    return table


def _framed(codes: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
    """The smallest part that holds everything but true negatives, in a frame of true negatives; and its corner."""
    rows = np.flatnonzero(np.bitwise_or.reduce(codes, axis=1))  # twice as fast as any()
    if rows.size == 0:
        return np.zeros(2, np.float32), np.zeros((2, 2), np.uint8)
    inner = codes[rows[0] : rows[-1] + 1]
    columns = np.flatnonzero(np.bitwise_or.reduce(inner, axis=0))
    inner = inner[:, columns[0] : columns[-1] + 1]
    framed = np.zeros((inner.shape[0] + 2, inner.shape[1] + 2), np.uint8)
    framed[1:-1, 1:-1] = inner
    return np.array([rows[0] - 1, columns[0] - 1], dtype=np.float32), framed


def _joined(edges: _Indices, lines: NDArray[np.uint8], length: int) -> tuple[NDArray[np.uint8], Segments]:
    """Edges of the same contour, joined where they follow each other.

    Args:
        edges: in order, each counted by its place on one of several lines that all are ``length`` long.
        lines: the contour that each is of.
        length: of a line.

    Returns:
        the contour that each segment is of, and the segments as ``((line, start), (line, stop))``.
    """
    begins = np.ones(len(edges) + 1, dtype=np.bool_)
    begins[1:-1] = (np.diff(edges) != 1) | (lines[1:] != lines[:-1])
    bounds = np.flatnonzero(begins)
    first = bounds[:-1]
    segments = np.empty((len(first), 2, 2), dtype=np.float32)
    line, place = np.divmod(edges[first], length)
    segments[:, :, 0] = (line + 1)[:, None]
    segments[:, 0, 1] = place
    segments[:, 1, 1] = place + np.diff(bounds)
    return lines[first], segments
