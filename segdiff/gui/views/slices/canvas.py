"""A black canvas that shows one slice: image, outcome codes, contours, labels and a crosshair.

It knows how to show and where things are on the screen, and nothing of cases or of what a person may wish; that is
:class:`segdiff.gui.views.slices.view.SliceView`. pyqtgraph's own mouse actions are switched off altogether.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPen, QResizeEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from segdiff.data import Outcome
from segdiff.gui import theme
from segdiff.gui.views.slices.camera import Camera
from segdiff.gui.views.slices.items import CodesLayer, ContourLayer, ImageLayer
from segdiff.gui.views.slices.labels import TEXT, SliceLabels, draw_crosshair, draw_labels
from segdiff.render import ONE_SIDED

CONTOUR_WIDTHS = {ONE_SIDED: 1.0, Outcome.TRUE_POSITIVE: 2.0, Outcome.FALSE_POSITIVE: 2.0, Outcome.FALSE_NEGATIVE: 2.0}
"""Screen pixels of the contours of each code, from the lowest layer to the highest."""

HIGHLIGHT = ((0, 0, 0, 170), (255, 255, 255, 255))
"""Around what is marked: a dark line, and a light one on it, so that it shows on any anatomy and any colour."""

LABEL_PX = 12
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class SliceCanvas(pg.GraphicsView):
    """Shows one slice, as large as it fits until someone zooms.

    Emits ``looked`` when a hand chose another part of the slice to look at.
    """

    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background="k")
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        for widget in (self, self.viewport()):
            widget.setAcceptDrops(False)  # files are dropped on the window
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self.image_layer, self.codes_layer = ImageLayer(), CodesLayer()
        self._contours = {int(code): ContourLayer(width) for code, width in CONTOUR_WIDTHS.items()}
        self._highlight = (ContourLayer(5.0), ContourLayer(2.0))
        for layer, colour in zip(self._highlight, HIGHLIGHT, strict=True):
            layer.set_colour(colour)
        for layer in self._layers():
            self.scene().addItem(layer)
        self._shape, self._pixel_size = (1, 1), (1.0, 1.0)
        self._crosshair: tuple[int, int] | None = None
        self._is_ringed = self._is_mirrored = False
        self._font = theme.base_font(LABEL_PX)
        self.camera, self._is_fitted = self._fitting_camera(), True

    def set_geometry(self, shape: tuple[int, int], pixel_size: tuple[float, float]) -> None:
        """Prepare for slices of that many rows and columns, whose voxels are that high and wide; show all of them."""
        self._shape, self._pixel_size = shape, pixel_size
        self._look(self._fitting_camera(), is_fitted=True)

    def set_mirrored(self, mirrored: bool) -> None:
        """Exchange left and right, or not; what is in the middle stays there."""
        self._is_mirrored = mirrored
        self._look(replace(self.camera, mirrored=mirrored), self._is_fitted)

    def set_image(self, image: NDArray[Any] | None) -> None:
        """Show greys ``(row, column)`` or colours ``(row, column, 3)`` in 8 bits, or nothing."""
        _show(self.image_layer, image)

    def set_codes(self, codes: NDArray[np.uint8] | None) -> None:
        """Show outcome codes ``(row, column)``, or nothing."""
        _show(self.codes_layer, codes)

    def set_colour_table(self, table: NDArray[np.uint8]) -> None:
        """Colour the codes by ``(256, 4)``."""
        self.codes_layer.setLookupTable(table)

    def set_contours(self, contours: Mapping[int, NDArray[np.float32]]) -> None:
        """Show contours by code; those left out become empty."""
        for code, layer in self._contours.items():
            layer.set_segments(contours.get(code, np.empty((0, 2, 2), np.float32)))

    def set_contour_colours(self, colours: Mapping[int, tuple[int, int, int, int]]) -> None:
        """Colour the contours by code; those left out are hidden."""
        for code, layer in self._contours.items():
            layer.set_colour(colours.get(code))

    def set_highlight(self, segments: NDArray[np.float32]) -> None:
        """Mark what these segments surround; none mark nothing."""
        for layer in self._highlight:
            layer.set_segments(segments)

    def set_crosshair(self, position: tuple[int, int] | None) -> None:
        """Show the crosshair on the voxel at a row and column, or nowhere."""
        self._crosshair = position
        self.viewport().update()

    def labels(self) -> SliceLabels:
        """What to write over the slice, at the zoom it has now."""
        return SliceLabels()

    def fit(self) -> None:
        """Show all of the slice."""
        self._look(self._fitting_camera(), is_fitted=True)
        self.looked.emit()

    def zoom(self, factor: float, at: QPointF) -> None:
        """See the slice ``factor`` times larger around a screen position."""
        self._look(self.camera.zoomed(factor, (at.x(), at.y()), self._view_size()))
        self.looked.emit()

    def pan(self, by: QPointF) -> None:
        """Push the slice by that many screen pixels."""
        self._look(self.camera.panned(by.x(), by.y()))
        self.looked.emit()

    def centre_on(self, row: int, column: int) -> None:
        """Bring the voxel at a row and column to the middle."""
        height, width = self._pixel_size
        self._look(self.camera.centred_on((column + 0.5) * width, (row + 0.5) * height))
        self.looked.emit()

    def follow(self, other: SliceCanvas) -> None:
        """Look at the same part of the slice as another canvas that shows the same plane."""
        if other._is_fitted:
            self._look(self._fitting_camera(), is_fitted=True)
        else:
            self._look(self._fitting_camera().like(other.camera))

    def position_at(self, point: QPointF) -> tuple[int, int]:
        """Row and column at a screen position; they may lie outside the slice."""
        x, y = self.camera.on_slice((point.x(), point.y()), self._view_size())
        return int(np.floor(y / self._pixel_size[0])), int(np.floor(x / self._pixel_size[1]))

    def point_of(self, row: int, column: int) -> QPointF:
        """Screen position of the centre of the voxel at a row and column."""
        height, width = self._pixel_size
        return QPointF(*self.camera.on_screen(((column + 0.5) * width, (row + 0.5) * height), self._view_size()))

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Keep showing all of the slice, or the same point of it in the middle."""
        super().resizeEvent(event)
        if event is None:  # pyqtgraph, while it is being made
            return
        if self._is_fitted:
            self._look(self._fitting_camera(), is_fitted=True)
        else:
            self._look(replace(self.camera, fitted=self._fitting_camera().scale))

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Write the labels and draw the crosshair over the slice."""
        if self.codes_layer.image is None and self.image_layer.image is None and self._crosshair is None:
            return
        area = QRectF(self.viewport().rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self._crosshair is not None:
            point = self.point_of(*self._crosshair)
            draw_crosshair(painter, area, (point.x(), point.y()))
        draw_labels(painter, area, self.labels(), self.camera.scale, self._font)
        if self._is_ringed:
            painter.setPen(QPen(TEXT, 1, Qt.PenStyle.DotLine))
            painter.drawRect(area.adjusted(1, 1, -2, -2))

    def close(self) -> bool:
        """Close as any widget does; pyqtgraph would take the layers away while Qt may still resize the view."""
        return QWidget.close(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw a ring while the keyboard is here, if it came by the keyboard."""
        self._is_ringed = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self._is_ringed = False
        super().focusOutEvent(event)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Any size will do."""
        return QSize(320, 240)

    def _layers(self) -> list[Any]:
        """From the lowest to the highest."""
        return [self.image_layer, self.codes_layer, *self._contours.values(), *self._highlight]

    def _view_size(self) -> tuple[float, float]:
        return float(self.viewport().width()), float(self.viewport().height())

    def _fitting_camera(self) -> Camera:
        (rows, columns), (height, width) = self._shape, self._pixel_size
        return Camera.fitting((columns * width, rows * height), self._view_size(), self._is_mirrored)

    def _look(self, camera: Camera, is_fitted: bool = False) -> None:
        self.camera, self._is_fitted = camera, is_fitted
        left, top = camera.on_screen((0.0, 0.0), self._view_size())
        height, width = self._pixel_size
        to_screen = QTransform(width * camera.scale_x, 0.0, 0.0, height * camera.scale, left, top)
        for layer in self._layers():
            layer.setTransform(to_screen)


def _show(layer: pg.ImageItem, array: NDArray[Any] | None) -> None:
    if array is None:
        layer.clear()
    else:
        layer.setImage(array, autoLevels=False)
