"""Where the errors are: what the tabs under the slices show, measured only while they are in sight."""

from __future__ import annotations

from segdiff.gui.details import Detail, FurtherOf, SliceCountsOf
from segdiff.gui.pipeline import Pipeline
from segdiff.gui.store import Store
from segdiff.gui.widgets.slice_plot import Curve
from segdiff.gui.window import Window
from segdiff.gui.words import shown, tr
from segdiff.session import ViewState


class Finding:
    """Asks the pipeline for what the tab in sight needs, and shows it there.

    Args:
        window: has the tabs.
        store: says what is looked at, and takes wishes.
        pipeline: measures.
    """

    def __init__(self, window: Window, store: Store, pipeline: Pipeline) -> None:
        self._window = window
        self._store = store
        self._pipeline = pipeline
        self._seeks_worst = False
        window.bottom.shown_changed.connect(self._look)
        window.by_slice.worst_wished.connect(self.go_to_worst_slice)
        window.by_slice.slice_wished.connect(lambda axis, index: store.apply(lambda s: s.with_slice(axis, index)))
        window.by_slice.axis_wished.connect(lambda axis: store.apply(lambda s: s.with_curve_axis(axis)))
        window.by_slice.score_wished.connect(lambda score: store.apply(lambda s: s.with_curve_score(score)))
        pipeline.measured.connect(self.show)
        pipeline.detailed.connect(self.show)

    def go_to_worst_slice(self) -> None:
        """See the slice with the lowest Score, as soon as slices have been counted."""
        self._seeks_worst = True
        self._look()

    def follow(self, old: ViewState, new: ViewState) -> None:
        """Ask for what another state needs, after the pipeline was told of it, and show what there is.

        A slice that was sought in one case is not looked for in the next.
        """
        if old.case is not new.case:
            self._seeks_worst = False
        self._pipeline.want_details(self._needed(new))
        if _subject(old) != _subject(new):
            self.show()

    def _look(self) -> None:
        self._pipeline.want_details(self._needed(self._store.state))
        self.show()

    def _needed(self, state: ViewState) -> list[Detail]:
        """What the tab in sight shows of a state, then what the table of Scores does, the prediction in sight first."""
        comparison = state.comparison
        if comparison is None or state.case is None:
            return []
        needed: list[Detail] = []
        if (self._shows_slices or self._seeks_worst) and state.case.grid.is_volume:
            needed.append(SliceCountsOf(comparison))
        names = [comparison.prediction, *(p.name for p in state.case.predictions if p.name != comparison.prediction)]
        needed += [FurtherOf(one) for one in map(state.comparison_of, names) if one is not None]
        return needed

    @property
    def _shows_slices(self) -> bool:
        return self._window.bottom.shown is self._window.by_slice

    def show(self) -> None:
        """Bring the tab in sight up to date."""
        state = self._store.state
        if self._shows_slices:
            self._show_slices(state)
        if self._seeks_worst and (curve := self._curve(state)) is not None:
            self._seeks_worst = False
            if (worst := curve.worst) is not None:
                self._store.apply(lambda s: s.with_slice(s.curve_axis, worst))

    def _show_slices(self, state: ViewState) -> None:
        view, comparison = self._window.by_slice, state.comparison
        if state.case is None or comparison is None:
            view.show_words(tr("Slices are held against each other once a ground truth and a prediction are open."))
            return
        if not state.case.grid.is_volume:
            view.show_words(tr("A picture has no slices to hold against each other."))
            return
        curve = self._curve(state)
        if curve is not None:
            view.offer_scores(self._curve_titles(), state.curve_score)
            view.show_curve(curve)
        elif self._pipeline.is_measuring:
            view.show_measuring()
        else:
            view.show_words(tr("Not measured."))

    def _curve(self, state: ViewState) -> Curve | None:
        """What is to be plotted of the slices; ``None`` while they have not been counted."""
        comparison = state.comparison
        measured = self._pipeline.detail(SliceCountsOf(comparison)) if comparison else None
        if measured is None or state.case is None:
            return None
        from segdiff.evidence import SliceCounts
        from segdiff.explore import slice_scores, worst_slice
        from segdiff.registry import find

        assert isinstance(measured, SliceCounts)
        counts = measured.along[state.curve_axis]
        scores = slice_scores(counts, state.curve_score, state.alpha, state.beta)
        title = shown(find(state.curve_score).title)
        return Curve(counts, scores, title, worst_slice(counts, scores), state.case.grid.unit)

    @staticmethod
    def _curve_titles() -> dict[str, str]:
        from segdiff.explore import CURVES
        from segdiff.registry import find

        return {name: shown(find(name).title) for name in CURVES}


def _subject(state: ViewState) -> tuple[object, ...]:
    """What the tabs depend on, beside the slice looked at."""
    return state.case, state.comparison, state.alpha, state.beta, state.curve_axis, state.curve_score
