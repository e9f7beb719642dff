"""Bins that are filled by one addition for each voxel.

A distance from 0 or 1 is filed under the leading bits of its 32-bit float, which a shift finds where a logarithm would take many times
longer: 256 bins to an octave, from the smallest float up to one half. One 64-bit number for each bin keeps both how many voxels it
holds and what their dropped bits add up to. Whole numbers add up the same in any order, so the bins do not depend on who
filled them first.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

DROPPED_BITS: Final = 15
"""Of the 23 bits of a mantissa; the other eight tell bins apart."""

BINS: Final = 1 << (30 - DROPPED_BITS)
"""Enough for every distance up to one half."""

ONE: Final = 1 << 39
"""What is added for a voxel, beside its bits."""

CAPACITY: Final = 1 << 23
"""Voxels that surely fit a 64-bit number: their dropped bits stay below ``ONE``, and their sum below 2⁶³."""


class PackedBins:
    """Counts and sums of the distances of voxels, in rows of ``BINS``; a row is a flat stretch of ``packed``."""

    def __init__(self, rows: int, device: torch.device) -> None:
        self.packed = torch.zeros(rows * BINS, dtype=torch.int64, device=device)
        self._count = np.zeros(rows * BINS, dtype=np.int64)
        self._dropped = np.zeros(rows * BINS, dtype=np.int64)
        self._filed = 0

    def make_room(self, voxels: int) -> None:
        """To be called before ``voxels`` more, at most ``CAPACITY``, are added to ``packed``."""
        if self._filed + voxels > CAPACITY:
            self._unpack()
        self._filed += voxels

    def add(self, other: PackedBins) -> None:
        """Take over what other bins hold."""
        for bins in (self, other):
            bins._unpack()
        self._count[: other._count.size] += other._count
        self._dropped[: other._dropped.size] += other._dropped

    def totals(self) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Number of voxels and their mean distance, each ``(row, BINS)``; the mean of an empty bin is its lower edge."""
        self._unpack()
        edges = (np.arange(BINS + 1, dtype=np.int32) << DROPPED_BITS).view(np.float32).astype(np.float64)
        count, dropped = self._count.reshape(-1, BINS), self._dropped.reshape(-1, BINS)
        return count, edges[:-1] + np.diff(edges) * (dropped / np.maximum(count, 1) / (1 << DROPPED_BITS))

    def _unpack(self) -> None:
        packed = self.packed.cpu().numpy()
        filled = np.flatnonzero(packed)
        # A voxel added ONE and all its bits, of which its bin knows all but the dropped ones.
        each = ONE + ((filled % BINS) << DROPPED_BITS)
        count, dropped = np.divmod(packed[filled], each)
        self._count[filled] += count
        self._dropped[filled] += dropped
        self.packed.zero_()
        self._filed = 0
