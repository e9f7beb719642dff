"""Segmentations as highdicom writes them, empty frames left out, on series in every direction."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pydicom
import pytest
from numpy.typing import NDArray

from segdiff.data import Comparison, LabelChoice, LabelMap, ProbabilityMap
from segdiff.evidence import measure
from segdiff.io import CaseRequest, PredictionRequest, read_case
from tests.io import dicom_files as made

pytestmark = pytest.mark.filterwarnings("ignore")  # highdicom's own, about its writing

VOLUME = np.arange(6 * 5 * 4, dtype=np.int16).reshape(6, 5, 4)
LABELS = np.zeros((6, 5, 4), np.uint8)
LABELS[1, 1:4, 0:2], LABELS[3, 2, 1:], LABELS[4, 0:2, 3] = 1, 2, 1
"""8 voxels of label 1 and 3 of label 2; slices 0, 2 and 5 are empty."""


def write(folder: Path, pixels: NDArray[Any], kind: str, numbers: tuple[int, ...], orientation: Any) -> Path:
    """A series, and a segmentation of it."""
    import highdicom
    from highdicom.sr.coding import CodedConcept

    made.write_slices(
        folder / "scan", VOLUME, orientation=orientation, SliceThickness=3.0, PatientSex="",
        FrameOfReferenceUID="1.2.3", StudyInstanceUID="1.2.4", StudyTime="", PositionReferenceIndicator="",
    )  # fmt: skip
    sources = [pydicom.dcmread(path) for path in sorted((folder / "scan").iterdir())]
    tissue = CodedConcept("85756007", "SCT", "Tissue")
    described = [
        highdicom.seg.SegmentDescription(number, f"part {number}", tissue, tissue, "MANUAL") for number in numbers
    ]
    written = highdicom.seg.Segmentation(
        sources, pixels, kind, described, highdicom.UID(), 7, highdicom.UID(), 1, "maker", "model", "1", "2"
    )
    written.save_as(folder / "seg.dcm")
    return folder / "seg.dcm"


@pytest.mark.parametrize("kind", ["BINARY", "LABELMAP"])
@pytest.mark.parametrize("orientation", [made.AXIAL, made.SAGITTAL, made.turned()])
def test_labels(kind: str, orientation: Any, tmp_path: Path) -> None:
    path = write(tmp_path, LABELS, kind, (1, 2), orientation)
    made.write_slices(tmp_path / "labels", LABELS, orientation=orientation)
    case = read_case(CaseRequest(tmp_path / "scan", tmp_path / "labels", (PredictionRequest(path),)))
    content = case.predictions[0].content
    assert isinstance(content, LabelMap)
    assert dict(content.names) == {1: "part 1", 2: "part 2"}
    for label, voxels in ((1, 8), (2, 3)):
        found = measure(case, Comparison("seg", LabelChoice.single(label))).confusion.counts
        assert found == (voxels, 0, 0, 120 - voxels)


def test_overlapping_segments(tmp_path: Path) -> None:
    both = np.stack([LABELS == 1, LABELS > 0], axis=-1).astype(np.uint8)
    path = write(tmp_path, both, "BINARY", (1, 2), made.CORONAL)
    truth = read_case(CaseRequest(image=tmp_path / "scan", truth=path)).truth
    assert truth is not None
    assert dict(truth.counts) == {0: 109, 1: 8, 2: 11}


def test_fractions(tmp_path: Path) -> None:
    path = write(tmp_path, (LABELS == 1) * np.float32(0.6), "FRACTIONAL", (1,), made.turned())
    case = read_case(CaseRequest(image=tmp_path / "scan", predictions=(PredictionRequest(path),)))
    content = case.predictions[0].content
    assert isinstance(content, ProbabilityMap)
    assert content.voxels.shape[1:] == case.grid.shape
    assert content.voxels.sum() == pytest.approx(8 * 153 / 255)
