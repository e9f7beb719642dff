"""The slim slider at the right edge of a slice view."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from segdiff.gui.keys import BIG_STEP
from segdiff.gui.views.slices.labels import draw_pane

_TRACK, _HANDLE, _ROOM = 4, 12.0, 20
_TRACK_COLOUR, _HANDLE_COLOUR, _EDGE_COLOUR = QColor(89, 89, 89, 137), QColor(255, 255, 255), QColor(0, 0, 0, 110)


class SliceSlider(QSlider):
    """A vertical slider over a black ground; its top is the last slice. A click goes straight to that place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setFixedWidth(_ROOM)
        self.setPageStep(BIG_STEP)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def set_place(self, index: int, count: int) -> None:
        """Show slice ``index`` of ``count``, without telling anyone."""
        blocked = self.blockSignals(True)
        self.setRange(0, count - 1)
        self.setValue(index)
        self.blockSignals(blocked)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track and the handle; a ring round the handle shows the keyboard is here."""
        painter = QPainter(self)
        middle = self.width() / 2
        draw_pane(painter, middle - _TRACK / 2, 0, _TRACK, self.height(), _TRACK_COLOUR)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(_EDGE_COLOUR, 1))
        handle = QPointF(middle, self._height_of(self.sliderPosition()))
        painter.setBrush(_HANDLE_COLOUR)
        painter.drawEllipse(handle, _HANDLE / 2, _HANDLE / 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(_HANDLE_COLOUR, 1.5))
            painter.drawEllipse(handle, _HANDLE / 2 + 2.5, _HANDLE / 2 + 2.5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place that was clicked."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while it is held."""
        if self.isSliderDown():
            self._go_to(event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel means the same here as beside the slider."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move a slice; with Shift, five."""
        arrows = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in arrows and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.setValue(self.value() + BIG_STEP * arrows[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _height_of(self, value: int) -> float:
        span = max(1, self.maximum() - self.minimum())
        return self.height() - _ROOM / 2 - (self.height() - _ROOM) * (value - self.minimum()) / span

    def _go_to(self, y: float) -> None:
        span = self.maximum() - self.minimum()
        share = (self.height() - _ROOM / 2 - y) / max(1.0, self.height() - _ROOM)
        self.setValue(self.minimum() + round(span * share))
