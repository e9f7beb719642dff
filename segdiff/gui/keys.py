"""Keys and what they do, as one table: the shortcuts, the list in the help and a person's own keys come from here.

A row changes the state by its transition; one without is an action of the same id, which ``app`` wires.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence

from segdiff.data import Outcome
from segdiff.gui.words import tr
from segdiff.session import DrawAs, Layout, Shows, Sides, ViewState

Transition = Callable[[ViewState], ViewState]

BIG_STEP: Final = 5
"""Slices per step with Shift held, by key, on the wheel and on the slider."""


class Scope(StrEnum):
    """Where a key works: anywhere in the window, on the picture only, or anywhere for as long as it is held."""

    WINDOW = "window"
    PICTURE = "picture"
    HELD = "held"


@dataclass(frozen=True)
class Key:
    """One row.

    Args:
        id: names the row in the settings, and the action where there is no transition.
        usual: the keys at first, as Qt writes them.
        meaning: what they do, in words.
        transition: how they change the state.
        scope: where they work.
    """

    id: str
    usual: tuple[str, ...]
    meaning: str
    transition: Transition | None = None
    scope: Scope = Scope.WINDOW

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys a person chose, else the usual ones."""
        chosen = QSettings().value(f"keys/{self.id}")
        if chosen is None:
            return self.usual
        return tuple(one.toString() for one in QKeySequence.listFromString(str(chosen)) if not one.isEmpty())


def choose_keys(key_id: str, keys: tuple[str, ...] | None) -> None:
    """Keep a person's own keys for a row; ``None`` goes back to the usual ones, and no keys at all are allowed."""
    if keys is None:
        QSettings().remove(f"keys/{key_id}")
    else:
        QSettings().setValue(f"keys/{key_id}", QKeySequence.listToString([QKeySequence(one) for one in keys]))


def key_table() -> tuple[Key, ...]:
    """Every key, in the order of the list in the help."""
    return (*_looking(), *_overlay(), *_comparing(), *_finding(), *_keeping())


def steps_by_key() -> dict[str, int]:
    """How many slices up each key on the picture goes."""
    steps = {"slice_up": 1, "slice_down": -1, "slices_up": BIG_STEP, "slices_down": -BIG_STEP}
    return {keys: steps[key.id] for key in key_table() if key.id in steps for keys in key.keys}


def _looking() -> tuple[Key, ...]:
    return (
        Key("slice_up", ("Up", "PgUp"), tr("next slice"), scope=Scope.PICTURE),
        Key("slice_down", ("Down", "PgDown"), tr("previous slice"), scope=Scope.PICTURE),
        Key("slices_up", ("Shift+Up", "Shift+PgUp"), tr("five slices on"), scope=Scope.PICTURE),
        Key("slices_down", ("Shift+Down", "Shift+PgDown"), tr("five slices back"), scope=Scope.PICTURE),
        Key("centre", ("C",), tr("centre on the crosshair")),
        Key("reset", ("R",), tr("all of the slice again")),
        Key("crosshair", ("X",), tr("crosshair on or off"), lambda s: s.with_crosshair(not s.crosshair)),
        Key("one_view", ("Ctrl+1",), tr("one view"), _layout(Layout.ONE)),
        Key("three_views", ("Ctrl+2",), tr("three planes"), _layout(Layout.THREE)),
        Key("four_views", ("Ctrl+3",), tr("four views"), _layout(Layout.FOUR)),
        Key("beside", ("Ctrl+4",), tr("predictions side by side"), _layout(Layout.BESIDE)),
        Key("sides", (), tr("left and right as radiologists or as neurologists have them"), _exchange_sides),
        Key("auto_window", ("Ctrl+J",), tr("automatic brightness"), _auto_window),
    )


def _overlay() -> tuple[Key, ...]:
    return (
        Key("overlay", ("S",), tr("overlay on or off"), _toggle_overlay),
        Key("peek", ("Space",), tr("bare image while held"), scope=Scope.HELD),
        Key("fainter", ("A",), tr("overlay fainter"), _opacity(-0.1)),
        Key("stronger", ("D",), tr("overlay stronger"), _opacity(+0.1)),
        Key("draw_as", ("O",), tr("fill, outline, both"), _next_drawing),
        Key("true_positives", ("1",), tr("true positives on or off"), _toggle(Outcome.TRUE_POSITIVE)),
        Key("false_positives", ("2",), tr("false positives on or off"), _toggle(Outcome.FALSE_POSITIVE)),
        Key("false_negatives", ("3",), tr("false negatives on or off"), _toggle(Outcome.FALSE_NEGATIVE)),
    )


def _comparing() -> tuple[Key, ...]:
    return (
        Key("flip", ("F",), tr("flip between truth and prediction"), lambda s: s.with_overlay(s.overlay.flipped())),
        Key("differences", ("Shift+F",), tr("errors again"), _shows(Shows.DIFFERENCE)),
        Key("blink", ("B",), tr("blink on or off"), _toggle_blink),
        Key("curtain", ("V",), tr("curtain between truth and prediction"), _toggle_curtain),
        Key("curtain_left", ("Ctrl+Left",), tr("curtain to the left"), _push_curtain(-0.05)),
        Key("curtain_right", ("Ctrl+Right",), tr("curtain to the right"), _push_curtain(+0.05)),
        Key("heat_map", ("H",), tr("probabilities as a heat map"), _toggle_heat),
        Key("previous_prediction", ("{",), tr("previous prediction"), _prediction(-1)),
        Key("next_prediction", ("}",), tr("next prediction"), _prediction(+1)),
        Key("lower_threshold", ("[",), tr("lower threshold"), _threshold(-0.01)),
        Key("higher_threshold", ("]",), tr("higher threshold"), _threshold(+0.01)),
    )


def _finding() -> tuple[Key, ...]:
    return (
        Key("next_region", ("N",), tr("next error region")),
        Key("previous_region", ("Shift+N",), tr("previous error region")),
        Key("worst_slice", ("W",), tr("worst slice")),
        Key("bottom", ("T",), tr("fold or unfold the panel under the slices")),
    )


def _keeping() -> tuple[Key, ...]:
    return (
        Key("undo", ("Ctrl+Z",), tr("undo")),
        Key("redo", ("Ctrl+Shift+Z",), tr("redo")),
        Key("open", ("Ctrl+O",), tr("open")),
        Key("open_folder", ("Ctrl+Alt+O",), tr("open a folder")),
        Key("files", ("Ctrl+Shift+O",), tr("what each file is for")),
        Key("previous_case", ("Ctrl+PgUp",), tr("previous case of the list")),
        Key("next_case", ("Ctrl+PgDown",), tr("next case of the list")),
        Key("save", ("Ctrl+S",), tr("save the session")),
        Key("save_as", ("Ctrl+Shift+S",), tr("save the session elsewhere")),
        Key("settings", ("Ctrl+,",), tr("settings")),
        Key("help", ("F1", "?"), tr("this list")),
    )


def _toggle(outcome: Outcome) -> Transition:
    return lambda s: s.with_overlay(s.overlay.with_outcome(outcome, visible=not s.overlay.outcomes[outcome].visible))


def _toggle_overlay(state: ViewState) -> ViewState:
    return state.with_overlay(replace(state.overlay, visible=not state.overlay.visible))


def _toggle_blink(state: ViewState) -> ViewState:
    return state.with_overlay(replace(state.overlay, blinks=not state.overlay.blinks))


def _toggle_curtain(state: ViewState) -> ViewState:
    return state.with_overlay(state.overlay.with_curtain(0.5 if state.overlay.curtain is None else None))


def _push_curtain(step: float) -> Transition:
    """Hang it where there is none."""

    def change(state: ViewState) -> ViewState:
        place = 0.5 if state.overlay.curtain is None else state.overlay.curtain
        return state.with_overlay(state.overlay.with_curtain(place + step))

    return change


def _toggle_heat(state: ViewState) -> ViewState:
    return state.with_overlay(replace(state.overlay, heat_map=not state.overlay.heat_map))


def _layout(layout: Layout) -> Transition:
    return lambda state: state.with_layout(layout)


def _exchange_sides(state: ViewState) -> ViewState:
    return state.with_sides(next(sides for sides in Sides if sides is not state.sides))


def _shows(what: Shows) -> Transition:
    return lambda state: state.with_overlay(replace(state.overlay, shows=what))


def _opacity(step: float) -> Transition:
    return lambda state: state.with_overlay(state.overlay.with_opacity(state.overlay.opacity + step))


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
