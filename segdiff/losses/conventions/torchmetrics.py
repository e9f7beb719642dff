"""torchmetrics: scores of hard masks, not losses; what it returns is the index itself."""

from segdiff.losses.records import Averaged, Convention, Generalized, Recipe, Region, Returned

_SCORE_NOTE = "It returns the score itself, of masks: 1 is perfect. Probabilities are cut at one half here first."

CONVENTION = Convention(
    id="torchmetrics",
    title="torchmetrics",
    version="1.9.0",
    source="torchmetrics.functional.segmentation, run at 1.9.0",
    recipes={
        "dice_loss": Recipe(
            Region(doubled=True, masks=True, returned=Returned.INDEX, undefined_skipped=True),
            options={
                "average": {"macro": {}, "none": {"averaged": Averaged.NOTHING}},
                "include_background": {False: {"background": False}, True: {}},
            },
            call="dice_score(prediction, truth, num_classes=..., average='macro')",
            notes=(
                _SCORE_NOTE,
                "A class that neither mask has is left out of the mean; where there is no other it is NaN.",
            ),
        ),
        "iou_loss": Recipe(
            Region(1.0, 1.0, masks=True, returned=Returned.INDEX, undefined=-1.0, averaged=Averaged.NOTHING),
            options={"include_background": {False: {"background": False}, True: {}}},
            call="mean_iou(prediction, truth, num_classes=..., per_class=True)",
            notes=(_SCORE_NOTE, "A class that neither mask has gets −1."),
        ),
        "generalized_dice_loss": Recipe(
            Generalized(absent_takes_largest=False, masks=True, undefined=0.0, returned=Returned.INDEX),
            options={"include_background": {False: {"background": False}, True: {}}},
            call="generalized_dice_score(prediction, truth, num_classes=...)",
            notes=(
                _SCORE_NOTE,
                (
                    "In a batch of two or more, 1.9.0 gives an absent class a weight from another sample and of "
                    "another class; that is not reproduced here: one sample at a time agrees."
                ),
            ),
        ),
    },
    refuses={"tversky_loss": "torchmetrics has no Tversky score."},
)
