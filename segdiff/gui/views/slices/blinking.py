"""The beat of the blinking: off until it is asked for, and never while the window is in the background."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from segdiff.session import ViewState

_MAY_CHANGE = (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate, QEvent.Type.Show, QEvent.Type.Hide)


class Blinking(QObject):
    """Says by ``turned`` that the other of two pictures is due; ``is_turned`` says which one.

    Args:
        widget: what blinks; nothing does while its window is not the one in use.
    """

    turned = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._is_wished = False
        self.is_turned = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.turn)
        widget.installEventFilter(self)

    @property
    def is_running(self) -> bool:
        """Whether it beats."""
        return self._timer.isActive()

    def follow(self, state: ViewState) -> None:
        """Blink as the state says."""
        self._is_wished = state.overlay.blinks
        interval = round(1000 / state.overlay.blinks_per_second)
        if interval != self._timer.interval():
            self._timer.setInterval(interval)
        self._start_or_stop()

    def turn(self) -> None:
        """One beat."""
        self.is_turned = not self.is_turned
        self.turned.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Rest while the window is not in use, or the widget is not seen."""
        if event.type() in _MAY_CHANGE:
            self._start_or_stop()
        return False

    def _start_or_stop(self) -> None:
        if self._is_wished and self._widget.isActiveWindow() and self._widget.isVisible():
            if not self._timer.isActive():
                self._timer.start()
            return
        self._timer.stop()
        if self.is_turned:
            self.turn()
