"""Files let go over the window are read; which is which follows from names and values."""

from __future__ import annotations

from pathlib import Path

import pytest

from segdiff.gui.widgets.prediction_row import PredictionRow
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import Person


def predictions(person: Person) -> list[str]:
    assert person.state.case is not None
    return [prediction.name for prediction in person.state.case.predictions]


def test_a_whole_case_at_once(open_window: OpenWindow, files: dict[str, Path]) -> None:
    person = open_window()
    assert person.window.welcome.isVisible()
    person.drop(files["eager"], files["gt"], files["scan"])
    person.wait_for_case()
    assert not person.window.welcome.isVisible()
    assert person.window.slices.isVisible()
    case = person.state.case
    assert case is not None
    assert case.image is not None
    assert case.truth is not None
    assert (case.image.path, case.truth.path) == (files["scan"], files["gt"])
    assert person.formula() == "18 divided by 18 + .30·12 + .70·2 equals .7826"


def test_a_folder(open_window: OpenWindow, files: dict[str, Path]) -> None:
    person = open_window()
    person.drop(files["scan"].parent)
    person.wait_for_case()
    assert sorted(predictions(person)) == ["cautious", "eager", "labelled"]


def test_one_prediction_after_another(open_window: OpenWindow, files: dict[str, Path]) -> None:
    person = open_window(image=files["scan"], truth=files["gt"]).wait_for_case()
    for number, name in enumerate(("eager", "labelled", "cautious"), start=1):
        person.drop(files[name])
        person.wait(lambda number=number: len(predictions(person)) == number)
    person.wait_for_case()
    assert predictions(person) == ["eager", "labelled", "cautious"]
    assert [row.radio.accessibleName() for row in person.window.findChildren(PredictionRow)][-1] == (
        "Prediction C, cautious"
    )
    assert person.scores()["Dice"] == [".7200", ".7805", ".6857"]


@pytest.mark.parametrize("part", ["slices", "tradeoff", "scores", "case", "top", "status"])
def test_anywhere_on_the_window(open_window: OpenWindow, files: dict[str, Path], part: str) -> None:
    """No part of the window takes the files for itself, but the rows that are a role."""
    person = open_window(truth=files["gt"]).wait_for_case()
    widget = getattr(person.window, part)
    takers = [w for w in widget.findChildren(object) if getattr(w, "acceptDrops", bool)() and w.isVisible()]
    assert {type(taker).__name__ for taker in takers} <= {"DropButton"}


def test_dropped_on_the_list_they_are_predictions_whatever_they_are_called(
    open_window: OpenWindow, files: dict[str, Path]
) -> None:
    second = files["gt"].with_name("gt_second_reader.nii.gz")
    second.write_bytes(files["labelled"].read_bytes())
    person = open_window(image=files["scan"], truth=files["gt"]).wait_for_case()
    person.drop(second, on=person.button("+  Add a prediction, or drop it"))
    person.wait(lambda: len(predictions(person)) == 1)
    assert predictions(person) == ["gt_second_reader"]


def test_what_was_chosen_by_hand_is_kept(open_window: OpenWindow, files: dict[str, Path]) -> None:
    person = open_window(image=files["scan"], truth=files["gt"], predictions=(files["eager"],)).wait_for_case()
    person.app.store.apply(lambda s: s.with_alpha(0.45).with_threshold(0.3).with_cursor((1, 2, 3)))
    person.drop(files["cautious"])
    person.wait(lambda: len(predictions(person)) == 2)
    kept = person.state
    assert (kept.prediction, kept.alpha, kept.threshold, kept.cursor) == ("eager", 0.45, 0.3, (1, 2, 3))
