"""How a small chart is drawn: a title, the number that matters, axes, lines with their names at their ends, marks."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from segdiff.gui import theme
from segdiff.gui.widgets.graph import Graph, Line, Mark, Weight
from segdiff.gui.widgets.name_places import LINE, kept_apart, with_room

RIGHT: Final = 12
"""Pixels at the right of lines and names that stay free."""

HEAD: Final = 20
"""Height of the title, in pixels."""

_SMALL: Final = 10
_ROOM_OF_A_LETTER: Final = 14

_Align = Qt.AlignmentFlag


class ChartDrawing:
    """Draws one graph, once.

    Args:
        painter: of a chart.
        graph: what to draw.
        size: of the chart, in pixels.
        area: where the lines are.
        room: at their right for their names, in pixels.
    """

    def __init__(self, painter: QPainter, graph: Graph, size: QRectF, area: QRectF, room: int) -> None:
        self._painter, self._palette, self._graph = painter, theme.current(), graph
        self._width, self._height, self._area, self._room = size.width(), size.height(), area, room

    def draw(self) -> None:
        """Title and note, axes, bars, lines, marks."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_head()
        self._draw_axes()
        self._painter.save()
        self._painter.setClipRect(self._area.adjusted(-1, -2, self._room + RIGHT, 1))
        self._draw_bars()
        for line in self._graph.lines:
            self._draw_line(line)
        self._painter.restore()
        self._draw_names()
        for mark in self._graph.marks:
            self._draw_mark(mark)
        self._write_marks()

    def _draw_head(self) -> None:
        self._painter.setFont(theme.base_font(theme.SMALL_PX, QFont.Weight.DemiBold))
        self._painter.setPen(self._palette.colour("text"))
        head = QRectF(self._area.left(), 0, self._width - self._area.left() - RIGHT, HEAD)
        note = self._painter.fontMetrics().horizontalAdvance(self._graph.note)
        if self._painter.fontMetrics().horizontalAdvance(self._graph.title) + note + 6 > head.width():
            head = QRectF(0, 0, self._width, HEAD)
        self._painter.drawText(head, _Align.AlignRight | _Align.AlignVCenter, self._graph.note)
        room = int(head.width() - note - 6)
        shown = self._painter.fontMetrics().elidedText(self._graph.title, Qt.TextElideMode.ElideRight, room)
        self._painter.setFont(theme.base_font(theme.SMALL_PX))
        self._painter.setPen(self._palette.colour("secondary"))
        self._painter.drawText(head, _Align.AlignLeft | _Align.AlignVCenter, shown)

    def _draw_axes(self) -> None:
        area = self._area
        self._painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), self._palette.colour("line"))
        self._painter.fillRect(QRectF(area.left(), area.top(), 1, area.height()), self._palette.colour("line"))
        self._painter.setFont(theme.base_font(_SMALL))
        self._painter.setPen(self._palette.colour("secondary"))
        right = -math.inf
        for value, text in self._graph.x.ticks:
            x, half = float(self._x_of(value)), self._painter.fontMetrics().horizontalAdvance(text) / 2
            if x - half > right + 3:
                self._painter.drawText(QRectF(x - 24, area.bottom() + 2, 48, 13), _Align.AlignHCenter, text)
                right = x + half
        for value, text in self._graph.y.ticks:
            y = float(self._y_of(value))
            self._painter.drawText(QRectF(0, y - 7, area.left() - 5, 14), _Align.AlignRight | _Align.AlignVCenter, text)
        below = QRectF(0, area.bottom() + 14, 2 * area.center().x(), 14)
        self._painter.drawText(below, _Align.AlignHCenter, self._graph.x.words)
        if self._graph.y.words:
            self._painter.save()
            self._painter.translate(8, area.center().y())
            self._painter.rotate(-90)
            self._painter.drawText(QRectF(-60, -7, 120, 14), _Align.AlignCenter, self._graph.y.words)
            self._painter.restore()
        if self._graph.diagonal:
            self._painter.setPen(QPen(self._palette.colour("track"), 1, Qt.PenStyle.DashLine))
            self._painter.drawLine(area.bottomLeft(), area.topRight())

    def _draw_bars(self) -> None:
        if self._graph.bars is None:
            return
        edges = self._x_of(self._graph.bars.edges)
        bottoms = np.zeros(len(edges) - 1)
        for name, heights in self._graph.bars.heights.items():
            tops = bottoms + heights
            low, high = self._y_of(bottoms), self._y_of(tops)
            colour = self._palette.colour(name)
            for left, right, top, bottom in zip(edges[:-1], edges[1:], high, low, strict=True):
                gap = min(0.5, (right - left) / 4)  # bars without number still show where they rise
                if bottom - top > 0.2:
                    self._painter.fillRect(QRectF(left + gap, top, right - left - 2 * gap, bottom - top), colour)
            bottoms = tops

    def _draw_line(self, line: Line) -> None:
        self._painter.setPen(self._pen(line))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        known = ~(np.isnan(line.x) | np.isnan(line.y))
        x, y = self._x_of(line.x), self._y_of(line.y)
        breaks = np.flatnonzero(np.diff(known.astype(int)) != 0) + 1
        for run in np.split(np.arange(len(known)), breaks):
            if known[run[0]]:
                kept = _thinned(x, y, run)
                self._painter.drawPolyline(arrayToQPolygonF(x[kept], y[kept]))

    def _pen(self, line: Line) -> QPen:
        strong = line.weight is Weight.STRONG
        colour = self._palette.colour(line.colour if strong or line.colour != "text" else "secondary")
        style = Qt.PenStyle.DashLine if line.weight is Weight.DASHED else Qt.PenStyle.SolidLine
        return QPen(colour, 1.8 if strong else 1.2, style)

    def _x_of(self, value: NDArray[np.float64] | float) -> NDArray[np.float64]:
        """Where a value of the horizontal axis lies, in pixels."""
        return self._area.left() + self._graph.x.share(value) * self._area.width()

    def _y_of(self, value: NDArray[np.float64] | float) -> NDArray[np.float64]:
        """Where a value of the upright axis lies, in pixels."""
        return self._area.bottom() - self._graph.y.share(value) * self._area.height()

    def _draw_names(self) -> None:
        """The names of the lines beside their ends, kept apart from each other; where not all fit, the chosen one's."""
        if not self._room:
            return
        self._painter.setFont(theme.base_font(_SMALL))
        area = self._area
        named: list[tuple[float, Line]] = []
        for line in self._graph.lines:
            ends = np.flatnonzero(~np.isnan(line.y))
            if line.label and ends.size:
                end = float(self._y_of(line.y[ends[-1]]))
                named.append((min(max(end, area.top()), area.bottom()), line))
        named.sort(key=lambda one: one[0])
        top, bottom = area.top() + 4, area.bottom() - 6
        is_chosen = [line.weight is Weight.STRONG for _, line in named]
        written = [named[i] for i in with_room([height for height, _ in named], is_chosen, bottom - top)]
        for height, (_, line) in zip(kept_apart([height for height, _ in written], top, bottom), written, strict=True):
            self._painter.setPen(self._palette.colour(line.colour if line.weight is Weight.STRONG else "secondary"))
            self._painter.drawText(
                QRectF(area.right() + 5, height - 7, self._room + 6, 14), _Align.AlignVCenter, line.label
            )

    def _draw_mark(self, mark: Mark) -> None:
        area, at = self._area, self._place_of_mark(mark)
        is_strong = mark.weight is Weight.STRONG
        colour = self._palette.colour("text" if is_strong else "secondary")
        if mark.is_upright:
            style = Qt.PenStyle.DashLine if mark.weight is Weight.DASHED else Qt.PenStyle.SolidLine
            self._painter.setPen(QPen(colour, 1.4 if is_strong else 1, style))
            self._painter.drawLine(QPointF(at.x(), area.top() - 2), QPointF(at.x(), area.bottom()))
        else:
            self._painter.setPen(QPen(colour, 2 if is_strong else 1.2))
            self._painter.setBrush(colour if mark.weight is Weight.QUIET else self._palette.colour("panel"))
            self._painter.drawEllipse(at, 4.5 if is_strong else 2.4, 4.5 if is_strong else 2.4)

    def _place_of_mark(self, mark: Mark) -> QPointF:
        """The middle of a dot; of an upright line, where its words begin."""
        x = float(self._x_of(mark.x))
        return QPointF(x, self._area.top() + 5 if mark.is_upright else float(self._y_of(mark.y)))

    def _write_marks(self) -> None:
        """The words at the marks, on a ground of their own.

        Those at a dot stay beside it. Those at an upright line go down along it until they are clear of others.
        """
        self._painter.setFont(theme.base_font(_SMALL))
        ground = QColor(self._palette.panel)
        ground.setAlpha(200)
        written: list[QRectF] = []
        for mark in sorted(self._graph.marks, key=lambda mark: mark.is_upright):
            box = self._box_of_words(self._place_of_mark(mark), mark)
            if box is None:
                continue
            while mark.is_upright and any(box.intersects(other) for other in written) and box.bottom() < self._height:
                box.translate(0, LINE)
            written.append(box.adjusted(-2, 1, 2, -1))
            self._painter.fillRect(box.adjusted(-2, 0, 2, 0), ground)
            is_aside = mark.weight is Weight.DASHED and not mark.is_upright
            self._painter.setPen(self._palette.colour("secondary" if is_aside else "text"))
            self._painter.drawText(box, _Align.AlignVCenter, mark.label)

    def _box_of_words(self, at: QPointF, mark: Mark) -> QRectF | None:
        """At the right of a mark, or at its left where there is no room.

        Where long names stand at the ends of lines, there is none, rather than one over those.
        """
        if not mark.label:
            return None
        gap = 9 if mark.weight is Weight.STRONG and not mark.is_upright else 6
        width = QFontMetricsF(self._painter.font()).horizontalAdvance(mark.label)
        area, has_names = self._area, self._room > _ROOM_OF_A_LETTER
        is_right = at.x() + gap + 2 + width < area.right() + (0 if has_names else self._room)
        left = at.x() + gap if is_right else at.x() - gap - width
        return None if has_names and left < area.left() else QRectF(left, at.y() - 7, width, 14)


def _thinned(x: np.ndarray, y: np.ndarray, run: np.ndarray) -> np.ndarray:
    """Points less than a third of a pixel from the one before are left out; ends are kept."""
    if len(run) < 3:
        return run
    steps = np.hypot(np.diff(x[run]), np.diff(y[run]))
    gone = np.floor(np.append(0.0, steps.cumsum()) * 3.0)
    keep = np.append(True, np.diff(gone) > 0)
    keep[-1] = True
    return run[keep]
