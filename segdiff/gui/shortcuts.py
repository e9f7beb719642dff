"""The wiring of the keys: each row of the table becomes a shortcut of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from segdiff.gui.key_tips import show_chosen_keys
from segdiff.gui.keys import Key, Scope, key_table, steps_by_key
from segdiff.gui.store import Store
from segdiff.gui.window import Window


class Shortcuts:
    """Binds the keys of a window.

    Args:
        window: where they are pressed.
        store: what they change.
        actions: what the rows without a transition do, by their ids.
    """

    def __init__(self, window: Window, store: Store, actions: Mapping[str, Callable[[], object]]) -> None:
        self._window = window
        self._store = store
        self._actions = actions
        self._bound: list[QShortcut] = []
        self.bind()

    def bind(self) -> None:
        """Bind the keys that are chosen now, and let go of those before."""
        for shortcut in self._bound:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._bound = []
        for key in key_table():
            action = self._action_of(key)
            if key.scope is Scope.WINDOW and action is not None:
                self._bound += [self._shortcut(keys, action) for keys in key.keys]
            elif key.scope is Scope.HELD:
                self._window.set_peek_keys(key.keys)
        self._window.slices.set_step_keys(steps_by_key())
        show_chosen_keys(self._window)

    def _action_of(self, key: Key) -> Callable[[], object] | None:
        if key.transition is not None:
            return partial(self._store.apply, key.transition)
        return self._actions.get(key.id)

    def _shortcut(self, keys: str, action: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(action)
        return shortcut
