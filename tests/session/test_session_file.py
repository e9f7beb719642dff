"""Session files: what they hold, what they do not hold, and what is said of those that cannot be opened."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import nibabel
import numpy as np
import pytest

import segdiff
from segdiff.io import CaseRequest, PredictionRequest, ReadAs, read_case, sha256_of
from segdiff.session import (
    Decision,
    DrawAs,
    FileDiffers,
    PlaceInList,
    Session,
    SessionProblem,
    Theme,
    ViewState,
    check_files,
    load_session,
    save_session,
)

WORDS_OF_THE_HEADER = "Jane Doe 1970-01-01"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An image, a truth and a prediction of 2 × 3 × 4 voxels; the image's header names a patient."""
    data = tmp_path / "data"
    data.mkdir()
    for name, values in (("t2", range(24)), ("gt", [1] * 10 + [0] * 14), ("pred", [0] * 4 + [1] * 9 + [0] * 11)):
        voxels = np.array(list(values), np.int16).reshape(4, 3, 2)
        image = nibabel.Nifti1Image(voxels, np.diag([-0.5, -1.0, 2.0, 1.0]))
        image.header["descrip"] = WORDS_OF_THE_HEADER.encode()
        image.header["db_name"] = b"Jane Doe"
        image.to_filename(data / f"{name}.nii.gz")
    return data


@pytest.fixture
def session(folder: Path) -> Session:
    """All three files, looked at in a way that differs from the usual one everywhere."""
    request = CaseRequest(
        folder / "t2.nii.gz",
        folder / "gt.nii.gz",
        (PredictionRequest(folder / "pred.nii.gz", read_as=ReadAs.LABELS),),
        resample=True,
        notices=("a note of today",),
    )
    view = ViewState().with_case(read_case(request)).with_lock(False).with_costs(0.25, 1.5).with_threshold(0.375)
    view = view.with_cursor((1, 2, 3)).with_window((2.5, 17.0)).with_theme(Theme.LIGHT).with_convention("monai")
    view = (
        view.with_overlay(replace(view.overlay, draw_as=DrawAs.BOTH)).with_decision(Decision.FIX).with_comment("edge")
    )
    return Session(request, view, {path: sha256_of(path) for path in (folder / "t2.nii.gz", folder / "gt.nii.gz")})


def test_a_session_comes_back_and_so_does_its_view(session: Session, tmp_path: Path) -> None:
    save_session(session, tmp_path / "a.segdiff")
    found = load_session(tmp_path / "a.segdiff")
    assert found.request == replace(session.request, notices=())
    assert (found.fingerprints, found.is_demo) == (session.fingerprints, False)
    assert found.view == replace(session.view, case=None)
    case = read_case(found.request)
    assert found.view_of(case) == replace(session.view, case=case)


def test_what_is_written(session: Session, tmp_path: Path) -> None:
    save_session(session, tmp_path / "a.segdiff")
    written = json.loads((tmp_path / "a.segdiff").read_text("utf-8"))
    assert (written["kind"], written["format"], written["segdiff"]) == ("segdiff session", 1, segdiff.__version__)
    assert written["case"]["image"] == "data/t2.nii.gz"
    assert written["case"]["predictions"][0]["path"] == "data/pred.nii.gz"
    assert (written["case"]["resample"], written["case"]["assume_geometry"]) == (True, False)
    assert written["files"][1] == {"path": "data/gt.nii.gz", "sha256": sha256_of(tmp_path / "data" / "gt.nii.gz")}
    assert (written["view"]["beta"], written["view"]["overlay"]["draw_as"]) == (1.5, "both")


def test_nothing_of_the_headers_and_nothing_of_this_computer_is_written(session: Session, tmp_path: Path) -> None:
    header = nibabel.load(tmp_path / "data" / "t2.nii.gz").header
    assert header["descrip"].item().decode() == WORDS_OF_THE_HEADER
    save_session(session, tmp_path / "a.segdiff")
    text = (tmp_path / "a.segdiff").read_text("utf-8")
    for word in ("Jane", "Doe", "1970", str(tmp_path), str(Path.home()), "a note of today"):
        assert word not in text


def test_a_session_moved_with_its_files_finds_them(session: Session, tmp_path: Path) -> None:
    save_session(replace(session, listed=PlaceInList(tmp_path / "cases.csv", "two")), tmp_path / "a.segdiff")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("a.segdiff", "data"):
        (tmp_path / name).rename(elsewhere / name)
    found = load_session(elsewhere / "a.segdiff")
    check_files(found)
    assert found.listed == PlaceInList(elsewhere / "cases.csv", "two")
    view = found.view_of(read_case(found.request))
    subject = view.subject()
    assert subject is not None
    assert view.verdicts.of(subject).comment == "edge"


class TestFiles:
    """Files that are no longer what they were."""

    def test_all_are_as_they_were(self, session: Session) -> None:
        check_files(session)

    def test_a_changed_file(self, session: Session, folder: Path) -> None:
        (folder / "gt.nii.gz").write_bytes((folder / "pred.nii.gz").read_bytes())
        was, now = (session.fingerprints[folder / "gt.nii.gz"][:8], sha256_of(folder / "pred.nii.gz")[:8])
        with pytest.raises(FileDiffers) as problem:
            check_files(session)
        changed = "gt.nii.gz has changed since the session was saved"
        assert str(problem.value) == f"{changed}: its SHA-256 began with {was} and now begins with {now}."
        assert (problem.value.path, problem.value.is_missing) == (folder / "gt.nii.gz", False)

    def test_a_file_without_a_known_fingerprint_is_only_looked_for(self, session: Session, folder: Path) -> None:
        (folder / "pred.nii.gz").write_bytes(b"other")
        check_files(session)

    def test_a_missing_file(self, session: Session, folder: Path, tmp_path: Path) -> None:
        save_session(session, tmp_path / "a.segdiff")
        (folder / "gt.nii.gz").rename(tmp_path / "truth.nii.gz")
        with pytest.raises(FileDiffers, match=r"^gt\.nii\.gz is no longer where it was") as problem:
            check_files(load_session(tmp_path / "a.segdiff"))
        assert problem.value.is_missing
        found = load_session(tmp_path / "a.segdiff").with_moved({problem.value.path: tmp_path / "truth.nii.gz"})
        check_files(found)
        assert found.request.truth == tmp_path / "truth.nii.gz"
        view = found.view_of(read_case(found.request))
        subject = view.subject()
        assert subject is not None
        assert view.verdicts.of(subject).decision is Decision.FIX


class TestProblems:
    """One sentence each."""

    @pytest.fixture
    def edited(self, session: Session, tmp_path: Path) -> Callable[[Callable[[dict[str, Any]], object]], str]:
        """The sentence about a session after somebody edited it."""

        def edit(change: Callable[[dict[str, Any]], object]) -> str:
            path = tmp_path / "a.segdiff"
            save_session(session, path)
            document = json.loads(path.read_text("utf-8"))
            change(document)
            path.write_text(json.dumps(document), "utf-8")
            with pytest.raises(SessionProblem) as problem:
                load_session(path)
            sentence = str(problem.value)
            assert sentence.startswith("a.segdiff ")
            assert sentence.endswith(".")
            assert "\n" not in sentence
            return sentence

        return edit

    def test_too_new(self, edited: Any) -> None:
        sentence = edited(lambda d: d.update(format=2, segdiff="9.0"))
        assert sentence == ("a.segdiff was written by a newer segdiff (9.0), in form 2; this one knows forms up to 1.")

    def test_foreign(self, edited: Any) -> None:
        assert "is not a segdiff session" in edited(lambda d: d.update(kind="something else"))
        assert "does not say in which form" in edited(lambda d: d.pop("format"))

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            (lambda d: d["view"].update(alpha=-1), "view.alpha should lie from 0 to 10, and is -1"),
            (lambda d: d["view"].update(alpha=float("nan")), "view.alpha should be a number, not nan"),
            (lambda d: d["view"].update(threshold=1), "view.threshold should lie from 0.001 to 0.999, and is 1"),
            (lambda d: d["view"]["overlay"]["outcomes"].pop("false_negative"), "each of the three outcomes"),
            (lambda d: d["view"]["overlay"]["outcomes"]["false_positive"].update(opacity=2), "opacity should lie"),
            (lambda d: d["view"]["overlay"].update(blinks_per_second=30), "should lie from 0.25 to 4, and is 30"),
            (lambda d: d.update(view=None), "view should be a table"),
            (lambda d: d.pop("case"), "case should be a table of names and values, not nothing"),
            (lambda d: d["case"].update(truth=3), "case.truth should be a text, not 3"),
            (lambda d: d.update(files={"a": 1}), "files should be a list"),
        ],
    )
    def test_damaged(self, edited: Any, change: Any, words: str) -> None:
        sentence = edited(change)
        assert "is damaged" in sentence
        assert words in sentence

    @pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000, b"no JSON", b"1" * 5000])
    def test_no_json(self, content: bytes, tmp_path: Path) -> None:
        path = tmp_path / "b.segdiff"
        path.write_bytes(content)
        with pytest.raises(SessionProblem, match=r"^b\.segdiff .*\.$"):
            load_session(path)

    def test_there_is_none(self, tmp_path: Path) -> None:
        with pytest.raises(SessionProblem, match="There is no session file"):
            load_session(tmp_path / "none.segdiff")
        with pytest.raises(SessionProblem, match="cannot be read"):
            load_session(tmp_path)

    def test_a_folder_that_is_gone(self, session: Session, tmp_path: Path) -> None:
        with pytest.raises(SessionProblem, match=r"^a\.segdiff could not be saved: no such file or directory\.$"):
            save_session(session, tmp_path / "gone" / "a.segdiff")
