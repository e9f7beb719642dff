"""Files let go over the window, and what is said while they are held over it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from segdiff.gui import theme


def paths_of(dropped: QMimeData) -> list[Path]:
    """The files of this computer in what is dragged; empty where there are none."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


def is_taken(event: QDropEvent) -> bool:
    """Take what is dragged as a copy, so that nothing vanishes where it came from; false where it may only be moved."""
    if not event.possibleActions() & Qt.DropAction.CopyAction:
        return False
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return True


class DropButton(QPushButton):
    """A button that also takes files.

    Emits ``dropped`` with their paths, and ``held`` with the paths while they are held over it, ``None`` afterwards.
    """

    dropped = Signal(list)
    held = Signal(object)

    def __init__(self, text: str, role: str = "drop") -> None:
        super().__init__(text)
        self.setProperty("role", role)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        paths = paths_of(event.mimeData())
        if paths and is_taken(event):
            self._show_held(True)
            self.held.emit(paths)
        else:
            event.ignore()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """They are held elsewhere."""
        self._let_go()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them."""
        self._let_go()
        if is_taken(event):
            self.dropped.emit(paths_of(event.mimeData()))

    def _let_go(self) -> None:
        self._show_held(False)
        self.held.emit(None)

    def _show_held(self, is_held: bool) -> None:
        self.setProperty("held", is_held)
        self.style().polish(self)


class DropHint(QLabel):
    """Over the picture while files are held over the window: what letting go would do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = parent
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMargin(2 * theme.PADDING)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        ink = theme.DARK.text  # the viewing area is black in both themes
        self.setStyleSheet(
            f"background: rgba(0, 0, 0, 215); color: {ink}; border: 2px dashed {ink}; font-size: 18px;"
            " font-weight: 600;"
        )
        self.hide()

    def show_words(self, words: str) -> None:
        """Say it over all of the picture; empty words take the hint away."""
        self.setText(words)
        self.setGeometry(self._picture.rect())
        self.raise_()
        self.setVisible(bool(words))
