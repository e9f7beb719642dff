"""Shares of one margin of the confusion matrix."""

from __future__ import annotations

from torch import Tensor

from segdiff.evidence import Confusion
from segdiff.metrics.ratio import ratio
from segdiff.registry import Better, Kind, score


@score(
    title="Precision",
    kind=Kind.METRIC,
    better=Better.HIGHER,
    definition="Of the voxels predicted, the share that is right.",
    formula="TP / (TP + FP)",
    source="van Rijsbergen 1979, Information Retrieval",
    undefined="nothing was predicted",
)
def precision(counts: Confusion) -> Tensor:
    """Positive predictive value; Tversky at α = 1, β = 0."""
    return ratio(counts.tp, counts.tp + counts.fp)


@score(
    title="Recall",
    kind=Kind.METRIC,
    better=Better.HIGHER,
    definition="Of the voxels of the truth, the share that was found; also called sensitivity.",
    formula="TP / (TP + FN)",
    source="van Rijsbergen 1979, Information Retrieval",
    undefined="the truth is empty",
)
def recall(counts: Confusion) -> Tensor:
    """Sensitivity, true-positive rate; Tversky at α = 0, β = 1."""
    return ratio(counts.tp, counts.tp + counts.fn)


@score(
    title="Specificity",
    kind=Kind.METRIC,
    better=Better.HIGHER,
    definition="Of the background, the share that was left alone; close to 1 whenever the background is large.",
    formula="TN / (TN + FP)",
    source="Yerushalmy 1947, Public Health Reports 62(40)",
    undefined="the truth has no background",
)
def specificity(counts: Confusion) -> Tensor:
    """True-negative rate."""
    return ratio(counts.tn, counts.tn + counts.fp)
