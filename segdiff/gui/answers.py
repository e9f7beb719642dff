"""What the views say about the state on screen, from what has been measured so far.

Everything here is arithmetic on a handful of numbers, so it runs at once, on the window's thread, at each move of a
slider. torch is not imported before something has been measured.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from segdiff.gui.averages import average
from segdiff.gui.numbers import letter_of, score_text
from segdiff.gui.pipeline import Pipeline
from segdiff.gui.verdicts import difference_of, never_in_words, verdict
from segdiff.gui.views.score_table import Sheet
from segdiff.gui.widgets.cost_strip import Never, StripPart
from segdiff.gui.widgets.named_points import NamedPoint
from segdiff.gui.window import Window
from segdiff.gui.words import one_after_another, shown, tr
from segdiff.session import ViewState

if TYPE_CHECKING:
    from segdiff.evidence import Evidence

SHADES: Final = 64
"""Steps of the plane's heat map along either cost."""


class Answers:
    """Shows numbers in the views of a window."""

    def __init__(self, window: Window, pipeline: Pipeline) -> None:
        self._window = window
        self._pipeline = pipeline

    def show_change(self, old: ViewState, new: ViewState) -> None:
        """Bring the numbers up to date where what they depend on has changed; the cursor, say, does not matter."""
        if _subject(old) != _subject(new):
            self.show(new)

    def show(self, state: ViewState) -> None:
        """Bring every number on screen up to date."""
        measured = self._pipeline.evidences(state)
        chosen = measured.get(state.prediction or "")
        counts = chosen.confusion.counts if chosen else None
        predictions = state.case.predictions if state.case else ()
        letters = {prediction.name: letter_of(position) for position, prediction in enumerate(predictions)}
        letter = letters.get(state.prediction or "", tr("the prediction"))
        self._window.overlay.show_counts(counts, state.case.grid if state.case else None, letter)
        self._window.tradeoff.show_index(counts, _tversky(counts, state), state)
        self._window.case.show_dice({name: score_text(_dice(evidence), 3) for name, evidence in measured.items()})
        self._show_plane(state, measured, letters)
        self._show_best_threshold(state, chosen)
        self._show_sheet(state, measured, letters)

    def _show_plane(self, state: ViewState, measured: Mapping[str, Evidence], letters: Mapping[str, str]) -> None:
        self._window.tradeoff.offer_mean(len(state.choices) > 1)
        if state.prediction is None or state.prediction not in measured:
            self._window.tradeoff.clear_plane()
            return
        if self._window.tradeoff.is_of_mean and self._show_mean(state, letters):
            return
        from segdiff.explore import Hindrance, contest, index_plane, named_costs

        chosen = measured[state.prediction].confusion
        names, confusions = list(measured), [evidence.confusion for evidence in measured.values()]
        self._window.tradeoff.show_plane(chosen.counts[:3], index_plane(chosen, SHADES))
        held = contest([letters[name] for name in names], confusions)
        are_all = len(measured) == len(letters) > 1
        self._window.tradeoff.show_rivals(
            [letters[name] for name in names],
            names.index(state.prediction),
            held.sectors,
            _sentences(state, measured, letters) if are_all else "",
        )
        never = [
            Never(one.name, never_in_words(one.never), is_level=one.never.hindrance is Hindrance.LEVEL)
            for one in held.standings
            if one.never
        ]
        parts = [
            StripPart(held.standings[one.winner].name, one.low, one.high, held.level_with(one.winner))
            for one in held.strip
            if are_all
        ]
        self._window.tradeoff.show_strip(parts, never, letters[state.prediction])
        points = [
            NamedPoint(shown(one.name), (one.alpha, one.beta), shown(one.meaning), one.defaults_of)
            for one in named_costs()
        ]
        self._window.tradeoff.show_points(points)

    def _show_mean(self, state: ViewState, letters: Mapping[str, str]) -> bool:
        """The plane of the mean over labels, once all of them have been measured."""
        found = average(state, self._pipeline.evidence, letters)
        if found is not None:
            self._window.tradeoff.show_mean(found.computed, found.sentence)
            self._window.tradeoff.show_strip(found.strip, (), letters[state.prediction or ""])
        return found is not None

    def _show_best_threshold(self, state: ViewState, chosen: Evidence | None) -> None:
        best = None
        if chosen is not None and chosen.thresholds is not None:
            from segdiff.explore import best_threshold

            best = best_threshold(chosen.thresholds, state.alpha, state.beta)
        self._window.tradeoff.show_best_threshold(best, state.threshold)

    def _show_sheet(self, state: ViewState, measured: Mapping[str, Evidence], letters: Mapping[str, str]) -> None:
        if not measured or state.case is None:
            self._window.scores.clear(_missing_words(state, self._pipeline.is_measuring))
            return
        from segdiff.evaluate import score_sheet
        from segdiff.losses import CONVENTIONS, find_convention

        rows = score_sheet(state, self._pipeline.evidence)
        hard = [not prediction.is_probabilistic for prediction in state.case.predictions]
        several_labels = len(state.choices) > 1
        is_measuring = self._pipeline.is_measuring
        conventions = {name: shown(find_convention(name).title) for name in CONVENTIONS}
        chosen = state.prediction or ""
        sheet = Sheet(
            rows, letters, hard, state.threshold, several_labels, is_measuring, state.convention, conventions, chosen
        )
        self._window.scores.show_sheet(sheet)


def _subject(state: ViewState) -> tuple[object, ...]:
    """What the numbers depend on."""
    return (
        state.case,
        state.prediction,
        state.label,
        state.labels,
        state.threshold,
        state.alpha,
        state.beta,
        state.convention,
    )


def _sentences(state: ViewState, measured: Mapping[str, Evidence], letters: Mapping[str, str]) -> str:
    """Who is ahead, and by what."""
    return one_after_another((verdict(state, measured, letters), difference_of(state, measured, letters)))


def _missing_words(state: ViewState, is_measuring: bool) -> str:
    """Why there are no scores."""
    if state.case is None:
        return tr("Scores appear here once a ground truth and a prediction are open.")
    if state.case.truth is None:
        return tr("Add a ground truth to see how far the predictions are right.")
    if not state.case.predictions:
        return tr("Add a prediction to compare it with the ground truth.")
    if state.label is None:
        return tr("Neither the ground truth nor a prediction has a voxel of any label.")
    return tr("Measuring…") if is_measuring else tr("Not measured.")


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
