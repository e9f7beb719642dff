"""Where a map crosses a level."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from skimage.measure import find_contours

from segdiff.data import Outcome
from segdiff.render import ONE_SIDED, contours
from segdiff.render.isolines import isoline
from segdiff.session import DrawAs, Shows

FP, FN, TP = Outcome.FALSE_POSITIVE, Outcome.FALSE_NEGATIVE, Outcome.TRUE_POSITIVE
MAPS = arrays(np.float32, st.tuples(st.integers(2, 7), st.integers(2, 8)), elements=st.sampled_from(
    [0.0, 0.1, 0.25, 0.4, 0.6, 0.8, 1.0]))  # fmt: skip


def pieces_of(values: np.ndarray, level: float) -> set[frozenset[tuple[float, float]]]:
    """Each piece as the set of its two ends, to a thousandth; those without any length are left out."""
    found = isoline(values, values >= level, level).ends
    ends = [frozenset(tuple(end) for end in piece) for piece in found.astype(float).round(3).tolist()]
    return {piece for piece in ends if len(piece) == 2}


def test_a_single_voxel_has_a_diamond_whose_corners_lie_where_the_map_reaches_the_level() -> None:
    """From .9 at the centre to .1, .3, 0 and .1 around it: half way; two thirds; four ninths of the way; half way."""
    values = np.zeros((3, 3))
    values[1, 1], values[0, 1], values[1, 2], values[1, 0] = 0.9, 0.1, 0.3, 0.1
    top, right, bottom, left = (0.5, 1.0), (1.0, 1.667), (1.444, 1.0), (1.0, 0.5)
    assert pieces_of(values, 0.5) == {
        frozenset(pair) for pair in ((top, right), (right, bottom), (bottom, left), (left, top))
    }


def skimage_pieces(values: np.ndarray, level: float) -> set[frozenset[tuple[float, float]]]:
    found = set()
    for line in find_contours(values.astype(np.float64), level):
        points = [tuple(point) for point in line.round(3).tolist()]
        found |= {frozenset(pair) for pair in itertools.pairwise(points) if pair[0] != pair[1]}
    return found


@given(MAPS)
def test_pieces_are_those_of_another_library_where_there_is_only_one_way(values: np.ndarray) -> None:
    """Where two opposite corners of a square are inside, a line may go either way; such maps are left out."""
    inside = values >= 0.5
    a, b, c, d = inside[:-1, :-1], inside[:-1, 1:], inside[1:, 1:], inside[1:, :-1]
    if not ((a == c) & (b == d) & (a != b)).any():
        assert pieces_of(values, 0.5) == skimage_pieces(values, 0.5)


@pytest.mark.parametrize(("corner", "around_the_inside"), [(0.6, True), (0.95, False)])
def test_between_opposite_corners_the_middle_decides(corner: float, around_the_inside: bool) -> None:
    """.6 and .6 beside .1 and .1 are .35 in the middle: the two are apart. With .95 the middle is .525: they meet."""
    values = np.array([[corner, 0.1], [0.1, corner]])
    pieces = isoline(values, values >= 0.5, 0.5).ends
    sums = sorted(float(piece.sum(axis=0).prod()) for piece in pieces)
    near_inside = {tuple(np.rint(piece.mean(axis=0)).astype(int).tolist()) for piece in pieces}
    assert len(pieces) == len(sums) == 2
    assert near_inside == ({(0, 0), (1, 1)} if around_the_inside else {(0, 1), (1, 0)})


@given(MAPS)
def test_there_is_an_end_of_two_pieces_between_every_two_neighbours_of_which_one_is_inside(values: np.ndarray) -> None:
    framed = np.pad(values, 1)
    inside = framed >= 0.5
    pieces = isoline(framed, inside, 0.5)
    found: dict[frozenset[tuple[int, int]], int] = {}
    for one, other in pieces.beside.reshape(-1, 2).tolist():
        assert inside.flat[one] != inside.flat[other]
        pair = frozenset((divmod(one, inside.shape[1]), divmod(other, inside.shape[1])))
        found[pair] = found.get(pair, 0) + 1
    across, down = inside[:, :-1] != inside[:, 1:], inside[:-1] != inside[1:]
    expected = {frozenset(((r, c), (r, c + 1))) for r, c in np.argwhere(across).tolist()}
    expected |= {frozenset(((r, c), (r + 1, c))) for r, c in np.argwhere(down).tolist()}
    assert set(found) == expected
    assert set(found.values()) <= {2}


def length(segments: np.ndarray) -> float:
    return float(np.hypot(*(segments[:, 1] - segments[:, 0]).T).sum())


def test_the_outline_of_a_disc_is_as_long_as_a_circle_and_along_voxels_longer() -> None:
    rows, columns = np.mgrid[:41, :41]
    values = np.clip(0.5 + (12.3 - np.hypot(rows - 20, columns - 20)) / 4, 0, 1).astype(np.float32)
    codes = (values >= 0.5).astype(np.uint8) * np.uint8(ONE_SIDED)
    between = contours(codes, DrawAs.OUTLINE, probability=values)[ONE_SIDED]
    along = contours(codes, DrawAs.OUTLINE)[ONE_SIDED]
    assert length(between) == pytest.approx(2 * np.pi * 12.3, rel=0.005)
    assert length(along) == pytest.approx(8 * 12.3, rel=0.03)
    away = np.hypot(*(between.reshape(-1, 2) - 20.5).T)
    assert away == pytest.approx(12.3, abs=0.05)


def test_each_part_of_the_border_has_the_colour_of_the_error_beside_it() -> None:
    """One row of five: truth on 1 and 2, predicted 2 and 3, at .7 with .1 elsewhere; the level .4 is half way."""
    values = np.full((3, 5), 0.1, np.float32)
    values[1, 2:4] = 0.7
    codes = np.zeros((3, 5), np.uint8)
    codes[1, 1:4] = FN, TP, FP
    lines = contours(codes, DrawAs.OUTLINE, probability=values, threshold=0.4)
    ends = {code: {tuple(point) for point in segments.reshape(-1, 2).tolist()} for code, segments in lines.items()}
    assert (1.5, 2.0) in ends[FN]  # between FN and TP, inside the truth
    assert {(1.0, 2.5), (2.0, 2.5)} <= ends[TP]
    assert {(1.0, 3.5), (1.5, 4.0), (2.0, 3.5)} <= ends[FP]
    assert ends[ONE_SIDED] == {(1.0, 3.0), (2.0, 3.0)}  # the truth's own border, along the edge of a voxel
    assert {(1.0, 1.0), (2.0, 1.0)} <= ends[FN]


def test_what_is_filled_and_the_truth_keep_to_the_edges_of_voxels() -> None:
    values = np.array([[0.1, 0.9, 0.2]], np.float32)
    codes = np.array([[FN, TP, 0]], np.uint8)
    for draw_as, shows in ((DrawAs.FILL, Shows.DIFFERENCE), (DrawAs.OUTLINE, Shows.TRUTH)):
        between, along = contours(codes, draw_as, shows, values), contours(codes, draw_as, shows)
        assert between.keys() == along.keys()
        assert all((between[code] == along[code]).all() for code in along)


def test_at_the_edge_of_the_slice_the_border_is_the_edge() -> None:
    values = np.full((2, 3), 0.9, np.float32)
    lines = contours(np.full((2, 3), ONE_SIDED, np.uint8), DrawAs.OUTLINE, Shows.PREDICTION, values)[ONE_SIDED]
    assert lines.min(axis=(0, 1)).tolist() == [0, 0]
    assert lines.max(axis=(0, 1)).tolist() == [2, 3]
    assert {tuple(point) for point in lines.reshape(-1, 2).tolist()} == {
        *((0, 0.5), (0, 1.5), (0, 2.5), (2, 0.5), (2, 1.5), (2, 2.5)),
        *((0.5, 0), (1.5, 0), (0.5, 3), (1.5, 3)),
    }
