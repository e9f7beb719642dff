"""One line from recall only to precision only, with a needle: which prediction is ahead at which costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from segdiff.gui import theme
from segdiff.gui.words import tr

_BAR_TOP, _BAR_HEIGHT, _HEIGHT = 8, 16, 42
_STEPS: Final = {Qt.Key.Key_Left: -0.01, Qt.Key.Key_Right: 0.01}
_WORD_GAP: Final = 8
_Align = Qt.AlignmentFlag


@dataclass(frozen=True)
class StripPart:
    """Where one prediction is ahead, from ``low`` to ``high`` α on α + β = 1, and which are level with it there."""

    letter: str
    low: float
    high: float
    level: tuple[str, ...] = ()

    @property
    def letters(self) -> tuple[str, ...]:
        """All that are ahead."""
        return (self.letter, *self.level)


@dataclass(frozen=True)
class Never:
    """A prediction that has no part of the strip, and why: no α and β make it best, or another always is its equal."""

    letter: str
    why: str
    is_level: bool = False


class CostStrip(QWidget):
    """Emits ``pointed`` with α, β being 1 − α, while a person drags the needle, clicks or steps by arrow keys."""

    pointed = Signal(float, float)

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[StripPart, ...] = ()
        self._never: tuple[Never, ...] = ()
        self._chosen = ""
        self._needle = 0.3
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Who is ahead, from recall only to precision only"))

    def sizeHint(self) -> QSize:
        """As wide as the panel."""
        return QSize(340, _HEIGHT)

    def show_rivals(self, parts: Sequence[StripPart], never: Sequence[Never], chosen: str) -> None:
        """Show who is ahead where, and who never is."""
        if (tuple(parts), tuple(never), chosen) != (self._parts, self._never, self._chosen):
            self._parts, self._never, self._chosen = tuple(parts), tuple(never), chosen
            told = [f"{', '.join(part.letters)} {part.low:.2f}–{part.high:.2f}" for part in self._parts]
            self.setAccessibleDescription(", ".join([*told, *(one.why for one in self._never)]))
            self.update()

    def show_costs(self, alpha: float, beta: float) -> None:
        """Put the needle where the ratio of these costs lies."""
        total = alpha + beta
        needle = alpha / total if total > 0 else 0.5
        if needle != self._needle:
            self._needle = needle
            self.update()

    @property
    def parts(self) -> tuple[StripPart, ...]:
        """Who is ahead where."""
        return self._parts

    @property
    def never(self) -> tuple[Never, ...]:
        """Who never is."""
        return self._never

    def _bar(self) -> QRectF:
        return QRectF(8, _BAR_TOP, self.width() - 16, _BAR_HEIGHT)

    def _place(self, alpha: float) -> float:
        bar = self._bar()
        return bar.left() + alpha * bar.width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Stretches with the letter of who is ahead, the needle, and what either end means."""
        painter, palette, bar = QPainter(self), theme.current(), self._bar()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(bar, palette.colour("raised"))
        painter.setFont(theme.base_font(theme.SMALL_PX, QFont.Weight.DemiBold))
        for part in self._parts:
            left, right = self._place(part.low), self._place(part.high)
            stretch = QRectF(left, bar.top(), right - left, bar.height())
            is_chosen = self._chosen in part.letters
            painter.fillRect(stretch.adjusted(0.5, 0, -0.5, 0), palette.colour("track" if is_chosen else "raised"))
            painter.setPen(palette.colour("text" if is_chosen else "secondary"))
            names = ", ".join(part.letters)
            if stretch.width() > painter.fontMetrics().horizontalAdvance(names) + 4:
                painter.drawText(stretch, _Align.AlignCenter, names)
        painter.setPen(QPen(palette.colour("text"), 1.4))
        for part in self._parts[1:]:
            x = self._place(part.low)
            painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()))
        painter.setPen(QPen(palette.colour("line"), 1))
        painter.drawRect(bar)
        self._draw_needle(painter, palette, bar)
        self._draw_words(painter, palette, bar)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.colour("text"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _draw_needle(self, painter: QPainter, palette: theme.Palette, bar: QRectF) -> None:
        x = self._place(self._needle)
        ground = QColor(palette.panel)
        painter.setPen(QPen(ground, 4))
        painter.drawLine(QPointF(x, bar.top() - 3), QPointF(x, bar.bottom() + 2))
        painter.setPen(QPen(palette.colour("text"), 2))
        painter.drawLine(QPointF(x, bar.top() - 4), QPointF(x, bar.bottom() + 2))
        painter.setBrush(palette.colour("text"))
        painter.setPen(Qt.PenStyle.NoPen)
        tip = QPointF(x, bar.top() - 1)
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-4, -6), tip + QPointF(4, -6)]))

    def _draw_words(self, painter: QPainter, palette: theme.Palette, bar: QRectF) -> None:
        painter.setFont(theme.base_font(10))
        painter.setPen(palette.colour("secondary"))
        below = QRectF(bar.left(), bar.bottom() + 3, bar.width(), 14)
        at_left, at_right = tr("only misses cost"), tr("only false positives cost")
        painter.drawText(below, _Align.AlignLeft, at_left)
        painter.drawText(below, _Align.AlignRight, at_right)
        if beaten := [one.letter for one in self._never if not one.is_level]:
            never = tr("{letters} never best", letters=", ".join(beaten))
            widths = [painter.fontMetrics().horizontalAdvance(words) for words in (at_left, never, at_right)]
            if (between := room_between(below, *widths)) is not None:
                painter.drawText(between, _Align.AlignHCenter, never)

    def event(self, event: QEvent) -> bool:
        """Who is ahead under the pointer, and why some never are."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            alpha = self._alpha_at(event.pos().x())
            ahead = next((part.letter for part in self._parts if part.low <= alpha <= part.high), "")
            told = [tr("{letter} is ahead at α {alpha}", letter=ahead, alpha=f"{alpha:.2f}")] if ahead else []
            QToolTip.showText(event.globalPos(), "\n".join([*told, *(one.why for one in self._never)]), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the mouse is."""
        self._point(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        self._point(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys step by a hundredth, with Shift by ten."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()
            return
        factor = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        self._wish(self._needle + factor * step)

    def _point(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._wish(self._alpha_at(event.position().x()))

    def _alpha_at(self, x: float) -> float:
        bar = self._bar()
        return min(1.0, max(0.0, (x - bar.left()) / max(1.0, bar.width())))

    def _wish(self, alpha: float) -> None:
        alpha = round(min(1.0, max(0.0, alpha)), 2)
        self.pointed.emit(alpha, round(1.0 - alpha, 2))


def room_between(line: QRectF, left: float, middle: float, right: float) -> QRectF | None:
    """Where words of some width stand free between those at either end; ``None`` where they would run into them."""
    room = line.adjusted(left + _WORD_GAP, 0, -right - _WORD_GAP, 0)
    return room if middle <= room.width() else None
