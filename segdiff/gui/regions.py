"""Error regions: measured while someone looks at them, ranked anew at every move of a cost, marked and gone to."""

from __future__ import annotations

from typing import Final

from segdiff.data import RegionKey
from segdiff.gui.details import RegionsOf
from segdiff.gui.pipeline import Pipeline
from segdiff.gui.store import Store
from segdiff.gui.views.error_regions import Ranking
from segdiff.gui.window import Window
from segdiff.gui.words import tr
from segdiff.session import ViewState

_WHOSE: Final = "regions"


class Regions:
    """Fills the tab of error regions, and outlines the one that is marked in the slices.

    Args:
        window: has the tab and the slices.
        store: says what is looked at, and takes wishes.
        pipeline: measures.
    """

    def __init__(self, window: Window, store: Store, pipeline: Pipeline) -> None:
        self._window, self._store, self._pipeline = window, store, pipeline
        self._steps = 0
        tab = window.regions
        window.bottom.shown_changed.connect(self._look)
        tab.region_wished.connect(lambda key: store.apply(lambda s: s.with_region(key)))
        tab.visit_wished.connect(self._visit)
        tab.kind_wished.connect(lambda kind: store.apply(lambda s: s.with_region_kind(kind)))
        tab.neighbours_wished.connect(lambda neighbours: store.apply(lambda s: s.with_neighbours(neighbours)))
        tab.copied.connect(self._copy)
        pipeline.measured.connect(self.show)
        pipeline.detailed.connect(self.show)

    def step(self, by: int) -> None:
        """Go to the next region of the list, or the one before; as soon as there is a list."""
        self._steps = by
        self._look()

    def show(self) -> None:
        """Bring the tab, the outline and a step that waits up to date."""
        state = self._store.state
        ranking = self._ranking(state)
        if self._is_shown:
            self._show_tab(state, ranking)
        self._window.bottom.set_count(self._window.regions, None if ranking is None else len(ranking.regions))
        self._show_outline(state, ranking)
        if self._steps and ranking is not None:
            steps, self._steps = self._steps, 0
            self._take(steps, ranking, state)

    def _take(self, steps: int, ranking: Ranking, state: ViewState) -> None:
        count = ranking.order.size
        if count:
            at = ranking.row_of(state.region)
            start = at if at is not None else (-1 if steps > 0 else 0)
            self._visit(ranking.key_at((start + steps) % count))

    @property
    def _is_shown(self) -> bool:
        return self._window.bottom.shown is self._window.regions

    def follow(self, old: ViewState, new: ViewState) -> None:
        """Ask for what another state needs, after the pipeline was told of it, and show what there is.

        A step that found no list in one case is not taken in the next.
        """
        if old.case is not new.case:
            self._steps = 0
        self._want(new)
        if _subject(old) != _subject(new):
            self.show()

    def _look(self) -> None:
        self._want(self._store.state)
        self.show()

    def _want(self, state: ViewState) -> None:
        wanted = self._detail(state) if self._is_shown or self._steps or state.region else None
        self._pipeline.want_details([] if wanted is None else [wanted], _WHOSE)

    @staticmethod
    def _detail(state: ViewState) -> RegionsOf | None:
        return None if state.comparison is None else RegionsOf(state.comparison, state.neighbours)

    def _ranking(self, state: ViewState) -> Ranking | None:
        """The list at the costs of now; ``None`` while regions or counts are missing."""
        detail, comparison = self._detail(state), state.comparison
        regions = self._pipeline.detail(detail) if detail else None
        evidence = self._pipeline.evidence(comparison) if comparison else None
        if regions is None or evidence is None:
            return None
        from segdiff.evidence import ErrorRegions
        from segdiff.explore import gains

        assert isinstance(regions, ErrorRegions)
        tp, fp, fn, _ = evidence.confusion.counts
        gained = gains((tp, fp, fn), regions.outcomes, regions.sizes, state.alpha, state.beta)
        return Ranking.of(regions, gained, _noun(state), state.region_kind)

    def _show_tab(self, state: ViewState, ranking: Ranking | None) -> None:
        tab = self._window.regions
        if state.comparison is None:
            tab.show_words(why_nothing(state))
        elif ranking is None:
            tab.show_measuring() if self._pipeline.is_measuring else tab.show_words(tr("Not measured."))
        elif not len(ranking.regions):
            tab.show_words(_no_error(state))
        elif not ranking.order.size:
            tab.show_words(tr("There is no error of this kind."), can_choose=True)
        else:
            tab.show_ranking(ranking, state)

    def _show_outline(self, state: ViewState, ranking: Ranking | None) -> None:
        region = ranking.regions.find(state.region) if ranking is not None and state.region is not None else None
        voxels = ranking.regions.voxels_of(region) if ranking is not None and region is not None else None
        self._window.slices.show_region(state.prediction, voxels)

    def _visit(self, key: RegionKey) -> None:
        """Mark a region, and go to the slice of each plane where it is largest."""
        ranking = self._ranking(self._store.state)
        region = None if ranking is None else ranking.regions.find(key)
        if ranking is not None and region is not None:
            focus = ranking.regions.focus_of(region)
            self._store.apply(lambda s: s.with_region(key).with_cursor(focus))

    def _copy(self) -> None:
        ranking, label = self._ranking(self._store.state), self._store.state.label
        if ranking is None or label is None:
            return
        from segdiff.export.regions_csv import regions_csv

        order = [int(region) for region in ranking.order]
        self._window.regions.copy(regions_csv(ranking.regions, ranking.gains, order, label.name))


def _no_error(state: ViewState) -> str:
    """Of one label among several, not of them all."""
    if len(state.choices) > 1:
        return tr("There is no error in this label: the prediction and the ground truth agree on it.")
    return tr("There is no error: the prediction and the ground truth are the same.")


def why_nothing(state: ViewState) -> str:
    """Why there are no errors to list."""
    if state.case is not None and state.case.truth is not None and state.case.predictions:
        return tr("Neither the ground truth nor a prediction has a voxel of any label.")
    return tr("Errors are listed once a ground truth and a prediction are open.")


def _noun(state: ViewState) -> str:
    """What a connected part of the label is called."""
    case, label = state.case, state.label
    values = label.truth_values if label else ()
    name = case.truth.names.get(values[0], "") if case and case.truth and len(values) == 1 else ""
    return name or tr("object")


def _subject(state: ViewState) -> tuple[object, ...]:
    """What the list and the outline depend on."""
    shown = (state.case, state.comparison, state.alpha, state.beta)
    return (*shown, state.region, state.region_kind, state.neighbours)
