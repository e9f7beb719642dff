"""From files to a Case, from a Case to Evidence: everything slow, in two workers.

The reader's worker opens files, the measuring worker looks at voxels. Neither touches Qt. What has been measured is
kept as long as its truth and its prediction are on screen, under the Comparison without its threshold: moving α, β or
the threshold asks for nothing new.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from segdiff.data import Case, Comparison
from segdiff.gui.latest import LatestTask, Ticket
from segdiff.session import ViewState

if TYPE_CHECKING:
    from segdiff.evidence import Device, Evidence

Read = Callable[[Ticket], object]

PATIENCE_S: Final = 0.5
"""How long measuring waits for the first picture, which a hidden window never paints."""


class Pipeline(QObject):
    """Reads and measures.

    Signals:
        case_read: what a reading returned.
        measured: Evidence arrived.
        idle: nothing is left to measure.
        not_read: the exception a reading ended with.
        not_measured: the exception a measuring ended with; the rest is left until something else is looked at.
        progressed: what is being done, and how far it has come.
        noticed: a sentence a person should know about how it was measured; each is told once for a case.
    """

    case_read = Signal(object)
    measured = Signal()
    idle = Signal()
    not_read = Signal(object)
    not_measured = Signal(object)
    progressed = Signal(str, float)
    noticed = Signal(str)

    def __init__(self, device: str = "auto", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wish = device
        self.device: Device | None = None
        self._case: Case | None = None
        self._kept: dict[Comparison, Evidence] = {}
        self._asked: tuple[Comparison, ...] = ()
        self._wanted: tuple[Comparison, ...] = ()
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
        missing = self._missing()
        if not missing or self._measurer.running_key not in missing:
            self._measure_next()

    def _change_case(self, case: Case | None) -> None:
        """Forget what was measured of files that are no longer on screen."""
        before, self._case = self._case, case
        self._kept = {comparison: kept for comparison, kept in self._kept.items() if _shares(comparison, before, case)}
        self._noticed = set()
        self._measurer.cancel()

    def evidence(self, comparison: Comparison) -> Evidence | None:
        """What was measured for a comparison, at its threshold; ``None`` while it has not been."""
        kept = self._kept.get(comparison.with_threshold(None))
        return kept if kept is None or comparison.threshold is None else kept.at(comparison.threshold)

    @property
    def is_measuring(self) -> bool:
        """Whether Evidence is still to come."""
        return bool(self._missing())

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being read or measured, and nothing is left to be."""
        return not self._reader.is_busy and not self._measurer.is_busy and not self.is_measuring

    def cancel(self) -> None:
        """Give up what is being read or, if nothing is, what is being measured."""
        if self._reader.running_key is not None:
            self._reader.cancel()
        else:
            self._wanted = ()
            self._measurer.cancel()

    def shut_down(self) -> None:
        """Let both workers end."""
        self._picture.set()
        for task in (self._reader, self._measurer):
            task.shut_down()

    def _missing(self) -> list[Comparison]:
        return [comparison for comparison in self._wanted if comparison not in self._kept]

    def _measure_next(self) -> None:
        missing = self._missing()
        if not missing:
            self.idle.emit()
            return
        comparison, case, wish, picture = missing[0], self._case, self._wish, self._picture
        assert case is not None

        def work(ticket: Ticket) -> tuple[Device, Evidence]:
            picture.wait(PATIENCE_S)
            picture.set()
            return _measure(case, comparison, wish, ticket)

        self._measurer.submit(comparison, work)

    def _keep(self, comparison: Comparison, answer: tuple[Device, Evidence]) -> None:
        self.device, evidence = answer
        self._kept[comparison] = evidence
        for notice in {self.device.notice, evidence.notice} - {"", *self._noticed}:
            self._noticed.add(notice)
            self.noticed.emit(notice)
        self.measured.emit()
        self._measure_next()

    def _give_up(self, _comparison: Comparison, problem: BaseException) -> None:
        self._wanted = ()
        self.not_measured.emit(problem)


def _measure(case: Case, comparison: Comparison, wish: str, ticket: Ticket) -> tuple[Device, Evidence]:
    """In the worker. torch is imported here, long after the first picture."""
    import segdiff.evaluate  # noqa: F401  so that the window's thread need not wait for it
    from segdiff.evidence import Watch, choose_device, measure

    device = choose_device(wish)
    watch = Watch(ticket.is_stale, lambda fraction: ticket.progress(f"Measuring {comparison.prediction}", fraction))
    return device, measure(case, comparison, device, watch)


def _comparisons_of(state: ViewState) -> tuple[Comparison, ...]:
    """What a state needs, without thresholds: the chosen label of every prediction, then all labels of each."""
    if state.case is None or state.case.truth is None or state.label is None or state.prediction is None:
        return ()
    names = [state.prediction, *(p.name for p in state.case.predictions if p.name != state.prediction)]
    shown = [Comparison(name, state.label) for name in names]
    rest = [Comparison(name, label) for name in names for label in state.case.classes()]
    return tuple(dict.fromkeys([*shown, *rest]))


def _shares(comparison: Comparison, before: Case | None, after: Case | None) -> bool:
    """Whether both cases hold the very truth and prediction that were compared."""
    if before is None or after is None or before.truth is not after.truth:
        return False
    return any(prediction is before.prediction(comparison.prediction) for prediction in after.predictions)
