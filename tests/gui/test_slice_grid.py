"""The planes of a case side by side."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from segdiff.data import Case, Grid, Image, LabelMap, Prediction
from segdiff.gui.mouse import MousePreset
from segdiff.gui.theme import base_font
from segdiff.gui.views.slices import SliceGrid, SliceView
from segdiff.gui.views.slices.labels import bottom_letter, shortened
from segdiff.render import Plane, ScaleBar, overlay
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


def double_click(view: SliceView) -> None:
    viewport, where, left = view.viewport(), QPointF(50, 60), Qt.MouseButton.LeftButton
    kind, keys = QEvent.Type.MouseButtonDblClick, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(viewport, QMouseEvent(kind, where, viewport.mapToGlobal(where), left, left, keys))


@pytest.mark.parametrize("layout", [Layout.THREE, Layout.FOUR])
def test_a_double_click_wishes_one_plane_and_then_all_again(grid: SliceGrid, layout: Layout) -> None:
    state = volume_state().with_layout(layout)
    grid.show_change(None, state)
    wished: list[object] = []
    grid.layout_wished.connect(lambda *wish: wished.append(wish))
    double_click(grid.views[Plane.SAGITTAL])
    assert wished == [(Layout.ONE, Plane.SAGITTAL)]
    grid.show_change(state, state.with_layout(Layout.ONE, Plane.SAGITTAL))
    assert visible(grid) == {Plane.SAGITTAL}
    assert grid.views[Plane.SAGITTAL].size() == grid.size()
    double_click(grid.views[Plane.SAGITTAL])
    assert wished[1:] == [(layout, None)]


def two_predictions(*, picture: bool = False) -> ViewState:
    """The truth in a box; A one voxel further to the left of the patient, B one voxel further back."""
    grid = Grid((12, 15)) if picture else Grid((9, 12, 15), (2.0, 1.0, 1.0))
    truth = np.zeros(grid.shape, np.uint8)
    truth[..., 5:8, 6:10] = 1
    predictions = [Prediction(name, LabelMap(np.roll(truth, 1, axis), grid)) for name, axis in (("A", -1), ("B", -2))]
    image = Image(np.zeros(grid.shape, np.int16), grid)
    return ViewState().with_case(Case("two", image, LabelMap(truth, grid), tuple(predictions)))


def beside(state: ViewState) -> ViewState:
    return state.with_layout(Layout.BESIDE)


def test_a_title_without_room_keeps_whose_it_is_and_which_slice(qtbot: QtBot) -> None:
    font = base_font(12)
    whole = "A · cord_of_the_second_network · Axial 24 / 55"
    room = QFontMetricsF(font).horizontalAdvance(whole)
    assert shortened(whole, font, room + 1) == whole
    short = shortened(whole, font, 0.7 * room)
    assert short.startswith("A · c")
    assert "…" in short
    assert short.endswith("24 / 55")
    assert QFontMetricsF(font).horizontalAdvance(short) <= 0.7 * room
    assert shortened(whole, font, 0) == ""


def test_the_place_of_a_fourth_prediction_is_black_while_there_are_three(grid: SliceGrid) -> None:
    two = two_predictions()
    assert two.case is not None
    third = replace(two.case.predictions[0], name="C")
    state = beside(two.with_case(replace(two.case, predictions=(*two.case.predictions, third))))
    grid.show_change(None, state)
    assert len(grid.shown_views) == 3
    last = grid.shown_views[-1].geometry()
    picture = grid.grab().toImage()
    assert picture.pixelColor(last.right() + 1, last.center().y()).name() == "#2b3037"
    assert picture.pixelColor(last.right() + 90, last.center().y()).name() == "#000000"


@pytest.mark.parametrize(("width", "is_above"), [(300.0, False), (100.0, True)])
@pytest.mark.usefixtures("qapp")
def test_the_letter_at_the_bottom_stands_above_a_bar_that_reaches_it(width: float, is_above: bool) -> None:
    """A bar of 60 pixels ends 30 from the right edge: at 100 pixels the middle lies over it."""
    area, bar = QRectF(0, 0, width, 200), ScaleBar(50.0, "50 mm")
    place = bottom_letter(area, bar, 1.2, base_font(12))
    assert place.bottom() == (165 if is_above else 190)
    assert bottom_letter(area, None, 1.2, base_font(12)).bottom() == 190


def test_predictions_side_by_side_have_their_own_overlays_and_one_camera(grid: SliceGrid) -> None:
    grid.resize(901, 600)
    grid.show_change(None, beside(two_predictions()))
    first, second = grid.shown_views
    assert [view.labels().title for view in (first, second)] == ["A · A · Axial 5 / 9", "B · B · Axial 5 / 9"]
    assert (first.codes_layer.image[6, 10], second.codes_layer.image[6, 10]) == (2, 0)
    assert (first.codes_layer.image[8, 7], second.codes_layer.image[8, 7]) == (0, 2)
    assert (first.accessibleName(), second.accessibleName()) == ("Axial view A · A", "Axial view B · B")
    first.zoom(2.0, QPointF(30, 40))
    second.pan(QPointF(-9, 5))
    assert first.camera == second.camera
    assert first.point_of(3, 4) == second.point_of(3, 4)
    first.fit()
    second.resize(second.width() - 40, second.height())
    assert second.camera.scale == second.camera.fitted


def test_the_zoom_is_the_same_before_and_beside(grid: SliceGrid) -> None:
    state = two_predictions()
    grid.show_change(None, state)
    axial = grid.views[Plane.AXIAL]
    axial.zoom(3.0, QPointF(100, 90))
    zoom = axial.camera.scale / axial.camera.fitted
    grid.show_change(state, beside(state))
    for view in grid.shown_views:
        assert view.camera.scale / view.camera.fitted == pytest.approx(zoom)
        assert (view.camera.x, view.camera.y) == (axial.camera.x, axial.camera.y)
    grid.shown_views[1].fit()
    grid.show_change(beside(state), state)
    assert axial.camera.scale == pytest.approx(axial.camera.fitted)


def test_a_double_click_beside_chooses_that_prediction(grid: SliceGrid) -> None:
    grid.show_change(None, beside(two_predictions()))
    heard: list[object] = []
    grid.prediction_chosen.connect(heard.append)
    grid.layout_wished.connect(lambda *wish: heard.append(wish))
    double_click(grid.shown_views[1])
    assert heard == ["B", (Layout.ONE, Plane.AXIAL)]


def test_a_picture_with_one_prediction_lies_beside_itself_without_overlay(grid: SliceGrid) -> None:
    state = two_predictions(picture=True).without_prediction("B")
    grid.show_change(None, beside(state))
    bare, overlaid = grid.shown_views
    assert (bare.labels().title, overlaid.labels().title) == ("image alone", "")
    assert not bare.codes_layer.lut.any()
    assert overlaid.codes_layer.lut.any()
    double_click(overlaid)


def test_another_plane_beside_shows_another_slice(grid: SliceGrid) -> None:
    state = beside(two_predictions())
    grid.show_change(None, state)
    coronal = state.with_layout(Layout.BESIDE, Plane.CORONAL)
    grid.show_change(state, coronal)
    assert [view.codes_layer.image.shape for view in grid.shown_views] == [(9, 15), (9, 15)]
    assert grid.shown_views[0].camera.fitted == pytest.approx(min(410 / 15, 584 / 18), rel=0.02)


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
    blinking = state.with_overlay(replace(state.overlay, blinks=True, blinks_per_second=4.0))
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
