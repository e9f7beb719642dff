"""How much two predictions agree on, in the legend while they are held against each other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from segdiff.data import Agreement, Case, Comparison
from segdiff.gui.latest import LatestTask, Ticket
from segdiff.gui.store import Store
from segdiff.gui.window import Window
from segdiff.session import ViewState

_Key = tuple[Case, Comparison, Comparison]


class Agreeing(QObject):
    """Counts off the window's thread, and shows the newest counts."""

    def __init__(self, window: Window, store: Store) -> None:
        super().__init__(window)
        self._window = window
        self._key: _Key | None = None
        self._counter = LatestTask("agreement", self)
        self._counter.finished.connect(self._show)
        store.changed.connect(lambda _old, new: self._follow(new))

    def shut_down(self) -> None:
        """Let the worker end."""
        self._counter.shut_down()

    def _follow(self, state: ViewState) -> None:
        key = _key_of(state)
        if key == self._key:
            return
        self._key = key
        self._counter.cancel()
        self._window.overlay.show_agreement(None, None)
        if key is not None:
            self._counter.submit(key, partial(_count, *key))

    def _show(self, key: _Key, counts: dict[Agreement, int]) -> None:
        if key == self._key:
            self._window.overlay.show_agreement(counts, key[0].grid)


def _key_of(state: ViewState) -> _Key | None:
    """What has to be counted; ``None`` while nothing but the truth is held against the prediction."""
    if state.case is None or state.label is None or state.prediction is None or state.against is None:
        return None
    return state.case, state.compared(state.against), state.compared(state.prediction)


def _count(case: Case, first: Comparison, second: Comparison, ticket: Ticket) -> dict[Agreement, int]:
    from segdiff.evidence import Watch
    from segdiff.evidence.agreement import measure_agreement

    return measure_agreement(case, first, second, Watch(ticket.is_stale))
