"""Which press of a hand is going on, so that what it does can be taken back as a whole."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent

from segdiff.session import Touch

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_TAPS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.Wheel)


class Touches(QObject):
    """Watches the presses of all windows; takes none for itself.

    A mouse button counts until the next press, so that what its release sets off belongs to it. A key that repeats
    because it is held stays one press.
    """

    def __init__(self, application: QCoreApplication, parent: QObject) -> None:
        super().__init__(parent)
        self.now: Touch | None = None
        self._count = 0
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count the presses."""
        kind = event.type()
        if kind in _PRESSES or (kind in _TAPS and not (isinstance(event, QKeyEvent) and event.isAutoRepeat())):
            self._count += 1
            self.now = Touch(self._count, is_tap=kind in _TAPS)
        return False
