"""Names of labels from the tables that people's programs write."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from segdiff.errors import FileProblem
from segdiff.io import CaseRequest, PredictionRequest, read_case, read_label_names
from segdiff.io.label_names import names_beside

TWO = {1: "necrosis", 4: "enhancing tumour"}
ITK_SNAP = """\
################################################
# IDX   -R-  -G-  -B-  -A--  VIS MSH  LABEL
################################################
    0     0    0    0        0  0  0    "Clear Label"
    1   255    0    0        1  1  1    "necrosis"
    4     0    0  255        1  1  1    "enhancing tumour"
"""
SLICER = """\
# Color table file
0 Background 0 0 0 0
1 necrosis 255 0 0 255
4 enhancing tumour 0 0 255 255
"""
FSL = "1 1.0 0.0 0.0 necrosis\n4 0.0 0.0 1.0 enhancing tumour\n"
RED_AND_BLUE = {1: (255, 0, 0), 4: (0, 0, 255)}


def without_background(names: dict[int, str]) -> dict[int, str]:
    return {value: name for value, name in names.items() if value}


@pytest.mark.parametrize("text", [ITK_SNAP, SLICER, FSL], ids=["ITK-SNAP", "Slicer", "FSL"])
def test_tables_of_lines(text: str, tmp_path: Path) -> None:
    path = tmp_path / "labels.txt"
    path.write_text(text)
    found = read_label_names(path)
    assert without_background(dict(found.names)) == TWO
    assert {value: found.colours[value] for value in TWO} == RED_AND_BLUE


def test_names_without_colours(tmp_path: Path) -> None:
    path = tmp_path / "labels.txt"
    path.write_text("1 necrosis\n4: enhancing tumour\nnothing\n")
    found = read_label_names(path)
    assert (found.names, found.colours) == (TWO, {})


@pytest.mark.parametrize(
    "document",
    [
        {"1": "necrosis", "4": "enhancing tumour"},
        {"necrosis": 1, "enhancing tumour": "4"},
        {"labels": {"0": "background", "1": "necrosis", "4": "enhancing tumour"}, "modality": {"0": "MRI"}},
        {
            "labels": {"background": 0, "necrosis": 1, "enhancing tumour": 4, "whole tumour": [1, 2, 4]},
            "numTraining": 9,
        },
    ],
)
def test_json_of_either_direction(document: dict[str, object], tmp_path: Path) -> None:
    path = tmp_path / "dataset.json"
    path.write_text(json.dumps(document))
    assert without_background(dict(read_label_names(path).names)) == TWO


@pytest.mark.parametrize("content", [b"{", b"[1, 2]", b"{}", b"", b"\xff\xfe\x00", b"no table", b'{"labels": 3}'])
def test_what_names_nothing_is_refused_when_asked_for(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "labels.json"
    path.write_bytes(content)
    with pytest.raises(FileProblem, match=r"^labels\.json should name labels"):
        read_label_names(path)
    assert names_beside(tmp_path / "truth.nii.gz") is None


def test_one_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="There is no file"):
        read_label_names(tmp_path / "labels.json")


@pytest.mark.parametrize(
    ("table", "file"),
    [
        ("labels.json", "gt.nii.gz"),
        ("dataset.json", "gt.npy"),
        ("gt_labels.json", "gt.nii.gz"),
        ("gt.labels.json", "gt.nii.gz"),
        ("dataset.json", "labelsTr/case_001.nii.gz"),
    ],
)
def test_the_table_beside_a_file(table: str, file: str, tmp_path: Path) -> None:
    (tmp_path / table).write_text('{"1": "necrosis"}')
    found = names_beside(tmp_path / file)
    assert found is not None
    assert (found[0].name, found[1].names) == (table, {1: "necrosis"})


@pytest.mark.parametrize("table", ["other_labels.json", "gt.json", "gt.txt"])
def test_another_file_is_no_table(table: str, tmp_path: Path) -> None:
    (tmp_path / table).write_text('{"1": "necrosis"}')
    assert names_beside(tmp_path / "gt.nii.gz") is None


class TestInACase:
    def files(self, folder: Path) -> tuple[Path, Path]:
        truth, prediction = folder / "gt.npy", folder / "pred.npy"
        np.save(truth, np.array([[1, 4, 0]], np.uint8))
        np.save(prediction, np.array([[0.5, 0.2, 0.1]], np.float32))
        return truth, prediction

    def test_it_is_found_and_said(self, tmp_path: Path) -> None:
        truth, prediction = self.files(tmp_path)
        (tmp_path / "labels.json").write_text('{"1": "necrosis"}')
        case = read_case(CaseRequest(truth=truth, predictions=(PredictionRequest(prediction),)))
        assert case.truth is not None
        assert case.truth.names == {1: "necrosis"}
        assert case.predictions[0].content.names == {1: "necrosis"}
        assert "Labels of gt.npy are called as labels.json beside it says." in case.notices

    def test_the_one_asked_for_goes_before_it(self, tmp_path: Path) -> None:
        truth, _ = self.files(tmp_path)
        (tmp_path / "labels.json").write_text('{"1": "necrosis"}')
        asked = tmp_path / "mine.txt"
        asked.write_text('1 255 0 0 1 1 1 "core"\n')
        case = read_case(CaseRequest(truth=truth, labels=asked))
        assert case.truth is not None
        assert (case.truth.names, case.truth.colours, case.notices) == ({1: "core"}, {1: (255, 0, 0)}, ())

    def test_channels_by_name(self, tmp_path: Path) -> None:
        truth, prediction = self.files(tmp_path)
        np.save(prediction, np.array([[[0.9, 0.8, 0.1]], [[0.5, 0.6, 0.1]]], np.float32))
        (tmp_path / "labels.json").write_text('{"1": "necrosis", "4": "rim"}')
        wish = PredictionRequest(prediction, channels=("Rim", "necrosis"))
        assert read_case(CaseRequest(truth=truth, predictions=(wish,))).predictions[0].content.labels == (4, 1)
