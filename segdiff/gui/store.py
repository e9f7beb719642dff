"""The one place where what is on screen is kept, and what it was before."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from segdiff.session import History, Touch, ViewState


class Store(QObject):
    """Holds the ViewState; tells who listens what it was and what it is.

    ``changed`` carries the old state and the new one, both frozen, so that a view redraws only what differs.

    Args:
        state: to begin with.
        touch: says which press of a hand a change comes from, so that a whole drag is taken back at once.
        clock: seconds; taps that follow each other quickly are taken back together.
    """

    changed = Signal(object, object)

    def __init__(
        self,
        state: ViewState | None = None,
        touch: Callable[[], Touch | None] = lambda: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._state = state or ViewState()
        self._touch = touch
        self._clock = clock
        self.history = History()

    @property
    def state(self) -> ViewState:
        """What is on screen now."""
        return self._state

    def apply(self, transition: Callable[[ViewState], ViewState]) -> None:
        """Go from the state to another by one of its transitions; nothing is said when nothing changed."""
        old, new = self._state, transition(self._state)
        if new == old:
            return
        self.history.remember(old, new, self._touch(), self._clock())
        self._go(old, new)

    def undo(self) -> None:
        """Take the last step back."""
        self._go(self._state, self.history.undo(self._state))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._go(self._state, self.history.redo(self._state))

    def _go(self, old: ViewState, new: ViewState) -> None:
        if new != old:
            self._state = new
            self.changed.emit(old, new)
