"""From files to a Case, from a Case to Evidence: everything slow, in two workers.

The reader's worker opens files, the measuring worker looks at voxels. Neither touches Qt. What has been measured is
kept as long as its truth and its prediction are on screen, under the Comparison without its threshold: moving α, β or
the threshold asks for nothing new. Details, which only a part of the window that is in sight asks for, come after that.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from segdiff.data import Case, Comparison
from segdiff.gui.details import Announced, Detail, FurtherOf
from segdiff.gui.latest import LatestTask, Ticket
from segdiff.gui.words import tr
from segdiff.session import ViewState

if TYPE_CHECKING:
    from segdiff.evidence import Device, Evidence, LesionMatches, SurfaceDistances, Watch

Read = Callable[[Ticket], object]

PATIENCE_S: Final = 0.5
"""How long measuring waits for the first picture, which a hidden window never paints."""

MOST_DETAILS: Final = 24
"""Kept at a time: a threshold that is moved to and fro finds the last ones again."""


class Pipeline(QObject):
    """Reads and measures.

    Signals:
        case_read: what a reading returned.
        measured: Evidence arrived.
        detailed: a detail arrived.
        idle: nothing is left to measure.
        not_read: the exception a reading ended with.
        not_measured: the exception a measuring ended with; the rest is left until something else is looked at.
        progressed: what is being done, and how far it has come.
        noticed: a sentence a person should know about how it was measured; each is told once for a case.
    """

    case_read = Signal(object)
    measured = Signal()
    detailed = Signal()
    idle = Signal()
    not_read = Signal(object)
    not_measured = Signal(object)
    progressed = Signal(str, float)
    noticed = Signal(str)

    def __init__(self, device: str = "auto", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wish = device
        self.device: Device | None = None
        self._case: Case | None = None
        self._kept: dict[Comparison, Evidence] = {}
        self._asked: tuple[Comparison, ...] = ()
        self._wanted: tuple[Comparison, ...] = ()
        self._details: dict[Detail, object] = {}
        self._asked_details: dict[str, tuple[Detail, ...]] = {}
        self._wanted_details: tuple[Detail, ...] = ()
        self._noticed: set[str] = set()
        self._picture = threading.Event()
        self._reader = LatestTask("read", self)
        self._reader.finished.connect(lambda _key, result: self.case_read.emit(result))
        self._reader.failed.connect(lambda _key, problem: self.not_read.emit(problem))
        self._measurer = LatestTask("measure", self)
        self._measurer.finished.connect(self._keep)
        self._measurer.failed.connect(self._give_up)
        for task in (self._reader, self._measurer):
            task.progressed.connect(self.progressed)

    def read(self, work: Read) -> None:
        """Read in the reader's worker; a reading still under way is given up."""
        self._reader.submit("read", work)

    def go_ahead(self) -> None:
        """The first picture is on screen: importing torch can no longer delay it."""
        self._picture.set()

    def want(self, state: ViewState) -> None:
        """Measure what ``state`` shows and has not been measured, nearest to the eye first.

        The same wish is not taken up again: what was cancelled or failed waits until something else is looked at.
        """
        comparisons = _comparisons_of(state)
        if state.case is self._case and comparisons == self._asked:
            return
        if state.case is not self._case:
            self._change_case(state.case)
        self._asked = self._wanted = comparisons
        self._measure_missing()

    def want_details(self, details: Sequence[Detail], whose: str = "finding") -> None:
        """Measure these details of the case on screen, and of those who ask none but these, after everything else.

        The same wish is not taken up again, just as in :meth:`want`.

        Args:
            details: in the order of their urgency.
            whose: who asks; the wishes of others stand.
        """
        if tuple(details) != self._asked_details.get(whose, ()):
            self._asked_details[whose] = tuple(details)
            self._wanted_details = tuple(dict.fromkeys(one for asked in self._asked_details.values() for one in asked))
            self._measure_missing()

    def _measure_missing(self) -> None:
        """Go on with what is wanted, unless it is being measured already."""
        missing = self._missing()
        if not missing or self._measurer.running_key not in missing:
            self._measure_next()

    def _change_case(self, case: Case | None) -> None:
        """Forget what was measured of files that are no longer on screen."""
        before, self._case = self._case, case
        self._kept = {comparison: kept for comparison, kept in self._kept.items() if _shares(comparison, before, case)}
        self._noticed = set()
        self._details = {
            detail: kept for detail, kept in self._details.items() if _shares(detail.comparison, before, case)
        }
        self._asked_details, self._wanted_details = {}, ()
        self._measurer.cancel()

    def evidence(self, comparison: Comparison) -> Evidence | None:
        """What was measured for a comparison, at its threshold, as far as it was; ``None`` while nothing was."""
        kept = self._kept.get(comparison.with_threshold(None))
        if kept is None:
            return None
        found = kept if comparison.threshold is None else kept.at(comparison.threshold)
        further = self._details.get(FurtherOf(comparison))
        return found if further is None else _joined(found, further)

    def evidences(self, state: ViewState) -> dict[str, Evidence]:
        """What was measured of each prediction under the label and threshold of a state, by name, as far as it was."""
        predictions = state.case.predictions if state.case else ()
        comparisons = [state.comparison_of(prediction.name) for prediction in predictions]
        measured = {one.prediction: self.evidence(one) for one in comparisons if one is not None}
        return {name: evidence for name, evidence in measured.items() if evidence is not None}

    def detail(self, detail: Detail) -> object | None:
        """What was measured for a detail; ``None`` while it has not been."""
        return self._details.get(detail)

    @property
    def is_measuring(self) -> bool:
        """Whether Evidence or a detail is still to come."""
        return bool(self._missing())

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being read or measured, and nothing is left to be."""
        return not self._reader.is_busy and not self._measurer.is_busy and not self.is_measuring

    @property
    def is_reading(self) -> bool:
        """Whether a case is on its way."""
        return self._reader.running_key is not None

    def cancel(self) -> None:
        """Give up what is being read or, if nothing is, what is being measured."""
        if self.is_reading:
            self._reader.cancel()
        else:
            self._wanted = self._wanted_details = ()
            self._measurer.cancel()

    def shut_down(self) -> None:
        """Let both workers end."""
        self._picture.set()
        for task in (self._reader, self._measurer):
            task.shut_down()

    def _missing(self) -> list[Comparison | Detail]:
        """In the order in which it is measured."""
        details = [detail for detail in self._wanted_details if detail not in self._details]
        return [*(comparison for comparison in self._wanted if comparison not in self._kept), *details]

    def _measure_next(self) -> None:
        missing = self._missing()
        if not missing:
            self.idle.emit()
            return
        subject, case, wish, picture = missing[0], self._case, self.wish, self._picture
        assert case is not None

        def work(ticket: Ticket) -> object:
            picture.wait(PATIENCE_S)
            picture.set()
            if isinstance(subject, Comparison):
                return _measure(case, subject, wish, ticket)
            doing = subject.doing if isinstance(subject, Announced) else ""
            return subject.measure(case, _watch_of(ticket, subject.comparison, doing))

        self._measurer.submit(subject, work)

    def _keep(self, subject: Comparison | Detail, answer: object) -> None:
        if isinstance(subject, Comparison):
            self._keep_evidence(subject, answer)  # type: ignore[arg-type]
            self.measured.emit()
        else:
            self._details[subject] = answer
            for oldest in list(self._details)[:-MOST_DETAILS]:
                if oldest not in self._wanted_details:
                    del self._details[oldest]
            self.detailed.emit()
        self._measure_next()

    def _keep_evidence(self, comparison: Comparison, answer: tuple[Device, Evidence]) -> None:
        self.device, evidence = answer
        self._kept[comparison] = evidence
        for notice in {self.device.notice, evidence.notice} - {"", *self._noticed}:
            self._noticed.add(notice)
            self.noticed.emit(notice)

    def _give_up(self, _subject: Comparison | Detail, problem: BaseException) -> None:
        self._wanted = self._wanted_details = ()
        self.not_measured.emit(problem)


@lru_cache(maxsize=64)
def _joined(evidence: Evidence, further: tuple[SurfaceDistances, LesionMatches]) -> Evidence:
    """Kept, so that values computed from it are found again."""
    return replace(evidence, distances=further[0], lesions=further[1])


def _measure(case: Case, comparison: Comparison, wish: str, ticket: Ticket) -> tuple[Device, Evidence]:
    """In the worker. torch is imported here, long after the first picture."""
    import segdiff.evaluate  # noqa: F401  so that the window's thread need not wait for it
    from segdiff.evidence import choose_device, measure

    device = choose_device(wish)
    return device, measure(case, comparison, device, _watch_of(ticket, comparison))


def _watch_of(ticket: Ticket, comparison: Comparison, doing: str = "") -> Watch:
    """Asks and tells the ticket."""
    from segdiff.evidence import Watch

    words = doing or tr("Measuring {prediction}", prediction=comparison.prediction)
    return Watch(ticket.is_stale, lambda fraction: ticket.progress(words, fraction))


def _comparisons_of(state: ViewState) -> tuple[Comparison, ...]:
    """What a state needs, without thresholds: the chosen label of every prediction, then all labels of each."""
    if state.case is None or state.case.truth is None or state.label is None or state.prediction is None:
        return ()
    names = [state.prediction, *(p.name for p in state.case.predictions if p.name != state.prediction)]
    shown = [Comparison(name, state.label) for name in names]
    rest = [Comparison(name, label) for name in names for label in state.classes_for(name)]
    return tuple(dict.fromkeys([*shown, *rest]))


def _shares(comparison: Comparison, before: Case | None, after: Case | None) -> bool:
    """Whether both cases hold the very truth and prediction that were compared."""
    if before is None or after is None or before.truth is not after.truth:
        return False
    return any(prediction is before.prediction(comparison.prediction) for prediction in after.predictions)
