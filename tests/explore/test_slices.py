"""A score of every slice, and the worst of them."""

from __future__ import annotations

import numpy as np
import pytest

from segdiff.explore import CURVES, slice_scores, worst_slice

COUNTS = np.array([[3, 0, 0, 0, 9], [2, 0, 5, 7, 0], [1, 0, 0, 0, 0]])
"""TP, FP and FN of five slices: a mixed one, an empty one, two with nothing right, a perfect one."""


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        ("dice", [6 / 9, np.nan, 0, 0, 1]),
        ("iou", [3 / 6, np.nan, 0, 0, 1]),
        ("tversky_index", [3 / (3 + 0.2 * 2 + 0.9), np.nan, 0, 0, 1]),
        ("precision", [3 / 5, np.nan, 0, 0, 1]),
        ("recall", [3 / 4, np.nan, np.nan, np.nan, 1]),
    ],
)
def test_each_slice_has_the_score_of_its_counts(score: str, expected: list[float]) -> None:
    assert score in CURVES
    np.testing.assert_allclose(slice_scores(COUNTS, score, 0.2, 0.9), expected)


def test_of_equally_bad_slices_the_worst_has_most_wrong_voxels() -> None:
    assert worst_slice(COUNTS, slice_scores(COUNTS, "dice", 0.3, 0.7)) == 3
    assert worst_slice(COUNTS, slice_scores(COUNTS, "recall", 0.3, 0.7)) == 0


def test_without_a_defined_score_no_slice_is_worst() -> None:
    empty = np.zeros((3, 4), int)
    assert worst_slice(empty, slice_scores(empty, "dice", 0.3, 0.7)) is None
