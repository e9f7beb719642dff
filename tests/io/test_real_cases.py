"""Real files from other people, read and counted: the counts are those of two independent programs."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from segdiff.data import Case, Geometry, LabelMap
from segdiff.errors import SegdiffError
from segdiff.io import CaseRequest, guess_roles, read_case
from segdiff.io.opening import open_content
from tests.io.files import read_pair

FOLDERS = ("sct_t2_cord", "sct_t2s_greymatter", "hvsmr2d_heart_unet")


def counts(truth: np.ndarray, prediction: np.ndarray) -> dict[str, int]:
    return {
        "n_gt": int(truth.sum()),
        "n_pred": int(prediction.sum()),
        "tp": int((truth & prediction).sum()),
        "fp": int((~truth & prediction).sum()),
        "fn": int((truth & ~prediction).sum()),
    }


def voxels_of(case: Case) -> tuple[np.ndarray, np.ndarray]:
    content = case.predictions[0].content
    assert case.truth is not None
    assert isinstance(content, LabelMap)
    return case.truth.voxels, content.voxels


def check_counts(expected: dict, truth: np.ndarray, prediction: np.ndarray) -> None:
    found = counts(truth, prediction)
    assert found == {key: expected[key] for key in found}


@pytest.mark.parametrize("folder", FOLDERS)
def test_counts_of_every_pair(folder: str, shared_data: Path) -> None:
    pairs = json.loads((shared_data / folder / "REFERENCE_METRICS.json").read_text())["pairs"]
    assert pairs
    for pair in pairs:
        case = read_pair(shared_data / folder / pair["gt"], shared_data / folder / pair["pred"])
        truth, prediction = voxels_of(case)
        check_counts(pair["any_nonzero"], truth != 0, prediction != 0)
        for label, expected in pair.get("per_label", {}).items():
            check_counts(expected, truth == int(label), prediction == int(label))
        if "spacing" in pair:
            assert sorted(case.grid.spacing_mm or ()) == pytest.approx(sorted(pair["spacing"]), rel=1e-6)
            assert case.grid.voxel_ml * 1000 * truth.astype(bool).sum() == pytest.approx(
                pair["any_nonzero"]["vol_gt_mm3"]
            )


def test_labels_of_nerve_fibres_stay_as_they_are(shared_data: Path) -> None:
    """128 in the truth and 127 in the prediction are both myelin, but only a person may say so."""
    folder = shared_data / "axondeepseg_sem2d"
    pair = json.loads((folder / "REFERENCE_METRICS.json").read_text())["pairs"][0]
    case = read_case(CaseRequest(image=folder / "small_image.png"))
    assert case.image is not None
    assert not case.image.is_colour
    case = read_pair(folder / "small_gt.png", folder / "small_pred.png")
    truth, prediction = voxels_of(case)
    assert case.truth is not None
    assert case.truth.labels == (128, 255)
    assert case.predictions[0].content.labels == (127, 255)
    check_counts(pair["any_nonzero"], truth != 0, prediction != 0)
    check_counts(pair["per_label"]["1"], truth == 128, prediction == 127)
    check_counts(pair["per_label"]["2"], truth == 255, prediction == 255)


def test_colours_of_a_heart_get_the_numbers_of_the_prediction(shared_data: Path) -> None:
    folder = shared_data / "hvsmr2d_heart_unet"
    case = read_pair(folder / "10001_137_gt.png", folder / "10001_137_pred.png")
    assert case.truth is not None
    assert case.truth.labels == case.predictions[0].content.labels == (2, 3, 4, 5, 6, 7, 8)
    assert case.truth.colours[7] == (255, 0, 255)
    assert case.truth.colours_are_identity
    assert len(case.notices) == 1


ORIGINAL = {"n_gt": 4172, "n_pred": 4285, "tp": 4123, "fp": 162, "fn": 49}


def test_everything_derived_from_one_pair_counts_the_same(shared_data: Path) -> None:
    """The spinal cord again: turned, scaled, rounded, stacked, without geometry; Dice .975050 each time."""
    cord, derived = shared_data / "sct_t2_cord", shared_data / "derived_formats"
    truth, prediction = cord / "gt_cord_human_2014.nii.gz", cord / "pred_cord_deepseg3d.nii.gz"
    for first, second in (
        (truth, prediction),
        (truth, derived / "sct_pred3d_reoriented_LPS.nii.gz"),
        (truth, derived / "sct_pred3d_reoriented_LIA.nii.gz"),
        (derived / "sct_gt_reoriented_LPS.nii.gz", derived / "sct_pred3d_reoriented_LIA.nii.gz"),
        (derived / "sct_gt_reoriented_LIA.nii.gz", prediction),
        (derived / "sct_gt_float_0p9999.nii.gz", prediction),
        (derived / "sct_gt_0_255.nii.gz", prediction),
        (truth, derived / "sct_pred3d.nrrd"),
        (derived / "sct_gt.mhd", prediction),
        (derived / "sct_gt.mhd", derived / "sct_pred3d.nrrd"),
        (derived / "sct_gt.mhd", derived / "sct_pred3d_reoriented_LIA.nii.gz"),
        (derived / "sct_gt_reoriented_LPS.nii.gz", derived / "sct_pred3d.nrrd"),
        (derived / "sct_all_v5.mat#gt", derived / "sct_all_v5.mat#pred"),
        (derived / "sct_gt_stack_uint8.tif", derived / "sct_all_v5.mat#pred"),
    ):
        case = read_pair(first, second)
        assert case.predictions[0].geometry is Geometry.IDENTICAL
        found = counts(*(voxels != 0 for voxels in voxels_of(case)))
        assert found == ORIGINAL, (first.name, second.name)
    case = read_pair(truth, derived / "sct_pred3d_nogeometry.nii.gz", assume_geometry=True)
    assert case.predictions[0].geometry is Geometry.ASSUMED
    assert counts(*(voxels != 0 for voxels in voxels_of(case))) == ORIGINAL
    for first, second in (
        (derived / "sct_gt_stack_uint8.tif", prediction),
        (truth, derived / "sct_all_v5.mat#pred"),
        (derived / "sct_all_v5.mat#gt", derived / "sct_pred3d.nrrd"),
        (derived / "sct_gt.mhd", derived / "sct_pred3d_nogeometry.nii.gz"),
    ):
        case = read_pair(first, second, assume_geometry=True)
        assert case.predictions[0].geometry is Geometry.ASSUMED
        assert counts(*(voxels != 0 for voxels in voxels_of(case))) == ORIGINAL, (first.name, second.name)


@pytest.mark.parametrize(
    ("truth", "prediction", "said"),
    [
        (
            "gt_cord_human_2014.nii.gz",
            "sct_all_v5.mat#pred",
            (
                "sct_all_v5.mat#pred does not lie on the grid of gt_cord_human_2014.nii.gz: "
                "it does not say where in the "
                "patient it lies; --assume-geometry lays the one on the other voxel by voxel."
            ),
        ),
        (
            "sct_all_v5.mat",
            "pred_cord_deepseg3d.nii.gz",
            (
                "sct_all_v5.mat holds 3 variables (gt 60 × 55 × 52, img 60 × 55 × 52, pred 60 × 55 × 52); "
                "say which is meant, as in sct_all_v5.mat#gt."
            ),
        ),
        (
            "sct_gt_stack_uint8.tif",
            "sct_pred3d.nrrd",
            (
                "sct_pred3d.nrrd does not lie on the grid of sct_gt_stack_uint8.tif: "
                "sct_gt_stack_uint8.tif does not say "
                "where in the patient it lies; --assume-geometry lays the one on the other voxel by voxel."
            ),
        ),
        (
            "sct_gt_oblique25.nii.gz",
            "sct_pred3d.nrrd",
            (
                "sct_pred3d.nrrd does not lie on the grid of sct_gt_oblique25.nii.gz: "
                "its axes are turned by up to 25.0°; "
                "--resample brings it onto that grid."
            ),
        ),
        (
            "sct_gt.mhd",
            "sct_pred3d_other_size_2mm.nii.gz",
            (
                "sct_pred3d_other_size_2mm.nii.gz does not lie on the grid of sct_gt.mhd: "
                "its size is 26 × 30 × 28 voxels "
                "instead of 52 × 60 × 55; --resample brings it onto that grid."
            ),
        ),
        (
            "sct_gt.zraw",
            "sct_pred3d.nrrd",
            "sct_gt.zraw holds the voxels of sct_gt.mhd and no header; open sct_gt.mhd instead.",
        ),
    ],
)
def test_what_cannot_be_compared_as_it_is_leads_to_the_right_question(
    truth: str, prediction: str, said: str, shared_data: Path
) -> None:
    folders = [shared_data / "sct_t2_cord", shared_data / "derived_formats"]
    paths = [
        next(folder / name for folder in folders if (folder / name.split("#")[0]).exists())
        for name in (truth, prediction)
    ]
    with pytest.raises(SegdiffError) as caught:
        read_pair(*paths)
    assert str(caught.value) == said


def test_images_of_every_format_hold_the_same_anatomy(shared_data: Path) -> None:
    derived = shared_data / "derived_formats"
    original = read_case(CaseRequest(image=shared_data / "sct_t2_cord" / "image_t2.nii.gz")).image
    assert original is not None
    for name in ("sct_t2.mha", "sct_t2_reoriented_LPS.nii.gz", "sct_t2_reoriented_LIA.nii.gz"):
        image = read_case(CaseRequest(image=derived / name)).image
        assert image is not None
        assert image.grid.difference_from(original.grid) is None
        np.testing.assert_array_equal(image.voxels, original.voxels)
    truth = shared_data / "sct_t2_cord" / "gt_cord_human_2014.nii.gz"
    for name in ("sct_all_v5.mat#img", "sct_t2_stack_uint16.tif"):
        case = read_case(CaseRequest(image=derived / name, truth=truth, assume_geometry=True))
        assert case.image is not None
        np.testing.assert_array_equal(case.image.voxels, original.voxels)


def test_masks_of_which_one_is_empty(shared_data: Path) -> None:
    derived = shared_data / "derived_formats"
    case = read_pair(derived / "sct_gt.mhd", derived / "sct_empty.nii.gz")
    assert counts(*(voxels != 0 for voxels in voxels_of(case))) == {
        **ORIGINAL,
        "n_pred": 0,
        "tp": 0,
        "fp": 0,
        "fn": 4172,
    }


def test_segments_of_a_liver_and_a_spine(shared_data: Path) -> None:
    """Label maps of which one was made from the two others."""
    folder = shared_data / "dcmqi_ct_dicomseg"
    both = read_case(CaseRequest(truth=folder / "liver_spine_seg.nrrd")).truth
    assert both is not None
    assert both.grid.spacing_mm == pytest.approx((1.0, 0.810547, 0.810547))
    for label, name in ((1, "liver_seg.nrrd"), (2, "spine_seg.nrrd")):
        alone = read_case(CaseRequest(truth=folder / name)).truth
        assert alone is not None
        assert alone.labels == (label,)
        assert both.grid.difference_from(alone.grid) is None
        assert int(np.count_nonzero((both.voxels == label) & (alone.voxels != label))) == 0


def test_a_stack_on_an_image_takes_its_place(shared_data: Path) -> None:
    cord, derived = shared_data / "sct_t2_cord", shared_data / "derived_formats"
    stack = read_case(CaseRequest(cord / "image_t2.nii.gz", derived / "sct_gt_stack_uint8.tif", assume_geometry=True))
    original = read_case(CaseRequest(truth=cord / "gt_cord_human_2014.nii.gz"))
    assert stack.truth is not None
    assert original.truth is not None
    np.testing.assert_array_equal(stack.truth.voxels, original.truth.voxels)


def test_a_coarse_prediction_is_resampled_when_asked(shared_data: Path) -> None:
    """Its voxels are 2 mm apart, the first at the truth's z 0, y 0 and x 1; of two equally near, the later is taken."""
    truth = shared_data / "sct_t2_cord" / "gt_cord_human_2014.nii.gz"
    coarse = shared_data / "derived_formats" / "sct_pred3d_other_size_2mm.nii.gz"
    case = read_pair(truth, coarse, resample=True)
    assert case.predictions[0].geometry is Geometry.RESAMPLED
    z, y, x = (np.arange(length) for length in case.grid.shape)
    nearest = np.ix_((z + 1) // 2, (y + 1) // 2, x // 2)
    padded = np.pad(open_content(coarse).voxels, 1)[1:, 1:, 1:]
    np.testing.assert_array_equal(case.predictions[0].content.voxels, padded[nearest])


def test_scaled_and_doubly_placed_images(shared_data: Path) -> None:
    derived = shared_data / "derived_formats"
    original = read_case(CaseRequest(image=shared_data / "sct_t2_cord" / "image_t2.nii.gz")).image
    doubly = read_case(CaseRequest(image=derived / "sct_t2_sform_ne_qform.nii.gz"))
    sheared = read_case(CaseRequest(image=derived / "sct_t2_nonorthogonal.nii.gz")).image
    assert original is not None
    assert doubly.image is not None
    assert sheared is not None
    np.testing.assert_array_equal(doubly.image.voxels, original.voxels)
    assert doubly.image.grid.difference_from(original.grid) is None
    assert "its sform was used" in doubly.notices[0]
    assert sheared.grid.voxel_ml == pytest.approx(0.001)


@pytest.mark.parametrize(
    ("folder", "image", "truth"),
    [
        ("sct_t2_cord", "image_t2.nii.gz", "gt_cord_human_2014.nii.gz"),
        ("hvsmr2d_heart_unet", "10000_79_image.png", "10000_79_gt.png"),
        ("axondeepseg_sem2d", "small_image.png", "small_gt.png"),
    ],
)
def test_folders_as_people_drop_them(folder: str, image: str, truth: str, shared_data: Path) -> None:
    request = guess_roles([shared_data / folder])
    assert request.image == shared_data / folder / image
    assert request.truth == shared_data / folder / truth
    case = read_case(request)
    assert len(case.predictions) == len(request.predictions) > 0
