"""A file that was written again, replaced or taken away is told from the one that was read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from segdiff.io import CaseRequest, PredictionRequest, Stamp, stamps_of


@pytest.fixture
def mask(tmp_path: Path) -> Path:
    path = tmp_path / "pred.npz"
    path.write_bytes(b"12345")
    os.utime(path, ns=(7, 1_000_000_007))
    return path


def test_when_and_how_large(mask: Path) -> None:
    assert stamps_of(CaseRequest(truth=mask)) == {mask: Stamp(1_000_000_007, 5)}


def test_one_byte_more_at_the_same_time(mask: Path) -> None:
    before = stamps_of(CaseRequest(truth=mask))
    mask.write_bytes(b"123456")
    os.utime(mask, ns=(7, 1_000_000_007))
    assert stamps_of(CaseRequest(truth=mask)) != before


def test_as_large_but_later(mask: Path) -> None:
    before = stamps_of(CaseRequest(truth=mask))
    os.utime(mask, ns=(7, 1_000_000_008))
    assert stamps_of(CaseRequest(truth=mask)) != before


def test_parts_of_a_file_are_the_file_once(mask: Path, tmp_path: Path) -> None:
    parts = [PredictionRequest(Path(f"{mask}#{part}")) for part in ("a", "b")]
    assert list(stamps_of(CaseRequest(tmp_path / "none.npy", predictions=tuple(parts)))) == [
        tmp_path / "none.npy",
        mask,
    ]


def test_what_is_not_there_has_no_stamp(tmp_path: Path) -> None:
    assert stamps_of(CaseRequest(tmp_path / "none.npy")) == {tmp_path / "none.npy": None}


def test_the_voxels_beside_a_header_count_too(tmp_path: Path) -> None:
    for name in ("a.mhd", "a.raw", "b.raw"):
        (tmp_path / name).write_bytes(b"1")
    assert list(stamps_of(CaseRequest(tmp_path / "a.mhd"))) == [tmp_path / "a.mhd", tmp_path / "a.raw"]
