"""The program finds its own files wherever it was installed."""

from pathlib import Path

import pytest

from segdiff import paths


def test_the_mark_is_found_in_a_checkout() -> None:
    assert paths.resource("mark.svg").read_text("utf-8").startswith("<svg")


def test_what_is_inside_the_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside, beside = tmp_path / "inside", tmp_path / "beside"
    for place in (inside, beside):
        place.mkdir()
        (place / "segdiff-resources.txt").touch()
        (place / "mark.svg").write_text(place.name)
    monkeypatch.setattr(paths, "_PLACES", (inside, beside))
    assert paths.resource("mark.svg").read_text() == "inside"


def test_a_folder_without_the_marker_is_passed_by(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mark.svg").touch()
    monkeypatch.setattr(paths, "_PLACES", (tmp_path,))
    with pytest.raises(FileNotFoundError, match=r"'mark\.svg' is missing"):
        paths.resource("mark.svg")
