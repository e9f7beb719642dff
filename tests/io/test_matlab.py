"""MATLAB's files, version 5 as scipy writes it and 7.3 as MATLAB does: variables as parts, and nothing but numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest
from scipy.io import savemat
from scipy.sparse import csc_array

from segdiff.errors import ChoiceNeeded, FileProblem
from segdiff.io.opening import open_content
from tests.io.files import lopsided_labels, lopsided_volume, read_pair, write_nifti

VOLUME, LABELS = lopsided_volume(), lopsided_labels()


def write_v5(path: Path, **variables: Any) -> Path:
    """Arrays as MATLAB counts them, ``(i, j, k)``."""
    savemat(path, variables, do_compression=True)
    return path


def write_v73(path: Path, **variables: Any) -> Path:
    """The same as HDF5, whose axes run the other way round, after MATLAB's block of text."""
    with h5py.File(path, "w", userblock_size=512) as file:
        for name, array in variables.items():
            turned = np.atleast_2d(array).T
            said = "logical" if turned.dtype == bool else str(turned.dtype)
            stored = file.create_dataset(name, data=turned.astype("u1" if turned.dtype == bool else turned.dtype))
            stored.attrs["MATLAB_class"] = np.bytes_(said.replace("float64", "double").replace("float32", "single"))
    with path.open("r+b") as raw:
        raw.write(b"MATLAB 7.3 MAT-file, Platform: GLNXA64".ljust(124) + b"\0\2IM")
    return path


Write = Callable[..., Path]
both = pytest.mark.parametrize("write", [write_v5, write_v73])


@both
def test_the_only_volume_among_other_things_needs_no_part(write: Write, tmp_path: Path) -> None:
    path = write(tmp_path / "a.mat", gt=LABELS.T, spacing=np.array([[0.5, 0.7, 3.0]]), threshold=0.5)
    content = open_content(path)
    assert content.grid is None
    np.testing.assert_array_equal(content.voxels, LABELS)


@both
def test_several_volumes_lead_to_a_question(write: Write, tmp_path: Path) -> None:
    path = write(tmp_path / "a.mat", img=VOLUME.T, gt=LABELS.T, spacing=np.ones((1, 3)))
    with pytest.raises(ChoiceNeeded) as caught:
        open_content(path)
    assert str(caught.value) == (
        "a.mat holds 2 variables (gt 5 × 4 × 3, img 5 × 4 × 3); say which is meant, as in a.mat#gt."
    )
    assert [choice.part for choice in caught.value.choices] == ["gt", "img"]
    with pytest.raises(FileProblem, match=r"^a\.mat has no variable 'truth'; there is #gt, #img\.$"):
        open_content(tmp_path / "a.mat#truth")


@both
@pytest.mark.parametrize("kind", ["i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8", "?"])
def test_types(write: Write, kind: str, tmp_path: Path) -> None:
    content = open_content(write(tmp_path / "a.mat", x=LABELS.T.astype(kind)))
    assert content.voxels.dtype == np.dtype(kind if kind != "?" else "u1")
    assert content.voxels.flags.c_contiguous
    np.testing.assert_array_equal(content.voxels, LABELS.astype(kind))


@both
def test_pictures_stay_rows_and_columns(write: Write, tmp_path: Path) -> None:
    content = open_content(write(tmp_path / "a.mat", x=VOLUME[0]))
    np.testing.assert_array_equal(content.voxels, VOLUME[0])
    colours = np.arange(90, dtype=np.uint8).reshape(5, 6, 3)
    content = open_content(write(tmp_path / "a.mat", x=colours))
    assert content.is_colour
    np.testing.assert_array_equal(content.voxels, colours)


@both
def test_rows_and_columns_of_slices(write: Write, tmp_path: Path) -> None:
    """The axes that MATLAB's dicomread leads to, (y, x, z); square slices could be either, and that is said."""
    truth = write_nifti(tmp_path / "gt.nii", LABELS)
    write(tmp_path / "a.mat", rows=np.dstack(list(LABELS)))
    case = read_pair(truth, tmp_path / "a.mat", assume_geometry=True)
    np.testing.assert_array_equal(case.predictions[0].content.voxels, LABELS)
    square = LABELS[:, :, :4]
    write(tmp_path / "b.mat", columns=square.T)
    case = read_pair(write_nifti(tmp_path / "square.nii", square), tmp_path / "b.mat", assume_geometry=True)
    np.testing.assert_array_equal(case.predictions[0].content.voxels, square)
    assert case.notices[0] == "The axes of b.mat were taken to be (x, y, z); by its size they could also be (y, x, z)."


@both
@pytest.mark.parametrize("turned", [False, True])
def test_variables_against_each_other_and_against_a_nifti(write: Write, turned: bool, tmp_path: Path) -> None:
    """The axes may be those of MATLAB's own NIfTI reader, (i, j, k), or of Python, (z, y, x)."""
    arrays = {"gt": LABELS, "pred": LABELS[::-1]}
    path = write(tmp_path / "a.mat", **{name: array if turned else array.T for name, array in arrays.items()})
    case = read_pair(tmp_path / "a.mat#gt", tmp_path / "a.mat#pred")
    assert case.truth is not None
    assert int(np.count_nonzero((case.truth.voxels == 1) & (case.predictions[0].content.voxels == 1))) == 5
    truth = write_nifti(tmp_path / "gt.nii", LABELS)
    with pytest.raises(FileProblem, match="no variable"):
        open_content(path.with_name("a.mat#nothing"))
    case = read_pair(truth, tmp_path / "a.mat#gt", assume_geometry=True)
    np.testing.assert_array_equal(case.predictions[0].content.voxels, LABELS)


@both
def test_channels_come_last_and_are_chosen_by_number(write: Write, tmp_path: Path) -> None:
    several = np.stack([LABELS, LABELS[::-1]])
    write(tmp_path / "a.mat", x=several.transpose(3, 2, 1, 0))
    truth = write_nifti(tmp_path / "gt.nii", LABELS)
    case = read_pair(truth, tmp_path / "a.mat#x#2", assume_geometry=True)
    np.testing.assert_array_equal(case.predictions[0].content.voxels, LABELS[::-1])


@both
def test_complex_numbers(write: Write, tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="complex"):
        open_content(write(tmp_path / "a.mat", x=VOLUME.T * 1j))


def test_what_is_not_numbers_in_version_5(tmp_path: Path) -> None:
    cell = np.empty((2, 2), object)
    cell[:] = "lesion"
    write_v5(tmp_path / "a.mat", s={"mask": VOLUME}, c=cell, text="lesion", gt=LABELS.T)
    np.testing.assert_array_equal(open_content(tmp_path / "a.mat").voxels, LABELS)
    for name, kind in (("s", "struct"), ("c", "cell"), ("text", "char")):
        with pytest.raises(FileProblem) as caught:
            open_content(tmp_path / f"a.mat#{name}")
        assert str(caught.value) == (
            f"a.mat#{name} is of MATLAB's class {kind}, which is not opened; "
            "save the array in it as a variable of its own."
        )
    write_v5(tmp_path / "b.mat", s={"mask": VOLUME}, text="lesion")
    with pytest.raises(FileProblem) as caught:
        open_content(tmp_path / "b.mat")
    assert str(caught.value) == (
        "b.mat holds no picture or volume; its variables are s (struct), text (char); save the array as one of its own."
    )


def test_a_sparse_mask_is_asked_for_in_full(tmp_path: Path) -> None:
    write_v5(tmp_path / "a.mat", mask=csc_array(VOLUME[0] > 1), note="of the liver")
    with pytest.raises(FileProblem) as caught:
        open_content(tmp_path / "a.mat")
    assert str(caught.value) == (
        "a.mat holds no picture or volume; its variables are mask (sparse), note (char); "
        "save full(mask) as one of its own."
    )


def test_what_is_not_numbers_in_version_7_3(tmp_path: Path) -> None:
    write_v73(tmp_path / "a.mat", gt=LABELS.T)
    write_v73(tmp_path / "other.mat", secret=VOLUME.T)
    with h5py.File(tmp_path / "a.mat", "r+") as file:
        file.create_group("s")["mask"] = VOLUME
        file["#refs#"] = VOLUME
        file["cell"] = np.array([[file["gt"].ref]], dtype=h5py.ref_dtype)
        file["elsewhere"] = h5py.ExternalLink("other.mat", "/secret")
        file["around"] = h5py.SoftLink("/gt")
        layout = h5py.VirtualLayout((3, 4, 5), "i2")
        layout[...] = h5py.VirtualSource(tmp_path / "other.mat", "secret", (3, 4, 5))
        file.create_virtual_dataset("virtual", layout)
        file.create_dataset("raw", (3, 4), "u1", external=[("other.mat", 0, 12)])
        file.create_dataset("nothing", data=np.array([[0, 3]])).attrs["MATLAB_empty"] = 1
    np.testing.assert_array_equal(open_content(tmp_path / "a.mat").voxels, LABELS)
    for name, kind in (
        ("s", "struct"),
        ("cell", "cell"),
        *((name, "link") for name in ("elsewhere", "around", "virtual", "raw")),
    ):
        with pytest.raises(FileProblem, match=rf"^a\.mat#{name} is of MATLAB's class {kind}, which is not opened; "):
            open_content(tmp_path / f"a.mat#{name}")
    with pytest.raises(FileProblem, match=r"^a\.mat#nothing holds no voxels\.$"):
        open_content(tmp_path / "a.mat#nothing")


def test_hdf5_of_other_programs_under_matlabs_suffix(tmp_path: Path) -> None:
    with h5py.File(tmp_path / "a.mat", "w") as file:
        file["gt"] = LABELS
    np.testing.assert_array_equal(open_content(tmp_path / "a.mat").voxels, LABELS)


def test_data_that_is_not_there(tmp_path: Path) -> None:
    """Sizes are a header's word: a set of 10¹² values may take no room at all."""
    with h5py.File(tmp_path / "a.mat", "w") as file:
        file.create_dataset("gt", (10000, 10000, 10000), "i2", chunks=(10, 10, 10), compression="gzip")
    with pytest.raises(FileProblem, match=r"^a\.mat promises 1\.8 TiB of values but can hold at most 0 bytes"):
        open_content(tmp_path / "a.mat")
