"""The (α, β) plane: how the Tversky index falls as either cost grows, and where which prediction is ahead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from segdiff.gui import theme

Counts = tuple[int, int, int]
"""TP, FP, FN."""


@dataclass(frozen=True)
class NamedPoint:
    """A pair of costs that has a name."""

    name: str
    costs: tuple[float, float]
    meaning: str


NAMED_POINTS: Final = (
    NamedPoint("Dice", (0.5, 0.5), "a false positive and a miss cost the same"),
    NamedPoint("IoU", (1.0, 1.0), "each wrong voxel costs as much as a found one earns"),
    NamedPoint("Salehi", (0.3, 0.7), "the costs Salehi 2017 found best for small lesions"),
    NamedPoint("F2", (0.2, 0.8), "a miss costs four times a false positive"),
)
_MARGIN_LEFT, _MARGIN_BOTTOM, _MARGIN_TOP, _MARGIN_RIGHT = 34, 32, 6, 8
_SHADES = 64
ISOLINES = 9


class TradeoffPlane(QWidget):
    """Emits ``dragged`` with α and β while a person drags the ring, clicks the plane or steps by arrow keys."""

    dragged = Signal(float, float)

    def __init__(self) -> None:
        super().__init__()
        self._costs = (0.3, 0.7)
        self._rivals: list[tuple[str, Counts]] = []
        self._chosen = 0
        self._heat: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Trade-off plane: false-positive cost to the right, miss cost upwards")

    def sizeHint(self) -> QSize:
        """Wide and low, as the panel allows."""
        return QSize(340, 200)

    def show_costs(self, alpha: float, beta: float) -> None:
        """Put the ring at these costs."""
        if (alpha, beta) != self._costs:
            self._costs = (alpha, beta)
            self.update()

    def show_counts(self, rivals: list[tuple[str, Counts]], chosen: int) -> None:
        """Draw the index of the chosen prediction, and the borders between all."""
        if (rivals, chosen) != (self._rivals, self._chosen):
            self._rivals, self._chosen, self._heat = rivals, chosen, None
            self.update()

    def _area(self) -> QRectF:
        return QRectF(
            _MARGIN_LEFT, _MARGIN_TOP, self.width() - _MARGIN_LEFT - _MARGIN_RIGHT, self.height() - _MARGIN_TOP - _MARGIN_BOTTOM
        )

    def _place(self, alpha: float, beta: float) -> QPointF:
        area = self._area()
        return QPointF(area.left() + alpha * area.width(), area.bottom() - beta * area.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Heat, iso-lines, borders, the line of F-β, named points, ring, axes."""
        palette, area = theme.current(), self._area()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.base_font(10))
        if self._rivals:
            painter.save()
            painter.setClipRect(area)
            self._draw_heat(painter, area, palette)
            self._draw_isolines(painter, palette)
            painter.restore()
            self._draw_borders(painter, area, palette)
        else:
            painter.fillRect(area, palette.colour("raised"))
        self._draw_points(painter, palette)
        self._draw_axes(painter, area, palette)
        ring = self._place(*(min(1.0, cost) for cost in self._costs))
        painter.setPen(QPen(QColor("#FFFFFF"), 2.5))
        painter.setBrush(QColor("#15181C"))
        painter.drawEllipse(ring, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(palette.colour("text"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring, 9, 9)

    def _draw_heat(self, painter: QPainter, area: QRectF, palette: theme.Palette) -> None:
        if self._heat is None:
            self._heat = _heat_map(self._rivals[self._chosen][1], palette)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, self._heat)

    def _draw_isolines(self, painter: QPainter, palette: theme.Palette) -> None:
        """T is constant along α·FP + β·FN: straight, parallel lines."""
        tp, fp, fn = self._rivals[self._chosen][1]
        if tp == 0 or fp + fn == 0:
            return
        colour = palette.colour("text")
        colour.setAlphaF(0.16)
        painter.setPen(QPen(colour, 1))
        lowest = tp / (tp + fp + fn)
        for index in np.linspace(1.0, lowest, ISOLINES + 2)[1:-1]:
            cost = tp * (1.0 / index - 1.0)
            ends = [(cost / fp, 0.0)] if fp else [(0.0, cost / fn), (1.0, cost / fn)]
            ends += ([(0.0, cost / fn)] if fn else [(cost / fp, 1.0)]) if fp else []
            painter.drawLine(self._place(*ends[0]), self._place(*ends[1]))

    def _draw_borders(self, painter: QPainter, area: QRectF, palette: theme.Palette) -> None:
        """The sectors in which each prediction is ahead: the ground where the chosen one is not is veiled."""
        slopes = _winners(self._rivals)
        if len(slopes) < 2:
            return
        veil = QColor("#000000" if palette.is_dark else "#FFFFFF")
        veil.setAlphaF(0.34)
        for low, high, winner in slopes:
            if winner != self._chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(veil)
                painter.drawPolygon(self._sector(low, high))
        painter.setPen(QPen(QColor("#FFFFFF" if palette.is_dark else "#15181C"), 1.8))
        for low, _high, _winner in slopes[1:]:
            painter.drawLine(self._place(0, 0), self._edge(low))
        for low, high, winner in slopes:
            self._write_winner(painter, (low + high) / 2, winner, palette, area)

    def _write_winner(self, painter: QPainter, angle: float, winner: int, palette: theme.Palette, area: QRectF) -> None:
        edge = self._edge(angle)
        at = self._place(0, 0) + (edge - self._place(0, 0)) * 0.72
        painter.setFont(theme.base_font(11, theme.QFont.Weight.DemiBold))
        painter.setPen(palette.colour("text"))
        text = f"{self._rivals[winner][0]} ahead"
        box = QRectF(at.x() - 34, at.y() - 9, 68, 18)
        box.moveLeft(min(max(box.left(), area.left() + 3), area.right() - box.width() - 3))
        box.moveTop(min(max(box.top(), area.top() + 3), area.bottom() - 21))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.setFont(theme.base_font(10))

    def _edge(self, angle: float) -> QPointF:
        """Where the ray at an angle from the α axis leaves the unit square."""
        x, y = np.cos(angle), np.sin(angle)
        return self._place(x / max(x, y), y / max(x, y))

    def _sector(self, low: float, high: float) -> QPolygonF:
        corner = [self._place(1, 1)] if low < np.pi / 4 < high else []
        return QPolygonF([self._place(0, 0), self._edge(low), *corner, self._edge(high)])

    def _draw_points(self, painter: QPainter, palette: theme.Palette) -> None:
        line = palette.colour("text")
        line.setAlphaF(0.45)
        painter.setPen(QPen(line, 1, Qt.PenStyle.DashLine))
        painter.drawLine(self._place(0, 1), self._place(1, 0))
        for point in NAMED_POINTS:
            at = self._place(*point.costs)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.colour("text"))
            painter.drawEllipse(at, 2.2, 2.2)
            painter.setPen(palette.colour("text"))
            if point.costs[0] > 0.9:
                painter.drawText(QRectF(at.x() - 46, at.y() + 3, 42, 14), Qt.AlignmentFlag.AlignRight, point.name)
            elif point.costs[0] < point.costs[1]:
                if point.costs != self._costs:
                    painter.drawText(QRectF(at.x() - 52, at.y() - 14, 48, 14), Qt.AlignmentFlag.AlignRight, point.name)
            else:
                painter.drawText(QPointF(at.x() + 6, at.y() + 4), point.name)

    def _draw_axes(self, painter: QPainter, area: QRectF, palette: theme.Palette) -> None:
        painter.setPen(palette.colour("secondary"))
        for value, text in ((0.0, "0"), (0.5, "0.5"), (1.0, "1")):
            x, y = self._place(value, value).x(), self._place(value, value).y()
            painter.drawText(QRectF(x - 20, area.bottom() + 3, 40, 13), Qt.AlignmentFlag.AlignHCenter, text)
            painter.drawText(QRectF(area.left() - 30, y - 7, 25, 14), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        painter.drawText(QRectF(area.left(), area.bottom() + 15, area.width(), 14), Qt.AlignmentFlag.AlignHCenter, "false-positive cost α")
        painter.save()
        painter.translate(9, area.center().y())
        painter.rotate(-90)
        painter.drawText(QRectF(-60, -7, 120, 14), Qt.AlignmentFlag.AlignCenter, "miss cost β")
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the mouse is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._wish_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._wish_at(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys step by a hundredth, with Shift by ten."""
        steps = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        size = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0.01
        self._wish(self._costs[0] + step[0] * size, self._costs[1] + step[1] * size)

    def _wish_at(self, position: QPointF) -> None:
        area = self._area()
        self._wish((position.x() - area.left()) / area.width(), (area.bottom() - position.y()) / area.height())

    def _wish(self, alpha: float, beta: float) -> None:
        self.dragged.emit(*(round(min(1.0, max(0.0, cost)), 2) for cost in (alpha, beta)))


def _heat_map(counts: Counts, palette: theme.Palette) -> QImage:
    """The index from light (0.2 and below of it lost) to deep, in one quiet tone that no outcome uses."""
    tp, fp, fn = counts
    cost = (np.arange(_SHADES) + 0.5) / _SHADES
    below = tp + cost[None, :] * fp + cost[::-1, None] * fn
    index = np.divide(tp, below, out=np.zeros_like(below), where=below > 0)
    spread = index.max() - index.min()
    shade = (index - index.min()) / spread if spread > 0 else np.zeros_like(index)
    low, high = (np.array(tone, dtype=float) for tone in (((27, 31, 37), (150, 140, 104)) if palette.is_dark else ((246, 245, 240), (168, 156, 116))))
    tones = (low + shade[..., None] ** 1.5 * (high - low)).astype(np.uint8)
    return QImage(np.ascontiguousarray(tones).data, _SHADES, _SHADES, 3 * _SHADES, QImage.Format.Format_RGB888).copy()


def _winners(rivals: list[tuple[str, Counts]]) -> list[tuple[float, float, int]]:
    """Sectors of the plane, as angles from the α axis, and which prediction is ahead in each."""
    points = [(fp / tp, fn / tp) if tp else (np.inf, np.inf) for _, (tp, fp, fn) in rivals]
    finite = [i for i, point in enumerate(points) if np.isfinite(point[0])]
    if len(finite) < 2:
        return []
    cuts = {0.0, np.pi / 2}
    for i, first in enumerate(finite):
        for second in finite[i + 1 :]:
            x, y = points[first][0] - points[second][0], points[first][1] - points[second][1]
            if x * y < 0:
                cuts.add(float(np.arctan2(abs(x), abs(y))))
    angles = sorted(cuts)
    sectors: list[tuple[float, float, int]] = []
    for low, high in zip(angles, angles[1:], strict=False):
        middle = (low + high) / 2
        winner = min(finite, key=lambda i: np.cos(middle) * points[i][0] + np.sin(middle) * points[i][1])
        if sectors and sectors[-1][2] == winner:
            sectors[-1] = (sectors[-1][0], high, winner)
        else:
            sectors.append((low, high, winner))
    return sectors
