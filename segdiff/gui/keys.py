"""Keys and what they do, as data: the shortcuts and the list in the help come from here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from segdiff.data import Outcome
from segdiff.session import DrawAs, ViewState

Transition = Callable[[ViewState], ViewState]


@dataclass(frozen=True)
class Key:
    """One shortcut: the keys as Qt writes them, what they do in words, and how they change the state."""

    keys: tuple[str, ...]
    meaning: str
    transition: Transition


def _toggle(outcome: Outcome) -> Transition:
    return lambda s: s.with_overlay(s.overlay.with_outcome(outcome, visible=not s.overlay.outcomes[outcome].visible))


def _toggle_overlay(state: ViewState) -> ViewState:
    return state.with_overlay(replace(state.overlay, visible=not state.overlay.visible))


def _opacity(step: float) -> Transition:
    def change(state: ViewState) -> ViewState:
        opacity = min(1.0, max(0.0, round(state.overlay.opacity + step, 2)))
        return state.with_overlay(replace(state.overlay, opacity=opacity))

    return change


def _next_drawing(state: ViewState) -> ViewState:
    order = list(DrawAs)
    following = order[(order.index(state.overlay.draw_as) + 1) % len(order)]
    return state.with_overlay(replace(state.overlay, draw_as=following))


def _threshold(step: float) -> Transition:
    return lambda state: state.with_threshold(state.threshold + step)


def _prediction(step: int) -> Transition:
    def change(state: ViewState) -> ViewState:
        names = [p.name for p in state.case.predictions] if state.case else []
        if state.prediction not in names:
            return state
        return state.with_prediction(names[(names.index(state.prediction) + step) % len(names)])

    return change


def _auto_window(state: ViewState) -> ViewState:
    image = state.case.image if state.case else None
    return state if image is None else state.with_window(image.window)


KEYS: Final = (
    Key(("S",), "overlay on or off", _toggle_overlay),
    Key(("A",), "overlay fainter", _opacity(-0.1)),
    Key(("D",), "overlay stronger", _opacity(+0.1)),
    Key(("O",), "fill, outline, both", _next_drawing),
    Key(("1",), "true positives on or off", _toggle(Outcome.TRUE_POSITIVE)),
    Key(("2",), "false positives on or off", _toggle(Outcome.FALSE_POSITIVE)),
    Key(("3",), "false negatives on or off", _toggle(Outcome.FALSE_NEGATIVE)),
    Key(("{",), "previous prediction", _prediction(-1)),
    Key(("}",), "next prediction", _prediction(+1)),
    Key(("[",), "lower threshold", _threshold(-0.01)),
    Key(("]",), "higher threshold", _threshold(+0.01)),
    Key(("Ctrl+J",), "automatic brightness", _auto_window),
)
"""Keys that change the state, and nothing else does."""

HANDS: Final = (
    ("Wheel", "slice; with Shift five slices"),
    ("Ctrl+Wheel, pinch, right drag", "zoom"),
    ("Left click or drag", "crosshair; all planes follow"),
    ("Middle drag, Shift+Left drag", "pan"),
    ("Ctrl+Shift+Left drag", "brightness and contrast"),
    ("Double click", "one plane, or all again"),
    ("Up, Down, PageUp, PageDown", "slice; with Shift five slices"),
    ("Hold Space", "bare image"),
    ("Tab, Shift+Tab", "next or previous control; then the arrow keys"),
    ("Delete", "remove the prediction the keyboard is on; its file stays"),
    ("R", "reset the view"),
    ("C", "centre on the crosshair"),
    ("X", "crosshair on or off"),
    ("Double click or Enter on a loss", "what every framework makes of it, and why"),
    ("Ctrl+Z, Ctrl+Shift+Z", "take back what was changed, and do it again"),
    ("Ctrl+O", "open"),
    ("F1, ?", "this list"),
)
"""What the mouse and the other keys do, for the list."""
