"""α and β need neither a worker nor a voxel: numbers follow from what was measured, colours from 256 table entries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt

from segdiff.data import Case, Comparison, Image, LabelMap, Prediction, ProbabilityMap
from segdiff.gui.widgets.plane import TradeoffPlane
from tests.e2e.person import Person
from tests.gui.cases import GRID, cautious, eager, truth_map


class Watched(np.ndarray[Any, Any]):
    """An array that notes every look at it."""

    looks: list[str] = []  # noqa: RUF012  one list for all of them

    def __getitem__(self, where: Any) -> Any:
        self.looks.append("part")
        return super().__getitem__(where)

    def __array_ufunc__(self, *arguments: Any, **more: Any) -> Any:
        self.looks.append("arithmetic")
        plain = [np.asarray(one) if isinstance(one, Watched) else one for one in arguments[2:]]
        return getattr(arguments[0], arguments[1])(*plain, **more)

    def __array_function__(self, function: Any, types: Any, arguments: Any, more: Any) -> Any:
        self.looks.append(function.__name__)
        return super().__array_function__(function, types, arguments, more)

    def reshape(self, *shape: Any, **more: Any) -> Any:
        self.looks.append("reshape")
        return super().reshape(*shape, **more)


@pytest.fixture
def watched(show_case: Callable[..., Person]) -> Person:
    """The small case, every array of it watched from now on."""
    predictions = tuple(
        Prediction(one.name, ProbabilityMap(one.content.voxels.view(Watched), (1,), GRID))
        for one in (eager(), cautious())
    )
    image = Image(np.arange(GRID.voxel_count).reshape(GRID.shape).view(Watched), GRID)
    truth = LabelMap(truth_map().voxels.view(Watched), GRID)
    person = show_case(Case("watched", image, truth, predictions)).wait_for_case()
    person.window.repaint()
    Watched.looks.clear()
    return person


@pytest.fixture
def submitted(watched: Person, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Keys of the jobs given to either worker from now on."""
    keys: list[object] = []
    for task in (watched.app.pipeline._reader, watched.app.pipeline._measurer):
        original = task.submit
        noting = lambda key, work, original=original: (keys.append(key), original(key, work))  # noqa: E731
        monkeypatch.setattr(task, "submit", noting)
    return keys


def moves(person: Person) -> dict[str, Callable[[], None]]:
    """Every way to change what errors cost."""
    return {
        "alpha by its slider": lambda: person.qtbot.keyClick(person.slider("False-positive cost α"), Qt.Key.Key_Right),
        "beta by its slider": lambda: person.qtbot.keyClick(person.slider("Miss cost β"), Qt.Key.Key_PageDown),
        "a named point": lambda: person.click("Named costs: IoU"),
        "the plane": lambda: person.qtbot.keyClick(person.window.findChild(TradeoffPlane), Qt.Key.Key_Left),
        "the lock": lambda: person.app.store.apply(lambda state: state.with_lock(True)),
    }


def test_moving_costs_reads_no_voxel_and_submits_nothing(watched: Person, submitted: list[object]) -> None:
    for name, move in moves(watched).items():
        before, formula = watched.state, watched.formula()
        move()
        watched.picture()
        assert (watched.state.alpha, watched.state.beta) != (before.alpha, before.beta), name
        assert watched.formula() != formula, name
        assert Watched.looks == [], name
        assert submitted == [], name


def test_the_numbers_follow(watched: Person) -> None:
    """18 / (18 + 12 + 2) = .5625 for A, 12 / (12 + 3 + 8) = .5217 for B."""
    watched.click("Named costs: IoU")
    assert watched.formula() == "18 divided by 18 + 1.00·12 + 1.00·2 equals .5625"
    assert watched.scores()["Tversky index"] == [".5625", ".5217"]


def test_the_colours_follow(watched: Person) -> None:
    """False positives grow stronger as their cost grows beside that of a miss."""
    table = watched.window.slices.shown_views[0].codes_layer.lut
    watched.click("Named costs: IoU")
    other = watched.window.slices.shown_views[0].codes_layer.lut
    assert table[2, 3] < other[2, 3]
    assert table[1, 3] == other[1, 3]


def test_the_watch_sees_what_does_read_voxels(watched: Person, submitted: list[object]) -> None:
    """A threshold codes the slices on screen again, and so does another place; no Evidence is measured again."""
    for change in (lambda state: state.with_threshold(0.7), lambda state: state.with_cursor((0, 0, 0))):
        watched.app.store.apply(change)
        assert Watched.looks != []
        Watched.looks.clear()
    assert not any(isinstance(key, Comparison) for key in submitted)
    watched.app.store.apply(lambda state: state.without_prediction("eager").with_case(state.case))
    watched.wait_for_case()
