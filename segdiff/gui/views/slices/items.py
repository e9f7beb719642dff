"""What lies on top of what in a slice view: the grey image, the outcome codes, the contours."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QStyleOptionGraphicsItem, QWidget

from segdiff.render import SMOOTHED_BELOW

LARGEST_CONVERTED = 2048 * 2048
"""Pixels up to which a slice is converted for the screen: 0.2 ms for 512 by 512, and 16 MiB at the most."""


class _Layer(pg.ImageItem):
    """An array of bytes, kept once more in the format that Qt draws several times faster, unless it is very large."""

    screen_format = QImage.Format.Format_RGB32

    qimage: QImage | None

    def __init__(self) -> None:
        super().__init__(axisOrder="row-major")

    def render(self) -> None:
        """Make the picture to be drawn, once per change of the array or of its colours."""
        super().render()
        picture: QImage | None = self.qimage
        if picture is not None and picture.width() * picture.height() <= LARGEST_CONVERTED:
            self.qimage = picture.convertToFormat(self.screen_format)


class ImageLayer(_Layer):
    """The image. It is smoothed while its voxels are small on the screen; magnified, it shows them as they are."""

    def paint(self, painter: QPainter, *args: Any) -> None:
        """Draw it; the layers above are never smoothed."""
        to_screen = painter.worldTransform()
        voxel = max(abs(to_screen.m11()), abs(to_screen.m22()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, voxel < SMOOTHED_BELOW)
        super().paint(painter, *args)


class CodesLayer(_Layer):
    """Outcome codes, one byte per voxel, coloured by a table of 256: changing the table touches no voxel."""

    screen_format = QImage.Format.Format_ARGB32_Premultiplied


class ContourLayer(QGraphicsPathItem):
    """Contours of one colour, always as thin on the screen, whatever the zoom."""

    def __init__(self, width: float) -> None:
        super().__init__()
        self._is_empty = self._is_coloured = True
        pen = QPen(QColor(0, 0, 0, 0), width)
        pen.setCosmetic(True)
        self.setPen(pen)

    def set_segments(self, segments: NDArray[np.float32]) -> None:
        """Show other contours: ``(segment, 2, 2)``, the ends of each segment as ``(row, column)``."""
        ends = np.ascontiguousarray(segments.reshape(-1, 2), dtype=np.float64)
        self._is_empty = len(ends) == 0
        self.setPath(QPainterPath() if self._is_empty else pg.arrayToQPath(ends[:, 1], ends[:, 0], connect="pairs"))
        self.setVisible(self._is_coloured and not self._is_empty)

    def set_colour(self, colour: tuple[int, int, int, int] | None) -> None:
        """Draw them in this colour, or not at all."""
        self._is_coloured = colour is not None
        self.setVisible(self._is_coloured and not self._is_empty)
        if colour is not None:
            pen = self.pen()
            pen.setColor(QColor(*colour))
            self.setPen(pen)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw them without smoothing, on the edges of voxels."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        super().paint(painter, option, widget)
