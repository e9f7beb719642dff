"""Fills the laboratory's tabs: at once from what has been measured, or by the worker while a tab is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segdiff.gui.details import Detail
from segdiff.gui.laboratory.cutting import cut_sheet, paper_sheet, trust_sheet
from segdiff.gui.laboratory.experiments import GradientsOf, LesionsOf, SliceGradients, TrainingOf
from segdiff.gui.laboratory.lessons import gradient_sheet, training_sheet
from segdiff.gui.laboratory.rarity import imbalance_sheet
from segdiff.gui.laboratory.rivalry import rivals_sheet
from segdiff.gui.laboratory.subject import Subject
from segdiff.gui.pipeline import Pipeline
from segdiff.gui.store import Store
from segdiff.gui.views.laboratory.imbalance_tab import CLEAN
from segdiff.gui.views.laboratory.threshold_tab import CUT, TRUST
from segdiff.gui.window import Window
from segdiff.gui.words import tr
from segdiff.session import ViewState

if TYPE_CHECKING:
    from segdiff.evidence import Evidence

_WHOSE = "laboratory"


class Laboratory:
    """Shows the tab in sight, and asks the pipeline for what it needs.

    Args:
        window: has the tabs.
        store: says what is looked at, and takes wishes.
        pipeline: measures.
    """

    def __init__(self, window: Window, store: Store, pipeline: Pipeline) -> None:
        self._window, self._store, self._pipeline = window, store, pipeline
        self._lesson: TrainingOf | None = None
        self._learned: TrainingOf | None = None
        window.bottom.shown_changed.connect(self._look)
        window.thresholds.page_changed.connect(self.show)
        window.thresholds.threshold_wished.connect(lambda cut: store.apply(lambda s: s.with_threshold(cut)))
        window.thresholds.costs_wished.connect(lambda alpha, beta: store.apply(lambda s: s.with_costs(alpha, beta)))
        window.imbalance.background_changed.connect(self.show)
        window.gradients.wrt_changed.connect(self._look)
        window.training.train_wished.connect(self._train)
        window.training.cancel_wished.connect(self._stop)
        window.status.cancel_wished.connect(self._stop)
        store.changed.connect(self._follow)
        for told in (pipeline.measured, pipeline.detailed, pipeline.idle):
            told.connect(self.show)
        pipeline.not_measured.connect(lambda _problem: self._stop())

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.case is not new.case or old.label != new.label:
            self._lesson = self._learned = None
        self._ask(new)
        if _subject(old) != _subject(new):
            self.show()

    def _look(self) -> None:
        self._ask(self._store.state)
        self.show()

    def _ask(self, state: ViewState) -> None:
        self._pipeline.want_details(self._needed(state), _WHOSE)

    def _needed(self, state: ViewState) -> list[Detail]:
        """What the tab in sight needs from the worker."""
        needed: list[Detail] = []
        if state.comparison is not None and self._window.bottom.shown is self._window.imbalance:
            needed.append(LesionsOf(state.comparison))
        elif (gradients := self._gradients_of(state)) and self._window.bottom.shown is self._window.gradients:
            needed.append(gradients)
        return [*needed, *([self._lesson] if self._lesson else [])]

    def _gradients_of(self, state: ViewState) -> GradientsOf | None:
        if state.comparison is None or state.case is None:
            return None
        tab, index = self._window.gradients, Subject.of(state, self._pipeline).slice_index
        tab.offer_logit(state.case.prediction(state.comparison.prediction).is_probabilistic)
        return GradientsOf(state.comparison, index, state.alpha, state.beta, self._window.gradients.wrt)

    def _lesson_of(self, state: ViewState) -> TrainingOf | None:
        if state.comparison is None:
            return None
        index = Subject.of(state, self._pipeline).slice_index
        return TrainingOf(state.comparison.with_threshold(None), index, state.alpha, state.beta)

    def _train(self) -> None:
        self._lesson = self._lesson_of(self._store.state)
        self._look()

    def _stop(self) -> None:
        """Give the lesson up; what was learned before stays."""
        if self._lesson is not None:
            self._lesson = None
            self._pipeline.cancel()
            self._window.status.show_done()
        self._look()

    def show(self) -> None:
        """Bring the tab in sight up to date."""
        shown = self._window.bottom.shown
        fills = {
            self._window.rivals: (self._window.rivals, self._show_rivals),
            self._window.thresholds: (self._window.thresholds, self._show_thresholds),
            self._window.imbalance: (self._window.imbalance, self._show_imbalance),
            self._window.gradients: (self._window.gradients, self._show_gradients),
            self._window.training: (self._window.training, self._show_training),
        }
        if shown not in fills:
            return
        tab, fill = fills[shown]
        subject = Subject.of(self._store.state, self._pipeline)
        if subject.chosen is None:
            tab.show_words(self._why_nothing(subject.state))
        else:
            fill(subject, subject.chosen)

    def _why_nothing(self, state: ViewState) -> str:
        if state.comparison is None:
            return tr("This needs a ground truth and a prediction.")
        return tr("Measuring…") if self._pipeline.is_measuring else tr("Not measured.")

    def _show_rivals(self, subject: Subject, _evidence: Evidence) -> None:
        tab = self._window.rivals
        if len(subject.letters) < 2:
            tab.show_words(tr("Open a second prediction to see which of them is best, and at which costs."))
        elif len(subject.measured) < len(subject.letters):
            tab.show_words(self._why_nothing(subject.state))
        elif (sheet := rivals_sheet(subject)) is None:
            tab.show_words(tr("No prediction found a voxel of this label, so no costs make one better than another."))
        else:
            tab.show_sheet(sheet)

    def _show_thresholds(self, subject: Subject, evidence: Evidence) -> None:
        tab = self._window.thresholds
        if evidence.thresholds is None:
            tab.show_words(
                tr(
                    "{letter} holds hard labels: each voxel is in or out, so there is no threshold to move. "
                    "Open a probability map to see what another would change.",
                    letter=subject.letter,
                )
            )
        elif tab.page == CUT:
            tab.show_cut(cut_sheet(subject, evidence))
        elif tab.page == TRUST:
            tab.show_trust(trust_sheet(subject, evidence))
        elif (sheet := paper_sheet(subject, evidence)) is None:
            tab.show_words(tr("The ground truth is empty, so no threshold is better than another."))
        else:
            tab.show_paper(sheet)

    def _show_imbalance(self, subject: Subject, evidence: Evidence) -> None:
        from segdiff.explore import Background, LesionCounts

        tab, comparison = self._window.imbalance, subject.state.comparison
        background = Background.CLEAN if tab.background == CLEAN else Background.EQUAL_RATES
        counts = self._pipeline.detail(LesionsOf(comparison)) if comparison else None
        known = counts if isinstance(counts, LesionCounts) else None
        sheet = imbalance_sheet(subject, evidence, background, known)
        if isinstance(sheet, str):
            tab.show_words(sheet)
        else:
            tab.show_sheet(sheet)

    def _show_gradients(self, subject: Subject, _evidence: Evidence) -> None:
        tab, wanted = self._window.gradients, self._gradients_of(subject.state)
        found = self._pipeline.detail(wanted) if wanted else None
        if wanted is not None and isinstance(found, SliceGradients):
            tab.show_sheet(gradient_sheet(subject, found, wanted.index))
        elif self._pipeline.is_measuring:
            tab.show_measuring()
        else:
            tab.show_words(tr("Not measured."))

    def _show_training(self, subject: Subject, _evidence: Evidence) -> None:
        tab, case = self._window.training, subject.state.case
        assert case is not None
        if case.image is None:
            tab.show_words(tr("Training needs the image to learn from. Open it, and a toy model can be trained on it."))
            return
        if case.image.is_colour:
            tab.show_words(tr("The toy learns from images of one channel, and this one is in colour."))
            return
        lesson, learned = self._lesson, self._pipeline.detail(self._lesson) if self._lesson else None
        if learned is not None:
            self._learned, self._lesson = lesson, None
            self._ask(subject.state)
        is_training = self._lesson is not None and self._pipeline.is_measuring
        known = self._pipeline.detail(self._learned) if self._learned else None
        if isinstance(known, str):
            tab.show_state(known, None, is_training=is_training)
            return
        sheet = None
        if self._learned is not None and isinstance(known, tuple):
            is_stale = is_training or self._learned != self._lesson_of(subject.state)
            sheet = training_sheet(subject, known, self._learned.index, is_stale=is_stale)
        tab.show_state(_about(subject), sheet, is_training=is_training)


def _about(subject: Subject) -> str:
    where = (
        tr("axial slice {number}", number=subject.slice_index + 1)
        if subject.state.case is not None and subject.state.case.grid.is_volume
        else tr("this picture")
    )
    return tr(
        "A toy, not a network: it looks at single voxels of {where} and is judged on what it learned from. "
        "It shows which way a loss pushes.",
        where=where,
    )


def _subject(state: ViewState) -> tuple[object, ...]:
    """What the tabs depend on."""
    return state.case, state.comparison, state.alpha, state.beta, state.threshold, state.cursor[:1], state.window
