"""The Confusion at every threshold, from one look at the voxels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segdiff.errors import ParameterProblem
from segdiff.evidence.confusion import Confusion

LEVELS: Final = 1000
"""Thresholds at every thousandth are counted exactly: a 32-bit probability times 1000 fits a 64-bit float without
rounding."""


@dataclass(frozen=True, eq=False)
class ThresholdCounts:
    """Voxels at or above each thousandth, inside and outside the truth.

    Args:
        inside: ``inside[k]`` voxels of the truth have a probability of at least k / LEVELS.
        outside: the same for voxels that are not of the truth.
        voxel_ml: volume of one voxel in ml, or ``None``.
    """

    inside: NDArray[np.int64]
    outside: NDArray[np.int64]
    voxel_ml: float | None = None

    @classmethod
    def of_levels(
        cls, inside: NDArray[np.int64], outside: NDArray[np.int64], voxel_ml: float | None
    ) -> ThresholdCounts:
        """From the number of voxels *in* each level, ``floor(p · LEVELS)``."""
        return cls(inside[::-1].cumsum()[::-1], outside[::-1].cumsum()[::-1], voxel_ml)

    @staticmethod
    def holds(threshold: float) -> bool:
        """Whether the counts at ``threshold`` are known exactly without another look at the voxels."""
        return 0.0 < threshold < 1.0 and abs(threshold * LEVELS - round(threshold * LEVELS)) < 1e-9

    @classmethod
    def level_of(cls, threshold: float) -> int:
        """The level that begins at a threshold.

        Raises:
            ParameterProblem: the threshold is not a thousandth between 0 and 1.
        """
        if not cls.holds(threshold):
            raise ParameterProblem(f"The threshold should be a thousandth from 0.001 to 0.999, not {threshold:g}.")
        return round(threshold * LEVELS)

    def confusion(self, threshold: float) -> Confusion:
        """The Confusion when voxels at or above ``threshold`` count as predicted.

        Raises:
            ParameterProblem: the threshold is not a thousandth between 0 and 1.
        """
        level = self.level_of(threshold)
        tp, fp = int(self.inside[level]), int(self.outside[level])
        return Confusion.of_counts(tp, fp, int(self.inside[0]) - tp, int(self.outside[0]) - fp, self.voxel_ml)
