"""A small calm chart: a title, the number that matters, lines with their names at their ends."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from segdiff.gui import theme
from segdiff.gui.widgets.graph import Graph, Line, Mark, Weight
from segdiff.gui.widgets.name_places import LINE, kept_apart, with_room

_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 12, 26, 30
_HEAD: Final = 20
_SMALL: Final = 10
_ROOM_OF_A_LETTER: Final = 14
_REACH: Final = 9.0
"""Pixels around a dot within which it is meant."""

_Align = Qt.AlignmentFlag


class Chart(QWidget):
    """Emits ``pointed`` with the horizontal place of a click or drag, ``chosen`` with what a clicked dot chooses.

    Args:
        name: read by screen readers.
        is_handle: whether a click means something here.
        room: at the right of the lines for their names, in pixels.
        left: of the lines, for the numbers and the words of the upright axis.
    """

    pointed = Signal(float)
    chosen = Signal(str)

    def __init__(self, name: str, *, is_handle: bool = False, room: int = 0, left: int = _LEFT) -> None:
        super().__init__()
        self._graph: Graph | None = None
        self._is_handle = is_handle
        self._room, self._left = room, left
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(110, 90)
        if is_handle:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def graph(self) -> Graph | None:
        """What is drawn."""
        return self._graph

    def show_graph(self, graph: Graph | None) -> None:
        """Draw other values, or nothing."""
        before, self._graph = self._graph, graph
        self.setMouseTracking(graph is not None and any(mark.chooses for mark in graph.marks))
        if before is not None and graph is not None and graph.is_drawn_like(before):
            return
        self.setAccessibleDescription(f"{graph.title} {graph.note}".strip() if graph else "")
        self.update()

    def sizeHint(self) -> QSize:
        """A quarter of the panel."""
        return QSize(220, 160)

    def area(self) -> QRectF:
        """Where the lines are."""
        return QRectF(self.rect()).adjusted(self._left, _TOP, -_RIGHT - self._room, -_BOTTOM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Title and note, axes, bars, lines, marks."""
        if self._graph is None:
            return
        painter, palette = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_head(painter, palette, self._graph)
        self._draw_axes(painter, palette, self._graph)
        painter.save()
        painter.setClipRect(self.area().adjusted(-1, -2, self._room + _RIGHT, 1))
        self._draw_bars(painter, palette, self._graph)
        for line in self._graph.lines:
            self._draw_line(painter, palette, self._graph, line)
        painter.restore()
        self._draw_names(painter, palette, self._graph)
        for mark in self._graph.marks:
            self._draw_mark(painter, palette, self._graph, mark)
        self._write_marks(painter, palette, self._graph)

    def _draw_head(self, painter: QPainter, palette: theme.Palette, graph: Graph) -> None:
        painter.setFont(theme.base_font(theme.SMALL_PX, QFont.Weight.DemiBold))
        painter.setPen(palette.colour("text"))
        head = QRectF(self.area().left(), 0, self.width() - self.area().left() - _RIGHT, _HEAD)
        note = painter.fontMetrics().horizontalAdvance(graph.note)
        if painter.fontMetrics().horizontalAdvance(graph.title) + note + 6 > head.width():
            head = QRectF(0, 0, self.width(), _HEAD)
        painter.drawText(head, _Align.AlignRight | _Align.AlignVCenter, graph.note)
        room = int(head.width() - note - 6)
        shown = painter.fontMetrics().elidedText(graph.title, Qt.TextElideMode.ElideRight, room)
        painter.setFont(theme.base_font(theme.SMALL_PX))
        painter.setPen(palette.colour("secondary"))
        painter.drawText(head, _Align.AlignLeft | _Align.AlignVCenter, shown)

    def _draw_axes(self, painter: QPainter, palette: theme.Palette, graph: Graph) -> None:
        area = self.area()
        painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), palette.colour("line"))
        painter.fillRect(QRectF(area.left(), area.top(), 1, area.height()), palette.colour("line"))
        painter.setFont(theme.base_font(_SMALL))
        painter.setPen(palette.colour("secondary"))
        right = -math.inf
        for value, text in graph.x.ticks:
            x, half = area.left() + float(graph.x.share(value)) * area.width(), _half_width(painter, text)
            if x - half > right + 3:
                painter.drawText(QRectF(x - 24, area.bottom() + 2, 48, 13), _Align.AlignHCenter, text)
                right = x + half
        for value, text in graph.y.ticks:
            y = area.bottom() - float(graph.y.share(value)) * area.height()
            painter.drawText(QRectF(0, y - 7, area.left() - 5, 14), _Align.AlignRight | _Align.AlignVCenter, text)
        below = QRectF(0, area.bottom() + 14, 2 * area.center().x(), 14)
        painter.drawText(below, _Align.AlignHCenter, graph.x.words)
        if graph.y.words:
            painter.save()
            painter.translate(8, area.center().y())
            painter.rotate(-90)
            painter.drawText(QRectF(-60, -7, 120, 14), _Align.AlignCenter, graph.y.words)
            painter.restore()
        if graph.diagonal:
            painter.setPen(QPen(palette.colour("track"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(area.bottomLeft(), area.topRight())

    def _draw_bars(self, painter: QPainter, palette: theme.Palette, graph: Graph) -> None:
        if graph.bars is None:
            return
        area = self.area()
        edges = area.left() + graph.x.share(graph.bars.edges) * area.width()
        bottoms = np.zeros(len(edges) - 1)
        for name, heights in graph.bars.heights.items():
            tops = bottoms + heights
            low, high = (area.bottom() - graph.y.share(each) * area.height() for each in (bottoms, tops))
            colour = palette.colour(name)
            for left, right, top, bottom in zip(edges[:-1], edges[1:], high, low, strict=True):
                gap = min(0.5, (right - left) / 4)  # bars without number still show where they rise
                if bottom - top > 0.2:
                    painter.fillRect(QRectF(left + gap, top, right - left - 2 * gap, bottom - top), colour)
            bottoms = tops

    def _draw_line(self, painter: QPainter, palette: theme.Palette, graph: Graph, line: Line) -> None:
        painter.setPen(_pen(palette, line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        known = ~(np.isnan(line.x) | np.isnan(line.y))
        x, y = self._places(graph, line)
        breaks = np.flatnonzero(np.diff(known.astype(int)) != 0) + 1
        for run in np.split(np.arange(len(known)), breaks):
            if known[run[0]]:
                kept = _thinned(x, y, run)
                painter.drawPolyline(arrayToQPolygonF(x[kept], y[kept]))

    def _places(self, graph: Graph, line: Line) -> tuple[np.ndarray, np.ndarray]:
        area = self.area()
        return (
            area.left() + graph.x.share(line.x) * area.width(),
            area.bottom() - graph.y.share(line.y) * area.height(),
        )

    def _draw_names(self, painter: QPainter, palette: theme.Palette, graph: Graph) -> None:
        """The names of the lines beside their ends, kept apart from each other; where not all fit, the chosen one's."""
        if not self._room:
            return
        painter.setFont(theme.base_font(_SMALL))
        area = self.area()
        named: list[tuple[float, Line]] = []
        for line in graph.lines:
            ends = np.flatnonzero(~np.isnan(line.y))
            if line.label and ends.size:
                _, y = self._places(graph, line)
                named.append((min(max(float(y[ends[-1]]), area.top()), area.bottom()), line))
        named.sort(key=lambda one: one[0])
        top, bottom = area.top() + 4, area.bottom() - 6
        is_chosen = [line.weight is Weight.STRONG for _, line in named]
        written = [named[i] for i in with_room([height for height, _ in named], is_chosen, bottom - top)]
        for height, (_, line) in zip(kept_apart([height for height, _ in written], top, bottom), written, strict=True):
            painter.setPen(palette.colour(line.colour if line.weight is Weight.STRONG else "secondary"))
            painter.drawText(QRectF(area.right() + 5, height - 7, self._room + 6, 14), _Align.AlignVCenter, line.label)

    def _draw_mark(self, painter: QPainter, palette: theme.Palette, graph: Graph, mark: Mark) -> None:
        area, at = self.area(), self._place_of_mark(graph, mark)
        is_strong = mark.weight is Weight.STRONG
        colour = palette.colour("text" if is_strong else "secondary")
        if mark.is_upright:
            style = Qt.PenStyle.DashLine if mark.weight is Weight.DASHED else Qt.PenStyle.SolidLine
            painter.setPen(QPen(colour, 1.4 if is_strong else 1, style))
            painter.drawLine(QPointF(at.x(), area.top() - 2), QPointF(at.x(), area.bottom()))
        else:
            painter.setPen(QPen(colour, 2 if is_strong else 1.2))
            painter.setBrush(colour if mark.weight is Weight.QUIET else palette.colour("panel"))
            painter.drawEllipse(at, 4.5 if is_strong else 2.4, 4.5 if is_strong else 2.4)

    def _place_of_mark(self, graph: Graph, mark: Mark) -> QPointF:
        """The middle of a dot; of an upright line, where its words begin."""
        area = self.area()
        x = area.left() + float(graph.x.share(mark.x)) * area.width()
        return QPointF(
            x, area.top() + 5 if mark.is_upright else area.bottom() - float(graph.y.share(mark.y)) * area.height()
        )

    def _write_marks(self, painter: QPainter, palette: theme.Palette, graph: Graph) -> None:
        """The words at the marks, on a ground of their own.

        Those at a dot stay beside it. Those at an upright line go down along it until they are clear of others.
        """
        painter.setFont(theme.base_font(_SMALL))
        ground = QColor(palette.panel)
        ground.setAlpha(200)
        written: list[QRectF] = []
        for mark in sorted(graph.marks, key=lambda mark: mark.is_upright):
            box = self._box_of_words(painter, self._place_of_mark(graph, mark), mark)
            if box is None:
                continue
            while mark.is_upright and any(box.intersects(other) for other in written) and box.bottom() < self.height():
                box.translate(0, LINE)
            written.append(box.adjusted(-2, 1, 2, -1))
            painter.fillRect(box.adjusted(-2, 0, 2, 0), ground)
            is_aside = mark.weight is Weight.DASHED and not mark.is_upright
            painter.setPen(palette.colour("secondary" if is_aside else "text"))
            painter.drawText(box, _Align.AlignVCenter, mark.label)

    def _box_of_words(self, painter: QPainter, at: QPointF, mark: Mark) -> QRectF | None:
        """At the right of a mark, or at its left where there is no room.

        Where long names stand at the ends of lines, there is none, rather than one over those.
        """
        if not mark.label:
            return None
        gap = 9 if mark.weight is Weight.STRONG and not mark.is_upright else 6
        width = QFontMetricsF(painter.font()).horizontalAdvance(mark.label)
        area, has_names = self.area(), self._room > _ROOM_OF_A_LETTER
        is_right = at.x() + gap + 2 + width < area.right() + (0 if has_names else self._room)
        left = at.x() + gap if is_right else at.x() - gap - width
        return None if has_names and left < area.left() else QRectF(left, at.y() - 7, width, 14)

    def event(self, event: QEvent) -> bool:
        """What the chart means, on its title; what a dot means, on it; the values under the pointer, on its lines."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._graph is not None:
            QToolTip.showText(event.globalPos(), self.words_at(event.pos()), self)
            return True
        return super().event(event)

    def words_at(self, position: QPoint) -> str:
        """What is said on hover."""
        if self._graph is None:
            return ""
        if told := [mark.meaning for mark in self._dots_at(QPointF(position)) if mark.meaning]:
            return "\n".join(told)
        words = self._graph.words_at(self._value_at(position.x())) if position.y() >= _HEAD else ""
        return words or self._graph.meaning

    def place_of(self, x: float, y: float) -> QPointF:
        """Where values lie."""
        assert self._graph is not None
        area = self.area()
        return QPointF(
            area.left() + float(self._graph.x.share(x)) * area.width(),
            area.bottom() - float(self._graph.y.share(y)) * area.height(),
        )

    def _dots_at(self, position: QPointF) -> list[Mark]:
        """The dots that a place means, the nearest first."""
        marks = self._graph.marks if self._graph is not None else ()
        near = [(_distance(self.place_of(mark.x, mark.y), position), mark) for mark in marks if not mark.is_upright]
        return [mark for distance, mark in sorted(near, key=lambda one: one[0]) if distance <= _REACH]

    def _choice_at(self, position: QPointF) -> str:
        return next((mark.chooses for mark in self._dots_at(position) if mark.chooses), "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the dot under the mouse, or go where the mouse is."""
        choice = self._choice_at(event.position())
        if choice and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(choice)
        self._point(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse, and show where a click chooses something."""
        if self.hasMouseTracking():
            is_on_choice = bool(self._choice_at(event.position()))
            self.setCursor(Qt.CursorShape.PointingHandCursor if is_on_choice else Qt.CursorShape.ArrowCursor)
        self._point(event)

    def _point(self, event: QMouseEvent) -> None:
        if self._is_handle and self._graph is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.pointed.emit(self._value_at(event.position().x()))

    def _value_at(self, x: float) -> float:
        assert self._graph is not None
        area = self.area()
        return self._graph.x.value(min(1.0, max(0.0, (x - area.left()) / max(1.0, area.width()))))


def _distance(at: QPointF, position: QPointF) -> float:
    return math.hypot(at.x() - position.x(), at.y() - position.y())


def _half_width(painter: QPainter, text: str) -> float:
    return painter.fontMetrics().horizontalAdvance(text) / 2


def _pen(palette: theme.Palette, line: Line) -> QPen:
    strong = line.weight is Weight.STRONG
    colour = palette.colour(line.colour if strong or line.colour != "text" else "secondary")
    style = Qt.PenStyle.DashLine if line.weight is Weight.DASHED else Qt.PenStyle.SolidLine
    return QPen(colour, 1.8 if strong else 1.2, style)


def _thinned(x: np.ndarray, y: np.ndarray, run: np.ndarray) -> np.ndarray:
    """Points less than a third of a pixel from the one before are left out; ends are kept."""
    if len(run) < 3:
        return run
    steps = np.hypot(np.diff(x[run]), np.diff(y[run]))
    gone = np.floor(np.append(0.0, steps.cumsum()) * 3.0)
    keep = np.append(True, np.diff(gone) > 0)
    keep[-1] = True
    return run[keep]
