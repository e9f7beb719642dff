"""Codes of a slice, and the colours of codes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from segdiff.data import Agreement, Case, Grid, LabelMap, Outcome, Prediction, ProbabilityMap
from segdiff.render import ONE_SIDED, Plane, coding_key, colour_table, line_colours, outcome_codes, overlay_parts
from segdiff.session import DrawAs, OverlayStyle, Shows, ViewState
from tests.cases import moved_stamp_2d, shifted_boxes

FP, FN, TP = Outcome.FALSE_POSITIVE, Outcome.FALSE_NEGATIVE, Outcome.TRUE_POSITIVE
A, B, AB = Agreement.ONLY_FIRST, Agreement.ONLY_SECOND, Agreement.BOTH


def opacities(alpha: float, beta: float, style: OverlayStyle | None = None) -> tuple[int, int, int]:
    table = colour_table(style or OverlayStyle(), alpha, beta)
    return int(table[FP, 3]), int(table[FN, 3]), int(table[TP, 3])


def soft_state() -> ViewState:
    """One row: probabilities .2 .4 .6 .8, of which the last two are on the truth."""
    grid = Grid((1, 4))
    truth = LabelMap(np.array([[0, 0, 1, 1]], np.uint8), grid)
    soft = ProbabilityMap(np.array([[[0.2, 0.4, 0.6, 0.8]]], np.float32), (1,), grid)
    return ViewState().with_case(Case("row", truth=truth, predictions=(Prediction("soft", soft),)))


def test_codes_of_a_picture_have_the_known_counts() -> None:
    pair = moved_stamp_2d()
    codes = outcome_codes(ViewState().with_case(pair.case), Plane.PICTURE)
    assert codes is not None
    assert np.bincount(codes.ravel()).tolist() == [pair.tn, pair.fn, pair.fp, pair.tp]
    assert codes[1, 2] == FN  # the F's corner; the prediction lies one column further right
    assert codes[1, 6] == FP


@pytest.mark.parametrize("plane", [Plane.AXIAL, Plane.CORONAL, Plane.SAGITTAL])
def test_codes_of_a_volume_are_those_of_the_slice_under_the_cursor(plane: Plane) -> None:
    pair = shifted_boxes()
    state = ViewState().with_case(pair.case).with_cursor((4, 6, 7))
    whole = pair.truth.astype(int) + 2 * pair.prediction.astype(int)
    codes = outcome_codes(state, plane)
    assert codes is not None
    assert (codes == plane.take(whole, plane.slice_index((4, 6, 7)))).all()
    assert set(np.unique(codes)) == {0, FN, FP, TP}


def test_the_threshold_decides_which_probabilities_are_predicted() -> None:
    state = soft_state()
    at = {t: outcome_codes(state.with_threshold(t), Plane.PICTURE) for t in (0.3, 0.5, 0.7)}
    assert {t: codes.ravel().tolist() for t, codes in at.items() if codes is not None} == {
        0.3: [0, FP, TP, TP],
        0.5: [0, 0, TP, TP],
        0.7: [0, 0, FN, TP],
    }


def test_without_a_prediction_or_a_truth_the_mask_stands_alone() -> None:
    state = soft_state()
    assert state.case is not None
    only_truth = ViewState().with_case(replace(state.case, predictions=()))
    only_prediction = ViewState().with_case(replace(state.case, truth=None))
    for lonely, expected in ((only_truth, [0, 0, 1, 1]), (only_prediction.with_threshold(0.3), [0, 1, 1, 1])):
        codes = outcome_codes(lonely, Plane.PICTURE)
        assert codes is not None
        assert codes.ravel().tolist() == [ONE_SIDED * value for value in expected]


def test_an_image_alone_has_no_codes() -> None:
    assert outcome_codes(ViewState(), Plane.AXIAL) is None
    truth = LabelMap(np.zeros((2, 3), np.uint8), Grid((2, 3)))
    assert outcome_codes(ViewState().with_case(Case("no label", truth=truth)), Plane.PICTURE) is None


def test_codes_depend_on_slice_and_threshold_but_not_on_costs_or_on_the_place_within_the_slice() -> None:
    pair = shifted_boxes()
    hard = ViewState().with_case(pair.case).with_cursor((4, 6, 7))
    key = coding_key(hard, Plane.CORONAL)
    assert key == coding_key(hard.with_alpha(0.9).with_threshold(0.8).with_cursor((1, 6, 2)), Plane.CORONAL)
    assert key != coding_key(hard.with_cursor((4, 5, 7)), Plane.CORONAL)
    assert coding_key(soft_state(), Plane.PICTURE) != coding_key(soft_state().with_threshold(0.8), Plane.PICTURE)


def test_the_dearer_error_has_its_full_opacity_and_the_cheaper_one_less() -> None:
    # .90 of 255 is 229.5, .30 is 76.5. At α .3, β .7 an FP is drawn at .90 · (.5 + .5 · 3/7) = .6429 of 255.
    assert opacities(0.3, 0.7) == (164, 230, 76)
    # At α 2, β .5 a miss is drawn at .90 · (.5 + .5 / 4) = .5625 of 255.
    assert opacities(2.0, 0.5) == (230, 143, 76)


def test_an_error_that_costs_nothing_is_still_there() -> None:
    assert opacities(0.0, 1.0) == (115, 230, 76)  # .90 · .5 = .45 of 255
    assert opacities(0.0, 0.0) == (115, 115, 76)


def test_colours_are_those_of_the_style_and_everything_else_is_transparent() -> None:
    table = colour_table(OverlayStyle(), 0.3, 0.7)
    assert table.shape == (256, 4)
    assert table.dtype == np.uint8
    assert table[FP, :3].tolist() == [0xD5, 0x5E, 0x00]
    assert table[FN, :3].tolist() == [0x56, 0xB4, 0xE9]
    assert table[TP, :3].tolist() == [0x00, 0x9E, 0x73]
    assert table[ONE_SIDED].tolist() == [255, 255, 255, 64]
    assert table[[A, B, AB]].tolist() == [[0xF0, 0xE4, 0x42, 204], [0xCC, 0x79, 0xA7, 230], [0xE8, 0xEA, 0xED, 76]]
    assert not table[[0, *range(8, 256)]].any()


def test_switches_and_the_opacity_of_the_whole_overlay() -> None:
    style = OverlayStyle().with_outcome(FP, visible=False)
    assert opacities(0.3, 0.7, style) == (0, 230, 76)
    assert opacities(0.3, 0.7, replace(OverlayStyle(), opacity=0.5)) == (82, 115, 38)
    assert opacities(0.3, 0.7, replace(OverlayStyle(), visible=False)) == (0, 0, 0)
    assert opacities(0.3, 0.7, replace(OverlayStyle(), draw_as=DrawAs.OUTLINE)) == (0, 0, 0)
    assert opacities(0.3, 0.7, replace(OverlayStyle(), draw_as=DrawAs.BOTH)) == (164, 230, 76)


def test_lines_follow_the_costs_and_the_switches_but_not_the_opacity_of_fills() -> None:
    lines = line_colours(OverlayStyle().with_outcome(FN, visible=False), 0.3, 0.7)
    assert lines == {
        ONE_SIDED: (232, 234, 237, 255),
        FP: (0xD5, 0x5E, 0x00, 182),
        TP: (0x00, 0x9E, 0x73, 255),
        A: (0xF0, 0xE4, 0x42, 255),
        B: (0xCC, 0x79, 0xA7, 255),
        AB: (0xE8, 0xEA, 0xED, 255),
    }
    assert line_colours(replace(OverlayStyle(), visible=False), 0.3, 0.7) == {}


def test_one_mask_alone_has_one_look_whichever_it_is() -> None:
    for shows, members in ((Shows.TRUTH, (FN, TP, A, AB)), (Shows.PREDICTION, (FP, TP, B, AB))):
        alone = replace(OverlayStyle(opacity=0.5), shows=shows).with_outcome(TP, visible=False)
        table = colour_table(alone, 0.3, 0.7)
        assert [code for code in range(256) if table[code].any()] == sorted((*members, ONE_SIDED))
        assert all(table[code].tolist() == [255, 255, 255, 32] for code in members)
        assert line_colours(alone, 0.3, 0.7) == {ONE_SIDED: (232, 234, 237, 128)}


def two_maps() -> ViewState:
    """One row: the truth on the last two, eager .2 .6 .8 .4 and cautious .1 .2 .9 .8."""
    grid = Grid((1, 4))
    truth = LabelMap(np.array([[0, 0, 1, 1]], np.uint8), grid)
    maps = {"eager": [0.2, 0.6, 0.8, 0.4], "cautious": [0.1, 0.2, 0.9, 0.8]}
    predictions = [
        Prediction(name, ProbabilityMap(np.array([[row]], np.float32), (1,), grid)) for name, row in maps.items()
    ]
    return ViewState().with_case(Case("row", truth=truth, predictions=tuple(predictions)))


def test_two_predictions_held_against_each_other_agree_or_not_and_nobody_errs() -> None:
    state = two_maps().with_prediction("cautious").with_against("eager")
    codes = outcome_codes(state, Plane.PICTURE)
    assert codes is not None
    assert codes.ravel().tolist() == [0, A, AB, B]
    lower = outcome_codes(state.with_threshold(0.15), Plane.PICTURE)
    assert lower is not None
    assert lower.ravel().tolist() == [A, AB, AB, AB]
    assert coding_key(state, Plane.PICTURE) != coding_key(state.with_against(None), Plane.PICTURE)
    assert coding_key(state, Plane.PICTURE) != coding_key(state.with_threshold(0.15), Plane.PICTURE)
    assert state.case is not None
    without_truth = replace(state, case=replace(state.case, truth=None))
    again = outcome_codes(without_truth, Plane.PICTURE)
    assert again is not None
    assert (again == codes).all()


def test_a_curtain_has_the_truth_on_one_side_and_the_prediction_on_the_other() -> None:
    state = two_maps()
    assert overlay_parts(state) == (state.overlay,)
    hung = state.with_overlay(state.overlay.with_curtain(0.3))
    assert [part.shows for part in overlay_parts(hung)] == [Shows.TRUTH, Shows.PREDICTION]
    assert [replace(part, shows=Shows.DIFFERENCE) for part in overlay_parts(hung)] == [hung.overlay, hung.overlay]
    hidden = hung.with_overlay(replace(hung.overlay, visible=False))
    assert overlay_parts(hidden) == (hidden.overlay,)


def test_on_a_heat_map_nothing_is_filled_and_a_mask_has_none() -> None:
    state = two_maps()
    heated = state.with_overlay(replace(state.overlay, heat_map=True))
    assert [part.draw_as for part in overlay_parts(heated)] == [DrawAs.OUTLINE]
    pair = moved_stamp_2d()
    hard = ViewState(overlay=heated.overlay).with_case(pair.case)
    assert [part.draw_as for part in overlay_parts(hard)] == [DrawAs.FILL]
