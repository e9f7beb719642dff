"""Windows with a name, and which images they are offered for."""

from __future__ import annotations

import numpy as np
import pytest

from segdiff.data import Grid, Image
from segdiff.render import CT_WINDOWS, CtWindow, LevelAndWidth, looks_like_ct


def ramp(low: float, high: float, kind: type = np.float64) -> Image:
    return Image(np.linspace(low, high, 1000).reshape(10, 10, 10).astype(kind), Grid((10, 10, 10)))


def test_level_and_width_are_the_middle_and_the_extent() -> None:
    assert LevelAndWidth(40, 400).limits == (-160, 240)
    assert LevelAndWidth.of((-160, 240)) == LevelAndWidth(40, 400)
    assert CT_WINDOWS[CtWindow.LUNG].limits == (-1350, 150)
    assert set(CT_WINDOWS) == set(CtWindow)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (-1024, 1500, True),
        (-3024, 1500, True),  # padded by the scanner
        (-120, 300, True),  # cropped to an organ: fat is its darkest
        (0, 1500, False),  # magnetic resonance
        (-3, 4, False),  # made to have a mean of 0
        (-4096, 4095, False),  # a phase
        (-1024, -400, False),  # nothing but lung
    ],
)
def test_hounsfield_units_are_recognised_by_where_they_end(low: float, high: float, expected: bool) -> None:
    assert looks_like_ct(ramp(low, high)) is expected


def test_a_colour_picture_is_no_ct() -> None:
    assert not looks_like_ct(Image(np.zeros((4, 5, 3), np.uint8), Grid((4, 5))))
