"""Who is ahead where the borders are rays through the origin, as they are for one label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from segdiff.gui import theme
from segdiff.gui.widgets.cost_square import CostSquare
from segdiff.gui.words import tr

if TYPE_CHECKING:
    from segdiff.explore import Sector

_WORDS_AT: Final = (0.95, 0.86, 0.77, 0.68, 0.59, 0.5)
"""Where along its sector, from the origin to the edge, a winner's name may stand."""


@dataclass(frozen=True)
class RayMap:
    """Drawn over the heat map of the chosen prediction.

    Args:
        letters: of the predictions.
        chosen: position of the one whose index is drawn.
        sectors: who is ahead between which rays; none where nothing is compared.
    """

    letters: tuple[str, ...] = ()
    chosen: int = 0
    sectors: tuple[Sector, ...] = ()

    def draw_borders(
        self, painter: QPainter, square: CostSquare, palette: theme.Palette, taken: Sequence[QRectF]
    ) -> None:
        """Veil where the chosen one is not ahead, and name each winner in its sector, beside what is ``taken``."""
        if len(self.sectors) < 2:
            return
        veil = QColor("#000000" if palette.is_dark else "#FFFFFF")
        veil.setAlphaF(0.34)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(veil)
        for sector in self.sectors:
            if sector.winner != self.chosen:
                painter.drawPolygon(square.outline(sector))
        painter.setPen(QPen(palette.colour("text"), 1.8))
        for sector in self.sectors[1:]:
            painter.drawLine(square.place(0, 0), square.edge(sector.low))
        painter.setFont(theme.base_font(11, QFont.Weight.DemiBold))
        for sector in self.sectors:
            text = tr("{letter} ahead", letter=self.letters[sector.winner])
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.drawText(_room_for(width, sector, square, taken), Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


def _room_for(width: float, sector: Sector, square: CostSquare, taken: Sequence[QRectF]) -> QRectF:
    """Room for words in the middle of a sector, as far out as nothing else stands there."""
    origin, edge, area = square.place(0, 0), square.edge((sector.low + sector.high) / 2), square.area
    box = QRectF(0, 0, width + 6, 15)
    boxes = []
    for share in _WORDS_AT:
        box.moveCenter(origin + (edge - origin) * share)
        box.moveLeft(min(max(box.left(), area.left() + 3), area.right() - box.width() - 3))
        box.moveTop(min(max(box.top(), area.top() + 2), area.bottom() - box.height() - 2))
        boxes.append(QRectF(box))
    return next((box for box in boxes if not any(box.intersects(other) for other in taken)), boxes[-1])
