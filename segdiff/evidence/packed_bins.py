"""Bins that are filled by one addition for each voxel.

A distance from 0 or 1 is filed under the leading bits of its floating-point number, which a shift finds where a
logarithm would take many times longer: 256 bins to an octave, from one half down to the smallest 32-bit float. One
whole number for each bin keeps both how many voxels it holds and what the bits below the leading ones add up to. Whole
numbers add up the same in any order, so the bins do not depend on who filled them first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import reduce
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray

SCALE: Final = 2.0**-895
"""Distances are multiplied by this first, which is exact. The smallest that a 32-bit float can hold then have the
smallest exponent of a 64-bit one, so that bins start at 0."""

UNUSED_BITS: Final = 24
"""Of 64. What remains is the exponent and 28 bits of the mantissa, four more than a 32-bit float has."""

LOWER_BITS: Final = 20
"""Of those 28; the other eight tell bins apart."""

BINS: Final = 1 << 15
"""Enough for every distance up to one half."""

ONE: Final = 1 << 41
"""What is added to a bin for a voxel, beside the voxel's bits."""

CAPACITY: Final = 1 << 21
"""Voxels that fit: their lower bits stay below ``ONE``, and all they add below 2⁶³."""


class PackedBins:
    """Rows of ``BINS``, one after another in ``packed``, which is for others to fill."""

    def __init__(self, rows: int, device: torch.device) -> None:
        self.packed = torch.zeros(rows * BINS, dtype=torch.int64, device=device)
        self._totals = np.zeros((2, rows * BINS), dtype=np.int64)
        self._held = 0

    def make_room(self, voxels: int) -> None:
        """To be called before ``voxels``, at most ``CAPACITY``, are added to ``packed``."""
        if self._held + voxels > CAPACITY:
            self._unpack()
        self._held += voxels

    def totals(self) -> NDArray[np.int64]:
        """Number of voxels and sum of their lower bits in each bin, ``(2, row · BINS)``."""
        self._unpack()
        return self._totals

    def _unpack(self) -> None:
        packed = self.packed.cpu().numpy()
        filled = np.flatnonzero(packed)
        # A voxel added ONE and all of its bits, of which its bin knows all but the lower ones.
        known = ONE + ((filled % BINS) << LOWER_BITS)
        count = packed[filled] // known
        self._totals[:, filled] += count, packed[filled] - count * known
        self.packed.zero_()
        self._held = 0


@dataclass(frozen=True, eq=False)
class FilledBins:
    """The bins that hold a voxel: for each its row, its number of voxels and their mean distance."""

    row: NDArray[np.int64]
    voxels: NDArray[np.int64]
    distance: NDArray[np.float64]

    @classmethod
    def of(cls, parts: Sequence[PackedBins]) -> FilledBins:
        """What several hold together."""
        totals = [part.totals() for part in parts]
        filled = np.flatnonzero(reduce(np.logical_or, (voxels > 0 for voxels, _ in totals)))
        row, key = np.divmod(filled, BINS)
        voxels, lower_bits = np.sum([total[:, filled] for total in totals], axis=0)
        edges = np.stack([key, key + 1]) << (LOWER_BITS + UNUSED_BITS)
        low, high = edges.view(np.float64) / SCALE
        return cls(row, voxels, low + (high - low) * (lower_bits / voxels / (1 << LOWER_BITS)))

    def __add__(self, other: FilledBins) -> FilledBins:
        """These bins and those of another, side by side."""
        return FilledBins(*(np.concatenate([getattr(self, f.name), getattr(other, f.name)]) for f in fields(self)))
