"""All planes of a case side by side: axial large, coronal over sagittal; or one plane alone; or a picture."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from segdiff.gui import theme
from segdiff.gui.mouse import MousePreset
from segdiff.gui.views.slices.blinking import Blinking
from segdiff.gui.views.slices.view import SliceView
from segdiff.render import Box, Plane, arrangement
from segdiff.session import Layout, Shows, ViewState


class SliceGrid(QWidget):
    """Arranges the slice views and passes on what they wish.

    Signals:
        cursor_wished: the voxel to put the crosshair on.
        hovered: the voxel under the mouse, or ``None``.
        window_wished: the intensities to show as black and as white.
        layout_wished: one plane (the one that was double-clicked) or three.
    """

    cursor_wished = Signal(object)
    hovered = Signal(object)
    window_wished = Signal(object)
    layout_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._state = ViewState()
        self._alone = Plane.AXIAL
        self._is_bare = False
        self.blinking = Blinking(self)
        self.blinking.turned.connect(self._show)
        self._drawn: dict[Plane, ViewState] = {}
        self.views = {plane: SliceView(plane, self) for plane in Plane}
        for view in self.views.values():
            view.hide()
            view.cursor_wished.connect(self.cursor_wished)
            view.hovered.connect(self.hovered)
            view.window_wished.connect(self.window_wished)
            view.maximise_wished.connect(self._wish_layout)

    @property
    def shown_planes(self) -> tuple[Plane, ...]:
        """The planes on screen now."""
        return tuple(self._boxes())

    def show_change(self, old: ViewState | None, new: ViewState) -> None:
        """Show ``new``. A plane that is not on screen is left alone until it is."""
        if old is None:
            self._drawn.clear()
        self._state = new
        self.blinking.follow(new)
        self._show()

    def show_bare(self, bare: bool) -> None:
        """Leave the overlay out for as long as a key is held; the state stays what it is."""
        self._is_bare = bare
        self._show()

    def _show(self) -> None:
        shown, state = self._arrange(), self._seen()
        for plane, view in self.views.items():
            if plane in shown:
                view.show_change(self._drawn.get(plane), state)
                self._drawn[plane] = state
            elif plane in self._drawn and self._drawn[plane].case is not state.case:
                view.show_change(None, ViewState())  # lets go of a case that is no longer open
                del self._drawn[plane]
            view.setVisible(plane in shown)
        if shown:
            self.setFocusProxy(self.views[shown[0]])
        self.update()

    def _seen(self) -> ViewState:
        """The state with what a held key or the blinking makes of it at this moment."""
        state = self._state
        if self._is_bare or (self.blinking.is_turned and state.overlay.shows is Shows.DIFFERENCE):
            return state.with_overlay(replace(state.overlay, visible=False))
        return state.with_overlay(state.overlay.flipped()) if self.blinking.is_turned else state

    def set_mouse_preset(self, preset: MousePreset) -> None:
        """What the mouse buttons do, in every plane."""
        for view in self.views.values():
            view.hands.preset = preset

    def set_step_keys(self, steps: dict[str, int]) -> None:
        """How many slices up each key goes, in every plane."""
        for view in self.views.values():
            view.hands.steps = steps

    def reset(self) -> None:
        """Show all of each slice again."""
        for view in self.views.values():
            view.fit()

    def centre_on_cursor(self) -> None:
        """Bring the crosshair to the middle of each plane on screen."""
        for plane in self.shown_planes:
            self.views[plane].centre_on_cursor()

    def zoom(self, factor: float) -> None:
        """See everything ``factor`` times larger, around the middle of each plane on screen."""
        for plane in self.shown_planes:
            view = self.views[plane]
            view.zoom(factor, view.viewport().rect().center().toPointF())

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(960, 640)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a small screen."""
        return QSize(240, 180)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shares."""
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What shows between the planes are the hairlines."""
        line = theme.current().colour("line") if len(self.shown_planes) > 1 else QColor(0, 0, 0)
        QPainter(self).fillRect(self.rect(), line)

    def _boxes(self) -> dict[Plane, Box]:
        case, layout = self._state.case, self._state.layout
        if case is None:
            return {}
        return arrangement(case.grid, self.width(), self.height(), self._alone if layout is Layout.ONE else None)

    def _arrange(self) -> tuple[Plane, ...]:
        """Give each plane on screen its place."""
        boxes = self._boxes()
        for plane, box in boxes.items():
            self.views[plane].setGeometry(*box)
        return tuple(boxes)

    def _wish_layout(self, plane: Plane) -> None:
        if plane is Plane.PICTURE:
            return
        self._alone = plane
        self.layout_wished.emit(Layout.THREE if self._state.layout is Layout.ONE else Layout.ONE)
