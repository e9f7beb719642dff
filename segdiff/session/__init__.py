"""What is on screen, as one frozen value, the only ways to change it, and how it is kept. No Qt here.

A :class:`ViewState` decides what is on screen, :class:`History` remembers what it was, and a :class:`Session` file
holds it together with the names of the files it is about. What is written follows from the types of the fields
(:mod:`~segdiff.session.codec`), so a new field is saved without a word; a test fails where it would not be.
"""

from segdiff.session.codec import Codec, Damage
from segdiff.session.history import History, Touch
from segdiff.session.overlay_style import USUAL_LOOK, DrawAs, OutcomeStyle, OverlayStyle, Shows
from segdiff.session.session_file import (
    SUFFIX,
    FileDiffers,
    PlaceInList,
    Session,
    SessionProblem,
    check_files,
    is_session,
    load_kept,
    load_session,
    save_session,
    session_text,
)
from segdiff.session.storage import discard, write_whole
from segdiff.session.verdicts import Decision, RegionMark, Subject, Verdict, Verdicts
from segdiff.session.view_state import Interpolation, Layout, Sides, Theme, ViewState
from segdiff.session.window_request import WindowRequest

__all__ = [
    "SUFFIX",
    "USUAL_LOOK",
    "Codec",
    "Damage",
    "Decision",
    "DrawAs",
    "FileDiffers",
    "History",
    "Interpolation",
    "Layout",
    "OutcomeStyle",
    "OverlayStyle",
    "PlaceInList",
    "RegionMark",
    "Session",
    "SessionProblem",
    "Shows",
    "Sides",
    "Subject",
    "Theme",
    "Touch",
    "Verdict",
    "Verdicts",
    "ViewState",
    "WindowRequest",
    "check_files",
    "discard",
    "is_session",
    "load_kept",
    "load_session",
    "save_session",
    "session_text",
    "write_whole",
]
