"""``--activation``, ``--channels`` and ``--threshold-truth``: what is asked is done, and shown in every form."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest

from segdiff.data import Activation, ReadingChoices
from tests.cli.conftest import Command, Files


@pytest.fixture
def logits(files: Files) -> tuple[Path, Path]:
    """Of four voxels two are true; one of them is found at 0.5, and one more is invented."""
    truth = files.npy("truth", [[1, 1, 0, 0]])
    return truth, files.npy("net", [[3.0, -2.0, 0.5, -4.0]], np.float32)


def test_a_sigmoid_is_applied_and_said_in_every_form(segdiff: Command, logits: tuple[Path, Path]) -> None:
    words = ("score", "--truth", logits[0], "--prediction", logits[1], "--activation", "sigmoid")
    (row,) = segdiff(*words, "--format", "json").json["predictions"]
    assert row["activation"] == "sigmoid"
    assert row["labels"][0]["counts"] == {"tp": 1, "fp": 1, "fn": 1, "tn": 1}
    inside = 1 / (1 + np.exp(-3.0)) + 1 / (1 + np.exp(2.0))
    assert row["labels"][0]["soft_counts"]["tp"] == pytest.approx(inside, rel=1e-6)
    assert "net (probabilities, cut at 0.5, sigmoid applied)" in segdiff(*words).out
    rows = list(csv.DictReader(io.StringIO(segdiff(*words, "--format", "csv").out)))
    assert {row["activation"] for row in rows} == {"sigmoid"}


def test_one_prediction_alone(segdiff: Command, logits: tuple[Path, Path], files: Files) -> None:
    other = files.npy("other", [[0.9, 0.2, 0.6, 0.1]], np.float32)
    words = ("score", "--truth", logits[0], "--prediction", logits[1], other, "--activation", "net=sigmoid")
    found = segdiff(*words, "--format", "json").json["predictions"]
    assert [row["activation"] for row in found] == ["sigmoid", "none"]


def test_a_prediction_that_is_not_there(segdiff: Command, logits: tuple[Path, Path]) -> None:
    words = ("score", "--truth", logits[0], "--prediction", logits[1], "--activation", "ned=sigmoid")
    assert segdiff(*words).problem == "There is no prediction named 'ned'; there are: net."


@pytest.mark.parametrize(
    ("option", "word", "complaint"),
    [
        ("--activation", "relu", "An activation should be none, sigmoid, softmax, or one of these for one prediction"),
        ("--channels", "1,,2", "Channels should be given as labels with commas between, such as 1,2,4, not '1,,2'."),
        ("--threshold-truth", "2", "The threshold should be a probability above 0 and up to 1"),
    ],
)
def test_what_makes_no_sense_is_refused(
    segdiff: Command, logits: tuple[Path, Path], option: str, word: str, complaint: str
) -> None:
    assert complaint in segdiff("score", "--truth", logits[0], "--prediction", logits[1], option, word).problem


def test_regions_of_a_network_of_sigmoids(segdiff: Command, files: Files) -> None:
    """Channel 2 is the whole tumour, which the truth writes as 1, 2 and 4; no channel is the background."""
    truth = files.npy("truth", [[1, 2, 4, 0, 0]])
    channels = files.npy("net", [[[0.9, 0.1, 0.2, 0, 0]], [[0.9, 0.8, 0.4, 0.7, 0]]], np.float32)
    words = ("score", "--truth", truth, "--prediction", channels)
    assert "--channels 1,2 would take them as those labels." in segdiff(*words).problem
    ending = segdiff(*words, "--channels", "1,2", "--label", "1", "1+2+4=2", "--format", "json")
    (row,) = ending.json["predictions"]
    assert [label["counts"] for label in row["labels"]] == [
        {"tp": 1, "fp": 0, "fn": 0, "tn": 4},
        {"tp": 2, "fp": 1, "fn": 1, "tn": 1},
    ]
    assert row["overall"]["undefined"]["cross_entropy"] == "the labels overlap, so they are not exclusive classes"


def test_a_soft_truth_is_cut_and_says_so(segdiff: Command, files: Files) -> None:
    truth = files.npy("truth", [[0.2, 0.6, 1.0, 0.0]], np.float32)
    prediction = files.npy("p", [[1, 1, 0, 0]])
    words = ("score", "--truth", truth, "--prediction", prediction, "--threshold-truth", "0.5")
    document = segdiff(*words, "--format", "json").json
    assert document["truth"]["threshold"] == 0.5
    assert document["predictions"][0]["labels"][0]["counts"] == {"tp": 1, "fp": 1, "fn": 1, "tn": 1}
    assert "soft, cut at 0.5" in segdiff(*words).out


@pytest.mark.usefixtures("with_display")
def test_the_window_is_told_the_same(segdiff: Command, logits: tuple[Path, Path]) -> None:
    words = ("open", "--truth", logits[0], "--prediction", logits[1], "--activation", "sigmoid")
    assert segdiff(*words, "--threshold-truth", "0.4").window.reading == ReadingChoices(
        activations=(("", Activation.SIGMOID),), threshold_truth=0.4
    )


@pytest.mark.usefixtures("without_display")
def test_without_a_display_too(
    segdiff: Command, logits: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = ("open", "--truth", logits[0], "--prediction", logits[1], "--activation", "sigmoid")
    assert "sigmoid applied" in segdiff(*words).out
