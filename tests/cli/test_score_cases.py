"""``segdiff score --cases``: each case, what they come to, and what becomes of a case that cannot be read."""

from __future__ import annotations

import csv
import io
import json
import statistics
from pathlib import Path

import pytest

from tests.cases import counted
from tests.cli.conftest import Command, Files

COUNTS = {"c1": (3, 2, 1, 10), "c2": (6, 1, 2, 7), "c3": (1, 4, 3, 8)}
"""TP, FP, FN and TN of each case."""
DICE = [2 * tp / (2 * tp + fp + fn) for tp, fp, fn, _ in COUNTS.values()]  # 6/9, 12/15, 2/9


@pytest.fixture
def listed(files: Files) -> Path:
    """A table of three cases, relative to its folder."""
    lines = ["name,truth,prediction_new"]
    for name, counts in COUNTS.items():
        truth, prediction = files.pair(counted(*counts), name)
        lines.append(f"{name},{truth.name},{prediction.name}")
    return write(files, lines)


def write(files: Files, lines: list[str]) -> Path:
    path = files.folder / "cases.csv"
    path.write_text("\n".join(lines) + "\n")
    return path


def test_json_has_each_case_as_alone_and_the_summary(segdiff: Command, listed: Path, files: Files) -> None:
    found = segdiff("score", "--cases", listed, "--format", "json").json
    assert (found["format"], found["list"], found["failed"]) == (1, str(listed), [])
    assert [case["case"] for case in found["cases"]] == list(COUNTS)
    truth, prediction = files.folder / "c2_truth.npy", files.folder / "c2_prediction.npy"
    alone = segdiff("score", "--truth", truth, "--prediction", f"new={prediction}", "--format", "json").json
    assert {key: value for key, value in found["cases"][1].items() if key != "case"} == alone
    (label, overall) = found["summary"]
    assert (label["prediction"], label["scope"], label["label"]) == ("new", "label", 1)
    assert (overall["scope"], overall["label"]) == ("overall", None)
    dice = label["scores"]["dice"]
    assert dice["mean"] == pytest.approx(sum(DICE) / 3, abs=1e-15)
    assert dice["sd"] == pytest.approx(statistics.stdev(DICE), abs=1e-15)
    assert dice["median"] == 6 / 9
    assert (dice["over"], dice["of"], dice["undefined"], dice["by_rule"]) == (3, 3, 0, 0)


def test_csv(segdiff: Command, listed: Path) -> None:
    ending = segdiff("score", "--cases", listed, "--format", "csv", "--score", "dice", "precision")
    rows = list(csv.DictReader(io.StringIO(ending.out)))
    each = [row for row in rows if row["score"] == "dice" and row["scope"] == "label"]
    assert [(row["case"], float(row["value"])) for row in each] == list(zip(COUNTS, DICE, strict=True))
    means = {row["score"]: row for row in rows if row["scope"] == "mean over cases"}
    assert float(means["precision"]["value"]) == pytest.approx((3 / 5 + 6 / 7 + 1 / 5) / 3, abs=1e-15)
    assert means["dice"]["note"] == "over 3 of 3 cases"
    assert [row["score"] for row in rows if row["scope"] == "sd over cases"] == ["dice", "precision"]


def test_table(segdiff: Command, listed: Path) -> None:
    ending = segdiff("score", "--cases", listed, "--score", "dice")
    assert ending.outcome == 0
    assert ending.out.splitlines() == [
        "cases.csv: 3 cases",
        "",
        "new, label 1            Dice",
        "----------------------------",
        "c1                    0.6667",
        "c2                    0.8000",
        "c3                    0.2222",
        "  Mean                0.5630",
        "  Standard deviation  0.3025",
        "  Median              0.6667",
        "  Cases with a value       3",
    ]


def test_a_case_that_cannot_be_read_is_said_and_passed_over(segdiff: Command, listed: Path, files: Files) -> None:
    (files.folder / "c2_prediction.npy").write_bytes(b"no array")
    ending = segdiff("score", "--cases", listed, "--format", "json")
    assert ending.outcome == 2
    said = ending.err.splitlines()
    assert said[0].startswith("cases.csv, line 3: c2_prediction.npy is not a npy file")
    assert said[-1] == "1 of 3 cases could not be scored; what is wrong is said above."
    found = json.loads(ending.out)
    assert [case["case"] for case in found["cases"]] == ["c1", "c3"]
    assert found["failed"][0]["case"] == "c2"
    assert found["failed"][0]["problem"].startswith("c2_prediction.npy is not a npy file")
    assert found["summary"][0]["scores"]["dice"]["mean"] == pytest.approx((DICE[0] + DICE[2]) / 2, abs=1e-15)
    table = segdiff("score", "--cases", listed)
    assert table.outcome == 2
    assert table.out.startswith("cases.csv: 3 cases, 1 of which could not be scored\n")


def test_a_label_that_not_every_case_has(segdiff: Command, files: Files) -> None:
    """Label 2 is in the second case alone: its mean is over 1 of 2 cases, and says so."""
    one, two = files.npy("one", [[1, 1, 0, 0]]), files.npy("two", [[1, 2, 2, 0]])
    listed = write(files, ["truth,prediction", f"{one.name},{one.name}", f"{two.name},{two.name}"])
    ending = segdiff("score", "--cases", listed, "--score", "dice", "--format", "json")
    labels = {row["label"]: row["scores"]["dice"] for row in ending.json["summary"]}
    assert (labels[1]["over"], labels[2]["over"], labels[2]["undefined"], labels[2]["of"]) == (2, 1, 1, 2)
    assert labels[2]["sd"] is None
    text = segdiff("score", "--cases", listed, "--score", "dice").out
    assert "over 1 of 2 cases; there is no value in 1" in text
    assert "this case has no such prediction, or neither it nor the truth has this label" in text


def test_a_folder_of_cases(segdiff: Command, shared_data: Path) -> None:
    folder = shared_data / "hvsmr2d_heart_unet"
    found = segdiff("score", "--cases", folder, "--format", "json", "--label", "any", "--score", "dice").json
    reference = json.loads((folder / "REFERENCE_METRICS.json").read_text())["pairs"]
    expected = [pair["any_nonzero"]["dice"] for pair in reference]
    each = [case["predictions"][0]["labels"][0]["scores"]["dice"] for case in found["cases"]]
    assert each == pytest.approx(expected, abs=5e-7)
    assert found["summary"][0]["scores"]["dice"]["mean"] == pytest.approx(statistics.fmean(each), abs=1e-15)


def test_written_to_a_file_that_is_not_one_of_them(segdiff: Command, listed: Path, files: Files) -> None:
    out = files.folder / "scores.json"
    assert segdiff("score", "--cases", listed, "--format", "json", "--output", out).outcome == 0
    assert len(json.loads(out.read_text())["cases"]) == 3
    assert "one of the files to be compared" in segdiff("score", "--cases", listed, "--output", listed).problem


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--truth", "t.npy"), "With --cases the list names the files of each case; leave out --truth."),
        (("--prediction", "p.npy"), "With --cases the list names the files of each case; leave out --prediction."),
    ],
)
def test_a_list_and_files_are_too_much(segdiff: Command, listed: Path, words: tuple[str, ...], sentence: str) -> None:
    assert segdiff("score", "--cases", listed, *words).problem == sentence


def test_a_folder_of_no_cases(segdiff: Command, files: Files) -> None:
    assert segdiff("score", "--cases", files.folder).problem == (
        "The folder files holds no list of cases: at least two are expected, each with a truth and a prediction."
    )
