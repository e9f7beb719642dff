"""Where to cut a probability map: scores at every threshold, the best one, and what calibration would make of it.

Everything follows from :class:`~segdiff.evidence.ThresholdCounts`, whose counts are exact at each thousandth. Between
two thousandths nothing is known, so a best threshold is right to ± 0.001.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segdiff.errors import ParameterProblem
from segdiff.evidence import LEVELS, ThresholdCounts
from segdiff.explore.arguments import check_costs

THRESHOLDS = np.arange(1, LEVELS) / LEVELS
"""Every threshold that is known, 0.001 to 0.999."""


@dataclass(frozen=True, eq=False)
class ThresholdCurves:
    """Scores at each of ``THRESHOLDS``; NaN where a score is 0/0.

    Args:
        index: the Tversky index at the costs asked for.
        precision: TP / (TP + FP).
        recall: TP / (TP + FN).
        specificity: TN / (TN + FP).
        dice: the Tversky index at α = β = ½.
    """

    index: NDArray[np.float64]
    precision: NDArray[np.float64]
    recall: NDArray[np.float64]
    specificity: NDArray[np.float64]
    dice: NDArray[np.float64]


@dataclass(frozen=True)
class Cut:
    """The best threshold for given costs, and the one that theory names.

    Args:
        best: the threshold with the highest index, to ± 0.001.
        index: T*, the index there.
        theoretical: τ* = α·T*/(1 + (α + β − 1)·T*), where a calibrated map has its best threshold.
    """

    best: float
    index: float
    theoretical: float


@dataclass(frozen=True, eq=False)
class OperatingCurve:
    """A curve that a threshold runs along, and the area under it.

    Args:
        x: recall of a precision–recall curve, false-positive rate of a ROC.
        y: precision, or true-positive rate.
        area: average precision Σ (R_k − R_{k−1})·P_k, or the area under the ROC by trapezes; NaN where undefined.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    area: float


@dataclass(frozen=True, eq=False)
class ThresholdMap:
    """The index at each threshold (row, ``thresholds``) and each α on α + β = 1 (column, ``alphas``).

    ``best`` is the best threshold of each α, as :func:`best_threshold` finds it.
    """

    thresholds: NDArray[np.float64]
    alphas: NDArray[np.float64]
    index: NDArray[np.float64]
    best: NDArray[np.float64]


def threshold_curves(counts: ThresholdCounts, alpha: float, beta: float) -> ThresholdCurves:
    """Scores at every threshold, from the cumulative counts alone.

    Raises:
        ParameterProblem: a cost is not a finite number from 0 up.
    """
    check_costs(alpha, beta)
    tp, fp, positives, negatives = _counts(counts)
    return ThresholdCurves(
        index=_index(tp, fp, positives, alpha, beta),
        precision=_ratio(tp, tp + fp),
        recall=_ratio(tp, np.full_like(tp, positives)),
        specificity=_ratio(negatives - fp, np.full_like(fp, negatives)),
        dice=_index(tp, fp, positives, 0.5, 0.5),
    )


def best_threshold(counts: ThresholdCounts, alpha: float, beta: float) -> float | None:
    """The threshold, in thousandths, with the highest Tversky index; ``None`` where the truth is empty.

    Among equals the one nearest to one half is taken. The index of every threshold follows from the cumulative counts:
    TP(τ) / (TP(τ) + α·FP(τ) + β·(P − TP(τ))), P being the voxels of the truth.

    Raises:
        ParameterProblem: a cost is not a finite number from 0 up.
    """
    cut = best_cut(counts, alpha, beta)
    return None if cut is None else cut.best


def best_cut(counts: ThresholdCounts, alpha: float, beta: float) -> Cut | None:
    """The best threshold, its index, and the threshold that theory names; ``None`` where the truth is empty.

    Raises:
        ParameterProblem: a cost is not a finite number from 0 up.
    """
    check_costs(alpha, beta)
    tp, fp, positives, _ = _counts(counts)
    if positives == 0.0:
        return None
    index = _index(tp, fp, positives, alpha, beta)
    at = _best_of(index)
    return Cut(float(THRESHOLDS[at]), float(index[at]), theoretical_threshold(float(index[at]), alpha, beta))


def theoretical_threshold(index: float, alpha: float, beta: float) -> float:
    """τ*, the threshold at which a calibrated map reaches its best index T*.

    A voxel of probability p is worth taking as long as what it may find is worth more than what it may invent:
    p·(1 − T*·(1 − α − β)) > α·T*. It never exceeds α/(α + β). For Dice it is half the Dice.
    Where errors cost nothing one threshold is as good as another; then it is 0.

    Source: Lipton et al. 2014, arXiv:1402.1892, for Dice; by Dinkelbach's argument for any costs.

    Args:
        index: T*, the best Tversky index that the map reaches.
        alpha: cost of a false positive.
        beta: cost of a miss.
    """
    return alpha * index / (1.0 + (alpha + beta - 1.0) * index) if alpha > 0.0 else 0.0


def threshold_map(counts: ThresholdCounts, alphas: NDArray[np.float64], step: int = 10) -> ThresholdMap:
    """The index at thresholds ``step`` thousandths apart and at costs along α + β = 1.

    Args:
        counts: of one label in one sample.
        alphas: one or more, from 0 to 1.
        step: from 1 up.

    Raises:
        ParameterProblem: there is no α, one is outside its range, or the step is.
    """
    alphas = np.asarray(alphas, dtype=float)
    if alphas.ndim != 1 or alphas.size == 0 or step < 1:
        raise ParameterProblem("A map of thresholds needs one or more α in a row, and a step from 1 up.")
    check_costs(alphas, 1.0 - alphas)
    tp, fp, positives, _ = _counts(counts)
    table = np.stack([_index(tp, fp, positives, alpha, 1.0 - alpha) for alpha in alphas], axis=1)
    shown = slice(step - 1, None, step)
    best = THRESHOLDS[[_best_of(column) for column in table.T]]
    return ThresholdMap(THRESHOLDS[shown], alphas, table[shown], best)


def precision_recall(counts: ThresholdCounts) -> OperatingCurve:
    """Precision against recall, from the highest threshold to the lowest, with the average precision as its area."""
    tp, fp, positives, _ = _counts(counts)
    tp, fp = tp[::-1], fp[::-1]
    some = (tp + fp) > 0
    recall, precision = _ratio(tp, np.full_like(tp, positives))[some], _ratio(tp, tp + fp)[some]
    # At a threshold of 0 everything is taken; that point closes the curve.
    total = positives + float(counts.outside[0])
    recall = np.append(recall, 1.0 if positives else np.nan)
    precision = np.append(precision, positives / total if total else np.nan)
    area = float((np.diff(recall, prepend=0.0) * precision).sum()) if positives else float("nan")
    return OperatingCurve(recall, precision, area)


def receiver_operating(counts: ThresholdCounts) -> OperatingCurve:
    """True-positive rate against false-positive rate, from the highest threshold to the lowest."""
    inside, outside = counts.inside[::-1].astype(float), counts.outside[::-1].astype(float)
    if inside[-1] == 0 or outside[-1] == 0:
        return OperatingCurve(np.array([]), np.array([]), float("nan"))
    y, x = np.append(0.0, inside / inside[-1]), np.append(0.0, outside / outside[-1])
    return OperatingCurve(x, y, float(np.trapezoid(y, x)))


def _counts(counts: ThresholdCounts) -> tuple[NDArray[np.float64], NDArray[np.float64], float, float]:
    """TP and FP at each threshold; voxels of the truth and others."""
    tp, fp = counts.inside[1:].astype(float), counts.outside[1:].astype(float)
    return tp, fp, float(counts.inside[0]), float(counts.outside[0])


def _index(
    tp: NDArray[np.float64], fp: NDArray[np.float64], positives: float, alpha: float, beta: float
) -> NDArray[np.float64]:
    below = tp + alpha * fp + beta * (positives - tp)
    return np.divide(tp, below, out=np.zeros_like(tp), where=below > 0)


def _best_of(index: NDArray[np.float64]) -> int:
    """Where an index is highest; among equals, at the threshold nearest to one half."""
    best = np.flatnonzero(index == index.max())
    return int(best[np.abs(THRESHOLDS[best] - 0.5).argmin()])


def _ratio(above: NDArray[np.float64], below: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.divide(above, below, out=np.full_like(above, np.nan), where=below > 0)
