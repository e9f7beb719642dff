"""kornia: α on false positives; by default all classes of a sample are pooled, which balances nothing."""

from segdiff.losses.records import Absent, Convention, Expects, Lovasz, Pooled, Recipe, Region, Voxelwise

_EPS = 1e-8
_MICRO_NOTE = (
    "By default the classes of a sample are pooled ('micro'). After a softmax that is one minus the "
    "mean probability of the true class: no class is balanced against another."
)

CONVENTION = Convention(
    id="kornia",
    title="kornia",
    version="0.9.0",
    source="kornia.losses, run at 0.9.0",
    recipes={
        "dice_loss": Recipe(
            Region(doubled=True, below=_EPS, pooled=Pooled.CLASSES),
            options={"average": {"micro": {}, "macro": {"pooled": Pooled.NOTHING, "absent": Absent.SKIPPED}}},
            completed=True,
            expects=Expects.SOFTMAX_LOGITS,
            call="kornia.losses.dice_loss(logits, labels)",
            notes=(_MICRO_NOTE,),
        ),
        "tversky_loss": Recipe(
            Region("alpha", "beta", below=_EPS, absent=Absent.SKIPPED),
            completed=True,
            parameters={"alpha": 0.5, "beta": 0.5},
            expects=Expects.SOFTMAX_LOGITS,
            call="kornia.losses.tversky_loss(logits, labels, alpha={alpha}, beta={beta})",
            notes=(
                "α weighs false positives and β misses.",
                "Classes that the truth does not have are left out of the mean; the background takes part.",
            ),
        ),
        "focal_loss": Recipe(
            Voxelwise(gamma="gamma", positives="alpha", negatives="1-alpha"),
            several_classes=Voxelwise(gamma="gamma", positives="alpha", true_class_only=True),
            parameters={"gamma": 2.0, "alpha": None},
            expects=Expects.SIGMOID_LOGITS,
            call=(
                "kornia.losses.binary_focal_loss_with_logits(logits, truth, alpha={alpha}, gamma={gamma}, "
                "reduction='mean')"
            ),
            notes=("With several classes its mean also divides by their number.",),
        ),
        "lovasz_hinge_loss": Recipe(
            Lovasz(hinge=True),
            expects=Expects.SIGMOID_LOGITS,
            call="kornia.losses.lovasz_hinge_loss(logits, labels)",
            one_class_only="kornia's Lovász hinge takes a single class; its Lovász softmax takes several.",
        ),
        "lovasz_softmax_loss": Recipe(
            Lovasz(),
            completed=True,
            expects=Expects.SOFTMAX_LOGITS,
            call="kornia.losses.lovasz_softmax_loss(logits, labels)",
            notes=("A class that the truth does not have counts with its largest probability.",),
        ),
    },
    refuses={
        "iou_loss": "kornia has no IoU loss; its Tversky loss at α = β = 1 is one.",
        "focal_tversky_loss": "kornia has no focal Tversky loss.",
        "generalized_dice_loss": "kornia has no generalised Dice loss.",
        "vnet_dice_loss": "kornia has only linear denominators.",
    },
)
