"""The line at the bottom: device, grid, and what lies under the pointer."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from segdiff.data import Case, Grid, Image, LabelMap, Prediction
from segdiff.gui.views.status_bar import StatusBar
from segdiff.session import ViewState
from tests.gui.cases import GRID, cautious, eager, labelled, state_of

RESEARCH = "Research use only, not for diagnosis"
OBLIQUE_FREE = Grid((4, 5, 6), (7.5, 0.5, 0.7), origin_mm=(-10.0, 20.0, -30.0))
FLIPPED = Grid(
    (4, 5, 6), (7.5, 0.5, 0.7), origin_mm=(10.0, -20.0, 30.0),
    direction=((0.0, 0.0, -1.0), (0.0, -1.0, 0.0), (-1.0, 0.0, 0.0)),
)  # fmt: skip


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """One that does not care how wide its parts are."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(window: QWidget) -> StatusBar:
    """1600 pixels wide."""
    made = StatusBar()
    made.setParent(window)
    made.resize(1600, 30)
    window.show()
    return made


def words(bar: StatusBar) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel) if label.isVisibleTo(bar) and label.text()]


def volume(grid: Grid, voxels: NDArray[np.generic] | None = None) -> ViewState:
    shown = np.zeros(grid.shape) if voxels is None else voxels
    return ViewState().with_case(Case("volume", Image(shown, grid)))


def test_the_grid_is_written_width_first(bar: StatusBar) -> None:
    bar.show_change(None, volume(OBLIQUE_FREE))
    assert words(bar)[0] == "6 × 5 × 4 · 0.70 × 0.50 × 7.50 mm"
    bar.show_change(None, ViewState().with_case(Case("picture", Image(np.zeros((3, 8)), Grid((3, 8))))))
    assert words(bar)[0] == "8 × 3 pixels"
    bar.show_change(None, volume(Grid((4, 5, 6))))
    assert words(bar)[0] == "6 × 5 × 4 · voxel size unknown"


def test_a_voxel_has_its_index_and_its_place_in_the_patient(bar: StatusBar) -> None:
    """x: −10 + 4 · 0.7 = −7.2, to the right; y: 20 + 3 · 0.5 = 21.5, behind; z: −30 + 1 · 7.5 = −22.5, below."""
    bar.show_change(None, volume(OBLIQUE_FREE).with_cursor((1, 3, 4)))
    assert "voxel 4, 3, 1 · 7.2 R, 21.5 P, 22.5 I mm" in words(bar)


def test_a_grid_that_runs_the_other_way_has_the_other_letters(bar: StatusBar) -> None:
    """x: 10 − 4 · 0.7 = 7.2, to the left; y: −20 − 3 · 0.5 = −21.5, in front; z: 30 − 1 · 7.5 = 22.5, above."""
    bar.show_change(None, volume(FLIPPED).with_cursor((1, 3, 4)))
    assert "voxel 4, 3, 1 · 7.2 L, 21.5 A, 22.5 S mm" in words(bar)


def test_a_picture_has_pixels_and_no_place(bar: StatusBar) -> None:
    state = ViewState().with_case(Case("picture", Image(np.arange(24).reshape(3, 8), Grid((3, 8))))).with_cursor((1, 6))
    bar.show_change(None, state)
    assert words(bar)[1:3] == ["pixel 6, 1", "intensity 14"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(347, "intensity 347"), (-1024, "intensity −1024"), (0.8714, "intensity 0.871"), (2.0, "intensity 2")],
)
def test_intensities(bar: StatusBar, value: float, text: str) -> None:
    bar.show_change(None, volume(GRID, np.full(GRID.shape, value)))
    assert text in words(bar)


def test_colours_have_three_intensities(bar: StatusBar) -> None:
    colours = np.zeros((3, 8, 3), np.uint8)
    colours[1, 4] = 255, 20, 7
    bar.show_change(None, ViewState().with_case(Case("colour", Image(colours, Grid((3, 8))))))
    assert "intensity 255, 20, 7" in words(bar)


@pytest.mark.parametrize(
    ("voxel", "outcome"),
    [
        ((0, 0, 0), "true positive · p = .90"),
        ((0, 3, 0), "false negative · p = .40"),
        ((0, 3, 2), "false positive · p = .60"),
        ((3, 4, 5), "true negative · p = .00"),
    ],
)
def test_what_became_of_a_voxel(bar: StatusBar, voxel: tuple[int, ...], outcome: str) -> None:
    """Eager finds voxels 0 to 17 of the truth's 20, misses 18 and 19, and invents 20 to 31; rows are 6 voxels long."""
    bar.show_change(None, state_of(eager()).with_cursor(voxel))
    assert words(bar)[-2] == outcome


@pytest.mark.parametrize(
    ("voxel", "said"),
    [((0, 0, 0), "in both"), ((0, 2, 1), "only in A"), ((0, 3, 0), "only in C"), ((3, 4, 5), "in neither")],
)
def test_what_two_predictions_say_of_a_voxel(bar: StatusBar, voxel: tuple[int, ...], said: str) -> None:
    """Voxels 0, 13, 18 and 119. At .5 only eager has 13, at .42 only cautious has 18: .45 there against .4."""
    state = state_of(eager(), labelled(), cautious()).with_threshold(0.42 if said == "only in C" else 0.5)
    bar.show_change(None, state.with_against("cautious").with_cursor(voxel))
    assert words(bar)[-2] == said


def test_labels_have_no_probability(bar: StatusBar) -> None:
    bar.show_change(None, state_of(labelled()).with_cursor((0, 3, 2)))
    assert words(bar)[-2] == "false positive"


def test_a_threshold_moves_the_outcome(bar: StatusBar) -> None:
    state = state_of(eager()).with_cursor((0, 3, 2))
    bar.show_change(None, state)
    bar.show_change(state, state.with_threshold(0.7))
    assert words(bar)[-2] == "true negative · p = .60"


def test_without_a_comparison_there_is_no_outcome(bar: StatusBar) -> None:
    bar.show_change(None, state_of(eager(), truth=False))
    assert words(bar)[-2].startswith("intensity")


def test_the_pointer_wins_over_the_crosshair_until_it_leaves(bar: StatusBar) -> None:
    state = state_of(eager()).with_cursor((0, 0, 0))
    bar.show_change(None, state)
    bar.show_pointer((0, 3, 2))
    assert words(bar)[-2] == "false positive · p = .60"
    bar.show_change(state, state.with_cursor((0, 0, 1)))
    assert words(bar)[-2] == "false positive · p = .60"
    bar.show_pointer(None)
    assert words(bar)[-2] == "true positive · p = .90"


def test_a_pointer_over_an_earlier_case_is_forgotten(bar: StatusBar) -> None:
    bar.show_change(None, state_of(eager()))
    bar.show_pointer((3, 4, 5))
    bar.show_change(None, volume(Grid((2, 2, 2), (1.0, 1.0, 1.0))).with_cursor((0, 1, 0)))
    assert "voxel 0, 1, 0 · 0.0 R, 1.0 P, 0.0 I mm" in words(bar)
    picture = Case("picture", truth=LabelMap(np.zeros((3, 8), np.uint8), Grid((3, 8))))
    bar.show_change(None, ViewState().with_case(picture))
    assert "pixel 4, 1" in words(bar)


def test_alpha_and_beta_read_no_voxel(bar: StatusBar, monkeypatch: pytest.MonkeyPatch) -> None:
    state, read = state_of(eager()), []
    bar.show_change(None, state)
    monkeypatch.setattr(Prediction, "mask", lambda *_: read.append("mask"))
    bar.show_change(state, state.with_alpha(0.9))
    assert read == []


def test_without_a_case_nothing_but_the_purpose_is_said(bar: StatusBar) -> None:
    bar.show_change(None, state_of(eager()))
    bar.show_change(state_of(eager()), ViewState())
    assert words(bar) == [RESEARCH]


def test_progress_can_be_cancelled(bar: StatusBar, qtbot: QtBot) -> None:
    cancel = bar.findChild(QPushButton)
    assert not cancel.isVisibleTo(bar)
    bar.show_progress("Measuring A", 0.25)
    assert "Measuring A" in words(bar)
    assert bar.findChild(QProgressBar).value() == 250
    with qtbot.waitSignal(bar.cancel_wished):
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    bar.show_done()
    assert "Measuring A" not in words(bar)
    assert not cancel.isVisibleTo(bar)
    assert bar.findChild(QProgressBar).value() == 0


@pytest.mark.parametrize("width", [1600, 1280, 1100, 900])
def test_nothing_is_cut_off_in_a_narrow_window_and_nothing_left_out_that_fits(bar: StatusBar, width: int) -> None:
    gpu = "NVIDIA GeForce RTX 4060 Laptop GPU"
    bar.show_device(gpu)
    bar.show_change(None, state_of(eager()))
    bar.resize(width, 30)
    labels = [label for label in bar.findChildren(QLabel) if label.text()]
    shown = [label for label in labels if label.isVisibleTo(bar)]
    needed = 28 + 17 + sum(label.sizeHint().width() for label in shown) + 26 * len(shown)
    assert needed - 26 <= width
    assert {words(bar)[-1], words(bar)[-2]} == {RESEARCH, "true negative · p = .00"}
    assert any("voxel" in text for text in words(bar))
    given_way = [label for label in labels if label not in shown]
    if given_way:
        assert given_way[0].text() == gpu
        assert needed + given_way[-1].sizeHint().width() > width
    bar.resize(1600, 30)
    assert words(bar)[0] == gpu
