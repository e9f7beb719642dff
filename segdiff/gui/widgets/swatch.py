"""A small square of a colour that means something; pressed, it switches what it stands for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from segdiff.gui import theme
from segdiff.gui.words import tr


class Swatch(QAbstractButton):
    """A checkable square: filled when on, an outline when off, so that the switch does not rest on colour alone."""

    def __init__(self, colour: str, name: str) -> None:
        super().__init__()
        self._colour = colour
        self.setCheckable(True)
        self.setChecked(True)
        self.setAccessibleName(name)
        self.setToolTip(tr("{name}: show or hide", name=name))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())

    def show_colour(self, colour: str) -> None:
        """Take another colour, a name of the palette or ``#RRGGBB``."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    def sizeHint(self) -> QSize:
        """A square of 12 px with room for a focus ring."""
        return QSize(16, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The square, and a ring when it has the keyboard."""
        palette = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = QRectF(2.5, 2.5, 11, 11)
        painter.setPen(QPen(palette.colour(self._colour), 1.5))
        painter.setBrush(palette.colour(self._colour) if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(square, 2.5, 2.5)
        if self.hasFocus():
            painter.setPen(QPen(palette.colour("text"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(0.5, 0.5, 15, 15), 4, 4)
