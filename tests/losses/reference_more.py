"""The slow, obvious twins of the losses that are not in the score table, in numpy float64.

Like ``tests/reference.py``: it imports nothing from segdiff, and every function is one formula as its source prints
it, for the probabilities ``p`` and the truth ``g`` of one region, or of all classes of one sample. At the end
:func:`value` applies them to arrays ``(batch, class, *spatial)`` under segdiff's own convention.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from tests import reference
from tests.reference import FLOOR, Array, nats, total


def lovasz(errors: Array, g: Array) -> float:
    """Errors from the largest down, each times what the IoU loses when one more voxel is wrong.

    Berman et al. 2018, arXiv:1705.08790, algorithm 1, written with sets instead of sums: the Jaccard loss of the
    voxels that are wrong so far.
    """
    order = np.argsort(-errors.ravel(), kind="stable")
    truth = {int(i) for i in np.flatnonzero(g.ravel())}
    wrong: set[int] = set()
    found, before = 0.0, 0.0
    for voxel in order:
        wrong.add(int(voxel))
        either = truth | wrong
        loss = len(wrong) / len(either) if either else 0.0
        found += float(errors.ravel()[voxel]) * (loss - before)
        before = loss
    return found


def lovasz_softmax_loss(p: Array, g: Array) -> float:
    """Of the distances |p - g|."""
    return lovasz(np.abs(p - g), g)


def lovasz_hinge_loss(p: Array, g: Array) -> float:
    """Of the hinge max(0, 1 - x(2g - 1)) of the logit x. Yu & Blaschko 2015."""
    kept = np.clip(p, FLOOR, 1 - FLOOR)
    logit = np.log(kept / (1 - kept))
    return lovasz(np.maximum(0.0, 1 - logit * (2 * g - 1)), g)


def log_cosh_dice_loss(p: Array, g: Array, *, smoothing: float = 0.0) -> float:
    """ln cosh(1 - Dice). Jadon 2020, arXiv:2006.14822."""
    return math.log(math.cosh(reference.dice_loss(p, g, smoothing=smoothing)))


def log_dice_loss(p: Array, g: Array, *, smoothing: float = 0.0) -> float:
    """-ln Dice, Dice being at least 1e-7."""
    return -math.log(max(FLOOR, reference.dice(p, g, smoothing=smoothing)))


def weighted_cross_entropy(p: Array, g: Array, *, positive_share: float) -> float:
    """Mean of -w g ln p - (1-w)(1-g) ln(1-p)."""
    costs = positive_share * g * nats(p) + (1 - positive_share) * (1 - g) * nats(1 - p)
    return total(costs) / g.size


def asymmetric_focal_tversky_loss(
    p: Array, g: Array, *, alpha: float = 0.4, beta: float = 0.6, exponent: float = 0.5
) -> list[float]:
    """1 - T of the background, (1 - T)^e of each label, of one sample, without classes neither side has. Yeung 2022."""
    p, g = reference.with_background(p), reference.with_background(g)
    found = []
    for label, (p_l, g_l) in enumerate(zip(p, g, strict=True)):
        if not reference.counts(p_l, g_l).both_empty:
            plain = max(0.0, reference.tversky_loss(p_l, g_l, alpha=alpha, beta=beta))
            found.append(plain if label == 0 else plain**exponent)
    return found


def asymmetric_focal_loss(p: Array, g: Array, *, miss_share: float, gamma: float) -> float:
    """Mean over voxels of -(1-d)(1-p)^gamma ln p in the background and -d ln p elsewhere, p of the true class."""
    p, g = reference.with_background(p), reference.with_background(g)
    background = (1 - miss_share) * g[0] * (1 - p[0]) ** gamma * nats(p[0])
    labels = miss_share * g[1:] * nats(p[1:])
    return (total(background) + total(labels)) / g[0].size


def combo_loss(p: Array, g: Array, **chosen: float) -> float:
    """Share of weighted cross-entropy, rest of Dice loss, of arrays (batch, class, *spatial). Taghanaki 2019."""
    share, positive_share = chosen.get("share", 0.5), chosen.get("positive_share", 0.5)
    regions = [weighted_cross_entropy(p[r], g[r], positive_share=positive_share) for r in np.ndindex(p.shape[:2])]
    dice = reference.value("dice_loss", p, g, smoothing=chosen.get("smoothing", 0.0))
    return share * float(np.mean(regions)) + (1 - share) * dice


def unified_focal_loss(p: Array, g: Array, *, share: float = 0.5, miss_share: float = 0.6, gamma: float = 0.5) -> float:
    """Share of the asymmetric focal loss, rest of the asymmetric focal Tversky loss. Yeung et al. 2022."""
    voxels = [asymmetric_focal_loss(p[i], g[i], miss_share=miss_share, gamma=gamma) for i in range(len(p))]
    regions = mean_of_samples(p, g, alpha=1 - miss_share, beta=miss_share, exponent=1 - gamma)
    return share * float(np.mean(voxels)) + (1 - share) * regions


def mean_of_samples(p: Array, g: Array, **chosen: float) -> float:
    """The asymmetric focal Tversky loss over a batch."""
    found = [number for i in range(len(p)) for number in asymmetric_focal_tversky_loss(p[i], g[i], **chosen)]
    return float(np.mean(found))


def top_k_cross_entropy(p: Array, g: Array, *, hardest: float = 0.1) -> float:
    """The mean of the dearest voxels of a batch, rounded down to whole voxels, at least one. Wu et al. 2016."""
    p, g = reference.with_background(p, axis=1), reference.with_background(g, axis=1)
    costs = np.sort((g * nats(p)).sum(axis=1).ravel())[::-1]
    return float(costs[: max(1, math.floor(hardest * costs.size))].mean())


PER_REGION: dict[str, Callable[..., float]] = {
    f.__name__: f for f in (lovasz_softmax_loss, lovasz_hinge_loss, log_cosh_dice_loss, log_dice_loss)
}
OF_A_BATCH: dict[str, Callable[..., float]] = {
    "combo_loss": combo_loss,
    "unified_focal_loss": unified_focal_loss,
    "asymmetric_focal_tversky_loss": mean_of_samples,
    "top_k_cross_entropy": top_k_cross_entropy,
}


def value(loss: str, p: Array, g: Array, **chosen: Any) -> float:
    """One number for a batch, under segdiff's convention."""
    if loss in OF_A_BATCH:
        return OF_A_BATCH[loss](p, g, **chosen)
    counted = reference.regions_that_count(p, g)
    found = [PER_REGION[loss](p[region], g[region], **chosen) for region in np.ndindex(p.shape[:2]) if counted[region]]
    return float(np.mean(found))
