"""The demo's files say the same as the demo."""

from pathlib import Path

import numpy as np
import pytest

from segdiff.data import Case, Grid
from segdiff.demo import write_demo
from segdiff.demo.export import nifti_affine
from segdiff.errors import FileProblem
from segdiff.io import CaseRequest, PredictionRequest, read_case


def test_indices_lead_to_the_same_place_in_the_world_of_nifti() -> None:
    grid = Grid(shape=(7, 6, 5), spacing_mm=(3.0, 2.0, 0.5), origin_mm=(-10.0, 20.0, 30.0))
    x, y, z = 4, 1, 2
    assert grid.index_to_world((z, y, x)) == (-8.0, 22.0, 36.0)  # left, posterior, superior
    np.testing.assert_allclose(nifti_affine(grid) @ (x, y, z, 1), (8.0, -22.0, 36.0, 1))  # right, anterior, superior


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(FileProblem, match=r"^The demo cannot be written to .*taken.inside: Not a directory\.$"):
        write_demo(tmp_path / "taken" / "inside")


@pytest.mark.slow
def test_written_files_read_back_as_the_same_case(demo: Case, tmp_path: Path) -> None:
    paths = write_demo(tmp_path / "new" / "folder")
    assert {what: path.name for what, path in paths.items()} == {
        "image": "flair.nii.gz",
        "truth": "lesions_expert.nii.gz",
        "eager": "eager.nii.gz",
        "cautious": "cautious.nii.gz",
    }
    predictions = (PredictionRequest(paths["eager"]), PredictionRequest(paths["cautious"]))
    read = read_case(CaseRequest(image=paths["image"], truth=paths["truth"], predictions=predictions))
    assert read.grid.difference_from(demo.grid) is None
    assert np.array_equal(read.image.voxels, demo.image.voxels)
    assert np.array_equal(read.truth.voxels, demo.truth.voxels)
    for file, made in zip(read.predictions, demo.predictions, strict=True):
        assert np.array_equal(file.content.voxels, made.content.voxels)
