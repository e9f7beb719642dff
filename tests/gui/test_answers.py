"""What the views say about a state, from what has been measured so far."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from segdiff.data import Case, Comparison, Grid, LabelMap, Prediction
from segdiff.evidence import Evidence, measure
from segdiff.gui.answers import Answers
from segdiff.gui.pipeline import Pipeline
from segdiff.gui.views.score_table import Sheet
from segdiff.gui.window import Window
from segdiff.session import ViewState
from tests.gui.cases import case_of, cautious, eager, labelled, several_labels, state_of


@dataclass
class Measured:
    """Stands in for the pipeline: has measured what a test says."""

    case: Case | None = None
    names: tuple[str, ...] = ()
    is_measuring: bool = False
    looked_up: list[Comparison] = field(default_factory=list)

    evidences = Pipeline.evidences  # it needs nothing but the following

    def evidence(self, comparison: Comparison) -> Evidence | None:
        self.looked_up.append(comparison)
        return measure(self.case, comparison) if self.case and comparison.prediction in self.names else None


@dataclass
class Said:
    """What the views of a window were told last."""

    counts: object = None
    index: object = None
    dice: object = None
    verdict: str = ""
    best: object = None
    sheet: Sheet | None = None
    no_scores: str = ""


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    return Said()


@pytest.fixture
def window(qtbot: QtBot, said: Said, monkeypatch: pytest.MonkeyPatch) -> Window:
    made = Window()
    qtbot.addWidget(made)

    def listen(view: object, method: str, attribute: str, position: int) -> None:
        original = getattr(view, method)

        def note(*arguments: object) -> None:
            setattr(said, attribute, arguments[position])
            original(*arguments)

        monkeypatch.setattr(view, method, note)

    listen(made.overlay, "show_counts", "counts", 0)
    listen(made.tradeoff, "show_index", "index", 1)
    listen(made.tradeoff, "show_rivals", "verdict", 3)
    listen(made.tradeoff, "show_best_threshold", "best", 0)
    listen(made.case, "show_dice", "dice", 0)
    listen(made.scores, "show_sheet", "sheet", 0)
    listen(made.scores, "clear", "no_scores", 0)
    return made


def show(window: Window, state: ViewState, *names: str, is_measuring: bool = False) -> Measured:
    """Show a state of whose predictions those of some names have been measured."""
    measured = Measured(state.case, names, is_measuring)
    window.show_change(None, state)
    Answers(window, measured).show(state)  # type: ignore[arg-type]
    return measured


def test_numbers_of_the_chosen_prediction(window: Window, said: Said) -> None:
    """T = 18 / (18 + .3 · 12 + .7 · 2) = 18/23; Dice 36/50 and 24/35."""
    show(window, state_of(eager(), cautious()), "eager", "cautious")
    assert said.counts == (18, 12, 2, 88)
    assert said.index == pytest.approx(18 / 23)
    assert said.dice == {"eager": ".720", "cautious": ".686"}
    assert said.sheet is not None
    assert said.sheet.letters == {"eager": "A", "cautious": "B"}
    assert list(said.sheet.hard) == [False, False]


def test_the_threshold_is_followed(window: Window, said: Said) -> None:
    show(window, state_of(eager()).with_threshold(0.7), "eager")
    assert said.counts == (18, 0, 2, 100)


def test_the_best_threshold_is_found(window: Window, said: Said) -> None:
    """Above 0.6 the 12 inventions are gone and 18 of 20 are still found; 0.601 is the nearest to one half."""
    show(window, state_of(eager()), "eager")
    assert said.best == 0.601


def test_labels_have_no_best_threshold(window: Window, said: Said) -> None:
    show(window, state_of(labelled()), "labelled")
    assert said.best is None


@pytest.mark.parametrize(
    ("alpha", "beta", "words"),
    [
        (
            0.3, 0.7,
            ("<b>A is ahead.</b> B would be better if a missed voxel cost less than <b>0.75</b> extra voxels; "
            "now it costs 2.33."),
        ),
        (
            0.8, 0.2,
            ("<b>B is ahead.</b> A would be better if a missed voxel cost more than <b>0.75</b> extra voxels; "
            "now it costs 0.25."),
        ),
        (0.8, 0.6, "A and B are level at these costs."),
        (0.0, 1.0, "<b>A is ahead.</b> False positives cost nothing here."),
        (0.0, 0.0, "A and B are level at these costs."),
        (
            1.0, 0.0,
            ("<b>B is ahead.</b> A would be better if a missed voxel cost more than <b>0.75</b> extra voxels; "
            "now it costs 0.00."),
        ),
    ],
)  # fmt: skip
def test_the_verdict_on_two(window: Window, said: Said, alpha: float, beta: float, words: str) -> None:
    """Level where α · (12/18 − 3/12) = β · (8/12 − 2/18): β/α = 0.75."""
    show(window, state_of(eager(), cautious()).with_costs(alpha, beta), "eager", "cautious")
    amounts = "A finds 0.006 ml more and invents 0.009 ml more than B."
    assert said.verdict == f"{words} {amounts}"


def test_the_verdict_on_three_names_the_nearest_on_either_side(window: Window, said: Said) -> None:
    """C is ahead between B at 0.15 and A at 2.55 (tests/gui/test_plane.py)."""
    show(window, state_of(eager(), cautious(), labelled()), "eager", "cautious", "labelled")
    assert said.verdict == (
        "<b>C is ahead.</b> B would be better if a missed voxel cost less than <b>0.15</b> extra voxels, "
        "A if it cost more than <b>2.55</b>; now it costs 2.33."
    )


def prediction_of(name: str, tp: int, fp: int) -> Prediction:
    """Hard labels that find the first of the truth's 20 voxels and invent the first of the others."""
    voxels = np.zeros(120, np.uint8)
    voxels[:tp] = voxels[20 : 20 + fp] = 1
    return Prediction(name, LabelMap(voxels.reshape(4, 5, 6), labelled().content.grid))


def test_one_that_is_better_on_both_counts_is_always_ahead(window: Window, said: Said) -> None:
    show(window, state_of(prediction_of("good", 18, 3), prediction_of("poor", 15, 9)), "good", "poor")
    assert said.verdict == (
        "<b>A is ahead.</b> No α and β would put B ahead: A is at least as good on both counts. "
        "A finds 0.003 ml more and invents 0.006 ml less than B."
    )


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ("good", "A finds 0.003 ml more and invents 0.006 ml less than B."),
        ("poor", "B finds 0.003 ml less and invents 0.006 ml more than A."),
    ],
)
def test_the_difference_is_told_of_the_one_that_is_looked_at(
    window: Window, said: Said, chosen: str, sentence: str
) -> None:
    state = state_of(prediction_of("good", 18, 3), prediction_of("poor", 15, 9)).with_prediction(chosen)
    show(window, state, "good", "poor")
    assert said.verdict.endswith(f" {sentence}")


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ((15, 3), "A finds 0.003 ml more than B and invents as much."),
        ((20, 3), "A finds 0.002 ml less than B and invents as much."),
        ((18, 9), "A finds as much as B and invents 0.006 ml less."),
        ((18, 0), "A finds as much as B and invents 0.003 ml more."),
    ],
)
def test_what_does_not_differ_is_not_told_as_nothing_more(
    window: Window, said: Said, other: tuple[int, int], sentence: str
) -> None:
    show(window, state_of(prediction_of("one", 18, 3), prediction_of("other", *other)), "one", "other")
    assert said.verdict.endswith(f" {sentence}")


def test_the_difference_of_the_more_cautious_is_less_of_both(window: Window, said: Said) -> None:
    show(window, state_of(eager(), cautious()).with_prediction("cautious"), "eager", "cautious")
    assert said.verdict.endswith(" B finds 0.006 ml less and invents 0.009 ml less than A.")


def test_without_a_size_of_voxels_they_are_counted(window: Window, said: Said) -> None:
    """A finds 2 of 3 and invents 2; B finds 1 and invents nothing."""
    grid = Grid((1, 6))
    rows = ([1, 1, 1, 0, 0, 0], [1, 1, 0, 1, 1, 0], [1, 0, 0, 0, 0, 0])
    truth, first, second = (LabelMap(np.array([row]), grid) for row in rows)
    case = Case("counted", truth=truth, predictions=(Prediction("first", first), Prediction("second", second)))
    show(window, ViewState().with_case(case), "first", "second")
    assert said.verdict.endswith(" A finds 1 voxel more and invents 2 voxels more than B.")


def test_an_empty_truth_has_no_verdict(window: Window, said: Said) -> None:
    """Nothing can be missed, so there is no trade-off; the sentence would call 1 and 0 level."""
    grid = Grid((1, 4))
    truth, empty, marked = (LabelMap(np.array([row]), grid) for row in ([0, 0, 0, 0], [0, 0, 0, 0], [0, 1, 1, 0]))
    case = Case("empty", truth=truth, predictions=(Prediction("none", empty), Prediction("two", marked)))
    show(window, ViewState().with_case(case), "none", "two")
    assert said.verdict == ""
    assert said.index == 1.0
    assert said.counts == (0, 0, 0, 4)


def test_there_is_no_verdict_until_all_are_measured(window: Window, said: Said) -> None:
    show(window, state_of(eager(), cautious()), "eager", is_measuring=True)
    assert said.verdict == ""
    assert said.dice == {"eager": ".720"}
    assert said.sheet is not None
    assert said.sheet.rows[0].values[1] is None
    assert said.sheet.is_measuring


def test_several_labels(window: Window, said: Said) -> None:
    show(window, ViewState().with_case(several_labels()), "labelled")
    assert said.counts == (16, 5, 4, 95)
    assert said.sheet is not None
    assert said.sheet.several_labels


@pytest.mark.parametrize(
    ("state", "is_measuring", "words"),
    [
        (ViewState(), False, "Scores appear here once a ground truth and a prediction are open."),
        (state_of(eager(), truth=False), False, "Add a ground truth to see how far the predictions are right."),
        (state_of(), False, "Add a prediction to compare it with the ground truth."),
        (state_of(eager()), True, "Measuring…"),
        (state_of(eager()), False, "Not measured."),
    ],
)
def test_why_there_are_no_scores(window: Window, said: Said, state: ViewState, is_measuring: bool, words: str) -> None:
    show(window, state, is_measuring=is_measuring)
    assert said.no_scores == words
    assert said.counts is None


def test_a_case_without_any_label_says_so(window: Window, said: Said) -> None:
    empty = LabelMap(np.zeros((1, 4), np.uint8), Grid((1, 4)))
    case = Case("empty", truth=empty, predictions=(Prediction("none", empty),))
    show(window, ViewState().with_case(case))
    assert said.no_scores == "Neither the ground truth nor a prediction has a voxel of any label."


def test_more_predictions_than_letters(window: Window, said: Said) -> None:
    many = [prediction_of(f"model {i}", 10, i) for i in range(28)]
    show(window, ViewState().with_case(case_of(*many)), *(one.name for one in many))
    assert said.sheet is not None
    assert list(said.sheet.letters.values())[25:] == ["Z", "AA", "AB"]


def test_only_what_numbers_depend_on_is_followed(window: Window, said: Said) -> None:
    state = state_of(eager())
    measured = show(window, state, "eager")
    answers = Answers(window, measured)  # type: ignore[arg-type]
    measured.looked_up.clear()
    answers.show_change(state, state.with_cursor((1, 1, 1)).with_window((0.0, 1.0)))
    assert measured.looked_up == []
    answers.show_change(state, state.with_alpha(0.5))
    assert said.index == pytest.approx(18 / 25)
