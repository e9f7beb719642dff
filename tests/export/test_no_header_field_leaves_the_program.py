"""Whatever the headers of files say about a patient, nothing of it goes into sessions, scores, reports or pictures."""

from __future__ import annotations

import json
import string
from pathlib import Path

import nibabel
import numpy as np
import pytest
from PIL import Image

from segdiff.data import Case
from segdiff.evidence import choose_device
from segdiff.export.as_csv import csv_text
from segdiff.export.as_json import json_text
from segdiff.export.report import report_html
from segdiff.export.results import results_of_view
from segdiff.io import CaseRequest, PredictionRequest, read_case
from segdiff.render import still_picture, svg_picture, write_png
from segdiff.session import Decision, Session, ViewState, save_session
from tests.io.dicom_files import write_slices

SECRETS = {
    "PatientName": "Zwicky^Ottilie", "PatientID": "PID-4711-X", "PatientBirthDate": "19310729",
    "StudyDate": "20190328", "StudyDescription": "Quaxil study", "SeriesDescription": "Vortmann series",
    "InstitutionName": "Klinik Hohenfels", "AccessionNumber": "ACC998877", "ReferringPhysicianName": "Brambach^Udo",
}  # fmt: skip
IN_NIFTI = {"descrip": "Zwicky Ottilie", "db_name": "PID-4711-X", "aux_file": "Quaxil", "intent_name": "Brambach"}
WORDS = ["zwicky", "ottilie", "4711", "19310729", "20190328", "quaxil", "vortmann", "hohenfels", "998877", "brambach"]


def masks() -> tuple[np.ndarray, np.ndarray]:
    """6 voxels in both, 2 invented, 3 missed."""
    truth, prediction = np.zeros((2, 3, 5, 6), np.uint8)
    truth[1, 1:4, 1:4] = 1
    prediction[1, 1:3, 1:5] = 1
    return truth, prediction


@pytest.fixture(params=["DICOM", "NIfTI"])
def request_(request: pytest.FixtureRequest, tmp_path: Path) -> CaseRequest:
    image = np.arange(90, dtype=np.int16).reshape(3, 5, 6)
    named = dict(zip(("truth", "guess"), masks(), strict=True))
    if request.param == "DICOM":
        write_slices(tmp_path / "scan", image, **SECRETS)
        for name, mask in named.items():
            np.save(tmp_path / f"{name}.npy", mask)
        paths = (tmp_path / "scan", tmp_path / "truth.npy", tmp_path / "guess.npy")
    else:
        for name, voxels in {"scan": image, **named}.items():
            written = nibabel.Nifti1Image(voxels.transpose(2, 1, 0), np.diag([2.0, 3.0, 4.0, 1.0]))
            for field, words in IN_NIFTI.items():
                written.header[field] = words.encode()
            written.to_filename(tmp_path / f"{name}.nii.gz")
        paths = (tmp_path / "scan.nii.gz", tmp_path / "truth.nii.gz", tmp_path / "guess.nii.gz")
    scan, truth, guess = paths
    return CaseRequest(scan, truth, (PredictionRequest(guess),), assume_geometry=request.param == "DICOM")


@pytest.fixture
def case(request_: CaseRequest) -> Case:
    return read_case(request_)


def told(request: CaseRequest, case: Case, folder: Path) -> dict[str, str]:
    """Everything that the program writes about a case, by what it is."""
    view = ViewState().with_case(case).with_decision(Decision.FIX)
    results = results_of_view(view, choose_device("cpu").kind)
    save_session(Session(request, view), folder / "one.segdiff")
    write_png(still_picture(view), folder / "view.png")
    return {
        "session": (folder / "one.segdiff").read_text("utf-8"),
        "json": json_text(results),
        "csv": csv_text(results),
        "report": report_html(results, view, with_names=True),
        "svg": svg_picture(view),
        "png": (folder / "view.png").read_bytes().decode("latin-1"),
        "name": case.name,
    }


def test_no_word_of_a_header_is_told(request_: CaseRequest, case: Case, tmp_path: Path) -> None:
    for what, text in told(request_, case, tmp_path).items():
        assert text, what
        leaked = [word for word in WORDS if word in without_pixels(text).lower()]
        assert leaked == [], what


def test_the_words_are_in_the_files(request_: CaseRequest) -> None:
    assert request_.image is not None
    if request_.image.is_dir():
        held = b"".join(path.read_bytes() for path in request_.image.iterdir()).decode("latin-1").lower()
        assert [word for word in WORDS if word not in held] == []
    else:
        header = nibabel.load(request_.image).header
        assert {name: header[name].item().decode() for name in IN_NIFTI} == IN_NIFTI


def test_pictures_hold_pixels_only(request_: CaseRequest, case: Case, tmp_path: Path) -> None:
    told(request_, case, tmp_path)
    with Image.open(tmp_path / "view.png") as picture:
        assert picture.info == {}


def test_a_report_without_names_knows_no_file(request_: CaseRequest, case: Case) -> None:
    view = ViewState().with_case(case)
    page = without_pixels(report_html(results_of_view(view, "cpu"), view))
    for path in request_.files:
        assert path.name not in page
        assert str(path.parent) not in page
    assert json.dumps(case.name).strip('"') not in page


def without_pixels(text: str) -> str:
    """Base64 may spell anything; fingerprints, of hexadecimal figures, too."""
    letters = string.ascii_letters + string.digits + "+/="
    words, run = [], ""
    for letter in f"{text} ":
        if letter in letters:
            run += letter
            continue
        words.append((run if len(run) < 40 else "") + letter)
        run = ""
    return "".join(words)
