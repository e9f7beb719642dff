"""``segdiff score --format json``: the form that programs rely on, and every digit of the numbers."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import segdiff as package
from segdiff import registry
from tests.cases import neither, only_marked, only_there, thick_slices
from tests.cli.conftest import Command, Files

LABEL_SCORES = {
    "dice", "iou", "tversky_index", "f_beta", "precision", "recall", "specificity",
    "volume_truth_ml", "volume_prediction_ml",
    "hausdorff_mm", "hausdorff_95_mm", "assd_mm", "surface_dice", "lesion_recall", "lesion_precision", "lesion_f1",
    "tversky_loss", "dice_loss", "vnet_dice_loss", "iou_loss", "focal_tversky_loss",
    "binary_cross_entropy", "focal_loss", "bce_dice_loss", "focal_plus_tversky_loss",
}  # fmt: skip
OVERALL_SCORES = {"generalized_dice_loss", "cross_entropy"}


def test_has_the_promised_form(segdiff: Command, hard: tuple[Path, Path]) -> None:
    truth, prediction = hard
    document = segdiff("score", "--truth", truth, "--prediction", prediction, "--format", "json").json
    assert document.keys() == {
        "format", "segdiff", "device", "convention", "parameters", "image", "truth", "predictions", "notices"
    }  # fmt: skip
    assert document["format"] == 1
    assert document["segdiff"] == package.__version__
    assert document["device"] in ("cpu", "cuda")
    assert document["truth"] == {
        "path": str(truth),
        "sha256": hashlib.sha256(truth.read_bytes()).hexdigest(),
        "axes": ["y", "x"],
        "shape": [1, 16],
        "spacing_mm": None,
        "labels": [1],
        "geometry": "identical",
        "threshold": None,
    }
    (row,) = document["predictions"]
    assert row.keys() == {
        "name", "path", "sha256", "kind", "threshold", "geometry", "activation", "labels", "overall"
    }  # fmt: skip
    assert row["name"] == "hard_prediction"
    assert row["sha256"] == hashlib.sha256(prediction.read_bytes()).hexdigest()
    assert (row["kind"], row["threshold"], row["geometry"]) == ("labels", None, "identical")
    (label,) = row["labels"]
    assert label.keys() == {"label", "name", "counts", "soft_counts", "scores", "undefined", "by_rule"}
    assert (label["label"], label["name"], label["soft_counts"]) == (1, "1", None)
    assert label["counts"] == {"tp": 3, "fp": 2, "fn": 1, "tn": 10}
    assert label["scores"].keys() == LABEL_SCORES
    assert row["overall"].keys() == {"scores", "undefined", "by_rule", "means", "averaged_over"}
    assert row["overall"]["scores"].keys() == OVERALL_SCORES
    assert row["overall"]["means"].keys() == row["overall"]["averaged_over"].keys() == LABEL_SCORES
    assert {score.id for score in registry.scores()} == LABEL_SCORES | OVERALL_SCORES


def test_numbers_have_every_digit(segdiff: Command, hard: tuple[Path, Path]) -> None:
    scores = only_label(segdiff("score", "--truth", hard[0], "--prediction", hard[1], "--format", "json").json)[
        "scores"
    ]
    assert scores["dice"] == 6 / 9
    assert scores["iou"] == 3 / 6
    assert scores["tversky_index"] == pytest.approx(3 / 4.3, rel=1e-15)
    assert scores["precision"] == 3 / 5
    assert scores["recall"] == 3 / 4
    assert scores["specificity"] == 10 / 12


def test_parameters_reach_the_scores(segdiff: Command, hard: tuple[Path, Path]) -> None:
    words = ("--alpha", 0.2, "--beta", 4, "--beta-squared", 4, "--format", "json")
    document = segdiff("score", "--truth", hard[0], "--prediction", hard[1], *words).json
    scores = only_label(document)["scores"]
    assert scores["tversky_index"] == pytest.approx(3 / (3 + 0.2 * 2 + 4 * 1), rel=1e-15)
    assert scores["f_beta"] == pytest.approx(5 * 3 / (5 * 3 + 2 + 4 * 1), rel=1e-15)
    assert document["parameters"] == {
        "alpha": 0.2, "beta": 4.0, "beta_squared": 4.0,
        "tolerance_mm": 1.0, "gamma": 2.0, "focal_alpha": 0.25, "exponent": 0.75, "smoothing": 0.0,
    }  # fmt: skip


def test_only_the_scores_chosen(segdiff: Command, hard: tuple[Path, Path]) -> None:
    words = ("--score", "recall", "tversky_loss", "--score", "cross_entropy", "--format", "json")
    (row,) = segdiff("score", "--truth", hard[0], "--prediction", hard[1], *words).json["predictions"]
    assert row["labels"][0]["scores"].keys() == {"recall", "tversky_loss"}
    assert row["overall"]["scores"].keys() == {"cross_entropy"}


def test_a_probability_map(segdiff: Command, soft: tuple[Path, Path]) -> None:
    words = ("score", "--truth", soft[0], "--prediction", soft[1], "--format", "json")
    (row,) = segdiff(*words).json["predictions"]
    assert (row["kind"], row["threshold"]) == ("probabilities", 0.5)
    label = row["labels"][0]
    assert label["counts"] == {"tp": 3, "fp": 1, "fn": 1, "tn": 5}
    assert label["soft_counts"] == pytest.approx({"tp": 2.7, "fp": 0.8, "fn": 1.3, "tn": 5.2}, rel=1e-6)
    assert label["scores"]["dice"] == 6 / 8
    assert label["scores"]["dice_loss"] == pytest.approx(1 - 5.4 / 7.5, rel=1e-6)
    (row,) = segdiff(*words, "--threshold", 0.15).json["predictions"]
    assert row["threshold"] == 0.15
    assert row["labels"][0]["counts"] == {"tp": 4, "fp": 2, "fn": 0, "tn": 4}
    assert row["labels"][0]["scores"]["dice_loss"] == label["scores"]["dice_loss"]


def test_what_does_not_exist_is_null_with_a_reason(segdiff: Command, files: Files) -> None:
    truth, prediction = files.pair(only_there())
    label = only_label(segdiff("score", "--truth", truth, "--prediction", prediction, "--format", "json").json)
    assert label["scores"]["precision"] is None
    assert label["undefined"]["precision"] == "nothing was predicted"
    assert label["scores"]["recall"] == 0.0
    assert {name for name, number in label["scores"].items() if number is None} == label["undefined"].keys()
    assert label["undefined"].keys() == {
        "precision", "volume_truth_ml", "volume_prediction_ml", "lesion_precision",
        "hausdorff_mm", "hausdorff_95_mm", "assd_mm", "surface_dice",
    }  # fmt: skip


def test_both_empty_is_by_rule_and_in_no_mean(segdiff: Command, files: Files) -> None:
    truth, prediction = files.pair(neither())
    document = segdiff("score", "--truth", truth, "--prediction", prediction, "--format", "json").json
    label, overall = only_label(document), document["predictions"][0]["overall"]
    assert label["scores"]["dice"] == 1.0
    assert "both empty" in label["by_rule"]["dice"]
    assert label["scores"]["recall"] is None
    assert (overall["means"]["dice"], overall["averaged_over"]["dice"]) == (None, 0)
    assert document["notices"] == ["Neither the ground truth nor pair_prediction has a voxel of label 1."]


def test_an_empty_truth_with_a_prediction_scores_zero(segdiff: Command, files: Files) -> None:
    truth, prediction = files.pair(only_marked())
    label = only_label(segdiff("score", "--truth", truth, "--prediction", prediction, "--format", "json").json)
    assert (label["scores"]["dice"], label["scores"]["dice_loss"]) == (0.0, 1.0)
    assert label["undefined"]["recall"] == "the truth is empty"
    assert label["by_rule"] == {}


def test_a_volume_has_axes_spacing_and_millilitres(segdiff: Command, files: Files) -> None:
    pair = thick_slices()
    assert pair.spacing_mm is not None
    truth = files.nifti("truth", pair.truth.astype(np.uint8), (3.0, 0.5, 0.7))
    prediction = files.nifti("prediction", pair.prediction.astype(np.uint8), (3.0, 0.5, 0.7))
    words = ("--image", truth, "--format", "json")
    document = segdiff("score", "--truth", truth, "--prediction", prediction, *words).json
    assert document["truth"]["axes"] == ["z", "y", "x"]
    assert document["truth"]["shape"] == [4, 8, 10]
    assert document["truth"]["spacing_mm"] == pytest.approx([3.0, 0.5, 0.7], rel=1e-6)
    assert document["image"]["sha256"] == document["truth"]["sha256"]
    scores = only_label(document)["scores"]
    assert scores["volume_truth_ml"] == pytest.approx(0.0504, rel=1e-6)
    assert scores["volume_prediction_ml"] == pytest.approx(0.0378, rel=1e-6)


class TestLabels:
    """Truth 0 1 1 2 2 2 4 4 4 4 0 0, prediction 0 1 3 2 2 0 4 4 5 5 5 0."""

    @pytest.fixture
    def words(self, files: Files) -> tuple[object, ...]:
        truth = files.npy("truth", [[0, 1, 1, 2, 2, 2, 4, 4, 4, 4, 0, 0]])
        prediction = files.npy("prediction", [[0, 1, 3, 2, 2, 0, 4, 4, 5, 5, 5, 0]])
        return "score", "--truth", truth, "--prediction", prediction, "--format", "json"

    def test_every_label_of_either_by_default(self, segdiff: Command, words: tuple[object, ...]) -> None:
        document = segdiff(*words).json
        labels = {row["label"]: row["counts"] for row in document["predictions"][0]["labels"]}
        assert list(labels) == [1, 2, 3, 4, 5]
        assert labels[4] == {"tp": 2, "fp": 0, "fn": 2, "tn": 8}
        overall = document["predictions"][0]["overall"]
        assert overall["means"]["dice"] == pytest.approx((2 / 3 + 4 / 5 + 0 + 4 / 6 + 0) / 5, rel=1e-15)
        assert (overall["averaged_over"]["dice"], overall["averaged_over"]["recall"]) == (5, 3)

    @pytest.mark.parametrize(
        ("word", "label", "tp", "fp", "fn"),
        [
            ("2", 2, 2, 0, 1),
            ("4=5", "4=5", 2, 1, 2),
            ("4=4+5", "4=4+5", 4, 1, 0),
            ("1+2", "1+2", 3, 0, 2),
            ("2+1+2", "2+1+2", 3, 0, 2),
            ("any", "any", 8, 1, 1),
            ("any=5", "any=5", 2, 1, 7),
            ("-3", -3, 0, 0, 0),
            ("002", 2, 2, 0, 1),
        ],
    )
    def test_as_written(
        self, segdiff: Command, words: tuple[object, ...], word: str, label: object, tp: int, fp: int, fn: int
    ) -> None:
        row = only_label(segdiff(*words, f"--label={word}").json)
        assert row["label"] == label
        assert row["counts"] == {"tp": tp, "fp": fp, "fn": fn, "tn": 12 - tp - fp - fn}

    def test_in_the_order_given_each_once(self, segdiff: Command, words: tuple[object, ...]) -> None:
        (row,) = segdiff(*words, "--label", 4, 1, "--label", 4).json["predictions"]
        assert [label["label"] for label in row["labels"]] == [4, 1]

    def test_overlapping_labels_have_no_overall_value(self, segdiff: Command, words: tuple[object, ...]) -> None:
        (row,) = segdiff(*words, "--label", "1+2", "2+4").json["predictions"]
        assert row["overall"]["scores"]["cross_entropy"] is None
        assert "overlap" in row["overall"]["undefined"]["cross_entropy"]


class TestPredictions:
    def test_several_each_under_its_name(self, segdiff: Command, hard: tuple[Path, Path], files: Files) -> None:
        truth, prediction = hard
        better = files.npy("better", [[1, 1, 1, 0, 0, 1, 1, *[0] * 9]])
        words = ("--prediction", prediction, f"tuned={better}", "--prediction", truth, "--format", "json")
        rows = segdiff("score", "--truth", truth, *words).json["predictions"]
        assert [row["name"] for row in rows] == ["hard_prediction", "tuned", "hard_truth"]
        assert [row["labels"][0]["counts"]["tp"] for row in rows] == [3, 4, 4]

    def test_an_equals_sign_in_a_file_name_is_no_name(self, segdiff: Command, hard: tuple[Path, Path]) -> None:
        odd = hard[1].rename(hard[1].with_name("a=b.npy"))
        (row,) = segdiff("score", "--truth", hard[0], "--prediction", odd, "--format", "json").json["predictions"]
        assert (row["name"], row["path"]) == ("a=b", str(odd))

    def test_8_bit_maps_by_choice(self, segdiff: Command, files: Files) -> None:
        truth = files.png("truth", np.array([[1, 1, 0, 0, 0]], np.uint8))
        prediction = files.png("prediction", np.array([[255, 51, 204, 0, 0]], np.uint8))
        words = ("score", "--truth", truth, "--prediction", prediction, "--read-8bit-as-probabilities")
        (row,) = segdiff(*words, "--format", "json").json["predictions"]
        assert row["kind"] == "probabilities"
        assert row["labels"][0]["counts"] == {"tp": 1, "fp": 1, "fn": 1, "tn": 2}
        assert row["labels"][0]["soft_counts"] == pytest.approx({"tp": 1.2, "fp": 0.8, "fn": 0.8, "tn": 2.2}, rel=1e-6)

    def test_another_grid_is_resampled_when_asked(self, segdiff: Command, files: Files) -> None:
        truth, prediction = np.zeros((2, 4, 5, 6), np.uint8)
        truth[1:3, 1:3, 1:4] = 1
        prediction[:2, 1:3, 1:4] = 1
        first = files.nifti("truth", truth, (2.0, 1.0, 1.0))
        second = files.nifti("prediction", prediction, (2.0, 1.0, 1.0), shift_mm=2.0)
        words = ("score", "--truth", first, "--prediction", second)
        assert "--resample" in segdiff(*words).problem
        document = segdiff(*words, "--resample", "--format", "json").json
        assert document["predictions"][0]["geometry"] == "resampled"
        assert only_label(document)["counts"] == {"tp": 12, "fp": 0, "fn": 0, "tn": 108}
        assert any("resampled" in notice for notice in document["notices"])

    def test_geometry_is_assumed_when_asked(self, segdiff: Command, files: Files) -> None:
        values = np.zeros((3, 4, 5), np.uint8)
        values[1, 1:3, 2] = 1
        words = (
            "score",
            "--truth",
            files.nifti("truth", values, (1.0, 1.0, 2.0)),
            "--prediction",
            files.npy("p", values),
        )
        assert "--assume-geometry" in segdiff(*words).problem
        document = segdiff(*words, "--assume-geometry", "--format", "json").json
        assert document["predictions"][0]["geometry"] == "assumed"
        assert only_label(document)["counts"]["tp"] == 2


def only_label(document: dict[str, Any]) -> dict[str, Any]:
    """The only label of the only prediction."""
    (prediction,) = document["predictions"]
    (label,) = prediction["labels"]
    found: dict[str, Any] = label
    return found


def test_no_zero_has_a_sign(segdiff: Command, files: Files) -> None:
    """Minus zero is what the logarithm of one becomes; nobody should have to wonder about it."""
    truth, prediction = files.pair(neither())
    label = only_label(segdiff("score", "--truth", truth, "--prediction", prediction, "--format", "json").json)
    zeros = [number for number in label["scores"].values() if number == 0]
    assert len(zeros) > 5
    assert all(str(number) == "0.0" for number in zeros)
