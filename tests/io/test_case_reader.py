"""A whole case: names, progress, giving up, and the parts it may lack."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from segdiff.errors import Cancelled, SegdiffError
from segdiff.io import CaseRequest, PredictionRequest, read_case
from tests.io.files import PLACED, lopsided_labels, lopsided_volume, read_pair, write_nifti, write_png

LABELS = lopsided_labels()


def test_everything_together(tmp_path: Path) -> None:
    folder = tmp_path / "patient 7"
    folder.mkdir()
    image = write_nifti(folder / "image.nii.gz", lopsided_volume())
    truth = write_nifti(folder / "gt.nii.gz", LABELS)
    wishes = (PredictionRequest(write_nifti(folder / "pred.nii.gz", LABELS), name="model A"),)
    case = read_case(CaseRequest(image, truth, wishes, notices=("chosen by name",)))
    assert case.name == "patient 7"
    assert case.image is not None
    assert case.image.path == image
    assert case.truth is not None
    assert case.truth.path == truth
    assert case.truth.counts == {0: 53, 1: 5, 3: 2}
    assert [prediction.name for prediction in case.predictions] == ["model A"]
    assert case.notices == ("chosen by name",)
    assert not case.synthetic
    for voxels in (case.image.voxels, case.truth.voxels, case.predictions[0].content.voxels):
        assert not voxels.flags.writeable
        assert voxels.flags.c_contiguous


def test_a_case_is_called_by_what_its_files_have_beside_their_role(tmp_path: Path) -> None:
    image = write_png(tmp_path / "10004_16_image.png", LABELS[0])
    assert read_case(CaseRequest(image=image)).name == "10004_16"


@pytest.mark.parametrize("role", ["image", "truth", "predictions"])
def test_any_one_file_is_enough(role: str, tmp_path: Path) -> None:
    path = write_nifti(tmp_path / "a.nii", LABELS)
    case = read_case(CaseRequest(**{role: (PredictionRequest(path),) if role == "predictions" else path}))
    assert case.grid.shape == (3, 4, 5)


def test_no_file_is_not(tmp_path: Path) -> None:
    with pytest.raises(SegdiffError, match=r"^A case needs at least one file"):
        read_case(CaseRequest())


def test_predictions_alone_are_compared_with_the_first(tmp_path: Path) -> None:
    first, second = (write_nifti(tmp_path / f"{name}.nii", LABELS) for name in "ab")
    other = write_nifti(tmp_path / "c.nii", LABELS[:2])
    case = read_case(CaseRequest(predictions=(PredictionRequest(first), PredictionRequest(second))))
    assert [prediction.name for prediction in case.predictions] == ["a", "b"]
    with pytest.raises(SegdiffError, match=r"^c.nii does not lie on the grid of a.nii"):
        read_case(CaseRequest(predictions=(PredictionRequest(first), PredictionRequest(other))))


def test_names_of_predictions_differ(tmp_path: Path) -> None:
    paths = []
    for folder in ("unet", "nnunet"):
        (tmp_path / folder).mkdir()
        paths.append(write_nifti(tmp_path / folder / "case_1.nii.gz", LABELS))
    truth = write_nifti(tmp_path / "gt.nii.gz", LABELS)
    case = read_pair(truth, *paths, paths[0], write_nifti(tmp_path / "v1.2.nii", LABELS))
    assert [prediction.name for prediction in case.predictions] == [
        "unet/case_1",
        "nnunet/case_1",
        "unet/case_1 (2)",
        "v1.2",
    ]


def test_the_first_of_several_image_volumes_is_shown(tmp_path: Path) -> None:
    image = write_nifti(tmp_path / "image.nii", np.stack([lopsided_volume(), lopsided_volume() + 100]))
    case = read_case(CaseRequest(image=image))
    assert case.image is not None
    np.testing.assert_array_equal(case.image.voxels, lopsided_volume())
    assert case.notices == ("image.nii holds 2 volumes; the first is shown.",)


def test_an_image_may_have_holes(tmp_path: Path) -> None:
    volume = lopsided_volume().astype(np.float32)
    volume[0] = np.nan
    image = read_case(CaseRequest(image=write_nifti(tmp_path / "image.nii", volume))).image
    assert image is not None
    assert image.window[0] >= 20
    assert np.isnan(image.voxels[0]).all()


def test_grids_are_one_but_each_file_knows_its_own_order(tmp_path: Path) -> None:
    truth = write_nifti(tmp_path / "gt.nii", LABELS)
    mirrored = PLACED @ np.array([[-1.0, 0, 0, 4], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]])
    pred = write_nifti(tmp_path / "pred.nii", LABELS[:, :, ::-1], mirrored)
    case = read_pair(truth, pred)
    assert case.truth is not None
    grid = case.predictions[0].content.grid
    assert grid == case.truth.grid
    assert case.truth.grid.file_index((2, 0, 4)) == (4, 0, 2)
    assert grid.file_index((2, 0, 4)) == (0, 0, 2)


def test_progress_grows_to_one(tmp_path: Path) -> None:
    told: list[tuple[str, float]] = []
    image, truth, pred = (write_nifti(tmp_path / f"{name}.nii", LABELS) for name in ("image", "gt", "pred"))
    request = CaseRequest(image, truth, (PredictionRequest(pred),))
    read_case(request, progress=lambda text, done: told.append((text, done)))
    assert [done for _, done in told] == sorted(done for _, done in told)
    assert told[0] == ("Reading gt.nii", 0.0)
    assert ("Reading image.nii", pytest.approx(1 / 3)) in told
    assert ("Reading pred.nii", pytest.approx(2 / 3)) in told
    assert told[-1][1] == 1.0


def test_reading_ends_when_nobody_waits_for_it(tmp_path: Path) -> None:
    truth, pred = (write_nifti(tmp_path / f"{name}.nii", LABELS) for name in ("gt", "pred"))
    told: list[str] = []
    request = CaseRequest(truth=truth, predictions=(PredictionRequest(pred),))
    with pytest.raises(Cancelled):
        read_case(request, progress=lambda text, _: told.append(text), is_stale=lambda: "Reading pred.nii" in told)
    assert told[-1] == "Reading pred.nii"


def test_reading_ends_in_the_middle_of_a_large_file(tmp_path: Path) -> None:
    """20 slices of 1 MiB are ten blocks of two; after the first is told of, nobody waits any more."""
    path = write_nifti(tmp_path / "image.nii", np.zeros((20, 512, 512), np.float32))
    told: list[float] = []
    with pytest.raises(Cancelled):
        read_case(CaseRequest(image=path), progress=lambda _, done: told.append(done), is_stale=lambda: len(told) >= 3)
    assert told == [0.0, 0.0, 0.1]
