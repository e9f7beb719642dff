"""What belongs to one step, what a step takes back, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from segdiff.data import Outcome
from segdiff.session import Decision, DrawAs, History, Layout, Theme, Touch, ViewState
from tests.session.test_view_state import case_of

Change = Callable[[ViewState], ViewState]


class Desk:
    """A state and its history, changed by a hand whose presses and times are written down."""

    def __init__(self, limit: int = 200) -> None:
        self.state = ViewState().with_case(case_of("a", "b"))
        self.history = History(limit)

    def change(self, change: Change, touch: Touch | None = None, time: float = 0.0) -> None:
        old, self.state = self.state, change(self.state)
        self.history.remember(old, self.state, touch, time)

    def undo(self) -> ViewState:
        self.state = self.history.undo(self.state)
        return self.state

    def redo(self) -> ViewState:
        self.state = self.history.redo(self.state)
        return self.state


def mouse(number: int) -> Touch:
    return Touch(number, is_tap=False)


def tap(number: int) -> Touch:
    return Touch(number, is_tap=True)


def test_a_drag_is_one_step_however_long_it_lasts() -> None:
    desk = Desk()
    for position, alpha in enumerate((0.31, 0.40, 0.62)):
        desk.change(lambda s, alpha=alpha: s.with_alpha(alpha), mouse(1), time=10.0 * position)
    assert (desk.undo().alpha, desk.state.beta) == (0.3, 0.7)
    assert desk.history.next_undo == frozenset()
    assert (desk.redo().alpha, desk.state.beta) == (0.62, 0.38)


def test_two_drags_are_two_steps_however_quick() -> None:
    desk = Desk()
    desk.change(lambda s: s.with_alpha(0.4), mouse(1), time=0.0)
    desk.change(lambda s: s.with_alpha(0.6), mouse(2), time=0.1)
    assert [desk.undo().alpha, desk.undo().alpha] == [0.4, 0.3]


def test_one_press_that_changes_two_things_is_one_step() -> None:
    desk = Desk()
    desk.change(lambda s: s.with_prediction("b"), mouse(1))
    desk.change(lambda s: s.with_cursor((1, 1, 1)), mouse(1))
    assert (desk.undo().prediction, desk.state.cursor) == ("a", (2, 2, 3))


def test_quick_taps_on_one_number_are_one_step_and_slow_ones_are_not() -> None:
    desk = Desk()
    for number, (threshold, time) in enumerate(((0.51, 0.0), (0.52, 0.9), (0.53, 1.8), (0.54, 2.9))):
        desk.change(lambda s, threshold=threshold: s.with_threshold(threshold), tap(number), time)
    assert [desk.undo().threshold, desk.undo().threshold] == [0.53, 0.5]


def test_quick_taps_on_two_numbers_are_two_steps() -> None:
    desk = Desk()
    desk.change(lambda s: s.with_overlay(s.overlay.with_outcome(Outcome.FALSE_POSITIVE, opacity=0.5)), tap(1))
    desk.change(lambda s: s.with_overlay(s.overlay.with_outcome(Outcome.FALSE_NEGATIVE, opacity=0.4)), tap(2))
    misses = desk.undo().overlay.outcomes
    assert (misses[Outcome.FALSE_POSITIVE].opacity, misses[Outcome.FALSE_NEGATIVE].opacity) == (0.5, 0.9)


def test_a_switch_pressed_twice_is_two_steps() -> None:
    desk = Desk()
    desk.change(lambda s: s.with_layout(Layout.ONE), tap(1))
    desk.change(lambda s: s.with_layout(Layout.THREE), tap(2))
    assert [desk.undo().layout, desk.undo().layout] == [Layout.ONE, Layout.THREE]


def test_moves_of_the_cursor_in_a_row_are_one_step() -> None:
    """And a change between them parts them."""
    desk = Desk()
    for number in range(3):
        desk.change(lambda s, number=number: s.with_cursor((number, 0, 0)), tap(number), time=60.0 * number)
    desk.change(lambda s: s.with_threshold(0.7), mouse(9))
    desk.change(lambda s: s.with_cursor((3, 3, 3)), mouse(10))
    assert desk.undo().cursor == (2, 0, 0)
    assert desk.undo().threshold == 0.5
    assert desk.undo().cursor == (2, 2, 3)


def test_what_no_hand_did_is_a_step_of_its_own() -> None:
    desk = Desk()
    desk.change(lambda s: s.with_alpha(0.4))
    desk.change(lambda s: s.with_alpha(0.5))
    assert desk.undo().alpha == 0.4


def test_a_drag_that_comes_back_leaves_nothing_to_take_back() -> None:
    desk = Desk()
    desk.change(lambda s: s.with_threshold(0.8), mouse(1))
    desk.change(lambda s: s.with_alpha(0.4), mouse(2))
    desk.change(lambda s: s.with_alpha(0.3), mouse(2))
    assert desk.history.next_undo == {"threshold"}
    desk.change(lambda s: s.with_alpha(0.2), mouse(2))
    assert (desk.undo().alpha, desk.state.threshold) == (0.3, 0.8)


def test_a_new_change_forgets_what_was_taken_back() -> None:
    desk = Desk()
    desk.change(lambda s: s.with_alpha(0.4), mouse(1))
    desk.undo()
    desk.change(lambda s: s.with_threshold(0.6), mouse(2))
    assert (desk.redo().alpha, desk.state.threshold) == (0.3, 0.6)


def test_after_undo_the_same_drag_begins_a_step_of_its_own() -> None:
    desk = Desk()
    desk.change(lambda s: s.with_alpha(0.4), mouse(1))
    desk.change(lambda s: s.with_threshold(0.6), mouse(2))
    desk.undo()
    desk.change(lambda s: s.with_threshold(0.7), mouse(2))
    assert (desk.undo().threshold, desk.state.alpha) == (0.5, 0.4)


def test_the_theme_is_left_alone() -> None:
    desk = Desk()
    desk.change(lambda s: s.with_alpha(0.4), mouse(1))
    desk.change(lambda s: s.with_theme(Theme.LIGHT), mouse(2))
    assert (desk.undo().alpha, desk.state.theme) == (0.3, Theme.LIGHT)


def test_another_case_begins_anew() -> None:
    desk = Desk()
    desk.change(lambda s: s.with_alpha(0.4), mouse(1))
    desk.change(lambda s: s.with_case(case_of("c")), mouse(2))
    assert desk.history.next_undo == frozenset()
    assert desk.undo().alpha == 0.4


def test_what_a_step_did_not_touch_stays() -> None:
    """A step holds its own fields only, so it cannot bring back an overlay that was hidden for a moment."""
    desk = Desk()
    desk.change(lambda s: s.with_alpha(0.4), mouse(1))
    desk.state = desk.state.with_layout(Layout.ONE)
    assert (desk.undo().alpha, desk.state.layout) == (0.3, Layout.ONE)


@pytest.mark.parametrize("limit", [1, 3])
def test_no_more_steps_are_kept_than_allowed(limit: int) -> None:
    desk = Desk(limit)
    ways = [DrawAs.OUTLINE, DrawAs.BOTH, DrawAs.FILL, DrawAs.OUTLINE, DrawAs.BOTH]
    for number, way in enumerate(ways):
        desk.change(lambda s, way=way: s.with_overlay(type(s.overlay)(draw_as=way)), mouse(number))
    taken = 0
    while desk.history.next_undo:
        desk.undo()
        taken += 1
    assert taken == limit


def test_the_letters_of_a_comment_are_one_step_however_slowly_typed() -> None:
    desk = Desk()
    desk.change(lambda s: s.with_decision(Decision.FIX), mouse(1), time=0.0)
    for number, text in enumerate(("t", "to", "too wide")):
        desk.change(lambda s, text=text: s.with_comment(text), tap(2 + number), time=10.0 * number)
    desk.change(lambda s: s.with_decision(Decision.REJECT), tap(9), time=20.1)
    (given,) = desk.undo().verdicts.given
    assert (given.decision, given.comment) == (Decision.FIX, "too wide")
    (given,) = desk.undo().verdicts.given
    assert (given.decision, given.comment) == (Decision.FIX, "")


def test_comments_on_two_predictions_are_two_steps() -> None:
    desk = Desk()
    desk.change(lambda s: s.with_comment("x"), tap(1))
    desk.change(lambda s: s.with_prediction("b"), mouse(2))
    desk.change(lambda s: s.with_prediction("a"), mouse(2))
    desk.change(lambda s: replace(s, prediction="b").with_comment("y").with_prediction("a"), tap(3))
    assert [one.comment for one in desk.undo().verdicts.given] == ["x"]
