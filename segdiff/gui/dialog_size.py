"""How large windows open: as they would like to, but never larger than the screen they open on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME: Final = QSize(16, 48)
"""What the system puts around a window: the title above, and edges."""


def resize_within_screen(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog that is not shown yet a size at which its buttons are in sight.

    Large text leaves fewer pixels than the screen has: a laptop's 768 are 512 at 150 %.
    """
    dialog.resize(QSize(width, height).boundedTo(room_for(dialog)))


def room_for(dialog: QWidget) -> QSize:
    """What the screen of its window leaves a dialog."""
    screen = (dialog.parentWidget() or dialog).screen()
    return screen.availableSize() - _FRAME
