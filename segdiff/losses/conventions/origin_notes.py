"""The Keras notebook that segdiff grew from, exactly as its code computes, and as its text says."""

from segdiff.losses.conventions.records import Convention, Pooled, Recipe, Region, Returned, Sum, Voxelwise

_EPS = 1e-7
_DICE = Region(doubled=True, above="smooth", below="smooth", vector=True)
_TVERSKY = Region("1-alpha", "alpha", above="smooth", below="smooth", pooled=Pooled.EVERYTHING)
_BCE = Voxelwise(clip=_EPS, clip_above=_EPS)
_FOCAL = Voxelwise(gamma="gamma", positives="focal_alpha", negatives="1-focal_alpha", clip=_EPS, clip_above=_EPS)

_SMOOTH_NOTE = (
    "A smoothing of 1 is added above and below: it lifts the score by (1 − Dice)/(Σp + Σg + 1), so missing a one-voxel object "
    "costs 0.5 and not 1."
)
_TVERSKY_NOTES = (
    "Here α weighs misses and 1 − α false positives; the notes' text says the opposite. Code(0.7) is text(0.3, 0.7).",
    "Only pairs with α + β = 1 can be had, so α = β = 1, which the notes call Jaccard, is out of reach.",
    "Batch, space and classes are pooled. With a softmax and one-hot truth the sums of false positives and of misses are then the "
    "same number, so α does nothing at all: the loss is one minus the mean probability of the true class, mostly of the background.",
    "At α = 0.5 it is Dice with a smoothing of 2, not the notes' Dice, whose smoothing is 1.",
)

CODE = Convention(
    id="origin-notes",
    title="Origin notes, as coded",
    version="2022",
    source="a Keras notebook; its Dice and Tversky follow nabsabraham/focal-tversky-unet, its IoU an Airbus-ship notebook",
    recipes={
        "dice_loss": Recipe(
            _DICE,
            parameters={"smooth": 1.0},
            call="dice_loss(y_true, y_pred)",
            notes=(
                _SMOOTH_NOTE,
                "It returns a number for each class, the background among them, not one for the batch.",
                "What the code calls union is Σy + Σp, the sum of both, not their union.",
                "The paper it cites (V-Net) has squares below; this has none.",
            ),
        ),
        "iou_loss": Recipe(
            Region(1.0, 1.0, above="eps", below="eps", returned=Returned.MINUS, vector=True, complement_when_empty=True),
            parameters={"eps": 1e-6},
            call="IOU(y_true, y_pred)",
            notes=(
                "It returns minus the IoU, from −1 to 0; the notes call it non-negative.",
                "When the whole batch has no true voxel it scores the background instead: 100 invented voxels of 65,536 then cost almost "
                "nothing (−0.9985), while one true voxel elsewhere in the batch turns the same prediction into −0.0100.",
                "It cannot become infinite; NaN comes only from NaN probabilities or 16-bit sums.",
            ),
        ),
        "tversky_loss": Recipe(_TVERSKY, parameters={"alpha": 0.7, "smooth": 1.0}, call="tversky_loss(y_true, y_pred)", notes=_TVERSKY_NOTES),
        "binary_cross_entropy": Recipe(
            _BCE,
            call='"binary_crossentropy"',
            notes=("On a softmax of more than two classes this is not the cross-entropy: it adds −ln(1 − p) of every other class.",),
        ),
        "bce_dice_loss": Recipe(
            Sum(((1.0, _BCE), (1.0, _DICE))),
            parameters={"smooth": 1.0},
            call="binary_crossentropy(y_true, y_pred) + dice_loss(y_true, y_pred)",
            one_class_only="The notes add a map of voxels to a vector of classes, which does not broadcast for several classes.",
            notes=(_SMOOTH_NOTE,),
        ),
        "focal_plus_tversky_loss": Recipe(
            Sum(((1.0, _FOCAL), (1.0, _TVERSKY))),
            parameters={"gamma": 2.0, "focal_alpha": 0.25, "alpha": 0.7, "smooth": 1.0},
            call="focal_loss + tversky_loss",
            notes=("The notes give only the title; this is Lin's focal loss plus the notes' Tversky. The power is the focal Tversky loss.",),
        ),
        "focal_tversky_loss": Recipe(
            Region("1-alpha", "alpha", above="smooth", below="smooth", pooled=Pooled.EVERYTHING, exponent="exponent"),
            parameters={"alpha": 0.7, "smooth": 1.0, "exponent": 0.75},
            call="focal_tversky(y_true, y_pred)",
            notes=("The other reading of the notes' title: the power, as in the repository their code comes from.", *_TVERSKY_NOTES[:1]),
        ),
    },
    refuses={
        "generalized_dice_loss": "The notes show the generalised Dice loss only as a picture; convention sudre has the paper's.",
        "vnet_dice_loss": "The notes cite V-Net but do not square; convention vnet does.",
        "focal_loss": "The notes name a focal loss only in a title; convention lin has it.",
    },
)

TEXT = Convention(
    id="origin-notes-text",
    title="Origin notes, as described",
    version="2022",
    source="the text beside the same notebook's code",
    recipes={
        "dice_loss": Recipe(Region(), call="1 − 2|A∩B| / (|A| + |B|)"),
        "iou_loss": Recipe(
            Region(1.0, 1.0, returned=Returned.INDEX),
            call="I(X) / U(X)",
            notes=("The text calls I/U the loss; that is the index, which is to be made large.",),
        ),
        "tversky_loss": Recipe(
            Region("alpha", "beta"),
            parameters={"alpha": 0.5, "beta": 0.5},
            call="1 − |A∩B| / (|A∩B| + α|A−B| + β|B−A|)",
            notes=("A is the prediction: α weighs false positives and β misses, as in Salehi 2017 and unlike the code beside it.",),
        ),
    },
)
