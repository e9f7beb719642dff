"""``PATH#PART``: one thing of several in a file, through everything that is done with a path."""

from __future__ import annotations

import hashlib
from pathlib import Path

import nibabel
import numpy as np
import pytest

from segdiff.errors import ChoiceNeeded, FileProblem
from segdiff.io import CaseRequest, PredictionRequest, guess_roles, read_case, sha256_of, split_part
from segdiff.io.names import Role, role_by_name, stem
from segdiff.io.opening import open_content
from tests.io.files import PLACED, lopsided_labels, lopsided_volume, read_pair, write_nifti, write_npy, write_png

LABELS = lopsided_labels()


@pytest.mark.parametrize(
    ("written", "file", "part"),
    [
        ("a.mat#gt", "a.mat", "gt"),
        ("a.mat#gt#2", "a.mat", "gt#2"),
        ("a.mat#", "a.mat", None),
        ("a.mat", "a.mat", None),
        ("scan #3.nii", "scan #3.nii", None),
        ("scan #3.nii#2", "scan #3.nii", "2"),
        ("folder#2", "folder", "2"),
        ("missing.mat#gt", "missing.mat#gt", None),
        ("#gt", "#gt", None),
    ],
)
def test_splitting(written: str, file: str, part: str | None, tmp_path: Path) -> None:
    for name in ("a.mat", "scan #3.nii"):
        (tmp_path / name).touch()
    (tmp_path / "folder").mkdir()
    assert split_part(tmp_path / written) == (tmp_path / file, part)


def test_a_name_that_no_file_can_have_is_no_reason_to_fail() -> None:
    assert split_part(Path("a\0#b")) == (Path("a\0#b"), None)
    assert split_part(Path(f"{'a' * 999}#b")) == (Path(f"{'a' * 999}#b"), None)


def test_what_does_not_exist_is_named_as_it_was_written(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"^There is no file .*missing\.mat#gt\.$"):
        open_content(tmp_path / "missing.mat#gt")


def test_arrays_of_one_file_become_a_case(tmp_path: Path) -> None:
    path = tmp_path / "all.npz"
    np.savez(path, img=lopsided_volume(), gt=LABELS, pred=LABELS[::-1])
    truth, prediction = tmp_path / "all.npz#gt", tmp_path / "all.npz#pred"
    case = read_case(CaseRequest(tmp_path / "all.npz#img", truth, (PredictionRequest(prediction),)))
    assert case.truth is not None
    assert case.truth.path == truth
    assert case.predictions[0].name == "all#pred"
    assert case.predictions[0].content.path == prediction
    np.testing.assert_array_equal(case.truth.voxels, LABELS)
    np.testing.assert_array_equal(case.predictions[0].content.voxels, LABELS[::-1])
    assert sha256_of(truth) == sha256_of(prediction) == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_part_that_is_not_there(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", gt=LABELS, pred=LABELS)
    with pytest.raises(FileProblem, match=r"^a\.npz has no array 'truth'; there is #gt, #pred\.$"):
        open_content(tmp_path / "a.npz#truth")


def test_a_part_of_what_has_none(tmp_path: Path) -> None:
    write_png(tmp_path / "a.png", LABELS[0])
    with pytest.raises(FileProblem) as caught:
        open_content(tmp_path / "a.png#2")
    assert str(caught.value) == "a.png holds a single picture or volume, so there is no '2' in it; leave out #2."


def test_messages_name_the_part(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", gt=LABELS * np.float32(1.3), pred=LABELS.astype(complex))
    with pytest.raises(FileProblem, match=r"^a\.npz#gt should hold labels"):
        read_case(CaseRequest(truth=tmp_path / "a.npz#gt"))
    with pytest.raises(FileProblem, match=r"^a\.npz#pred holds complex numbers"):
        open_content(tmp_path / "a.npz#pred")


VOLUMES = np.stack([LABELS, LABELS[::-1], LABELS[:, ::-1]])


@pytest.mark.parametrize("name", ["a.nii", "a.nii.gz"])
def test_volumes_are_counted_from_one(name: str, tmp_path: Path) -> None:
    write_nifti(tmp_path / name, VOLUMES)
    for number in (1, 2, 3):
        content = open_content(tmp_path / f"{name}#{number}")
        assert content.name == f"{name}#{number}"
        assert content.channels is None
        np.testing.assert_array_equal(content.voxels, VOLUMES[number - 1])
    for part in ("0", "4", "-1", "x", "1.0", "²", "01x"):
        with pytest.raises(FileProblem, match=rf"^{name} holds 3 volumes, #1 to #3, and no #{part}\.$"):
            open_content(tmp_path / f"{name}#{part}")


def test_volumes_of_labels_lead_to_a_question_that_parts_answer(tmp_path: Path) -> None:
    path = write_nifti(tmp_path / "b.nii.gz", VOLUMES)
    with pytest.raises(ChoiceNeeded) as caught:
        read_case(CaseRequest(truth=path))
    assert str(caught.value) == (
        "b.nii.gz holds 3 volumes (volume 1, volume 2, volume 3), but labels are one whole number for each voxel; "
        "say which is meant, as in b.nii.gz#1."
    )
    assert caught.value.path == path
    case = read_pair(tmp_path / "b.nii.gz#2", tmp_path / "b.nii.gz#3")
    assert case.truth is not None
    np.testing.assert_array_equal(case.truth.voxels, VOLUMES[1])
    np.testing.assert_array_equal(case.predictions[0].content.voxels, VOLUMES[2])


def test_a_trailing_axis_of_one_is_no_matter(tmp_path: Path) -> None:
    image = nibabel.Nifti1Image(LABELS.T[..., None, None], PLACED)
    image.to_filename(tmp_path / "a.nii")
    for written in ("a.nii", "a.nii#1"):
        np.testing.assert_array_equal(open_content(tmp_path / written).voxels, LABELS)
    with pytest.raises(FileProblem, match=r"^a\.nii holds a single volume, #1, and no #2\.$"):
        open_content(tmp_path / "a.nii#2")


@pytest.mark.parametrize("axis", [0, -1])
def test_volumes_of_a_bare_array_are_chosen_beside_a_file_that_tells_its_axes(axis: int, tmp_path: Path) -> None:
    truth = write_nifti(tmp_path / "gt.nii", LABELS)
    write_npy(tmp_path / "p.npy", np.moveaxis(VOLUMES, 0, axis))
    np.savez(tmp_path / "p.npz", one=LABELS, more=np.moveaxis(VOLUMES, 0, axis))
    for written in ("p.npy#2", "p.npz#more#2"):
        case = read_pair(truth, tmp_path / written, assume_geometry=True)
        np.testing.assert_array_equal(case.predictions[0].content.voxels, VOLUMES[1])
    for written, said in (
        ("p.npy", r"^p\.npy holds 3 volumes .* as in p\.npy#1\.$"),
        ("p.npz#more", r"^p\.npz#more holds 3 volumes .* as in p\.npz#more#1\.$"),
        ("p.npy#4", r"^p\.npy holds 3 volumes, #1 to #3, and no #4\.$"),
        ("p.npz#more#4", r"^p\.npz#more holds 3 volumes, #1 to #3, and no #4\.$"),
        ("p.npz#one#2", r"^p\.npz#one holds a single volume, #1, and no #2\.$"),
    ):
        with pytest.raises(FileProblem, match=said):
            read_pair(truth, tmp_path / written, assume_geometry=True)


def test_parts_speak_of_their_role_before_the_file_does(tmp_path: Path) -> None:
    np.savez(tmp_path / "gt_all.npz", img=lopsided_volume(), gt=LABELS, pred=LABELS)
    paths = [tmp_path / f"gt_all.npz#{part}" for part in ("img", "gt", "pred")]
    assert [role_by_name(path) for path in paths] == [Role.IMAGE, Role.TRUTH, Role.PREDICTION]
    assert stem(paths[2]) == "gt_all#pred"
    request = guess_roles(paths)
    assert (request.image, request.truth, request.predictions[0].path) == tuple(paths)


def test_a_sign_without_a_part_is_as_good_as_none(tmp_path: Path) -> None:
    path = write_npy(tmp_path / "a.npy", LABELS)
    assert open_content(tmp_path / "a.npy#").path == path
    several = write_nifti(tmp_path / "a.nii", np.stack([LABELS, LABELS]))
    with pytest.raises(ChoiceNeeded, match=r"say which is meant, as in a.nii#1\.$"):
        read_pair(several.with_name("a.nii#"))
