"""``segdiff explore``: every exploration in every form, and what it says when it cannot."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from segdiff.cli.commands.explore import EXPLORATIONS
from tests.cases import counted
from tests.cli.conftest import Command, Files

Paths = tuple[Path, Path, Path]


@pytest.fixture
def rivals(files: Files) -> Paths:
    """A truth of 10 pixels in a row of 30: A finds 8 and invents 6, B finds 6 and invents 1."""
    truth, a, b = np.zeros((3, 1, 30), np.uint8)
    truth[0, :10] = a[0, :8] = b[0, :6] = 1
    a[0, 10:16] = b[0, 10:11] = 1
    return files.npy("truth", truth), files.npy("a", a), files.npy("b", b)


@pytest.fixture
def scene(files: Files) -> tuple[Path, Path, Path]:
    """An image, a truth and a probability map of 4 × 12 × 14 voxels, the truth fullest in slice 2."""
    draw = np.random.default_rng(4)
    truth = np.zeros((4, 12, 14), np.uint8)
    truth[1, 3:9, 4:9] = truth[2, 4:7, 5:8] = 1
    image = draw.normal(size=truth.shape) + 2.0 * truth
    p = np.clip(0.55 * truth + 0.4 * draw.random(truth.shape), 0.0, 1.0)
    spacing = (2.0, 1.0, 1.5)
    return (
        files.nifti("image", image.astype(np.float32), spacing),
        files.nifti("truth", truth, spacing),
        files.nifti("map", p.astype(np.float32), spacing),
    )


def words(scene: tuple[Path, Path, Path]) -> tuple[object, ...]:
    return "--image", scene[0], "--truth", scene[1], "--prediction", scene[2]


@pytest.mark.parametrize("what", EXPLORATIONS)
def test_each_is_found_in_every_form(what: str, segdiff: Command, scene: tuple[Path, Path, Path]) -> None:
    table = segdiff("explore", what, *words(scene))
    assert table.outcome == 0, table.err
    assert len(table.out.splitlines()) >= 4
    found = segdiff("explore", what, *words(scene), "--format", "json").json
    assert (found["explored"], found["labels"], found["alpha"], found["format"]) == (what, ["1"], 0.3, 1)
    assert found["result"]
    rows = list(csv.reader(io.StringIO(segdiff("explore", what, *words(scene), "--format", "csv").out)))
    assert len(rows) > 1
    assert len({len(row) for row in rows}) == 1


def test_rivals_in_words_and_numbers(segdiff: Command, rivals: Paths) -> None:
    """x, y: A (.75, .25), B (1/6, 2/3); level where β/α = (3/4 − 1/6)/(2/3 − 1/4) = 1.4."""
    truth, a, b = rivals
    found = segdiff("explore", "rivals", "--truth", truth, "--prediction", a, b, "--format", "json").json
    assert found["result"]["contest"]["hull"] == [1, 0]
    assert found["result"]["break_even"]["a / b"]["price"] == pytest.approx(1.4)
    (sentence,) = found["sentences"]
    assert sentence.startswith("a finds 2 voxels more and invents 5 voxels more than b. a is ahead once a missed voxel")
    assert sentence.endswith("costs more than 1.40 invented voxels.")
    rows = list(csv.DictReader(io.StringIO(
        segdiff("explore", "rivals", "--truth", truth, "--prediction", a, b, "--format", "csv").out
    )))  # fmt: skip
    assert (rows[0]["best_to_price"], rows[1]["best_from_alpha"]) == ("", rows[0]["best_to_alpha"])
    assert float(rows[0]["best_to_alpha"]) == pytest.approx(1 / 2.4)


def test_means_over_labels_are_computed(segdiff: Command, files: Files) -> None:
    truth, a = np.zeros((2, 1, 40), np.uint8)
    truth[0, :10], truth[0, 10:14], a[0, :9], a[0, 11:20] = 1, 2, 1, 2
    truth_file, file = files.npy("t", truth), files.npy("a", a)
    asked = ("explore", "rivals", "--truth", truth_file, "--prediction", file, "--label", 1, 2, "--size", 5)
    found = segdiff(*asked, "--format", "json").json
    over = found["result"]["mean_over_labels"]
    assert over["over"] == [2]
    assert np.shape(over["winner"]) == (5, 5)
    assert "computed at 5 × 5 costs" in found["sentences"][-1]
    assert found["result"]["mean_strip"] == [{"low": 0.0, "high": 1.0, "winner": 0}]


def test_the_plane_holds_the_member_asked_for(segdiff: Command, hard: tuple[Path, Path]) -> None:
    """TP 3, FP 2, FN 1 at the middles of four cells; the first row is the largest β."""
    asked = ("explore", "plane", "--truth", hard[0], "--prediction", hard[1], "--size", 2, "--format", "json")
    plane = segdiff(*asked).json["result"]["planes"]["hard_prediction"]
    assert plane[0][1] == pytest.approx(3 / (3 + 0.75 * 2 + 0.75))
    focal = segdiff(*asked, "--member", "focal_tversky_loss", "--exponent", 2).json["result"]["planes"]
    assert focal["hard_prediction"][0][1] == pytest.approx((1 - 3 / 5.25) ** 2)


def test_threshold_numbers_are_those_of_the_library(segdiff: Command, soft: tuple[Path, Path]) -> None:
    """The row: cut at .4 all four are found and one of .5 invented: T(.3, .7) = 4/4.3."""
    asked = ("explore", "threshold", "--truth", soft[0], "--prediction", soft[1], "--format", "json")
    best = segdiff(*asked).json["result"]["soft_prediction"]["best"]
    assert best["index"] == pytest.approx(4 / 4.3)
    assert best["best"] == 0.4
    assert best["theoretical"] == pytest.approx(0.3 * 4 / 4.3)


def test_the_map_of_thresholds_and_the_voxels_by_probability_are_there_too(
    segdiff: Command, soft: tuple[Path, Path]
) -> None:
    """The row: .9 .8 .6 .4 inside; .5 and five that hold .3 outside. At α = 0, only misses cost: .4 finds all."""
    asked = ("explore", "threshold", "--truth", soft[0], "--prediction", soft[1], "--format", "json", "--size", 3)
    found = segdiff(*asked).json["result"]["soft_prediction"]
    assert found["map"]["alphas"] == [0.0, 0.5, 1.0]
    assert found["map"]["best"][:2] == [0.4, 0.4]
    assert found["map"]["index"][39][1] == pytest.approx(8 / 9), "at .4, TP 4 and FP 1"
    by_outcome = {name: sum(voxels) for name, voxels in found["confidence"].items()}
    assert by_outcome == {"true_positive": 3, "false_positive": 1, "false_negative": 1, "true_negative": 5}


def test_costs_are_taken(segdiff: Command, soft: tuple[Path, Path]) -> None:
    asked = ("explore", "threshold", "--truth", soft[0], "--prediction", soft[1], "--format", "json")
    changed = segdiff(*asked, "--alpha", 2.0, "--beta", 0.1).json
    assert (changed["alpha"], changed["beta"]) == (2.0, 0.1)
    assert changed["result"]["soft_prediction"]["best"]["best"] > 0.5, "inventing is dear now"


def test_the_slice_is_the_fullest_or_the_one_asked_for(segdiff: Command, scene: tuple[Path, Path, Path]) -> None:
    assert "axial slice 2 of 4" in segdiff("explore", "gradient", *words(scene)).out
    assert "axial slice 3 of 4" in segdiff("explore", "gradient", *words(scene), "--slice", 3).out
    assert segdiff("explore", "gradient", *words(scene), "--slice", 9).problem == (
        "The slice should be from 1 to 4, not 9."
    )


def test_gradients_by_the_probability_are_two_valued(segdiff: Command, scene: tuple[Path, Path, Path]) -> None:
    found = segdiff("explore", "gradient", *words(scene), "--wrt", "probability", "--format", "json").json
    by_loss = {one["loss"]: one["distinct"] for one in found["result"]["map"]}
    assert (by_loss["tversky_loss"], by_loss["dice_loss"]) == (2, 2)
    assert by_loss["binary_cross_entropy"] > 2


def test_numbers_that_do_not_exist_are_null(segdiff: Command, hard: tuple[Path, Path]) -> None:
    """Hard labels have no gradient by the logit, so no share of it."""
    asked = ("explore", "gradient", "--truth", hard[0], "--prediction", hard[1], "--format", "json")
    budget = segdiff(*asked).json["result"]["hard_prediction"][0]["budget"]
    assert [push["share"] for push in budget] == [None] * 4


def test_what_cannot_be_explored_is_said_in_a_sentence(segdiff: Command, hard: tuple[Path, Path], files: Files) -> None:
    given = ("--truth", hard[0], "--prediction", hard[1])
    assert segdiff("explore", "threshold", *given).problem == (
        "Every prediction holds hard labels, which have no threshold to move; give a probability map."
    )
    assert segdiff("explore", "training", *given).problem == (
        "Training needs the image that is to be learned from; give it with --image."
    )
    assert segdiff("explore", "planes", *given).problem.startswith("There is nothing to explore called 'planes'")
    assert segdiff("explore", "plane", *given, "--label", 1, 2).problem == (
        "`segdiff explore plane` explores one label; --label names 2."
    )
    full = files.npy("full", np.ones((1, 4), np.uint8))
    assert segdiff("explore", "imbalance", "--truth", full, "--prediction", full).problem.startswith(
        "Label 1 fills all"
    )


def test_one_of_several_labels_is_told(segdiff: Command, files: Files) -> None:
    truth = files.npy("t", np.array([[1, 1, 2, 2, 0, 0]]))
    ending = segdiff("explore", "plane", "--truth", truth, "--prediction", truth)
    assert ending.outcome == 0
    assert ending.err == "Note: label 1 is explored; --label chooses another (2).\n"


def test_a_file_is_written_and_inputs_are_not(segdiff: Command, files: Files, soft: tuple[Path, Path]) -> None:
    given = ("explore", "salehi", "--truth", soft[0], "--prediction", soft[1])
    target = files.folder / "table.csv"
    ending = segdiff(*given, "--format", "csv", "--output", target)
    assert (ending.outcome, ending.out) == (0, "")
    assert target.read_text().startswith("prediction,alpha,beta,threshold,dice")
    assert "never overwritten" in segdiff(*given, "--output", soft[0]).problem


def test_it_needs_no_qt(files: Files) -> None:
    truth, prediction = files.pair(counted(3, 2, 1, 10))
    code = (
        "import sys; from segdiff import cli; "
        f"cli.run(['explore', 'plane', '--truth', {str(truth)!r}, '--prediction', {str(prediction)!r}]); "
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'pyqtgraph'))]"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


def test_the_help_names_every_exploration(segdiff: Command) -> None:
    page = segdiff("explore", "--help").out
    assert all(name in page and one.summary in page for name, one in EXPLORATIONS.items())


def test_a_refusal_is_one_sentence_also_where_there_are_more_labels(segdiff: Command, files: Files) -> None:
    truth = files.npy("truth", [[0, 1, 2, 2]])
    problem = segdiff("explore", "threshold", "--truth", truth, "--prediction", truth).problem
    assert problem == "Every prediction holds hard labels, which have no threshold to move; give a probability map."


def test_a_label_that_nobody_has_is_not_explored(segdiff: Command, files: Files) -> None:
    truth = files.npy("t", np.array([[1, 1, 2, 2, 0, 0]]))
    for what in ("plane", "gradient", "rivals"):
        asked = ("explore", what, "--truth", truth, "--prediction", truth, "--label", 7)
        assert segdiff(*asked).problem == "Neither the ground truth nor a prediction has a voxel of label 7."


def test_a_prediction_with_nothing_to_average_leaves_out_the_mean_only(segdiff: Command, files: Files) -> None:
    """Of labels 7 and 8 the truth has none and A the first, so B has no index to average."""
    truth, a, b = (files.npy(name, np.array([row])) for name, row in (("t", [1, 0]), ("a", [1, 7]), ("b", [1, 0])))
    asked = ("explore", "rivals", "--truth", truth, "--prediction", a, b, "--label", 7, 8, "--format", "json")
    found = segdiff(*asked).json
    assert found["result"]["mean_over_labels"] is None
    assert found["sentences"][0] == "No α and β make a best: there is nothing to find, and b invents nothing."
    assert found["sentences"][-1].startswith("A prediction has nothing to average")


def test_a_threshold_between_thousandths_is_told(segdiff: Command, soft: tuple[Path, Path]) -> None:
    asked = ("explore", "threshold", "--truth", soft[0], "--prediction", soft[1], "--format", "json")
    (sentence,) = segdiff(*asked, "--threshold", 0.4004).json["sentences"]
    assert sentence.startswith("soft_prediction (at 0.4, the nearest threshold that is counted): The loss is")
    (plain,) = segdiff(*asked, "--threshold", 0.4).json["sentences"]
    assert plain.startswith("soft_prediction: The loss is")


def test_the_exponent_reaches_what_is_trained(segdiff: Command, scene: tuple[Path, Path, Path]) -> None:
    asked = ("explore", "training", *words(scene), "--loss", "focal_tversky_loss", "--exponent", 2, "--format", "csv")
    assert segdiff(*asked).out.splitlines()[1].startswith("Focal Tversky loss α 0.3 β 0.7 e 2,")
