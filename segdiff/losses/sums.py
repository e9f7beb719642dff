"""Losses that are the sum of two others."""

from __future__ import annotations

from torch import Tensor

from segdiff.evidence import Evidence, ProbabilityHistogram, SoftSums
from segdiff.losses.region import dice_loss, tversky_loss
from segdiff.losses.voxelwise import binary_cross_entropy, focal_loss
from segdiff.registry import Alpha, Beta, Better, FocalAlpha, Gamma, Kind, Smoothing, score


@score(
    title="BCE + Dice",
    kind=Kind.LOSS,
    better=Better.LOWER,
    definition="Binary cross-entropy plus Dice loss, each with weight 1.",
    formula="BCE + Dice loss",
    source="Isensee et al. 2021, doi:10.1038/s41592-020-01008-z (cross-entropy plus Dice)",
    on_labels="On hard labels the first part is 16.12 times the share of wrong voxels, the second one minus Dice.",
    terms=("binary_cross_entropy", "dice_loss"),
)
def bce_dice_loss(sums: SoftSums, *, smoothing: Smoothing = 0.0) -> Tensor:
    """The sum of the two."""
    return binary_cross_entropy(sums) + dice_loss(sums, smoothing=smoothing)


@score(
    title="Focal + Tversky",
    kind=Kind.LOSS,
    better=Better.LOWER,
    definition="Focal loss plus Tversky loss, each with weight 1; not the focal Tversky loss, which is a power.",
    formula="focal loss + Tversky loss",
    source="Lin et al. 2017, arXiv:1708.02002; Salehi et al. 2017, arXiv:1706.05721",
    on_labels="On hard labels the first part counts wrong voxels, the second is one minus the Tversky index.",
    terms=("focal_loss", "tversky_loss"),
)
def focal_plus_tversky_loss(
    evidence: Evidence,
    *,
    alpha: Alpha = 0.3,
    beta: Beta = 0.7,
    gamma: Gamma = 2.0,
    focal_alpha: FocalAlpha = 0.25,
    smoothing: Smoothing = 0.0,
) -> Tensor:
    """The sum of the two."""
    focal = focal_loss(evidence.of(ProbabilityHistogram), gamma=gamma, focal_alpha=focal_alpha)
    return focal + tversky_loss(evidence.of(SoftSums), alpha=alpha, beta=beta, smoothing=smoothing)
