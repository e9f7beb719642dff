"""A dragged point in the whole window, on 512 × 512 × 300 voxels: plane, table, overlay and the curves of a tab."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np
import pytest

pytest.importorskip("PySide6.QtWidgets", reason="the window needs Qt")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segdiff.data import Case
from segdiff.gui.app import App
from segdiff.gui.latest import LatestTask
from segdiff.gui.opening import ReadResult
from segdiff.io import CaseRequest
from segdiff.session import Theme, ViewState, WindowRequest
from tests.benchmarks.conftest import Figures, seconds

FRAME_S = 1.0 / 60.0
PATIENCE_MS = 240_000


@pytest.fixture
def app(qtbot: QtBot, qapp: QApplication, case: Case) -> Iterator[App]:
    """The real program, once everything has been measured."""
    made = App(qapp, WindowRequest(size=(1600, 1000), view=ViewState(theme=Theme.DARK)))
    qtbot.addWidget(made.window)
    made.window.show()
    made.start()
    made.pipeline.read(lambda _ticket: ReadResult(case, CaseRequest(), (60, 150, 200)))
    qtbot.waitUntil(lambda: made.store.state.case is case and made.pipeline.is_idle, timeout=PATIENCE_MS)
    yield made
    made.shut_down()
    made.deleteLater()
    QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("tab", ["thresholds", "imbalance"])
def test_a_dragged_point_takes_a_frame_and_measures_nothing(
    app: App, qtbot: QtBot, figures: Figures, tab: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.window.bottom.show_tab(getattr(app.window, tab))
    qtbot.waitUntil(lambda: app.pipeline.is_idle, timeout=PATIENCE_MS)
    keys: list[object] = []
    monkeypatch.setattr(LatestTask, "submit", lambda _task, key, _work: keys.append(key))
    alphas = itertools.cycle(np.linspace(0.001, 0.999, 997).tolist())

    def move() -> None:
        alpha = next(alphas)
        app.store.apply(lambda state: state.with_costs(alpha, 1.0 - alpha))
        QApplication.processEvents()

    move()
    figures.at_most(
        f"a dragged point with the {tab} tab in sight, painted, frames of 60 a second", seconds(move, 40) / FRAME_S, 1.0
    )
    assert keys == []
