"""DICOM on the command line: numbers as of any other file, and nobody's name in anything that is written."""

from __future__ import annotations

import logging
import re
import shutil
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.sequence import Sequence as Items

from tests.cli.conftest import Command
from tests.io import dicom_files as made

MARKS = re.compile(rf"{made.MARK}|{made.DATE}|1963", re.IGNORECASE)
MASK = np.zeros((5, 4), np.uint8)
MASK[1:3, 1:4] = 1


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A scan of six slices, two segmentations of it and a structure set, full of marks."""
    folder = tmp_path / "case"
    made.write_slices(folder / "ct", np.arange(120, dtype=np.int16).reshape(6, 5, 4))
    for name, slices in (("truth", (1, 2, 3)), ("model", (1, 2, 4, 5))):
        frames = [(1, (-20.0, 10.0, 30.0 + 3 * k), MASK) for k in slices]
        made.write_segmentation(folder / f"{name}.dcm", frames, {1: "Liver"})
    corners = np.array([(-19.75, 10.35, 33.0), (-18.25, 10.35, 33.0), (-18.25, 11.75, 33.0), (-19.75, 11.75, 33.0)])
    made.write_structures(folder / "rt.dcm", {1: [corners]}, {1: "Liver"})
    return folder


def test_scores_of_segmentations_on_their_scan(case: Path, segdiff: Command) -> None:
    words = ("score", "--image", case / "ct", "--truth", case / "truth.dcm", "--format", "json", "--prediction")
    document = segdiff(*words, case / "model.dcm", case / "rt.dcm").json
    assert document["truth"]["shape"] == [6, 5, 4]
    assert document["truth"]["spacing_mm"] == pytest.approx([3.0, 0.7, 0.5])
    assert len(document["image"]["sha256"]) == 64
    model, structures = (row["labels"][0] for row in document["predictions"])
    assert (model["label"], model["name"]) == (1, "Liver")
    assert model["counts"] == {"tp": 12, "fp": 12, "fn": 6, "tn": 90}
    assert structures["counts"] == {"tp": 6, "fp": 0, "fn": 12, "tn": 102}


def test_a_missing_slice_ends_with_2_and_one_sentence(case: Path, segdiff: Command) -> None:
    (case / "ct" / "003.dcm").unlink()
    said = segdiff("score", "--image", case / "ct", "--truth", case / "truth.dcm", "--prediction", case / "model.dcm")
    assert said.problem.endswith("copy the whole series again.")


def spoiled(case: Path) -> list[Path]:
    """The same files, each damaged in another way, with marks where numbers should be."""
    folder = case.parent / "spoiled"
    ways: list[Path] = []
    for number, (keyword, value) in enumerate(
        [
            ("Modality", made.MARK.upper()),
            ("PixelSpacing", made.MARK),
            ("ImagePositionPatient", [made.MARK] * 3),
            ("Rows", 0),
            ("RescaleSlope", made.MARK),
            ("ImageOrientationPatient", ["0"] * 6),
            ("PhotometricInterpretation", made.MARK.upper()),
        ]
    ):
        path = folder / f"{number}" / "a.dcm"
        path.parent.mkdir(parents=True)
        dataset = pydicom.dcmread(case / "ct" / "001.dcm")
        if isinstance(value, int):
            setattr(dataset, keyword, value)
        else:
            dataset.add(pydicom.DataElement(keyword, "LO", value))
        dataset.save_as(path)
        ways.append(path)
    for name, keyword, value in (
        ("truth", "SegmentationType", made.MARK.upper()),
        ("model", "SegmentSequence", Items([made.item(SegmentNumber=1, TrackingID=made.MARK)])),
        ("rt", "ROIContourSequence", Items([])),
    ):
        dataset = pydicom.dcmread(case / f"{name}.dcm")
        setattr(dataset, keyword, value)
        dataset.save_as(folder / f"{name}.dcm")
        ways.append(folder / f"{name}.dcm")
        cut = folder / f"cut_{name}.dcm"
        cut.write_bytes((case / f"{name}.dcm").read_bytes()[:700])
        ways.append(cut)
    shutil.copytree(case / "ct", folder / "two" / "a")
    made.write_slices(folder / "two" / "b", np.ones((2, 5, 4), np.int16), spacing=(0.7, 0.5))
    return [*ways, folder / "two"]


@pytest.mark.filterwarnings("ignore::UserWarning:pydicom")
def test_nobodys_name_is_in_anything_that_is_written(
    case: Path, segdiff: Command, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    ways = spoiled(case)
    caplog.clear()
    words = ["--image", case / "ct" / "000.dcm", "--truth", case / "truth.dcm", "--prediction", case / "model.dcm"]
    said = [segdiff("score", *words, "--format", form) for form in ("table", "json", "csv")]
    said += [segdiff("info", *(path for path in case.iterdir() if path.name != "rt.dcm"), "--format", "json")]
    outcomes = {one.outcome for one in said}
    assert outcomes == {0}
    for path in ways:
        said.append(segdiff("info", path))
        said.append(segdiff("score", "--image", path, *words[2:]))
        said.append(segdiff("score", "--truth", path, "--prediction", case / "model.dcm"))
        assert {one.outcome for one in said[-3:]} <= {0, 2}, path
    everything = "\n".join([caplog.text, *(f"{one.out}\n{one.err}" for one in said)])
    everything = everything.replace(str(case.parent), "")
    assert "Liver" in everything
    assert MARKS.findall(everything) == []
    caplog.clear()


def test_a_mark_would_be_found() -> None:
    assert MARKS.search(f"of {made.MARK.lower()}^name, born {made.DATE}")
