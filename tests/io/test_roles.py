"""Guessing what dropped files are for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from segdiff.errors import FileProblem
from segdiff.io import CaseRequest, guess_roles, read_case
from segdiff.io.names import Role, role_by_name
from tests.io.files import lopsided_labels, write_nifti, write_png

PICTURE = np.arange(200, dtype=np.int16).reshape(2, 10, 10)
MASK = (PICTURE > 150).astype(np.uint8)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("gt.nii.gz", Role.TRUTH),
        ("10004_16_gt.png", Role.TRUTH),
        ("sub-01_label-lesion_manual.nii.gz", Role.TRUTH),
        ("t2_seg-deepseg-manual.nii.gz", Role.TRUTH),
        ("BraTS-001-seg.nii.gz", Role.TRUTH),
        ("image_mask.png", Role.TRUTH),
        ("pred.nii.gz", Role.PREDICTION),
        ("pred_mask.png", Role.PREDICTION),
        ("t2_seg-deepseg_sc.nii.gz", Role.PREDICTION),
        ("model3_output.nii", Role.PREDICTION),
        ("pred3d.nii", Role.PREDICTION),
        ("lesion_prob.nii.gz", Role.PREDICTION),
        ("image.nii.gz", Role.IMAGE),
        ("sub-01_FLAIR.nii.gz", Role.IMAGE),
        ("t2.nii.gz", Role.IMAGE),
        ("BRATS_001_0000.nii.gz", Role.IMAGE),
        ("imagesTr/case_1.nii.gz", Role.IMAGE),
        ("labelsTr/case_1.nii.gz", Role.TRUTH),
        ("case_1.nii.gz", None),
        ("segdiff.nii.gz", None),
        ("imagination.png", None),
    ],
)
def test_names_speak_first(name: str, role: Role | None) -> None:
    assert role_by_name(Path("/somewhere") / name) is role


def files_in(folder: Path, **volumes: np.ndarray) -> list[Path]:
    return [write_nifti(folder / f"{name}.nii.gz", volume) for name, volume in volumes.items()]


def test_by_names(tmp_path: Path) -> None:
    pred, image, truth = files_in(tmp_path, pred_a=MASK, flair=PICTURE, expert=MASK)
    request = guess_roles([pred, image, truth])
    assert (request.image, request.truth, [p.path for p in request.predictions]) == (image, truth, [pred])
    assert request.notices == ()


def test_values_decide_where_names_are_silent(tmp_path: Path) -> None:
    first, second, third = files_in(tmp_path, a=MASK, b=PICTURE, c=(PICTURE / 400).astype(np.float32))
    request = guess_roles([first, second, third])
    assert (request.truth, request.image, [p.path for p in request.predictions]) == (first, second, [third])


def test_a_single_file(tmp_path: Path) -> None:
    picture, mask = files_in(tmp_path, a=PICTURE, b=lopsided_labels())
    assert guess_roles([picture]) == CaseRequest(image=picture)
    assert guess_roles([mask]) == CaseRequest(truth=mask)


def test_a_colour_picture_is_an_image_and_a_colour_mask_a_truth(tmp_path: Path) -> None:
    shades = np.zeros((20, 20, 3), np.uint8)
    shades[..., 1] = np.arange(400).reshape(20, 20) // 2
    photograph = write_png(tmp_path / "a.png", shades)
    mask = write_png(tmp_path / "b.png", (shades > 100).astype(np.uint8) * 255)
    assert guess_roles([mask, photograph]) == CaseRequest(image=photograph, truth=mask)


def test_a_folder_stands_for_its_files(tmp_path: Path) -> None:
    image, truth = files_in(tmp_path, image=PICTURE, gt=MASK)
    (tmp_path / "notes.txt").write_text("not a picture")
    (tmp_path / "._gt.nii.gz").write_bytes(b"what macOS leaves behind")
    assert guess_roles([tmp_path]) == CaseRequest(image=image, truth=truth)


def test_of_a_pair_the_header_is_taken(tmp_path: Path) -> None:
    import nibabel

    nibabel.Nifti1Pair(MASK.T, np.eye(4)).to_filename(tmp_path / "gt.img")
    assert guess_roles([tmp_path]) == CaseRequest(truth=tmp_path / "gt.hdr")


def test_a_second_truth_becomes_a_prediction_and_a_second_image_is_left_out(tmp_path: Path) -> None:
    flair, t1, expert1, expert2 = files_in(tmp_path, flair=PICTURE, t1=PICTURE, expert1=MASK, expert2=MASK)
    request = guess_roles([flair, t1, expert1, expert2])
    assert (request.image, request.truth, [p.path for p in request.predictions]) == (flair, expert1, [expert2])
    assert request.notices == (
        "t1.nii.gz looks like one more image and was left out.",
        "expert2.nii.gz looks like one more ground truth and was taken as a prediction.",
    )
    assert read_case(request).notices == request.notices


def test_of_several_cases_in_a_folder_one_is_taken(tmp_path: Path) -> None:
    for number in (7, 8):
        files_in(tmp_path, **{f"{number}_image": PICTURE, f"{number}_gt": MASK, f"{number}_pred": MASK})
    request = guess_roles([tmp_path])
    assert request.image == tmp_path / "7_image.nii.gz"
    assert request.truth == tmp_path / "7_gt.nii.gz"
    assert [p.path.name for p in request.predictions] == ["7_pred.nii.gz"]
    assert request.notices == ("The files of 7 were taken; 3 files of other cases were left out.",)


def test_a_folder_of_nothing_readable(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a picture")
    with pytest.raises(FileProblem, match=rf"^The folder {tmp_path.name} holds no file that segdiff reads \(\.png"):
        guess_roles([tmp_path])


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(FileProblem, match=rf"^The folder {tmp_path.name} may not be read\.$"):
        guess_roles([tmp_path])


def test_several_images_that_share_nothing_with_the_masks(tmp_path: Path) -> None:
    one, two, truth = files_in(tmp_path, one_image=PICTURE, two_image=PICTURE, gt=MASK)
    request = guess_roles([one, two, truth])
    assert (request.image, request.truth) == (one, truth)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"^There is no file"):
        guess_roles([tmp_path / "a.nii"])
