"""Files held over the window: a hint says what letting go does; rows of the case panel are roles; nonsense is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.e2e.conftest import OpenWindow
from tests.e2e.person import LEFT, Person

IMAGE, TRUTH, ADD = "Image: open another", "Ground truth: open another", "+  Add a prediction, or drop it"


@pytest.fixture
def person(open_window: OpenWindow, files: dict[str, Path]) -> Person:
    return open_window(image=files["scan"], truth=files["gt"]).wait_for_case()


def hint(person: Person) -> str:
    said = person.window.hint
    return said.text() if said.isVisible() else ""


def leave(widget: QWidget) -> None:
    QApplication.sendEvent(widget, QDragLeaveEvent())


@pytest.mark.parametrize(
    ("place", "names", "words"),
    [
        ("", ("gt",), "Let go to open gt.nii.gz; over a row of the case panel it takes that role"),
        ("", ("gt", "eager"), "Let go to open 2 files; names and contents tell what each is for"),
        (IMAGE, ("eager",), "Let go to open eager.nii.gz as the image"),
        (TRUTH, ("eager",), "Let go to open eager.nii.gz as the ground truth"),
        (ADD, ("gt",), "Let go to add gt.nii.gz as a prediction"),
        (ADD, ("gt", "eager"), "Let go to add 2 predictions"),
        (IMAGE, ("gt", "eager"), "The image is one file, and these are 2; drop that one alone."),
        (TRUTH, ("gt", "eager"), "The ground truth is one file, and these are 2; drop that one alone."),
    ],
)
def test_what_each_place_would_do(
    person: Person, files: dict[str, Path], place: str, names: tuple[str, ...], words: str
) -> None:
    widget = person.button(place) if place else person.window
    person.hold(*(files[name] for name in names), on=widget)
    assert hint(person) == words
    leave(widget)
    assert hint(person) == ""


def test_a_mask_dropped_on_the_truth_is_the_truth(person: Person, files: dict[str, Path]) -> None:
    """By its name it would be a prediction."""
    person.drop(files["labelled"], on=person.button(TRUTH))

    def is_truth() -> bool:
        case = person.state.case
        return case is not None and case.truth is not None and case.truth.path == files["labelled"]

    person.wait(is_truth)
    assert hint(person) == ""
    assert person.state.case is not None
    assert person.state.case.predictions == ()


def test_a_mask_dropped_on_the_image_is_the_image(person: Person, files: dict[str, Path]) -> None:
    person.drop(files["labelled"], on=person.button(IMAGE))

    def is_image() -> bool:
        case = person.state.case
        return case is not None and case.image is not None and case.image.path == files["labelled"]

    person.wait(is_image)


def test_two_files_are_not_one_truth(person: Person, files: dict[str, Path]) -> None:
    before = person.state.case
    person.drop(files["eager"], files["labelled"], on=person.button(TRUTH))
    assert person.window.message.text == "The ground truth is one file, and these are 2; drop that one alone."
    assert person.app.pipeline.is_idle
    assert person.state.case is before


def test_words_of_another_program(person: Person) -> None:
    sentence = "Only files and folders of this computer can be dropped here; save it as a file first."
    held = person.hold(words="tumour, 3 cm")
    assert hint(person) == sentence
    person.let_go(held)
    assert hint(person) == ""
    assert person.window.message.text == sentence


def test_what_may_only_be_moved_is_not_taken(person: Person) -> None:
    """It would vanish where it came from."""
    mime = QMimeData()
    mime.setText("tumour")
    keys = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.MoveAction, mime, LEFT, keys)
    QApplication.sendEvent(person.window, entered)
    assert not entered.isAccepted()
    assert hint(person) == ""


def test_a_folder_is_asked_for(
    open_window: OpenWindow, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(files["scan"].parent))
    person = open_window()
    person.click("Open folder…")
    person.wait_for_case()
    assert person.state.case is not None
    assert sorted(one.name for one in person.state.case.predictions) == ["cautious", "eager", "labelled"]
