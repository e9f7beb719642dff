"""The planes of a case side by side."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from segdiff.data import Case, Grid, Image, LabelMap
from segdiff.gui.mouse import MousePreset
from segdiff.gui.views.slices import SliceGrid
from segdiff.render import Plane, overlay
from segdiff.session import Layout, ViewState


def volume_state(seed: int = 0) -> ViewState:
    grid = Grid((9, 12, 15), (2.0, 1.0, 1.0))
    voxels = np.random.default_rng(seed).integers(0, 100, grid.shape, dtype=np.int16)
    truth = np.zeros(grid.shape, np.uint8)
    truth[4:6, 5:8, 6:10] = 1
    return ViewState().with_case(Case(f"volume {seed}", Image(voxels, grid), LabelMap(truth, grid)))


def picture_state() -> ViewState:
    grid = Grid((20, 30))
    return ViewState().with_case(Case("picture", Image(np.zeros(grid.shape, np.uint8), grid)))


@pytest.fixture
def grid(qtbot: QtBot) -> SliceGrid:
    """A grid of 900 by 600 pixels, empty."""
    widget = SliceGrid()
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    return widget


def visible(grid: SliceGrid) -> set[Plane]:
    return {plane for plane, view in grid.views.items() if view.isVisible()}


def test_three_planes_share_the_room_with_hairlines_between(grid: SliceGrid) -> None:
    grid.show_change(None, volume_state())
    assert visible(grid) == {Plane.AXIAL, Plane.CORONAL, Plane.SAGITTAL}
    assert grid.views[Plane.AXIAL].geometry().getRect() == (0, 0, 558, 600)
    assert grid.views[Plane.CORONAL].geometry().getRect() == (559, 0, 341, 300)
    assert grid.views[Plane.SAGITTAL].geometry().getRect() == (559, 301, 341, 299)
    picture = grid.grab().toImage()
    assert picture.pixelColor(558, 20).name() == "#2b3037"
    assert picture.pixelColor(700, 300).name() == "#2b3037"
    grid.resize(1200, 600)
    assert grid.views[Plane.AXIAL].width() == 744


def test_a_picture_has_one_view(grid: SliceGrid) -> None:
    grid.show_change(None, volume_state())
    grid.show_change(volume_state(), picture_state())
    assert visible(grid) == {Plane.PICTURE}
    assert grid.views[Plane.PICTURE].geometry().getRect() == (0, 0, 900, 600)


def test_nothing_is_shown_without_a_case(grid: SliceGrid) -> None:
    state = volume_state()
    grid.show_change(None, state)
    grid.show_change(state, ViewState())
    assert visible(grid) == set()


def test_a_double_click_wishes_one_plane_and_then_three_again(grid: SliceGrid) -> None:
    state = volume_state()
    grid.show_change(None, state)
    wished: list[Layout] = []
    grid.layout_wished.connect(wished.append)

    def double_click(plane: Plane) -> None:
        viewport, where, left = grid.views[plane].viewport(), QPointF(50, 60), Qt.MouseButton.LeftButton
        kind, keys = QEvent.Type.MouseButtonDblClick, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(viewport, QMouseEvent(kind, where, viewport.mapToGlobal(where), left, left, keys))

    double_click(Plane.SAGITTAL)
    assert wished == [Layout.ONE]
    grid.show_change(state, state.with_layout(Layout.ONE))
    assert visible(grid) == {Plane.SAGITTAL}
    assert grid.views[Plane.SAGITTAL].size() == grid.size()
    double_click(Plane.SAGITTAL)
    assert wished == [Layout.ONE, Layout.THREE]


def test_planes_that_are_not_on_screen_are_not_coded_until_they_are(
    grid: SliceGrid, monkeypatch: pytest.MonkeyPatch
) -> None:
    coded: list[Plane] = []
    original = overlay.outcome_codes

    def counted(state: ViewState, plane: Plane) -> object:
        coded.append(plane)
        return original(state, plane)

    monkeypatch.setattr(overlay, "outcome_codes", counted)
    one = volume_state().with_layout(Layout.ONE).with_cursor((4, 6, 7))
    grid.show_change(None, one)
    moved = one.with_cursor((5, 7, 8))
    grid.show_change(one, moved)
    assert coded == [Plane.AXIAL, Plane.AXIAL]
    grid.show_change(moved, moved.with_layout(Layout.THREE))
    assert coded[2:] == [Plane.CORONAL, Plane.SAGITTAL]
    shown = grid.views[Plane.CORONAL].codes_layer.image
    assert (shown == original(moved, Plane.CORONAL)).all()


def test_wishes_of_every_plane_are_passed_on(grid: SliceGrid, qtbot: QtBot) -> None:
    grid.show_change(None, volume_state().with_cursor((4, 6, 7)))
    wished: list[object] = []
    grid.cursor_wished.connect(wished.append)
    for plane in (Plane.AXIAL, Plane.CORONAL, Plane.SAGITTAL):
        qtbot.keyClick(grid.views[plane], Qt.Key.Key_Up)
    assert wished == [(5, 6, 7), (4, 7, 7), (4, 6, 8)]


def test_the_zoom_is_per_view_and_reset_fits_them_all(grid: SliceGrid) -> None:
    grid.show_change(None, volume_state())
    fitted = {plane: view.camera for plane, view in grid.views.items()}
    grid.views[Plane.CORONAL].zoom(2.0, QPointF(30, 40))
    assert grid.views[Plane.AXIAL].camera == fitted[Plane.AXIAL]
    grid.zoom(1.5)
    assert grid.views[Plane.CORONAL].camera.scale == pytest.approx(3.0 * fitted[Plane.CORONAL].scale)
    grid.reset()
    assert {plane: view.camera for plane, view in grid.views.items()} == fitted


def test_centring_brings_the_cursor_to_the_middle(grid: SliceGrid) -> None:
    grid.show_change(None, volume_state().with_cursor((1, 2, 3)))
    grid.centre_on_cursor()
    axial, coronal = grid.views[Plane.AXIAL], grid.views[Plane.CORONAL]
    assert axial.point_of(2, 3) == QPointF(279, 300)
    assert coronal.point_of(9 - 1 - 1, 3) == QPointF(170.5, 150)


def test_the_mouse_preset_and_the_crosshair_hold_for_every_plane(grid: SliceGrid) -> None:
    dark = replace(volume_state().with_cursor((1, 2, 3)), window=(1000.0, 2000.0))
    grid.show_change(None, dark)
    grid.set_mouse_preset(MousePreset.CLINICAL)
    assert {view.hands.preset for view in grid.views.values()} == {MousePreset.CLINICAL}
    crossed = grid.grab().toImage()
    grid.show_change(dark, dark.with_crosshair(False))
    bare = grid.grab().toImage()
    x = int(grid.views[Plane.AXIAL].point_of(2, 3).x())
    assert (crossed.pixelColor(x, 500).red(), bare.pixelColor(x, 500).red()) == (90, 0)


def pictures(grid: SliceGrid) -> np.ndarray:
    """What is on the screen."""
    shot = grid.grab().toImage()
    return np.array([[shot.pixelColor(x, y).rgb() for x in range(0, 900, 9)] for y in range(0, 600, 9)])


def test_a_peek_leaves_the_overlay_out_and_the_state_as_it_is(grid: SliceGrid) -> None:
    state = volume_state().with_cursor((4, 6, 7))
    grid.show_change(None, state)
    before = pictures(grid)
    grid.show_bare(True)
    bare = pictures(grid)
    assert (before != bare).any()
    moved = state.with_cursor((5, 6, 7))
    grid.show_change(state, moved)
    grid.show_change(moved, state)
    assert (pictures(grid) == bare).all()
    grid.show_bare(False)
    assert (pictures(grid) == before).all()


def test_blinking_turns_the_overlay_off_and_on_by_itself(grid: SliceGrid, qtbot: QtBot) -> None:
    state = volume_state().with_cursor((4, 6, 7))
    qtbot.waitUntil(grid.isActiveWindow)
    grid.show_change(None, state)
    overlaid = pictures(grid)
    assert not grid.blinking.is_running
    blinking = state.with_overlay(replace(state.overlay, blinks=True).with_blink_speed(4.0))
    with qtbot.waitSignals([grid.blinking.turned, grid.blinking.turned]):
        grid.show_change(state, blinking)
    assert (pictures(grid) == overlaid).all()
    grid.blinking.turn()
    assert (pictures(grid) != overlaid).any()
    grid.show_change(blinking, state)
    assert not grid.blinking.is_running
    assert (pictures(grid) == overlaid).all()


def test_blinking_rests_while_another_window_is_in_use(grid: SliceGrid, qtbot: QtBot) -> None:
    state = volume_state()
    qtbot.waitUntil(grid.isActiveWindow)
    grid.show_change(None, state.with_overlay(replace(state.overlay, blinks=True)))
    assert grid.blinking.is_running
    grid.blinking.turn()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    assert not grid.blinking.is_running
    assert not grid.blinking.is_turned
    other.close()
    grid.activateWindow()
    qtbot.waitUntil(lambda: grid.blinking.is_running)


def test_a_closed_case_is_let_go(grid: SliceGrid) -> None:
    def show_and_close() -> weakref.ref[Case]:
        volume, picture = volume_state(1), picture_state()
        grid.show_change(None, volume)
        grid.show_change(volume, picture)
        assert volume.case is not None
        return weakref.ref(volume.case)

    case = show_and_close()
    gc.collect()
    assert case() is None
