"""The one place where what is on screen is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from segdiff.session import ViewState


class Store(QObject):
    """Holds the ViewState; tells who listens what it was and what it is.

    ``changed`` carries the old state and the new one, both frozen, so that a view redraws only what differs.
    """

    changed = Signal(object, object)

    def __init__(self, state: ViewState | None = None) -> None:
        super().__init__()
        self._state = state or ViewState()

    @property
    def state(self) -> ViewState:
        """What is on screen now."""
        return self._state

    def apply(self, transition: Callable[[ViewState], ViewState]) -> None:
        """Go from the state to another by one of its transitions; nothing is said when nothing changed."""
        old, new = self._state, transition(self._state)
        if new == old:
            return
        self._state = new
        self.changed.emit(old, new)
