"""One plane of a case: what is on it, and what hands do there.

The view shows a :class:`~segdiff.session.ViewState` and emits wishes. When the state changes it does only what the
change asks for: a new slice is read and coded, a threshold is coded anew, α and β change 256 colours and no voxel.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from segdiff.gui.views.slices.canvas import SliceCanvas
from segdiff.gui.views.slices.captions import place_in_words, slice_labels, window_note
from segdiff.gui.views.slices.hands import SliceHands
from segdiff.gui.views.slices.labels import SliceLabels
from segdiff.gui.views.slices.slider import SliceSlider
from segdiff.gui.words import shown, tr
from segdiff.render import (
    Plane,
    grey_levels,
    heat_levels,
    is_mirrored,
    outlines,
    overlay,
    probability_slice,
    region_outline,
    shows_heat,
)
from segdiff.session import OverlayStyle, ViewState

_SLIDER_TOP = 32
_NOTE_MS = 1500
"""How long a note about what was changed stays."""

_LEVEL_PER_PIXEL, _WIDTH_PER_PIXEL = 1 / 300, 1.005
_Changed = Callable[[Callable[[ViewState], object]], bool]


class SliceView(SliceCanvas):
    """Shows one plane of a case.

    Signals:
        cursor_wished: the voxel to put the crosshair on, ``(z, y, x)`` or ``(y, x)``.
        hovered: the voxel under the mouse, or ``None``.
        window_wished: the intensities to show as black and as white.
        curtain_wished: where to hang the curtain, as a share of the width.
        maximise_wished: to be shown alone, or among the others again.
    """

    cursor_wished = Signal(object)
    hovered = Signal(object)
    window_wished = Signal(object)
    curtain_wished = Signal(float)
    maximise_wished = Signal()

    def __init__(self, plane: Plane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plane = plane
        self.hands = SliceHands(self)
        self.slider = SliceSlider(self)
        self._state = ViewState()
        self._codes: NDArray[np.uint8] | None = None
        self._lines: dict[tuple[object, ...], dict[int, NDArray[np.float32]]] = {}
        self._is_windowing = QTimer(self)
        self._is_windowing.setSingleShot(True)
        self._is_windowing.setInterval(_NOTE_MS)
        self._is_windowing.timeout.connect(self.viewport().update)
        self._hovered_at: QPointF | None = None
        self._hovered_voxel: tuple[int, ...] | None = None
        self._caption = ""
        self._region: tuple[str | None, NDArray[np.int64] | None] = (None, None)
        self.set_plane(plane)
        self.slider.hide()
        self.slider.valueChanged.connect(self._wish_slice)
        self.hands.stepped.connect(self._wish_step)
        self.hands.pointed.connect(self._wish_pointed)
        self.hands.windowed.connect(self._wish_window)
        self.hands.curtained.connect(self.curtain_wished)
        self.hands.hovered.connect(self._say_hovered)
        self.hands.double_clicked.connect(self.maximise_wished)

    def set_plane(self, plane: Plane, caption: str = "") -> None:
        """Cut this plane; ``caption`` says whose overlay it has, where there are others beside it."""
        self.plane, self._caption = plane, caption
        self.setAccessibleName(" ".join(filter(None, (tr("{plane} view", plane=shown(plane.shown_name)), caption))))
        self.slider.setAccessibleName(
            " ".join(filter(None, (tr("{plane} slice", plane=shown(plane.shown_name)), caption)))
        )

    def show_change(self, old: ViewState | None, new: ViewState) -> None:
        """Go from what was shown, ``old``, to ``new``; from ``None``, show everything."""

        def changed(key: Callable[[ViewState], object]) -> bool:
            return old is None or old.case is None or key(old) != key(new)

        self._state = new
        if new.case is None:
            self._clear()
            return
        if changed(lambda state: state.case and state.case.grid):
            self.set_geometry(self.plane.shape(new.case.grid), self.plane.pixel_size(new.case.grid))
        if changed(lambda state: is_mirrored(state, self.plane)):
            self.set_mirrored(is_mirrored(new, self.plane))
        if changed(lambda state: state.interpolation):
            self.set_interpolation(new.interpolation)
        if changed(self._image_key):
            self._show_image()
        if old is not None and old.case is new.case and old.window != new.window:
            self._is_windowing.start()
        self._show_overlay(changed)
        if changed(lambda s: (s.case, self.plane.slice_index(s.cursor), s.prediction, s.overlay.visible)):
            self._show_region()
        if changed(lambda state: (state.cursor, state.case, state.crosshair, state.sides)):
            self._show_place()

    def show_region(self, prediction: str | None, voxels: NDArray[np.int64] | None) -> None:
        """Outline an error region of a prediction while that one is shown; ``None`` outlines nothing."""
        self._region = prediction, voxels
        self._show_region()

    def _show_region(self) -> None:
        state, (prediction, voxels) = self._state, self._region
        if voxels is None or state.case is None or prediction != state.prediction or not state.overlay.visible:
            self.set_highlight(np.empty((0, 2, 2), np.float32))
            return
        index = self.plane.slice_index(state.cursor)
        self.set_highlight(region_outline(voxels, self.plane, index, state.case.grid))

    def centre_on_cursor(self) -> None:
        """Bring the crosshair to the middle of the view."""
        case = self._state.case
        if case is not None:
            self.centre_on(*self.plane.position_of(self._state.cursor, case.grid))

    def labels(self) -> SliceLabels:
        """Slice number, the patient's sides, and a scale bar for this zoom."""
        note = window_note(self._state.window) if self._is_windowing.isActive() and self._state.window else ""
        return slice_labels(self._state, self.plane, self._caption, note, self.camera.scale)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Keep the slider along the right edge."""
        super().resizeEvent(event)
        if event is not None:
            height = max(0, self.height() - 2 * _SLIDER_TOP)
            self.slider.setGeometry(self.width() - self.slider.width(), _SLIDER_TOP, self.slider.width(), height)

    def _clear(self) -> None:
        self._codes = None
        self.set_image(None)
        self.set_codes(None)
        self.set_heat(None)
        for layers in self.overlays:
            layers.set_contours({})
        self.set_highlight(np.empty((0, 2, 2), np.float32))
        self.set_crosshair(None)
        self.slider.hide()

    def _image_key(self, state: ViewState) -> tuple[object, ...]:
        image = state.case.image if state.case else None
        return image, state.window, self.plane.slice_index(state.cursor) if state.case else None

    def _show_image(self) -> None:
        image = self._state.case.image if self._state.case else None
        if image is None:
            self.set_image(None)
            return
        shown = self.plane.take(image.voxels, self.plane.slice_index(self._state.cursor))
        self.set_image(shown if image.is_colour else grey_levels(shown, self._state.window or image.window))

    def _show_overlay(self, changed: _Changed) -> None:
        state = self._state
        parts = overlay.overlay_parts(state)
        if changed(lambda s: s.overlay.curtain if s.overlay.visible else None):
            self.set_curtain(state.overlay.curtain if state.overlay.visible else None)
        coded = changed(lambda s: (overlay.coding_key(s, self.plane), len(overlay.overlay_parts(s))))
        if coded:
            self._lines.clear()
            self._codes = overlay.outcome_codes(state, self.plane)
            self.set_codes(self._codes)
        if changed(self._heat_key):
            levels = probability_slice(state, self.plane) if shows_heat(state) else None
            self.set_heat(None if levels is None else heat_levels(levels))
        if coded or changed(lambda s: [_line_key(part) for part in overlay.overlay_parts(s)]):
            for layers, part in zip_longest(self.overlays, parts):
                layers.set_contours(self._lines_of(part), part is not None and self._is_between_voxels(part))
        if changed(lambda s: (overlay.overlay_parts(s), s.alpha, s.beta)):
            for layers, part in zip(self.overlays, parts, strict=False):
                layers.set_colours(
                    overlay.colour_table(part, state.alpha, state.beta),
                    overlay.line_colours(part, state.alpha, state.beta),
                )

    def _lines_of(self, style: OverlayStyle | None) -> dict[int, NDArray[np.float32]]:
        """The contours of the slice in a style; kept, so that flipping to and fro finds them."""
        if style is None or self._codes is None:
            return {}
        key = _line_key(style)
        if key not in self._lines:
            probability = probability_slice(self._state, self.plane) if style.between_voxels else None
            self._lines[key] = outlines.contours(
                self._codes, style.draw_as, style.shows, probability, self._state.threshold
            )
        return self._lines[key]

    def _is_between_voxels(self, style: OverlayStyle) -> bool:
        return style.between_voxels and probability_slice(self._state, self.plane) is not None

    def _heat_key(self, state: ViewState) -> tuple[object, ...]:
        if state.case is None or not shows_heat(state):
            return ()
        return state.case, state.prediction, state.label, self.plane.slice_index(state.cursor)

    def _show_place(self) -> None:
        state, plane = self._state, self.plane
        if state.case is None:
            return
        self.set_crosshair(plane.position_of(state.cursor, state.case.grid) if state.crosshair else None)
        self.slider.setVisible(plane.axis is not None)
        self.slider.set_place(plane.slice_index(state.cursor), plane.slice_count(state.case.grid))
        self.setAccessibleDescription(place_in_words(plane, state.cursor, state.case.grid))
        self._say_hovered(self._hovered_at)  # the mouse may be still, but another slice lies under it

    def _wish_slice(self, index: int) -> None:
        if self._state.case is not None and self.plane.axis is not None:
            last = self.plane.slice_count(self._state.case.grid) - 1
            self._wish_cursor(self.plane.with_slice_index(self._state.cursor, min(last, max(0, index))))

    def _wish_step(self, steps: int) -> None:
        if self._state.case is not None:
            self._wish_slice(self.plane.slice_index(self._state.cursor) + steps)

    def _wish_pointed(self, point: QPointF, is_first: bool) -> None:
        """Outside of the slice a click means nothing; a drag follows the edge."""
        self._wish_cursor(self._voxel_at(point, keep_inside=not is_first))

    def _wish_cursor(self, voxel: tuple[int, ...] | None) -> None:
        if voxel is not None and voxel != self._state.cursor:
            self.cursor_wished.emit(voxel)

    def _wish_window(self, by: QPointF) -> None:
        """Rightwards is wider, upwards is brighter, as in hospitals' viewers."""
        image = self._state.case.image if self._state.case else None
        if image is None or image.is_colour:
            return
        low, high = self._state.window or image.window
        level = (low + high) / 2 + by.y() * (high - low) * _LEVEL_PER_PIXEL
        half = (high - low) / 2 * _WIDTH_PER_PIXEL ** by.x()
        self.window_wished.emit((level - half, level + half))

    def _say_hovered(self, point: QPointF | None) -> None:
        self._hovered_at = point
        voxel = None if point is None else self._voxel_at(point)
        if voxel != self._hovered_voxel:
            self._hovered_voxel = voxel
            self.hovered.emit(voxel)

    def _voxel_at(self, point: QPointF, keep_inside: bool = False) -> tuple[int, ...] | None:
        """The voxel at a screen position; outside the slice ``None``, or the nearest voxel if ``keep_inside``."""
        case = self._state.case
        if case is None:
            return None
        (row, column), (rows, columns) = self.position_at(point), self.plane.shape(case.grid)
        inside = min(rows - 1, max(0, row)), min(columns - 1, max(0, column))
        if inside != (row, column) and not keep_inside:
            return None
        return self.plane.voxel_at(*inside, self.plane.slice_index(self._state.cursor), case.grid)


def _line_key(style: OverlayStyle) -> tuple[object, ...]:
    return style.draw_as, style.shows, style.between_voxels
