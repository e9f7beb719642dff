"""What is to be read, and what joins what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from segdiff.data import Case, Geometry, Grid, LabelMap
from segdiff.errors import GeometryMismatch
from segdiff.gui import asking, opening
from segdiff.gui.latest import Ticket
from segdiff.gui.opening import Permission, Reading, ReadResult, Role
from segdiff.gui.remedies import remedies_for
from segdiff.io import CaseRequest, PredictionRequest, ReadAs
from segdiff.session import ViewState, WindowRequest
from tests.gui.cases import case_of, eager, state_of


@pytest.fixture
def ticket() -> Ticket:
    return Ticket("read", lambda *_: None)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a mask of 3 × 4 pixels (the first few are 1), or an image of as many values."""

    def write_array(name: str, ones: int | None = None, shape: tuple[int, int] = (3, 4)) -> Path:
        values = np.arange(shape[0] * shape[1])
        picture = values * 1.5 if ones is None else values < ones
        path = tmp_path / name
        np.save(path, picture.reshape(shape).astype(np.float32 if ones is None else np.uint8))
        return path

    return write_array


def names(case: Case) -> list[str]:
    return [prediction.name for prediction in case.predictions]


def test_one_file_in_each_role(write: Callable[..., Path], ticket: Ticket) -> None:
    image, truth, prediction = write("scan.npy"), write("gt.npy", 5), write("pred.npy", 3)
    opened = Reading(CaseRequest(), (image,), Role.IMAGE)(ticket)
    opened = Reading(opened.request, (truth,), Role.TRUTH)(ticket)
    opened = Reading(opened.request, (prediction,), Role.PREDICTION)(ticket)
    assert opened.request == CaseRequest(image, truth, (PredictionRequest(prediction),))
    assert opened.case.truth is not None
    assert opened.case.truth.counts[1] == 5
    assert names(opened.case) == ["pred"]


def test_several_predictions_join_at_once_and_none_twice(write: Callable[..., Path], ticket: Ticket) -> None:
    truth, first, second = write("gt.npy", 5), write("a.npy", 3), write("b.npy", 4)
    opened = CaseRequest(truth=truth, predictions=(PredictionRequest(first),))
    read = Reading(opened, (first, second), Role.PREDICTION)(ticket)
    assert names(read.case) == ["a", "b"]


def test_dropped_files_find_their_roles(write: Callable[..., Path], ticket: Ticket) -> None:
    files = (write("pred.npy", 3), write("scan.npy"), write("gt.npy", 5))
    read = Reading(CaseRequest(), files)(ticket)
    assert read.request == CaseRequest(files[1], files[2], (PredictionRequest(files[0]),))


def test_a_new_image_and_truth_begin_another_case(write: Callable[..., Path], ticket: Ticket) -> None:
    opened = CaseRequest(write("scan1.npy"), write("gt1.npy", 5), (PredictionRequest(write("pred1.npy", 3)),))
    image, truth = write("image.npy", shape=(6, 2)), write("truth.npy", 2, shape=(6, 2))
    read = Reading(opened, (image, truth))(ticket)
    assert read.request == CaseRequest(image, truth)


def test_one_more_image_is_left_out_and_says_so(write: Callable[..., Path], ticket: Ticket) -> None:
    opened = CaseRequest(write("t1.npy"), write("gt.npy", 5), (PredictionRequest(write("pred.npy", 3)),))
    read = Reading(opened, (write("t2.npy"),))(ticket)
    assert replace(read.request, notices=()) == opened
    assert read.case.notices == ("t2.npy looks like one more image and was left out.",)


def test_beside_an_image_numbers_from_0_to_1_are_a_prediction(
    write: Callable[..., Path], tmp_path: Path, ticket: Ticket
) -> None:
    """Whatever the file is called, and with whatever it comes."""
    opened, soft = CaseRequest(write("t1.npy"), write("gt.npy", 5)), tmp_path / "mine.npy"
    np.save(soft, np.linspace(0.0, 0.93, 12, dtype=np.float32).reshape(3, 4))
    read = Reading(opened, (soft, write("yours.npy", 3)))(ticket)
    assert (read.request.image, read.request.truth) == (opened.image, opened.truth)
    assert sorted(names(read.case)) == ["mine", "yours"]


def test_one_more_mask_is_a_prediction_and_says_so(write: Callable[..., Path], ticket: Ticket) -> None:
    """The truth that is there stays; nothing is replaced unasked."""
    opened, more = CaseRequest(truth=write("gt.npy", 5)), write("seg.npy", 3)
    read = Reading(opened, (more,))(ticket)
    assert read.request.truth == opened.truth
    assert names(read.case) == ["seg"]
    assert read.case.notices == ("seg.npy was added as a prediction, since there is a ground truth.",)


def test_the_same_truth_again_is_no_prediction(write: Callable[..., Path], ticket: Ticket) -> None:
    opened = CaseRequest(truth=write("gt.npy", 5))
    assert opened.truth is not None
    assert Reading(opened, (opened.truth,))(ticket).request == opened


def test_what_is_allowed_is_allowed(write: Callable[..., Path], tmp_path: Path, ticket: Ticket) -> None:
    """A prediction without geometry is laid on a truth that has one only when a person says so."""
    nibabel = pytest.importorskip("nibabel")
    truth = tmp_path / "truth.nii"
    volume = np.zeros((4, 3, 2), np.uint8)
    volume[1, 1] = 1
    nibabel.Nifti1Image(volume, np.diag([0.5, 0.7, 3.0, 1.0])).to_filename(truth)
    bare = tmp_path / "pred.npy"
    np.save(bare, volume)
    refused = Reading(CaseRequest(truth=truth), (bare,), Role.PREDICTION)
    with pytest.raises(GeometryMismatch) as found:
        refused(ticket)
    (remedy,) = remedies_for(found.value, refused)
    assert remedy.work == refused.allowing(Permission.ASSUME)
    read = remedy.work(ticket)
    assert read.case.predictions[0].geometry is Geometry.ASSUMED
    assert read.request.assume_geometry


def test_a_permission_ends_with_its_case(write: Callable[..., Path], ticket: Ticket) -> None:
    opened = CaseRequest(truth=write("gt.npy", 5), assume_geometry=True, resample=True)
    read = Reading(opened, (write("image.npy"), write("truth.npy", 2)))(ticket)
    assert not read.request.assume_geometry
    assert not read.request.resample


class TestWorkOfTheCommandLine:
    def test_nothing_was_asked_for(self) -> None:
        assert opening.work_of(WindowRequest()) is None
        assert opening.work_of(WindowRequest(resample=True)) is None

    def test_the_demo(self) -> None:
        assert opening.work_of(WindowRequest(demo=True)) is opening.read_demo

    def test_named_files(self) -> None:
        image, truth, prediction = Path("i"), Path("t"), Path("p")
        request = WindowRequest(image, truth, (prediction,), read_8bit_as_probabilities=True, resample=True)
        expected = CaseRequest(image, truth, (PredictionRequest(prediction, read_as=ReadAs.PROBABILITIES),))
        assert opening.work_of(request) == Reading(expected, allowed=frozenset({Permission.RESAMPLE}))

    def test_files_to_be_guessed(self) -> None:
        paths = (Path("a"), Path("b"))
        request = WindowRequest(paths=paths, assume_geometry=True)
        assert opening.work_of(request) == Reading(CaseRequest(), paths, allowed=frozenset({Permission.ASSUME}))


def test_taking_a_prediction_out_takes_its_file_out(write: Callable[..., Path], ticket: Ticket) -> None:
    files = tuple(PredictionRequest(write(name, ones)) for name, ones in (("a.npy", 3), ("b.npy", 4)))
    request = CaseRequest(truth=write("gt.npy", 5), predictions=files)
    case = Reading(request)(ticket).case
    assert opening.without_prediction(request, case, "a").predictions == files[1:]


def test_a_new_case_is_looked_at_where_there_is_most_to_see() -> None:
    read = ReadResult(case_of(eager()), CaseRequest(), focus=(0, 1, 2))
    assert opening.looking_at(ViewState(), read).cursor == (0, 1, 2)
    moved = state_of(eager()).with_cursor((3, 3, 3))
    assert opening.looking_at(moved, read).cursor == (3, 3, 3)
    small = LabelMap(np.zeros((2, 2, 2), np.uint8), Grid((2, 2, 2)))
    other = ReadResult(Case("other", truth=small), CaseRequest(), (1, 1, 0))
    assert opening.looking_at(moved, other).cursor == (1, 1, 0)


@pytest.mark.parametrize(
    ("role", "title", "dialog", "chosen", "files"),
    [
        (
            Role.ANY,
            "Open files",
            "getOpenFileNames",
            ["/data/a.nii", "/data/b.nii"],
            [Path("/data/a.nii"), Path("/data/b.nii")],
        ),
        (Role.PREDICTION, "Open predictions", "getOpenFileNames", [], []),
        (Role.IMAGE, "Open an image", "getOpenFileName", "/data/a.nii", [Path("/data/a.nii")]),
        (Role.TRUTH, "Open a ground truth", "getOpenFileName", "", []),
    ],
)
def test_asking_for_files_begins_where_it_ended(
    role: Role,
    title: str,
    dialog: str,
    chosen: object,
    files: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(QFileDialog, dialog, lambda *words: (asked.append(words), (chosen, ""))[1])
    parent = QWidget()
    qtbot.addWidget(parent)
    QSettings().remove("open/folder")
    assert asking.ask_for_files(parent, role) == files
    asking.ask_for_files(parent, role)
    assert [words[1] for words in asked] == [title] * 2
    assert [words[2] for words in asked] == ["", "/data" if files else ""]
    assert "*.nii.gz" in str(asked[0][3])


def test_asking_for_a_folder_begins_where_it_ended(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    begun: list[str] = []
    answers = iter(["/data/case 7", ""])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *words: (begun.append(words[2]), next(answers))[1])
    parent = QWidget()
    qtbot.addWidget(parent)
    QSettings().remove("open/folder")
    assert asking.ask_for_folder(parent) == Path("/data/case 7")
    assert asking.ask_for_folder(parent) is None
    assert begun == ["", "/data/case 7"]
