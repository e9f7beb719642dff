"""The (α, β) plane: how the Tversky index falls as either cost grows, and where which prediction is ahead."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from segdiff.gui import theme
from segdiff.gui.widgets.computed_map import ComputedMap
from segdiff.gui.widgets.corner_menu import CornerMenu
from segdiff.gui.widgets.cost_square import CostSquare
from segdiff.gui.widgets.heat import heat_map
from segdiff.gui.widgets.member_button import MemberButton
from segdiff.gui.widgets.named_points import NAMED_COSTS, NamedPoint, named_points, told_of
from segdiff.gui.widgets.plane_names import NAME_PX, f_beta_names, names, taken
from segdiff.gui.widgets.ray_map import RayMap
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
        self._rays = RayMap()
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
            self._counts, self._rays, self._heat = None, RayMap(), None
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
        rays = RayMap(tuple(letters), chosen, tuple(sectors))
        if rays != self._rays:
            self._rays = rays
            self.update()

    def clear(self) -> None:
        """Nothing has been measured."""
        self._counts, self._rays, self._computed = None, RayMap(), None
        self.update()

    def _square(self) -> CostSquare:
        width, height = self.width() - _MARGIN_LEFT - _MARGIN_RIGHT, self.height() - _MARGIN_TOP - _MARGIN_BOTTOM
        return CostSquare(QRectF(_MARGIN_LEFT, _MARGIN_TOP, width, height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Heat, iso-lines, borders, the line of F-β, named points, ring, axes."""
        palette, square = theme.current(), self._square()
        names_and_ring = taken(square, self._costs)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.base_font(NAME_PX))
        if self._counts:
            painter.save()
            painter.setClipRect(square.area)
            self._draw_heat(painter, square.area, palette)
            self._draw_isolines(painter, square, palette, *self._counts)
            painter.restore()
            self._rays.draw_borders(painter, square, palette, names_and_ring)
        elif self._computed is not None:
            self._draw_heat(painter, square.area, palette)
            self._computed.draw_borders(painter, square.area, palette, names_and_ring)
        else:
            painter.fillRect(square.area, palette.colour("raised"))
        self._draw_points(painter, square, palette)
        _draw_axes(painter, square, palette)
        self._draw_ring(painter, square.held(*self._costs), palette)

    def _draw_ring(self, painter: QPainter, at: QPointF, palette: theme.Palette) -> None:
        painter.setPen(QPen(palette.colour("text"), 2.5))
        painter.setBrush(palette.colour("panel"))
        painter.drawEllipse(at, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(palette.colour("text"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, 10, 10)

    def _draw_heat(self, painter: QPainter, area: QRectF, palette: theme.Palette) -> None:
        if self._heat is None or self._heat[0] is not palette:
            self._heat = palette, heat_map(self._member.goodness(self._index), palette)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, self._heat[1])

    def _draw_isolines(
        self, painter: QPainter, square: CostSquare, palette: theme.Palette, tp: int, fp: int, fn: int
    ) -> None:
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
            painter.drawLine(square.place(*on_left), square.place(*on_right))

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
        square = self._square()
        distances = {point: _distance(square.place(*point.costs), position) for point in self._points}
        nearest = min(distances, key=distances.__getitem__, default=None)
        if nearest is not None and distances[nearest] <= _REACH:
            return told_of(nearest)
        if not square.area.contains(QPointF(position)):
            return ""
        alpha, beta = square.costs_at(QPointF(position))
        if self._computed is not None:
            return tr(
                "{words}, the mean over labels", words=self._member.words(alpha, beta, self._computed.at(alpha, beta))
            )
        if self._counts is None:
            return ""
        tp, fp, fn = self._counts
        below = tp + alpha * fp + beta * fn
        return self._member.words(alpha, beta, tp / below if below > 0 else 1.0)

    def _draw_points(self, painter: QPainter, square: CostSquare, palette: theme.Palette) -> None:
        line = palette.colour("text")
        line.setAlphaF(0.45)
        painter.setPen(QPen(line, 1, Qt.PenStyle.DashLine))
        painter.drawLine(square.place(0, 1), square.place(1, 0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.colour("text"))
        for point in self._points:
            size = 2.2 if point.costs in _MAIN else 1.5
            painter.drawEllipse(square.place(*point.costs), size, size)
        painter.setPen(palette.colour("text"))
        for point, side, box in names(square, self._costs):
            painter.drawText(box, side | _Align.AlignVCenter, point.name)
        painter.setPen(palette.colour("secondary"))
        for name, box in f_beta_names(square, self._costs):
            painter.drawText(box, _Align.AlignLeft | _Align.AlignVCenter, name)

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
        self._wish(*self._square().costs_at(position))

    def _wish(self, alpha: float, beta: float) -> None:
        if self._are_tied:
            alpha = min(1.0, max(0.0, (alpha + 1.0 - beta) / 2))
            beta = 1.0 - round(alpha, 2)
        self.dragged.emit(*(round(min(1.0, max(0.0, cost)), 2) for cost in (alpha, beta)))


def _distance(one: QPointF, other: QPoint) -> float:
    return hypot(one.x() - other.x(), one.y() - other.y())


def _draw_axes(painter: QPainter, square: CostSquare, palette: theme.Palette) -> None:
    area = square.area
    painter.setPen(palette.colour("secondary"))
    for value, text in ((0.0, "0"), (0.5, "0.5"), (1.0, "1")):
        at = square.place(value, value)
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
