"""What is written over a slice: its number, the sides of the patient, a scale bar and the crosshair."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QLinearGradient, QPainter, QPen, QStaticText, QTransform

from segdiff.render import EdgeLetters, ScaleBar, heat_table

TEXT, SHADOW, CROSSHAIR = QColor(0xE8, 0xEA, 0xED), QColor(0, 0, 0, 150), QColor(255, 255, 255, 90)
"""The ground is black in both themes, so these are the same in both."""

_EDGE, _RIGHT, _LINE, _TICK = 12.0, 30.0, 18.0, 4.0
_BAR_TOP = 33
_HEAT_BAR = QSizeF(10, 96)
_Align = Qt.AlignmentFlag


@dataclass(frozen=True)
class SliceLabels:
    """What is written over a slice; whatever is empty or ``None`` is left out.

    Args:
        title: which slice this is, and of what.
        note: what is being changed at this moment.
        sides: what lies left and right of the curtain.
        heat: the threshold, marked on the scale of a heat map.
        letters: the sides of the patient.
        bar: how long a length is.
    """

    title: str = ""
    note: str = ""
    sides: tuple[str, str] = ("", "")
    heat: float | None = None
    letters: EdgeLetters | None = None
    bar: ScaleBar | None = None


def draw_pane(painter: QPainter, left: float, top: float, width: int, height: int, colour: QColor) -> None:
    """A translucent rectangle. Where it is tall, Qt draws it ten times faster from a picture than it fills one."""
    painter.drawImage(QPointF(left, top), _pane(width, height, colour.rgba()))


@lru_cache(maxsize=32)
def _pane(width: int, height: int, rgba: int) -> QImage:
    made = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(QColor.fromRgba(rgba))
    return made


def draw_crosshair(painter: QPainter, area: QRectF, point: tuple[float, float]) -> None:
    """Two hairlines through ``point``, over the whole area."""
    draw_pane(painter, int(point[0]), area.top(), 1, int(area.height()), CROSSHAIR)
    painter.fillRect(QRectF(area.left(), int(point[1]), area.width(), 1), CROSSHAIR)


def draw_curtain(painter: QPainter, area: QRectF, x: float, sides: tuple[str, str], font: QFont) -> None:
    """The line that a person drags, with a grip in its middle and what lies on either side of it."""
    draw_pane(painter, int(x) - 1, area.top(), 3, int(area.height()), SHADOW)
    painter.fillRect(QRectF(int(x), area.top(), 1, area.height()), TEXT)
    middle = area.center().y()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(SHADOW, 1))
    painter.setBrush(TEXT)
    painter.drawRoundedRect(QRectF(int(x) - 3.5, middle - 16, 8, 32), 4, 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setFont(font)
    top = area.height() - 2 * _LINE - 18  # above the letter at the bottom and the scale bar
    left, right = QRectF(_EDGE, top, x - 10 - _EDGE, _LINE), QRectF(x + 11, top, area.width() - x - 11 - _EDGE, _LINE)
    for place, align, text in ((left, _Align.AlignRight, sides[0]), (right, _Align.AlignLeft, sides[1])):
        _write(painter, place, align, shortened(text, font, place.width()))


def shortened(text: str, font: QFont, room: float) -> str:
    """As much of a text as has room: its beginning and its end, which say whose it is and where; else nothing."""
    fitting = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideMiddle, room)
    return fitting if len(fitting) > 1 else ""


def draw_heat_bar(painter: QPainter, area: QRectF, threshold: float, font: QFont) -> None:
    """The scale of the heat map at the left edge: 0, 1, and the threshold between them."""
    height = min(_HEAT_BAR.height(), area.height() / 2 - 2 * _LINE)  # below the letter at the left
    bar = QRectF(_EDGE, area.height() - 10 - height, _HEAT_BAR.width(), height)
    painter.fillRect(bar.adjusted(-1, -1, 1, 1), SHADOW)
    painter.fillRect(bar, QColor(0, 0, 0))
    shades = QLinearGradient(bar.bottomLeft(), bar.topLeft())
    for level in range(0, 256, 15):
        shades.setColorAt(level / 255, QColor(*heat_table()[level].tolist()))
    painter.fillRect(bar, shades)
    painter.setFont(font)
    beside = bar.right() + 7
    for share, text in ((0.0, "0"), (1.0, "1"), (threshold, f"{threshold:.2f}")):
        y = bar.bottom() - share * bar.height()
        if share in (0.0, 1.0) and abs(share - threshold) * bar.height() < _LINE:
            continue
        painter.fillRect(QRectF(bar.left(), int(y), bar.width() + 4, 1), TEXT)
        _write(painter, QRectF(beside, y - _LINE / 2, 60, _LINE), _Align.AlignLeft, text)


def draw_labels(painter: QPainter, area: QRectF, labels: SliceLabels, pixels_per_unit: float, font: QFont) -> None:
    """Write the labels into the corners and at the middles of the edges of ``area``."""
    painter.setFont(font)
    title = shortened(labels.title, font, area.width() - 2 * _EDGE)
    _write(painter, QRectF(_EDGE, 8, area.width(), _LINE), _Align.AlignLeft, title)
    _write(painter, QRectF(_EDGE, 8 + _LINE, area.width(), _LINE), _Align.AlignLeft, labels.note)
    if labels.bar is not None:
        _draw_bar(painter, area, labels.bar, pixels_per_unit)
    if labels.letters is not None:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        title_end = _EDGE + QFontMetricsF(font).horizontalAdvance(title)
        top = 10 + (_LINE if title_end > area.center().x() - 12 else 0)
        _draw_letters(painter, area, labels.letters, top, bottom_letter(area, labels.bar, pixels_per_unit, font))


def bottom_letter(area: QRectF, bar: ScaleBar | None, pixels_per_unit: float, font: QFont) -> QRectF:
    """Where the letter at the bottom is written: above a scale bar that reaches the middle of a narrow view."""
    place = QRectF(0, area.height() - _LINE - 10, area.width(), _LINE)
    if bar is not None:
        length, words = bar.length * pixels_per_unit, QFontMetricsF(font).horizontalAdvance(bar.text)
        if area.width() - _RIGHT - length / 2 - max(length, words) / 2 < area.center().x() + 12:
            place.moveBottom(area.height() - _BAR_TOP - 2)
    return place


def _draw_letters(painter: QPainter, area: QRectF, letters: EdgeLetters, top: float, at_bottom: QRectF) -> None:
    """The uppermost one lies below a title that reaches it."""
    middle, width = area.center().y() - _LINE / 2, area.width()
    _write(painter, QRectF(0, top, width, _LINE), _Align.AlignHCenter, letters.top)
    _write(painter, at_bottom, _Align.AlignHCenter, letters.bottom)
    _write(painter, QRectF(_EDGE, middle, width, _LINE), _Align.AlignLeft, letters.left)
    _write(painter, QRectF(0, middle, width - _RIGHT, _LINE), _Align.AlignRight, letters.right)


def _draw_bar(painter: QPainter, area: QRectF, bar: ScaleBar, pixels_per_unit: float) -> None:
    length = round(bar.length * pixels_per_unit)
    left, top = int(area.width() - _RIGHT) - length, int(area.height()) - _BAR_TOP
    places = ((left, top + _TICK, length, 1), (left, top, 1, _TICK), (left + length - 1, top, 1, _TICK))
    for colour, grown in ((SHADOW, 1.0), (TEXT, 0.0)):
        for place in places:
            painter.fillRect(QRectF(*place).adjusted(-grown, -grown, grown, grown), colour)
    _write(painter, QRectF(left + length / 2 - 60, top + _TICK + 4, 120, _LINE), _Align.AlignHCenter, bar.text)


def _write(painter: QPainter, place: QRectF, align: Qt.AlignmentFlag, text: str) -> None:
    """Light text with a dark edge, so that it can be read over bright anatomy too."""
    laid_out = _laid_out(text, painter.font())
    size = laid_out.size()
    room = place.width() - size.width()
    left = {_Align.AlignLeft: 0.0, _Align.AlignHCenter: room / 2, _Align.AlignRight: room}[align]
    corner = place.topLeft() + QPointF(left, (place.height() - size.height()) / 2)
    painter.setPen(SHADOW)
    for right, down in ((-1, -1), (-1, 1), (1, -1), (1, 1)):
        painter.drawStaticText(corner + QPointF(right, down), laid_out)
    painter.setPen(TEXT)
    painter.drawStaticText(corner, laid_out)


@lru_cache(maxsize=64)
def _laid_out(text: str, font: QFont) -> QStaticText:
    """A text with its glyphs in their places, which Qt would look for at every paint."""
    laid_out = QStaticText(text)
    laid_out.setTextFormat(Qt.TextFormat.PlainText)
    laid_out.prepare(QTransform(), font)
    return laid_out
