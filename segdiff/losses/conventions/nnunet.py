"""nnU-Net: minus the Dice, so that a perfect prediction costs −1; plain class and trainer smooth differently."""

from dataclasses import replace

from segdiff.losses.records import Convention, Expects, Options, Pooled, Recipe, Region, Returned, Sum, Voxelwise

_DICE = Region(doubled=True, above="smooth", below="smooth", floor=1e-8, returned=Returned.MINUS)
_OPTIONS: Options = {
    "batch_dice": {True: {"pooled": Pooled.SAMPLES}, False: {}},
    "do_bg": {False: {"background": False}, True: {}},
}
_CE = Voxelwise(true_class_only=True, per_class=False)

CONVENTION = Convention(
    id="nnunet",
    title="nnU-Net",
    version="2.8.1",
    source="nnunetv2.training.loss, run at 0e495086eb10",
    recipes={
        "dice_loss": Recipe(
            _DICE,
            parameters={"smooth": 1.0},
            options=_OPTIONS,
            call="SoftDiceLoss(smooth={smooth})",
            notes=(
                "It returns minus the Dice: −1 is perfect, 0 the worst.",
                "The class smooths with 1; its trainer passes 10⁻⁵ and leaves the background out.",
            ),
        ),
        "cross_entropy": Recipe(_CE, completed=True, expects=Expects.SOFTMAX_LOGITS, call="RobustCrossEntropyLoss()"),
        "binary_cross_entropy": Recipe(
            Voxelwise(), expects=Expects.SIGMOID_LOGITS, call="torch.nn.BCEWithLogitsLoss()"
        ),
        "bce_dice_loss": Recipe(
            Sum(((1.0, Voxelwise()), (1.0, _DICE))),
            several_classes=Sum(((1.0, _CE), (1.0, replace(_DICE, background=False)))),
            parameters={"smooth": 1e-5},
            options=_OPTIONS,
            expects=Expects.SIGMOID_LOGITS,
            call="DC_and_BCE_loss({{}}, dict(smooth={smooth}))",
            notes=(
                "The Dice part is negative, so the sum goes down to −1.",
                "With several classes it is DC_and_CE_loss: cross-entropy, and Dice without the background.",
            ),
        ),
        "top_k_cross_entropy": Recipe(
            replace(_CE, hardest="k%"),
            completed=True,
            parameters={"k": 10.0},
            expects=Expects.SOFTMAX_LOGITS,
            call="TopKLoss(k={k})",
            notes=("k is in percent of all voxels of the batch.",),
        ),
    },
    refuses={
        "tversky_loss": "nnU-Net trains with Dice and cross-entropy; it has no Tversky loss.",
        "focal_tversky_loss": "nnU-Net has no focal Tversky loss.",
        "focal_loss": "nnU-Net has no focal loss.",
        "generalized_dice_loss": "nnU-Net has no generalised Dice loss.",
    },
)
