"""A slice as a small picture with a title, a few words below, and a bar that shows how a whole is shared out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from segdiff.gui import theme

_HEAD: Final = 18
_FOOT: Final = 18
_BAR: Final = 6
_Align = Qt.AlignmentFlag


@dataclass(frozen=True, eq=False)
class Picture:
    """What is drawn.

    Args:
        title: above.
        pixels: ``(row, column, 3)``, 8 bits.
        aspect: height of a pixel over its width.
        words: below.
        shares: colour of the palette and share, from left to right; they sum to 1, or are none.
        meaning: on hover.
    """

    title: str
    pixels: NDArray[np.uint8]
    aspect: float = 1.0
    words: str = ""
    shares: tuple[tuple[str, float], ...] = ()
    meaning: str = ""


class SlicePicture(QWidget):
    """Draws one picture."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._picture: Picture | None = None
        self._image: QImage | None = None
        self._is_stale = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(80, 90)

    @property
    def picture(self) -> Picture | None:
        """What is drawn."""
        return self._picture

    def show_picture(self, picture: Picture | None, *, is_stale: bool = False) -> None:
        """Draw another, greyed where it is no longer so."""
        self._picture, self._image, self._is_stale = picture, None, is_stale
        if picture is not None:
            rows, columns, _ = picture.pixels.shape
            pixels = np.ascontiguousarray(picture.pixels)
            self._image = QImage(pixels.data, columns, rows, 3 * columns, QImage.Format.Format_RGB888).copy()
            self.setAccessibleName(picture.title)
            self.setAccessibleDescription(picture.words)
        self.update()

    def sizeHint(self) -> QSize:
        """One of six in the panel."""
        return QSize(150, 160)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Title, picture as large as it goes, bar, words."""
        if self._picture is None or self._image is None:
            return
        painter, palette = QPainter(self), theme.current()
        painter.setOpacity(0.45 if self._is_stale else 1.0)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(theme.base_font(theme.SMALL_PX, QFont.Weight.DemiBold))
        painter.setPen(palette.colour("text"))
        if painter.fontMetrics().horizontalAdvance(self._picture.title) > self.width():
            painter.setFont(theme.base_font(theme.SMALL_PX - 1))
        title = painter.fontMetrics().elidedText(self._picture.title, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(0, 0, self.width(), _HEAD), _Align.AlignVCenter, title)
        foot = _FOOT * len(self._picture.words.split("\n")) if self._picture.words else 0
        bar = _BAR + 6 if self._picture.shares else 0
        room = QRectF(0, _HEAD, self.width(), self.height() - _HEAD - foot - bar - 2)
        painter.fillRect(room, Qt.GlobalColor.black)
        painter.drawImage(self._fitted(room), self._image)
        if self._picture.shares:
            self._draw_shares(painter, palette, QRectF(0, room.bottom() + 5, self.width(), _BAR))
        painter.setFont(theme.base_font(theme.SMALL_PX))
        painter.setPen(palette.colour("secondary"))
        painter.drawText(QRectF(0, self.height() - foot, self.width(), foot), _Align.AlignVCenter, self._picture.words)

    def _fitted(self, room: QRectF) -> QRectF:
        assert self._picture is not None
        rows, columns, _ = self._picture.pixels.shape
        height, width = rows * self._picture.aspect, float(columns)
        scale = min(room.width() / width, room.height() / height)
        fitted = QRectF(0, 0, width * scale, height * scale)
        fitted.moveCenter(room.center())
        return fitted

    def _draw_shares(self, painter: QPainter, palette: theme.Palette, room: QRectF) -> None:
        assert self._picture is not None
        left = room.left()
        for colour, share in self._picture.shares:
            width = share * room.width()
            painter.fillRect(QRectF(left, room.top(), max(0.0, width - 1), room.height()), palette.colour(colour))
            left += width

    def event(self, event: QEvent) -> bool:
        """What is shown, in words."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._picture is not None:
            QToolTip.showText(event.globalPos(), self._picture.meaning, self)
            return True
        return super().event(event)
