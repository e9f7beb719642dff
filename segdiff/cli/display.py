"""Whether a window can be opened here. Known from the environment alone, without Qt."""

from __future__ import annotations

import os
import sys
from typing import Final

_NEED_A_SERVER: Final = ("xcb", "wayland")
"""Qt's ways to a screen that need a display server; others, such as offscreen or vnc, bring their own."""


def has_display() -> bool:
    """Whether Qt will find something to draw on."""
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    ways = [way for way in os.environ.get("QT_QPA_PLATFORM", "").split(";") if way]
    return any(not way.startswith(_NEED_A_SERVER) for way in ways)


def draw_offscreen() -> None:
    """Let Qt draw into memory, for a picture of a window that nobody sees."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
