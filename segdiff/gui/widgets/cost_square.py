"""Where costs lie in the trade-off plane, and what costs lie at a place in it."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

if TYPE_CHECKING:
    from segdiff.explore import Sector


@dataclass(frozen=True)
class CostSquare:
    """The costs from 0 to 1 drawn on a rectangle: α grows to the right, β upwards.

    Args:
        area: the rectangle, in pixels of the widget.
    """

    area: QRectF

    def place(self, alpha: float, beta: float) -> QPointF:
        """Where two costs lie."""
        return QPointF(self.area.left() + alpha * self.area.width(), self.area.bottom() - beta * self.area.height())

    def held(self, alpha: float, beta: float) -> QPointF:
        """Where two costs lie; at the edge for costs beyond it."""
        return self.place(min(1.0, alpha), min(1.0, beta))

    def costs_at(self, position: QPointF) -> tuple[float, float]:
        """α and β at a place, also beyond the square."""
        return (
            (position.x() - self.area.left()) / self.area.width(),
            (self.area.bottom() - position.y()) / self.area.height(),
        )

    def edge(self, angle: float) -> QPointF:
        """Where the ray at an angle from the α axis, in radians, leaves the square."""
        x, y = cos(angle), sin(angle)
        return self.place(x / max(x, y), y / max(x, y))

    def outline(self, sector: Sector) -> QPolygonF:
        """The ground of a sector between two rays."""
        corner = [self.place(1, 1)] if sector.low < pi / 4 < sector.high else []
        return QPolygonF([self.place(0, 0), self.edge(sector.low), *corner, self.edge(sector.high)])
