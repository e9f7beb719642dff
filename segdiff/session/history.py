"""What a person changed, one step after another, so that it can be taken back.

A step is what one movement of the hand did: a whole drag of a slider, one press of a button, a row of taps on an arrow
key. It holds the fields that changed, each with its old and its new value, and nothing of the rest: taking a step back
leaves alone whatever was changed elsewhere. The case is no field of a step, so the history keeps no volume alive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final

from segdiff.session.verdicts import Subject
from segdiff.session.view_state import ViewState

LIMIT: Final = 200
"""Steps that are remembered; the oldest is forgotten first."""

PAUSE_S: Final = 1.0
"""Taps on keys and turns of the wheel that follow each other faster than this belong together."""

NOT_UNDONE: Final = frozenset({"case", "theme"})
"""Another case begins another history, and the theme is how a person likes the program, not what is looked at."""


@dataclass(frozen=True)
class Touch:
    """One press of a hand on the mouse or the keyboard.

    Args:
        number: differs from press to press; a drag and a key held down keep theirs.
        is_tap: a key or the wheel rather than a mouse button.
    """

    number: int
    is_tap: bool


@dataclass(frozen=True)
class Step:
    """What one movement changed: fields of the state, with their old and new values."""

    before: Mapping[str, Any]
    after: Mapping[str, Any]

    @property
    def fields(self) -> frozenset[str]:
        """Names of the fields it changed."""
        return frozenset(self.before)

    def joined(self, later: Step) -> Step:
        """This step and the one that follows it as one; fields that came back to where they were drop out."""
        before, after = {**later.before, **self.before}, {**self.after, **later.after}
        changed = [name for name in before if before[name] != after[name]]
        return Step({name: before[name] for name in changed}, {name: after[name] for name in changed})


class History:
    """Remembers steps, and finds the state before and after each."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._touch: Touch | None = None
        self._time = 0.0

    @property
    def next_undo(self) -> frozenset[str]:
        """Fields that :meth:`undo` would change; empty when there is nothing to take back."""
        return self._done[-1].fields if self._done else frozenset()

    def remember(self, old: ViewState, new: ViewState, touch: Touch | None, time: float) -> None:
        """Take up a change; another case begins anew.

        Args:
            old: the state before it.
            new: the state after it.
            touch: the press that it came from; ``None`` for what no hand did, which is a step of its own.
            time: when, in seconds of any clock that only goes forward.
        """
        if old.case is not new.case:
            self.forget()
            return
        names = [f.name for f in fields(ViewState) if f.name not in NOT_UNDONE]
        changed = [name for name in names if getattr(old, name) != getattr(new, name)]
        if not changed:
            return
        step = Step({name: getattr(old, name) for name in changed}, {name: getattr(new, name) for name in changed})
        self._undone.clear()
        if self._done and self._belongs_to_last(step, touch, time):
            step = self._done.pop().joined(step)
        if step.fields:
            self._done.append(step)
            del self._done[: -self._limit]
        self._touch, self._time = touch if step.fields else None, time

    def undo(self, state: ViewState) -> ViewState:
        """The state before the last step; the same where there is none."""
        if not self._done:
            return state
        step = self._done.pop()
        self._undone.append(step)
        self._touch = None
        return replace(state, **step.before)

    def redo(self, state: ViewState) -> ViewState:
        """The state after the step that was taken back last; the same where there is none."""
        if not self._undone:
            return state
        step = self._undone.pop()
        self._done.append(step)
        self._touch = None
        return replace(state, **step.after)

    def forget(self) -> None:
        """Remember nothing from before now."""
        self._done.clear()
        self._undone.clear()
        self._touch = None

    def _belongs_to_last(self, step: Step, touch: Touch | None, time: float) -> bool:
        """Whether a change goes on with the last step.

        What one press does belongs together, however long it lasts. Taps belong together while they are quick and turn
        the same number up or down; a switch that is pressed twice is two steps. Moves of the cursor and letters of a
        comment follow each other by the hundred, so all of them in a row are one.
        """
        if self._touch is None or touch is None:
            return False
        if touch == self._touch:
            return True
        last = self._done[-1]
        if step.fields == last.fields == {"cursor"}:
            return True
        if step.fields == last.fields == {"verdicts"} and (commented := _commented_in(step)) is not None:
            return commented == _commented_in(last)
        is_quick = touch.is_tap and self._touch.is_tap and time - self._time < PAUSE_S
        numbers = _numbers_changed(last.before, last.after)
        return is_quick and bool(numbers) and numbers == _numbers_changed(step.before, step.after)


def _commented_in(step: Step) -> Subject | None:
    """What a step that changed verdicts commented on; ``None`` where it decided something."""
    subject: Subject | None = step.after["verdicts"].commented_since(step.before["verdicts"])
    return subject


def _numbers_changed(before: object, after: object, where: tuple[object, ...] = ()) -> frozenset[tuple[object, ...]]:
    """The places inside two values at which numbers differ; empty as soon as anything but a number does."""
    places: set[tuple[object, ...]] = set()
    for key, one, other in _parts(before, after):
        if one == other:
            continue
        found = (
            {(*where, key)} if _is_number(one) and _is_number(other) else _numbers_changed(one, other, (*where, key))
        )
        if not found:
            return frozenset()
        places |= found
    return frozenset(places)


def _parts(before: object, after: object) -> list[tuple[object, Any, Any]]:
    """What two values of one kind consist of, side by side; nothing where they have no parts in common."""
    if isinstance(before, Mapping) and isinstance(after, Mapping) and before.keys() == after.keys():
        return [(key, before[key], after[key]) for key in before]
    if isinstance(before, tuple) and isinstance(after, tuple) and len(before) == len(after):
        return [(position, *pair) for position, pair in enumerate(zip(before, after, strict=True))]
    if is_dataclass(before) and type(before) is type(after):
        return [(f.name, getattr(before, f.name), getattr(after, f.name)) for f in fields(before)]
    return []


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
