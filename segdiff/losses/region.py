"""Losses of regions: one minus an index of overlap, with probabilities in place of yes and no."""

from __future__ import annotations

import torch
from torch import Tensor

from segdiff.evidence import SoftSums
from segdiff.metrics.overlap import NEITHER_HAS_A_VOXEL, tversky
from segdiff.metrics.power import power
from segdiff.metrics.ratio import ratio
from segdiff.registry import Alpha, Beta, Better, Exponent, Kind, Scope, Smoothing, score

PERFECT = 1.0 - NEITHER_HAS_A_VOXEL


@score(
    title="Tversky loss",
    kind=Kind.LOSS,
    better=Better.LOWER,
    definition="One minus the Tversky index; α is the cost of a false positive, β that of a miss.",
    formula="1 − TP / (TP + α·FP + β·FN)",
    source="Salehi et al. 2017, arXiv:1706.05721",
    on_labels="On hard labels it is one minus the Tversky index of the masks.",
    both_empty=PERFECT,
)
def tversky_loss(sums: SoftSums, *, alpha: Alpha = 0.3, beta: Beta = 0.7, smoothing: Smoothing = 0.0) -> Tensor:
    """One minus the Tversky index."""
    return 1.0 - tversky(sums, alpha, beta, smoothing)


@score(
    title="Dice loss",
    kind=Kind.LOSS,
    better=Better.LOWER,
    definition="One minus Dice, with the sum of both masks below.",
    formula="1 − 2·TP / (2·TP + FP + FN)",
    source="Sudre et al. 2017, arXiv:1707.03237 (two-class form); Drozdzal et al. 2016, arXiv:1608.04117",
    on_labels="On hard labels it is one minus the Dice of the masks.",
    both_empty=PERFECT,
)
def dice_loss(sums: SoftSums, *, smoothing: Smoothing = 0.0) -> Tensor:
    """One minus Dice: Tversky at α = β = ½, where a smoothing of s in Dice's form is s/2."""
    return 1.0 - tversky(sums, 0.5, 0.5, smoothing / 2.0)


@score(
    title="V-Net Dice loss",
    kind=Kind.LOSS,
    better=Better.LOWER,
    definition="Dice loss with squares below, as V-Net had it: unsure voxels weigh less than in the linear one.",
    formula="1 − 2·Σpg / (Σp² + Σg²)",
    source="Milletari et al. 2016, arXiv:1606.04797",
    on_labels="On hard labels p² is p, so it equals the Dice loss.",
    both_empty=PERFECT,
)
def vnet_dice_loss(sums: SoftSums) -> Tensor:
    """One minus Dice with squared denominators."""
    return 1.0 - ratio(2.0 * sums.tp, sums.squared_prediction + sums.squared_truth, NEITHER_HAS_A_VOXEL)


@score(
    title="IoU loss",
    kind=Kind.LOSS,
    better=Better.LOWER,
    definition="One minus the intersection over the union.",
    formula="1 − TP / (TP + FP + FN)",
    source="Rahman & Wang 2016, doi:10.1007/978-3-319-50835-1_22",
    on_labels="On hard labels it is one minus the IoU of the masks.",
    both_empty=PERFECT,
)
def iou_loss(sums: SoftSums, *, smoothing: Smoothing = 0.0) -> Tensor:
    """One minus IoU: Tversky at α = β = 1."""
    return 1.0 - tversky(sums, 1.0, 1.0, smoothing)


@score(
    title="Focal Tversky loss",
    kind=Kind.LOSS,
    better=Better.LOWER,
    definition="The Tversky loss to a power: above 1 hard cases weigh more, below 1 (the published 0.75) easy ones do.",
    formula="(1 − T)^e",
    source="Abraham & Khan 2018, arXiv:1810.07842 (e = 1/γ = 0.75)",
    on_labels="On hard labels it is a power of one minus the Tversky index of the masks.",
    both_empty=PERFECT,
)
def focal_tversky_loss(
    sums: SoftSums, *, alpha: Alpha = 0.3, beta: Beta = 0.7, exponent: Exponent = 0.75, smoothing: Smoothing = 0.0
) -> Tensor:
    """The Tversky loss to the power e. Rounding may leave it a hair below 0, which has no power; that counts as 0."""
    return power(tversky_loss(sums, alpha=alpha, beta=beta, smoothing=smoothing).clamp(min=0.0), exponent)


@score(
    title="Generalised Dice loss",
    kind=Kind.LOSS,
    better=Better.LOWER,
    scope=Scope.OVERALL,
    definition="One Dice loss over all labels and the background, each weighted by one over its squared volume.",
    formula="1 − 2·Σ w·Σpg / Σ w·Σ(p + g),  w = 1/(Σg)²",
    source=(
        "Sudre et al. 2017, arXiv:1707.03237; a label absent from the truth takes the largest weight of those present"
    ),
    on_labels="On hard labels it is the generalised Dice loss of the masks.",
    both_empty=PERFECT,
)
def generalized_dice_loss(sums: SoftSums) -> Tensor:
    """Over the class axis, which holds the background too. Returns ``(sample,)``."""
    present = sums.truth > 0
    weight = torch.where(present, sums.truth, torch.full_like(sums.truth, torch.inf)).pow(-2.0)
    largest = weight.amax(dim=1, keepdim=True)
    weight = torch.where(present, weight, torch.where(largest > 0, largest, torch.ones_like(largest)))
    shared = (weight * sums.tp).sum(dim=1)
    both = (weight * (2.0 * sums.tp + sums.fp + sums.fn)).sum(dim=1)
    return 1.0 - ratio(2.0 * shared, both, NEITHER_HAS_A_VOXEL)
