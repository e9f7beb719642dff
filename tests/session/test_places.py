"""How a session names files: never by who sits at the computer."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from segdiff.session.places import Places

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the paths here are written as on Linux and macOS")


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/anna")


@pytest.mark.parametrize(
    ("folder", "file", "text"),
    [
        ("/home/anna/study", "/home/anna/study/t2.nii.gz", "t2.nii.gz"),
        ("/home/anna/study", "/home/anna/study/case 7/ü.nii", "case 7/ü.nii"),
        ("/home/anna/study/sessions", "/home/anna/study/data/a.mat#gt", "../data/a.mat#gt"),
        ("/home/anna/study", "/data/t2.nii.gz", "../../../data/t2.nii.gz"),
        ("/data/sessions", "/data/t2.nii.gz", "../t2.nii.gz"),
        ("/data/sessions", "/home/anna/t2.nii.gz", "~/t2.nii.gz"),
        ("/data", "/data/~/t2.nii.gz", "./~/t2.nii.gz"),
        ("/data", "/data/../data/x/../t2.nii.gz", "t2.nii.gz"),
    ],
)
def test_a_path_is_written_without_the_user_and_found_again(folder: str, file: str, text: str) -> None:
    places = Places(Path(folder))
    assert places.text_of(Path(file)) == text
    assert "anna" not in text
    assert places.path_of(text) == Path(os.path.normpath(file))


def test_folder_and_files_can_be_moved_together() -> None:
    text = Places(Path("/data/old/sessions")).text_of(Path("/data/old/t2.nii.gz"))
    assert Places(Path("/mnt/new/sessions")).path_of(text) == Path("/mnt/new/t2.nii.gz")


def test_a_path_of_here_is_written_from_the_root_of_the_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert Places(tmp_path).text_of(Path("t2.nii.gz")) == "t2.nii.gz"
