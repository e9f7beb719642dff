"""What a hand feels: another slice, another colour, against painting the same view once more."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("PySide6.QtWidgets", reason="the window needs Qt")

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segdiff.data import Case, Grid, Image, LabelMap, Prediction
from segdiff.gui.views.slices import SliceView
from segdiff.render import Plane
from segdiff.session import ViewState
from tests.benchmarks.conftest import Figures, side_by_side

SHAPE = (24, 512, 512)
SIDE = 900


@pytest.fixture(scope="module")
def state() -> ViewState:
    """A noisy head of 512 × 512 voxels a slice, and a lesion that the prediction has one voxel too far to the left."""
    rng = np.random.default_rng(3)
    grid = Grid(SHAPE, (3.0, 0.5, 0.5))
    image = rng.integers(0, 1200, SHAPE, dtype=np.int16)
    truth, found = np.zeros((2, *SHAPE), np.uint8)
    truth[4:20, 200:260, 150:290], found[4:20, 200:260, 151:291] = 1, 1
    predictions = (Prediction("p", LabelMap(found, grid)),)
    return ViewState().with_case(Case("head", Image(image, grid), LabelMap(truth, grid), predictions))


@pytest.fixture
def view(qtbot: QtBot) -> SliceView:
    view = SliceView(Plane.AXIAL)
    qtbot.addWidget(view)
    view.resize(SIDE, SIDE)
    with qtbot.waitExposed(view):
        view.show()
    return view


def walk(view: SliceView, states: list[ViewState]) -> Callable[[], None]:
    """Go from each state to the next, and paint."""
    pairs = itertools.cycle(zip(states, [*states[1:], states[0]], strict=True))

    def step() -> None:
        view.show_change(*next(pairs))
        view.viewport().repaint()

    return step


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("another slice", lambda state, i: state.with_cursor((4 + i, 230, 200))),
        ("another α", lambda state, i: state.with_alpha(0.05 * (1 + i))),
        ("another opacity", lambda state, i: state.with_overlay(replace(state.overlay, opacity=0.05 * (1 + i)))),
    ],
)
def test_a_change_and_its_paint(
    view: SliceView,
    state: ViewState,
    figures: Figures,
    what: str,
    change: Callable[[ViewState, int], ViewState],
) -> None:
    states = [change(state, i) for i in range(16)]
    view.show_change(None, states[0])
    QApplication.processEvents()
    changed, again = side_by_side(walk(view, states), view.viewport().repaint, 100)
    note = f"{1000 * again:.2f} ms a paint"
    figures.at_most(f"{what} and its paint / painting again", changed / again, 1.3, note)
