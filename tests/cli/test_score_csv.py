"""``segdiff score --format csv`` and ``--output``: rows for other programs, in files that are never half written."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import numpy as np
import pytest

from tests.cases import only_there
from tests.cli.conftest import Command, Files

HEADER = ["prediction", "label", "scope", "score", "value", "undefined", "note", "geometry", "activation"]


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows, after a look at the header."""
    reader = csv.DictReader(io.StringIO(text, newline=""))
    assert reader.fieldnames == HEADER
    return list(reader)


def test_a_row_for_each_prediction_label_and_score(segdiff: Command, files: Files) -> None:
    truth = files.npy("truth", [[0, 1, 1, 2, 2, 2, 0]])
    prediction = files.npy("p", [[0, 1, 0, 2, 2, 2, 2]])
    words = ("--prediction", prediction, f"exact, too={truth}", "--score", "dice", "recall", "cross_entropy")
    text = segdiff("score", "--truth", truth, *words, "--format", "csv").out
    assert text.count("\r\n") == text.count("\n") == 1 + 2 * (2 * 2 + 2 + 1)
    rows = rows_of(text)
    assert [(row["label"], row["scope"], row["score"]) for row in rows if row["prediction"] == "p"] == [
        ("1", "label", "dice"), ("1", "label", "recall"), ("2", "label", "dice"), ("2", "label", "recall"),
        ("", "mean", "dice"), ("", "mean", "recall"), ("", "overall", "cross_entropy"),
    ]  # fmt: skip
    assert [float(row["value"]) for row in rows[:5]] == [2 / 3, 1 / 2, 6 / 7, 1.0, (2 / 3 + 6 / 7) / 2]
    assert rows[4]["note"] == "mean of 2 of 2 labels"
    assert {row["value"] for row in rows if row["prediction"] == "exact, too" and row["scope"] == "label"} == {"1.0"}


def test_what_does_not_exist_is_empty_with_a_reason(segdiff: Command, files: Files) -> None:
    truth, prediction = files.pair(only_there())
    rows = rows_of(segdiff("score", "--truth", truth, "--prediction", prediction, "--format", "csv").out)
    precision = next(row for row in rows if row["score"] == "precision")
    assert (precision["value"], precision["undefined"]) == ("", "nothing was predicted")
    assert all(bool(row["value"]) != bool(row["undefined"]) for row in rows)


class TestOutput:
    @pytest.mark.parametrize("form", ["table", "json", "csv"])
    def test_the_file_has_what_stdout_would(
        self, segdiff: Command, hard: tuple[Path, Path], tmp_path: Path, form: str
    ) -> None:
        words = ("score", "--truth", hard[0], "--prediction", hard[1], "--format", form)
        target = tmp_path / "scores.txt"
        ending = segdiff(*words, "--output", target)
        assert (ending.outcome, ending.out, ending.err) == (0, "", "")
        assert target.read_bytes().decode("utf-8") == segdiff(*words).out
        assert list(tmp_path.glob("*scores*")) == [target]

    def test_an_old_file_is_replaced_behind_its_link(
        self, segdiff: Command, hard: tuple[Path, Path], tmp_path: Path
    ) -> None:
        target, link = tmp_path / "scores.csv", tmp_path / "latest.csv"
        target.write_text("old")
        link.symlink_to(target)
        words = ("score", "--truth", hard[0], "--prediction", hard[1], "--format", "csv", "--output", link)
        assert segdiff(*words).outcome == 0
        assert link.is_symlink()
        assert target.read_text().startswith("prediction,label")

    def test_a_device_is_written_to(self, segdiff: Command, hard: tuple[Path, Path]) -> None:
        words = ("score", "--truth", hard[0], "--prediction", hard[1], "--output", os.devnull)
        assert segdiff(*words).outcome == 0
        assert Path(os.devnull).is_char_device()

    def test_an_input_is_never_overwritten(self, segdiff: Command, hard: tuple[Path, Path], tmp_path: Path) -> None:
        before = hard[1].read_bytes()
        link = tmp_path / "innocent.csv"
        link.symlink_to(hard[1])
        for output in (hard[1], link):
            words = ("score", "--truth", hard[0], "--prediction", hard[1], "--output", output)
            assert "never overwritten" in segdiff(*words).problem
        assert hard[1].read_bytes() == before

    def test_a_place_that_cannot_be_written_is_named(
        self, segdiff: Command, hard: tuple[Path, Path], tmp_path: Path
    ) -> None:
        words = ("score", "--truth", hard[0], "--prediction", hard[1], "--output")
        assert "is a folder" in segdiff(*words, tmp_path).problem
        assert "there is no folder" in segdiff(*words, tmp_path / "missing" / "a.csv").problem

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
    def test_a_full_disk_is_named(self, segdiff: Command, hard: tuple[Path, Path]) -> None:
        problem = segdiff("score", "--truth", hard[0], "--prediction", hard[1], "--output", "/dev/full").problem
        assert problem == "/dev/full cannot be written: no space left on device."

    def test_nothing_is_left_behind_when_writing_fails(
        self, segdiff: Command, hard: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(self: Path, target: Path) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "replace", refuse)
        target = tmp_path / "scores.csv"
        words = ("score", "--truth", hard[0], "--prediction", hard[1], "--output", target)
        assert segdiff(*words).problem == f"{target} cannot be written: permission denied."
        assert list(tmp_path.glob("*scores*")) == list(tmp_path.glob(".*scores*")) == []


def test_the_same_number_in_all_forms(segdiff: Command, files: Files) -> None:
    draw = np.random.default_rng(7)
    truth = files.npy("truth", draw.integers(0, 2, (5, 6, 7)))
    prediction = files.npy("p", draw.random((5, 6, 7)), np.float32)
    words = ("score", "--truth", truth, "--prediction", prediction, "--score", "tversky_loss")
    exact = segdiff(*words, "--format", "json").json["predictions"][0]["labels"][0]["scores"]["tversky_loss"]
    assert rows_of(segdiff(*words, "--format", "csv").out)[0]["value"] == repr(exact)
    assert f"{exact:.4f}" in segdiff(*words).out
