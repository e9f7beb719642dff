"""Σp of voxels by rank, from a histogram whose bins may lie across a threshold."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from segdiff.evidence import Bins


def mass_of_lowest(of: Bins, side: str, voxels: Sequence[float] | NDArray[np.int64]) -> NDArray[np.float64]:
    """Σp of so many voxels with the lowest probabilities.

    How many voxels lie below a threshold is known exactly, so a bin that it cuts gives as many of its voxels as are
    below; each is taken for their mean, which lies within 1/256 of it.

    Args:
        of: bins of one side of the truth, of one label in one sample.
        side: ``"right"`` inside the truth and ``"wrong"`` outside of it, where that is the label's probability.
        voxels: how many, rising; several numbers at once.
    """
    probability, count = getattr(of, side).reshape(-1).numpy(), of.count.reshape(-1).numpy()
    order = np.argsort(probability, kind="stable")
    reached = np.append(0.0, count[order].cumsum())
    mass = np.append(0.0, (probability * count)[order].cumsum())
    lowest: NDArray[np.float64] = np.interp(voxels, reached, mass)
    return lowest
