"""Who is ahead where the borders are no rays: a map computed at many costs, drawn as it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPen

from segdiff.gui import theme
from segdiff.gui.words import tr

_LEAST_SHARE: Final = 0.04
"""A winner of less of the map than this is not named on it."""

_STRIDE: Final = 17
"""Places for a name that are tried: every 17th cell."""


class ComputedMap:
    """Drawn over the heat map of the chosen prediction; the first row is the largest β, the first column α = 0.

    Args:
        letters: of the predictions.
        chosen: position of the one whose index is drawn.
        index: of the chosen one, ``(row, column)``.
        winner: position of the best, likewise.
        at: the index of the chosen one at any α and β, not only at those of the map.
    """

    def __init__(
        self,
        letters: Sequence[str],
        chosen: int,
        index: NDArray[np.float64],
        winner: NDArray[np.int64],
        at: Callable[[float, float], float],
    ) -> None:
        self.letters, self.chosen, self.index, self.winner, self.at = tuple(letters), chosen, index, winner, at

    def draw_borders(self, painter: QPainter, area: QRectF, palette: theme.Palette, taken: Sequence[QRectF]) -> None:
        """Veil where the chosen one is not ahead, and name each winner on its ground, beside what is ``taken``."""
        if len(self.letters) < 2:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        painter.drawImage(area, self._veil(palette))
        painter.setPen(QPen(palette.colour("text"), 1.8))
        size = len(self.winner)
        across, down = area.width() / size, area.height() / size
        for x1, y1, x2, y2 in self._edges.tolist():
            line = QLineF(x1 * across, y1 * down, x2 * across, y2 * down)
            painter.drawLine(line.translated(area.topLeft()))
        painter.setFont(theme.base_font(11, QFont.Weight.DemiBold))
        for winner, cells in self._grounds:
            text = tr("{letter} ahead", letter=self.letters[winner])
            box = QRectF(0, 0, painter.fontMetrics().horizontalAdvance(text) + 6, 15)
            for row, column in cells:
                box.moveCenter(area.topLeft() + QPointF((column + 0.5) * across, (row + 0.5) * down))
                if area.contains(box) and not any(box.intersects(other) for other in taken):
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
                    break
        painter.restore()

    def _veil(self, palette: theme.Palette) -> QImage:
        rows, columns = self.winner.shape
        pixels = np.full((rows, columns, 4), 0 if palette.is_dark else 255, np.uint8)
        pixels[..., 3] = np.where(self.winner == self.chosen, 0, 87)
        return QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888).copy()

    @cached_property
    def _edges(self) -> NDArray[np.int64]:
        """Sides of cells between two winners, as x1, y1, x2, y2."""
        row, column = np.nonzero(np.diff(self.winner, axis=1))
        upright = np.stack([column + 1, row, column + 1, row + 1], axis=1)
        row, column = np.nonzero(np.diff(self.winner, axis=0))
        level = np.stack([column, row + 1, column + 1, row + 1], axis=1)
        return np.concatenate([upright, level])

    @cached_property
    def _grounds(self) -> list[tuple[int, list[tuple[int, int]]]]:
        """Each winner, and some cells of its ground, those nearest to the middle of it first."""
        found = []
        for winner in np.unique(self.winner):
            cells = np.argwhere(self.winner == winner)
            if len(cells) >= _LEAST_SHARE * self.winner.size:
                cells = cells[np.abs(cells - cells.mean(axis=0)).sum(axis=1).argsort()][::_STRIDE]
                found.append((int(winner), [(int(row), int(column)) for row, column in cells]))
        return found
