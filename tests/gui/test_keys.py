"""What each key does to the state."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from segdiff.data import Case, Image, Outcome
from segdiff.gui.keys import KEYS, Transition
from segdiff.session import DrawAs, ViewState
from tests.gui.cases import GRID, cautious, eager, labelled, state_of

TRANSITIONS: dict[str, Transition] = {keys: key.transition for key in KEYS for keys in key.keys}


def press(state: ViewState, *keys: str) -> ViewState:
    for key in keys:
        state = TRANSITIONS[key](state)
    return state


@pytest.fixture
def state() -> ViewState:
    return state_of(eager(), cautious(), labelled())


def test_these_are_the_keys() -> None:
    assert list(TRANSITIONS) == ["S", "A", "D", "O", "1", "2", "3", "{", "}", "[", "]", "Ctrl+J"]


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
