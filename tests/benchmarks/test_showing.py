"""What a hand feels: another slice, another colour, against pyqtgraph painting the same view, labels left out."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("PySide6.QtWidgets", reason="the window needs Qt")

import pyqtgraph as pg
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segdiff.data import Case, Grid, Image, LabelMap, Prediction, ProbabilityMap
from segdiff.gui.views.slices import SliceView
from segdiff.render import Plane, colour_table, outcome_codes
from segdiff.session import DrawAs, ViewState
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
    rows, columns = np.ogrid[:512, :512]
    soft = np.clip((90.0 - np.hypot(rows - 230, columns - 220)) / 40.0 + rng.normal(0.0, 0.02, SHAPE), 0.0, 1.0)
    predictions = (
        Prediction("p", LabelMap(found, grid)),
        Prediction("soft", ProbabilityMap(soft[None].astype(np.float32), (1,), grid)),
    )
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


def outlined(state: ViewState) -> ViewState:
    return state.with_overlay(replace(state.overlay, draw_as=DrawAs.OUTLINE))


def plain_view(qtbot: QtBot, state: ViewState) -> pg.GraphicsView:
    """The same slice and the same colours in pyqtgraph's own view, as its manual has it."""
    assert state.case is not None
    assert state.case.image is not None
    view = pg.GraphicsView(background="k")
    qtbot.addWidget(view)
    view.resize(SIDE, SIDE)
    box = pg.ViewBox(lockAspect=True, invertY=True, enableMouse=False)
    view.setCentralItem(box)
    image = pg.ImageItem(state.case.image.voxels[8], axisOrder="row-major")
    codes = pg.ImageItem(outcome_codes(state, Plane.AXIAL), axisOrder="row-major", levels=(0, 255))
    codes.setLookupTable(colour_table(state.overlay, state.alpha, state.beta))
    for item in (image, codes):
        box.addItem(item)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("another slice", lambda state, i: state.with_cursor((4 + i, 230, 200))),
        ("another α", lambda state, i: state.with_alpha(0.05 * (1 + i))),
        ("another opacity", lambda state, i: state.with_overlay(replace(state.overlay, opacity=0.05 * (1 + i)))),
        ("another place of the crosshair", lambda state, i: state.with_cursor((8, 230 + i, 200))),
        ("another threshold", lambda state, i: state.with_prediction("soft").with_threshold(0.2 + 0.03 * i)),
        (
            "another threshold, outlined",
            lambda state, i: outlined(state.with_prediction("soft").with_threshold(0.2 + 0.03 * i)),
        ),
    ],
)
def test_a_change_and_its_paint(
    qtbot: QtBot,
    view: SliceView,
    state: ViewState,
    figures: Figures,
    what: str,
    change: Callable[[ViewState, int], ViewState],
) -> None:
    states = [change(state, i) for i in range(16)]
    view.show_change(None, states[0])
    QApplication.processEvents()
    plain = plain_view(qtbot, state.with_cursor((8, 230, 200)))
    changed, theirs = side_by_side(walk(view, states), plain.viewport().repaint, 100)
    note = f"{1000 * changed:.2f} ms"
    figures.at_most(f"{what} and its paint / pyqtgraph painting that", changed / theirs, 1.3, note)
