"""The gradient tab and the training tab: what a slice would push, and what a toy learns from it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from segdiff.data import Outcome
from segdiff.gui.laboratory.experiments import SliceGradients
from segdiff.gui.laboratory.pictures import aspect_of, box_around, gradient_pixels, grey_slice, outcome_pixels
from segdiff.gui.laboratory.subject import Subject
from segdiff.gui.numbers import NONE, score_text
from segdiff.gui.views.laboratory import GradientSheet, Lesson, TrainingSheet
from segdiff.gui.widgets.graph import Axis, Graph, Line, Mark, Weight
from segdiff.gui.widgets.slice_picture import Picture
from segdiff.gui.words import shown, tr

if TYPE_CHECKING:
    from segdiff.explore import GradientMap, Learned

_SHADES: Final = {
    Outcome.TRUE_POSITIVE: "tp",
    Outcome.FALSE_POSITIVE: "fp",
    Outcome.FALSE_NEGATIVE: "fn",
    Outcome.TRUE_NEGATIVE: "track",
}
_WRONG: Final = (Outcome.FALSE_POSITIVE, Outcome.FALSE_NEGATIVE)
_OF_TRUTH: Final = (Outcome.TRUE_POSITIVE, Outcome.FALSE_NEGATIVE)


def gradient_sheet(subject: Subject, found: SliceGradients, index: int) -> GradientSheet:
    """A picture for each loss, around the target."""
    case = subject.state.case
    assert case is not None
    box, grey = box_around(found.truth, found.predicted), grey_slice(case, subject.state, index)[...]
    pictures = tuple(
        Picture(
            title=shown(one.title.removesuffix(" loss")),
            pixels=gradient_pixels(grey[box], one.gradient[box], one.strongest),
            aspect=aspect_of(case),
            words=_values_in_words(one),
            shares=tuple((_SHADES[push.outcome], push.share) for push in one.budget if not math.isnan(push.share)),
            meaning=_budget_in_words(one),
        )
        for one in found.maps
    )
    return GradientSheet(pictures, gradient_sentence(found.maps))


def _values_in_words(one: GradientMap) -> str:
    if one.strongest == 0.0:
        return tr("no push at all")
    if one.distinct <= 2:
        return tr("{count} values only", count=one.distinct)
    return tr("{count} values", count=f"{one.distinct:,}")


def _budget_in_words(one: GradientMap) -> str:
    names = {
        Outcome.TRUE_POSITIVE: tr("on hits"),
        Outcome.FALSE_POSITIVE: tr("on false positives"),
        Outcome.FALSE_NEGATIVE: tr("on misses"),
        Outcome.TRUE_NEGATIVE: tr("on background"),
    }
    lines = [tr("{title}: {value}", title=shown(one.title.removesuffix(" loss")), value=score_text(one.value))]
    lines.append(tr("strongest push {value}", value=f"{one.strongest:.2g}"))
    lines += [
        tr(
            "{share} % {where} ({pixels})",
            share=f"{100 * push.share:.0f}",
            where=names[push.outcome],
            pixels=f"{push.pixels:,}",
        )
        for push in one.budget
        if not math.isnan(push.share)
    ]
    return "\n".join(lines)


def gradient_sentence(maps: tuple[GradientMap, ...]) -> str:
    """How much of the pushing of a loss of regions, and of one of voxels, falls on wrong voxels."""
    by_loss = {one.loss: one for one in maps}
    tversky, bce = by_loss["tversky_loss"], by_loss["binary_cross_entropy"]
    if tversky.strongest == 0.0:
        if any(push.pixels for push in tversky.budget if push.outcome in _OF_TRUTH):
            return tr(
                "Every probability on this slice is 0 or 1, where the slope by the logit is 0, so nothing is pushed."
            )
        return tr("The ground truth has no voxel on this slice, so losses of regions push nothing at all.")
    wrong = [[push for push in one.budget if push.outcome in _WRONG] for one in (tversky, bce)]
    shares = [_percent(sum(push.share for push in pushes)) for pushes in wrong]
    if any(push.pixels for push in wrong[1]) and not any(push.total for push in wrong[1]):
        return tr(
            "Wrong voxels get {tversky} % of Tversky's pushing and none of BCE's, whose slope is cut off at "
            "probabilities of 0 and 1.",
            tversky=shares[0],
        )
    return tr(
        "Each bar shares out the pushing by outcome: wrong voxels get {tversky} % of Tversky's and {bce} % of BCE's.",
        tversky=shares[0],
        bce=shares[1],
    )


def _percent(share: float) -> str:
    """Without a place behind the point, unless the share would read as none."""
    return f"{100 * share:.0f}" if share == 0.0 or share >= 0.01 else f"{100 * share:.1f}"


def training_sheet(subject: Subject, learned: tuple[Learned, ...], index: int, *, is_stale: bool) -> TrainingSheet:
    """The mask learned under each loss, and the way there."""
    case, label = subject.state.case, subject.state.label
    assert case is not None
    assert label is not None
    truth = case.truth_mask(label, (index,) if case.grid.is_volume else ())
    box, grey = box_around(truth), grey_slice(case, subject.state, index)
    lessons = tuple(
        Lesson(
            Picture(
                title=shown(one.lesson.title.replace(" loss", "")),
                pixels=outcome_pixels(grey[box], truth[box], one.mask[box], subject.state.overlay),
                aspect=aspect_of(case),
                words=tr(
                    "precision {precision}\nrecall {recall}",
                    precision=_share(one.end.precision),
                    recall=_share(one.end.recall),
                ),
                meaning=tr(
                    "Dice {dice}. Found, invented and missed pixels have the colours of the overlay.",
                    dice=score_text(one.dice, 3),
                ),
            )
        )
        for one in learned
    )
    from segdiff.registry import find

    lines, marks = [], []
    for one in learned:
        weight = Weight.STRONG if one is learned[0] else Weight.QUIET
        x = np.array([moment.recall for moment in one.path])
        y = np.array([moment.precision for moment in one.path])
        lines.append(Line(x, y, shown(find(one.lesson.loss).title.replace(" loss", "")), weight))
        if not math.isnan(one.end.precision):
            marks.append(Mark(one.end.recall, one.end.precision, weight=weight))
    low = max(0.0, math.floor(10.0 * min(float(line.x.min()) for line in lines)) / 10.0 - 0.1)
    path = Graph(
        title=tr("The way there"),
        meaning=tr("Precision against recall from the first step, where all is predicted, to the last, at the dot."),
        lines=tuple(lines),
        marks=tuple(marks),
        x=Axis(low, 1.0, ((low, f"{low:g}"), (1.0, "1")), tr("recall")),
        y=Axis(words=tr("precision")),
    )
    return TrainingSheet(lessons, path, is_stale)


def _share(value: float) -> str:
    return NONE if math.isnan(value) else score_text(value, 2)
