"""DICOM as people drop it: folders, loose slices, a scan with its segmentations."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.sequence import Sequence as Items

from segdiff.data import Comparison, LabelChoice
from segdiff.errors import ChoiceNeeded
from segdiff.evidence import measure
from segdiff.io import CaseRequest, cases_in_folder, guess_roles, read_case, self_check, sha256_of
from tests.io import dicom_files as made

SCAN = np.random.default_rng(2).integers(0, 900, (6, 5, 4)).astype(np.int16)
MASK = np.zeros((5, 4), np.uint8)
MASK[1:3, 1:4] = 1


def write_mask(path: Path, slices: tuple[int, ...], **more: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    frames = [(1, (-20.0, 10.0, 30.0 + 3 * k), MASK) for k in slices]
    return made.write_segmentation(path, frames, {1: "Liver"}, **more)


def test_a_scan_with_its_segmentations(tmp_path: Path) -> None:
    case = tmp_path / "case7"
    made.write_slices(case / "images" / "ct", SCAN)
    write_mask(case / "segs" / "b_model.dcm", (1, 2, 4))
    write_mask(case / "segs" / "a.dcm", (1, 2, 3))
    request = guess_roles([case])
    assert request.image == case
    assert request.truth == case / "segs" / "a.dcm"
    assert [one.path for one in request.predictions] == [case / "segs" / "b_model.dcm"]
    opened = read_case(request)
    assert measure(opened, Comparison("b_model", LabelChoice.single(1))).confusion.counts == (12, 6, 6, 96)


def test_the_series_that_was_segmented_is_the_image(tmp_path: Path) -> None:
    made.write_slices(tmp_path / "case" / "a", SCAN[:4])
    slices = made.write_slices(tmp_path / "case" / "b", SCAN)
    series = pydicom.dcmread(slices[0]).SeriesInstanceUID
    write_mask(
        tmp_path / "case" / "mask.dcm", (1, 3), ReferencedSeriesSequence=Items([made.item(SeriesInstanceUID=series)])
    )
    request = guess_roles([tmp_path / "case"])
    assert request.image == tmp_path / "case#2"
    assert request.notices == ("case holds 2 images; the one that was segmented is shown.",)
    opened = read_case(request)
    assert opened.image is not None
    np.testing.assert_array_equal(opened.image.voxels, SCAN)


def test_several_series_and_no_word_about_which(tmp_path: Path) -> None:
    made.write_slices(tmp_path / "case" / "a", SCAN[:4])
    made.write_slices(tmp_path / "case" / "b", SCAN)
    request = guess_roles([tmp_path / "case"])
    assert request.image == tmp_path / "case"
    with pytest.raises(ChoiceNeeded):
        read_case(request)


def test_loose_slices_are_one_image(tmp_path: Path) -> None:
    slices = made.write_slices(tmp_path / "x", SCAN)
    mask = write_mask(tmp_path / "x" / "drawn.dcm", (1, 2))
    request = guess_roles([*slices[::-1], mask])
    assert (request.image, request.truth, request.predictions) == (slices[-1], mask, ())
    opened = read_case(request)
    assert opened.image is not None
    np.testing.assert_array_equal(opened.image.voxels, SCAN)


def test_folders_of_slices_go_by_their_names(tmp_path: Path) -> None:
    labels = np.zeros((6, 5, 4), np.uint8)
    labels[2:4] = MASK
    for name, volume in (("ct", SCAN), ("truth", labels), ("model", labels[::-1])):
        made.write_slices(tmp_path / name, volume)
    request = guess_roles([tmp_path / name for name in ("model", "truth", "ct")])
    assert (request.image, request.truth) == (tmp_path / "ct", tmp_path / "truth")
    assert [one.path for one in request.predictions] == [tmp_path / "model"]
    assert read_case(request).predictions[0].name == "model"


def test_fractions_are_a_prediction(tmp_path: Path) -> None:
    made.write_slices(tmp_path / "case", SCAN)
    frames = [(1, (-20.0, 10.0, 33.0), MASK * 100)]
    made.write_segmentation(tmp_path / "case" / "z.dcm", frames, {1: "Liver"}, kind="FRACTIONAL")
    request = guess_roles([tmp_path / "case"])
    assert (request.image, request.truth) == (tmp_path / "case", None)
    assert request.predictions[0].path == tmp_path / "case" / "z.dcm"


def test_the_fingerprint_of_a_folder_is_that_of_its_slices(tmp_path: Path) -> None:
    slices = made.write_slices(tmp_path / "x", SCAN)
    first = sha256_of(tmp_path / "x")
    (tmp_path / "x" / "notes.txt").write_text("not a slice")
    slices[0].rename(tmp_path / "x" / "zzz")
    assert sha256_of(tmp_path / "x") == first
    (tmp_path / "x" / "zzz").write_bytes(slices[1].read_bytes())
    assert sha256_of(tmp_path / "x") != first
    assert len(first) == 64


def test_the_installation_is_checked_with_a_slice_and_a_segmentation() -> None:
    checked = {name: (is_ok, detail) for name, is_ok, detail in self_check() if name.startswith("DICOM")}
    assert checked.keys() == {"DICOM", "DICOM SEG"}
    assert all(is_ok and detail.startswith("pydicom ") for is_ok, detail in checked.values())


def test_a_truth_may_be_a_folder(tmp_path: Path) -> None:
    made.write_slices(tmp_path / "labels", np.stack([MASK] * 3))
    truth = read_case(CaseRequest(truth=tmp_path / "labels")).truth
    assert truth is not None
    assert dict(truth.counts) == {0: 42, 1: 18}


def test_slices_are_no_cases(tmp_path: Path) -> None:
    """Two folders with slices of the same names are an image and a truth, and not six cases of a slice each."""
    made.write_slices(tmp_path / "images", SCAN)
    made.write_slices(tmp_path / "labels", np.stack([MASK] * 6))
    assert cases_in_folder(tmp_path) is None
