"""torchmetrics: scores of hard masks, not losses; what it returns is the index itself."""

from segdiff.losses.conventions.records import Convention, Generalized, Recipe, Region, Returned

_SCORE_NOTE = "It returns the score itself, of masks: 1 is perfect."

CONVENTION = Convention(
    id="torchmetrics",
    title="torchmetrics",
    version="1.9.0",
    source="torchmetrics.functional.segmentation, run at 1.9.0",
    recipes={
        "dice_loss": Recipe(
            Region(doubled=True, returned=Returned.INDEX, undefined_skipped=True),
            options={
                "average": {"macro": {}, "none": {"undefined_skipped": False, "vector": True}},
                "include_background": {False: {"background": False}},
            },
            call="dice_score(prediction, truth, num_classes=..., average='macro')",
            notes=(_SCORE_NOTE, "A class that neither mask has is left out of the mean; where there is no other it is NaN."),
        ),
        "generalized_dice_loss": Recipe(
            Generalized(absent_takes_largest=False, returned=Returned.INDEX),
            options={"include_background": {False: {"background": False}}},
            call="generalized_dice_score(prediction, truth, num_classes=...)",
            notes=(
                _SCORE_NOTE,
                "In a batch of two or more, 1.9.0 gives an absent class a weight from another sample and of another class; that is "
                "not reproduced here: one sample at a time agrees.",
            ),
        ),
    },
    refuses={"tversky_loss": "torchmetrics has no Tversky score."},
)
