"""What hands do on a slice: mouse buttons, wheel, pinch and keys.

Panning and zooming happen at once, on the canvas. Everything else is only said, in steps and screen positions; what it
means for a case is decided by :class:`segdiff.gui.views.slices.view.SliceView`. pyqtgraph never sees the mouse.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Final

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QNativeGestureEvent, QWheelEvent

from segdiff.gui.keys import BIG_STEP, steps_by_key
from segdiff.gui.mouse import Hand, MousePreset, hand_for
from segdiff.gui.views.slices.canvas import SliceCanvas

_Key = Qt.KeyboardModifier
_NOTCH: Final = 120
_WHEEL_ZOOM, _DRAG_ZOOM = 1.0015, 1.008
_CLICK_RADIUS: Final = 4

_FROM_CANVAS: Final = (QEvent.Type.KeyPress, QEvent.Type.Wheel)
"""What the canvas itself receives, the wheel by way of its slider; all else comes from its viewport."""


class SliceHands(QObject):
    """Watches the hands on one canvas.

    Signals:
        stepped: so many slices up.
        pointed: a screen position was clicked, or dragged to with the crosshair; and whether this is the first of it.
        windowed: the mouse was dragged by so many pixels to change the window.
        curtained: the curtain was dragged to a share of the width.
        hovered: the mouse is at a screen position, or ``None`` when it left.
        double_clicked: with the left button.
    """

    stepped = Signal(int)
    pointed = Signal(QPointF, bool)
    windowed = Signal(QPointF)
    curtained = Signal(float)
    hovered = Signal(object)
    double_clicked = Signal()

    def __init__(self, canvas: SliceCanvas) -> None:
        super().__init__(canvas)
        self.preset = MousePreset.RESEARCH
        self.steps = steps_by_key()
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
        if event.button() is Qt.MouseButton.LeftButton and self._canvas.is_on_curtain(event.position()):
            self._hand = Hand.CURTAIN
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
        elif self._hand is Hand.CURTAIN:
            self.curtained.emit(event.position().x() / self._canvas.viewport().width())
        else:
            self._canvas.show_what_can_be_dragged(event.position())
        self.hovered.emit(event.position())

    def _release(self, event: QMouseEvent) -> None:
        was_click = (event.position() - self._pressed_at).manhattanLength() < _CLICK_RADIUS
        if self._hand is Hand.WINDOW and was_click:
            self.pointed.emit(self._pressed_at, True)
        self._hand = None

    def _double_click(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
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
        keys = QKeyCombination(event.modifiers() & ~_Key.KeypadModifier, Qt.Key(event.key()))
        steps = self.steps.get(QKeySequence(keys).toString(), 0)
        if steps:
            self.stepped.emit(steps)
        return bool(steps)

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
