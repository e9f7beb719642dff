"""A picture of the window once everything is there, for ``--screenshot``."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget


class Screenshot:
    """Takes one picture of a window and ends the program."""

    def __init__(self, window: QWidget, path: Path) -> None:
        self._window = window
        self._path = path
        self._taken = False

    def take(self) -> None:
        """Take it as soon as everything that waits to be painted has been."""
        if not self._taken:
            self._taken = True
            QTimer.singleShot(0, self._write)

    def _write(self) -> None:
        self._window.repaint()
        written = self._window.grab().save(str(self._path), "PNG")
        if not written:
            print(f"segdiff: The picture could not be written to {self._path}.", file=sys.stderr)
        QApplication.exit(0 if written else 2)
