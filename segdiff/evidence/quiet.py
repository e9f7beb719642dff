"""The background that a prediction is all but certain of: most voxels of most maps, so they go the shortest way."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray

from segdiff.evidence.packed_bins import LOWER_BITS, ONE, SCALE, UNUSED_BITS, FilledBins, PackedBins
from segdiff.evidence.tally import Sums

QUIET: Final = 2.0**-10
"""A background voxel with a probability below this is quiet; it lies below the first threshold level, too."""


class QuietVoxels:
    """What the quiet voxels filed so far add up to, and the room to work on the next ones.

    The room is taken once: asking for memory at every step would cost as much as the arithmetic.
    """

    def __init__(self, piece: int) -> None:
        self.bins = PackedBins(1, torch.device("cpu"))
        self.sums = [Sums()]
        self._probability = np.empty(piece, dtype=np.float64)
        self._key = np.empty(piece, dtype=np.int64)

    def load(self, given: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
        """The probabilities of a piece in the room for it, where they may be changed; −0 becomes 0."""
        probability = self._probability[: given.size]
        np.absolute(given, out=probability)
        return probability

    def file(self, probability: NDArray[np.float64], taken: int) -> None:
        """Add a loaded piece, in which the ``taken`` voxels that are not quiet have been set to 0, and use it up."""
        as_tensor = torch.from_numpy(probability)
        wrong, squares = float(probability.sum()), float(torch.dot(as_tensor, as_tensor))
        right = probability.size - taken - wrong
        self.sums.append(Sums(right, wrong, squares, cross_entropy=wrong + squares / 2.0))
        self.bins.make_room(probability.size)
        self._file_distance(probability)
        self.bins.packed[0] -= taken * ONE

    def _file_distance(self, probability: NDArray[np.float64]) -> None:
        """In place, step by step: less memory is touched, which is what takes the time."""
        probability *= SCALE
        bits, key = probability.view(np.int64), self._key[: probability.size]
        bits >>= UNUSED_BITS
        np.right_shift(bits, LOWER_BITS, out=key)
        bits += ONE
        self.bins.packed.scatter_add_(0, torch.from_numpy(key), torch.from_numpy(bits))


def cost_beyond_squares(bins: FilledBins) -> float:
    """Σ p³/3 + p⁴/4 + …: what −ln(1 − p) has beyond its first two terms, which are added exactly.

    Below ``QUIET`` this is less than a millionth of the cost, and the means of bins are right to a millionth; that
    leaves an error of less than 10⁻¹² of the cost.

    Args:
        bins: of all quiet voxels.
    """
    p = bins.distance
    return float((bins.voxels * p**3 * (1 / 3 + p * (1 / 4 + p * (1 / 5 + p / 6)))).sum())
