"""From files to a Case, from a Case to Evidence: everything slow, in two workers.

The reader's worker opens files, the measuring worker looks at voxels. Neither touches Qt. What has been measured is kept as
long as its case is on screen, under the Comparison without its threshold: moving α, β or the threshold asks for nothing new.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from segdiff.data import Case, Comparison
from segdiff.errors import SegdiffError
from segdiff.gui.latest import LatestTask, Ticket
from segdiff.session import ViewState

if TYPE_CHECKING:
    from segdiff.evidence import Device, Evidence

Read = Callable[[Ticket], object]


class Pipeline(QObject):
    """Reads and measures.

    ``case_read`` carries what a reading returned; ``measured`` says that Evidence arrived; ``idle`` that nothing is left to measure; ``failed``
    a sentence for the person; ``progressed`` what is being done and how far it has come.
    """

    case_read = Signal(object)
    measured = Signal()
    idle = Signal()
    failed = Signal(str)
    crashed = Signal(object)
    progressed = Signal(str, float)
    noticed = Signal(str)

    def __init__(self, device: str = "auto", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wish = device
        self.device: Device | None = None
        self._case: Case | None = None
        self._kept: dict[Comparison, Evidence] = {}
        self._wanted: tuple[Comparison, ...] = ()
        self._reader = self._task("read", self._pass_on)
        self._measurer = self._task("measure", self._keep)

    def _task(self, name: str, on_finished: Callable[[object, object], None]) -> LatestTask:
        task = LatestTask(name, self)
        task.finished.connect(on_finished)
        task.failed.connect(self._fail)
        task.progressed.connect(self.progressed)
        return task

    def read(self, work: Read) -> None:
        """Read in the reader's worker; a reading still under way is given up."""
        self._reader.submit("read", work)

    def _pass_on(self, _key: object, result: object) -> None:
        self.case_read.emit(result)

    def want(self, state: ViewState) -> None:
        """Measure what ``state`` shows and has not been measured, nearest to the eye first."""
        if state.case is not self._case:
            self._case, self._kept = state.case, {}
            self._measurer.cancel()
        self._wanted = _comparisons_of(state)
        missing = self._missing()
        if missing and self._measurer.running_key not in missing:
            self._measure_next()

    def evidence(self, comparison: Comparison) -> Evidence | None:
        """What was measured for a comparison, at its threshold; ``None`` while it has not been."""
        kept = self._kept.get(comparison.with_threshold(None))
        return kept if kept is None or comparison.threshold is None else kept.at(comparison.threshold)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being read or measured, and nothing is left to be."""
        return not self._reader.is_busy and not self._measurer.is_busy and not self._missing()

    def cancel(self) -> None:
        """Give up reading and measuring."""
        self._wanted = ()
        self._reader.cancel()
        self._measurer.cancel()

    def shut_down(self) -> None:
        """Let both workers end."""
        for task in (self._reader, self._measurer):
            task.shut_down()

    def _missing(self) -> list[Comparison]:
        return [comparison for comparison in self._wanted if comparison not in self._kept]

    def _measure_next(self) -> None:
        missing = self._missing()
        if not missing:
            self.idle.emit()
            return
        comparison, case, wish = missing[0], self._case, self._wish
        assert case is not None
        self._measurer.submit(comparison, lambda ticket: _measure(case, comparison, wish, ticket))

    def _keep(self, comparison: object, answer: object) -> None:
        assert isinstance(comparison, Comparison) and isinstance(answer, tuple)
        self.device, evidence = answer
        self._kept[comparison] = evidence
        for notice in filter(None, (self.device.notice, evidence.notice)):
            self.noticed.emit(notice)
        self.measured.emit()
        self._measure_next()

    def _fail(self, key: object, problem: object) -> None:
        self._wanted = ()
        if isinstance(problem, SegdiffError):
            self.failed.emit(str(problem))
        else:
            self.failed.emit(f"Something went wrong inside segdiff ({type(problem).__name__}); the case on screen is unchanged.")
            self.crashed.emit(problem)


def _measure(case: Case, comparison: Comparison, wish: str, ticket: Ticket) -> tuple[Device, Evidence]:
    """In the worker. torch is imported here, long after the first picture."""
    import segdiff.evaluate  # noqa: F401  so that the window's thread need not wait for it
    from segdiff.evidence import Watch, choose_device, measure

    device = choose_device(wish)
    watch = Watch(ticket.is_stale, lambda fraction: ticket.progress(f"Measuring {comparison.prediction}", fraction))
    return device, measure(case, comparison, device, watch)


def _comparisons_of(state: ViewState) -> tuple[Comparison, ...]:
    """What a state needs, without thresholds: the chosen label of every prediction, then all labels for the overall scores."""
    if state.case is None or state.case.truth is None or state.label is None or state.prediction is None:
        return ()
    names = [state.prediction, *(p.name for p in state.case.predictions if p.name != state.prediction)]
    shown = [Comparison(name, state.label) for name in names]
    rest = [Comparison(name, label) for name in names for label in state.case.classes()]
    return tuple(dict.fromkeys([*shown, *rest]))

