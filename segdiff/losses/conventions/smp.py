"""segmentation-models-pytorch: the batch is always pooled; smoothing counts as in Tversky's form; an absent class costs 0."""

from segdiff.losses.conventions.records import Absent, Convention, Expects, Pooled, Recipe, Region, Returned, Voxelwise

_FLOOR = 1e-7
_SHARED = {"above": "smooth", "below": "smooth", "floor": _FLOOR, "by_distance": True, "pooled": Pooled.SAMPLES, "absent": Absent.ZERO}
_LOG = {"log_loss": {True: {"returned": Returned.MINUS_LOG}}}
_POOLED_NOTE = "The whole batch is pooled, so a small object is judged together with the large ones beside it."
_ABSENT_NOTE = "A class that the truth does not have costs 0 whatever was predicted, and still divides the mean."

CONVENTION = Convention(
    id="smp",
    title="segmentation-models-pytorch",
    version="0.6.0",
    source="segmentation_models_pytorch.losses, run at 0.6.0",
    recipes={
        "dice_loss": Recipe(
            Region(**_SHARED),
            parameters={"smooth": 0.0},
            options=_LOG,
            call='smp.losses.DiceLoss("binary", from_logits=False)',
            notes=(_POOLED_NOTE, _ABSENT_NOTE, "A smoothing of 1 here is one of 2 in Dice's own form."),
        ),
        "iou_loss": Recipe(
            Region(1.0, 1.0, **_SHARED),
            parameters={"smooth": 0.0},
            options=_LOG,
            call='smp.losses.JaccardLoss("binary", from_logits=False)',
            notes=(_POOLED_NOTE, _ABSENT_NOTE),
        ),
        "tversky_loss": Recipe(
            Region("alpha", "beta", exponent="gamma", exponent_on_mean=True, **_SHARED),
            parameters={"alpha": 0.5, "beta": 0.5, "gamma": 1.0, "smooth": 0.0},
            options=_LOG,
            call='smp.losses.TverskyLoss("binary", from_logits=False, alpha={alpha}, beta={beta})',
            notes=(_POOLED_NOTE, _ABSENT_NOTE),
        ),
        "focal_tversky_loss": Recipe(
            Region("alpha", "beta", exponent="gamma", exponent_on_mean=True, **_SHARED),
            parameters={"alpha": 0.5, "beta": 0.5, "gamma": 0.75, "smooth": 0.0},
            call='smp.losses.TverskyLoss("binary", from_logits=False, alpha={alpha}, beta={beta}, gamma={gamma})',
            notes=("γ is the exponent itself, and is taken of the mean over classes; below 1 the gradient of a perfect fit is NaN.",),
        ),
        "binary_cross_entropy": Recipe(
            Voxelwise(label_smoothing="smooth_factor"),
            parameters={"smooth_factor": 0.0},
            expects=Expects.SIGMOID_LOGITS,
            call="smp.losses.SoftBCEWithLogitsLoss(smooth_factor={smooth_factor})",
            notes=("A smooth_factor of s is Keras's label smoothing of 2s.",),
        ),
        "focal_loss": Recipe(
            Voxelwise(gamma="gamma", positives="alpha", negatives="1-alpha"),
            parameters={"gamma": 2.0, "alpha": None},
            expects=Expects.SIGMOID_LOGITS,
            call='smp.losses.FocalLoss("binary", alpha={alpha}, gamma={gamma})',
            notes=("With several classes each is taken by itself through a sigmoid, not together through a softmax.",),
        ),
    },
    refuses={
        "vnet_dice_loss": "segmentation-models-pytorch has only linear denominators.",
        "generalized_dice_loss": "segmentation-models-pytorch has no generalised Dice loss.",
        "bce_dice_loss": "segmentation-models-pytorch has no sum of the two; people add them by hand, in its own conventions for each.",
        "focal_plus_tversky_loss": "segmentation-models-pytorch has no sum of the two.",
    },
)
