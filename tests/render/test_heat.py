"""Probabilities as colours."""

from __future__ import annotations

import numpy as np

from segdiff.render import heat_levels, heat_table


def test_levels_are_255ths_of_a_probability() -> None:
    levels = heat_levels(np.array([[0.0, 0.001, 0.5, 0.999, 1.0]], np.float16))
    assert levels.dtype == np.uint8
    assert levels.tolist() == [[0, 0, 128, 255, 255]]


def test_nothing_is_transparent_and_everything_is_one_hue_that_grows_lighter_and_denser() -> None:
    table = heat_table().astype(int)
    assert table[0, 3] == 0
    assert table[255].tolist() == [222, 210, 246, 217]  # .85 of 255 is 216.75
    assert table[64, 3] == round(216.75 * (64 / 255) ** 0.5)
    assert (np.diff(table, axis=0) >= 0).all()
    red, green, blue = table[:, :3].T
    assert ((blue > red) & (red > green)).all()
    assert heat_table(0.5)[255, 3] == 108
