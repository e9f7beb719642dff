"""A plot of all slices side by side: what was found, invented and missed as bars on each other, a score as a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from segdiff.gui import theme
from segdiff.gui.numbers import NONE, count_text, score_text
from segdiff.gui.words import tr

COLOURS: Final = ("tp", "fp", "fn")
"""From the bottom of a bar to its top: what was found, invented and missed."""

_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 34, 12, 24
_WORDS_APART: Final = 64
"""Pixels between the numbers of two slices below the plot, at least."""

_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: -5, Qt.Key.Key_PageUp: 5}
_Align = Qt.AlignmentFlag


@dataclass(frozen=True, eq=False)
class Curve:
    """What is plotted.

    Args:
        counts: TP, FP and FN of each slice, ``(3, slice)``.
        scores: of each slice, from 0 to 1; NaN leaves a gap.
        title: of the Score.
        worst: the slice with the lowest Score, if any has one.
        unit: what is counted, ``voxel``.
    """

    counts: NDArray[np.int64]
    scores: NDArray[np.float64]
    title: str
    worst: int | None
    unit: str = "voxel"

    def words(self, index: int) -> str:
        """One slice in words."""
        tp, fp, fn = (count_text(int(count), self.unit) for count in self.counts[:, index])
        score = self.scores[index]
        return "\n".join(
            (
                tr("Slice {number}", number=index + 1),
                tr("{title} {value}", title=self.title, value=NONE if np.isnan(score) else score_text(score)),
                tr("found {tp} · invented {fp} · missed {fn}", tp=tp, fp=fp, fn=fn),
            )
        )


class SlicePlot(QWidget):
    """Emits ``pointed`` with the number of a slice, from 0, that was clicked or stepped to."""

    pointed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._curve: Curve | None = None
        self._current = 0
        self._is_stale = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Found, invented and missed voxels of each slice"))

    @property
    def curve(self) -> Curve | None:
        """What is plotted now."""
        return self._curve

    def show_curve(self, curve: Curve) -> None:
        """Plot other numbers."""
        self._curve, self._is_stale = curve, False
        self._describe()
        self.update()

    def show_stale(self) -> None:
        """What is plotted is no longer so, and what is so is on its way: grey it."""
        self._is_stale = True
        self.update()

    def show_current(self, index: int) -> None:
        """Mark the slice that is looked at."""
        self._current = index
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        return QSize(480, 160)

    def area(self) -> QRectF:
        """Where the bars are, without the numbers around them."""
        return QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)

    def place_of(self, index: int) -> float:
        """Horizontal place of the middle of a slice's bar."""
        area = self.area()
        return area.left() + area.width() * (index + 0.5) / self._slices

    @property
    def _slices(self) -> int:
        return 1 if self._curve is None else self._curve.counts.shape[1]

    def _describe(self) -> None:
        if self._curve is not None and self._current < self._slices:
            self.setAccessibleDescription(self._curve.words(self._current))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bars, line, axes and the mark of the slice that is looked at."""
        if self._curve is None:
            return
        palette, area = theme.current(), self.area()
        painter = QPainter(self)
        painter.setFont(theme.base_font(theme.SMALL_PX))
        most = int(self._curve.counts.sum(axis=0).max())
        self._draw_axes(painter, palette, area, most)
        if self._is_stale:
            painter.setOpacity(0.4)
        self._draw_bars(painter, palette, area, most)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_scores(painter, palette, area, self._curve.scores)
        self._draw_worst(painter, palette, area)
        painter.setOpacity(1.0)
        self._draw_current(painter, palette, area)
        if self.hasFocus():
            painter.setPen(QPen(palette.colour("text"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _draw_axes(self, painter: QPainter, palette: theme.Palette, area: QRectF, most: int) -> None:
        painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), palette.colour("line"))
        painter.setPen(palette.colour("secondary"))
        for share in (0.0, 1.0):
            y = area.bottom() - share * area.height()
            beside = QRectF(0, y - 8, _LEFT - 8, 16)
            painter.drawText(beside, _Align.AlignRight | _Align.AlignVCenter, f"{round(most * share):,}")
            painter.drawText(QRectF(area.right() + 8, y - 8, _RIGHT - 8, 16), _Align.AlignVCenter, f"{share:.0f}")
        step = _round_step(self._slices * _WORDS_APART / max(1.0, area.width()))
        for number in [1, *range(step, self._slices + 1, step)]:
            if number == 1 or number >= step:
                below = QRectF(self.place_of(number - 1) - 30, area.bottom() + 4, 60, 16)
                painter.drawText(below, _Align.AlignHCenter, str(number))

    def _draw_bars(self, painter: QPainter, palette: theme.Palette, area: QRectF, most: int) -> None:
        """Each bar reaches to where the next begins, to the pixel, so that no seam shows between them."""
        assert self._curve is not None
        if most == 0:
            return
        tops = area.bottom() - np.cumsum(self._curve.counts, axis=0) / most * area.height()
        bottoms = np.vstack([np.full(self._slices, area.bottom()), tops[:-1]])
        edges = np.round(area.left() + area.width() * np.arange(self._slices + 1) / self._slices)
        gap = 1.0 if area.width() / self._slices > 5 else 0.0
        for row, name in enumerate(COLOURS):
            colour = palette.colour(name)
            colour.setAlphaF(0.45 if name == "tp" else 0.9)
            for index in np.flatnonzero(self._curve.counts[row]):
                left, right = edges[index], max(edges[index + 1] - gap, edges[index] + 1)
                top, bottom = tops[row, index], bottoms[row, index]
                painter.fillRect(QRectF(left, top, right - left, max(1.0, bottom - top)), colour)

    def _draw_scores(
        self, painter: QPainter, palette: theme.Palette, area: QRectF, scores: NDArray[np.float64]
    ) -> None:
        painter.setPen(QPen(palette.colour("text"), 1.4))
        for run in _runs(~np.isnan(scores)):
            points = [QPointF(self.place_of(i), area.bottom() - scores[i] * area.height()) for i in run]
            if len(points) == 1:
                painter.drawEllipse(points[0], 1.2, 1.2)
            else:
                painter.drawPolyline(QPolygonF(points))

    def _draw_worst(self, painter: QPainter, palette: theme.Palette, area: QRectF) -> None:
        assert self._curve is not None
        if self._curve.worst is not None:
            at = QPointF(
                self.place_of(self._curve.worst), area.bottom() - self._curve.scores[self._curve.worst] * area.height()
            )
            painter.setPen(QPen(palette.colour("text"), 1.6))
            painter.setBrush(palette.colour("panel"))
            painter.drawEllipse(at, 4, 4)

    def _draw_current(self, painter: QPainter, palette: theme.Palette, area: QRectF) -> None:
        if self._current < self._slices:
            x = round(self.place_of(self._current))
            painter.fillRect(QRectF(x, area.top() - 6, 1, area.height() + 6), palette.colour("text"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.colour("text"))
            tip = QPointF(x + 0.5, area.top() - 2)
            painter.drawPolygon(QPolygonF([tip, tip + QPointF(-4, -6), tip + QPointF(4, -6)]))

    def event(self, event: QEvent) -> bool:
        """The numbers of the slice under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._curve is not None:
            QToolTip.showText(event.globalPos(), self._curve.words(self._slice_at(event.pos().x())), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the slice that was clicked."""
        if event.button() == Qt.MouseButton.LeftButton and self._curve is not None:
            self.pointed.emit(self._slice_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._curve is not None:
            self.pointed.emit(self._slice_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go to the slice before and after."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self._curve is None:
            event.ignore()
        else:
            self.pointed.emit(min(self._slices - 1, max(0, self._current + step)))

    def _slice_at(self, x: float) -> int:
        area = self.area()
        return min(self._slices - 1, max(0, int((x - area.left()) / max(1.0, area.width()) * self._slices)))


def _round_step(least: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 and so on that is no smaller than ``least``."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if factor * power >= least:
                return factor * power
        power *= 10


def _runs(defined: NDArray[np.bool_]) -> list[NDArray[np.intp]]:
    """Slices that follow each other without a gap."""
    indices = np.flatnonzero(defined)
    return [run for run in np.split(indices, np.flatnonzero(np.diff(indices) > 1) + 1) if run.size]
