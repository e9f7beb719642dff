"""The one reading of "at or above the threshold" that every part of segdiff shares."""

from __future__ import annotations

import numpy as np
from numpy.typing import DTypeLike


def smallest_at_least(threshold: float, dtype: DTypeLike) -> np.floating:
    """Smallest value of ``dtype`` that is at or above ``threshold``.

    A voxel is predicted when its probability, taken exactly, is at least the threshold. Comparing 32-bit probabilities
    with a decimal like 0.63 would round the threshold first, possibly to the wrong side; comparing with this value does
    not, and stays in the fast type.
    """
    kind: type[np.floating] = np.dtype(dtype).type  # type: ignore[assignment]
    rounded = kind(threshold)
    if float(rounded) < threshold:
        rounded = np.nextafter(rounded, kind(np.inf))
    return rounded
