"""Labels under other numbers are offered with their evidence, paired on a click, undone, and shown as what they are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from segdiff.gui.widgets.prediction_row import PredictionRow
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import Person


@pytest.fixture
def moved(tmp_path: Path) -> tuple[Path, Path]:
    """128 (30 voxels) is 127 in the prediction, which finds 24 of them; 255 is 255."""
    truth, prediction = np.zeros((2, 10, 12), np.uint8)
    truth[:3, :10], truth[5, :] = 128, 255
    prediction[:3, :8], prediction[5, :] = 127, 255
    for name, values in (("gt", truth), ("pred", prediction)):
        np.save(tmp_path / f"{name}.npy", values)
    return tmp_path / "gt.npy", tmp_path / "pred.npy"


def opened(open_window: OpenWindow, moved: tuple[Path, Path]) -> Person:
    person = open_window(truth=moved[0], predictions=(moved[1],)).wait_for_case()
    person.wait(lambda: not person.app._labelling.is_looking)
    return person


def counts_of(person: Person) -> tuple[int, ...]:
    comparison = person.state.comparison
    assert comparison is not None
    evidence = person.app.pipeline.evidence(comparison)
    assert evidence is not None
    return tuple(evidence.confusion.counts)


def names(person: Person) -> list[str]:
    return [choice.name for choice in person.state.choices]


def test_offered_then_paired_then_taken_back(open_window: OpenWindow, moved: tuple[Path, Path]) -> None:
    person = opened(open_window, moved)
    assert person.window.message.text == (
        "A · pred may number its labels differently: of the 30 pixels of label 128 in the ground truth it has 24 as "
        "label 127."
    )
    assert [offer.title for offer in person.window.message.offers] == ["Pair them", "Labels…"]
    assert names(person) == ["127", "128", "255"]
    person.window.message.taken.emit(person.window.message.offers[0])
    person.wait_for_case()
    assert names(person) == ["128=127", "255"]
    assert counts_of(person) == (24, 0, 6, 90)
    assert person.window.message.text == ""
    person.app._undoing.undo()
    assert names(person) == ["127", "128", "255"]


def test_the_first_label_looked_at_is_one_of_the_truth(open_window: OpenWindow, moved: tuple[Path, Path]) -> None:
    person = opened(open_window, moved)
    assert person.state.label is not None
    assert person.state.label.name == "128"
    assert person.window.case._absence.text() == "No pixel of 128 in pred: all of it is missed."
    person.app.store.apply(lambda state: state.with_label(state.choices[0]))
    assert person.window.case._absence.text() == (
        "No pixel of 127 in the ground truth: whatever is predicted is a false positive."
    )
    person.app.store.apply(lambda state: state.with_label(state.choices[2]))
    assert not person.window.case._absence.isVisible()


def test_the_desk_opens_from_the_picker_and_what_it_settles_is_compared(
    open_window: OpenWindow, moved: tuple[Path, Path]
) -> None:
    person = opened(open_window, moved)
    person.window.case._pair.click()
    desk = person.app._labelling._desk
    assert desk is not None
    desk._lines[1].name.setText("myelin")
    desk._lines[1].fields["pred"].setEditText("127")
    desk._settle()
    person.wait_for_case()
    assert [choice.spelling for choice in person.state.choices] == ["127", "128=127", "255"]
    assert person.window.case._labels.itemText(1).startswith("myelin")
    assert person.app._labelling._desk is None


def test_right_numbers_raise_no_question(open_window: OpenWindow, moved: tuple[Path, Path]) -> None:
    person = opened(open_window, (moved[0], moved[0]))
    assert person.window.message.text == ""


def test_a_sigmoid_is_offered_and_leaves_a_badge(open_window: OpenWindow, moved: tuple[Path, Path]) -> None:
    logits = np.linspace(-6, 6, 120, dtype=np.float32).reshape(10, 12)
    np.save(moved[1], logits)
    person = open_window(truth=moved[0], predictions=(moved[1],))
    assert "they may be logits" in person.wait_for_message()
    person.window.message.taken.emit(person.window.message.offers[0])
    person.wait_for_case()
    row = person.window.findChild(PredictionRow)
    assert row is not None
    assert "sigmoid applied" in [made.text() for made in person.window.findChildren(type(row._value))]


def test_a_soft_truth_is_cut_on_a_click_and_says_so(open_window: OpenWindow, moved: tuple[Path, Path]) -> None:
    np.save(moved[0], np.linspace(0, 1, 120).reshape(10, 12))
    person = open_window(truth=moved[0], predictions=(moved[1],))
    assert "soft ground truth" in person.wait_for_message()
    assert [offer.title for offer in person.window.message.offers] == ["Cut it at 0.5"]
    person.window.message.taken.emit(person.window.message.offers[0])
    person.wait_for_case()
    case = person.state.case
    assert case is not None
    assert case.truth is not None
    assert case.truth.counts[1] == 60
    badges = [person.window.case._badges.itemAt(at).widget() for at in range(person.window.case._badges.count())]
    assert [badge.text() for badge in badges] == ["ground truth: cut at 0.5"]


def test_a_sigmoid_taken_twice_is_doubted_once(open_window: OpenWindow, moved: tuple[Path, Path]) -> None:
    """A sigmoid of values from 0 to 1 lies between 0.5 and 0.731."""
    np.save(moved[0], np.eye(10, 12, dtype=np.uint8))
    np.save(moved[1], (1 / (1 + np.exp(-np.linspace(0, 1, 120)))).reshape(10, 12))
    person = open_window(truth=moved[0], predictions=(moved[1],))
    assert person.wait_for_message() == (
        "A · pred: All probabilities lie between 0.500 and 0.731, where a sigmoid of probabilities confines them: "
        "the activation may have been applied twice."
    )
    person.window.message.hide()
    person.app.store.apply(lambda state: state.with_threshold(0.6))
    person.wait_for_case()
    assert person.window.message.text == ""
