"""The tabs under the slices in which costs, threshold and imbalance are tried out."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from segdiff.data import Case
from segdiff.gui.latest import LatestTask
from segdiff.gui.widgets.plane import TradeoffPlane
from tests.e2e.person import LEFT, Person
from tests.gui.cases import case_of, cautious, eager, labelled, several_labels

Show = Callable[..., Person]


@pytest.fixture
def person(show_case: Show) -> Person:
    """Eager and cautious, on the slice that holds the truth."""
    person = show_case(case_of(eager(), cautious())).wait_for_case()
    person.app.store.apply(lambda state: state.with_cursor((0, 2, 2)))
    return person


def go_to(person: Person, tab: QWidget) -> None:
    person.window.bottom.show_tab(tab)
    person.wait(lambda: person.app.pipeline.is_idle)


@pytest.fixture
def submitted(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Keys of the jobs given to any worker."""
    keys: list[object] = []
    original = LatestTask.submit

    def noting(task: LatestTask, key: object, work: object) -> None:
        keys.append(key)
        original(task, key, work)  # type: ignore[arg-type]

    monkeypatch.setattr(LatestTask, "submit", noting)
    return keys


def test_the_best_threshold_is_one_click_away(person: Person) -> None:
    go_to(person, person.window.thresholds)
    person.click("Cut at the best threshold")
    assert person.state.threshold == 0.601
    assert person.scores()["Tversky index"][0] == ".9278"
    with pytest.raises(StopIteration):
        person.button("Cut at the best threshold")
    person.click("Cut where a calibrated map would be")
    assert person.state.threshold == 0.278


def test_a_click_on_the_curve_cuts_there(person: Person) -> None:
    go_to(person, person.window.thresholds)
    chart = person.window.thresholds.score
    area = chart.area()
    person.qtbot.mouseClick(chart, LEFT, pos=QPoint(round(area.left() + 0.7 * area.width()), round(area.center().y())))
    assert person.state.threshold == pytest.approx(0.7, abs=0.005)
    assert person.legend()["False positive"][0] == "0.00 ml"


def test_dragging_the_plane_moves_the_curves_and_measures_nothing(person: Person, submitted: list[object]) -> None:
    plane, window = person.window.findChild(TradeoffPlane), person.window
    for tab, drawn in (
        (window.thresholds, lambda: window.thresholds.score.graph.lines[-1].y),
        (window.imbalance, lambda: window.imbalance.dropped.graph.bars.heights["secondary"]),
    ):
        go_to(person, tab)
        submitted.clear()
        before, costs, formula = drawn(), person.state.alpha, person.formula()
        person.qtbot.keyClick(plane, Qt.Key.Key_Left)
        assert person.state.alpha != costs
        assert person.formula() != formula
        assert not np.array_equal(before, drawn())
        assert submitted == []


def test_the_line_of_the_rivals_turns_with_the_costs_and_measures_nothing(
    show_case: Show, submitted: list[object]
) -> None:
    """Eager (12/18, 2/18), cautious (3/12, 8/12), labelled (5/16, 4/16); β/α = 7/3 is between .15 and 2.55."""
    person = show_case(case_of(eager(), cautious(), labelled())).wait_for_case()
    go_to(person, person.window.rivals)
    chart = person.window.rivals.chart
    submitted.clear()

    def slope() -> float:
        line = chart.graph.lines[-1]
        return float(np.diff(line.y)[0] / np.diff(line.x)[0])

    assert chart.graph.note == "C .7882", "16 / (16 + .3·5 + .7·4)"
    assert slope() == pytest.approx(-3 / 7)
    person.qtbot.keyClick(person.slider("False-positive cost α"), Qt.Key.Key_PageDown)
    assert slope() == pytest.approx(-person.state.alpha / person.state.beta)
    person.app.store.apply(lambda state: state.with_costs(0.2, 0.8))
    assert chart.graph.note.startswith("A ")
    assert "best while a missed voxel costs 0.15 to 2.55 extra voxels" in person.words(person.window.rivals)
    assert submitted == []
    cautious_at = chart.place_of(3 / 12, 8 / 12).toPoint()
    person.qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=cautious_at)
    assert person.state.prediction == "cautious"


def test_one_prediction_has_no_rival(show_case: Show) -> None:
    person = show_case(case_of(eager())).wait_for_case()
    go_to(person, person.window.rivals)
    assert person.window.rivals.words == ("Open a second prediction to see which of them is best, and at which costs.")


def test_the_pages_about_thresholds(person: Person) -> None:
    go_to(person, person.window.thresholds)
    person.click("Page about thresholds: How sure")
    words = person.words(person.window.thresholds)
    assert any(text.startswith("The loss is 0.218 of the probabilities and 0.217 of the mask") for text in words)
    person.click("Page about thresholds: Salehi 2017")
    assert {"α", "β", "cut at", "Dice", "recall", "specificity", "F2", "area PR"} <= set(
        person.words(person.window.thresholds)
    )


def test_hard_labels_say_why_there_is_no_threshold(show_case: Show) -> None:
    person = show_case(case_of(labelled())).wait_for_case()
    go_to(person, person.window.thresholds)
    assert person.window.thresholds.words.startswith("A holds hard labels: each voxel is in or out, so there is no")
    person.app.store.apply(lambda state: state.with_cursor((0, 2, 2)))
    go_to(person, person.window.gradients)
    pictures = person.window.gradients.pictures
    person.wait(lambda: pictures[0].picture is not None and pictures[0].picture.words == "2 values only")
    assert not person.button("Gradient by: By logit").isEnabled(), "0 and 1 are where a logit has no slope"


def test_lesions_are_counted_while_the_tab_is_in_sight(person: Person, submitted: list[object]) -> None:
    go_to(person, person.window.thresholds)
    submitted.clear()
    person.app.store.apply(lambda state: state.with_threshold(0.45))
    assert "LesionsOf" not in {type(key).__name__ for key in submitted}, "nobody looks"
    go_to(person, person.window.imbalance)
    assert person.window.imbalance.dropped.graph is not None
    assert [type(key).__name__ for key in submitted].count("LesionsOf") == 1
    person.click("How the target becomes rarer: Smaller target")
    assert any("Were the target 10 times rarer" in text for text in person.words(person.window.imbalance))


def test_gradients_follow_the_slice_and_the_costs(person: Person) -> None:
    go_to(person, person.window.gradients)
    pictures = person.window.gradients.pictures
    assert [picture.picture.title for picture in pictures[:2]] == ["Tversky", "Dice"]
    assert sum(share for _, share in pictures[0].picture.shares) == pytest.approx(1.0)
    before = pictures[0].picture.shares
    person.app.store.apply(lambda state: state.with_costs(0.9, 0.1))
    person.wait(lambda: pictures[0].picture.shares != before)
    person.app.store.apply(lambda state: state.with_cursor((3, 2, 2)))
    person.wait(lambda: pictures[1].picture.words == "no push at all")


def test_a_toy_is_trained_and_says_what_it_is(person: Person) -> None:
    go_to(person, person.window.training)
    tab = person.window.training
    assert any(text.startswith("A toy, not a network") for text in person.words(tab))
    assert tab.pictures[0].picture is None
    person.click("Train")
    person.wait(lambda: tab.pictures[0].picture is not None and person.app.pipeline.is_idle)
    assert [picture.picture.title for picture in tab.pictures] == ["Tversky α 0.3 β 0.7", "Dice", "BCE"]
    assert "recall" in tab.pictures[0].picture.words
    assert len(tab.path.graph.lines) == 3
    person.app.store.apply(lambda state: state.with_costs(0.5, 0.5))
    person.click("Train again")
    person.wait(lambda: tab.pictures[0].picture.title == "Tversky α 0.5 β 0.5")


def test_training_can_be_cancelled_and_begun_again(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("segdiff.explore.training.train.__kwdefaults__", {"steps": 10**7, "seed": 7, "watch": None})
    go_to(person, person.window.training)
    person.click("Train")
    person.wait(
        lambda: "Training a toy model" in person.words(person.window.status)[0:9] or person.app.pipeline.is_measuring
    )
    person.click("Cancel")
    person.wait(lambda: person.app.pipeline.is_idle)
    assert person.window.training.pictures[0].picture is None
    monkeypatch.setattr("segdiff.explore.training.train.__kwdefaults__", {"steps": 12, "seed": 7, "watch": None})
    person.click("Train")
    person.wait(lambda: person.window.training.pictures[0].picture is not None)


def test_a_slice_without_truth_has_nothing_to_learn(person: Person) -> None:
    person.app.store.apply(lambda state: state.with_cursor((3, 2, 2)))
    go_to(person, person.window.training)
    person.click("Train")
    person.wait(lambda: any("nothing to learn from" in text for text in person.words(person.window.training)))


def test_what_is_missing_is_said(show_case: Show) -> None:
    person = show_case(case_of(eager(), image=False)).wait_for_case()
    go_to(person, person.window.training)
    assert person.window.training.words.startswith("Training needs the image to learn from.")
    person.app.store.apply(lambda state: state.with_case(Case("no truth", predictions=(eager(),))))
    for tab in (person.window.thresholds, person.window.imbalance, person.window.gradients, person.window.training):
        person.window.bottom.show_tab(tab)
        assert tab.words == "This needs a ground truth and a prediction."


def test_the_mean_over_labels_is_a_choice_that_measures_nothing(show_case: Show, submitted: list[object]) -> None:
    person = show_case(several_labels()).wait_for_case()
    submitted.clear()
    panel = person.window.tradeoff
    corner = person.button("The plane is of: this label")
    corner.choose("mean")
    assert any(text.startswith("The mean over 2 labels is <b>.8441</b>") for text in person.words(panel))
    person.app.store.apply(lambda state: state.with_costs(0.5, 0.5))
    assert any(text.startswith("The mean over 2 labels is <b>.8402</b>") for text in person.words(panel))
    person.button("The plane is of: mean over labels").choose("one")
    assert not any(text.startswith("The mean") for text in person.words(panel))
    assert submitted == []
