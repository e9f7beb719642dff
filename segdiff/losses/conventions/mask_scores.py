"""Toolkits that score masks: they differ in nothing but what two empty masks count as."""

import math
import sys

from segdiff.losses.records import Absent, Averaged, Convention, Generalized, Recipe, Region, Returned

_SCORE_NOTE = "It returns the score itself, of masks: 1 is perfect. Probabilities are cut at one half here first."
_TRAP_NOTE = (
    "Cut probabilities yourself first: MONAI compares a single class with exactly 1, so that 0.999 "
    "is background, and takes any probability above 0 of several classes for the class."
)


def _dice(both_empty: float, call: str, note: str) -> Recipe:
    part = Region(doubled=True, masks=True, returned=Returned.INDEX, undefined=both_empty)
    return Recipe(part, call=call, notes=(_SCORE_NOTE, note))


def _iou(both_empty: float, call: str, note: str) -> Recipe:
    part = Region(1.0, 1.0, masks=True, returned=Returned.INDEX, undefined=both_empty)
    return Recipe(part, call=call, notes=(_SCORE_NOTE, note))


MONAI = Convention(
    id="monai-metrics",
    title="MONAI metrics",
    version="1.6.1",
    source="monai.metrics, run at 1.6.1",
    recipes={
        "dice_loss": Recipe(
            Region(
                doubled=True,
                masks=True,
                returned=Returned.INDEX,
                undefined=1.0,
                absent=Absent.UNDEFINED,
                averaged=Averaged.NOTHING,
            ),
            options={
                "ignore_empty": {True: {}, False: {"absent": Absent.KEPT}},
                "include_background": {True: {}, False: {"background": False}},
            },
            call="monai.metrics.compute_dice(prediction, truth)",
            notes=(
                _SCORE_NOTE,
                (
                    "A class that the truth does not have is NaN; with ignore_empty=False it is 1 if the prediction "
                    "has none either, else 0."
                ),
                _TRAP_NOTE,
            ),
        ),
        "generalized_dice_loss": Recipe(
            Generalized(
                masks=True, none_present=1.0, undefined=1.0, returned=Returned.INDEX, averaged=Averaged.CLASSES
            ),
            options={"include_background": {True: {}, False: {"background": False}}},
            call="monai.metrics.compute_generalized_dice(prediction, truth, sum_over_classes=True)",
            notes=(
                _SCORE_NOTE,
                "With sum_over_classes=False it gives Dice for each class instead, where weights have no say.",
            ),
        ),
    },
)

METRICS_RELOADED = Convention(
    id="metrics-reloaded",
    title="MetricsReloaded",
    version="0.1.0",
    source="BinaryPairwiseMeasures, run at cb38dfc0a5ed (2025-06-02)",
    recipes={
        "dice_loss": _dice(1.0, "BinaryPairwiseMeasures(prediction, truth).dsc()", "Two empty masks have a Dice of 1."),
        "iou_loss": _iou(
            math.nan,
            "BinaryPairwiseMeasures(prediction, truth).intersection_over_union()",
            "Two empty masks have no IoU (NaN), although their Dice is 1.",
        ),
    },
)

SIMPLEITK = Convention(
    id="simpleitk",
    title="SimpleITK",
    version="2.5.7",
    source="LabelOverlapMeasuresImageFilter, run at 2.5.7",
    recipes={
        "dice_loss": _dice(math.inf, "overlap.GetDiceCoefficient()", "Two empty masks have an infinite Dice."),
        "iou_loss": _iou(
            sys.float_info.max, "overlap.GetJaccardCoefficient()", "Two empty masks get the largest number there is."
        ),
    },
)

MEDPY = Convention(
    id="medpy",
    title="medpy",
    version="0.5.2",
    source="medpy.metric.binary, run at 0.5.2 with numpy 2.4",
    recipes={
        "dice_loss": _dice(
            math.nan, "dc(prediction, truth)", "Two empty masks have no Dice (NaN), although their Jaccard is 1."
        ),
        "iou_loss": _iou(1.0, "jc(prediction, truth)", "Two empty masks have a Jaccard of 1."),
    },
)
