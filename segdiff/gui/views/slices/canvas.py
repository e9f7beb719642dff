"""A black canvas that shows one slice: image, outcome codes, contours, labels and a crosshair.

It knows how to show and where things are on the screen, and nothing of cases or of what a person may wish; that is
:class:`segdiff.gui.views.slices.view.SliceView`. pyqtgraph's own mouse actions are switched off altogether.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPen, QResizeEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from segdiff.gui import theme
from segdiff.gui.views.slices.camera import Camera
from segdiff.gui.views.slices.items import CodesLayer, ContourLayer, ImageLayer, OverlayLayers
from segdiff.gui.views.slices.labels import TEXT, SliceLabels, draw_crosshair, draw_curtain, draw_heat_bar, draw_labels
from segdiff.render import heat_table
from segdiff.session import Interpolation

HIGHLIGHT = ((0, 0, 0, 170), (255, 255, 255, 255))
"""Around what is marked: a dark line, and a light one on it, so that it shows on any anatomy and any colour."""

LABEL_PX = 12
_REACH = 6.0
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class SliceCanvas(pg.GraphicsView):
    """Shows one slice, as large as it fits until someone zooms.

    Emits ``looked`` when a hand chose another part of the slice to look at.
    """

    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background="k")
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        self.setCacheMode(self.CacheModeFlag.CacheNone)  # filling the ground is faster than copying a picture of it
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nor need it be filled twice
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        for widget in (self, self.viewport()):
            widget.setAcceptDrops(False)  # files are dropped on the window
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self.image_layer, self.heat_layer = ImageLayer(), CodesLayer(self._right_side)
        for layer in (self.image_layer, self.heat_layer):
            self.scene().addItem(layer)
        self.heat_layer.set_colours(heat_table())
        sides = (self._left_side, self._right_side)
        self.overlays = tuple(OverlayLayers(self.scene(), side) for side in sides)
        self._highlight = (ContourLayer(5.0), ContourLayer(2.0))
        for line, colour in zip(self._highlight, HIGHLIGHT, strict=True):
            line.set_colour(colour)
            self.scene().addItem(line)
        self._curtain: float | None = None
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

    def set_image(self, image: NDArray[np.uint8] | None) -> None:
        """Show greys ``(row, column)`` or colours ``(row, column, 3)`` in 8 bits, or nothing."""
        self.image_layer.set_array(image)

    def set_interpolation(self, interpolation: Interpolation) -> None:
        """Magnify the image in another way."""
        self.image_layer.interpolation = interpolation
        self.viewport().update()

    def set_heat(self, levels: NDArray[np.uint8] | None) -> None:
        """Show a heat map ``(row, column)`` of levels from 0 to 255, or none."""
        self.heat_layer.set_array(levels)

    def set_codes(self, codes: NDArray[np.uint8] | None) -> None:
        """Show codes ``(row, column)``, or nothing; on the right of a curtain, if one hangs."""
        self.overlays[0].codes.set_array(codes)
        self.overlays[1].codes.set_array(codes if self._curtain is not None else None)

    def set_curtain(self, place: float | None) -> None:
        """Hang the curtain at a share of the width: the first overlay lies left of it and the second right of it."""
        self._curtain = place
        self.viewport().update()

    def is_on_curtain(self, point: QPointF) -> bool:
        """Whether a hand at a screen position takes hold of the curtain."""
        return self._curtain is not None and abs(point.x() - self._curtain * self._view_size()[0]) <= _REACH

    def show_what_can_be_dragged(self, point: QPointF) -> None:
        """Change the pointer over the curtain."""
        shape = Qt.CursorShape.SplitHCursor if self.is_on_curtain(point) else Qt.CursorShape.CrossCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    @property
    def codes_layer(self) -> CodesLayer:
        """The codes of the first overlay."""
        return self.overlays[0].codes

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
        labels = self.labels()
        if self._curtain is not None:
            draw_curtain(painter, area, self._curtain * area.width(), labels.sides, self._font)
        if labels.heat is not None:
            draw_heat_bar(painter, area, labels.heat, self._font)
        draw_labels(painter, area, labels, self.camera.scale, self._font)
        if self._is_ringed:
            painter.setPen(QPen(TEXT, 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
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
        overlays = (layer for part in self.overlays for layer in part.layers)
        return [self.image_layer, self.heat_layer, *overlays, *self._highlight]

    def _left_side(self) -> QRectF | None:
        width, height = self._view_size()
        return None if self._curtain is None else QRectF(0, 0, self._curtain * width, height)

    def _right_side(self) -> QRectF | None:
        width, height = self._view_size()
        left = (self._curtain or 0.0) * width
        return None if self._curtain is None else QRectF(left, 0, width - left, height)

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
