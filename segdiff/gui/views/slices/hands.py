"""What hands do on a slice: mouse buttons, wheel, pinch and keys, and two presets for two habits.

Panning and zooming happen at once, on the canvas. Everything else is only said, in steps and screen positions; what it
means for a case is decided by :class:`segdiff.gui.views.slices.view.SliceView`. pyqtgraph never sees the mouse.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, ClassVar, Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent

from segdiff.gui.views.slices.canvas import SliceCanvas
from segdiff.gui.views.slices.slider import BIG_STEP

_Button, _Key = Qt.MouseButton, Qt.KeyboardModifier
_NOTCH: Final = 120
_WHEEL_ZOOM, _DRAG_ZOOM = 1.0015, 1.008
_CLICK_RADIUS: Final = 4
_STEPS: Final = {Qt.Key.Key_Up: 1, Qt.Key.Key_PageUp: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageDown: -1}

_FROM_CANVAS: Final = (QEvent.Type.KeyPress, QEvent.Type.Wheel)
"""What the canvas itself receives, the wheel by way of its slider; all else comes from its viewport."""


class Hand(StrEnum):
    """What a drag does."""

    CROSSHAIR = "crosshair"
    PAN = "pan"
    ZOOM = "zoom"
    WINDOW = "window"


class MousePreset(StrEnum):
    """``RESEARCH`` suits hands used to ITK-SNAP and Slicer, ``CLINICAL`` those used to a hospital's viewer."""

    RESEARCH = "research"
    CLINICAL = "clinical"


_CTRL_SHIFT: Final = _Key.ControlModifier | _Key.ShiftModifier
_LEFT_DRAG: Final = {
    MousePreset.RESEARCH: (Hand.CROSSHAIR, Hand.WINDOW),
    MousePreset.CLINICAL: (Hand.WINDOW, Hand.CROSSHAIR),
}


def hand_for(preset: MousePreset, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier) -> Hand | None:
    """What dragging with that button and those keys does; ``None`` for nothing."""
    if button is _Button.MiddleButton:
        return Hand.PAN
    if button is _Button.RightButton:
        return Hand.ZOOM
    if button is not _Button.LeftButton:
        return None
    plain, with_ctrl_shift = _LEFT_DRAG[preset]
    if modifiers & _CTRL_SHIFT == _CTRL_SHIFT:
        return with_ctrl_shift
    return Hand.PAN if modifiers & _Key.ShiftModifier else plain


class SliceHands(QObject):
    """Watches the hands on one canvas.

    Signals:
        stepped: so many slices up.
        pointed: a screen position was clicked, or dragged to with the crosshair; and whether this is the first of it.
        windowed: the mouse was dragged by so many pixels to change the window.
        hovered: the mouse is at a screen position, or ``None`` when it left.
        double_clicked: with the left button.
    """

    stepped = Signal(int)
    pointed = Signal(QPointF, bool)
    windowed = Signal(QPointF)
    hovered = Signal(object)
    double_clicked = Signal()

    def __init__(self, canvas: SliceCanvas) -> None:
        super().__init__(canvas)
        self.preset = MousePreset.RESEARCH
        self._hand: Hand | None = None
        self._pressed_at = self._last_at = QPointF()
        self._wheel = 0
        canvas.installEventFilter(self)
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what hands do; leave everything else, and every key that means nothing here, to others."""
        doer = self._doers.get(event.type())
        if doer is None or (watched is self.parent() and event.type() not in _FROM_CANVAS):
            return False
        return doer(self, event) is not False

    @property
    def _canvas(self) -> SliceCanvas:
        canvas = self.parent()
        assert isinstance(canvas, SliceCanvas)
        return canvas

    def _press(self, event: QMouseEvent) -> None:
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        self._hand = hand_for(self.preset, event.button(), event.modifiers())
        self._pressed_at = self._last_at = event.position()
        if self._hand is Hand.CROSSHAIR:
            self.pointed.emit(event.position(), True)

    def _move(self, event: QMouseEvent) -> None:
        by, self._last_at = event.position() - self._last_at, event.position()
        if self._hand is Hand.CROSSHAIR:
            self.pointed.emit(event.position(), False)
        elif self._hand is Hand.PAN:
            self._canvas.pan(by)
        elif self._hand is Hand.ZOOM:
            self._canvas.zoom(_DRAG_ZOOM ** -by.y(), self._pressed_at)
        elif self._hand is Hand.WINDOW:
            self.windowed.emit(by)
        self.hovered.emit(event.position())

    def _release(self, event: QMouseEvent) -> None:
        was_click = (event.position() - self._pressed_at).manhattanLength() < _CLICK_RADIUS
        if self._hand is Hand.WINDOW and was_click:
            self.pointed.emit(self._pressed_at, True)
        self._hand = None

    def _double_click(self, event: QMouseEvent) -> None:
        if event.button() is _Button.LeftButton:
            self.double_clicked.emit()

    def _turn(self, event: QWheelEvent) -> None:
        delta = event.angleDelta().y() or event.angleDelta().x()  # Shift turns a wheel sideways on some systems
        if event.modifiers() & _Key.ControlModifier:
            self._canvas.zoom(_WHEEL_ZOOM**delta, event.position())
            return
        notches, self._wheel = divmod(self._wheel + delta, _NOTCH)
        if self._wheel and notches < 0:  # count towards zero, so that a nudge downwards is no step yet
            notches, self._wheel = notches + 1, self._wheel - _NOTCH
        if notches:
            self.stepped.emit(notches * (BIG_STEP if event.modifiers() & _Key.ShiftModifier else 1))

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._canvas.zoom(1.0 + event.value(), event.position())
        return True

    def _leave(self, event: QEvent) -> bool:
        self.hovered.emit(None)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~_Key.KeypadModifier
        if event.key() in _STEPS and not modifiers & ~_Key.ShiftModifier:
            self.stepped.emit(_STEPS[Qt.Key(event.key())] * (BIG_STEP if modifiers else 1))
            return True
        if event.key() == Qt.Key.Key_R and not modifiers:
            self._canvas.fit()
            return True
        return False

    _doers: ClassVar[dict[QEvent.Type, Callable[[SliceHands, Any], bool | None]]] = {
        QEvent.Type.MouseButtonPress: _press,
        QEvent.Type.MouseMove: _move,
        QEvent.Type.MouseButtonRelease: _release,
        QEvent.Type.MouseButtonDblClick: _double_click,
        QEvent.Type.Wheel: _turn,
        QEvent.Type.NativeGesture: _pinch,
        QEvent.Type.Leave: _leave,
        QEvent.Type.KeyPress: _key,
    }
