"""Keys as they are told beside the things they do: in tips, on chips and in menus, always those a person chose."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QWidget

from segdiff.gui.keys import key_table
from segdiff.gui.words import shown

_ID, _TIP, _IN_SENTENCE = "key_id", "key_tip", "key_in_sentence"
_BRACKETS: Final = re.compile(r"( ?[(（])[^()（）]+([)）])$")
"""The usual key at the end of a tip, in brackets as either language writes them."""


def written(keys: str) -> str:
    """Keys as they are written on this system's keyboards."""
    return shown(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))


def key_of(key_id: str) -> str:
    """The first key of a row of the table, as it is written; empty where a person wants none."""
    keys = next(key.keys for key in key_table() if key.id == key_id)
    return written(keys[0]) if keys else ""


def tell_key(widget: QWidget, tip: str, key_id: str) -> None:
    """Give a widget a tip that ends with the usual key in brackets; what is shown there is the key chosen now."""
    widget.setProperty(_ID, key_id)
    widget.setProperty(_TIP, tip)
    _show(widget)


def make_chip(chip: QLabel, key_id: str, *, in_sentence: bool = False) -> None:
    """Let a chip show a key from the next :func:`show_chosen_keys` on; without one it is hidden.

    Args:
        chip: a label.
        key_id: names the row in the table.
        in_sentence: the whole of its parent means nothing without the key.
    """
    chip.setProperty(_ID, key_id)
    chip.setProperty(_IN_SENTENCE, in_sentence)


def show_chosen_keys(window: QWidget) -> None:
    """Keys have changed: tell them everywhere in a window."""
    for widget in window.findChildren(QWidget):
        if widget.property(_ID):
            _show(widget)


def _show(widget: QWidget) -> None:
    key, tip = key_of(widget.property(_ID)), widget.property(_TIP)
    if tip is not None:
        widget.setToolTip(_BRACKETS.sub(lambda found: f"{found[1]}{key}{found[2]}" if key else "", tip))
    elif isinstance(widget, QLabel):
        widget.setText(key)
        whole = widget.parentWidget() if widget.property(_IN_SENTENCE) else widget
        if whole is not None:
            whole.setHidden(not key)
