"""Whatever is wrong with a file, what is on screen stays, and one sentence says what was found."""

from __future__ import annotations

import threading
from pathlib import Path

import nibabel
import numpy as np
import pytest
from PySide6.QtWidgets import QPushButton

from segdiff.data import Geometry
from segdiff.gui import pipeline
from segdiff.gui.widgets.prediction_row import PredictionRow
from tests.e2e.conftest import OpenWindow
from tests.e2e.files import write_nifti
from tests.e2e.person import Person
from tests.gui.cases import GRID, truth_map

WAIT = 20.0


@pytest.fixture
def person(open_window: OpenWindow, files: dict[str, Path]) -> Person:
    return open_window(image=files["scan"], truth=files["gt"], predictions=(files["eager"],)).wait_for_case()


def check_one_sentence(text: str, *parts: str) -> None:
    assert text.endswith(".")
    assert "\n" not in text
    assert "Traceback" not in text
    for part in parts:
        assert part in text


def broken(folder: Path) -> Path:
    path = folder / "broken_pred.nii.gz"
    path.write_bytes(b"this is no NIfTI file")
    return path


def test_a_damaged_file(person: Person, tmp_path: Path) -> None:
    before, formula = person.state, person.formula()
    person.drop(broken(tmp_path))
    check_one_sentence(person.wait_for_message(), "broken_pred.nii.gz", "NIfTI")
    assert person.state is before
    assert person.formula() == formula
    assert person.window.message.offers == ()
    assert person.app.pipeline.is_idle


def test_the_next_good_file_takes_the_sentence_away(person: Person, files: dict[str, Path], tmp_path: Path) -> None:
    person.drop(broken(tmp_path))
    person.wait_for_message()
    person.drop(files["cautious"])
    person.wait(lambda: person.state.case is not None and len(person.state.case.predictions) == 2)
    assert person.window.message.text == ""


def test_the_sentence_can_be_closed(person: Person, tmp_path: Path) -> None:
    person.drop(broken(tmp_path))
    person.wait_for_message()
    person.click("Close the message")
    assert person.window.message.text == ""


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (np.full(GRID.shape, np.nan, np.float32), "not finite"),
        (np.linspace(-1.0, 2.0, GRID.voxel_count, dtype=np.float32).reshape(GRID.shape), "0 to 1"),
    ],
)
def test_values_that_are_no_probabilities(person: Person, tmp_path: Path, values: np.ndarray, words: str) -> None:
    bad = write_nifti(tmp_path / "bad_pred.nii.gz", values, (2.0, 1.0, 0.5))
    person.drop(bad, on=person.button("+  Add a prediction, or drop it"))
    check_one_sentence(person.wait_for_message(), "bad_pred.nii.gz", words)


def test_a_file_that_vanished(person: Person, tmp_path: Path) -> None:
    person.drop(tmp_path / "gone_pred.nii.gz")
    check_one_sentence(person.wait_for_message(), "gone_pred.nii.gz")


def test_without_a_case_the_invitation_comes_back(open_window: OpenWindow, tmp_path: Path) -> None:
    person = open_window(image=broken(tmp_path))
    person.wait_for_message()
    assert person.window.welcome.isVisible()
    assert "Drop an image, a ground truth and a prediction here" in person.words(person.window.welcome)
    buttons = person.window.status.findChildren(QPushButton)
    assert "Cancel" not in [button.text() for button in buttons if button.isVisible()]


def test_what_is_being_measured_is_measured_to_the_end(
    open_window: OpenWindow, files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end, original = threading.Event(), threading.Event(), pipeline._measure

    def slow(*arguments: object) -> object:
        begun.set()
        assert may_end.wait(WAIT)
        return original(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "_measure", slow)
    person = open_window(truth=files["gt"], predictions=(files["eager"], files["cautious"]))
    person.wait(begun.is_set)
    person.drop(broken(tmp_path))
    person.wait_for_message()
    may_end.set()
    person.wait_for_case()
    assert person.scores()["Dice"] == [".7200", ".6857"]


def test_a_bug_is_said_too_and_printed_for_those_who_can_mend_it(
    person: Person, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], files: dict[str, Path]
) -> None:
    def break_down(*_: object) -> object:
        raise ZeroDivisionError("nobody thought of this")

    monkeypatch.setattr(pipeline, "_measure", break_down)
    before = person.state.prediction
    person.drop(files["cautious"])
    text = person.wait_for_message()
    check_one_sentence(text, "Something went wrong inside segdiff (ZeroDivisionError)")
    assert "nobody thought of this" in capsys.readouterr().err
    assert person.state.prediction == before
    assert set(person.words(person.window.scores)) >= {"Not measured."}


class TestAnotherGeometry:
    """What could be allowed is offered on a button, and leaves a badge that stays."""

    @pytest.fixture
    def elsewhere(self, tmp_path: Path) -> Path:
        """Labels on voxels of twice the size, in the same place."""
        coarse = np.zeros((4, 3, 3), np.uint8)
        coarse[0] = 1
        return write_nifti(tmp_path / "coarse_pred.nii.gz", coarse, (2.0, 2.0, 1.0))

    @pytest.fixture
    def nowhere(self, tmp_path: Path) -> Path:
        """The truth's own voxels in a file that does not say where they lie."""
        path = tmp_path / "bare_pred.nii.gz"
        nibabel.Nifti1Image(np.ascontiguousarray(truth_map().voxels.transpose(2, 1, 0)), None).to_filename(path)
        return path

    def badges(self, person: Person) -> list[str]:
        rows = person.window.findChildren(PredictionRow)
        return [word for row in rows for word in person.words(row) if word in ("resampled", "assumed")]

    def test_resampling(self, person: Person, elsewhere: Path) -> None:
        person.drop(elsewhere)
        text = person.wait_for_message()
        check_one_sentence(text, "coarse_pred.nii.gz", "gt.nii.gz", "3 × 3 × 4 voxels instead of 6 × 5 × 4")
        assert "--" not in text
        assert self.badges(person) == []
        person.click("Resample it")
        person.wait(lambda: person.state.case is not None and len(person.state.case.predictions) == 2)
        assert person.state.case is not None
        assert person.state.case.predictions[1].geometry is Geometry.RESAMPLED
        person.wait(lambda: self.badges(person) == ["resampled"])
        assert "resampled" in person.window.message.text

    def test_assuming(self, person: Person, nowhere: Path) -> None:
        person.drop(nowhere)
        check_one_sentence(person.wait_for_message(), "bare_pred.nii.gz", "does not say where")
        person.click("Lay it on voxel by voxel")
        person.wait(lambda: person.state.case is not None and len(person.state.case.predictions) == 2)
        person.wait(lambda: self.badges(person) == ["assumed"])

    def test_files_that_share_no_place_are_only_refused(self, person: Person, tmp_path: Path) -> None:
        far = tmp_path / "far_pred.nii.gz"
        affine = np.diag([-0.5, -1.0, 2.0, 1.0])
        affine[:3, 3] = 500.0, 500.0, 500.0
        nibabel.Nifti1Image(np.ones((6, 5, 4), np.uint8), affine).to_filename(far)
        person.drop(far)
        check_one_sentence(person.wait_for_message(), "far_pred.nii.gz")
        assert person.window.message.offers == ()
