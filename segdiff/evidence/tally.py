"""A closer look at voxels: what each of them adds to bins, threshold levels and sums."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from segdiff.evidence.packed_bins import BINS, LOWER_BITS, ONE, SCALE, UNUSED_BITS, PackedBins
from segdiff.evidence.soft_sums import CLIP
from segdiff.evidence.thresholds import LEVELS

OUTSIDE: Final = 0
INSIDE: Final = 1
"""Sides of the truth."""

_ENOUGH: Final = 1 << 15
"""Voxels worth filing together: with fewer, calling torch costs more than what it does."""


class Sums(NamedTuple):
    """Of voxels on one side of the truth: Σ of what was given to the right and to the wrong answer, Σ p², and so on."""

    right: float = 0.0
    wrong: float = 0.0
    squares: float = 0.0
    cross_entropy: float = 0.0
    clipped: float = 0.0

    @classmethod
    def total(cls, parts: Iterable[Sums]) -> Sums:
        """The sum of many, with a single rounding at the end: it does not matter in which order they come."""
        return cls(*map(math.fsum, zip(*parts, strict=True)))


class Tally:
    """What the voxels filed so far add up to.

    The rows of ``bins`` are: outside the truth with a probability below one half, outside above, inside below and
    inside above.
    """

    def __init__(self, device: torch.device) -> None:
        self.bins = PackedBins(4, device)
        self.levels = np.zeros((2, LEVELS), dtype=np.int64)
        self.sums: tuple[list[Sums], list[Sums]] = ([Sums()], [Sums()])
        self._waiting: tuple[list[NDArray[np.float64]], list[NDArray[np.float64]]] = ([], [])

    def collect(self, probability: NDArray[np.float64], inside: NDArray[np.bool_]) -> None:
        """Keep voxels until there are enough to file; ``finish`` files the last ones."""
        for side, of_side in ((OUTSIDE, ~inside), (INSIDE, inside)):
            self._waiting[side].append(probability[of_side])
            if sum(part.size for part in self._waiting[side]) >= _ENOUGH:
                self._file_waiting(side)

    def finish(self) -> None:
        """File what is still waiting."""
        for side in (OUTSIDE, INSIDE):
            self._file_waiting(side)

    def _file_waiting(self, side: int) -> None:
        if not self._waiting[side]:
            return
        together = np.concatenate(self._waiting[side])
        self._waiting[side].clear()
        for start in range(0, together.size, _ENOUGH):
            self.file(torch.from_numpy(together[start : start + _ENOUGH]), side)

    def file(self, probability: Tensor, side: int) -> None:
        """Add voxels that all lie on one side of the truth; float64, and no −0."""
        other = 1.0 - probability
        self._file_distance(torch.minimum(probability, other), probability > 0.5, side)
        self._file_level(probability, side)
        right, wrong = (probability, other) if side == INSIDE else (other, probability)
        totals = (
            right.sum(),
            wrong.sum(),
            torch.dot(probability, probability),
            -right.clamp(min=CLIP).log_().sum(),
            torch.count_nonzero(right < CLIP),
        )
        self.sums[side].append(Sums(*(float(total) for total in totals)))

    def _file_distance(self, distance: Tensor, is_above: Tensor, side: int) -> None:
        """See :class:`PackedBins`; the distance is used up."""
        bits = distance.mul_(SCALE).view(torch.int64)
        bits >>= UNUSED_BITS
        key = (bits >> LOWER_BITS).add_(is_above, alpha=BINS)
        bits += ONE
        self.bins.make_room(bits.numel())
        self.bins.packed[2 * side * BINS : 2 * (side + 1) * BINS].scatter_add_(0, key, bits)

    def _file_level(self, probability: Tensor, side: int) -> None:
        level = (probability * LEVELS).int()
        # A product may be rounded up to a level that the probability itself does not reach.
        level.add_(probability < level.double().div_(LEVELS), alpha=-1)
        count = torch.bincount(level, minlength=LEVELS + 1).cpu().numpy()
        self.levels[side] += count[:LEVELS]
        self.levels[side, -1] += count[LEVELS]  # certainty reaches every threshold there is
