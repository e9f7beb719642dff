"""The Tversky fraction with the live numbers in it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy

from segdiff.gui import theme
from segdiff.gui.numbers import NONE, score_text
from segdiff.gui.words import tr

Run = tuple[str, str]
"""A piece of text and the name of its colour in the palette."""


class FormulaCard(QFrame):
    """TP over TP + α·FP + β·FN, with α and β in the colours of what they cost, and its value."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._above: list[Run] = []
        self._below: list[Run] = []
        self._value = NONE
        self.show_letters()

    def sizeHint(self) -> QSize:
        """Two lines and some air."""
        return QSize(300, 62)

    def show_letters(self) -> None:
        """The formula itself, while there are no numbers."""
        below = [("TP + ", "text"), ("α", "fp"), ("·FP + ", "text"), ("β", "fn"), ("·FN", "text")]
        self._set([("TP", "text")], below, NONE)

    def show_numbers(self, counts: tuple[int, int, int], alpha: float, beta: float, value: float) -> None:
        """Fill in TP, FP and FN and both costs."""
        tp, fp, fn = (f"{count:,}" for count in counts)
        below = [
            (f"{tp} + ", "text"),
            (_cost_text(alpha), "fp"),
            (f"·{fp} + ", "text"),
            (_cost_text(beta), "fn"),
            (f"·{fn}", "text"),
        ]
        self._set([(tp, "text")], below, score_text(value))

    def _set(self, above: list[Run], below: list[Run], value: str) -> None:
        self._above, self._below, self._value = above, below, value
        plain = "".join(text for text, _ in below)
        self.setAccessibleName(
            tr("Tversky index: {above} divided by {below} equals {value}", above=above[0][0], below=plain, value=value)
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fraction at the left, value at the right."""
        super().paintEvent(event)
        palette = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        value_font = theme.base_font(20, QFont.Weight.Bold)
        value_width = max(QFontMetricsF(value_font).horizontalAdvance(self._value), 62.0)
        right = self.width() - theme.PADDING
        painter.setFont(value_font)
        painter.setPen(palette.colour("text"))
        painter.drawText(QPointF(right - value_width, self.height() / 2 + 7), self._value)
        room = right - value_width - 24 - theme.PADDING
        centre = theme.PADDING + room / 2
        font = self._fitting_font(room)
        painter.setFont(font)
        painter.setPen(palette.colour("secondary"))
        painter.drawText(QPointF(right - value_width - 18, self.height() / 2 + 5), "=")
        width = _width(self._below, font)
        painter.setPen(QPen(palette.colour("secondary"), 1))
        middle = self.height() / 2
        painter.drawLine(QPointF(centre - width / 2 - 4, middle), QPointF(centre + width / 2 + 4, middle))
        _draw(painter, self._above, font, QPointF(centre, middle - 8), palette)
        _draw(painter, self._below, font, QPointF(centre, middle + 18), palette)

    def _fitting_font(self, room: float) -> QFont:
        for pixels in (14, 13, 12, 11, 10):
            font = theme.base_font(pixels, QFont.Weight.Medium)
            if _width(self._below, font) <= room - 8:
                break
        return font


def _cost_text(cost: float) -> str:
    """``.30``, and all of a cost that was typed with more decimals: ``.3333``."""
    return score_text(cost, 2 if round(cost, 2) == cost else 4)


def _width(runs: list[Run], font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance("".join(text for text, _ in runs))


def _draw(painter: QPainter, runs: list[Run], font: QFont, at: QPointF, palette: theme.Palette) -> None:
    """Runs one after the other, centred on ``at``."""
    x = at.x() - _width(runs, font) / 2
    for text, colour in runs:
        bold = QFont(font)
        if colour != "text":
            bold.setWeight(QFont.Weight.Bold)
        painter.setFont(bold)
        painter.setPen(QColor(palette.colour(colour)))
        painter.drawText(QPointF(x, at.y()), text)
        x += QFontMetricsF(bold).horizontalAdvance(text)
