"""A small heat map with a path over it and a place on it, in the plane's quiet tone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from segdiff.gui import theme
from segdiff.gui.widgets.graph import Axis
from segdiff.gui.widgets.heat import heat_map

_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 12, 26, 30
_HEAD: Final = 20
_Align = Qt.AlignmentFlag


@dataclass(frozen=True, eq=False)
class Heat:
    """What is drawn.

    Args:
        title: what it shows.
        meaning: a sentence about it, on hover.
        values: ``(row, column)``, the first row at the top.
        x: horizontal axis.
        y: vertical axis.
        path: of places ``(x, y)``, such as the best of each column.
        place: where one is.
    """

    title: str
    meaning: str
    values: NDArray[np.float64]
    x: Axis = field(default_factory=Axis)
    y: Axis = field(default_factory=Axis)
    path: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None
    place: tuple[float, float] | None = None


class HeatChart(QWidget):
    """Emits ``pointed`` with the place that a person clicks or drags over."""

    pointed = Signal(float, float)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._heat: Heat | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(110, 90)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def heat(self) -> Heat | None:
        """What is drawn."""
        return self._heat

    def show_heat(self, heat: Heat | None) -> None:
        """Draw other values, or nothing."""
        self._heat = heat
        self.update()

    def sizeHint(self) -> QSize:
        """A quarter of the panel."""
        return QSize(220, 160)

    def area(self) -> QRectF:
        """Where the map is."""
        return QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)

    def place_of(self, x: float, y: float) -> QPointF:
        """Where a pair of values lies on the widget."""
        heat, area = self._heat or Heat("", "", np.zeros((1, 1))), self.area()
        across, up = float(heat.x.share(x)), float(heat.y.share(y))
        return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Title, map, path, place, axes."""
        if self._heat is None:
            return
        painter, palette, area, heat = QPainter(self), theme.current(), self.area(), self._heat
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(theme.base_font(theme.SMALL_PX))
        painter.setPen(palette.colour("secondary"))
        left = min(area.left(), max(0.0, self.width() - painter.fontMetrics().horizontalAdvance(heat.title)))
        painter.drawText(QRectF(left, 0, self.width() - left, _HEAD), _Align.AlignVCenter, heat.title)
        painter.drawImage(area, heat_map(heat.values, palette))
        painter.setFont(theme.base_font(10))
        for value, text in heat.x.ticks:
            at = self.place_of(value, heat.y.low)
            painter.drawText(QRectF(at.x() - 24, at.y() + 2, 48, 13), _Align.AlignHCenter, text)
        for value, text in heat.y.ticks:
            at = self.place_of(heat.x.low, value)
            beside = QRectF(0, at.y() - 7, area.left() - 5, 14)
            painter.drawText(beside, _Align.AlignRight | _Align.AlignVCenter, text)
        below = QRectF(0, area.bottom() + 14, 2 * area.center().x(), 14)
        painter.drawText(below, _Align.AlignHCenter, heat.x.words)
        if heat.y.words:
            painter.save()
            painter.translate(8, area.center().y())
            painter.rotate(-90)
            painter.drawText(QRectF(-60, -7, 120, 14), _Align.AlignCenter, heat.y.words)
            painter.restore()
        painter.setClipRect(area.adjusted(-6, -6, 6, 6))
        if heat.path is not None:
            painter.setPen(QPen(palette.colour("text"), 1.6))
            painter.drawPolyline(QPolygonF([self.place_of(x, y) for x, y in zip(*heat.path, strict=True)]))
        if heat.place is not None:
            painter.setPen(QPen(palette.colour("text"), 2))
            painter.setBrush(palette.colour("panel"))
            painter.drawEllipse(self.place_of(*heat.place), 4.5, 4.5)

    def event(self, event: QEvent) -> bool:
        """What the map means."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._heat is not None:
            QToolTip.showText(event.globalPos(), self._heat.meaning, self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the mouse is."""
        self._point(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        self._point(event)

    def _point(self, event: QMouseEvent) -> None:
        if self._heat is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        area, at = self.area(), event.position()
        across = min(1.0, max(0.0, (at.x() - area.left()) / max(1.0, area.width())))
        up = min(1.0, max(0.0, (area.bottom() - at.y()) / max(1.0, area.height())))
        self.pointed.emit(self._heat.x.value(across), self._heat.y.value(up))
