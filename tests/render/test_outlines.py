"""Borders along the edges of voxels."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from segdiff.data import Outcome
from segdiff.render import ONE_SIDED, contours, outline
from segdiff.session import DrawAs, Shows

FP, FN, TP = Outcome.FALSE_POSITIVE, Outcome.FALSE_NEGATIVE, Outcome.TRUE_POSITIVE
Edge = tuple[tuple[int, int], tuple[int, int]]


def edges(segments: np.ndarray) -> set[Edge]:
    """Segments as unit edges, so that sets can be compared."""
    found: set[Edge] = set()
    for (top, left), (bottom, right) in segments.astype(int).tolist():
        if top == bottom:
            found |= {((top, column), (top, column + 1)) for column in range(left, right)}
        else:
            found |= {((row, left), (row + 1, left)) for row in range(top, bottom)}
    return found


def slow_outline(mask: np.ndarray) -> set[Edge]:
    """An edge of a voxel belongs to the outline when the voxel on its other side is not in the mask."""
    found: set[Edge] = set()
    for r, c in np.argwhere(mask).tolist():
        around = {
            (r - 1, c): ((r, c), (r, c + 1)),
            (r + 1, c): ((r + 1, c), (r + 1, c + 1)),
            (r, c - 1): ((r, c), (r + 1, c)),
            (r, c + 1): ((r, c + 1), (r + 1, c + 1)),
        }
        for (row, column), edge in around.items():
            inside = 0 <= row < mask.shape[0] and 0 <= column < mask.shape[1] and mask[row, column]
            if not inside:
                found.add(edge)
    return found


def test_two_voxels_side_by_side_have_four_lines() -> None:
    mask = np.zeros((3, 5), dtype=bool)
    mask[1, 2:4] = True
    assert outline(mask).tolist() == [
        [[1, 2], [1, 4]],
        [[2, 2], [2, 4]],
        [[1, 2], [2, 2]],
        [[1, 4], [2, 4]],
    ]


def test_at_the_edge_of_the_picture_the_outline_is_closed() -> None:
    mask = np.zeros((2, 3), dtype=bool)
    mask[1, 2] = True
    assert outline(mask).tolist() == [[[1, 2], [1, 3]], [[2, 2], [2, 3]], [[1, 2], [2, 2]], [[1, 3], [2, 3]]]


def test_an_empty_mask_has_no_outline() -> None:
    assert outline(np.zeros((4, 6), dtype=bool)).shape == (0, 2, 2)


@given(arrays(np.bool_, st.tuples(st.integers(1, 6), st.integers(1, 7))))
def test_outlines_equal_their_slow_twin(mask: np.ndarray) -> None:
    assert edges(outline(mask)) == slow_outline(mask)


def test_a_fill_is_bounded_by_the_truth_alone() -> None:
    codes = np.array([[0, FN, TP, FP, 0]], dtype=np.uint8)
    lines = contours(codes, DrawAs.FILL)
    assert set(lines) == {ONE_SIDED}
    assert edges(lines[ONE_SIDED]) == slow_outline(np.array([[False, True, True, False, False]]))


def test_each_region_is_outlined_in_its_own_colour_and_the_truth_inside_a_false_positive_is_neutral() -> None:
    codes = np.zeros((3, 7), dtype=np.uint8)
    codes[1, 2:5] = FN, TP, FP
    lines = {code: edges(segments) for code, segments in contours(codes, DrawAs.OUTLINE).items()}
    assert lines == {
        FN: {((1, 2), (1, 3)), ((2, 2), (2, 3)), ((1, 2), (2, 2)), ((1, 3), (2, 3))},
        TP: {((1, 3), (1, 4)), ((2, 3), (2, 4))},
        FP: {((1, 4), (1, 5)), ((2, 4), (2, 5)), ((1, 5), (2, 5))},
        ONE_SIDED: {((1, 4), (2, 4))},
    }
    both = contours(codes, DrawAs.BOTH)
    assert {code: edges(segments) for code, segments in both.items()} == lines


def test_a_mask_that_stands_alone_is_outlined_however_it_is_drawn() -> None:
    codes = np.zeros((4, 5), dtype=np.uint8)
    codes[2:, 3] = ONE_SIDED
    for draw_as in DrawAs:
        assert edges(contours(codes, draw_as)[ONE_SIDED]) == slow_outline(codes == ONE_SIDED)


def test_a_slice_without_errors_or_hits_has_no_lines() -> None:
    for draw_as in DrawAs:
        assert all(len(lines) == 0 for lines in contours(np.zeros((3, 4), np.uint8), draw_as).values())


def test_a_mask_alone_has_its_own_border_however_it_is_drawn() -> None:
    codes = np.zeros((3, 7), dtype=np.uint8)
    codes[1, 1:6] = FN, TP, FP, FP, FN
    for draw_as in DrawAs:
        for shows, members in ((Shows.TRUTH, (FN, TP)), (Shows.PREDICTION, (FP, TP))):
            lines = contours(codes, draw_as, shows)
            assert {code for code, segments in lines.items() if len(segments)} == {ONE_SIDED}
            assert edges(lines[ONE_SIDED]) == slow_outline(np.isin(codes, members))
