"""The imbalance tab: losses as the target becomes rarer, and what lesions are worth."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.gui.laboratory.subject import Subject
from segdiff.gui.numbers import score_text
from segdiff.gui.views.laboratory import ImbalanceSheet
from segdiff.gui.widgets.graph import Axis, Bars, Graph, Line, Mark, Weight
from segdiff.gui.words import shown, tr

if TYPE_CHECKING:
    from segdiff.evidence import Evidence
    from segdiff.explore import Background, LesionCounts, Lesions, PrevalenceCurves

_STEADY: Final = ("dice_loss", "generalized_dice_loss", "binary_cross_entropy", "focal_loss")
"""Losses that α and β do not change: computed once for what was measured."""

_DRAWN: Final = (
    ("tversky_loss", Weight.STRONG),
    ("dice_loss", Weight.QUIET),
    ("generalized_dice_loss", Weight.QUIET),
    ("binary_cross_entropy", Weight.STRONG),
    ("focal_loss", Weight.QUIET),
)
_LOWEST: Final = 1e-5
"""Share of the picture at which the axis of prevalence ends."""

_FEWEST: Final = 5
"""Lesions that there is room for, so that a single one is a bar and no block."""


def imbalance_sheet(
    subject: Subject, evidence: Evidence, background: Background, counts: LesionCounts | None
) -> ImbalanceSheet | str:
    """Three charts; words where the truth is empty or all there is."""
    from segdiff.explore import prevalence_curves

    state = subject.state
    costs = {"alpha": state.alpha, "beta": state.beta}
    steady = _steady(evidence, background)
    live = prevalence_curves(evidence, background=background, parameters=costs, losses=("tversky_loss",))
    if steady is None or live is None:
        return tr("The ground truth fills all of the picture or none of it, so it cannot become rarer.")
    prevalence = _prevalence_graph(live, steady)
    if counts is None:
        return ImbalanceSheet(prevalence, None, None, _sentence(live, steady, background))
    from segdiff.explore import lesion_losses

    dropped = _dropped(lesion_losses(counts, costs, ("tversky_loss",)))
    return ImbalanceSheet(prevalence, _displaced(counts), dropped, _sentence(live, steady, background))


@lru_cache(maxsize=16)
def _steady(evidence: Evidence, background: Background) -> PrevalenceCurves | None:
    from segdiff.explore import prevalence_curves

    return prevalence_curves(evidence, background=background, losses=_STEADY)


def _prevalence_graph(live: PrevalenceCurves, steady: PrevalenceCurves) -> Graph:
    from segdiff.registry import find

    lines = []
    for loss, weight in _DRAWN:
        values = (live if loss in live.values else steady).values[loss]
        largest = np.nanmax(values) if not np.isnan(values).all() else 0.0
        share = values / largest if largest > 0 else np.full_like(values, np.nan)
        # From the measured share down to rarer ones, so that the names stand at the rare end.
        lines.append(Line(live.prevalence[::-1], share[::-1], shown(find(loss).title), weight))
    ticks = ((0.5, "50 %"), (0.1, "10"), (0.01, "1"), (0.001, "0.1"), (1e-4, "0.01"), (1e-5, "0.001"))
    return Graph(
        title=tr("Losses as the target becomes rarer"),
        meaning=tr(
            "Each loss as a share of its largest value here. Losses of regions do not see a clean background; "
            "a mean over voxels fades in it."
        ),
        lines=tuple(lines),
        marks=(Mark(max(_LOWEST, live.measured.prevalence), label=tr("here")),),
        x=Axis(0.5, _LOWEST, ticks, tr("share of the picture"), log=True),
        y=Axis(0.0, 1.05, ((0.0, "0"), (1.0, "1"))),
    )


def _sentence(live: PrevalenceCurves, steady: PrevalenceCurves, background: Background) -> str:
    from segdiff.explore import Background

    at = live.measured.prevalence
    rarer = max(_LOWEST, at / 10.0)
    overlap, voxels = (
        _at(curves.prevalence, curves.values[loss], rarer)
        for curves, loss in ((live, "tversky_loss"), (steady, "binary_cross_entropy"))
    )
    now = live.now["tversky_loss"], steady.now["binary_cross_entropy"]
    words = {
        "tversky": score_text(now[0], 3),
        "overlap": score_text(overlap, 3),
        "bce": f"{now[1]:.2g}",
        "voxels": f"{voxels:.2g}",
        "times": f"{at / rarer:.0f}",
    }
    if background is Background.CLEAN:
        return tr(
            "In a view {times} times wider, with nothing invented in it, the Tversky loss stays {tversky} and BCE "
            "fades from {bce} to {voxels}.",
            **words,
        )
    return tr(
        "Were the target {times} times rarer, at the same shares found and invented, the Tversky loss would go from "
        "{tversky} to {overlap} and BCE from {bce} to {voxels}.",
        **words,
    )


def _at(prevalence: NDArray[np.float64], values: NDArray[np.float64], where: float) -> float:
    known = ~np.isnan(values)
    return float(np.interp(math.log(where), np.log(prevalence[known]), values[known])) if known.any() else math.nan


@lru_cache(maxsize=16)
def _displaced(counts: LesionCounts) -> Graph:
    """Of the Dice loss, which no costs change: made and drawn once for what was counted."""
    from segdiff.explore import lesion_losses

    lost = lesion_losses(counts, {}, ("dice_loss",))
    names = {
        "whole target": tr("all {voxels}"),
        "largest lesion": tr("largest {voxels}"),
        "smallest lesion": tr("smallest {voxels}"),
    }
    x = np.array(lost.shifts, dtype=float)
    lines = [
        Line(
            x,
            one.values["dice_loss"],
            names[one.name].format(voxels=f"{one.voxels:,}"),
            Weight.STRONG if one.name == "smallest lesion" else Weight.QUIET,
        )
        for one in lost.displaced
    ]
    return Graph(
        title=tr("Dice loss of a moved outline"),
        meaning=tr(
            "A perfect outline, drawn a few voxels off. A small lesion jumps where a large one walks: the same shift "
            "costs it far more."
        ),
        lines=tuple(lines),
        x=Axis(0.0, float(x[-1]), tuple((float(k), str(k)) for k in lost.shifts), tr("voxels off")),
    )


def _dropped(lost: Lesions) -> Graph:
    """What the Tversky loss would rise by; the largest lesion first."""
    rises = np.array([one.values["tversky_loss"] - lost.now["tversky_loss"] for one in lost.dropped])
    most = max(1e-6, float(rises.max()) if rises.size else 0.0)
    edges = np.linspace(0.5, len(rises) + 0.5, len(rises) + 1)
    last = len(rises)
    ticks = ((1.0, "1"),) if last == 1 else ((1.0, "1"), (float(last), f"{lost.dropped[-1].number}"))
    return Graph(
        title=tr("Rise per missed lesion"),
        meaning=tr("What each lesion adds to the Tversky loss if it is missed altogether, the largest at the left."),
        bars=Bars(edges, {"secondary": np.maximum(rises, 0.0)}),
        x=Axis(0.5, max(last, _FEWEST) + 0.5, ticks, tr("lesion, by size")),
        y=Axis(0.0, most, ((0.0, "0"), (most, f"+{most:.2f}".replace("0.", ".")))),
    )
