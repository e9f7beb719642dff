"""What the laboratory's tabs say, from Evidence of small cases."""

from __future__ import annotations

import dataclasses
import math
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from segdiff.data import Case, Comparison, Outcome
from segdiff.evidence import measure
from segdiff.explore import Background, Learned, Lesson, count_lesions, gradient_maps
from segdiff.explore.training import Moment
from segdiff.gui.laboratory.cutting import cut_sheet, paper_sheet, trust_sheet
from segdiff.gui.laboratory.lessons import gradient_sentence, training_sheet
from segdiff.gui.laboratory.pictures import box_around, gradient_pixels, outcome_pixels
from segdiff.gui.laboratory.rarity import imbalance_sheet
from segdiff.gui.laboratory.subject import Subject
from segdiff.gui.views.laboratory.gradient_tab import LOWERS, RAISES, GradientSheet, GradientTab
from segdiff.gui.views.laboratory.training_tab import TrainingTab
from segdiff.gui.widgets.graph import Weight
from segdiff.gui.widgets.slice_picture import Picture
from segdiff.session import OverlayStyle, ViewState
from tests.gui.cases import GRID, cautious, eager, labelled, state_of


def subject_of(state: ViewState) -> Subject:
    """As if everything had been measured."""
    assert state.case is not None
    measured = {}
    for prediction in state.case.predictions:
        comparison = state.comparison_of(prediction.name)
        assert comparison is not None
        measured[prediction.name] = measure(state.case, comparison)
    letters = dict(zip(measured, "ABCD", strict=False))
    return Subject(state, measured, letters)


@pytest.fixture
def subject() -> Subject:
    return subject_of(state_of(eager(), cautious(), labelled()))


def test_the_best_threshold_is_marked_and_offered(subject: Subject) -> None:
    """Eager at .6 < τ ≤ .9 finds 18 and invents nothing: T(.3, .7) = 18/19.4; up to .4 all 20 with 12 invented."""
    assert subject.chosen is not None
    sheet = cut_sheet(subject, subject.chosen)
    assert sheet.best == 0.601
    ring = next(mark for mark in sheet.score.marks if mark.label == "best 0.601")
    assert ring.y == pytest.approx(18 / 19.4)
    assert sheet.theory == pytest.approx(0.3 * 18 / 19.4, abs=6e-4)
    assert not sheet.is_best
    now = subject_of(subject.state.with_threshold(0.601))
    assert now.chosen is not None
    assert cut_sheet(now, now.chosen).is_best


def test_every_prediction_has_a_line_and_hard_labels_a_level_one(subject: Subject) -> None:
    assert subject.chosen is not None
    lines = {line.label: line for line in cut_sheet(subject, subject.chosen).score.lines}
    assert (lines["A"].weight, lines["B"].weight, lines["C"].weight) == (Weight.STRONG, Weight.QUIET, Weight.DASHED)
    assert set(lines["C"].y) == {16 / (16 + 0.3 * 5 + 0.7 * 4)}
    assert lines["B"].y[499] == pytest.approx(12 / (12 + 0.3 * 3 + 0.7 * 8))


def test_the_sentence_says_which_way_the_map_errs(subject: Subject) -> None:
    assert subject.chosen is not None
    assert cut_sheet(subject, subject.chosen).sentence == (
        "At these costs A is best cut at 0.601. A calibrated map would be at 0.278: A gives too much probability."
    )
    shy = np.where(eager().content.voxels > 0.5, 0.12, 0.01).astype(np.float32)
    quiet = dataclasses.replace(eager(), content=dataclasses.replace(eager().content, voxels=shy))
    other = subject_of(state_of(quiet))
    assert other.chosen is not None
    assert cut_sheet(other, other.chosen).sentence.endswith("A gives too little probability.")


def test_operating_points_are_those_at_the_threshold(subject: Subject) -> None:
    """Eager at .5: precision 18/30, recall 18/20, false-positive rate 12/100."""
    assert subject.chosen is not None
    sheet = cut_sheet(subject, subject.chosen)
    (point,), (rate,) = sheet.precision_recall.marks, sheet.receiver.marks
    assert (point.x, point.y) == (pytest.approx(0.9), pytest.approx(0.6))
    assert (rate.x, rate.y) == (pytest.approx(0.12), pytest.approx(0.9))


def test_the_steps_lead_from_the_mask_to_the_probabilities(subject: Subject) -> None:
    """Soft: TP 17, FP 8.8, FN 3."""
    assert subject.chosen is not None
    sheet = trust_sheet(subject, subject.chosen)
    first, *between, last = sheet.steps
    assert first.end == pytest.approx(1 - 18 / (18 + 0.3 * 12 + 0.7 * 2))
    assert last.end == pytest.approx(1 - 17 / (17 + 0.3 * 8.8 + 0.7 * 3), abs=1e-6)
    assert between[0].start == first.end
    assert all(one.end == other.start for one, other in pairwise(between))
    assert between[-1].end == pytest.approx(last.end)
    assert sheet.confidence.bars is not None
    assert sum(sheet.confidence.bars.heights["tp"]) == 18


def test_the_paper_stands_beside_each_figure(subject: Subject) -> None:
    assert subject.chosen is not None
    sheet = paper_sheet(subject, subject.chosen)
    assert sheet is not None
    assert [row[0] for row in sheet.rows] == ["0.5", "0.4", "0.3", "0.2", "0.1"]
    assert sheet.rows[2][4].endswith("|56.9")
    assert {line.label for line in sheet.graph.lines} == {"A recall", "A Dice", "paper recall", "paper Dice"}


def test_imbalance_in_words_and_curves(subject: Subject) -> None:
    """20 of 120 voxels: a sixth. In a clean background ten times wider BCE is a tenth."""
    evidence, case = subject.measured["labelled"], subject.state.case
    assert case is not None
    sheet = imbalance_sheet(subject, evidence, Background.CLEAN, None)
    assert not isinstance(sheet, str)
    assert sheet.displaced is None
    now = 1 - 16 / (16 + 0.3 * 5 + 0.7 * 4)
    assert f"Tversky loss stays {now:.3f}".replace("0.", ".") in sheet.sentence
    assert "BCE fades from 1.2 to 0.12." in sheet.sentence
    comparison = Comparison("labelled", subject.state.comparison.label)  # type: ignore[union-attr]
    counts = count_lesions(case.truth_mask(comparison.label), case.prediction_mask(comparison))
    full = imbalance_sheet(subject, evidence, Background.EQUAL_RATES, counts)
    assert not isinstance(full, str)
    assert full.displaced is not None
    assert full.dropped is not None
    assert full.dropped.bars is not None
    assert full.dropped.bars.heights["secondary"] == pytest.approx([1.0 - now]), "its only lesion: all that is found"
    assert "Were the target 10 times rarer" in full.sentence


def test_moving_costs_keeps_what_they_do_not_change(subject: Subject) -> None:
    """The lines of BCE and Dice are the same arrays as before."""
    evidence = subject.measured["eager"]
    before = imbalance_sheet(subject, evidence, Background.CLEAN, None)
    moved = Subject(subject.state.with_costs(0.9, 0.1), subject.measured, subject.letters)
    after = imbalance_sheet(moved, evidence, Background.CLEAN, None)
    assert not isinstance(before, str)
    assert not isinstance(after, str)
    tversky = [next(line.y for line in one.prevalence.lines if line.label == "BCE") for one in (before, after)]
    np.testing.assert_array_equal(*tversky)
    assert before.sentence != after.sentence


def test_moving_costs_draws_no_moved_outline_again(subject: Subject) -> None:
    """It is of the Dice loss: 20 voxels in rows of five, of which a shift by one leaves four, so 1 − 2·16/40."""
    evidence, case = subject.measured["labelled"], subject.state.case
    assert case is not None
    comparison = Comparison("labelled", subject.state.comparison.label)  # type: ignore[union-attr]
    counts = count_lesions(case.truth_mask(comparison.label), case.prediction_mask(comparison))
    moved = Subject(subject.state.with_costs(0.9, 0.1), subject.measured, subject.letters)
    before, after = (imbalance_sheet(one, evidence, Background.CLEAN, counts) for one in (subject, moved))
    assert not isinstance(before, str)
    assert not isinstance(after, str)
    assert before.displaced is not None
    assert after.displaced is not None
    assert after.displaced.is_drawn_like(before.displaced)
    assert after.displaced.lines[0].y[:2] == pytest.approx([0.0, 0.2])
    assert before.dropped != after.dropped


def test_an_empty_truth_cannot_become_rarer() -> None:
    state = state_of(labelled())
    assert state.case is not None
    empty = np.zeros_like(state.case.truth.voxels)  # type: ignore[union-attr]
    truth = dataclasses.replace(state.case.truth, voxels=empty)  # type: ignore[type-var]
    other = subject_of(ViewState().with_case(Case("empty", truth=truth, predictions=state.case.predictions)))
    assert other.chosen is not None
    assert "cannot become rarer" in str(imbalance_sheet(other, other.chosen, Background.CLEAN, None))


def test_a_gradient_is_coloured_by_its_way_and_strength() -> None:
    grey = np.zeros((1, 3))
    pixels = gradient_pixels(grey, np.array([[-4.0, 0.0, 1.0]]), 4.0)
    assert pixels[0, 0].tolist() == list(RAISES)
    assert pixels[0, 1].tolist() == [0, 0, 0]
    assert pixels[0, 2].tolist() == [round(channel / 2) for channel in LOWERS]


def test_outcomes_have_the_colours_that_mean_them() -> None:
    truth, mask = np.array([[True, True, False, False]]), np.array([[True, False, True, False]])
    found = outcome_pixels(np.zeros((1, 4)), truth, mask, OverlayStyle())[0]
    assert [int(pixel.argmax()) for pixel in found[:3]] == [1, 2, 0], "green, blue, orange"
    assert found[3].tolist() == [0, 0, 0]


def test_what_a_toy_learned_has_the_colours_that_a_person_chose() -> None:
    state = state_of(eager())
    pink = state.with_overlay(state.overlay.with_outcome(Outcome.FALSE_NEGATIVE, colour=(200, 0, 100)))
    mask = np.zeros(GRID.shape[1:], bool)
    learned = Learned(Lesson("dice_loss"), mask.astype(float), mask, (Moment(0, 1.0, math.nan, 0.0),), 0.0)
    sheet = training_sheet(subject_of(pink), (learned,), 0, is_stale=False)
    pixels = sheet.lessons[0].picture.pixels.reshape(-1, 3).astype(int)
    assert (pixels[:20, 0] > pixels[:20, 2]).all(), "20 of the first slice are missed: rather red than blue"
    assert (pixels[20:] == pixels[20:, :1]).all(), "the others are grey"


def test_pictures_are_cut_around_the_target() -> None:
    mask = np.zeros((200, 300), dtype=bool)
    mask[90:120, 200:260] = True
    rows, columns = box_around(mask, np.zeros_like(mask))
    assert (rows.start, rows.stop, columns.start, columns.stop) == (78, 132, 188, 272)
    assert box_around(np.zeros_like(mask)) == (slice(None), slice(None))


def test_gradients_that_have_no_room_are_left_out_rather_than_drawn_over_each_other(qtbot: QtBot) -> None:
    """Each is at least 80 wide and 12 from the next: 364 hold three, in 336 between the margins, and 680 hold seven."""
    tab = GradientTab()
    qtbot.addWidget(tab)
    tab.resize(364, 216)
    picture = Picture("Tversky", np.zeros((4, 6, 3), np.uint8), 1.0, "2 values only")
    tab.show_sheet(GradientSheet((picture,) * 7, "Each bar shares out the pushing."))
    tab.show()
    assert [one.isHidden() for one in tab.pictures] == [False] * 3 + [True] * 4
    tab.resize(680, 216)
    assert not any(one.isHidden() for one in tab.pictures)


def test_where_hard_labels_cut_off_the_slope_of_bce_the_sentence_says_so() -> None:
    """One hit, one miss, one false positive: Dice = 2·1/4, and the slope is −1/4·(2 − .5·1) inside and .5/4 outside.

    Its sizes are .375 twice inside and .125 seven times outside, so wrong pixels have .5 of 1.625, 31 %.
    """
    truth, hard = np.zeros((2, 3, 3))
    truth[0, :2] = hard[0, 0] = hard[2, 2] = 1.0
    half = {"alpha": 0.5, "beta": 0.5}
    told = gradient_sentence(gradient_maps(hard, truth > 0, wrt="probability", parameters=half))
    assert told == (
        "Wrong voxels get 31 % of Tversky's pushing and none of BCE's, whose slope is cut off at "
        "probabilities of 0 and 1."
    )
    soft = gradient_sentence(gradient_maps(0.2 + 0.6 * hard, truth > 0, wrt="probability", parameters=half))
    assert soft.startswith("Each bar shares out the pushing by outcome")


def test_a_slice_on_which_nothing_is_pushed_says_why() -> None:
    nothing, truth = np.zeros((3, 3)), np.zeros((3, 3), bool)
    assert "has no voxel on this slice" in gradient_sentence(gradient_maps(nothing, truth))
    truth[1, 1] = True
    assert gradient_sentence(gradient_maps(nothing, truth)) == (
        "Every probability on this slice is 0 or 1, where the slope by the logit is 0, so nothing is pushed."
    )


def test_until_something_is_learned_the_words_of_training_have_the_room(qtbot: QtBot) -> None:
    tab = TrainingTab()
    qtbot.addWidget(tab)
    tab.resize(500, 150)
    tab.show()
    tab.show_state("A toy, not a network.", None, is_training=False)
    words = next(label for label in tab.findChildren(QLabel) if label.text().startswith("A toy"))
    qtbot.waitUntil(lambda: words.width() > 450)
    assert not any(picture.isVisible() for picture in tab.pictures)
    assert not tab.path.isVisible()
