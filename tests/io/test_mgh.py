"""MGH and MGZ as nibabel writes them: every voxel where nibabel puts it."""

from __future__ import annotations

from pathlib import Path

import nibabel
import numpy as np
import pytest
from nibabel.orientations import axcodes2ornt, inv_ornt_aff, ornt_transform

from segdiff.errors import FileProblem
from segdiff.io.content import Content
from segdiff.io.opening import open_content
from tests.io.files import PLACED, lopsided_volume, write_nifti

VOLUME = lopsided_volume()


def written(path: Path, stored: np.ndarray, affine: np.ndarray = PLACED) -> Content:
    """Write an array ``(i, j, k)``."""
    nibabel.MGHImage(stored, affine).to_filename(path)
    return open_content(path)


def check_same(content: Content, other: Content) -> None:
    assert content.grid is not None
    assert other.grid is not None
    assert content.grid.difference_from(other.grid) is None
    np.testing.assert_array_equal(content.voxels, other.voxels)


@pytest.mark.parametrize("name", ["a.mgh", "a.mgz"])
@pytest.mark.parametrize("kind", ["u1", "i2", "i4", "f4"])
def test_types(name: str, kind: str, tmp_path: Path) -> None:
    content = written(tmp_path / name, VOLUME.T.astype(kind))
    assert content.voxels.dtype == np.dtype(kind)
    assert content.has_position
    check_same(content, open_content(write_nifti(tmp_path / "a.nii", VOLUME)))


@pytest.mark.parametrize("order", ["RAS", "LIA", "PSR", "SRA"])
def test_orders_and_senses_of_axes(order: str, tmp_path: Path) -> None:
    turn = ornt_transform(axcodes2ornt("LPS"), axcodes2ornt(order))
    stored = nibabel.orientations.apply_orientation(VOLUME.T, turn)
    content = written(tmp_path / "a.mgz", stored, PLACED @ inv_ornt_aff(turn, VOLUME.T.shape))
    check_same(content, open_content(write_nifti(tmp_path / "a.nii", VOLUME)))


def test_oblique(tmp_path: Path) -> None:
    turn = np.array([[0.8, -0.6, 0, 3], [0.6, 0.8, 0, -5], [0, 0, 1, 7], [0, 0, 0, 1]])
    content = written(tmp_path / "a.mgz", VOLUME.T, turn @ PLACED)
    check_same(content, open_content(write_nifti(tmp_path / "a.nii", VOLUME, turn @ PLACED)))


def test_volumes(tmp_path: Path) -> None:
    several = np.stack([VOLUME, VOLUME[::-1]])
    content = written(tmp_path / "a.mgz", several.transpose(3, 2, 1, 0))
    np.testing.assert_array_equal(content.voxels, several)
    np.testing.assert_array_equal(open_content(tmp_path / "a.mgz#2").voxels, several[1])


def test_without_a_place(tmp_path: Path) -> None:
    written(tmp_path / "a.mgh", VOLUME.T)
    raw = bytearray((tmp_path / "a.mgh").read_bytes())
    raw[28:30] = b"\0\0"  # goodRASFlag
    (tmp_path / "a.mgh").write_bytes(raw)
    content = open_content(tmp_path / "a.mgh")
    assert content.grid is None
    assert content.notices == ("The header of a.mgh says nothing usable about where its voxels lie.",)
    np.testing.assert_array_equal(content.voxels, VOLUME)


def test_damage(tmp_path: Path) -> None:
    written(tmp_path / "a.mgh", VOLUME.T)
    whole = (tmp_path / "a.mgh").read_bytes()
    for kept, said in (
        (100, r"ends inside its header; it was cut off or is damaged\.$"),
        (300, r"promises 404 bytes of values but can hold 300 bytes; it was cut off or is damaged\.$"),
    ):
        (tmp_path / "a.mgh").write_bytes(whole[:kept])
        with pytest.raises(FileProblem, match=r"^a\.mgh " + said):
            open_content(tmp_path / "a.mgh")
    (tmp_path / "a.mgh").write_bytes(whole[:20] + b"\0\0\0\x05" + whole[24:])
    with pytest.raises(
        FileProblem, match=r"^a\.mgh holds numbers of a type that no version of FreeSurfer documents\.$"
    ):
        open_content(tmp_path / "a.mgh")
