"""Numbers as a person reads them."""

from __future__ import annotations

import math

import pytest

from segdiff.gui.numbers import (
    count_text,
    letter_of,
    score_text,
    share_text,
    signed,
    threshold_text,
    volume_text,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.74661, ".7466"),
        (0.99996, "1.0000"),
        (1.20309, "1.2031"),
        (12.0, "12.0000"),
        (0.0, ".0000"),
        (-0.70204, "−.7020"),
        (-1.5, "−1.5000"),
        (-0.00001, ".0000"),
        (math.nan, "—"),
    ],
)
def test_scores_have_four_decimals_and_no_zero_before_the_point(value: float, text: str) -> None:
    assert score_text(value) == text


def test_scores_with_other_decimals() -> None:
    assert score_text(0.6894, 3) == ".689"
    assert score_text(0.3, 2) == ".30"
    assert score_text(-0.004, 2) == ".00"


@pytest.mark.parametrize(
    ("voxels", "voxel_ml", "text"),
    [
        (3785, 0.001, "3.79 ml"),
        (0, 0.001, "0.00 ml"),
        (100, 0.001, "0.10 ml"),
        (49, 0.001, "0.049 ml"),
        (1, 0.0018, "0.002 ml"),
        (12239, None, "12,239 pixels"),
        (1, None, "1 pixel"),
    ],
)
def test_volumes(voxels: int, voxel_ml: float | None, text: str) -> None:
    assert volume_text(voxels, voxel_ml, "pixel") == text


def test_counts() -> None:
    assert count_text(6052, "voxel") == "6,052 voxels"
    assert count_text(1, "voxel") == "1 voxel"
    assert count_text(0, "voxel") == "0 voxels"


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (3785, 8953, "42 %"),
        (0, 8953, "0 %"),
        (20, 8953, "0.2 %"),
        (8953, 8953, "100 %"),
        (0, 0, "—"),
    ],
)
def test_shares(part: int, whole: int, text: str) -> None:
    assert share_text(part, whole) == text


def test_signed_numbers_have_a_real_minus() -> None:
    assert [signed(value) for value in (25.64, -28.66, -0.04, 0.0)] == ["25.6", "−28.7", "0.0", "0.0"]
    assert signed(-1024, 0) == "−1024"


def test_thresholds_have_two_decimals_unless_more_are_needed() -> None:
    assert [threshold_text(value) for value in (0.5, 0.63, 0.534, 0.001)] == ["0.50", "0.63", "0.534", "0.001"]


def test_letters_go_on_after_z() -> None:
    assert [letter_of(position) for position in (0, 1, 25, 26, 27, 52, 701, 702)] == [
        "A", "B", "Z", "AA", "AB", "BA", "ZZ", "AAA",
    ]  # fmt: skip
