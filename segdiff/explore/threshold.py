"""The threshold that serves given costs best."""

from __future__ import annotations

import numpy as np

from segdiff.evidence import LEVELS, ThresholdCounts


def best_threshold(counts: ThresholdCounts, alpha: float, beta: float) -> float | None:
    """The threshold, in thousandths, with the highest Tversky index; ``None`` where the truth is empty.

    Among equals the one nearest to one half is taken. The index of every threshold follows from the cumulative counts:
    TP(τ) / (TP(τ) + α·FP(τ) + β·(P − TP(τ))), P being the voxels of the truth.
    """
    tp, fp = counts.inside[1:].astype(float), counts.outside[1:].astype(float)
    positives = float(counts.inside[0])
    if positives == 0.0:
        return None
    below = tp + alpha * fp + beta * (positives - tp)
    index = np.divide(tp, below, out=np.zeros_like(tp), where=below > 0)
    thresholds = np.arange(1, LEVELS) / LEVELS
    best = np.flatnonzero(index == index.max())
    return float(thresholds[best[np.abs(thresholds[best] - 0.5).argmin()]])
