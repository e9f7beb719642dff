"""segmentation-models-pytorch: the batch is always pooled; smoothing as in Tversky's form; an absent class costs 0."""

from dataclasses import replace

from segdiff.losses.records import Absent, Convention, Expects, Lovasz, Pooled, Recipe, Region, Returned, Voxelwise

_EPS = 1e-7
_TVERSKY = Region(
    "alpha", "beta", above="smooth", below="smooth", floor=_EPS, by_distance=True,
    pooled=Pooled.SAMPLES, absent=Absent.ZERO, log_floor=_EPS, exponent="gamma", exponent_on_mean=True,
)  # fmt: skip
_DICE = replace(_TVERSKY, false_positives=0.5, misses=0.5, exponent=1.0, exponent_on_mean=False)
_IOU = replace(_DICE, false_positives=1.0, misses=1.0)
_LOG = {"log_loss": {True: {"returned": Returned.MINUS_LOG}}}
_POOLED_NOTE = "The whole batch is pooled, so a small object is judged together with the large ones beside it."
_ABSENT_NOTE = "A class that the truth does not have costs 0 whatever was predicted, and still divides the mean."
_NO_SUM = "segmentation-models-pytorch has no sum of the two; people add them by hand, each in its own convention."

CONVENTION = Convention(
    id="smp",
    title="segmentation-models-pytorch",
    version="0.6.0",
    source="segmentation_models_pytorch.losses, run at 0.6.0",
    recipes={
        "dice_loss": Recipe(
            _DICE,
            parameters={"smooth": 0.0},
            options=_LOG,
            call='smp.losses.DiceLoss("binary", from_logits=False, smooth={smooth})',
            notes=(_POOLED_NOTE, _ABSENT_NOTE, "A smoothing of 1 here is one of 2 in Dice's own form."),
        ),
        "iou_loss": Recipe(
            _IOU,
            parameters={"smooth": 0.0},
            options=_LOG,
            call='smp.losses.JaccardLoss("binary", from_logits=False, smooth={smooth})',
            notes=(_POOLED_NOTE, _ABSENT_NOTE),
        ),
        "log_dice_loss": Recipe(
            replace(_DICE, returned=Returned.MINUS_LOG),
            parameters={"smooth": 0.0},
            call='smp.losses.DiceLoss("binary", from_logits=False, log_loss=True, smooth={smooth})',
            notes=(_POOLED_NOTE, _ABSENT_NOTE),
        ),
        "tversky_loss": Recipe(
            _TVERSKY,
            parameters={"alpha": 0.5, "beta": 0.5, "gamma": 1.0, "smooth": 0.0},
            options=_LOG,
            call=(
                'smp.losses.TverskyLoss("binary", from_logits=False, alpha={alpha}, beta={beta}, gamma={gamma}, '
                "smooth={smooth})"
            ),
            notes=(_POOLED_NOTE, _ABSENT_NOTE),
        ),
        "focal_tversky_loss": Recipe(
            _TVERSKY,
            parameters={"alpha": 0.5, "beta": 0.5, "gamma": 0.75, "smooth": 0.0},
            call=(
                'smp.losses.TverskyLoss("binary", from_logits=False, alpha={alpha}, beta={beta}, gamma={gamma}, '
                "smooth={smooth})"
            ),
            notes=(
                (
                    "γ is the exponent itself, and is taken of the mean over classes; below 1 the gradient of a "
                    "perfect fit is NaN."
                ),
            ),
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
            options={"from_logits": {False: {"clip": _EPS, "clip_above": _EPS, "sigmoid_of_log": True}, True: {}}},
            expects=Expects.SIGMOID_LOGITS,
            call='smp.losses.FocalLoss("binary", alpha={alpha}, gamma={gamma})',
            notes=(
                "With several classes each is taken by itself through a sigmoid, not together through a softmax.",
                (
                    'With from_logits=False its mode "multiclass" feeds ln p to that sigmoid, so a perfect voxel '
                    "still costs a quarter of ln 2 over the number of classes."
                ),
            ),
        ),
        "lovasz_hinge_loss": Recipe(
            Lovasz(hinge=True, pooled=Pooled.SAMPLES),
            options={"per_image": {True: {"pooled": Pooled.NOTHING}}},
            expects=Expects.SIGMOID_LOGITS,
            call='smp.losses.LovaszLoss("binary", per_image=False)',
            notes=("It takes 32-bit logits only. By default the whole batch is sorted as one picture.",),
        ),
        "lovasz_softmax_loss": Recipe(
            Lovasz(pooled=Pooled.SAMPLES, absent=Absent.SKIPPED),
            completed=True,
            options={"per_image": {True: {"pooled": Pooled.NOTHING}}},
            expects=Expects.SOFTMAX_LOGITS,
            call='smp.losses.LovaszLoss("multiclass", per_image=False)',
            notes=("Classes that the truth does not have are left out of the mean; the background takes part.",),
        ),
    },
    refuses={
        "vnet_dice_loss": "segmentation-models-pytorch has only linear denominators.",
        "generalized_dice_loss": "segmentation-models-pytorch has no generalised Dice loss.",
        "cross_entropy": (
            "segmentation-models-pytorch has cross-entropy only with softened labels; convention torch has it."
        ),
        "bce_dice_loss": _NO_SUM,
        "focal_plus_tversky_loss": _NO_SUM,
    },
)
