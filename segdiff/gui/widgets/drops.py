"""Files let go over the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton


def paths_of(dropped: QMimeData) -> list[Path]:
    """The files of this computer in what is dragged; empty where there are none."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


class DropButton(QPushButton):
    """A button that also takes files; emits ``dropped`` with their paths."""

    dropped = Signal(list)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if paths_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them."""
        event.acceptProposedAction()
        self.dropped.emit(paths_of(event.mimeData()))
