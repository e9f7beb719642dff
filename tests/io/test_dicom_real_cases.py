"""Real DICOM from other programs: a scan, segmentations of it, and the NRRDs that these were made from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from segdiff.data import Comparison, Geometry, LabelChoice
from segdiff.errors import ChoiceNeeded
from segdiff.evidence import measure
from segdiff.io import CaseRequest, PredictionRequest, read_case
from segdiff.io.opening import open_content

FOLDER = "dcmqi_ct_dicomseg"


@pytest.fixture
def cases(shared_data: Path) -> Path:
    return shared_data / FOLDER


@pytest.mark.parametrize(
    ("nrrd", "segmentation", "labels"),
    [
        ("liver_seg.nrrd", "liver.dcm", {1: 107098}),
        ("24x38x3/nrrd/label.nrrd", "24x38x3/seg/label.seg", {1: 315}),
        ("sparse_labelmap_noppv_seg.nrrd", "sparse-labelmap-noppv.dcm", {1: 630}),
        ("sparse_labelmap_ppv5_seg.nrrd", "sparse-labelmap-ppv5.dcm", {1: 630, 5: 912}),
        ("partial_overlaps-1.nrrd", "partial_overlaps.dcm", {1: 9602, 4: 6693, 5: 4713}),
        ("partial_overlaps-2.nrrd", "partial_overlaps.dcm", {2: 11888}),
        ("partial_overlaps-3.nrrd", "partial_overlaps.dcm", {3: 10743}),
    ],
)
def test_segmentations_are_their_nrrds(nrrd: str, segmentation: str, labels: dict[int, int], cases: Path) -> None:
    """Voxel for voxel and in the world: no resampling, nothing invented and nothing missed."""
    wish = PredictionRequest(cases / segmentation, "seg")
    case = read_case(CaseRequest(truth=cases / nrrd, predictions=(wish,)))
    assert case.predictions[0].geometry is Geometry.IDENTICAL
    for label, voxels in labels.items():
        tp, fp, fn, _ = measure(case, Comparison("seg", LabelChoice.single(label))).confusion.counts
        assert (tp, fp, fn) == (voxels, 0, 0)


@pytest.mark.parametrize(
    ("image", "truth"),
    [("ct-3slice", "liver.dcm"), ("ct-3slice", "partial_overlaps.dcm"), ("ct-3slice/03.dcm", "liver_seg.nrrd"),
     ("24x38x3/image", "sparse-labelmap-ppv5.dcm"), ("24x38x3/multiframe/mf.dcm", "24x38x3/nrrd/label.nrrd")],
)  # fmt: skip
def test_segmentations_lie_on_their_scan(image: str, truth: str, cases: Path) -> None:
    case = read_case(CaseRequest(image=cases / image, truth=cases / truth))
    assert case.image is not None
    assert case.image.voxels.shape == case.grid.shape


def test_padding_is_no_label(cases: Path) -> None:
    """5 fills the slices of which nothing is stored; it is compared only because the NRRD calls it a label."""
    padded = read_case(CaseRequest(truth=cases / "sparse-labelmap-ppv5.dcm")).truth
    assert padded is not None
    assert padded.labels == (1,)
    assert padded.counts[0] == 3 * 38 * 24 - 630


def test_names_and_colours_of_segments(cases: Path) -> None:
    named = read_case(CaseRequest(truth=cases / "partial_overlaps.dcm")).truth
    assert named is not None
    assert dict(named.names) == {1: "GREEN", 2: "ORANGE", 3: "PURPLE", 4: "LIGHT_BLUE", 5: "DARK_BLUE"}
    assert named.colours[5] == (0, 151, 206)


def test_a_scan_of_slices_and_of_frames_is_the_same(cases: Path) -> None:
    slices = open_content(cases / "24x38x3" / "image")
    frames = open_content(cases / "24x38x3" / "multiframe" / "mf.dcm")
    np.testing.assert_array_equal(slices.voxels, frames.voxels)
    assert slices.known_grid.difference_from(frames.known_grid) is None
    with pytest.raises(ChoiceNeeded):
        open_content(cases / "24x38x3")


def test_a_scan_is_as_simpleitk_reads_it(cases: Path) -> None:
    import SimpleITK

    names = SimpleITK.ImageSeriesReader.GetGDCMSeriesFileNames(str(cases / "ct-3slice"))
    image = SimpleITK.ReadImage(names)
    content = open_content(cases / "ct-3slice")
    np.testing.assert_array_equal(content.voxels, SimpleITK.GetArrayFromImage(image))
    assert content.known_grid.spacing_mm == pytest.approx(image.GetSpacing()[::-1])
    assert content.known_grid.origin_mm == pytest.approx(image.GetOrigin())
