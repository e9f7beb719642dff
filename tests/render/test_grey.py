"""Intensities as greys."""

from __future__ import annotations

import numpy as np
import pytest

from segdiff.render import grey_levels


@pytest.mark.parametrize(
    "kind", [np.uint8, np.int16, np.uint16, np.int32, np.int64, np.float16, np.float32, np.float64]
)
def test_every_type_of_number_is_spread_over_the_window(kind: type) -> None:
    greys = grey_levels(np.array([[0, 10, 20], [40, 60, 90]], dtype=kind), (10.0, 60.0))
    assert greys.dtype == np.uint8
    assert greys.tolist() == [[0, 0, 51], [153, 255, 255]]  # 20 is a fifth of the window, 40 three fifths


def test_booleans_are_black_and_white() -> None:
    assert grey_levels(np.array([[True, False]]), (0.0, 1.0)).tolist() == [[255, 0]]


def test_what_is_not_a_number_is_black() -> None:
    values = np.array([[np.nan, -np.inf, np.inf, 3.0]], dtype=np.float32)
    assert grey_levels(values, (1.0, 5.0)).tolist() == [[0, 0, 255, 128]]


def test_large_whole_numbers_are_not_rounded_together() -> None:
    values = np.array([[2_000_000_000, 2_000_000_001, 2_000_000_002]], dtype=np.int64)
    assert grey_levels(values, (2e9, 2e9 + 2)).tolist() == [[0, 128, 255]]


def test_an_empty_window_parts_black_from_white() -> None:
    assert grey_levels(np.array([[4.0, 5.0, 6.0]]), (5.0, 5.0)).tolist() == [[0, 0, 255]]


def test_a_slice_seen_upside_down_comes_out_in_order() -> None:
    volume = np.arange(6, dtype=np.int16).reshape(3, 2)
    greys = grey_levels(volume[::-1], (0.0, 5.0))
    assert greys.flags.c_contiguous
    assert greys.tolist() == [[204, 255], [102, 153], [0, 51]]
