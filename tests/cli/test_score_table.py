"""``segdiff score`` for people: the table, its footnotes, notices on stderr."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from segdiff.cli.results.layout import width
from tests.cases import neither, only_there, thick_slices
from tests.cli.conftest import Command, Files

HARD = """\
Label 1                 hard_prediction
---------------------------------------
Pixels
  TP, found                           3
  FP, invented                        2
  FN, missed                          1
  TN, rightly left out               10
Metrics (higher is better)
  Dice                           0.6667
  Tversky index                  0.6977
Losses, hard labels taken as probabilities 0 and 1 (lower is better)
  Tversky loss                   0.3023
"""


def row(table: str, title: str) -> list[str]:
    """The cells of the first line of that title."""
    line = next(line for line in table.splitlines() if line.strip().startswith(title))
    return re.split(r"\s{2,}", line.strip())[1:]


def test_reads_like_this(segdiff: Command, hard: tuple[Path, Path]) -> None:
    words = ("--score", "dice", "tversky_loss", "tversky_index", "--device", "cpu")
    ending = segdiff("score", "--truth", hard[0], "--prediction", hard[1], *words)
    heading, table = ending.out.split("\n\n")
    assert table == HARD
    assert heading.splitlines()[:3] == [
        "Ground truth  hard_truth.npy (16 × 1 pixels of unknown size, label 1)",
        "Prediction    hard_prediction (labels)",
        "Parameters    α 0.3 (false-positive cost), β 0.7 (miss cost), s 0 (smoothing)",
    ]
    assert heading.splitlines()[3].startswith("Measured on   CPU")
    assert (ending.outcome, ending.err) == (0, "")


def test_a_column_for_each_prediction(segdiff: Command, soft: tuple[Path, Path]) -> None:
    table = segdiff("score", "--truth", soft[0], "--prediction", f"map={soft[1]}", f"perfect={soft[0]}").out
    assert "map (probabilities, cut at 0.5)" in table
    assert row(table, "Label 1") == ["map", "perfect"]
    assert row(table, "TP, found") == ["3", "4"]
    assert row(table, "Dice") == ["0.7500", "1.0000"]
    assert row(table, "Dice loss") == ["0.2800", "0.0000"]
    assert "Metrics at the threshold (higher is better)" in table
    assert "Losses from probabilities, hard labels as 0 and 1 (lower is better)" in table
    assert row(table, "Label and background together") == ["map", "perfect"]
    assert row(table, "Cross-entropy")[1] == "0.0000"


def test_millilitres_of_a_volume(segdiff: Command, files: Files) -> None:
    pair = thick_slices()
    truth = files.nifti("truth", np.repeat(pair.truth, 9, axis=0).astype(np.uint8), (3.0, 0.5, 0.7))
    table = segdiff("score", "--truth", truth, "--prediction", truth).out
    assert "10 × 8 × 36 voxels of 0.7 × 0.5 × 3 mm, label 1" in table
    assert row(table, "Volume of the truth") == ["0.45"]
    assert row(table, "TP, found") == ["432"]


def test_what_does_not_exist_has_a_footnote(segdiff: Command, files: Files) -> None:
    truth, prediction = files.pair(only_there())
    table = segdiff("score", "--truth", truth, "--prediction", prediction).out
    assert row(table, "Volume of the truth") == ["— [1]"]
    assert row(table, "Precision") == ["— [2]"]
    assert table.endswith(
        "[1] the files give no voxel size\n[2] nothing was predicted\n[3] the prediction has no component\n"
    )


def test_a_number_by_rule_has_one_too(segdiff: Command, files: Files) -> None:
    truth, prediction = files.pair(neither())
    ending = segdiff("score", "--truth", truth, "--prediction", prediction, "--score", "dice")
    assert row(ending.out, "Dice") == ["1.0000 [1]"]
    assert ending.out.endswith("\n\n[1] truth and prediction are both empty; 0/0 counts as 1\n")
    assert ending.err == "Note: Neither the ground truth nor pair_prediction has a voxel of label 1.\n"


def test_several_labels_and_their_means(segdiff: Command, files: Files) -> None:
    truth = files.npy("truth", [[0, 1, 1, 2, 2, 2, 0]])
    first = files.npy("first", [[0, 1, 0, 2, 2, 2, 2]])
    second = files.npy("second", [[5, 1, 1, 0, 2, 0, 0]])
    table = segdiff("score", "--truth", truth, "--prediction", first, second, "--score", "dice", "recall").out
    titles = [line.split("  ")[0] for line in table.splitlines() if line.startswith(("Label", "All"))]
    assert titles == ["Label 1", "Label 2", "Label 5", "All labels"]
    one, two, five, together = table.split("\nLabel ")[1:3] + table.split("\nLabel ")[3].split("\nAll labels")
    assert row(one, "Dice") == ["0.6667", "1.0000"]
    assert row(two, "Dice") == ["0.8571", "0.5000"]
    assert row(five, "Dice") == ["— [1]", "0.0000"]
    assert row(five, "Recall") == ["— [1]", "— [2]"]
    assert row(together, "Dice") == ["0.7619 [3]", "0.5000"]
    assert row(together, "Recall") == ["0.7500 [3]", "0.6667 [4]"]
    assert "[1] neither the ground truth nor this prediction has this label\n" in table
    assert "[2] the truth is empty\n[3] mean of 2 labels\n[4] mean of 2 of 3 labels; " in table


def test_named_regions(segdiff: Command, hard: tuple[Path, Path]) -> None:
    words = ("--label", "any", "1=1+7", "--score", "iou")
    table = segdiff("score", "--truth", hard[0], "--prediction", hard[1], *words).out
    titles = [block.split("  ")[0] for block in table.split("\n\n")[1:]]
    assert titles == ["Any label", "Label 1=1+7", "All labels"]


def test_columns_stand_under_each_other(segdiff: Command, hard: tuple[Path, Path]) -> None:
    long_name = "a_prediction_with_a_name_that_no_screen_is_wide_enough_for"
    words = ("--prediction", f"{long_name}={hard[1]}", f"脳の予測={hard[1]}", f"e\u0301te\u0301={hard[1]}")
    table = segdiff("score", "--truth", hard[0], *words, "--score", "dice").out
    names, *lines = [line for line in table.split("\n\n")[1].splitlines() if line.startswith(("Label", "-", "  "))]
    assert names.split() == ["Label", "1", "a_prediction…de_enough_for", "脳の予測", "e\u0301te\u0301"]
    assert {width(line) for line in lines} == {width(names)}


def test_options_without_effect_are_told(segdiff: Command, hard: tuple[Path, Path]) -> None:
    words = ("--score", "dice", "--gamma", 1, "--alpha", 2, "--threshold", 0.3)
    assert segdiff("score", "--truth", hard[0], "--prediction", hard[1], *words).err.splitlines() == [
        "Note: None of these scores has a parameter called alpha, so it changes nothing.",
        "Note: None of these scores has a parameter called gamma, so it changes nothing.",
        "Note: No prediction holds probabilities, so the threshold changes nothing.",
    ]


def test_one_label_under_two_numbers_is_noticed(segdiff: Command, files: Files) -> None:
    truth = files.npy("truth", [[0, 128, 128, 255, 0]])
    prediction = files.npy("p", [[0, 127, 0, 255, 0]])
    words = ("score", "--truth", truth, "--prediction", prediction)
    assert segdiff(*words).err.splitlines() == [
        "Note: The ground truth has no voxel of label 127.",
        "Note: p has no voxel of label 128.",
        "Note: If these are one label under two numbers in p, --label 128=127 compares them.",
    ]
    paired = segdiff(*words, "--label", "128=127", 255)
    assert paired.err == ""
    assert row(paired.out, "Dice") == ["0.6667"]


@pytest.mark.parametrize("form", ["table", "csv"])
def test_notices_go_to_stderr(segdiff: Command, files: Files, form: str) -> None:
    truth, prediction = files.pair(neither())
    ending = segdiff("score", "--truth", truth, "--prediction", prediction, "--format", form)
    assert ending.err == "Note: Neither the ground truth nor pair_prediction has a voxel of label 1.\n"
    assert "Note" not in ending.out
