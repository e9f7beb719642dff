"""A slider of real numbers: a thin track, a round handle in a colour that means something, ticks at named points."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from segdiff.gui import theme

HANDLE: Final = 16
TRACK: Final = 4
UNITS: Final = 1000
"""Qt's sliders, and the screen readers that ask them, know whole numbers only: thousandths here."""

_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
}


class Slider(QAbstractSlider):
    """Emits ``moved`` while a person drags it, steps it by keys or clicks its track; setting ``number`` emits nothing.

    Args:
        minimum: left end.
        maximum: right end.
        step: an arrow key; with Shift ten of them.
        name: read by screen readers.
        colour: name of a colour of the theme's palette, for the handle.
        small: a filled bar whose handle shows only while it is pointed at or has the keyboard.
    """

    moved = Signal(float)

    def __init__(
        self, minimum: float, maximum: float, step: float, name: str, colour: str = "text", *, small: bool = False
    ) -> None:
        super().__init__()
        self._range = (minimum, maximum)
        self._step = step
        self._number = minimum
        self._colour = colour
        self._small = small
        self._ticks: tuple[float, ...] = ()
        self.setRange(round(minimum * UNITS), round(maximum * UNITS))
        self.setValue(self.minimum())
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Wide as it may be, high enough for the handle and its focus ring."""
        return QSize(120, 12 if self._small else HANDLE + 4)

    def minimumSizeHint(self) -> QSize:
        """Narrow windows are allowed."""
        return QSize(60, self.sizeHint().height())

    @property
    def number(self) -> float:
        """Where the handle stands."""
        return self._number

    @number.setter
    def number(self, number: float) -> None:
        number = min(self._range[1], max(self._range[0], number))
        if number != self._number:
            self._number = number
            self.setValue(round(number * UNITS))
            self.update()

    def show_colour(self, colour: str) -> None:
        """Take another colour, a name of the palette or ``#RRGGBB``."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    def set_ticks(self, ticks: tuple[float, ...]) -> None:
        """Named points, marked across the track."""
        self._ticks = ticks
        self.update()

    def _rail(self) -> QRectF:
        inset = (2 if self._small else HANDLE) / 2 + 1
        return QRectF(inset, (self.height() - TRACK) / 2, self.width() - 2 * inset, TRACK)

    def _x_of(self, number: float) -> float:
        low, high = self._range
        rail = self._rail()
        return rail.left() + rail.width() * (number - low) / (high - low)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track, ticks, handle, focus ring."""
        palette, rail = theme.current(), self._rail()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.colour("track"))
        painter.drawRoundedRect(rail, TRACK / 2, TRACK / 2)
        at = QPointF(self._x_of(self._number), rail.center().y())
        colour = palette.colour(self._colour if self.isEnabled() else "secondary")
        painter.setBrush(palette.colour("secondary"))
        for tick in self._ticks:
            painter.drawRect(QRectF(self._x_of(tick) - 0.75, rail.center().y() - 6, 1.5, 12))
        painter.setBrush(colour)
        if self._small:
            painter.drawRoundedRect(QRectF(rail.topLeft(), QPointF(at.x(), rail.bottom())), TRACK / 2, TRACK / 2)
            if self.hasFocus() or self.underMouse():
                self._draw_handle(painter, at, 10.0, colour, palette)
        else:
            self._draw_handle(painter, at, HANDLE, colour, palette)

    def _draw_handle(
        self, painter: QPainter, centre: QPointF, size: float, colour: QColor, palette: theme.Palette
    ) -> None:
        painter.setBrush(colour)
        painter.setPen(QPen(palette.colour("panel"), 2))
        painter.drawEllipse(centre, size / 2 - 1, size / 2 - 1)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.colour("text"), 1.5))
            painter.drawEllipse(centre, size / 2 + 0.5, size / 2 + 0.5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the mouse is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._move_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(event.position().x())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel that scrolls: a value must not change because a pointer rested on it."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step, with Shift by ten; Home and End go to the ends."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            factor = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._wish(self._number + _STEPS[key] * factor * self._step)
        elif key == Qt.Key.Key_Home:
            self._wish(self._range[0])
        elif key == Qt.Key.Key_End:
            self._wish(self._range[1])
        else:
            event.ignore()

    def _move_to(self, x: float) -> None:
        low, high = self._range
        rail = self._rail()
        self._wish(low + (high - low) * (x - rail.left()) / max(1.0, rail.width()))

    def _wish(self, number: float) -> None:
        """Go to the nearest step, and say so if that is elsewhere."""
        before = self._number
        self.number = round(round(number / self._step) * self._step, 6)
        if self._number != before:
            self.moved.emit(self._number)
