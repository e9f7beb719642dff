"""segdiff's own convention as a record: what others are compared with, and what its further losses are computed from.

The losses in the score table are Scores and have their own functions; their recipes here say the same once more as
data, and the tests hold the two together. The further losses have only the recipe.
"""

from dataclasses import replace

import segdiff
from segdiff.losses.records import (
    Absent,
    Convention,
    Generalized,
    Lovasz,
    Recipe,
    Region,
    Returned,
    Sum,
    Voxelwise,
)

_CLIP = 1e-7
_TVERSKY = Region(
    "alpha", "beta", above="smoothing", below="smoothing",
    background=False, absent=Absent.SKIPPED_IF_NEITHER, undefined=1.0,
)  # fmt: skip
_DICE = replace(_TVERSKY, false_positives=0.5, misses=0.5, doubled=True)
_BCE = Voxelwise(clip=_CLIP)
_CE = Voxelwise(clip=_CLIP, true_class_only=True, per_class=False)
_FOCAL = Voxelwise(gamma="gamma", positives="focal_alpha", negatives="1-focal_alpha", clip=_CLIP)
_COSTS = {"alpha": 0.3, "beta": 0.7}
_SMOOTHING = {"smoothing": 0.0}

_REGISTERED = {
    "binary_cross_entropy": Recipe(_BCE),
    "cross_entropy": Recipe(_CE, completed=True),
    "dice_loss": Recipe(_DICE, parameters=_SMOOTHING),
    "vnet_dice_loss": Recipe(replace(_DICE, squared=True, above=0.0, below=0.0)),
    "bce_dice_loss": Recipe(Sum(((1.0, _BCE), (1.0, _DICE))), parameters=_SMOOTHING),
    "iou_loss": Recipe(replace(_TVERSKY, false_positives=1.0, misses=1.0), parameters=_SMOOTHING),
    "tversky_loss": Recipe(_TVERSKY, parameters={**_COSTS, **_SMOOTHING}),
    "focal_loss": Recipe(_FOCAL, parameters={"gamma": 2.0, "focal_alpha": 0.25}),
    "focal_plus_tversky_loss": Recipe(
        Sum(((1.0, _FOCAL), (1.0, _TVERSKY))), parameters={**_COSTS, "gamma": 2.0, "focal_alpha": 0.25, **_SMOOTHING}
    ),
    "focal_tversky_loss": Recipe(
        replace(_TVERSKY, exponent="exponent"), parameters={**_COSTS, "exponent": 0.75, **_SMOOTHING}
    ),
    "generalized_dice_loss": Recipe(Generalized(none_present=1.0, undefined=1.0), completed=True),
}

_ASYMMETRIC = replace(_TVERSKY, above=0.0, below=0.0, background=True, exponent_background=1.0)
_UNIFIED = Sum((
    (
        "share",
        replace(_CE, gamma_background="gamma", positives="miss_share", positives_background="1-miss_share"),
    ),
    ("1-share", replace(_ASYMMETRIC, false_positives="1-miss_share", misses="miss_share", exponent="1-gamma")),
))  # fmt: skip
_COMBO = Sum((("share", replace(_BCE, positives="positive_share", negatives="1-positive_share")), ("1-share", _DICE)))
_LOVASZ = Lovasz(background=False, absent=Absent.SKIPPED_IF_NEITHER)

_FURTHER = {
    "combo_loss": Recipe(
        _COMBO,
        parameters={"share": 0.5, "positive_share": 0.5, **_SMOOTHING},
        notes=("One minus Dice is added where the paper subtracts Dice, so that 0 is perfect.",),
    ),
    "asymmetric_focal_tversky_loss": Recipe(
        replace(_ASYMMETRIC, exponent="exponent"),
        completed=True,
        parameters={"alpha": 0.4, "beta": 0.6, "exponent": 0.5},
        notes=("The background takes part, without a power; the exponent is the authors' 1 − γ.",),
    ),
    "unified_focal_loss": Recipe(
        _UNIFIED,
        completed=True,
        parameters={"share": 0.5, "miss_share": 0.6, "gamma": 0.5},
        notes=("The share goes to the focal part, as in MONAI; the authors' code gives it to the Tversky part.",),
    ),
    "lovasz_hinge_loss": Recipe(
        replace(_LOVASZ, hinge=True, clip=_CLIP),
        notes=("It is a loss of logits; here they are taken from probabilities clipped at 10⁻⁷.",),
    ),
    "lovasz_softmax_loss": Recipe(_LOVASZ, notes=("On hard masks it is one minus the IoU.",)),
    "log_cosh_dice_loss": Recipe(replace(_DICE, returned=Returned.LOG_COSH), parameters=_SMOOTHING),
    "log_dice_loss": Recipe(
        replace(_DICE, returned=Returned.MINUS_LOG, log_floor=_CLIP),
        parameters=_SMOOTHING,
        notes=("Without any overlap it would be infinite; Dice is taken as at least 10⁻⁷, a loss of 16.12.",),
    ),
    "top_k_cross_entropy": Recipe(
        replace(_CE, hardest="hardest"),
        completed=True,
        parameters={"hardest": 0.1},
        notes=("The dearest tenth of all voxels of the batch, rounded down to whole voxels, but at least one.",),
    ),
}


def _called(loss: str, recipe: Recipe) -> Recipe:
    """The recipe with the call that this library has for it."""
    arguments = "".join(f", {name}={{{name}}}" for name in recipe.parameters)
    return replace(recipe, call=f'losses.value("{loss}", prediction, truth{arguments})')


SEGDIFF = Convention(
    id="segdiff",
    title="segdiff",
    version=segdiff.__version__,
    source=(
        "the definitions in `segdiff scores`; α weighs false positives, β misses (Salehi et al. 2017, arXiv:1706.05721)"
    ),
    recipes={loss: _called(loss, recipe) for loss, recipe in {**_REGISTERED, **_FURTHER}.items()},
)
