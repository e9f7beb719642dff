"""A picture of the window once everything is there, for ``--screenshot``."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from segdiff.gui.words import tr


class Screenshot:
    """Takes one picture of a window and ends the program, or ends it without."""

    def __init__(self, window: QWidget, path: Path) -> None:
        self._window = window
        self._path = path
        self._is_over = False

    def take(self) -> None:
        """Take it as soon as everything that waits to be painted has been."""
        if not self._is_over:
            self._is_over = True
            QTimer.singleShot(0, self._write)

    def give_up(self, sentence: str, code: int) -> None:
        """Say why there is no picture, and end with an exit code."""
        self._is_over = True
        sys.stderr.write(f"segdiff: {sentence}\n")
        QApplication.exit(code)

    def _write(self) -> None:
        self._window.repaint()
        if self._window.grab().save(str(self._path), "PNG"):
            QApplication.exit(0)
        else:
            self.give_up(tr("The picture could not be written to {path}.", path=self._path), 2)
