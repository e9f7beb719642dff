"""A drop-down list that only a press of a key or of a button changes."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class DropDown(QComboBox):
    """A list of Qt's, but for the wheel."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel that scrolls: nothing must be chosen because a pointer rested on it."""
        event.ignore()
