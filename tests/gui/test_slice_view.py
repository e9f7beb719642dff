"""One plane on screen: the right way round, in true proportions, redrawn only as far as a change asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segdiff.data import Case, Grid, Image, LabelMap, Outcome, Prediction, ProbabilityMap
from segdiff.gui.mouse import MousePreset
from segdiff.gui.views.slices import SliceView
from segdiff.render import Plane, overlay
from segdiff.session import DrawAs, Interpolation, OutcomeStyle, OverlayStyle, Shows, Sides, ViewState
from tests.cases import stamp_2d

LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton
NO_KEY, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
FP, FN, TP = (0xD5, 0x5E, 0x00), (0x56, 0xB4, 0xE9), (0x00, 0x9E, 0x73)
OPAQUE = OverlayStyle(
    {
        Outcome.FALSE_POSITIVE: OutcomeStyle(FP, 1.0),
        Outcome.FALSE_NEGATIVE: OutcomeStyle(FN, 1.0),
        Outcome.TRUE_POSITIVE: OutcomeStyle(TP, 1.0),
    }
)
SHAPE = (15, 21, 24)


def case_of(image: np.ndarray, spacing: tuple[float, ...] | None = None) -> Case:
    """That image; a truth of 3 × 4 × 6 voxels; a soft prediction of it one voxel further left, .6 of it and then .8."""
    grid = Grid(image.shape[: len(SHAPE)] if spacing or image.ndim == 3 else image.shape[:2], spacing)
    truth, soft = np.zeros((2, *grid.shape))
    if grid.is_volume:
        truth[6:9, 9:13, 10:16] = 1
        soft[6:9, 9:13, 11:14], soft[6:9, 9:13, 14:17] = 0.6, 0.8
    predictions = (
        Prediction("soft", ProbabilityMap(soft[None].astype(np.float32), (1,), grid)),
        Prediction("hard", LabelMap((soft > 0.7).astype(np.uint8), grid)),
    )
    return Case("test", Image(image, grid), LabelMap(truth.astype(np.uint8), grid), predictions)


def state_of(image: np.ndarray | None = None, spacing: tuple[float, ...] | None = None) -> ViewState:
    state = ViewState().with_case(case_of(np.zeros(SHAPE, np.int16) if image is None else image, spacing))
    return replace(state, window=(0.0, 100.0), overlay=OPAQUE, alpha=1.0, beta=1.0)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., SliceView]:
    """Open a view of a plane on a state, 400 pixels wide and 360 high."""

    def open_view(plane: Plane, state: ViewState, crosshair: bool = False) -> SliceView:
        view = SliceView(plane)
        qtbot.addWidget(view)
        view.resize(400, 360)
        view.show_change(None, state.with_crosshair(crosshair))
        view.show()
        qtbot.waitExposed(view)
        return view

    return open_view


def screenshot(view: SliceView) -> np.ndarray:
    """What is on the screen, ``(row, column, 3)``."""
    picture = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return rows[:, : 3 * picture.width()].reshape(picture.height(), picture.width(), 3).copy()


def at(view: SliceView, row: int, column: int) -> tuple[int, ...]:
    """The colour on the screen in the middle of a voxel."""
    point = view.point_of(row, column)
    return tuple(screenshot(view)[int(point.y()), int(point.x())].tolist())


def white(view: SliceView) -> tuple[int, int, int, int]:
    """Top, bottom, left and right of all that is purely white; writing is a shade darker."""
    view.slider.hide()
    rows, columns = np.nonzero((screenshot(view) == 255).all(axis=2))
    return int(rows.min()), int(rows.max()) + 1, int(columns.min()), int(columns.max()) + 1


def mouse(
    view: SliceView, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, keys: Qt.KeyboardModifier = NO_KEY
) -> None:
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
    told = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else button
    QApplication.sendEvent(view.viewport(), QMouseEvent(kind, at, view.mapToGlobal(at), told, held, keys))


def drag(view: SliceView, button: Qt.MouseButton, way: list[QPointF], keys: Qt.KeyboardModifier = NO_KEY) -> None:
    mouse(view, QEvent.Type.MouseButtonPress, way[0], button, keys)
    for point in way[1:]:
        mouse(view, QEvent.Type.MouseMove, point, button, keys)
    mouse(view, QEvent.Type.MouseButtonRelease, way[-1], button, keys)


def wheel(view: SliceView, turn: int, keys: Qt.KeyboardModifier = NO_KEY, where: QPointF | None = None) -> None:
    where = where or QPointF(200, 180)
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(where, view.mapToGlobal(where), QPoint(), QPoint(0, turn), buttons, keys, phase, False)
    QApplication.sendEvent(view.viewport(), event)


def follow(view: SliceView, state: ViewState) -> list[tuple[int, ...]]:
    """Grant every wish for the cursor, as the application does; the voxels wished for, in order."""
    wishes: list[tuple[int, ...]] = []
    states = [state]

    def grant(voxel: tuple[int, ...]) -> None:
        wishes.append(voxel)
        states.append(states[-1].with_cursor(voxel))
        view.show_change(states[-2], states[-1])

    view.cursor_wished.connect(grant)
    return wishes


@pytest.mark.parametrize(
    ("plane", "top", "left"),
    [(Plane.AXIAL, True, False), (Plane.CORONAL, True, False), (Plane.SAGITTAL, True, True)],
)
def test_a_bright_spot_superior_anterior_and_left_is_where_radiologists_expect_it(
    shown: Callable[..., SliceView], plane: Plane, top: bool, left: bool
) -> None:
    image = np.zeros(SHAPE, np.int16)
    image[11:14, 2:5, 19:22] = 100
    view = shown(plane, state_of(image).with_cursor((12, 3, 20)))
    spot_top, spot_bottom, spot_left, spot_right = white(view)
    assert (spot_bottom < 180) is top
    assert (spot_right < 200) is left
    assert (spot_top > 180) is not top
    assert (spot_left > 200) is not left


def test_a_stamp_is_neither_turned_nor_mirrored_in_a_volume(shown: Callable[..., SliceView]) -> None:
    image = np.zeros(SHAPE, np.int16)
    image[4, 8:15, 8:16] = 100 * stamp_2d()
    view = shown(Plane.AXIAL, state_of(image).with_cursor((4, 0, 0)))
    assert (view.image_layer.image[8:15, 8:16] == 255 * stamp_2d()).all()
    assert [[at(view, 8 + r, 8 + c)[0] // 255 for c in range(8)] for r in range(7)] == stamp_2d().tolist()


@pytest.mark.parametrize("kind", [np.uint8, np.bool_, np.float64])
def test_a_stamp_is_neither_turned_nor_mirrored_in_a_picture(shown: Callable[..., SliceView], kind: type) -> None:
    state = replace(state_of(stamp_2d().astype(kind)), window=(0.0, 1.0))
    view = shown(Plane.PICTURE, state)
    inner = [[at(view, r, c)[0] // 255 for c in range(1, 7)] for r in range(1, 6)]
    assert inner == stamp_2d()[1:6, 1:7].tolist()
    assert view.slider.isHidden()


def test_a_colour_picture_keeps_its_colours(shown: Callable[..., SliceView]) -> None:
    pixels = np.zeros((6, 9, 3), np.uint8)
    pixels[1, 2] = 200, 30, 60
    state = ViewState().with_case(Case("slide", Image(pixels, Grid((6, 9)))))
    view = shown(Plane.PICTURE, state)
    assert at(view, 1, 2) == (200, 30, 60)
    assert at(view, 2, 1) == (0, 0, 0)


def test_what_is_not_a_number_is_black(shown: Callable[..., SliceView]) -> None:
    image = np.full(SHAPE, 100, np.float32)
    image[7, 5, 6] = np.nan
    view = shown(Plane.AXIAL, state_of(image).with_cursor((7, 0, 0)))
    assert at(view, 5, 6) == (0, 0, 0)
    assert at(view, 5, 7) == (255, 255, 255)


@pytest.mark.parametrize(("plane", "height_mm", "width_mm"), [
    (Plane.AXIAL, 5, 15), (Plane.CORONAL, 15, 15), (Plane.SAGITTAL, 15, 5),
])  # fmt: skip
def test_thick_slices_have_true_proportions(
    shown: Callable[..., SliceView], plane: Plane, height_mm: int, width_mm: int
) -> None:
    grid = Grid((6, 60, 60), (7.5, 0.5, 0.5))
    invented = np.zeros(grid.shape, np.uint8)
    invented[2:4, 20:30, 10:40] = 1
    case = Case("thick", None, LabelMap(0 * invented, grid), (Prediction("A", LabelMap(invented, grid)),))
    view = shown(plane, replace(ViewState().with_case(case), overlay=OPAQUE, alpha=1.0, cursor=(3, 25, 20)))
    rows, columns = np.nonzero((screenshot(view) == FP).all(axis=2))
    pixels_per_mm = 344 / {Plane.AXIAL: 30}.get(plane, 45)
    assert np.ptp(rows) + 1 == pytest.approx(height_mm * pixels_per_mm, abs=1)
    assert np.ptp(columns) + 1 == pytest.approx(width_mm * pixels_per_mm, abs=1)


def test_outcomes_have_their_colours_and_places(shown: Callable[..., SliceView]) -> None:
    view = shown(Plane.AXIAL, state_of().with_cursor((7, 10, 12)))
    assert [at(view, 10, column) for column in (9, 10, 12, 16, 17)] == [(0, 0, 0), FN, TP, FP, (0, 0, 0)]


def test_outcomes_are_never_smoothed_but_a_small_image_is(shown: Callable[..., SliceView]) -> None:
    bars = np.zeros((90, 120), np.uint8)  # 3 screen pixels per voxel
    bars[:, 60:] = 100
    grid = Grid(bars.shape)
    truth, marked = np.zeros((2, *bars.shape), np.uint8)
    truth[20:30, 20:30], marked[20:30, 25:40] = 1, 1
    case = Case("bars", Image(bars, grid), LabelMap(truth, grid), (Prediction("A", LabelMap(marked, grid)),))
    state = ViewState().with_case(case).with_window((0.0, 100.0))
    view = shown(Plane.PICTURE, replace(state, overlay=OPAQUE, alpha=1.0, beta=1.0))
    view.overlays[0].set_contours({})
    picture = screenshot(view)
    coloured = picture[np.ptp(picture, axis=2) > 20]  # what is written is all but grey
    assert {tuple(colour) for colour in coloured.tolist()} == {FP, FN, TP}
    assert len(set(picture_row(view, 60))) > 2
    view.zoom(3.0, view.point_of(60, 60))
    assert set(picture_row(view, 60)) == {0, 255}


def picture_row(view: SliceView, row: int) -> list[int]:
    """The reds along a row of voxels around the middle of the view."""
    reds: list[int] = screenshot(view)[int(view.point_of(row, 60).y()), 150:250, 0].tolist()
    return reds


def test_codes_stay_one_byte_per_voxel(shown: Callable[..., SliceView]) -> None:
    view = shown(Plane.SAGITTAL, state_of().with_cursor((7, 10, 12)))
    assert view.codes_layer.image.dtype == np.uint8
    assert view.codes_layer.image.shape == (15, 21)
    assert view.codes_layer.lut.shape == (256, 4)


@pytest.fixture
def coded(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, ...]]:
    """The cursor of each slice that is coded from now on."""
    calls: list[tuple[int, ...]] = []
    original = overlay.outcome_codes

    def counted(state: ViewState, plane: Plane) -> object:
        calls.append(state.cursor)
        return original(state, plane)

    monkeypatch.setattr(overlay, "outcome_codes", counted)
    return calls


def test_moving_alpha_recolours_without_coding_a_slice(
    shown: Callable[..., SliceView], coded: list[tuple[int, ...]]
) -> None:
    old = state_of().with_cursor((7, 10, 12))
    view = shown(Plane.AXIAL, old)
    assert coded == [(7, 10, 12)]
    image, before = view.image_layer.image, at(view, 10, 16)
    new = replace(old, alpha=0.0)
    view.show_change(old, new)
    assert coded == [(7, 10, 12)]
    assert view.image_layer.image is image
    assert before == FP
    assert at(view, 10, 16) == pytest.approx([part * overlay.FAINTEST for part in FP], abs=1)


def test_only_what_changes_the_codes_codes_the_slice_again(
    shown: Callable[..., SliceView], coded: list[tuple[int, ...]]
) -> None:
    states = [state_of().with_cursor((7, 10, 12))]
    view = shown(Plane.AXIAL, states[0])

    def codings_after(change: Callable[[ViewState], ViewState]) -> int:
        coded.clear()
        states.append(change(states[-1]))
        view.show_change(states[-2], states[-1])
        return len(coded)

    assert codings_after(lambda s: s.with_cursor((7, 2, 3))) == 0
    assert codings_after(lambda s: s.with_window((0.0, 50.0))) == 0
    assert codings_after(lambda s: s.with_overlay(replace(s.overlay, draw_as=DrawAs.BOTH))) == 0
    assert codings_after(lambda s: s.with_threshold(0.7)) == 1
    assert codings_after(lambda s: s.with_cursor((8, 2, 3))) == 1
    assert codings_after(lambda s: s.with_prediction("hard")) == 1
    assert codings_after(lambda s: s.with_threshold(0.4)) == 0  # hard labels have no threshold


def test_a_threshold_moves_the_errors_on_screen(shown: Callable[..., SliceView]) -> None:
    old = state_of().with_cursor((7, 10, 12))
    view = shown(Plane.AXIAL, old)
    assert at(view, 10, 12) == TP
    view.show_change(old, old.with_threshold(0.7))
    assert at(view, 10, 12) == FN


def test_the_window_decides_the_greys(shown: Callable[..., SliceView]) -> None:
    old = state_of(np.full(SHAPE, 30, np.int16)).with_overlay(OverlayStyle(visible=False))
    view = shown(Plane.AXIAL, old)
    assert at(view, 3, 3) == (77, 77, 77)
    view.show_change(old, old.with_window((20.0, 40.0)))
    assert at(view, 3, 3) == (128, 128, 128)


def test_outlines_show_the_image_between_lines(shown: Callable[..., SliceView]) -> None:
    old = state_of().with_cursor((7, 10, 12))
    view = shown(Plane.AXIAL, old)
    view.show_change(old, old.with_overlay(replace(OPAQUE, draw_as=DrawAs.OUTLINE)))
    picture = screenshot(view)
    assert at(view, 10, 16) == (0, 0, 0)
    assert all((picture == colour).all(axis=2).sum() > 20 for colour in (FP, FN, TP))


def test_fills_come_back_after_outlines(shown: Callable[..., SliceView]) -> None:
    filled = state_of().with_cursor((7, 10, 12))
    outlined = filled.with_overlay(replace(filled.overlay, draw_as=DrawAs.OUTLINE))
    view = shown(Plane.AXIAL, filled)
    before = screenshot(view)
    view.show_change(filled, outlined)
    assert not np.array_equal(screenshot(view), before)
    view.show_change(outlined, filled)
    assert np.array_equal(screenshot(view), before)


def test_one_mask_alone_is_neutral_and_named(shown: Callable[..., SliceView]) -> None:
    """The truth lies in columns 10 to 15, the prediction in 11 to 16; alone, both look alike."""
    state = state_of().with_cursor((7, 10, 12))
    view = shown(Plane.AXIAL, state)
    columns = (9, 10, 12, 16, 17)
    grey, black = (64, 64, 64), (0, 0, 0)
    for shows, colours, title in (
        (Shows.TRUTH, [black, grey, grey, black, black], "Axial 8 / 15 · ground truth"),
        (Shows.PREDICTION, [black, black, grey, grey, black], "Axial 8 / 15 · A · soft"),
    ):
        view.show_change(state, state.with_overlay(replace(OPAQUE, shows=shows)))
        assert [at(view, 10, column) for column in columns] == colours
        assert view.labels().title == title
    view.show_change(state.with_overlay(replace(OPAQUE, shows=Shows.PREDICTION)), state)
    assert at(view, 10, 12) == TP


def test_a_curtain_has_the_truth_on_its_left_and_the_prediction_on_its_right(shown: Callable[..., SliceView]) -> None:
    """Columns 10 to 15 are true, 11 to 13 and 14 to 16 predicted; column 13 is at the middle of the view or beyond."""
    state = state_of().with_cursor((7, 10, 12))
    view = shown(Plane.AXIAL, state)
    grey, black = (64, 64, 64), (0, 0, 0)
    for place, colours in ((0.02, [black, grey, grey]), (0.98, [grey, grey, black])):
        view.show_change(state, state.with_overlay(OPAQUE.with_curtain(place)))
        assert [at(view, 10, column) for column in (10, 12, 16)] == colours, place
    view.show_change(state.with_overlay(OPAQUE.with_curtain(0.98)), state)
    assert [at(view, 10, column) for column in (10, 12, 16)] == [FN, TP, FP]


def test_the_curtain_is_dragged_by_its_line_and_the_crosshair_elsewhere(shown: Callable[..., SliceView]) -> None:
    state = state_of().with_overlay(OPAQUE.with_curtain(0.5))
    view = shown(Plane.AXIAL, state)
    hung: list[float] = []
    view.curtain_wished.connect(hung.append)
    pointed = follow(view, state)
    drag(view, LEFT, [QPointF(203, 90), QPointF(240, 95), QPointF(100, 20)])
    assert hung == [0.6, 0.25]
    assert pointed == []
    drag(view, LEFT, [QPointF(230, 180), QPointF(232, 180)])
    assert len(hung) == 2
    assert pointed
    mouse(view, QEvent.Type.MouseMove, QPointF(199, 30), Qt.MouseButton.NoButton)
    assert view.viewport().cursor().shape() is Qt.CursorShape.SplitHCursor
    mouse(view, QEvent.Type.MouseMove, QPointF(120, 30), Qt.MouseButton.NoButton)
    assert view.viewport().cursor().shape() is Qt.CursorShape.CrossCursor


def test_a_heat_map_lies_under_outlines_and_only_where_there_are_probabilities(
    shown: Callable[..., SliceView],
) -> None:
    state = state_of().with_cursor((7, 10, 12))
    heated = state.with_overlay(replace(OPAQUE, heat_map=True))
    view = shown(Plane.AXIAL, heated)
    faint, strong = np.array(at(view, 10, 12)), np.array(at(view, 10, 15))
    assert (strong > faint).all()
    assert faint[2] > faint[0] > faint[1] > 0
    assert view.labels().heat == 0.5
    hard = heated.with_prediction("hard")
    view.show_change(heated, hard)
    assert view.heat_layer.image is None
    assert view.labels().heat is None
    assert at(view, 10, 15) == TP


def test_between_voxels_an_outline_moves_with_the_threshold_and_along_them_it_stays(
    shown: Callable[..., SliceView],
) -> None:
    """From .8 in column 16 to 0 in column 17, .3 lies at 5/8 of the way and .4 at half, which is the edge."""
    outlined = replace(OPAQUE, draw_as=DrawAs.OUTLINE)
    for between_voxels, expected in ((True, [17.125, 17.0]), (False, [17.0, 17.0])):
        state = state_of().with_cursor((7, 10, 12)).with_overlay(replace(outlined, between_voxels=between_voxels))
        view, rightmost = shown(Plane.AXIAL, state), []
        for threshold in (0.3, 0.4):
            view.show_change(None, state.with_threshold(threshold))
            drawn = [layer.path().boundingRect().right() for layer in view.overlays[0].layers[1:] if layer.isVisible()]
            rightmost.append(max(drawn))
        assert rightmost == pytest.approx(expected, abs=1e-5)


def test_two_predictions_held_against_each_other_have_other_colours_than_errors(
    shown: Callable[..., SliceView],
) -> None:
    """At .5 hard has columns 14 to 16 and soft 11 to 13 as well."""
    state = state_of().with_cursor((7, 10, 12)).with_against("hard")
    view = shown(Plane.AXIAL, state)
    colours = [at(view, 10, column) for column in (10, 12, 15)]
    assert colours[0] == (0, 0, 0)
    assert not {FP, FN, TP} & set(colours)
    assert colours[1][0] > colours[1][2] > colours[1][1]  # a purple
    assert min(colours[2]) > 60  # a grey
    assert np.ptp(colours[2]) <= 5
    assert view.labels().sides == ("B · hard", "A · soft")


@pytest.mark.parametrize(("interpolation", "is_smooth"), [(Interpolation.OFF, False), (Interpolation.LINEAR, True)])
def test_an_image_is_magnified_as_squares_or_smoothly_by_choice(
    shown: Callable[..., SliceView], interpolation: Interpolation, is_smooth: bool
) -> None:
    """Columns of 0 and 100 by turns: squares are black or white; in between there is grey."""
    image = np.zeros(SHAPE, np.int16)
    image[:, :, ::2] = 100
    state = state_of(image).with_overlay(replace(OPAQUE, visible=False))
    view = shown(Plane.AXIAL, state.with_interpolation(interpolation))
    middle = screenshot(view)[180, 100:300, 0]
    assert bool(((middle > 60) & (middle < 190)).any()) is is_smooth


def test_a_long_title_pushes_the_upper_letter_below_it(shown: Callable[..., SliceView]) -> None:
    """The letter is in the middle, 200 pixels from the left; letters are the brightest there is but for the image."""
    state = state_of(spacing=(1.0, 1.0, 1.0)).with_overlay(replace(OPAQUE, visible=False))
    view = shown(Plane.AXIAL, state)
    tops = []
    for caption in ("", "A · a prediction with a long name"):
        view.set_plane(Plane.AXIAL, caption)
        lit = (screenshot(view)[:60, 194:206].max(axis=2) > 200).any(axis=1)
        tops.append(int(np.flatnonzero(lit)[-1]))
    assert tops[1] - tops[0] == 18


def test_the_window_is_written_while_it_changes(shown: Callable[..., SliceView]) -> None:
    state = state_of()
    view = shown(Plane.AXIAL, state)
    assert view.labels().note == ""
    view.show_change(state, state.with_window((-160.0, 240.0)))
    assert view.labels().note == "level 40   width 400"


def test_without_an_image_errors_lie_on_black(shown: Callable[..., SliceView]) -> None:
    state = state_of()
    assert state.case is not None
    view = shown(Plane.AXIAL, replace(state, case=replace(state.case, image=None), cursor=(7, 10, 12)))
    assert at(view, 10, 16) == FP
    assert at(view, 3, 3) == (0, 0, 0)


def test_closing_the_case_leaves_black(shown: Callable[..., SliceView]) -> None:
    state = state_of(np.full(SHAPE, 100, np.int16))
    view = shown(Plane.AXIAL, state, crosshair=True)
    view.show_change(state, ViewState())
    assert not screenshot(view).any()
    view.show_change(ViewState(), state.with_cursor((7, 10, 12)))
    assert at(view, 11, 16) == FP


def test_the_crosshair_crosses_on_the_cursor(shown: Callable[..., SliceView]) -> None:
    view = shown(Plane.CORONAL, state_of().with_cursor((2, 5, 7)), crosshair=True)
    point = view.point_of(15 - 1 - 2, 7)
    lit = screenshot(view)[:, :, 0] == 90  # 35 % of white on black
    assert lit[:, int(point.x())].sum() > 250
    assert lit[int(point.y()), :].sum() > 300
    view.show_change(state_of().with_cursor((2, 5, 7)), state_of().with_cursor((2, 5, 7)).with_crosshair(False))
    assert not (screenshot(view)[int(point.y()), :, 0] == 90).any()


def test_a_click_wishes_the_cursor_to_the_voxel_under_it(shown: Callable[..., SliceView]) -> None:
    state = state_of().with_cursor((7, 10, 12))
    view = shown(Plane.SAGITTAL, state)
    wishes = follow(view, state)
    drag(view, LEFT, [view.point_of(3, 4)])
    assert wishes == [(15 - 1 - 3, 4, 12)]


@pytest.mark.parametrize("plane", [Plane.AXIAL, Plane.CORONAL, Plane.SAGITTAL])
def test_with_left_and_right_exchanged_everything_follows(shown: Callable[..., SliceView], plane: Plane) -> None:
    """Picture, outcomes, letters and clicks; the same voxel is found on the other side of the screen."""
    image = np.zeros(SHAPE, np.int16)
    image[3, 4, 5] = 100
    state = state_of(image, (1.0, 1.0, 1.0)).with_cursor((3, 4, 5)).with_crosshair(False)
    view = shown(plane, state)
    view.setFocus()  # the slider shows by a ring that the keyboard is there
    row, column = plane.position_of((3, 4, 5), state.case.grid) if state.case else (0, 0)
    before, seen = view.point_of(row, column), screenshot(view)
    assert seen[int(before.y()), int(before.x())].tolist() == [255, 255, 255]
    exchanged = state.with_sides(Sides.NEUROLOGICAL)
    view.show_change(state, exchanged)
    after = view.point_of(row, column)
    is_sagittal = plane is Plane.SAGITTAL
    assert after == (before if is_sagittal else QPointF(400 - before.x(), before.y()))
    assert at(view, row, column) == (255, 255, 255)
    wishes = follow(view, exchanged.with_cursor((9, 9, 9)))
    view.show_change(exchanged, exchanged.with_cursor((3, 4, 5)))
    drag(view, LEFT, [view.point_of(row, column + 1), view.point_of(row, column)])
    assert wishes[-1] == (3, 4, 5)
    letters = view.labels().letters
    assert letters is not None
    assert (letters.left, letters.right) == (("A", "P") if is_sagittal else ("L", "R"))
    view.pan(QPointF(30, -10))
    assert view.point_of(row, column) - after == QPointF(30, -10)
    view.zoom(2.0, view.point_of(row, column))
    assert view.position_at(view.point_of(row, column)) == (row, column)
    view.fit()
    view.show_change(exchanged.with_cursor((3, 4, 5)), state)
    assert (screenshot(view) == seen).all()


def test_dragging_moves_the_crosshair_and_stays_inside(shown: Callable[..., SliceView]) -> None:
    state = state_of().with_cursor((7, 10, 12))
    view = shown(Plane.AXIAL, state)
    wishes = follow(view, state)
    drag(view, LEFT, [view.point_of(3, 4), view.point_of(3, 5), view.point_of(-2, 60)])
    assert wishes == [(7, 3, 4), (7, 3, 5), (7, 0, 23)]


def test_a_click_beside_the_slice_means_nothing(shown: Callable[..., SliceView]) -> None:
    state = state_of()
    view = shown(Plane.AXIAL, state)
    wishes = follow(view, state)
    drag(view, LEFT, [view.point_of(21, 3)])
    assert wishes == []


def test_the_wheel_goes_through_slices_and_stops_at_the_last(shown: Callable[..., SliceView]) -> None:
    state = state_of().with_cursor((7, 10, 12))
    view = shown(Plane.AXIAL, state)
    wishes = follow(view, state)
    wheel(view, 120)
    wheel(view, -240)
    wheel(view, 120, SHIFT)
    wheel(view, 120, SHIFT)
    assert wishes == [(8, 10, 12), (6, 10, 12), (11, 10, 12), (14, 10, 12)]


def test_small_turns_of_the_wheel_add_up(shown: Callable[..., SliceView]) -> None:
    state = state_of().with_cursor((7, 10, 12))
    view = shown(Plane.CORONAL, state)
    wishes = follow(view, state)
    for _ in range(7):
        wheel(view, -40)
    assert wishes == [(7, 9, 12), (7, 8, 12)]


def test_the_wheel_does_the_same_over_the_slider(shown: Callable[..., SliceView]) -> None:
    state = state_of().with_cursor((7, 10, 12))
    view = shown(Plane.AXIAL, state)
    wishes = follow(view, state)
    over_slider = view.slider.geometry().center()
    QTest.wheelEvent(view.windowHandle(), over_slider, QPoint(0, 120), stateKey=SHIFT)
    QTest.wheelEvent(view.windowHandle(), over_slider, QPoint(0, -120))
    assert wishes == [(12, 10, 12), (11, 10, 12)]


def test_the_wheel_means_nothing_in_a_picture(shown: Callable[..., SliceView]) -> None:
    state = state_of(stamp_2d())
    view = shown(Plane.PICTURE, state)
    wishes = follow(view, state)
    wheel(view, 120)
    assert wishes == []


def test_keys_go_through_slices(qtbot: QtBot, shown: Callable[..., SliceView]) -> None:
    state = state_of().with_cursor((7, 10, 12))
    view = shown(Plane.SAGITTAL, state)
    wishes = follow(view, state)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_PageDown, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert wishes == [(7, 10, 13), (7, 10, 8), (7, 10, 7)]


def test_ctrl_and_wheel_zooms_around_the_pointer(shown: Callable[..., SliceView]) -> None:
    view = shown(Plane.AXIAL, state_of())
    where, scale = view.point_of(4, 19), view.camera.scale
    wheel(view, 240, CTRL, where)
    assert view.camera.scale == pytest.approx(scale * 1.0015**240)
    assert view.position_at(where) == (4, 19)


def test_dragging_pans_and_zooms(shown: Callable[..., SliceView]) -> None:
    view = shown(Plane.AXIAL, state_of())
    fitted, before = view.camera, view.point_of(4, 19)
    drag(view, MIDDLE, [QPointF(100, 100), QPointF(130, 90)])
    assert view.point_of(4, 19) - before == QPointF(30, -10)
    drag(view, LEFT, [QPointF(100, 100), QPointF(70, 110)], SHIFT)
    assert view.camera == fitted
    drag(view, RIGHT, [QPointF(100, 100), QPointF(100, 60)])
    assert view.camera.scale > 1.2 * fitted.scale
    view.fit()
    assert view.camera == fitted


def test_a_fitted_slice_stays_fitted_and_a_zoomed_one_stays_zoomed_when_the_view_is_resized(
    qtbot: QtBot, shown: Callable[..., SliceView]
) -> None:
    view = shown(Plane.AXIAL, state_of())
    view.resize(1000, 704)
    assert view.camera.scale == pytest.approx(688 / 21)
    wheel(view, 240, CTRL)
    zoomed = view.camera.scale
    view.resize(500, 500)
    assert view.camera.scale == zoomed


def test_another_slice_keeps_the_zoom_and_another_grid_does_not(shown: Callable[..., SliceView]) -> None:
    old = state_of().with_cursor((7, 10, 12))
    view = shown(Plane.AXIAL, old)
    view.centre_on_cursor()
    view.zoom(3.0, QPointF(200, 180))
    camera = view.camera
    view.show_change(old, old.with_cursor((8, 10, 12)))
    assert view.camera == camera
    other = state_of(np.zeros((4, 30, 20), np.int16), (1.0, 2.0, 1.0))
    view.show_change(old, other)
    assert view.camera.scale == pytest.approx(344 / 60)


def test_dragging_with_ctrl_and_shift_wishes_a_window(shown: Callable[..., SliceView]) -> None:
    view = shown(Plane.AXIAL, state_of())
    wished: list[tuple[float, float]] = []
    view.window_wished.connect(wished.append)
    drag(view, LEFT, [QPointF(100, 100), QPointF(100, 70)], CTRL | SHIFT)
    drag(view, LEFT, [QPointF(100, 100), QPointF(200, 100)], CTRL | SHIFT)
    brighter, flatter = wished
    assert brighter == pytest.approx((-10.0, 90.0))  # 30 of 300 pixels upwards: a tenth of the width lower
    assert flatter == pytest.approx((50 - 50 * 1.005**100, 50 + 50 * 1.005**100))


def test_the_clinical_preset_drags_the_window_and_clicks_the_crosshair(shown: Callable[..., SliceView]) -> None:
    state = state_of().with_cursor((7, 10, 12))
    view = shown(Plane.AXIAL, state)
    view.hands.preset = MousePreset.CLINICAL
    wishes, windows = follow(view, state), list[object]()
    view.window_wished.connect(windows.append)
    drag(view, LEFT, [view.point_of(3, 4), view.point_of(9, 4)])
    assert (len(windows), wishes) == (1, [])
    drag(view, LEFT, [view.point_of(3, 4)])
    assert wishes == [(7, 3, 4)]


def test_a_double_click_wishes_the_plane_alone(shown: Callable[..., SliceView]) -> None:
    view = shown(Plane.CORONAL, state_of())
    wished: list[str] = []
    view.maximise_wished.connect(lambda: wished.append("alone"))
    mouse(view, QEvent.Type.MouseButtonDblClick, QPointF(200, 180), LEFT)
    mouse(view, QEvent.Type.MouseButtonDblClick, QPointF(200, 180), RIGHT)
    assert wished == ["alone"]


def test_the_voxel_under_the_mouse_is_told_once_and_follows_the_slice(shown: Callable[..., SliceView]) -> None:
    state = state_of().with_cursor((7, 10, 12))
    view = shown(Plane.AXIAL, state)
    told: list[object] = []
    view.hovered.connect(told.append)
    none = Qt.MouseButton.NoButton
    for point in (view.point_of(3, 4), view.point_of(3, 4) + QPointF(1, 1), view.point_of(3, 5)):
        mouse(view, QEvent.Type.MouseMove, point, none)
    view.show_change(state, state.with_cursor((8, 10, 12)))
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert told == [(7, 3, 4), (7, 3, 5), (8, 3, 5), None]


def test_the_slider_shows_and_chooses_the_slice(qtbot: QtBot, shown: Callable[..., SliceView]) -> None:
    state = state_of().with_cursor((7, 10, 12))
    view = shown(Plane.AXIAL, state)
    wishes = follow(view, state)
    assert (view.slider.minimum(), view.slider.maximum(), view.slider.value()) == (0, 14, 7)
    assert view.slider.accessibleName() == "Axial slice"
    qtbot.mouseClick(view.slider, LEFT, pos=QPoint(10, 1))
    qtbot.keyClick(view.slider, Qt.Key.Key_Down)
    qtbot.keyClick(view.slider, Qt.Key.Key_Down, SHIFT)
    qtbot.mouseClick(view.slider, LEFT, pos=QPoint(10, view.slider.height() - 1))
    assert wishes == [(14, 10, 12), (13, 10, 12), (8, 10, 12), (0, 10, 12)]
    view.show_change(state, state.with_cursor((3, 0, 0)))
    assert view.slider.value() == 3
    assert len(wishes) == 4


def test_labels_say_which_slice_this_is_and_how_large(shown: Callable[..., SliceView]) -> None:
    view = shown(Plane.CORONAL, state_of(np.zeros((6, 60, 60), np.int16), (7.5, 0.5, 0.5)).with_cursor((3, 25, 20)))
    labels = view.labels()
    assert labels.title == "Coronal 26 / 60"
    assert labels.letters is not None
    assert "".join(labels.letters) == "SLIR"
    assert labels.bar is not None
    assert labels.bar.text == "10 mm"  # 344 pixels show 45 mm, so 90 pixels hold 11.8 mm
    view.zoom(4.0, QPointF(200, 180))
    assert view.labels().bar == (2.0, "2 mm")
