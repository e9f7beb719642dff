"""Steps from one number to another: what each adds or takes off, as bars that begin where the last ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from segdiff.gui import theme
from segdiff.gui.numbers import MINUS

_NAME: Final = 172
_NUMBER: Final = 56
_Align = Qt.AlignmentFlag


@dataclass(frozen=True)
class Step:
    """One line.

    Args:
        name: what it is of.
        start: where its bar begins.
        end: where it ends; for a whole number the bar begins at 0.
        colour: of the palette.
        meaning: on hover.
        is_whole: a number that is reached, not a step on the way.
    """

    name: str
    start: float
    end: float
    colour: str
    meaning: str = ""
    is_whole: bool = False


class SignedBars(QWidget):
    """Names at the left, bars, numbers at the right."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(_NAME + _NUMBER + 60)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Draw other steps."""
        self._steps = steps
        self.setAccessibleDescription(", ".join(f"{step.name} {_number(step)}" for step in steps))
        self.update()

    def sizeHint(self) -> QSize:
        """A line for each step."""
        return QSize(360, 150)

    @property
    def _row(self) -> float:
        return min(24.0, self.height() / max(1, len(self._steps)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each step below the one before."""
        if not self._steps:
            return
        painter, palette = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        largest = max(1e-9, *(max(step.start, step.end) for step in self._steps))
        room, row = self.width() - _NAME - _NUMBER, self._row
        for line, step in enumerate(self._steps):
            top = line * row
            weight = QFont.Weight.DemiBold if step.is_whole else QFont.Weight.Normal
            painter.setFont(theme.base_font(theme.SMALL_PX + 1, weight))
            painter.setPen(palette.colour("text" if step.is_whole else "secondary"))
            painter.drawText(QRectF(0, top, _NAME - 8, row), _Align.AlignVCenter, step.name)
            low, high = sorted((step.start, step.end))
            bar = QRectF(_NAME + room * low / largest, top + row / 2 - 3, max(1.0, room * (high - low) / largest), 6)
            colour = palette.colour(step.colour)
            if not step.is_whole:
                colour.setAlphaF(0.85)
            painter.fillRect(bar, colour)
            painter.setPen(palette.colour("text"))
            at = QRectF(self.width() - _NUMBER, top, _NUMBER, row)
            painter.drawText(at, _Align.AlignRight | _Align.AlignVCenter, _number(step))

    def event(self, event: QEvent) -> bool:
        """What a step is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._steps:
            line = min(len(self._steps) - 1, max(0, int(event.pos().y() / self._row)))
            QToolTip.showText(event.globalPos(), self._steps[line].meaning, self)
            return True
        return super().event(event)


def _number(step: Step) -> str:
    if step.is_whole:
        return f"{step.end:.3f}".removeprefix("0")
    change = step.end - step.start
    return f"{'+' if change >= 0 else MINUS}{abs(change):.3f}".replace("0.", ".", 1)
