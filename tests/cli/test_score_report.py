"""``segdiff score --report``: a page beside the numbers, that stands on its own."""

from __future__ import annotations

from pathlib import Path

from segdiff.io import sha256_of
from tests.cli.conftest import Command


def test_the_page_tells_the_numbers_that_are_printed(segdiff: Command, soft: tuple[Path, Path], tmp_path: Path) -> None:
    truth, prediction = soft
    page = tmp_path / "page.html"
    words = ("--truth", truth, "--prediction", prediction, "--assume-geometry", "--alpha", 0.25, "--beta", 1.5)
    found = segdiff("score", *words, "--threshold", 0.625, "--format", "json", "--report", page).json
    text = page.read_text("utf-8")
    (scored,) = found["predictions"]
    (label,) = scored["labels"]
    for name in ("dice", "tversky_loss", "iou_loss", "recall"):
        assert f">{label['scores'][name]:.4f}<" in text, name
    for known in ("probabilities cut at 0.625", "alpha 0.25; beta 1.5", sha256_of(truth), sha256_of(prediction)):
        assert known in text.replace("smoothing 0; ", ""), known
    assert f">{label['counts']['tp']:,}<" in text
    assert prediction.name not in text
    assert scored["name"] not in text


def test_names_are_written_when_asked_for(segdiff: Command, soft: tuple[Path, Path], tmp_path: Path) -> None:
    truth, prediction = soft
    page = tmp_path / "page.html"
    words = ("--truth", truth, "--prediction", prediction, "--assume-geometry")
    assert segdiff("score", *words, "--report", page, "--file-names").outcome == 0
    assert prediction.name in page.read_text("utf-8")


def test_the_files_compared_are_never_overwritten(segdiff: Command, soft: tuple[Path, Path]) -> None:
    truth, prediction = soft
    before = truth.read_bytes()
    ending = segdiff("score", "--truth", truth, "--prediction", prediction, "--assume-geometry", "--report", truth)
    assert ending.outcome == 2
    assert "never overwritten" in ending.err
    assert truth.read_bytes() == before


def test_a_list_of_cases_has_no_page(segdiff: Command, tmp_path: Path) -> None:
    ending = segdiff("score", "--cases", tmp_path / "cases.csv", "--report", tmp_path / "page.html")
    assert ending.outcome == 2
    assert "one case" in ending.err


def test_page_and_scores_need_a_file_each(segdiff: Command, hard: tuple[Path, Path], tmp_path: Path) -> None:
    words = ("score", "--truth", hard[0], "--prediction", hard[1], "--report", tmp_path / "a.html", "--output")
    assert segdiff(*words, tmp_path / "." / "a.html").problem.startswith("--output and --report would both write ")
    assert not (tmp_path / "a.html").exists()
