"""What is on screen, as one frozen value, and the only ways to change it. No Qt here."""

from segdiff.session.history import History, Touch
from segdiff.session.overlay_style import DrawAs, OutcomeStyle, OverlayStyle, Shows
from segdiff.session.view_state import Layout, Theme, ViewState
from segdiff.session.window_request import WindowRequest

__all__ = [
    "DrawAs",
    "History",
    "Layout",
    "OutcomeStyle",
    "OverlayStyle",
    "Shows",
    "Theme",
    "Touch",
    "ViewState",
    "WindowRequest",
]
