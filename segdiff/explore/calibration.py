"""Whether the probabilities of a map mean what they say."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segdiff.evidence import LEVELS, Evidence, the_only
from segdiff.explore.arguments import check_bins
from segdiff.explore.masses import mass_of_lowest


@dataclass(frozen=True, eq=False)
class Reliability:
    """A reliability diagram: of the voxels given about p, which share is of the truth.

    Args:
        edges: of the bins, from 0 to 1; one more than there are bins.
        voxels: how many voxels each bin holds; exact.
        confidence: their mean probability, NaN in an empty bin.
        frequency: which share of them is of the truth, NaN in an empty bin; exact.
        brier: mean of (p − g)² over all voxels; exact.
        calibration_error: Σ voxels·|confidence − frequency| / N, known as ECE.

    Resolution: how many voxels lie below an edge is known exactly, but of those within 1/256 of it only their mean is,
    so a mean probability is right to 1/256, and most often far better.
    """

    edges: NDArray[np.float64]
    voxels: NDArray[np.int64]
    confidence: NDArray[np.float64]
    frequency: NDArray[np.float64]
    brier: float
    calibration_error: float


def reliability(evidence: Evidence, bins: int = 10) -> Reliability | None:
    """The reliability diagram of a probability map; ``None`` for hard labels, which give no probability.

    Args:
        evidence: of one label in one sample.
        bins: of equal width; a number that divides 1000, so that counts at the edges are exact.

    Raises:
        ParameterProblem: it does not.

    Source: Brier 1950 for the score; Naeini et al. 2015 and Guo et al. 2017, arXiv:1706.04599, for the error.
    """
    check_bins(bins)
    if evidence.thresholds is None:
        return None
    edges = np.arange(bins + 1) / bins
    reached = np.arange(bins) * (LEVELS // bins)
    inside, outside = (
        -np.diff(counts[reached], append=0) for counts in (evidence.thresholds.inside, evidence.thresholds.outside)
    )
    voxels = inside + outside
    below_inside, below_outside = (np.append(0, side.cumsum()) for side in (inside, outside))
    mass = np.diff(
        mass_of_lowest(evidence.histogram.inside, "right", below_inside)
        + mass_of_lowest(evidence.histogram.outside, "wrong", below_outside)
    )
    has = voxels > 0
    confidence = np.divide(mass, voxels, out=np.full(bins, np.nan), where=has)
    confidence = np.clip(confidence, edges[:-1], edges[1:])
    frequency = np.divide(inside, voxels, out=np.full(bins, np.nan), where=has)
    gap = np.where(has, np.abs(confidence - frequency), 0.0)
    error = float((voxels * gap).sum() / voxels.sum())
    return Reliability(edges, voxels, confidence, frequency, brier_score(evidence), error)


def brier_score(evidence: Evidence) -> float:
    """Mean of (p − g)², from Σp², Σpg and Σg²."""
    sums = evidence.sums
    squares = sums.squared_prediction - 2.0 * sums.tp + sums.squared_truth
    return the_only(squares / sums.voxels)
