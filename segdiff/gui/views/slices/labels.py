"""What is written over a slice: its number, the sides of the patient, a scale bar and the crosshair."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from segdiff.render import EdgeLetters, ScaleBar

TEXT, SHADOW, CROSSHAIR = QColor(0xE8, 0xEA, 0xED), QColor(0, 0, 0, 150), QColor(255, 255, 255, 90)
"""The ground is black in both themes, so these are the same in both."""

_EDGE, _RIGHT, _LINE, _TICK = 12.0, 30.0, 18.0, 4.0
_Align = Qt.AlignmentFlag


@dataclass(frozen=True)
class SliceLabels:
    """What is written over a slice; whatever is empty or ``None`` is left out."""

    title: str = ""
    letters: EdgeLetters | None = None
    bar: ScaleBar | None = None


def draw_crosshair(painter: QPainter, area: QRectF, point: tuple[float, float]) -> None:
    """Two hairlines through ``point``, over the whole area."""
    painter.fillRect(QRectF(int(point[0]), area.top(), 1, area.height()), CROSSHAIR)
    painter.fillRect(QRectF(area.left(), int(point[1]), area.width(), 1), CROSSHAIR)


def draw_labels(painter: QPainter, area: QRectF, labels: SliceLabels, pixels_per_unit: float, font: QFont) -> None:
    """Write the labels into the corners and at the middles of the edges of ``area``."""
    painter.setFont(font)
    _write(painter, QRectF(_EDGE, 8, area.width(), _LINE), _Align.AlignLeft, labels.title)
    if labels.bar is not None:
        _draw_bar(painter, area, labels.bar, pixels_per_unit)
    if labels.letters is not None:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        _draw_letters(painter, area, labels.letters)


def _draw_letters(painter: QPainter, area: QRectF, letters: EdgeLetters) -> None:
    middle, width, bottom = area.center().y() - _LINE / 2, area.width(), area.height()
    _write(painter, QRectF(0, 10, width, _LINE), _Align.AlignHCenter, letters.top)
    _write(painter, QRectF(0, bottom - _LINE - 10, width, _LINE), _Align.AlignHCenter, letters.bottom)
    _write(painter, QRectF(_EDGE, middle, width, _LINE), _Align.AlignLeft, letters.left)
    _write(painter, QRectF(0, middle, width - _RIGHT, _LINE), _Align.AlignRight, letters.right)


def _draw_bar(painter: QPainter, area: QRectF, bar: ScaleBar, pixels_per_unit: float) -> None:
    length = round(bar.length * pixels_per_unit)
    left, top = int(area.width() - _RIGHT) - length, int(area.height()) - 33
    places = ((left, top + _TICK, length, 1), (left, top, 1, _TICK), (left + length - 1, top, 1, _TICK))
    for colour, grown in ((SHADOW, 1.0), (TEXT, 0.0)):
        for place in places:
            painter.fillRect(QRectF(*place).adjusted(-grown, -grown, grown, grown), colour)
    _write(painter, QRectF(left + length / 2 - 60, top + _TICK + 4, 120, _LINE), _Align.AlignHCenter, bar.text)


def _write(painter: QPainter, place: QRectF, align: Qt.AlignmentFlag, text: str) -> None:
    """Light text with a dark edge, so that it can be read over bright anatomy too."""
    painter.setPen(SHADOW)
    for right, down in ((-1, -1), (-1, 1), (1, -1), (1, 1)):
        painter.drawText(place.translated(right, down), align | _Align.AlignVCenter, text)
    painter.setPen(TEXT)
    painter.drawText(place, align | _Align.AlignVCenter, text)
