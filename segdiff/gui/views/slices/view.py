"""One plane of a case: what is on it, and what hands do there.

The view shows a :class:`~segdiff.session.ViewState` and emits wishes. When the state changes it does only what the
change asks for: a new slice is read and coded, a threshold is coded anew, α and β change 256 colours and no voxel.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from segdiff.gui.views.slices.canvas import SliceCanvas
from segdiff.gui.views.slices.hands import SliceHands
from segdiff.gui.views.slices.labels import SliceLabels
from segdiff.gui.views.slices.slider import SliceSlider
from segdiff.gui.words import tr
from segdiff.render import Plane, edge_letters, grey_levels, is_mirrored, outlines, overlay, region_outline, scale_bar
from segdiff.session import Shows, ViewState

_BAR_ROOM = 90.0
_SLIDER_TOP = 32
_LEVEL_PER_PIXEL, _WIDTH_PER_PIXEL = 1 / 300, 1.005
_Changed = Callable[[Callable[[ViewState], object]], bool]


class SliceView(SliceCanvas):
    """Shows one plane of a case.

    Signals:
        cursor_wished: the voxel to put the crosshair on, ``(z, y, x)`` or ``(y, x)``.
        hovered: the voxel under the mouse, or ``None``.
        window_wished: the intensities to show as black and as white.
        maximise_wished: to be shown alone, or among the others again.
    """

    cursor_wished = Signal(object)
    hovered = Signal(object)
    window_wished = Signal(object)
    maximise_wished = Signal()

    def __init__(self, plane: Plane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plane = plane
        self.hands = SliceHands(self)
        self.slider = SliceSlider(self)
        self._state = ViewState()
        self._codes: NDArray[np.uint8] | None = None
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
        self.hands.hovered.connect(self._say_hovered)
        self.hands.double_clicked.connect(self.maximise_wished)

    def set_plane(self, plane: Plane, caption: str = "") -> None:
        """Cut this plane; ``caption`` says whose overlay it has, where there are others beside it."""
        self.plane, self._caption = plane, caption
        self.setAccessibleName(" ".join(filter(None, (f"{plane.shown_name} view", caption))))
        self.slider.setAccessibleName(" ".join(filter(None, (f"{plane.shown_name} slice", caption))))

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
        if changed(self._image_key):
            self._show_image()
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
        case = self._state.case
        if case is None:
            return SliceLabels()
        bar = scale_bar(case.grid, _BAR_ROOM / self.camera.scale)
        title = self.plane.place_in_words(self._state.cursor, case.grid)
        parts = (self._caption, title, _shown_in_words(self._state))
        return SliceLabels(" · ".join(filter(None, parts)), edge_letters(self._state, self.plane), bar)

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
        self.set_contours({})
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
        coded = changed(lambda s: overlay.coding_key(s, self.plane))
        if coded:
            self._codes = overlay.outcome_codes(state, self.plane)
            self.set_codes(self._codes)
        if coded or changed(lambda s: (s.overlay.draw_as, s.overlay.shows)):
            self.set_contours({} if self._codes is None else self._contours_of(self._codes))
        if changed(lambda s: (s.overlay, s.alpha, s.beta)):
            self.set_colour_table(overlay.colour_table(state.overlay, state.alpha, state.beta))
            self.set_contour_colours(overlay.line_colours(state.overlay, state.alpha, state.beta))

    def _contours_of(self, codes: NDArray[np.uint8]) -> dict[int, NDArray[np.float32]]:
        return outlines.contours(codes, self._state.overlay.draw_as, self._state.overlay.shows)

    def _show_place(self) -> None:
        state, plane = self._state, self.plane
        if state.case is None:
            return
        self.set_crosshair(plane.position_of(state.cursor, state.case.grid) if state.crosshair else None)
        self.slider.setVisible(plane.axis is not None)
        self.slider.set_place(plane.slice_index(state.cursor), plane.slice_count(state.case.grid))
        self.setAccessibleDescription(plane.place_in_words(state.cursor, state.case.grid))
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


def _shown_in_words(state: ViewState) -> str:
    """Which of two masks is shown, where only one is; empty while their differences are."""
    if not state.overlay.visible or state.comparison is None:
        return ""
    return {
        Shows.DIFFERENCE: "",
        Shows.TRUTH: tr("ground truth"),
        Shows.PREDICTION: tr("prediction {name}", name=state.prediction),
    }[state.overlay.shows]
