"""A choice whose buttons show small drawings of rectangles, where a drawing is clearer than a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from segdiff.gui import theme
from segdiff.gui.widgets.choice import Choice

Drawing = tuple[tuple[float, float, float, float], ...]
"""Rectangles: left, top, width and height as shares of the whole."""

_WIDTH, _HEIGHT, _ROOM = 16, 12, QSize(40, 29)


class PictogramChoice(Choice):
    """Segments with a drawing each.

    Args:
        options: value, name and tooltip of each button.
        drawings: of each value.
        name: read by screen readers.
    """

    def __init__(self, options: Sequence[tuple[Any, str, str]], drawings: Mapping[Any, Drawing], name: str) -> None:
        self._drawings: Final = drawings
        super().__init__(options, name)

    def _face(self, value: Any, text: str) -> QPushButton:
        return _Pictogram(self._drawings[value])


class _Pictogram(QPushButton):
    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self._drawing = drawing

    def sizeHint(self) -> QSize:
        """As high as a button with a word."""
        return _ROOM

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button of the style sheet, and the rectangles on it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(theme.current().colour("text" if self.isChecked() else "secondary"), 1))
        left, top = (self.width() - _WIDTH) // 2, (self.height() - _HEIGHT) // 2
        for x, y, width, height in self._drawing:
            place = QRectF(left + x * _WIDTH, top + y * _HEIGHT, width * _WIDTH, height * _HEIGHT)
            painter.drawRect(place.translated(0.5, 0.5))
