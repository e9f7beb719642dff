"""What fixing an error region would gain, from counts alone: as costs move, nothing is measured."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from segdiff.data import Outcome
from segdiff.evidence import Confusion
from segdiff.metrics.overlap import tversky


def gains(
    counts: tuple[int, int, int], outcomes: NDArray[np.uint8], sizes: NDArray[np.int64], alpha: float, beta: float
) -> NDArray[np.float64]:
    """How much the Tversky index would rise if one region alone were put right.

    False positives taken away leave FP smaller; misses found move from FN to TP.

    Args:
        counts: TP, FP and FN as they are.
        outcomes: of each region, false positive or false negative.
        sizes: of each region, in voxels.
        alpha: cost of a false positive.
        beta: cost of a miss.

    Returns:
        The rise for each region, in its place.
    """
    invented = np.where(outcomes == Outcome.FALSE_POSITIVE, sizes, 0)
    missed = np.where(outcomes == Outcome.FALSE_NEGATIVE, sizes, 0)
    tp, fp, fn = counts

    def index(true: NDArray[np.int64], false: NDArray[np.int64], left: NDArray[np.int64]) -> NDArray[np.float64]:
        found, wrong, missing = (torch.from_numpy(count.astype(np.float64))[None] for count in (true, false, left))
        confusion = Confusion(found, wrong, missing, torch.zeros_like(found))
        value: NDArray[np.float64] = tversky(confusion, alpha, beta)[0].numpy()
        return value

    now = index(*(np.array([count]) for count in counts))
    return index(tp + missed, fp - invented, fn - missed) - now
