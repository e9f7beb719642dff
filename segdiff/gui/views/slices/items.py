"""What lies on top of what in a slice view: the image, the heat map, and overlays of outcome codes and contours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from segdiff.data import Agreement, Outcome
from segdiff.render import ONE_SIDED, smooths
from segdiff.session import Interpolation

CONTOUR_WIDTHS: Final[dict[int, float]] = {
    ONE_SIDED: 1.0,
    **dict.fromkeys((Outcome.TRUE_POSITIVE, Outcome.FALSE_POSITIVE, Outcome.FALSE_NEGATIVE), 2.0),
    **dict.fromkeys((Agreement.BOTH, Agreement.ONLY_FIRST, Agreement.ONLY_SECOND), 2.0),
}
"""Screen pixels of the contours of each code, from the lowest layer to the highest."""

_NO_SEGMENTS: Final = np.empty((0, 2, 2), np.float32)

_FEW: Final = 16
"""Segments up to which one after the other is faster than all at once."""

LARGEST_CONVERTED = 2048 * 2048
"""Pixels up to which a slice is converted for the screen: 0.2 ms for 512 by 512, and 16 MiB at the most."""


Side = Callable[[], QRectF | None]
"""The part of the screen that something is drawn in, in pixels of the view; ``None`` for all of it."""


def _everywhere() -> QRectF | None:
    return None


def _keep_to(side: Side, painter: QPainter) -> None:
    """Draw nothing outside of a part of the screen."""
    area = side()
    if area is not None:
        painter.setClipRect(painter.worldTransform().inverted()[0].mapRect(area))


class _Layer(pg.ImageItem):
    """An array of bytes, kept once more in the format that Qt draws several times faster, unless it is very large."""

    screen_format = QImage.Format.Format_RGB32

    image: Any
    qimage: QImage | None

    def __init__(self) -> None:
        super().__init__(axisOrder="row-major")

    def set_array(self, array: NDArray[np.uint8] | None) -> None:
        """Show another array, or nothing. Of one as large as the last, nothing but its pixels is new."""
        if array is None:
            if self.image is not None:
                self.clear()
        elif self.image is not None and self.image.shape == array.shape:
            self.image = array
            self._renderRequired = True
            self.update()
        else:
            self.setImage(array, autoLevels=False)

    def render(self) -> None:
        """Make the picture to be drawn, once per change of the array or of its colours."""
        super().render()
        picture: QImage | None = self.qimage
        if picture is not None and picture.width() * picture.height() <= LARGEST_CONVERTED:
            self.qimage = picture.convertToFormat(self.screen_format)


class ImageLayer(_Layer):
    """The image. It is smoothed while its voxels are small on the screen; magnified, it shows them as they are."""

    interpolation = Interpolation.AUTOMATIC

    def render(self) -> None:
        """Make a picture of greys by Qt alone, which takes half of the time."""
        if self.image.ndim != 2 or self.image.size > LARGEST_CONVERTED:
            super().render()
            return
        greys = np.ascontiguousarray(self.image)
        rows, columns = greys.shape
        picture = QImage(greys.data, columns, rows, columns, QImage.Format.Format_Grayscale8)
        self.qimage = picture.convertToFormat(self.screen_format)
        self._renderRequired = self._unrenderable = False

    def paint(self, painter: QPainter, *args: Any) -> None:
        """Draw it; the layers above are never smoothed."""
        to_screen = painter.worldTransform()
        voxel = max(abs(to_screen.m11()), abs(to_screen.m22()))
        is_smooth = smooths(self.interpolation, voxel)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
        super().paint(painter, *args)


class CodesLayer(_Layer):
    """Codes, one byte per voxel, coloured by a table of 256: changing the table touches no voxel."""

    screen_format = QImage.Format.Format_ARGB32_Premultiplied

    def __init__(self, side: Side) -> None:
        super().__init__()
        self._side = side
        self._table: list[int] = []
        self._is_seen = False
        self._codes: NDArray[np.uint8] | None = None

    def set_colours(self, table: NDArray[np.uint8]) -> None:
        """Colour them by ``(256, 4)``: red, green, blue and opacity."""
        self.lut = table
        self._is_seen = bool(table[:, 3].any())
        red, green, blue, opacity = table.astype(np.uint32).T
        self._table = (opacity << 24 | red << 16 | green << 8 | blue).tolist()
        self._renderRequired = True
        self.update()

    def render(self) -> None:
        """Make the picture by Qt alone, which takes a third of the time."""
        self._codes = np.ascontiguousarray(self.image)
        rows, columns = self._codes.shape
        picture = QImage(self._codes.data, columns, rows, columns, QImage.Format.Format_Indexed8)
        picture.setColorTable(self._table)
        is_small = self._codes.size <= LARGEST_CONVERTED
        self.qimage = picture.convertToFormat(self.screen_format) if is_small else picture
        self._renderRequired = self._unrenderable = False

    def paint(self, painter: QPainter, *args: Any) -> None:
        """Draw them on their side of the curtain, unless none of them has a colour to be seen."""
        if self._is_seen:
            _keep_to(self._side, painter)
            super().paint(painter, *args)


class ContourLayer(QGraphicsPathItem):
    """Contours of one colour, always as thin on the screen, whatever the zoom."""

    def __init__(self, width: float, side: Side = _everywhere) -> None:
        super().__init__()
        self._side = side
        self.is_smooth = False
        self._is_empty = self._is_coloured = True
        self._bounds = QRectF()
        self.hide()
        pen = QPen(QColor(0, 0, 0, 0), width)
        pen.setCosmetic(True)
        self.setPen(pen)

    def set_segments(self, segments: NDArray[np.float32]) -> None:
        """Show other contours: ``(segment, 2, 2)``, the ends of each segment as ``(row, column)``."""
        if self._is_empty and len(segments) == 0:
            return
        self._is_empty = len(segments) == 0
        path = _path_of(segments)
        around = self.pen().widthF()
        self._bounds = path.controlPointRect().adjusted(-around, -around, around, around)
        self.setPath(path)
        self.setVisible(self._is_coloured and not self._is_empty)

    def boundingRect(self) -> QRectF:
        """Where they lie; Qt would walk round every one of them to say so, which takes longer than drawing them."""
        return self._bounds

    def set_colour(self, colour: tuple[int, int, int, int] | None) -> None:
        """Draw them in this colour, or not at all."""
        self._is_coloured = colour is not None
        self.setVisible(self._is_coloured and not self._is_empty)
        if colour is not None:
            pen = self.pen()
            pen.setColor(QColor(*colour))
            self.setPen(pen)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw them on the edges of voxels without smoothing, between voxels with."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self.is_smooth)
        _keep_to(self._side, painter)
        super().paint(painter, option, widget)


def _path_of(segments: NDArray[np.float32]) -> QPainterPath:
    """Segments as Qt draws them."""
    if len(segments) > _FEW:
        ends = segments.reshape(-1, 2).astype(np.float64)
        return pg.arrayToQPath(ends[:, 1], ends[:, 0], connect="pairs", finiteCheck=False)
    path = QPainterPath()
    for (row, column), (to_row, to_column) in segments.tolist():
        path.moveTo(column, row)
        path.lineTo(to_column, to_row)
    return path


class OverlayLayers:
    """Codes and their contours, on one side of the curtain.

    Args:
        scene: that draws them.
        side: the part of the screen they are drawn in.
    """

    def __init__(self, scene: QGraphicsScene, side: Side) -> None:
        self.codes = CodesLayer(side)
        self._contours = {int(code): ContourLayer(width, side) for code, width in CONTOUR_WIDTHS.items()}
        for layer in self.layers:
            scene.addItem(layer)

    @property
    def layers(self) -> list[Any]:
        """From the lowest to the highest."""
        return [self.codes, *self._contours.values()]

    def set_contours(self, contours: Mapping[int, NDArray[np.float32]], is_smooth: bool = False) -> None:
        """Show contours by code; those left out become empty."""
        for code, layer in self._contours.items():
            layer.is_smooth = is_smooth
            layer.set_segments(contours.get(code, _NO_SEGMENTS))

    def set_colours(self, table: NDArray[np.uint8], lines: Mapping[int, tuple[int, int, int, int]]) -> None:
        """Colour the codes by ``(256, 4)`` and the contours by code; contours left out are hidden."""
        self.codes.set_colours(table)
        for code, layer in self._contours.items():
            layer.set_colour(lines.get(code))
