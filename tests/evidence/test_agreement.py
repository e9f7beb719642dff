"""What two predictions agree on, counted over a whole case."""

from __future__ import annotations

import numpy as np
import pytest

from segdiff.data import Agreement, Case, Grid, LabelMap, Prediction
from segdiff.errors import Cancelled
from segdiff.evidence import Watch
from segdiff.evidence.agreement import measure_agreement
from segdiff.session import ViewState
from tests.gui.cases import cautious, eager, labelled, state_of

ONE, OTHER, BOTH, NEITHER = Agreement.ONLY_FIRST, Agreement.ONLY_SECOND, Agreement.BOTH, Agreement.NEITHER


def counted(state: ViewState, first: str, second: str) -> dict[Agreement, int]:
    assert state.case is not None
    return measure_agreement(state.case, state.compared(first), state.compared(second))


def test_maps_and_labels_at_the_threshold() -> None:
    """At .5 eager has 0–17 and 20–31, cautious 0–11 and 20–22, labelled 0–15 and 20–24, of 120 voxels."""
    state = state_of(eager(), cautious(), labelled())
    assert counted(state, "eager", "cautious") == {ONE: 15, OTHER: 0, BOTH: 15, NEITHER: 90}
    assert counted(state, "cautious", "labelled") == {ONE: 0, OTHER: 6, BOTH: 15, NEITHER: 99}
    assert counted(state.with_threshold(0.42), "eager", "cautious") == {ONE: 9, OTHER: 2, BOTH: 21, NEITHER: 88}


def test_a_truth_is_not_needed_and_pictures_count_too() -> None:
    state = state_of(eager(), labelled(), truth=False)
    assert counted(state, "labelled", "eager")[BOTH] == 21
    grid = Grid((2, 3))
    a, b = np.array([[1, 1, 0], [0, 0, 0]], np.uint8), np.array([[0, 1, 1], [1, 0, 0]], np.uint8)
    predictions = (Prediction("a", LabelMap(a, grid)), Prediction("b", LabelMap(b, grid)))
    picture = ViewState().with_case(Case("picture", predictions=predictions))
    assert counted(picture, "a", "b") == {ONE: 1, OTHER: 2, BOTH: 1, NEITHER: 2}


def test_nobody_waits_any_more() -> None:
    state = state_of(eager(), cautious())
    assert state.case is not None
    with pytest.raises(Cancelled):
        measure_agreement(state.case, state.compared("eager"), state.compared("cautious"), Watch(lambda: True))
