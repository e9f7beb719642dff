"""The Keras notebook that segdiff grew from, exactly as its code computes, and as its text says."""

from segdiff.losses.records import Averaged, Convention, Pooled, Recipe, Region, Returned, Sum, Voxelwise

_EPS = 1e-7
_DICE = Region(doubled=True, above="smooth", below="smooth", averaged=Averaged.SAMPLES)
_IOU = Region(
    1.0, 1.0, above="eps", below="eps", returned=Returned.MINUS, averaged=Averaged.SAMPLES, complement_when_empty=True
)
_TVERSKY = Region("1-alpha", "alpha", above="smooth", below="smooth", pooled=Pooled.EVERYTHING)
_FOCAL_TVERSKY = Region(
    "1-alpha", "alpha", above="smooth", below="smooth", pooled=Pooled.EVERYTHING, exponent="exponent"
)
_BCE = Voxelwise(clip=_EPS, clip_above=_EPS)
_FOCAL = Voxelwise(gamma="gamma", positives="focal_alpha", negatives="1-focal_alpha", clip=_EPS, clip_above=_EPS)

_SMOOTH_NOTE = (
    "A smoothing of 1 is added above and below: it lifts the score by (1 − Dice)/(Σp + Σg + 1), so "
    "missing a one-voxel object costs 0.5 and not 1."
)
_DICE_NOTES = (
    _SMOOTH_NOTE,
    (
        "It returns a number for each class, the background among them, not one for the batch; on "
        "volumes the code's axes [1, 2] leave one axis of space out, so it gives one for each column and "
        "class. Here all of space is summed."
    ),
    "What the code calls union is Σy + Σp, the sum of both, not their union.",
    "The paper it cites (V-Net) has squares below; this has none, which is another loss.",
    (
        "The notes' gradient 2t²/(p + t)² is that of the coefficient of a single voxel. Of a picture, "
        "every voxel of the truth has the same gradient and every other voxel another one, neither "
        "larger than 2/(Σp + Σg + 1)."
    ),
)
_TVERSKY_NOTES = (
    "Here α weighs misses and 1 − α false positives; the notes' text says the opposite. Code(0.7) is text(0.3, 0.7).",
    "Only pairs with α + β = 1 can be had, so α = β = 1, which the notes call Jaccard, is out of reach.",
    "At α = 0.5 it is Dice with a smoothing of 2, not the notes' Dice, whose smoothing is 1.",
    (
        "Batch, space and classes are pooled. With a softmax and one-hot truth the sums of false "
        "positives and of misses are then the same number, so α does nothing at all: the loss is one "
        "minus the mean probability of the true class, mostly of the background."
    ),
    (
        "It takes (truth, prediction), while torch losses take (prediction, truth): swapping them swaps "
        "false positives and misses, and so what α weighs, which shows only where α is not 0.5."
    ),
    "α = 0.7 trades precision for recall: without smoothing 1/T = (1 − α)/precision + α/recall.",
    (
        "The notes found that it overfits. The formula says something near: in expectation it is best at "
        "probabilities of 0 and 1, so it makes maps over-confident."
    ),
)
_BCE_NOTES = (
    "On a softmax of more than two classes this is not the cross-entropy: it adds −ln(1 − p) of every other class.",
    (
        "The p − t that the notes call the gradient of softmax is that of the cross-entropy after a "
        "softmax, by the logit; the notes compare it with a Dice gradient by the probability. By the "
        "logit, Dice's is that times p(1 − p)."
    ),
)
_IOU_NOTES = (
    "It returns minus the IoU, from −1 to 0; the notes call it non-negative.",
    "It cannot become infinite; NaN comes only from NaN probabilities or 16-bit sums.",
    (
        "Whether the truth is empty is asked of the whole batch, and only while Keras runs eagerly: an "
        "empty sample beside one that is not gets almost 0, a batch of empty ones almost −1."
    ),
    (
        "When the whole batch has no true voxel it scores the background instead: 100 invented voxels of "
        "65,536 then cost almost nothing (−0.9985), while one true voxel elsewhere in the batch turns "
        "the same prediction into −0.0100."
    ),
    (
        "Its smoothing is 10⁻⁶, that of the notes' Dice is 1 and that of their Tversky 1 over the pooled "
        "batch, so IoU = Dice/(2 − Dice) does not hold between them: the example with Dice 0.7 has IoU "
        "0.5 and not 0.538."
    ),
)

CODE = Convention(
    id="origin-notes",
    title="Origin notes, as coded",
    version="2022",
    source=(
        "a Keras notebook; its Dice and Tversky follow nabsabraham/focal-tversky-unet, its IoU an Airbus-ship notebook"
    ),
    recipes={
        "dice_loss": Recipe(
            _DICE,
            parameters={"smooth": 1.0},
            call="dice_loss(y_true, y_pred)  # smooth = {smooth} inside",
            notes=_DICE_NOTES,
        ),
        "iou_loss": Recipe(_IOU, parameters={"eps": 1e-6}, call="IOU(y_true, y_pred, eps={eps})", notes=_IOU_NOTES),
        "tversky_loss": Recipe(
            _TVERSKY,
            parameters={"alpha": 0.7, "smooth": 1.0},
            call="tversky_loss(y_true, y_pred)  # alpha = {alpha}, smooth = {smooth} inside",
            notes=_TVERSKY_NOTES,
        ),
        "binary_cross_entropy": Recipe(_BCE, call='"binary_crossentropy"', notes=_BCE_NOTES),
        "bce_dice_loss": Recipe(
            Sum(((1.0, _BCE), (1.0, _DICE))),
            parameters={"smooth": 1.0},
            call="binary_crossentropy(y_true, y_pred) + dice_loss(y_true, y_pred)  # smooth = {smooth} inside",
            one_class_only=(
                "The notes add a map of voxels to a vector of classes, which does not broadcast for several classes."
            ),
            notes=(
                (
                    "The notes give no weights and add a map of voxels to a vector of classes, which broadcasts only "
                    "for one class, or by accident where there are as many classes as columns. Add two means, each "
                    "with a stated weight."
                ),
                _SMOOTH_NOTE,
            ),
        ),
        "focal_plus_tversky_loss": Recipe(
            Sum(((1.0, _FOCAL), (1.0, _TVERSKY))),
            parameters={"gamma": 2.0, "focal_alpha": 0.25, "alpha": 0.7, "smooth": 1.0},
            call=(
                "focal_loss(gamma={gamma}, alpha={focal_alpha}) + tversky_loss  # alpha = {alpha}, smooth = "
                "{smooth} inside"
            ),
            notes=(
                (
                    "The notes give only the title; this is Lin's focal loss plus the notes' Tversky. Other readings "
                    "are the power of it (focal_tversky_loss) and the unified focal loss."
                ),
                *_TVERSKY_NOTES[:1],
            ),
        ),
        "focal_tversky_loss": Recipe(
            _FOCAL_TVERSKY,
            parameters={"alpha": 0.7, "smooth": 1.0, "exponent": 0.75},
            call="focal_tversky(y_true, y_pred)  # alpha = {alpha}, exponent = {exponent}, smooth = {smooth} inside",
            notes=(
                "The other reading of the notes' title: the power, as in the repository their code comes from.",
                *_TVERSKY_NOTES[:1],
            ),
        ),
    },
    refuses={
        "generalized_dice_loss": (
            "The notes show the generalised Dice loss only as a picture; convention sudre has the paper's."
        ),
        "vnet_dice_loss": "The notes cite V-Net but do not square; convention vnet does.",
        "focal_loss": "The notes name a focal loss only in a title; convention lin has it.",
        "cross_entropy": "The notes put a binary cross-entropy after their softmax.",
    },
)

TEXT = Convention(
    id="origin-notes-text",
    title="Origin notes, as described",
    version="2022",
    source="the text beside the same notebook's code",
    recipes={
        "dice_loss": Recipe(
            Region(),
            call="1 − 2|A∩B| / (|A| + |B|)",
            notes=(
                (
                    "The text calls the loss the similarity of two contours; the coefficient is the similarity, of "
                    "two regions, and the loss is one minus it."
                ),
            ),
        ),
        "iou_loss": Recipe(
            Region(1.0, 1.0, returned=Returned.INDEX),
            call="I(X) / U(X)",
            notes=(
                "The text calls I/U the loss; that is the index, which is to be made large. The loss is one minus it.",
            ),
        ),
        "tversky_loss": Recipe(
            Region("alpha", "beta"),
            parameters={"alpha": 0.5, "beta": 0.5},
            call="1 − |A∩B| / (|A∩B| + {alpha}·|A−B| + {beta}·|B−A|)",
            notes=(
                (
                    "A is the prediction: α weighs false positives and β misses, as in Salehi 2017 and unlike the "
                    "code beside it."
                ),
            ),
        ),
    },
)
