"""What the views say about the state on screen, from what has been measured so far.

Everything here is arithmetic on a handful of numbers, so it runs at once, on the window's thread, at each move of a slider.
torch is not imported before something has been measured.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from segdiff.gui.numbers import LETTERS, score_text
from segdiff.gui.pipeline import Pipeline
from segdiff.gui.window import Window
from segdiff.session import ViewState

if TYPE_CHECKING:
    from segdiff.evidence import Evidence


class Answers:
    """Shows numbers in the views of a window."""

    def __init__(self, window: Window, pipeline: Pipeline) -> None:
        self._window = window
        self._pipeline = pipeline

    def show(self, state: ViewState) -> None:
        """Bring every number on screen up to date."""
        measured = self._measured(state)
        chosen = measured.get(state.prediction or "")
        counts = chosen.confusion.counts if chosen else None
        letters = dict(zip((p.name for p in state.case.predictions), LETTERS, strict=False)) if state.case else {}
        letter = letters.get(state.prediction or "", "the prediction")
        self._window.overlay.show_counts(counts, state.case.grid if state.case else None, letter)
        self._window.tradeoff.show_index(counts, _tversky(counts, state), state)
        self._window.case.show_dice({name: score_text(_dice(evidence), 3) for name, evidence in measured.items()})
        self._show_rivals(state, measured, letters)
        self._show_best_threshold(state, chosen)
        self._show_sheet(state, measured, letters)

    def _measured(self, state: ViewState) -> dict[str, Evidence]:
        found = {}
        for prediction in state.case.predictions if state.case else ():
            comparison = state.comparison_of(prediction.name)
            evidence = self._pipeline.evidence(comparison) if comparison else None
            if evidence is not None:
                found[prediction.name] = evidence
        return found

    def _show_rivals(self, state: ViewState, measured: dict[str, Evidence], letters: dict[str, str]) -> None:
        rivals = [(letters[name], evidence.confusion.counts[:3]) for name, evidence in measured.items()]
        names = list(measured)
        if state.prediction not in names:
            self._window.tradeoff.show_rivals([], 0, "")
            return
        sentence = _sentence(state, measured, letters) if len(rivals) == 2 else ""
        self._window.tradeoff.show_rivals(rivals, names.index(state.prediction), sentence)

    def _show_best_threshold(self, state: ViewState, chosen: Evidence | None) -> None:
        best = None
        if chosen is not None and chosen.thresholds is not None:
            from segdiff.explore import best_threshold

            best = best_threshold(chosen.thresholds, state.alpha, state.beta)
        self._window.tradeoff.show_best_threshold(best, state.threshold)

    def _show_sheet(self, state: ViewState, measured: dict[str, Evidence], letters: dict[str, str]) -> None:
        if not measured or state.case is None:
            self._window.scores.clear()
            return
        from segdiff.evaluate import score_sheet

        rows = score_sheet(state, self._pipeline.evidence)
        hard = [not prediction.is_probabilistic for prediction in state.case.predictions]
        self._window.scores.show_sheet(rows, list(letters.values()), list(letters), hard, state.threshold, len(state.case.label_choices()) > 1)


def _tversky(counts: tuple[int, int, int, int] | None, state: ViewState) -> float:
    """The index of the formula's own numbers, by the same rule for empty masks as everywhere."""
    if counts is None:
        return math.nan
    from segdiff.evidence import Confusion
    from segdiff.metrics.overlap import tversky

    return float(tversky(Confusion.of_counts(*counts), state.alpha, state.beta))


def _dice(evidence: Evidence) -> float:
    from segdiff.metrics.overlap import dice

    return float(dice(evidence.confusion))


def _sentence(state: ViewState, measured: dict[str, Evidence], letters: dict[str, str]) -> str:
    """Who is ahead at these costs, and what a miss would have to cost for that to change."""
    from segdiff.explore import duel

    (first, a), (second, b) = measured.items()
    match = duel(a.confusion, b.confusion)
    lead = match.lead(state.alpha, state.beta)
    if lead == 0:
        return f"{letters[first]} and {letters[second]} are level at these costs."
    winner, loser = (first, second) if lead > 0 else (second, first)
    ahead = f"<b>{letters[winner]} is ahead.</b>"
    if match.break_even is None:
        return f"{ahead} No α and β would put {letters[loser]} ahead: {letters[winner]} is better on both counts."
    if state.alpha == 0:
        return f"{ahead} False positives cost nothing here."
    now = state.beta / state.alpha
    way = "less" if now > match.break_even else "more"
    return (
        f"{ahead} {letters[loser]} would be better if a missed voxel cost {way} than <b>{match.break_even:.2f}</b> extra voxels; "
        f"now it costs {now:.2f}."
    )
