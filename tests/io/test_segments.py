"""Overlapping segments painted into one array, and counted right from file to score."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from segdiff.data import Comparison, LabelChoice
from segdiff.evaluate import evaluate_case
from segdiff.evidence import measure
from segdiff.io import case_reader
from segdiff.io.content import Content
from segdiff.io.segments import Segment, SegmentPainter
from tests.io.files import read_pair, write_nifti

EVERYWHERE = (slice(None),)


def painted(layers: dict[int, list[int]]) -> tuple[list[int], dict[int, tuple[int, ...]]]:
    """Rows of zeros and ones by label, painted one after another."""
    painter = SegmentPainter((len(next(iter(layers.values()))),), layers)
    for label, row in layers.items():
        painter.paint(label, EVERYWHERE, np.array(row, bool))
    voxels, combinations = painter.finish()
    return voxels.tolist(), dict(combinations)


def test_what_does_not_overlap_keeps_its_labels() -> None:
    assert painted({2: [1, 1, 0, 0, 0], 5: [0, 0, 0, 1, 0]}) == ([2, 2, 0, 5, 0], {})


def test_overlaps_get_codes_above_all_labels() -> None:
    voxels, combinations = painted({1: [1, 1, 1, 0, 0], 4: [0, 1, 1, 1, 0], 2: [0, 0, 1, 1, 1]})
    assert [combinations.get(value, (value,)) for value in voxels] == [(1,), (1, 4), (1, 2, 4), (2, 4), (2,)]
    assert min(combinations) > 4


def test_more_combinations_than_a_byte_holds() -> None:
    """Eleven segments, each of a bit of the voxel's own index: every voxel has another combination."""
    index = np.arange(2048)
    painter = SegmentPainter((2, 1024), range(1, 12))
    for bit in range(11):
        for half in range(2):
            painter.paint(bit + 1, (half,), (index.reshape(2, 1024)[half] >> bit & 1).astype(bool))
    voxels, combinations = painter.finish()
    labels = [combinations.get(int(value), (int(value),) if value else ()) for value in voxels.ravel()]
    assert labels == [tuple(bit + 1 for bit in range(11) if number >> bit & 1) for number in index]


def test_painting_takes_the_memory_of_one_volume() -> None:
    painter = SegmentPainter((4, 5), (1, 300))
    assert painter.finish()[0].dtype == np.int16
    assert SegmentPainter((4, 5), (1, 255)).finish()[0].dtype == np.uint8


def overlapping_content(path: Path, layers: dict[int, list[int]], names: dict[int, str]) -> Content:
    """As a reader of segments would give it: one row of eight voxels."""
    painter = SegmentPainter((1, 1, 8), layers)
    for label, row in layers.items():
        painter.paint(label, (0, 0), np.array(row, bool))
    voxels, combinations = painter.finish()
    written = case_reader.open_content(path)
    segments = tuple(Segment(label, name, (label, 20, 30)) for label, name in names.items())
    return replace(written, voxels=voxels, segments=segments, combinations=combinations)


TRUTH = {1: [1, 1, 1, 1, 0, 0, 0, 0], 2: [0, 0, 1, 1, 1, 0, 0, 0]}
"""They share two voxels."""

PREDICTED = {3: [0, 0, 0, 0, 0, 0, 1, 1], 2: [0, 0, 0, 1, 1, 1, 1, 0], 1: [1, 1, 1, 0, 0, 1, 0, 0]}
"""2 shares one voxel with 1 and one with 3, so the same code means another combination than in the truth."""

COUNTS = {1: (3, 1, 1, 3), 2: (2, 2, 1, 3), 3: (0, 2, 0, 6)}
"""TP, FP, FN and TN of each, counted by hand."""


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    files = [write_nifti(tmp_path / name, np.zeros((1, 1, 8), np.uint8)) for name in ("truth.nii", "model.nii")]
    contents = {
        files[0]: overlapping_content(files[0], TRUTH, {1: "liver", 2: "lesion"}),
        files[1]: overlapping_content(files[1], PREDICTED, {1: "liver"}),
    }
    monkeypatch.setattr(case_reader, "open_content", lambda path, tick: contents[path])
    return files[0], files[1]


def test_overlaps_are_counted_in_each_label(pair: tuple[Path, Path]) -> None:
    case = read_pair(*pair)
    assert case.truth is not None
    assert case.notices == (
        "Segments of truth.nii overlap in 2 voxels, which count for each of them.",
        "Segments of model.nii overlap in 2 voxels, which count for each of them.",
    )
    assert case.label_choices() == tuple(LabelChoice.single(label) for label in (1, 2, 3))
    assert (dict(case.truth.counts), dict(case.truth.names)) == ({0: 3, 1: 4, 2: 3}, {1: "liver", 2: "lesion"})
    assert case.truth.colours == {1: (1, 20, 30), 2: (2, 20, 30)}
    for label, expected in COUNTS.items():
        assert measure(case, Comparison("model", LabelChoice.single(label))).confusion.counts == expected
    both = LabelChoice("1+2", (1, 2), (1, 2))
    assert measure(case, Comparison("model", both)).confusion.counts == (5, 2, 0, 1)
    background = case.classes()[-1]
    assert measure(case, Comparison("model", background)).confusion.counts == (0, 0, 3, 5)


def test_scores_that_need_exclusive_classes_say_why_not(pair: tuple[Path, Path]) -> None:
    report = evaluate_case(read_pair(*pair)).predictions[0]
    assert [row.evidence.confusion.counts for row in report.labels] == list(COUNTS.values())
    assert report.overall["cross_entropy"].undefined == "the labels overlap, so they are not exclusive classes"
