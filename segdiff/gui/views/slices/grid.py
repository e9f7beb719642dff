"""All pictures of a case side by side: its planes, one plane alone, one for each prediction, or a picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from segdiff.gui import theme
from segdiff.gui.mouse import MousePreset
from segdiff.gui.views.slices.blinking import Blinking
from segdiff.gui.views.slices.captions import prediction_name
from segdiff.gui.views.slices.view import SliceView
from segdiff.gui.words import tr
from segdiff.render import Pane, Plane, arrangement, state_of_pane
from segdiff.session import Layout, Shows, ViewState


class SliceGrid(QWidget):
    """Arranges the slice views and passes on what they wish.

    Signals:
        cursor_wished: the voxel to put the crosshair on.
        hovered: the voxel under the mouse, or ``None``.
        window_wished: the intensities to show as black and as white.
        curtain_wished: where to hang the curtain, as a share of each view's width.
        layout_wished: how many views, and the plane to show where only one is shown.
        prediction_chosen: the name of the one whose view is to be shown alone.
    """

    cursor_wished = Signal(object)
    hovered = Signal(object)
    window_wished = Signal(object)
    curtain_wished = Signal(float)
    layout_wished = Signal(object, object)
    prediction_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._state = ViewState()
        self._before_alone = Layout.THREE
        self._is_bare = False
        self.blinking = Blinking(self)
        self.blinking.turned.connect(self._show)
        self._preset, self._steps = MousePreset.RESEARCH, dict[str, int]()
        self._region: tuple[str | None, NDArray[np.int64] | None] = (None, None)
        self._shown: dict[SliceView, Pane] = {}
        self._drawn: dict[SliceView, ViewState] = {}
        self.views = {plane: self._new_view(plane) for plane in Plane}
        self.beside: list[SliceView] = []
        """Further views, of planes that are shown more than once; made when they are first needed."""

    @property
    def shown_views(self) -> tuple[SliceView, ...]:
        """The views on screen now."""
        return tuple(self._shown)

    def show_change(self, old: ViewState | None, new: ViewState) -> None:
        """Show ``new``. A view that is not on screen is left alone until it is."""
        if old is None:
            self._drawn.clear()
        self._state = new
        if new.layout is not Layout.ONE:
            self._before_alone = new.layout
        self.blinking.follow(new)
        self._show()

    def show_region(self, prediction: str | None, voxels: NDArray[np.int64] | None) -> None:
        """Outline an error region of a prediction, wherever that prediction is shown; ``None`` outlines nothing."""
        before = self._region[1]
        if voxels is before or (voxels is not None and before is not None and np.array_equal(voxels, before)):
            return
        self._region = prediction, voxels
        for view in (*self.views.values(), *self.beside):
            view.show_region(prediction, voxels)

    def show_bare(self, bare: bool) -> None:
        """Leave the overlay out for as long as a key is held; the state stays what it is."""
        self._is_bare = bare
        self._show()

    def set_mouse_preset(self, preset: MousePreset) -> None:
        """What the mouse buttons do, in every view."""
        self._preset = preset
        for view in (*self.views.values(), *self.beside):
            view.hands.preset = preset

    def set_step_keys(self, steps: dict[str, int]) -> None:
        """How many slices up each key goes, in every view."""
        self._steps = steps
        for view in (*self.views.values(), *self.beside):
            view.hands.steps = steps

    def reset(self) -> None:
        """Show all of each slice again."""
        for view in (*self.views.values(), *self.beside):
            view.fit()

    def centre_on_cursor(self) -> None:
        """Bring the crosshair to the middle of each view on screen."""
        for view in self.shown_views:
            view.centre_on_cursor()

    def zoom(self, factor: float) -> None:
        """See everything ``factor`` times larger, around the middle of each plane on screen."""
        for view in {pane.plane: view for view, pane in self._shown.items()}.values():
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
        """What shows between the views are the hairlines; a place without a view is as black as they are."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0))
        for view in self._shown if len(self._shown) > 1 else ():
            painter.fillRect(view.geometry().adjusted(-1, -1, 1, 1), theme.current().colour("line"))

    def _new_view(self, plane: Plane) -> SliceView:
        view = SliceView(plane, self)
        view.hide()
        view.show_region(*self._region)
        view.hands.preset, view.hands.steps = self._preset, self._steps or view.hands.steps
        view.cursor_wished.connect(self.cursor_wished)
        view.hovered.connect(self.hovered)
        view.window_wished.connect(self.window_wished)
        view.curtain_wished.connect(self.curtain_wished)
        view.maximise_wished.connect(lambda: self._wish_layout(view))
        view.looked.connect(lambda: self._lead(view))
        return view

    def _show(self) -> None:
        before = self.shown_views
        self._arrange()
        seen = self._seen()
        for view, pane in self._shown.items():
            state = state_of_pane(seen, pane)
            view.show_change(self._drawn.get(view), state)
            self._drawn[view] = state
            view.show()
            own = self.views[pane.plane]
            if view not in before and view is not own and own in self._drawn and self._drawn[own].case is state.case:
                view.follow(own)
        for view in (*self.views.values(), *self.beside):
            if view not in self._shown:
                view.hide()
                if view in self._drawn and self._drawn[view].case is not seen.case:
                    view.show_change(None, ViewState())  # lets go of a case that is no longer open
                    del self._drawn[view]
        if self._shown:
            self.setFocusProxy(self.shown_views[0])
        self.update()

    def _seen(self) -> ViewState:
        """The state with what a held key or the blinking makes of it at this moment."""
        state = self._state
        if self._is_bare or (self.blinking.is_turned and state.overlay.shows is Shows.DIFFERENCE):
            return state.with_overlay(replace(state.overlay, visible=False))
        return state.with_overlay(state.overlay.flipped()) if self.blinking.is_turned else state

    def _arrange(self) -> None:
        """Give each picture a view and a place."""
        boxes = arrangement(self._state, self.width(), self.height())
        self._shown = dict(zip(self._views_for(list(boxes)), boxes, strict=True))
        for (view, pane), box in zip(self._shown.items(), boxes.values(), strict=True):
            caption = self._caption(pane)
            if view.plane is not pane.plane:
                self._drawn.pop(view, None)
            view.set_plane(pane.plane, caption)
            view.setGeometry(*box)

    def _views_for(self, panes: list[Pane]) -> list[SliceView]:
        """The plane's own view for the chosen prediction, further ones for the others, always in the same order."""
        further = [pane for pane in panes if pane != Pane(pane.plane)]
        while len(self.beside) < len(further):
            self.beside.append(self._new_view(Plane.AXIAL))
        spare = iter(self.beside)
        return [self.views[pane.plane] if pane == Pane(pane.plane) else next(spare) for pane in panes]

    def _caption(self, pane: Pane) -> str:
        if pane.is_bare:
            return tr("image alone")
        return prediction_name(self._state, pane.prediction)

    def _lead(self, leader: SliceView) -> None:
        """Views of one plane always look at the same part of it."""
        for view in (*self.views.values(), *self.beside):
            if view is not leader and view.plane is leader.plane:
                view.follow(leader)

    def _wish_layout(self, view: SliceView) -> None:
        """Show one view alone, with the prediction it shows; or all as before."""
        if self._state.layout is Layout.ONE:
            self.layout_wished.emit(self._before_alone, None)
            return
        pane = self._shown[view]
        if pane.plane is Plane.PICTURE and len(self._shown) == 1:
            return
        if pane.prediction is not None:
            self.prediction_chosen.emit(pane.prediction)
        self.layout_wished.emit(Layout.ONE, None if pane.plane is Plane.PICTURE else pane.plane)
