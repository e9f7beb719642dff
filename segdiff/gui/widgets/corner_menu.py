"""A small word in a corner that opens a list of which one is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from segdiff.gui import theme


class CornerMenu(QPushButton):
    """Emits ``changed`` when another value was chosen.

    Args:
        titles: of each value, the first of which is chosen to begin with.
        name: read by screen readers before the title.
        parent: in whose corner it stands.
    """

    changed = Signal()

    def __init__(self, titles: Mapping[str, str], name: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.titles, self._name = dict(titles), name
        self.value = next(iter(self.titles))
        self.setProperty("role", "corner")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(theme.base_font(10))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        menu, group = QMenu(self), QActionGroup(self)
        self._actions = {}
        for value, title in self.titles.items():
            action = self._actions[value] = menu.addAction(title)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(lambda _checked=False, value=value: self.choose(value))
        self.clicked.connect(lambda: menu.popup(self.mapToGlobal(self.rect().topLeft()) - menu.rect().bottomLeft()))
        self.show_value(self.value)

    def choose(self, value: str) -> None:
        """Take another value, and tell."""
        self.show_value(value)
        self.changed.emit()

    def show_value(self, value: str) -> None:
        """Take another value."""
        self.value = value
        self._actions[value].setChecked(True)
        self.setText(f"{self.titles[value]} ▾")
        self.setAccessibleName(f"{self._name}: {self.titles[value]}")
        self.adjustSize()
