"""The (α, β) plane: how the Tversky index falls as either cost grows, and where which prediction is ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from segdiff.gui import theme
from segdiff.gui.widgets.computed_map import ComputedMap
from segdiff.gui.widgets.corner_menu import CornerMenu
from segdiff.gui.widgets.heat import heat_map
from segdiff.gui.widgets.member_button import MemberButton
from segdiff.gui.widgets.named_points import F_BETA_POINTS, NAMED_COSTS, NamedPoint, named_points, told_of
from segdiff.gui.words import tr

if TYPE_CHECKING:
    from segdiff.explore import Sector

Counts = tuple[int, int, int]
"""TP, FP, FN."""

ONE_LABEL, MEAN = "one", "mean"
"""What the plane is drawn of."""

_Align = Qt.AlignmentFlag

ISOLINES: Final = 9
_MARGIN_LEFT, _MARGIN_BOTTOM, _MARGIN_TOP, _MARGIN_RIGHT = 40, 32, 6, 8
_NAME_PX: Final = 10
_WORDS_AT: Final = (0.95, 0.86, 0.77, 0.68, 0.59, 0.5)
"""Where along its sector, from the origin to the edge, a winner's name may stand."""
_MAIN: Final = frozenset(NAMED_COSTS.values())

_REACH: Final = 9.0
"""Pixels around a point within which it is meant."""

_STEPS: Final = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


class TradeoffPlane(QWidget):
    """Emits ``dragged`` with α and β while a person drags the ring, clicks the plane or steps by arrow keys.

    While the two costs are tied, the ring stays on the line where they sum to 1. ``scope_changed`` tells that a person
    wants it drawn of one label, or of the mean over all.
    """

    dragged = Signal(float, float)
    scope_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._costs = (0.3, 0.7)
        self._are_tied = False
        self._counts: Counts | None = None
        self._index = np.zeros((1, 1))
        self._letters: tuple[str, ...] = ()
        self._chosen = 0
        self._sectors: tuple[Sector, ...] = ()
        self._heat: tuple[theme.Palette, QImage] | None = None
        self._points = named_points()
        self._member = MemberButton(self)
        self._member.changed.connect(self._show_member)
        self._member.changed.connect(self._place_corners)
        self._computed: ComputedMap | None = None
        titles = {ONE_LABEL: tr("this label"), MEAN: tr("mean over labels")}
        self._scope = CornerMenu(titles, tr("The plane is of"), self)
        self._scope.setToolTip(tr("Judge by the label looked at, or by the mean of the index over all labels"))
        self._scope.changed.connect(self._place_corners)
        self._scope.changed.connect(self.scope_changed)
        self._scope.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Trade-off plane: false-positive cost to the right, miss cost upwards"))

    def sizeHint(self) -> QSize:
        """Wide and low, as the panel allows."""
        return QSize(340, 200)

    def minimumSizeHint(self) -> QSize:
        """Lower still in a low window."""
        return QSize(200, 130)

    def show_costs(self, alpha: float, beta: float, are_tied: bool) -> None:
        """Put the ring at these costs."""
        self._are_tied = are_tied
        if (alpha, beta) != self._costs:
            self._costs = (alpha, beta)
            self.setAccessibleDescription(f"α {alpha:g}, β {beta:g}")
            self.update()

    def show_index(self, counts: Counts, index: NDArray[np.float64]) -> None:
        """Draw the index of the chosen prediction.

        Args:
            counts: its TP, FP and FN.
            index: at costs from 0 to 1, ``(row, column)``; α grows to the right, β upwards.
        """
        if counts != self._counts or self._computed is not None:
            self._counts, self._index, self._heat, self._computed = counts, index, None, None
            self.update()

    def show_computed(self, computed: ComputedMap) -> None:
        """Draw a mean over labels, whose borders are no rays and whose level lines are not straight."""
        if computed is not self._computed:
            self._counts, self._sectors, self._heat = None, (), None
            self._computed, self._index = computed, computed.index
            self.update()

    def offer_mean(self, is_offered: bool) -> None:
        """Let a person choose the mean over labels where there are several."""
        if not is_offered:
            self._scope.show_value(ONE_LABEL)
        self._scope.setVisible(is_offered)

    @property
    def is_of_mean(self) -> bool:
        """Whether a person wants the mean over labels drawn."""
        return self._scope.value == MEAN

    def show_points(self, points: Sequence[NamedPoint]) -> None:
        """Mark more pairs of costs that have a name; hovering tells whose they are."""
        if tuple(points) != self._points:
            self._points = tuple(points)
            self.update()

    def _show_member(self) -> None:
        self._heat = None
        self.update()

    def show_rivals(self, letters: Sequence[str], chosen: int, sectors: Sequence[Sector]) -> None:
        """Draw the borders between predictions, the chosen one among them."""
        if (tuple(letters), chosen, tuple(sectors)) != (self._letters, self._chosen, self._sectors):
            self._letters, self._chosen, self._sectors = tuple(letters), chosen, tuple(sectors)
            self.update()

    def clear(self) -> None:
        """Nothing has been measured."""
        self._counts, self._sectors, self._computed = None, (), None
        self.update()

    def _area(self) -> QRectF:
        width, height = self.width() - _MARGIN_LEFT - _MARGIN_RIGHT, self.height() - _MARGIN_TOP - _MARGIN_BOTTOM
        return QRectF(_MARGIN_LEFT, _MARGIN_TOP, width, height)

    def _place(self, alpha: float, beta: float) -> QPointF:
        area = self._area()
        return QPointF(area.left() + alpha * area.width(), area.bottom() - beta * area.height())

    def _ring(self) -> QPointF:
        """Where the ring stands; at the edge for costs beyond it."""
        alpha, beta = self._costs
        return self._place(min(1.0, alpha), min(1.0, beta))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Heat, iso-lines, borders, the line of F-β, named points, ring, axes."""
        palette, area = theme.current(), self._area()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.base_font(_NAME_PX))
        if self._counts:
            painter.save()
            painter.setClipRect(area)
            self._draw_heat(painter, area, palette)
            self._draw_isolines(painter, palette, *self._counts)
            painter.restore()
            self._draw_borders(painter, palette)
        elif self._computed is not None:
            self._draw_heat(painter, area, palette)
            self._computed.draw_borders(painter, area, palette, self._taken())
        else:
            painter.fillRect(area, palette.colour("raised"))
        self._draw_points(painter, palette)
        self._draw_axes(painter, area, palette)
        painter.setPen(QPen(palette.colour("text"), 2.5))
        painter.setBrush(palette.colour("panel"))
        painter.drawEllipse(self._ring(), 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(palette.colour("text"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._ring(), 10, 10)

    def _draw_heat(self, painter: QPainter, area: QRectF, palette: theme.Palette) -> None:
        if self._heat is None or self._heat[0] is not palette:
            self._heat = palette, heat_map(self._member.goodness(self._index), palette)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, self._heat[1])

    def _draw_isolines(self, painter: QPainter, palette: theme.Palette, tp: int, fp: int, fn: int) -> None:
        """T is constant along α·FP + β·FN: straight, parallel lines."""
        if tp == 0 or fp + fn == 0:
            return
        colour = palette.colour("text")
        colour.setAlphaF(0.16)
        painter.setPen(QPen(colour, 1))
        lowest = tp / (tp + fp + fn)
        for index in self._member.levels(lowest, ISOLINES):
            cost = tp * (1.0 / index - 1.0)
            on_right = (1.0, (cost - fp) / fn) if fn else (cost / fp, 1.0)
            on_left = (0.0, cost / fn) if fn else (cost / fp, 0.0)
            painter.drawLine(self._place(*on_left), self._place(*on_right))

    def _draw_borders(self, painter: QPainter, palette: theme.Palette) -> None:
        """The sectors in which each prediction is ahead: the ground where the chosen one is not is veiled."""
        if len(self._sectors) < 2:
            return
        veil = QColor("#000000" if palette.is_dark else "#FFFFFF")
        veil.setAlphaF(0.34)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(veil)
        for sector in self._sectors:
            if sector.winner != self._chosen:
                painter.drawPolygon(self._outline(sector))
        painter.setPen(QPen(palette.colour("text"), 1.8))
        for sector in self._sectors[1:]:
            painter.drawLine(self._place(0, 0), self._edge(sector.low))
        painter.save()
        painter.setFont(theme.base_font(11, QFont.Weight.DemiBold))
        for sector in self._sectors:
            text = tr("{letter} ahead", letter=self._letters[sector.winner])
            painter.drawText(self._room_for(text, sector, painter), _Align.AlignCenter, text)
        painter.restore()

    def _taken(self) -> list[QRectF]:
        """Where names of points and the ring are."""
        taken = [box for _, _, box in self._names()]
        taken += [QRectF(box.left(), box.top(), 40, box.height()) for _, box in self._f_betas()]
        taken.append(QRectF(-10, -10, 20, 20).translated(self._ring()))
        return taken

    def _room_for(self, text: str, sector: Sector, painter: QPainter) -> QRectF:
        """Room for words in the middle of a sector, as far out as nothing else stands there."""
        taken = self._taken()
        origin, edge, area = self._place(0, 0), self._edge((sector.low + sector.high) / 2), self._area()
        box = QRectF(0, 0, painter.fontMetrics().horizontalAdvance(text) + 6, 15)
        boxes = []
        for share in _WORDS_AT:
            box.moveCenter(origin + (edge - origin) * share)
            box.moveLeft(min(max(box.left(), area.left() + 3), area.right() - box.width() - 3))
            box.moveTop(min(max(box.top(), area.top() + 2), area.bottom() - box.height() - 2))
            boxes.append(QRectF(box))
        return next((box for box in boxes if not any(box.intersects(other) for other in taken)), boxes[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the choice of what is drawn in the corner below."""
        super().resizeEvent(event)
        self._place_corners()

    def _place_corners(self) -> None:
        for corner in (self._member, self._scope):
            corner.adjustSize()
        bottom = self.height() - self._member.height()
        self._member.move(self.width() - self._member.width() - _MARGIN_RIGHT, bottom)
        self._scope.move(0, bottom)

    def event(self, event: QEvent) -> bool:
        """Whose costs these are, or the value there."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_at(event.pos()), self)
            return True
        return super().event(event)

    def words_at(self, position: QPoint) -> str:
        """A point that has a name, or the value at these costs; empty beside the plane."""
        near = [point for point in self._points if _distance(self._place(*point.costs), position) <= _REACH]
        if near:
            return told_of(min(near, key=lambda point: _distance(self._place(*point.costs), position)))
        area = self._area()
        if not area.contains(QPointF(position)):
            return ""
        alpha, beta = (position.x() - area.left()) / area.width(), (area.bottom() - position.y()) / area.height()
        if self._computed is not None:
            return tr(
                "{words}, the mean over labels", words=self._member.words(alpha, beta, self._computed.at(alpha, beta))
            )
        if self._counts is None:
            return ""
        tp, fp, fn = self._counts
        below = tp + alpha * fp + beta * fn
        return self._member.words(alpha, beta, tp / below if below > 0 else 1.0)

    def _edge(self, angle: float) -> QPointF:
        """Where the ray at an angle from the α axis leaves the unit square."""
        x, y = cos(angle), sin(angle)
        return self._place(x / max(x, y), y / max(x, y))

    def _outline(self, sector: Sector) -> QPolygonF:
        corner = [self._place(1, 1)] if sector.low < pi / 4 < sector.high else []
        return QPolygonF([self._place(0, 0), self._edge(sector.low), *corner, self._edge(sector.high)])

    def _names(self) -> Iterator[tuple[NamedPoint, Qt.AlignmentFlag, QRectF]]:
        """Where the name of each point is written, unless the ring stands on it."""
        for point in named_points():
            at, (alpha, beta) = self._place(*point.costs), point.costs
            if point.costs == self._costs:
                continue
            if alpha == 1.0:
                yield point, _Align.AlignRight, QRectF(at.x() - 46, at.y() + 3, 42, 14)
            elif alpha < beta:
                width = QFontMetricsF(theme.base_font(_NAME_PX)).horizontalAdvance(point.name)
                before = QRectF(at.x() - 4 - width, at.y() - 14, width, 14)
                others = (self._place(*other) for other in NAMED_COSTS.values() if other != point.costs)
                if any(before.contains(other) for other in others):  # in a low plane the line is nearly level
                    yield point, _Align.AlignLeft, QRectF(at.x() + 6, at.y() - 10, 42, 14)
                else:
                    yield point, _Align.AlignRight, QRectF(at.x() - 52, at.y() - 14, 48, 14)
            else:
                yield point, _Align.AlignLeft, QRectF(at.x() + 6, at.y() - 8, 42, 14)

    def _f_betas(self) -> Iterator[tuple[str, QRectF]]:
        """Where the name of each F-β is written along the line on which both costs sum to 1."""
        for name, (alpha, beta) in F_BETA_POINTS:
            at = self._place(alpha, beta)
            yield name, QRectF(at.x() + 5, at.y() - 13, 60, 13)

    def _draw_points(self, painter: QPainter, palette: theme.Palette) -> None:
        line = palette.colour("text")
        line.setAlphaF(0.45)
        painter.setPen(QPen(line, 1, Qt.PenStyle.DashLine))
        painter.drawLine(self._place(0, 1), self._place(1, 0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.colour("text"))
        for point in self._points:
            size = 2.2 if point.costs in _MAIN else 1.5
            painter.drawEllipse(self._place(*point.costs), size, size)
        painter.setPen(palette.colour("text"))
        for point, side, box in self._names():
            painter.drawText(box, side | _Align.AlignVCenter, point.name)
        painter.setPen(palette.colour("secondary"))
        for name, box in self._f_betas():
            painter.drawText(box, _Align.AlignLeft | _Align.AlignVCenter, name)

    def _draw_axes(self, painter: QPainter, area: QRectF, palette: theme.Palette) -> None:
        painter.setPen(palette.colour("secondary"))
        for value, text in ((0.0, "0"), (0.5, "0.5"), (1.0, "1")):
            at = self._place(value, value)
            painter.drawText(QRectF(at.x() - 20, area.bottom() + 3, 40, 13), _Align.AlignHCenter, text)
            beside = QRectF(area.left() - 30, at.y() - 7, 25, 14)
            painter.drawText(beside, _Align.AlignRight | _Align.AlignVCenter, text)
        below = QRectF(area.left(), area.bottom() + 15, area.width(), 14)
        painter.drawText(below, _Align.AlignHCenter, tr("false-positive cost α"))
        painter.save()
        painter.translate(7, area.center().y())
        painter.rotate(-90)
        painter.drawText(QRectF(-60, -7, 120, 14), _Align.AlignCenter, tr("miss cost β"))
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
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()
            return
        right, up = step
        if self._are_tied:
            right, up = right - up, up - right
        size = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0.01
        self._wish(self._costs[0] + right * size, self._costs[1] + up * size)

    def _wish_at(self, position: QPointF) -> None:
        area = self._area()
        self._wish((position.x() - area.left()) / area.width(), (area.bottom() - position.y()) / area.height())

    def _wish(self, alpha: float, beta: float) -> None:
        if self._are_tied:
            alpha = min(1.0, max(0.0, (alpha + 1.0 - beta) / 2))
            beta = 1.0 - round(alpha, 2)
        self.dragged.emit(*(round(min(1.0, max(0.0, cost)), 2) for cost in (alpha, beta)))


def _distance(one: QPointF, other: QPoint) -> float:
    return hypot(one.x() - other.x(), one.y() - other.y())
