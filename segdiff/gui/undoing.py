"""Undo and redo: the button, the keys, and what they say they would take back."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from segdiff.gui.store import Store
from segdiff.gui.window import Window
from segdiff.gui.words import tr

_WORDS: Final = (
    ({"cursor"}, "the place in the picture"),
    ({"alpha", "beta", "costs_sum_to_one"}, "the costs"),
    ({"threshold"}, "the threshold"),
    ({"prediction"}, "the prediction"),
    ({"label"}, "the label"),
    ({"window"}, "brightness and contrast"),
    ({"convention"}, "the convention"),
    ({"overlay"}, "the overlay"),
    ({"layout"}, "the layout"),
    ({"crosshair"}, "the crosshair"),
    ({"curve_axis", "curve_score"}, "the curve by slice"),
    ({"verdicts"}, "the verdict"),
)
"""What a step changed, in words; the first that holds all of its fields."""


class Undoing:
    """Takes back what was changed on screen, and does it again."""

    def __init__(self, window: Window, store: Store) -> None:
        self._window = window
        self._store = store
        window.top.undo_wished.connect(self.undo)
        store.changed.connect(lambda *_: self._show())
        self._show()

    def undo(self) -> None:
        """Take the last step back."""
        self._store.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._store.redo()

    def _show(self) -> None:
        self._window.top.show_undo(words_for(self._store.history.next_undo))


def words_for(changed: Collection[str]) -> str:
    """What a step changed, as a person calls it; empty for no step."""
    if not changed:
        return ""
    return next((tr(words) for fields, words in _WORDS if fields >= set(changed)), tr("the view"))
