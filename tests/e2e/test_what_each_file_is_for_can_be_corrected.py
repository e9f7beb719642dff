"""Roles are guessed, shown, and changed in the window: files change places, get other names and are left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from segdiff.gui.views.files_dialog import FilesDialog
from segdiff.gui.widgets.picker import Picker
from segdiff.gui.widgets.prediction_row import PredictionRow
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import Person


@pytest.fixture
def person(open_window: OpenWindow, files: dict[str, Path]) -> Person:
    asked = {"image": files["scan"], "truth": files["gt"], "predictions": (files["eager"], files["labelled"])}
    return open_window(**asked).wait_for_case()


def dialog_of(person: Person) -> FilesDialog:
    def shown() -> list[FilesDialog]:
        return [one for one in person.window.findChildren(FilesDialog) if one.isVisible()]

    person.wait(lambda: len(shown()) == 1)
    return shown()[0]


def roles(dialog: FilesDialog) -> dict[str, str]:
    pickers = dialog.findChildren(Picker)
    return {one.accessibleName().removeprefix("Role of "): one.currentText() for one in pickers}


def give(dialog: FilesDialog, file: str, role: str) -> None:
    picker = next(one for one in dialog.findChildren(Picker) if one.accessibleName() == f"Role of {file}")
    picker.setCurrentIndex(picker.findText(role))
    picker.activated.emit(picker.currentIndex())


def names(person: Person) -> list[str]:
    case = person.state.case
    return [one.name for one in case.predictions] if case else []


def test_truth_and_prediction_change_places(person: Person, files: dict[str, Path]) -> None:
    """Labelled finds 16 of 20 and invents 5; the other way round 5 are missed and 4 invented."""
    person.press("Ctrl+Shift+O")
    dialog = dialog_of(person)
    assert roles(dialog) == {
        "scan.nii.gz": "image",
        "gt.nii.gz": "ground truth",
        "eager.nii.gz": "prediction",
        "labelled.nii.gz": "prediction",
    }
    give(dialog, "labelled.nii.gz", "ground truth")
    assert roles(dialog)["gt.nii.gz"] == "prediction"
    person.qtbot.keyClick(dialog.findChild(Picker), Qt.Key.Key_Return)
    person.wait(lambda: "gt" in names(person))
    person.wait_for_case()
    case = person.state.case
    assert case is not None
    assert case.truth is not None
    assert case.truth.path == files["labelled"]
    person.app.store.apply(lambda state: state.with_prediction("gt"))
    person.wait_for_case()
    comparison = person.state.comparison
    assert comparison is not None
    evidence = person.app.pipeline.evidence(comparison)
    assert evidence is not None
    assert tuple(evidence.confusion.counts) == (16, 4, 5, 95)


def test_another_name_and_one_left_out_that_comes_back(person: Person) -> None:
    person.click("Files…")
    dialog = dialog_of(person)
    give(dialog, "labelled.nii.gz", "leave out")
    field = next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "Name of eager.nii.gz")
    field.setFocus()
    field.selectAll()
    person.qtbot.keyClicks(field, "epoch 40")
    person.qtbot.keyClick(field, Qt.Key.Key_Return)
    person.wait(lambda: names(person) == ["epoch 40"])
    person.wait_for_case()
    person.click("Files…")
    dialog = dialog_of(person)
    assert roles(dialog)["labelled.nii.gz"] == "leave out"
    give(dialog, "labelled.nii.gz", "prediction")
    person.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    person.wait(lambda: names(person) == ["epoch 40", "labelled"])


def test_escape_leaves_everything(person: Person) -> None:
    before = person.state.case
    person.click("Files…")
    dialog = dialog_of(person)
    give(dialog, "labelled.nii.gz", "leave out")
    person.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert person.app.pipeline.is_idle
    assert person.state.case is before


def test_no_file_in_any_role_cannot_be_opened(person: Person) -> None:
    person.click("Files…")
    dialog = dialog_of(person)
    opens = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Open")
    for file in roles(dialog):
        assert opens.isEnabled()
        give(dialog, file, "leave out")
    assert not opens.isEnabled()
    assert "Give at least one file a role." in person.words(dialog)


def test_what_is_in_each_file(person: Person) -> None:
    person.click("Files…")
    words = person.words(dialog_of(person))
    assert [words.count(one) for one in ("intensities", "label 1", "probabilities of label 1")] == [1, 2, 1]


def test_the_menu_of_a_prediction_takes_it_as_the_truth(person: Person, files: dict[str, Path]) -> None:
    row = next(one for one in person.window.findChildren(PredictionRow) if "labelled" in one.radio.accessibleName())
    row.truth_made.emit()
    person.wait(lambda: names(person) == ["gt", "eager"] or names(person) == ["eager", "gt"])
    case = person.state.case
    assert case is not None
    assert case.truth is not None
    assert case.truth.path == files["labelled"]


def test_what_a_guess_left_out_is_offered(open_window: OpenWindow, files: dict[str, Path]) -> None:
    """Of two images one is left out; it may take the place of the other."""
    other = files["scan"].with_name("t1_image.nii.gz")
    other.write_bytes(files["scan"].read_bytes())
    person = open_window()
    person.drop(files["scan"], other, files["gt"])
    assert person.wait_for_message() == "t1_image.nii.gz looks like one more image and was left out."
    (offer,) = person.window.message.offers
    assert offer.title == "Check the files…"
    person.window.message.taken.emit(offer)
    dialog = dialog_of(person)
    assert roles(dialog)["t1_image.nii.gz"] == "leave out"
    give(dialog, "t1_image.nii.gz", "image")
    assert roles(dialog)["scan.nii.gz"] == "leave out"
    person.qtbot.keyClick(dialog, Qt.Key.Key_Return)

    def is_other() -> bool:
        case = person.state.case
        return case is not None and case.image is not None and case.image.path == other

    person.wait(is_other)


def test_a_refusal_of_several_offers_to_leave_one_out(open_window: OpenWindow, files: dict[str, Path]) -> None:
    """One of the dropped files is cut short; without it the others open."""
    broken = files["gt"].with_name("pred_broken.nii.gz")
    broken.write_bytes(files["labelled"].read_bytes()[:90])
    person = open_window()
    person.drop(files["scan"], files["gt"], broken)
    assert "pred_broken.nii.gz" in person.wait_for_message()
    offer = person.window.message.offers[-1]
    assert offer.title == "Check the files…"
    person.window.message.taken.emit(offer)
    dialog = dialog_of(person)
    assert roles(dialog)["pred_broken.nii.gz"] == "prediction"
    give(dialog, "pred_broken.nii.gz", "leave out")
    person.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    person.wait_for_case()
    assert names(person) == []
    assert person.state.case is not None
    assert person.state.case.truth is not None
