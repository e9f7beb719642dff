"""A small calm chart: what it shows, what it says on hover, and where a click points."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from segdiff.gui.widgets.chart_drawing import HEAD, RIGHT, ChartDrawing
from segdiff.gui.widgets.graph import Graph, Mark

_LEFT, _TOP, _BOTTOM = 34, 26, 30
_REACH: Final = 9.0
"""Pixels around a dot within which it is meant."""


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
        return QRectF(self.rect()).adjusted(self._left, _TOP, -RIGHT - self._room, -_BOTTOM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the graph there is."""
        if self._graph is None:
            return
        ChartDrawing(QPainter(self), self._graph, QRectF(self.rect()), self.area(), self._room).draw()

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
        words = self._graph.words_at(self._value_at(position.x())) if position.y() >= HEAD else ""
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
