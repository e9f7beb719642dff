"""Voxels brought from a file's order of axes into ours: every order and sense, and every way to copy."""

from __future__ import annotations

from itertools import permutations, product
from pathlib import Path

import nibabel
import numpy as np
import pytest
from nibabel.orientations import apply_orientation, axcodes2ornt, inv_ornt_aff, ornt_transform

from segdiff.io.opening import open_content
from segdiff.io.readers import stored
from tests.io.files import PLACED

ORDERS = ["".join(axes) for ends in product("RL", "AP", "IS") for axes in permutations(ends)]


@pytest.mark.parametrize("kind", ["u1", "i2", ">i2", "f4", "f8"])
@pytest.mark.parametrize("shape", [(16, 24, 8), (7, 9, 11), (8, 16, 3)])
def test_every_order_and_sense_of_axes(kind: str, shape: tuple[int, int, int], tmp_path: Path) -> None:
    """Slices that become neighbours in memory are woven into words where their number allows it: 8, not 7."""
    volume = np.random.default_rng(6).integers(0, 200, shape).astype(kind)
    assert len(set(ORDERS)) == 48
    for order in ORDERS:
        turn = ornt_transform(axcodes2ornt("LPS"), axcodes2ornt(order))
        affine = PLACED @ inv_ornt_aff(turn, volume.T.shape)
        image = nibabel.Nifti1Image(apply_orientation(volume.T, turn), affine)
        image.to_filename(tmp_path / "a.nii")
        content = open_content(tmp_path / "a.nii")
        assert content.voxels.flags.c_contiguous
        np.testing.assert_array_equal(content.voxels, volume, err_msg=order)


def test_slices_larger_than_a_block_are_read_row_by_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    volume = np.random.default_rng(6).integers(0, 200, (3, 40, 50)).astype(np.int16)
    nibabel.Nifti1Image(volume.T, PLACED @ np.diag([-1.0, 1, 1, 1])).to_filename(tmp_path / "a.nii")
    monkeypatch.setattr(stored, "_BLOCK_BYTES", 300)
    monkeypatch.setattr(stored, "_LARGE_BYTES", 400)
    told: list[float] = []
    np.testing.assert_array_equal(open_content(tmp_path / "a.nii", told.append).voxels, volume[:, :, ::-1])
    assert told == sorted(told)
    assert len(told) > 3
