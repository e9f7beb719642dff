"""A quiet word that opens a list of things to do or to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton


@dataclass(frozen=True)
class Entry:
    """One line of a menu.

    Args:
        title: what it says; an empty one is a line between others.
        value: what is emitted when it is chosen.
        keys: that do the same, shown beside it.
        tip: more about it.
        is_enabled: whether it can be chosen now.
    """

    title: str = ""
    value: Any = None
    keys: str = ""
    tip: str = ""
    is_enabled: bool = True


class MenuButton(QPushButton):
    """Emits ``asked`` before the menu is shown, so that its entries can be brought up to date, and ``picked``.

    Args:
        text: on the button; a small triangle is added.
        tip: what it is for.
    """

    asked = Signal()
    picked = Signal(object)

    def __init__(self, text: str, tip: str) -> None:
        super().__init__(f"{text} ▾")
        self.setProperty("role", "quiet")
        self.setAccessibleName(text)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self.asked)
        self.setMenu(self._menu)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Offer these, from top to bottom."""
        self._menu.clear()
        for entry in entries:
            if not entry.title:
                self._menu.addSeparator()
                continue
            action = QAction(entry.title.replace("&", "&&") + (f"\t{entry.keys}" if entry.keys else ""), self._menu)
            action.setToolTip(entry.tip)
            action.setEnabled(entry.is_enabled)
            action.triggered.connect(lambda _checked=False, value=entry.value: self.picked.emit(value))
            self._menu.addAction(action)
