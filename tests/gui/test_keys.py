"""What each key does to the state."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from segdiff.data import Case, Image, Outcome
from segdiff.gui.keys import Key, Scope, Transition, choose_keys, key_table, steps_by_key
from segdiff.session import DrawAs, Shows, ViewState
from tests.gui.cases import GRID, cautious, eager, labelled, state_of

TRANSITIONS: dict[str, Transition] = {
    keys: key.transition for key in key_table() for keys in key.usual if key.transition is not None
}


def press(state: ViewState, *keys: str) -> ViewState:
    for key in keys:
        state = TRANSITIONS[key](state)
    return state


@pytest.fixture
def state() -> ViewState:
    return state_of(eager(), cautious(), labelled())


def test_these_are_the_keys() -> None:
    usual = {keys: key.id for key in key_table() for keys in key.usual}
    named = [
        "S",
        "Space",
        "A",
        "D",
        "F",
        "B",
        "O",
        "1",
        "2",
        "3",
        "{",
        "}",
        "[",
        "]",
        "N",
        "Shift+N",
        "C",
        "R",
        "X",
        "Ctrl+J",
        "W",
        "Ctrl+Z",
        "Ctrl+Shift+Z",
        "Ctrl+O",
        "Ctrl+S",
        "?",
        "F1",
    ]
    assert set(named) <= set(usual)
    assert {key.usual for key in key_table() if key.scope is Scope.HELD} == {("Space",)}
    assert len({key.id for key in key_table()}) == len(key_table())


def test_arrows_go_through_slices_on_the_picture_and_five_with_shift() -> None:
    assert steps_by_key() == {
        "Up": 1, "PgUp": 1, "Down": -1, "PgDown": -1,
        "Shift+Up": 5, "Shift+PgUp": 5, "Shift+Down": -5, "Shift+PgDown": -5,
    }  # fmt: skip


def row(key_id: str) -> Key:
    return next(key for key in key_table() if key.id == key_id)


def test_a_person_may_choose_other_keys_or_none_and_go_back() -> None:
    choose_keys("overlay", ("Ctrl+;", "Shift+,"))
    choose_keys("slice_up", ("K",))
    choose_keys("blink", ())
    assert (row("overlay").keys, row("overlay").usual) == (("Ctrl+;", "Shift+,"), ("S",))
    assert steps_by_key()["K"] == 1
    assert "Up" not in steps_by_key()
    assert row("blink").keys == ()
    choose_keys("overlay", None)
    assert row("overlay").keys == ("S",)


def test_s_switches_the_overlay(state: ViewState) -> None:
    assert not press(state, "S").overlay.visible
    assert press(state, "S", "S") == state


def test_a_and_d_change_its_strength_within_limits(state: ViewState) -> None:
    assert press(state, "A", "A", "D").overlay.opacity == 0.9
    assert press(state, *["A"] * 12).overlay.opacity == 0.0
    assert press(state, "D").overlay.opacity == 1.0


def test_o_goes_round_the_ways_of_drawing(state: ViewState) -> None:
    drawn = [press(state, *["O"] * times).overlay.draw_as for times in range(4)]
    assert drawn == [DrawAs.FILL, DrawAs.OUTLINE, DrawAs.BOTH, DrawAs.FILL]


@pytest.mark.parametrize(
    ("key", "outcome"),
    [("1", Outcome.TRUE_POSITIVE), ("2", Outcome.FALSE_POSITIVE), ("3", Outcome.FALSE_NEGATIVE)],
)
def test_numbers_switch_one_outcome_each(state: ViewState, key: str, outcome: Outcome) -> None:
    hidden = {which: style.visible for which, style in press(state, key).overlay.outcomes.items()}
    assert hidden == {which: which is not outcome for which in state.overlay.outcomes}
    assert press(state, key, key) == state


def test_f_flips_between_the_masks_and_shift_f_goes_back_to_the_errors(state: ViewState) -> None:
    shown = [press(state, *["F"] * times).overlay.shows for times in range(4)]
    assert shown == [Shows.DIFFERENCE, Shows.TRUTH, Shows.PREDICTION, Shows.TRUTH]
    assert press(state, "F", "F", "Shift+F") == state


def test_b_blinks_and_stops(state: ViewState) -> None:
    assert not state.overlay.blinks
    assert press(state, "B").overlay.blinks
    assert press(state, "B", "B") == state


def test_v_hangs_a_curtain_in_the_middle_and_takes_it_away(state: ViewState) -> None:
    assert press(state, "V").overlay.curtain == 0.5
    assert press(state, "V", "V") == state


def test_ctrl_and_an_arrow_push_the_curtain_as_far_as_the_edge(state: ViewState) -> None:
    assert press(state, "V", "Ctrl+Left", "Ctrl+Left").overlay.curtain == 0.4
    assert press(state, "Ctrl+Right").overlay.curtain == 0.55
    assert press(state, *["Ctrl+Right"] * 12).overlay.curtain == 0.98


def test_h_shows_probabilities_as_a_heat_map_and_hides_them(state: ViewState) -> None:
    assert press(state, "H").overlay.heat_map
    assert press(state, "H", "H") == state


def test_x_shows_and_hides_the_crosshair(state: ViewState) -> None:
    assert not press(state, "X").crosshair
    assert press(state, "X", "X") == state


def test_braces_go_from_prediction_to_prediction_and_round(state: ViewState) -> None:
    assert press(state, "}").prediction == "cautious"
    assert press(state, "}", "}", "}").prediction == "eager"
    assert press(state, "{").prediction == "labelled"
    assert press(ViewState(), "}") == ViewState()
    alone = state_of()
    assert press(alone, "{") == alone


def test_brackets_move_the_threshold_by_a_hundredth_within_limits(state: ViewState) -> None:
    assert press(state, "]").threshold == 0.51
    assert press(state, "[", "[").threshold == 0.48
    assert press(state.with_threshold(0.005), "[").threshold == 0.001
    assert press(state.with_threshold(0.995), "]").threshold == 0.999


def test_ctrl_j_goes_back_to_the_brightness_of_the_image() -> None:
    image = Image(np.linspace(-50, 350, GRID.voxel_count).reshape(GRID.shape), GRID)
    state = ViewState().with_case(Case("image", image)).with_window((10.0, 20.0))
    assert press(state, "Ctrl+J").window == image.window
    without = replace(state_of(eager(), image=False), window=(1.0, 2.0))
    assert press(without, "Ctrl+J") == without
