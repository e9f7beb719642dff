"""What each loss does, in words: its gradient, what imbalance does to it, and what it makes of empty masks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Lore:
    """What to know of a loss besides its formula.

    Args:
        gradient: by the probability of a voxel, and what it looks like.
        imbalance: what happens as the target shrinks, found and invented shares of voxels being kept.
        empty: what is returned where truth, prediction or both are empty, in segdiff's own convention.
    """

    gradient: str
    imbalance: str
    empty: str


_REGION_EMPTY: Final = "Both empty: 0, by rule, and left out of means. Only one empty: 1."
_REGION_IMBALANCE: Final = (
    "True negatives play no part, but invented voxels do: with the same shares found and invented, it rises as the "
    "target shrinks."
)
_VOXEL_EMPTY: Final = "Both empty: 0. Otherwise each wrong voxel costs what it costs anywhere."
_VOXEL_IMBALANCE: Final = (
    "Each voxel counts the same, so it fades as the target shrinks: a tenth of the voxels, about a tenth of the loss, "
    "even if all of them are missed."
)

LORE: Final = {
    "tversky_loss": Lore(
        "Two numbers, with M = TP + α·FP + β·FN: −(M − (1 − β)·TP)/M² on every voxel of the truth, α·TP/M² on every "
        "other.",
        f"{_REGION_IMBALANCE} Lowering α does the same as making the background smaller by that factor.",
        _REGION_EMPTY,
    ),
    "dice_loss": Lore(
        "Two numbers, with S = Σp + Σg: (2·TP − 2·S)/S² on every voxel of the truth, 2·TP/S² on every other; at most "
        "2/S.",
        _REGION_IMBALANCE,
        _REGION_EMPTY,
    ),
    "vnet_dice_loss": Lore(
        "(4p·TP − 2g·Q)/Q² with Q = Σp² + Σg²: it vanishes on background voxels that are given nothing.",
        _REGION_IMBALANCE,
        _REGION_EMPTY,
    ),
    "iou_loss": Lore(
        "Two numbers, with U the union: −1/U on every voxel of the truth, TP/U² on every other.",
        f"{_REGION_IMBALANCE} IoU is Dice/(2 − Dice): both rank predictions alike, they are not two opinions.",
        _REGION_EMPTY,
    ),
    "focal_tversky_loss": Lore(
        "The Tversky gradient times e·(1 − T)^(e − 1). With e below 1 that grows without bound towards a perfect fit.",
        f"{_REGION_IMBALANCE} The power then weighs whole labels or cases against each other, not voxels.",
        _REGION_EMPTY,
    ),
    "generalized_dice_loss": Lore(
        "−2w·(g·B − A)/B² with A = Σ w·TP and B = Σ w·(Σp + Σg): two numbers for each label.",
        "The weights 1/V² let the rarest label decide: as a target shrinks, this tends to that target's Dice loss.",
        "A label that the truth does not have takes the largest weight of the others, so inventing it costs.",
    ),
    "binary_cross_entropy": Lore(
        "(p − g)/(p(1 − p))/N by the probability, simply (p − g)/N by the logit: each voxel by itself.",
        _VOXEL_IMBALANCE,
        _VOXEL_EMPTY,
    ),
    "cross_entropy": Lore(
        "−1/(N·p) on the true class by the probability, (p − g)/N by the logit after a softmax.",
        _VOXEL_IMBALANCE,
        _VOXEL_EMPTY,
    ),
    "focal_loss": Lore(
        "The cross-entropy's, damped by (1 − p)^γ where the voxel is already nearly right.",
        f"{_VOXEL_IMBALANCE} Focusing takes the easy background out, so it fades less.",
        _VOXEL_EMPTY,
    ),
    "bce_dice_loss": Lore(
        "The sum of both: cross-entropy's pull on each voxel, and Dice's two numbers on top.",
        "On a small target Dice makes nearly all of it; on a large one both have a say.",
        "Both empty: 0. Prediction or truth empty: Dice's part is 1.",
    ),
    "focal_plus_tversky_loss": Lore(
        "The sum of both: the focal loss's pull on voxels still wrong, and Tversky's two numbers on top.",
        "On a small target the Tversky part makes nearly all of it.",
        "Both empty: 0. Prediction or truth empty: the Tversky part is 1.",
    ),
}
"""By id of the loss."""
