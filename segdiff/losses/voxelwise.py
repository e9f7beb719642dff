"""Losses that are a mean over voxels."""

from __future__ import annotations

from torch import Tensor

from segdiff.evidence import CLIP, Bins, ProbabilityHistogram, SoftSums
from segdiff.metrics.power import power
from segdiff.metrics.ratio import ratio
from segdiff.registry import Better, FocalAlpha, Gamma, Kind, Scope, score

_HARD_COST = "On hard labels every wrong voxel costs −ln 10⁻⁷ = 16.12, so it is 16.12 times the share of wrong voxels"


@score(
    title="BCE",
    kind=Kind.LOSS,
    better=Better.LOWER,
    definition="Binary cross-entropy: the mean surprise, −ln of the probability given to what is there.",
    formula="mean of −g·ln p − (1−g)·ln(1−p)",
    source="Good 1952, J. R. Stat. Soc. B 14(1); probabilities clipped at 10⁻⁷",
    on_labels=f"{_HARD_COST}.",
    pixelwise=True,
)
def binary_cross_entropy(sums: SoftSums) -> Tensor:
    """Mean over all voxels, background included."""
    return ratio(sums.cross_entropy_inside + sums.cross_entropy_outside, sums.voxels)


@score(
    title="Cross-entropy",
    kind=Kind.LOSS,
    better=Better.LOWER,
    scope=Scope.OVERALL,
    definition=(
        "Mean over voxels of −ln of the probability given to the voxel's true label, the background being one of them."
    ),
    formula="mean of −ln p(true label)",
    source="Good 1952, J. R. Stat. Soc. B 14(1); probabilities clipped at 10⁻⁷",
    on_labels=f"{_HARD_COST}, whichever label they were given.",
    pixelwise=True,
)
def cross_entropy(sums: SoftSums) -> Tensor:
    """Over the class axis, background included: each voxel counts once, under its true label. ``(sample,)``."""
    return ratio(sums.cross_entropy_inside.sum(dim=1), sums.truth.sum(dim=1))


@score(
    title="Focal loss",
    kind=Kind.LOSS,
    better=Better.LOWER,
    definition=(
        "Cross-entropy in which voxels already nearly right count little: each is weighed by (1 − p of "
        "what is there)^γ."
    ),
    formula="mean of −α₊·(1−p)^γ·ln p inside, −(1−α₊)·p^γ·ln(1−p) outside",
    source="Lin et al. 2017, arXiv:1708.02002; mean over voxels, probabilities clipped at 10⁻⁷",
    on_labels=f"{_HARD_COST}, weighed by α₊ for misses and 1 − α₊ for false positives.",
    pixelwise=True,
)
def focal_loss(histogram: ProbabilityHistogram, *, gamma: Gamma = 2.0, focal_alpha: FocalAlpha = 0.25) -> Tensor:
    """Mean over all voxels, background included."""
    inside, outside = (_focal_sum(side, gamma) for side in (histogram.inside, histogram.outside))
    return ratio(focal_alpha * inside + (1.0 - focal_alpha) * outside, histogram.voxels)


def _focal_sum(bins: Bins, gamma: float) -> Tensor:
    """Σ −(1−p)^γ·ln p over the voxels of one side of the truth, p being the probability given to what is there."""
    return 0.0 - (bins.count * power(bins.wrong, gamma) * bins.right.clamp(min=CLIP).log()).sum(dim=-1)
