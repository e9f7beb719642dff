"""``segdiff info``: what is in files."""

from __future__ import annotations

from pathlib import Path

import nibabel
import numpy as np
import pytest

from tests.cli.conftest import Command, Files


def test_a_mask(segdiff: Command, files: Files) -> None:
    """3 × 2 × 1 mm voxels, so five of label 2 are 0.03 ml; i runs to the left, j to the back, k upwards."""
    labels = np.zeros((4, 3, 2), np.uint8)
    labels[0, :2], labels[1, 0, 0] = 2, 2
    path = files.nifti("gt", labels, (1.0, 2.0, 3.0))
    (path.parent / "labels.json").write_text('{"2": "lesion"}')
    (found,) = segdiff("info", path, "--format", "json").json["files"]
    assert (found["format"], found["kind"], found["stored_as"], found["range"]) == ("NIfTI", "labels", "uint8", [0, 2])
    assert (found["shape"], found["orientation"], found["placed_by"]) == ([2, 3, 4], "LPS", "sform")
    assert found["grid"]["shape"] == [4, 3, 2]
    assert found["grid"]["spacing_mm"] == pytest.approx([1, 2, 3])
    assert found["grid"]["origin_mm"] == pytest.approx([-21, 34, 55])
    (label,) = found["labels"]
    assert label == {"label": 2, "name": "lesion", "colour": None, "voxels": 5, "ml": pytest.approx(0.03)}
    text = segdiff("info", path).out
    assert "2 × 3 × 4 voxels of 3 × 2 × 1 mm" in text
    assert "axes LPS, by its sform; its first voxel is 21.0 mm right, 34.0 mm back, 55.0 mm up" in text
    assert "2 · lesion       5  0.03" in text


def test_the_letters_are_those_of_the_file(segdiff: Command, tmp_path: Path) -> None:
    affine = np.array([[0, 0, 2.0, -9], [-3.0, 0, 0, 40], [0, 1.0, 0, 7], [0, 0, 0, 1]])
    nibabel.Nifti1Image(np.zeros((5, 4, 3), np.int16), affine).to_filename(tmp_path / "t1.nii")
    (found,) = segdiff("info", tmp_path / "t1.nii", "--format", "json").json["files"]
    assert found["orientation"] == "".join(nibabel.aff2axcodes(affine)) == "PSR"
    assert found["shape"] == [5, 4, 3]
    assert "its first voxel is 9.0 mm left, 40.0 mm front, 7.0 mm up" in segdiff("info", tmp_path / "t1.nii").out


def test_channels_are_counted_at_one_half(segdiff: Command, files: Files) -> None:
    channels = np.array([[[0.2, 0.7, 0.5]], [[0.8, 0.3, 0.5]]])
    path = files.npy("net", channels, np.float32)
    np.savez(path.with_suffix(".npz"), probabilities=channels)
    text = segdiff("info", path.with_suffix(".npz")).out
    assert "probabilities" in text
    affine = np.diag([-1.0, -1.0, 1.0, 1.0])
    stored = np.moveaxis(channels, 0, -1)[:, :, None, :]
    nibabel.Nifti1Image(stored.astype(np.float32), affine).to_filename(path.with_suffix(".nii"))
    (found,) = segdiff("info", path.with_suffix(".nii"), "--format", "json").json["files"]
    assert (found["kind"], found["channels"], found["channels_add_up_to_one"]) == ("probabilities", 2, True)
    assert [(row["label"], row["voxels"]) for row in found["labels"]] == [(1, 2)]


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (np.linspace(-3, 8.5, 12).reshape(3, 4), "numbers"),
        (np.arange(600).reshape(20, 30), "numbers"),
        (np.eye(3), "labels"),
        (np.full((2, 2), np.nan), "numbers"),
    ],
)
def test_kinds(values: np.ndarray, kind: str, segdiff: Command, tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", values)
    assert f"Holds       {kind}" in segdiff("info", tmp_path / "a.npy").out
    assert segdiff("info", tmp_path / "a.npy", "--format", "json").json["files"][0]["kind"] == kind


def test_every_part_of_a_file(segdiff: Command, tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", gt=np.eye(3, dtype=np.uint8), pred=np.zeros((3, 3), np.uint8))
    ending = segdiff("info", tmp_path / "a.npz")
    assert [line for line in ending.out.splitlines() if line.startswith("/")] == [
        str(tmp_path / "a.npz#gt"),
        str(tmp_path / "a.npz#pred"),
    ]
    assert "none: every voxel is 0" in ending.out


def test_nobody_is_named(segdiff: Command, tmp_path: Path) -> None:
    image = nibabel.Nifti1Image(np.zeros((2, 2, 2), np.uint8), np.eye(4))
    image.header["descrip"], image.header["db_name"] = b"MUSTERMANN ERIKA", b"19640812"
    image.to_filename(tmp_path / "scan.nii")
    for form in ("table", "json"):
        assert "MUSTERMANN" not in segdiff("info", tmp_path / "scan.nii", "--format", form).out
        assert "1964" not in segdiff("info", tmp_path / "scan.nii", "--format", form).out


def test_a_file_that_is_not_there(segdiff: Command, tmp_path: Path) -> None:
    assert segdiff("info", tmp_path / "no.nii").problem == f"There is no file {tmp_path / 'no.nii'}."
