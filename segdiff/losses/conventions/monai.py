"""MONAI: α on false positives; 10⁻⁵ above and below; each class of each sample apart; background included."""

from segdiff.losses.conventions.records import (
    Convention,
    Expects,
    Generalized,
    Pooled,
    Recipe,
    Region,
    Sum,
    Voxelwise,
    Weighting,
)

_SMOOTH = {"smooth_nr": 1e-5, "smooth_dr": 1e-5}
_ADDED = {"above": "smooth_nr", "below": "smooth_dr"}
_REGION_OPTIONS = {
    "batch": {True: {"pooled": Pooled.SAMPLES}},
    "include_background": {False: {"background": False}},
    "soft_label": {True: {"by_distance": True}},
}
_DICE = Region(doubled=True, above="smooth_nr", below="smooth_dr")
_DICE_OPTIONS = {**_REGION_OPTIONS, "squared_pred": {True: {"squared": True}}, "jaccard": {True: {"false_positives": 1.0, "misses": 1.0}}}
_BCE = Voxelwise()
_CE = Voxelwise(true_class_only=True, per_class=False)
_ASYMMETRIC = Region("1-delta", "delta", above=1e-7, below=1e-7, exponent="1-gamma", exponent_background=1.0)

CONVENTION = Convention(
    id="monai",
    title="MONAI",
    version="1.6.1",
    source="monai.losses, run at 1.6.1",
    recipes={
        "dice_loss": Recipe(_DICE, parameters=_SMOOTH, options=_DICE_OPTIONS, call="monai.losses.DiceLoss()"),
        "vnet_dice_loss": Recipe(
            Region(doubled=True, squared=True, above="smooth_nr", below="smooth_dr"),
            parameters=_SMOOTH,
            options=_REGION_OPTIONS,
            call="monai.losses.DiceLoss(squared_pred=True)",
        ),
        "iou_loss": Recipe(
            Region(1.0, 1.0, doubled=True, above="smooth_nr", below="smooth_dr"),
            parameters=_SMOOTH,
            options=_REGION_OPTIONS,
            call="monai.losses.DiceLoss(jaccard=True)",
        ),
        "tversky_loss": Recipe(
            Region("alpha", "beta", above="smooth_nr", below="smooth_dr"),
            parameters={"alpha": 0.5, "beta": 0.5, **_SMOOTH},
            options=_REGION_OPTIONS,
            call="monai.losses.TverskyLoss(alpha={alpha}, beta={beta})",
        ),
        "binary_cross_entropy": Recipe(
            _BCE, expects=Expects.SIGMOID_LOGITS, call="torch.nn.BCEWithLogitsLoss()", notes=("MONAI takes torch's own.",)
        ),
        "cross_entropy": Recipe(_CE, expects=Expects.SOFTMAX_LOGITS, call="torch.nn.CrossEntropyLoss()", notes=("MONAI takes torch's own.",)),
        "bce_dice_loss": Recipe(
            Sum((("lambda_dice", _DICE), ("lambda_ce", _BCE))),
            several_classes=Sum((("lambda_dice", _DICE), ("lambda_ce", _CE))),
            parameters={"lambda_dice": 1.0, "lambda_ce": 1.0, **_SMOOTH},
            expects=Expects.SIGMOID_LOGITS,
            call="monai.losses.DiceCELoss(sigmoid=True)",
            notes=("With several classes the first part is the cross-entropy, and Dice takes the background in.",),
        ),
        "focal_loss": Recipe(
            Voxelwise(gamma="gamma", positives="alpha", negatives="1-alpha"),
            parameters={"gamma": 2.0, "alpha": None},
            options={"include_background": {False: {"background": False}}},
            expects=Expects.SIGMOID_LOGITS,
            call="monai.losses.FocalLoss(gamma={gamma}, alpha={alpha})",
            notes=("MONAI computes it in 32 bits; here it is in 64.",),
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
                "batch": {True: {"pooled": Pooled.SAMPLES}},
                "include_background": {False: {"background": False}},
            },
            call="monai.losses.GeneralizedDiceLoss()",
            notes=("With one class and an empty truth its weight is 0, so the loss is 0 whatever was predicted.",),
        ),
        "asymmetric_focal_tversky_loss": Recipe(
            _ASYMMETRIC,
            parameters={"delta": 0.7, "gamma": 0.75},
            call="monai.losses.unified_focal_loss.AsymmetricFocalTverskyLoss(delta={delta}, gamma={gamma})",
            notes=("δ weighs misses, although its documentation calls it the weight of the background; the exponent is 1 − γ, and "
                   "the background has none.",),
        ),
    },
    refuses={
        "focal_tversky_loss": "MONAI has no symmetric one; its AsymmetricFocalTverskyLoss takes 1 − γ as exponent.",
        "focal_plus_tversky_loss": "MONAI adds focal loss to Dice (DiceFocalLoss), not to Tversky.",
    },
)  # fmt: skip
