"""Indexes of overlap: how much of two regions they share.

They take anything that has TP, FP and FN: hard counts give the index of two masks, soft sums that of a probability map.
Where neither truth nor prediction has a voxel all of them are 0/0; by segdiff's rule that counts as 1, and is said to.
"""

from __future__ import annotations

from typing import Protocol

from torch import Tensor

from segdiff.evidence import Confusion
from segdiff.metrics.ratio import ratio
from segdiff.registry import Alpha, Beta, BetaSquared, Better, Kind, Smoothing, score

NEITHER_HAS_A_VOXEL = 1.0


class Overlap(Protocol):
    """Hard counts or soft sums, ``(sample, class)``."""

    @property
    def tp(self) -> Tensor: ...  # noqa: D102
    @property
    def fp(self) -> Tensor: ...  # noqa: D102
    @property
    def fn(self) -> Tensor: ...  # noqa: D102


def tversky(overlap: Overlap, alpha: float, beta: float, smoothing: float = 0.0) -> Tensor:
    """(TP + s) / (TP + α·FP + β·FN + s), the index all others here are cases of.

    Args:
        overlap: counts or sums.
        alpha: what one false positive costs.
        beta: what one miss costs.
        smoothing: s, added above and below.

    Source: Tversky 1977, Psychological Review 84(4); Salehi et al. 2017, arXiv:1706.05721 (α on FP, β on FN).
    """
    shared = overlap.tp + smoothing
    # With a cost of 0 the denominator can vanish although one of the two regions is not empty; then nothing is shared.
    is_neither = (overlap.fp + overlap.fn == 0).to(shared.dtype)
    return ratio(shared, shared + alpha * overlap.fp + beta * overlap.fn, NEITHER_HAS_A_VOXEL * is_neither)


def is_empty(overlap: Overlap) -> Tensor:
    """Where neither truth nor prediction has a voxel."""
    return (overlap.tp == 0) & (overlap.fp == 0) & (overlap.fn == 0)


@score(
    title="Dice",
    kind=Kind.METRIC,
    better=Better.HIGHER,
    definition="Twice the shared voxels over the voxels of both masks: 1 is a perfect match, 0 no overlap.",
    formula="2·TP / (2·TP + FP + FN)",
    source="Dice 1945, Ecology 26(3)",
    both_empty=NEITHER_HAS_A_VOXEL,
)
def dice(counts: Confusion, *, smoothing: Smoothing = 0.0) -> Tensor:
    """Dice is Tversky at α = β = ½; a smoothing of s in Dice's form is s/2 in Tversky's."""
    return tversky(counts, 0.5, 0.5, smoothing / 2.0)


@score(
    title="IoU",
    kind=Kind.METRIC,
    better=Better.HIGHER,
    definition="Shared voxels over the voxels of either mask, also called the Jaccard index.",
    formula="TP / (TP + FP + FN)",
    source="Jaccard 1912, New Phytologist 11(2)",
    both_empty=NEITHER_HAS_A_VOXEL,
)
def iou(counts: Confusion, *, smoothing: Smoothing = 0.0) -> Tensor:
    """IoU is Tversky at α = β = 1."""
    return tversky(counts, 1.0, 1.0, smoothing)


@score(
    title="Tversky index",
    kind=Kind.METRIC,
    better=Better.HIGHER,
    definition="Found voxels over found voxels plus what the invented and the missed ones cost.",
    formula="TP / (TP + α·FP + β·FN)",
    source="Tversky 1977, Psychological Review 84(4); Salehi et al. 2017, arXiv:1706.05721",
    both_empty=NEITHER_HAS_A_VOXEL,
)
def tversky_index(counts: Confusion, *, alpha: Alpha = 0.3, beta: Beta = 0.7, smoothing: Smoothing = 0.0) -> Tensor:
    """Tversky with the chosen costs."""
    return tversky(counts, alpha, beta, smoothing)


@score(
    title="F-β",
    kind=Kind.METRIC,
    better=Better.HIGHER,
    definition="Mean of precision and recall in which recall counts β² times as much; β² = 1 is Dice, β² = 4 is F2.",
    formula="(1+β²)·TP / ((1+β²)·TP + FP + β²·FN)",
    source="van Rijsbergen 1979, Information Retrieval",
    both_empty=NEITHER_HAS_A_VOXEL,
)
def f_beta(counts: Confusion, *, beta_squared: BetaSquared = 1.0) -> Tensor:
    """F-β is Tversky at α = 1/(1+β²), β = β²/(1+β²)."""
    recall_share = beta_squared / (1.0 + beta_squared)
    return tversky(counts, 1.0 - recall_share, recall_share)
