"""Undo and redo: the button, the keys, and what they say they would take back."""

from __future__ import annotations

from collections.abc import Collection

from segdiff.gui.store import Store
from segdiff.gui.window import Window
from segdiff.gui.words import tr


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
    return next((words for fields, words in _words() if fields >= set(changed)), tr("the view"))


def _words() -> tuple[tuple[set[str], str], ...]:
    """What a step changed, in words; the first that holds all of its fields."""
    return (
        ({"region"}, tr("the marked region")),
        ({"cursor", "region"}, tr("the place in the picture")),
        ({"alpha", "beta", "costs_sum_to_one"}, tr("the costs")),
        ({"threshold"}, tr("the threshold")),
        ({"prediction", "region"}, tr("the prediction")),
        ({"prediction", "against", "region"}, tr("what is held against what")),
        ({"label", "region"}, tr("the label")),
        ({"labels", "label", "region"}, tr("the labels")),
        ({"region_kind", "neighbours", "region"}, tr("what is listed")),
        ({"window"}, tr("brightness and contrast")),
        ({"convention"}, tr("the convention")),
        ({"overlay"}, tr("the overlay")),
        ({"layout", "plane", "prediction", "region"}, tr("the layout")),
        ({"crosshair"}, tr("the crosshair")),
        ({"sides"}, tr("left and right")),
        ({"interpolation"}, tr("how the image is magnified")),
        ({"curve_axis", "curve_score"}, tr("the curve by slice")),
        ({"verdicts"}, tr("the verdict")),
    )
