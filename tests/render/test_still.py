"""Pictures made without a display."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as PillowImage

from segdiff.data import Case, Grid, Image, LabelMap, Outcome, Prediction, ProbabilityMap
from segdiff.errors import SegdiffError
from segdiff.render import still_picture, write_png
from segdiff.render.arrangement import arrangement
from segdiff.session import DrawAs, Layout, OutcomeStyle, OverlayStyle, Sides, ViewState

FP, FN, TP = (0xD5, 0x5E, 0x00), (0x56, 0xB4, 0xE9), (0x00, 0x9E, 0x73)
OPAQUE = OverlayStyle(
    {
        Outcome.FALSE_POSITIVE: OutcomeStyle(FP, 1.0),
        Outcome.FALSE_NEGATIVE: OutcomeStyle(FN, 1.0),
        Outcome.TRUE_POSITIVE: OutcomeStyle(TP, 1.0),
    }
)


def thick_state() -> ViewState:
    """Voxels 7.5 × 0.5 × 0.5 mm; a false positive of 2 × 10 × 30 of them, so 15 × 5 × 15 mm, and a miss beside it."""
    grid = Grid((6, 60, 60), (7.5, 0.5, 0.5))
    truth, prediction = np.zeros((2, *grid.shape), np.uint8)
    prediction[2:4, 20:30, 10:40] = 1
    truth[2:4, 45:50, 10:40] = 1
    image = Image(np.zeros(grid.shape, np.int16), grid)
    case = Case("thick", image, LabelMap(truth, grid), (Prediction("A", LabelMap(prediction, grid)),), synthetic=True)
    return replace(ViewState().with_case(case), overlay=OPAQUE, cursor=(3, 25, 20), alpha=1.0, beta=1.0)


def extent(picture: np.ndarray, colour: tuple[int, int, int]) -> tuple[int, int, int, int]:
    """Top, bottom, left and right of the pixels of a colour."""
    rows, columns = np.nonzero((picture == colour).all(axis=2))
    return int(rows.min()), int(rows.max()) + 1, int(columns.min()), int(columns.max()) + 1


def test_three_planes_have_the_size_asked_for_and_true_proportions() -> None:
    picture = still_picture(thick_state(), (1000, 700))
    assert picture.shape == (700, 1000, 3)
    assert picture.dtype == np.uint8
    planes = picture[:640]
    for part, height_mm, width_mm in (
        (planes[:, :619], 5, 15),
        (planes[:320, 622:], 15, 15),
        (planes[325:, 622:], 15, 5),
    ):
        top, bottom, left, right = extent(part, FP)
        assert (right - left) / (bottom - top) == pytest.approx(width_mm / height_mm, rel=0.06)


def test_anterior_is_on_top_and_the_patients_right_at_the_left() -> None:
    axial = still_picture(thick_state(), (1000, 700))[:640, :619]
    miss_top, _, miss_left, miss_right = extent(axial, FN)
    _, found_bottom, _, _ = extent(axial, FP)
    assert miss_top > found_bottom  # the miss is posterior of the false positive
    assert (miss_left + miss_right) / 2 < 619 / 2  # both lie in the right half of the patient


def test_one_plane_fills_the_picture_when_one_is_asked_for() -> None:
    three, one = thick_state(), thick_state().with_layout(Layout.ONE)
    _, _, _, right = extent(still_picture(three, (1000, 500))[:440], FP)
    top, bottom, left, _ = extent(still_picture(one, (1000, 500))[:440], FP)
    assert bottom - top == pytest.approx(420 / 6, abs=1)  # 5 of 30 mm
    assert left > 280  # centred in 1000 pixels, not in 620
    assert right < 1000


def test_the_legend_names_colours_in_their_colours() -> None:
    legend = still_picture(thick_state(), (1000, 700))[650:]
    for colour in (FP, FN, TP):
        assert (legend == colour).all(axis=2).sum() > 150


def test_outlines_leave_the_image_visible() -> None:
    state = thick_state()
    outlined = still_picture(state.with_overlay(replace(OPAQUE, draw_as=DrawAs.OUTLINE)), (1000, 700))[:640]
    filled = still_picture(state, (1000, 700))[:640]
    assert 0 < (outlined == FP).all(axis=2).sum() < (filled == FP).all(axis=2).sum() / 10


def test_with_left_and_right_exchanged_the_picture_is_mirrored_and_the_words_are_not() -> None:
    state = replace(thick_state(), overlay=OPAQUE)
    plain = still_picture(state, (1000, 700))
    mirrored = still_picture(state.with_sides(Sides.NEUROLOGICAL), (1000, 700))
    _, _, left, right = extent(plain[:640, :619], FP)
    assert extent(mirrored[:640, :619], FP)[2:] == pytest.approx((619 - right, 619 - left), abs=1)
    assert extent(plain[325:640, 622:], FP) == extent(mirrored[325:640, 622:], FP)  # sagittal
    assert (plain[:30, :200] == mirrored[:30, :200]).all()  # which slice it is


def test_a_curtain_parts_truth_and_prediction() -> None:
    """The false positive lies in the middle: only the truth is left of the curtain, right of it what was found."""
    state = thick_state().with_layout(Layout.ONE)
    hung = still_picture(state.with_overlay(OPAQUE.with_curtain(0.5)), (1000, 500))[:440]
    grey = (64, 64, 64)
    truth_and_found = (hung == grey).all(axis=2)
    plain = still_picture(state, (1000, 500))[:440]
    invented, missed = (plain == FP).all(axis=2), (plain == FN).all(axis=2)
    invented_there, missed_there = truth_and_found & invented, truth_and_found & missed
    assert not invented_there[:, :500].any()
    assert invented_there[:, 501:].sum() > 0.9 * invented[:, 501:].sum() > 0
    assert not missed_there[:, 501:].any()
    assert missed_there[:, :499].sum() > 0.9 * missed[:, :499].sum() > 0


def test_the_legend_has_the_colours_of_what_is_held_against_what() -> None:
    state = thick_state()
    assert state.case is not None
    other = replace(state.case.predictions[0], name="other")
    both = state.with_case(replace(state.case, predictions=(*state.case.predictions, other)))
    disagreement = (0xF0, 0xE4, 0x42)
    for seen, there, absent in ((both, FP, disagreement), (both.with_against("other"), disagreement, FP)):
        legend = still_picture(seen, (1000, 500))[446:]
        assert (legend == there).all(axis=2).sum() > 100
        assert not (legend == absent).all(axis=2).any()


def test_without_names_a_picture_does_not_depend_on_what_files_are_called() -> None:
    def drawn(first: str, second: str) -> np.ndarray:
        state = thick_state()
        assert state.case is not None
        named = tuple(replace(state.case.predictions[0], name=name) for name in (first, second))
        held = state.with_case(replace(state.case, predictions=named)).with_against(second)
        return still_picture(held, (1000, 500), is_named=False)

    assert np.array_equal(drawn("first", "second"), drawn("Doe_Jane_1970", "Roe_1971"))


def test_a_heat_map_is_violet_under_outlines() -> None:
    grid = Grid((20, 20))
    probability = np.zeros((1, 20, 20), np.float32)
    probability[0, 5:15, 5:15] = 0.6
    truth = np.zeros((20, 20), np.uint8)
    truth[5:15, 5:10] = 1
    maps = (Prediction("A", ProbabilityMap(probability, (1,), grid)),)
    state = ViewState().with_case(Case("map", truth=LabelMap(truth, grid), predictions=maps))
    picture = still_picture(state.with_overlay(replace(OPAQUE, heat_map=True)), (460, 516))[:460]
    red, green, blue = picture[160, 160].tolist()
    assert blue > red > green > 60
    assert picture[20, 400].tolist() == [0, 0, 0]
    assert (picture == TP).all(axis=2).any()


def test_left_of_a_curtain_there_is_no_heat() -> None:
    grid = Grid((20, 20))
    maps = (Prediction("A", ProbabilityMap(np.full((1, 20, 20), 0.6, np.float32), (1,), grid)),)
    truth = LabelMap(np.ones((20, 20), np.uint8), grid)
    state = ViewState().with_case(Case("map", truth=truth, predictions=maps))
    picture = still_picture(state.with_overlay(replace(OPAQUE, heat_map=True).with_curtain(0.5)), (460, 516))[:460]
    assert picture[160, 160].tolist() == [0, 0, 0]
    assert picture[160, 300].tolist() != [0, 0, 0]


def test_a_place_without_a_prediction_is_black() -> None:
    state = thick_state()
    assert state.case is not None
    three = tuple(replace(state.case.predictions[0], name=name) for name in "abc")
    beside = state.with_case(replace(state.case, predictions=three)).with_layout(Layout.BESIDE)
    picture = still_picture(beside, (1000, 756))
    last = list(arrangement(beside, 1000, 700).values())[-1]
    assert last.left + last.width < 600, "two rows of two, and the last is free"
    assert picture[last.top + last.height // 2, 900].tolist() == [0, 0, 0]


def test_a_colour_picture_is_shown_in_its_colours() -> None:
    pixels = np.zeros((30, 40, 3), np.uint8)
    pixels[:15, :20] = 200, 30, 60
    case = Case("slide", Image(pixels, Grid((30, 40))))
    picture = still_picture(ViewState().with_case(case), (400, 356))
    assert picture[100, 100].tolist() == [200, 30, 60]
    assert picture[200, 300].tolist() == [0, 0, 0]


def test_a_png_holds_the_picture(tmp_path: Path) -> None:
    picture = still_picture(thick_state(), (400, 300))
    write_png(picture, tmp_path / "still.png")
    assert (np.asarray(PillowImage.open(tmp_path / "still.png")) == picture).all()


def test_a_file_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SegdiffError, match=r"^still\.png could not be written: No such file or directory\.$"):
        write_png(np.zeros((2, 2, 3), np.uint8), tmp_path / "absent" / "still.png")


def test_without_a_case_there_is_nothing_to_draw() -> None:
    with pytest.raises(SegdiffError, match="no case"):
        still_picture(ViewState())
