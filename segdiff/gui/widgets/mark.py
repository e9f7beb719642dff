"""The mark: two overlapping rings, what was missed and what was invented, and what was found where they meet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from segdiff.gui import theme


class Mark(QWidget):
    """24 by 24 px, in the colours of the theme."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(24, 24))
        self.setAccessibleName("segdiff")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two circles and their overlap."""
        palette = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = QPainterPath(), QPainterPath()
        left.addEllipse(QPointF(9, 12), 6.6, 6.6)
        right.addEllipse(QPointF(15, 12), 6.6, 6.6)
        painter.fillPath(left.intersected(right), palette.colour("tp"))
        for path, colour in ((left, "fn"), (right, "fp")):
            painter.strokePath(path, QPen(palette.colour(colour), 2.2))
