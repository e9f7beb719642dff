"""Losses that people weigh against those of the score table, each computed from its recipe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Final

from segdiff.registry import Alpha, Beta, Exponent, Parameter, Smoothing, parameter_of

Share = Annotated[
    float,
    Parameter(
        "λ", "Share of the voxelwise part", "How much the loss of voxels counts; the loss of regions gets the rest."
    ),
]
PositiveShare = Annotated[
    float,
    Parameter(
        "w",
        "Weight of positives",
        "Share of the cross-entropy given to voxels of the truth; the rest goes to the others.",
    ),
]
MissShare = Annotated[
    float, Parameter("δ", "Weight of misses", "Share of the cost given to misses; false positives get the rest.")
]
Focusing = Annotated[
    float,
    Parameter(
        "γ",
        "Focusing",
        "How strongly easy background is played down, and labels nearly right are lifted; 0 does neither.",
        maximum=0.99,
    ),
]
Hardest = Annotated[
    float, Parameter("k", "Share averaged", "Share of the voxels that counts, those that cost most.", minimum=0.001)
]


@dataclass(frozen=True)
class FurtherLoss:
    """What a person should know of a loss that is not in the score table.

    Args:
        title: its name on screen.
        definition: one or two sentences.
        formula: plain text with TP, FP, FN, p, g and the parameters' symbols.
        source: author, year, arXiv or DOI.
        parameters: by name, each with its range.
    """

    title: str
    definition: str
    formula: str
    source: str
    parameters: Mapping[str, Parameter] = field(default_factory=dict)


_SMOOTHING = {"smoothing": parameter_of(Smoothing)}

FURTHER: Final[Mapping[str, FurtherLoss]] = {
    "combo_loss": FurtherLoss(
        title="Combo loss",
        definition="A share of weighted cross-entropy and the rest of Dice loss.",
        formula="λ·mean of −w·g·ln p − (1−w)·(1−g)·ln(1−p) + (1−λ)·Dice loss",
        source="Taghanaki et al. 2019, arXiv:1805.02798; the sign as in the paper, not as in its code",
        parameters={"share": parameter_of(Share), "positive_share": parameter_of(PositiveShare), **_SMOOTHING},
    ),
    "asymmetric_focal_tversky_loss": FurtherLoss(
        title="Asymmetric focal Tversky loss",
        definition=(
            "The mean of the background's Tversky loss and of a power of each label's: below 1 it lifts "
            "labels nearly right."
        ),
        formula="mean of 1 − T of the background and (1 − T)^e of each label",
        source="Yeung et al. 2022, doi:10.1016/j.compmedimag.2021.102026 (δ = β, e = 1 − γ)",
        parameters={"alpha": parameter_of(Alpha), "beta": parameter_of(Beta), "exponent": parameter_of(Exponent)},
    ),
    "unified_focal_loss": FurtherLoss(
        title="Unified focal loss",
        definition=(
            "A share of cross-entropy that plays down easy background, and the rest of the asymmetric focal "
            "Tversky loss."
        ),
        formula=(
            "λ·mean of −δ·g·ln p − (1−δ)·(1−g)·p^γ·ln(1−p) + (1−λ)·asymmetric focal Tversky (α = 1−δ, β = δ, e = 1−γ)"
        ),
        source="Yeung et al. 2022, doi:10.1016/j.compmedimag.2021.102026, asymmetric form",
        parameters={
            "share": parameter_of(Share),
            "miss_share": parameter_of(MissShare),
            "gamma": parameter_of(Focusing),
        },
    ),
    "lovasz_hinge_loss": FurtherLoss(
        title="Lovász hinge",
        definition=(
            "The IoU loss made smooth for logits: errors from the largest down, each times what the IoU loses with it."
        ),
        formula="Σ max(0, 1 − x·(2g − 1)), sorted, times the steps of 1 − IoU;  x = ln p/(1−p)",
        source="Yu & Blaschko 2015; Berman et al. 2018, arXiv:1705.08790",
    ),
    "lovasz_softmax_loss": FurtherLoss(
        title="Lovász softmax",
        definition=(
            "The IoU loss made smooth for probabilities: errors from the largest down, each times what the "
            "IoU loses with it."
        ),
        formula="Σ |p − g|, sorted, times the steps of 1 − IoU",
        source="Berman et al. 2018, arXiv:1705.08790",
    ),
    "log_cosh_dice_loss": FurtherLoss(
        title="log-cosh Dice loss",
        definition="The Dice loss, flattened where it is small, so that nearly perfect cases hardly move.",
        formula="ln cosh(1 − Dice)",
        source="Jadon 2020, arXiv:2006.14822",
        parameters=_SMOOTHING,
    ),
    "log_dice_loss": FurtherLoss(
        title="−ln Dice",
        definition="Minus the logarithm of Dice: steep where there is hardly any overlap.",
        formula="−ln Dice",
        source="Wong et al. 2018, arXiv:1809.00076 (with an exponent of 1)",
        parameters=_SMOOTHING,
    ),
    "top_k_cross_entropy": FurtherLoss(
        title="Top-k cross-entropy",
        definition="Cross-entropy over the dearest voxels only, a tenth of them unless said otherwise.",
        formula="mean of −ln p(true label) over the k·N dearest voxels",
        source="Wu et al. 2016, arXiv:1605.06885; as in nnU-Net",
        parameters={"hardest": parameter_of(Hardest)},
    ),
}
"""By id, as :func:`segdiff.losses.value` takes them."""
