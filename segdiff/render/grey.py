"""Intensities of a slice as the 256 greys of a screen."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.session import Interpolation

NARROWEST: Final = 1e-9
"""A window narrower than this, even an empty one, is shown as if it were this wide."""

SMOOTHED_BELOW: Final = 6.0
"""Screen pixels a voxel must measure before it is shown as a square of one grey, unless a person chose otherwise."""


def smooths(interpolation: Interpolation, voxel: float) -> bool:
    """Whether an image is drawn smoothly, its voxels measuring ``voxel`` screen pixels along their longer side."""
    if interpolation is Interpolation.AUTOMATIC:
        return voxel < SMOOTHED_BELOW
    return interpolation is Interpolation.LINEAR


def grey_levels(intensities: NDArray[Any], window: tuple[float, float]) -> NDArray[np.uint8]:
    """Spread a window of intensities over the greys from 0 (black) to 255 (white).

    Args:
        intensities: a slice of any number type, or of booleans. What is not a number becomes black.
        window: the intensities shown as black and as white; outside of them the grey stays black or white.

    Returns:
        an array of the same shape, contiguous in memory.
    """
    low, width = window[0], max(window[1] - window[0], NARROWEST)
    kind = intensities.dtype
    exact = np.float32 if kind.itemsize <= 2 or kind == np.float32 else np.float64
    greys = np.subtract(intensities, exact(low), dtype=exact, order="C")
    if kind.kind == "f":  # what is not a number, or too large to be multiplied, is dealt with before
        np.fmin(np.fmax(greys, exact(0.0), out=greys), exact(width), out=greys)
    greys *= exact(255.0 / width)
    greys += exact(0.5)
    if kind.kind != "f":
        np.clip(greys, exact(0.5), exact(255.5), out=greys)  # twice as fast, where every number is one
    rounded: NDArray[np.uint8] = greys.astype(np.uint8)
    return rounded
