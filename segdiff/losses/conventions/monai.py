"""MONAI: α on false positives; 10⁻⁵ above and below; each class of each sample apart; background included."""

from dataclasses import replace

from segdiff.losses.records import (
    Convention,
    Expects,
    Generalized,
    Options,
    Pooled,
    Recipe,
    Region,
    Sum,
    Voxelwise,
    Weighting,
)

_EPS = 1e-7
_SMOOTH = {"smooth_nr": 1e-5, "smooth_dr": 1e-5}
_SMOOTHED = "smooth_nr={smooth_nr}, smooth_dr={smooth_dr}"
_OPTIONS: Options = {
    "batch": {True: {"pooled": Pooled.SAMPLES}, False: {}},
    "include_background": {False: {"background": False}, True: {}},
    "soft_label": {True: {"by_distance": True}, False: {}},
}
_DICE = Region(doubled=True, above="smooth_nr", below="smooth_dr")
_DICE_OPTIONS: Options = {
    **_OPTIONS,
    "squared_pred": {True: {"squared": True}, False: {}},
    "jaccard": {True: {"false_positives": 1.0, "misses": 1.0}, False: {}},
}
_CE = Voxelwise(true_class_only=True, per_class=False)
_ASYMMETRIC = Region(
    "1-delta", "delta", above=_EPS, below=_EPS, clip_both=_EPS,
    exponent="1-gamma", exponent_background=1.0,
)  # fmt: skip
_ASYMMETRIC_FOCAL = Voxelwise(
    gamma_background="gamma", positives="delta", positives_background="1-delta",
    clip=_EPS, clip_above=_EPS, true_class_only=True,
)  # fmt: skip
_SOFT_NOTE = "With soft truth the loss is not smallest where the prediction equals it, unless soft_label=True."
_DELTA_NOTE = (
    "δ weighs misses and 1 − δ false positives, although its documentation calls δ the weight of the "
    "background; the exponent is 1 − γ, and the background has none."
)

CONVENTION = Convention(
    id="monai",
    title="MONAI",
    version="1.6.1",
    source="monai.losses, run at 1.6.1",
    recipes={
        "dice_loss": Recipe(
            _DICE,
            parameters=_SMOOTH,
            options=_DICE_OPTIONS,
            call=f"monai.losses.DiceLoss({_SMOOTHED})",
            notes=(_SOFT_NOTE,),
        ),
        "vnet_dice_loss": Recipe(
            replace(_DICE, squared=True),
            parameters=_SMOOTH,
            options=_OPTIONS,
            call=f"monai.losses.DiceLoss(squared_pred=True, {_SMOOTHED})",
        ),
        "iou_loss": Recipe(
            replace(_DICE, false_positives=1.0, misses=1.0),
            parameters=_SMOOTH,
            options=_OPTIONS,
            call=f"monai.losses.DiceLoss(jaccard=True, {_SMOOTHED})",
            notes=("The smoothing is added to twice the sums, so it is half of what it would be in Tversky's form.",),
        ),
        "tversky_loss": Recipe(
            Region("alpha", "beta", above="smooth_nr", below="smooth_dr"),
            parameters={"alpha": 0.5, "beta": 0.5, **_SMOOTH},
            options=_OPTIONS,
            call=f"monai.losses.TverskyLoss(alpha={{alpha}}, beta={{beta}}, {_SMOOTHED})",
            notes=("α weighs false positives and β misses.",),
        ),
        "binary_cross_entropy": Recipe(
            Voxelwise(),
            expects=Expects.SIGMOID_LOGITS,
            call="torch.nn.BCEWithLogitsLoss()",
            notes=("MONAI takes torch's own.",),
        ),
        "cross_entropy": Recipe(
            _CE,
            completed=True,
            expects=Expects.SOFTMAX_LOGITS,
            call="torch.nn.CrossEntropyLoss()",
            notes=("MONAI takes torch's own.",),
        ),
        "bce_dice_loss": Recipe(
            Sum((("lambda_ce", Voxelwise()), ("lambda_dice", _DICE))),
            several_classes=Sum((("lambda_ce", _CE), ("lambda_dice", _DICE))),
            parameters={"lambda_dice": 1.0, "lambda_ce": 1.0, **_SMOOTH},
            expects=Expects.SIGMOID_LOGITS,
            call="monai.losses.DiceCELoss(sigmoid=True, lambda_dice={lambda_dice}, lambda_ce={lambda_ce}, "
            + _SMOOTHED
            + ")",
            notes=("With several classes the first part is the cross-entropy, and Dice takes the background in.",),
        ),
        "focal_loss": Recipe(
            Voxelwise(gamma="gamma", positives="alpha", negatives="1-alpha"),
            parameters={"gamma": 2.0, "alpha": None},
            options={"include_background": {False: {"background": False}, True: {}}},
            expects=Expects.SIGMOID_LOGITS,
            call="monai.losses.FocalLoss(gamma={gamma}, alpha={alpha})",
            notes=(
                "MONAI computes it in 32 bits; here it is in 64.",
                "α weighs voxels of the truth; it is not the α of Tversky.",
            ),
        ),
        "generalized_dice_loss": Recipe(
            Generalized(above="smooth_nr", below="smooth_dr"),
            parameters=_SMOOTH,
            options={
                "w_type": {
                    "square": {},
                    "simple": {"weighting": Weighting.SIMPLE},
                    "uniform": {"weighting": Weighting.UNIFORM},
                },
                "batch": {True: {"pooled": Pooled.SAMPLES}, False: {}},
                "include_background": {False: {"background": False}, True: {}},
            },
            call=f"monai.losses.GeneralizedDiceLoss({_SMOOTHED})",
            notes=(
                (
                    "Of a single class it is the Dice loss: weights do not matter. If the truth is empty the weight "
                    "is 0, so the loss is 0 whatever was predicted."
                ),
            ),
        ),
        "asymmetric_focal_tversky_loss": Recipe(
            _ASYMMETRIC,
            completed=True,
            parameters={"delta": 0.7, "gamma": 0.75},
            call="monai.losses.unified_focal_loss.AsymmetricFocalTverskyLoss(delta={delta}, gamma={gamma})",
            notes=(_DELTA_NOTE, "It looks at two classes and no more."),
        ),
        "unified_focal_loss": Recipe(
            Sum((("weight", _ASYMMETRIC_FOCAL), ("1-weight", _ASYMMETRIC))),
            completed=True,
            parameters={"weight": 0.5, "delta": 0.7, "gamma": 0.5},
            call="monai.losses.AsymmetricUnifiedFocalLoss(weight={weight}, delta={delta}, gamma={gamma})",
            notes=(
                _DELTA_NOTE,
                (
                    "The weight goes to the focal part, whose mean also divides by the two classes. Its "
                    "documentation asks for logits; it takes probabilities."
                ),
            ),
        ),
    },
    refuses={
        "focal_tversky_loss": "MONAI has no symmetric one; its AsymmetricFocalTverskyLoss takes 1 − γ as exponent.",
        "focal_plus_tversky_loss": "MONAI adds focal loss to Dice (DiceFocalLoss), not to Tversky.",
    },
)
