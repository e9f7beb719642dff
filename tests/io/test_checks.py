"""The installation's own check of its readers, the table of readers, and fingerprints."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from segdiff.errors import FileProblem
from segdiff.io import readable_suffixes, self_check, sha256_of
from segdiff.io.readers import READERS
from tests.io.files import write_png


def test_every_reader_reads_what_its_library_writes() -> None:
    results = self_check()
    assert [name for name, _, _ in results] == [reader.name for reader in READERS]
    assert all(works for _, works, _ in results), results
    assert {name: detail for name, _, detail in results}["PNG"].startswith("PIL ")


@pytest.mark.parametrize(
    ("change", "detail"),
    [
        ({"library": "no_such_library"}, "No module named 'no_such_library'"),
        ({"write_sample": lambda path, _: path.touch()}, "sample.png is empty: it holds 0 bytes."),
        (
            {"write_sample": lambda path, pixels: write_png(path, 255 - pixels)},
            "PIL .* does not give back what it wrote",
        ),
    ],
)
def test_a_reader_that_does_not_work_is_told(change: dict, detail: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("segdiff.io.checks.READERS", (replace(READERS[0], **change), READERS[1]))
    (name, works, told), (_, other_works, _) = self_check()
    assert (name, works, other_works) == ("PNG", False, True)
    assert re.fullmatch(detail, told)


def test_suffixes() -> None:
    assert ".nii.gz" in readable_suffixes()
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in readable_suffixes())
    assert len(set(readable_suffixes())) == len(readable_suffixes())


def test_sha256(tmp_path: Path) -> None:
    """Of "abc", as FIPS 180-2 gives it."""
    (tmp_path / "a.txt").write_bytes(b"abc")
    assert sha256_of(tmp_path / "a.txt") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_sha256_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"^There is no file"):
        sha256_of(tmp_path / "a.nii")


def test_libraries_are_imported_only_when_a_file_needs_them() -> None:
    libraries = ("nibabel", "PIL", "tifffile", "scipy", "skimage")
    code = f"import sys, segdiff.io; print([name for name in {libraries!r} if name in sys.modules])"
    root = Path(__file__).resolve().parents[2]
    result = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
