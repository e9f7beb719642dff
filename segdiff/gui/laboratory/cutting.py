"""The pages of the threshold tab, from counts at every threshold."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from segdiff.data import Outcome
from segdiff.gui.laboratory.subject import Subject
from segdiff.gui.laboratory.trust_words import gap_in_words
from segdiff.gui.numbers import NONE, score_text, threshold_text
from segdiff.gui.views.laboratory import CutSheet, PaperSheet, TrustSheet
from segdiff.gui.widgets.graph import Axis, Bars, Graph, Line, Mark, Weight
from segdiff.gui.widgets.heat_chart import Heat
from segdiff.gui.widgets.signed_bars import Step
from segdiff.gui.words import tr

if TYPE_CHECKING:
    from segdiff.evidence import Evidence, ThresholdCounts
    from segdiff.explore import Cut, OperatingCurve, SalehiRow, SoftAndHard, ThresholdMap

_HALVES: Final = ((0.0, "0"), (0.5, "0.5"), (1.0, "1"))
_CLOSE: Final = 0.05
"""A best threshold this near to the theoretical one is as good as there."""

_ALPHAS: Final = 41


def cut_sheet(subject: Subject, evidence: Evidence) -> CutSheet:
    """Where to cut the map looked at, beside all other predictions."""
    from segdiff.explore import best_cut

    assert evidence.thresholds is not None
    state, counts = subject.state, evidence.thresholds
    cut = best_cut(counts, state.alpha, state.beta)
    heat = _map(counts)
    on_line = state.alpha / (state.alpha + state.beta) if state.alpha + state.beta > 0 else 0.5
    costs = Heat(
        title=tr("By α and threshold"),
        meaning=tr(
            "The Tversky index: lighter is better; β is 1 − α. The line joins the best threshold of each α; the ring "
            "is where you are. Click to go elsewhere."
        ),
        values=heat.index[::-1],
        x=Axis(ticks=_HALVES, words=tr("false-positive cost α")),
        y=Axis(ticks=_HALVES, words=tr("threshold")),
        path=(heat.alphas, heat.best),
        place=(on_line, state.threshold),
    )
    return CutSheet(
        _score_graph(subject, cut),
        costs,
        _precision_recall_graph(subject, evidence),
        _roc_graph(subject, evidence),
        _cut_sentence(subject.letter, cut),
        cut.best if cut else None,
        round(min(0.999, max(0.001, cut.theoretical)), 3) if cut else None,
        cut is not None and cut.best == state.threshold,
    )


def _score_graph(subject: Subject, cut: Cut | None) -> Graph:
    from segdiff.explore import THRESHOLDS, index_at, threshold_curves

    state, lines = subject.state, []
    for letter, evidence in subject.in_order():
        weight = Weight.STRONG if letter == subject.letter else Weight.QUIET
        if evidence.thresholds is None:
            value = float(index_at(evidence.confusion, state.alpha, state.beta))
            y, weight = np.full(len(THRESHOLDS), value), Weight.DASHED
        else:
            y = threshold_curves(evidence.thresholds, state.alpha, state.beta).index
        lines.append(Line(THRESHOLDS, y, letter, weight))
    marks = [Mark(state.threshold, weight=Weight.STRONG)]
    if cut is not None:
        marks.append(Mark(cut.theoretical, weight=Weight.DASHED, label=tr("calibrated")))
        words = tr("best {threshold}", threshold=threshold_text(cut.best))
        marks.append(Mark(cut.best, cut.index, words, Weight.STRONG))
    return Graph(
        title=tr("Index by threshold"),
        meaning=tr("The Tversky index of each prediction, at these costs, if cut elsewhere. Click to cut there."),
        lines=tuple(lines),
        marks=tuple(marks),
        x=Axis(ticks=_HALVES, words=tr("threshold")),
    )


def _cut_sentence(letter: str, cut: Cut | None) -> str:
    if cut is None:
        return tr("The ground truth is empty, so no threshold is better than another.")
    values = {"letter": letter, "best": threshold_text(cut.best), "theory": f"{cut.theoretical:.3f}"}
    if abs(cut.best - cut.theoretical) <= _CLOSE:
        return tr(
            "At these costs {letter} is best cut at {best}, about where a calibrated map is ({theory}).", **values
        )
    if cut.best > cut.theoretical:
        return tr(
            "At these costs {letter} is best cut at {best}. A calibrated map would be at {theory}: "
            "{letter} gives too much probability.",
            **values,
        )
    return tr(
        "At these costs {letter} is best cut at {best}. A calibrated map would be at {theory}: "
        "{letter} gives too little probability.",
        **values,
    )


def _precision_recall_graph(subject: Subject, evidence: Evidence) -> Graph:
    return _operating_graph(
        subject,
        _precision_recall,
        Mark(_rate(evidence, "tp", "fn"), _rate(evidence, "tp", "fp"), weight=Weight.STRONG),
        title=tr("Precision by recall"),
        meaning=tr("At each threshold: of what is predicted, how much is right. The number is the area below."),
        words=tr("recall"),
    )


def _roc_graph(subject: Subject, evidence: Evidence) -> Graph:
    return _operating_graph(
        subject,
        _receiver_operating,
        Mark(_rate(evidence, "fp", "tn"), _rate(evidence, "tp", "fn"), weight=Weight.STRONG),
        title=tr("ROC curve"),
        meaning=tr(
            "Share found by share of the background that is invented. It looks good whenever the background "
            "is large; the number is the area below."
        ),
        words=tr("false-positive rate"),
    )


def _operating_graph(
    subject: Subject,
    curve_of: Callable[[ThresholdCounts], OperatingCurve],
    now: Mark,
    *,
    title: str,
    meaning: str,
    words: str,
) -> Graph:
    """A curve of each map, and where the map looked at stands now; it may stand nowhere."""
    lines, note = [], ""
    for letter, evidence in subject.in_order():
        if evidence.thresholds is None:
            continue
        curve = curve_of(evidence.thresholds)
        is_chosen = letter == subject.letter
        lines.append(Line(curve.x, curve.y, letter, Weight.STRONG if is_chosen else Weight.QUIET))
        note = score_text(curve.area) if is_chosen else note
    marks = () if math.isnan(now.x) or math.isnan(now.y) else (now,)
    return Graph(title, note, meaning, tuple(lines), marks=marks, x=Axis(ticks=_HALVES, words=words))


def _rate(evidence: Evidence, part: str, rest: str) -> float:
    """Share of one count in two."""
    counts = dict(zip(("tp", "fp", "fn", "tn"), evidence.confusion.counts, strict=True))
    whole = counts[part] + counts[rest]
    return counts[part] / whole if whole else math.nan


def trust_sheet(subject: Subject, evidence: Evidence) -> TrustSheet:
    """Whether the probabilities of the map looked at mean what they say, and what that does to its loss."""
    from segdiff.explore import reliability, soft_and_hard

    state = subject.state
    diagram = reliability(evidence)
    gap = soft_and_hard(evidence, state.alpha, state.beta, state.threshold)
    assert diagram is not None
    assert gap is not None
    note = tr("Brier {brier}", brier=score_text(diagram.brier))
    known = ~np.isnan(diagram.confidence)
    line = Line(diagram.confidence[known], diagram.frequency[known], subject.letter)
    dots = tuple(Mark(float(x), float(y)) for x, y in zip(line.x, line.y, strict=True))
    calibration = Graph(
        title=tr("Really there"),
        note=note,
        meaning=tr(
            "Of the voxels given about p, which share is of the ground truth. On the dashed line the probabilities "
            "mean what they say; below it they promise too much. Brier: mean squared error. The mean distance from "
            "the dashed line over all voxels (ECE) is {error}.",
            error=score_text(diagram.calibration_error),
        ),
        lines=(line,),
        marks=dots,
        x=Axis(ticks=_HALVES, words=tr("probability given")),
        diagonal=True,
    )
    return TrustSheet(calibration, _confidence_graph(evidence, state.threshold), _steps(gap), gap_in_words(gap))


def _confidence_graph(evidence: Evidence, threshold: float) -> Graph:
    from segdiff.explore import confidence_histogram

    found = confidence_histogram(evidence, threshold)
    assert found is not None
    heights = {
        "tp": found[Outcome.TRUE_POSITIVE].astype(float),
        "fp": found[Outcome.FALSE_POSITIVE].astype(float),
        "fn": found[Outcome.FALSE_NEGATIVE].astype(float),
    }
    most = max(1.0, float(np.sum(list(heights.values()), axis=0).max()))
    return Graph(
        title=tr("Voxels by probability"),
        meaning=tr("Found, invented and missed voxels by the probability they were given; background is left out."),
        bars=Bars(np.linspace(0.0, 1.0, 21), heights),
        marks=(Mark(threshold, weight=Weight.STRONG),),
        x=Axis(ticks=_HALVES, words=tr("probability given")),
        y=Axis(0.0, most, ((0.0, "0"), (most, f"{most:,.0f}"))),
    )


def _steps(gap: SoftAndHard) -> tuple[Step, ...]:
    """From the soft loss down to the hard one, each group taken off where the one before ended."""
    names = {
        Outcome.TRUE_POSITIVE: (tr("unsure hits"), "tp"),
        Outcome.FALSE_POSITIVE: (tr("unsure inventions"), "fp"),
        Outcome.FALSE_NEGATIVE: (tr("misses that got some"), "fn"),
        Outcome.TRUE_NEGATIVE: (tr("haze in the background"), "secondary"),
    }
    steps = [Step(tr("Loss of the mask"), 0.0, gap.hard, "text", tr("One minus the index at this threshold."), True)]
    at = gap.hard
    for share in gap.shares:
        name, colour = names[share.outcome]
        sure = NONE if math.isnan(share.confidence) else f"{share.confidence:.3f}"
        meaning = tr("{voxels} voxels, with a mean probability of {sure}", voxels=f"{share.voxels:,}", sure=sure)
        steps.append(Step(name, at, at + share.contribution, colour, meaning))
        at += share.contribution
    whole = tr("One minus the index of the probabilities as they are.")
    return (*steps, Step(tr("Loss of the probabilities"), 0.0, gap.soft, "text", whole, True))


def paper_sheet(subject: Subject, evidence: Evidence) -> PaperSheet | None:
    """Salehi's table for the map looked at; ``None`` for an empty truth."""
    from segdiff.explore import salehi_table

    assert evidence.thresholds is not None
    rows = salehi_table(evidence.thresholds)
    if not rows:
        return None
    columns = ("α", "β", tr("cut at"), tr("Dice"), tr("recall"), tr("specificity"), "F2", tr("area PR"))
    sentence = tr(
        "{letter}, cut where a calibrated map would be for each pair of costs. In italics the paper, where each row "
        "is a network of its own.",
        letter=subject.letter,
    )
    return PaperSheet(_paper_graph(rows, subject.letter), columns, tuple(map(_paper_row, rows)), sentence)


def _paper_graph(rows: Sequence[SalehiRow], letter: str) -> Graph:
    """Recall and Dice of the map and of the paper by α, which falls to the right."""
    x = np.array([row.alpha for row in rows])
    values = [value for row in rows for value in (row.dice, row.sensitivity, row.paper.dice)]
    low = 10.0 * math.floor(min(values) / 10.0)

    def line(name: str, values: list[float], weight: Weight) -> Line:
        return Line(x, np.array(values), name, weight)

    return Graph(
        title=tr("Percent, as α falls"),
        meaning=tr("Recall climbs as misses get dearer; Dice rises at best a little, then falls. Dashed: the paper."),
        lines=(
            line(tr("paper recall"), [row.paper.sensitivity for row in rows], Weight.DASHED),
            line(tr("paper Dice"), [row.paper.dice for row in rows], Weight.DASHED),
            line(tr("{letter} recall", letter=letter), [row.sensitivity for row in rows], Weight.STRONG),
            line(tr("{letter} Dice", letter=letter), [row.dice for row in rows], Weight.STRONG),
        ),
        x=Axis(0.5, 0.1, tuple((row.alpha, f"{row.alpha:.1f}") for row in rows), tr("false-positive cost α")),
        y=Axis(low, 100.0, ((low, f"{low:.0f}"), (100.0, "100"))),
    )


def _paper_row(row: SalehiRow) -> tuple[str, ...]:
    """The costs, the threshold, and each figure beside the paper's: ``66.4|53.4``."""
    pairs = (
        (row.dice, row.paper.dice),
        (row.sensitivity, row.paper.sensitivity),
        (row.specificity, row.paper.specificity),
        (row.f2, row.paper.f2),
        (row.average_precision, row.paper.average_precision),
    )
    figures = (f"{ours:.1f}|{paper:.1f}" for ours, paper in pairs)
    return f"{row.alpha:.1f}", f"{row.beta:.1f}", threshold_text(row.threshold), *figures


@lru_cache(maxsize=16)
def _map(counts: ThresholdCounts) -> ThresholdMap:
    """It depends on no slider."""
    from segdiff.explore import threshold_map

    return threshold_map(counts, np.linspace(0.0, 1.0, _ALPHAS))


@lru_cache(maxsize=64)
def _precision_recall(counts: ThresholdCounts) -> OperatingCurve:
    from segdiff.explore import precision_recall

    return precision_recall(counts)


@lru_cache(maxsize=64)
def _receiver_operating(counts: ThresholdCounts) -> OperatingCurve:
    from segdiff.explore import receiver_operating

    return receiver_operating(counts)
