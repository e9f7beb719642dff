"""Bad input: exit code 2 and one sentence that says which file or word, what was expected, and what was found."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from segdiff.cli.options import DEVICES
from segdiff.evidence.device import CHOICES
from tests.cli.conftest import Command, Files

pytestmark = pytest.mark.usefixtures("with_display")

WORDS = {
    "a parameter below its range": ("--alpha -1", "alpha (α) should be a number from 0 up, not -1."),
    "a parameter above its range": ("--focal-alpha 1.5", "focal_alpha (α₊) should be a number from 0 to 1, not 1.5."),
    "a parameter that is no number": ("--beta 0,7", "beta (β) should be a number from 0 up, not '0,7'."),
    "not a number at all": ("--gamma nan", "gamma (γ) should be a number from 0 up, not nan."),
    "an infinite parameter": ("--smoothing inf", "smoothing (s) should be a number from 0 up, not inf."),
    "an exponent of zero": ("--exponent 0", "exponent (e) should be a number from 0.01 up, not 0."),
    "a threshold of zero": ("--threshold 0", "The threshold should be a probability above 0 and up to 1"),
    "a threshold in percent": ("--threshold 50%", "not '50%'."),
    "the background as a label": ("--label 0", "0 is the background and not a label"),
    "the background in a region": ("--label 1+0=2", "'1+0=2' cannot be scored"),
    "a label that is no number": ("--label tumour", "or any, not 'tumour'."),
    "a label with a comma": ("--label 1,2", "or any, not '1,2'."),
    "a pair without a side": ("--label 1=", "or any, not '1='."),
    "a pair too many": ("--label 1=2=3", "or any, not '1=2=3'."),
    "an unknown score": ("--score dise", "There is no score called 'dise'; `segdiff scores` lists them all."),
    "an unknown convention": ("--convention moani", "not 'moani'."),
    "an unknown device": ("--device tpu", "invalid choice: 'tpu'"),
    "an unknown format": ("--format xml", "invalid choice: 'xml'"),
    "an option cut short": ("--alph 1", "unrecognized arguments: --alph 1; `segdiff score --help`"),
    "an option without its value": ("--alpha", "argument --alpha: expected one argument"),
    "two ways with geometry": ("--resample --assume-geometry", "not allowed with argument"),
    "a word too many": ("--format json surplus.npy", "unrecognized arguments: surplus.npy"),
    "a truth from an empty variable": ("--truth=", "A file was expected where nothing ('') is written"),
    "an image from an empty variable": ("--image=", "A file was expected where nothing ('') is written"),
    "a name without a prediction": ("--prediction new=", "A file was expected where nothing ('') is written"),
    "an image that is not there": ("--image missing.nii.gz", "There is no file missing.nii.gz."),
}


@pytest.mark.parametrize("case", WORDS)
def test_a_wrong_word_of_score(segdiff: Command, hard: tuple[Path, Path], case: str) -> None:
    words, expected = WORDS[case]
    assert expected in segdiff("score", "--truth", hard[0], "--prediction", hard[1], *words.split()).problem


OTHERS = {
    "a misspelt command": ("scroe", "called 'scroe'; you may have meant `segdiff score`."),
    "no command at all": ("frobnicate", "`segdiff --help` lists the commands."),
    "a file that is not there": ("scan.nii.gz", "There is no file scan.nii.gz."),
    "a path that is not there": ("data/scan", "There is no file data/scan."),
    "a file to open that is not there": ("open scan.nii.gz", "There is no file scan.nii.gz."),
    "a truth that is not there": ("--truth t.nii.gz", "There is no file t.nii.gz."),
    "a prediction that is not there": ("open --prediction p.nii.gz", "There is no file p.nii.gz."),
    "a folder as truth": ("--truth .", ". is a folder, where a single file was expected."),
    "roles for some of many files": ("a.npy b.npy --truth t.npy", "There is no file a.npy."),
    "an unknown option": ("--truht t.nii.gz", "unrecognized arguments: --truht"),
    "a picture of another kind": ("demo --screenshot a.jpg", "the name a.jpg does not end in .png."),
    "a picture in a missing folder": ("demo --screenshot no/a.png", "no/a.png cannot be written: there is no folder"),
    "an unknown theme": ("demo --theme pink", "invalid choice: 'pink'"),
    "a size without a height": ("demo --size 1600", "such as 1600x1000, not '1600'."),
    "a size of nothing": ("demo --size 0x100", "each from 320 to 16384"),
    "a threshold finer than the window's": ("demo --threshold 0.1234", "so it cannot be 0.1234."),
    "a threshold of one in the window": ("open --threshold 1", "so it cannot be 1."),
    "a cost below zero": ("open --beta=-0.5", "beta (β) should be a number from 0 up, not -0.5."),
    "a word after demo": ("demo now", "segdiff demo: unrecognized arguments: now"),
    "a word after scores": ("scores dice", "segdiff scores: unrecognized arguments: dice"),
    "a word after check": ("check --all", "segdiff check: unrecognized arguments: --all"),
    "a folder that is no list": ("score --cases .", "The folder . holds no list of cases"),
    "score without files": ("score", "the following arguments are required: --truth, --prediction"),
    "score without a prediction": ("score --truth t.npy --prediction", "--prediction: expected at least one argument"),
}


@pytest.mark.parametrize("case", OTHERS)
def test_a_wrong_word_elsewhere(segdiff: Command, case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    words, expected = OTHERS[case]
    assert expected in segdiff(*words.split()).problem


def test_roles_for_some_of_many_files(segdiff: Command, hard: tuple[Path, Path]) -> None:
    problem = segdiff(*hard, "--truth", hard[0]).problem
    assert problem.endswith(
        "only one more file is expected, the image, but there are 2: hard_truth.npy, hard_prediction.npy."
    )


class TestFiles:
    def test_that_are_not_there(self, segdiff: Command, hard: tuple[Path, Path], tmp_path: Path) -> None:
        missing = tmp_path / "missing.npy"
        assert segdiff("score", "--truth", missing, "--prediction", hard[1]).problem == f"There is no file {missing}."
        problem = segdiff("score", "--truth", hard[0], "--prediction", f"new={missing}").problem
        assert problem == f"There is no file new={missing}."

    def test_that_are_folders(self, segdiff: Command, hard: tuple[Path, Path], tmp_path: Path) -> None:
        problem = segdiff("score", "--truth", hard[0], "--prediction", tmp_path).problem
        assert problem == f"{tmp_path} is a folder, where a single file was expected."

    def test_that_are_empty_or_no_pictures(self, segdiff: Command, hard: tuple[Path, Path], files: Files) -> None:
        empty, text = files.folder / "empty.npy", files.folder / "notes.txt"
        empty.write_bytes(b"")
        text.write_text("not a picture")
        assert "empty.npy is empty" in segdiff("score", "--truth", empty, "--prediction", hard[1]).problem
        assert "notes.txt is in no format" in segdiff("score", "--truth", hard[0], "--prediction", text).problem

    def test_that_are_damaged(self, segdiff: Command, hard: tuple[Path, Path], files: Files) -> None:
        volume = files.nifti("scan", np.arange(2000, dtype=np.int16).reshape(20, 10, 10), (1.0, 2.0, 3.0))
        volume.write_bytes(volume.read_bytes()[:700])
        assert "scan.nii.gz" in segdiff("score", "--truth", volume, "--prediction", hard[1]).problem

    def test_with_values_that_are_no_numbers(self, segdiff: Command, hard: tuple[Path, Path], files: Files) -> None:
        values = np.linspace(0.0, 0.9, 16)[None]
        values[0, 3] = np.nan
        broken = files.npy("broken", values, np.float32)
        problem = segdiff("score", "--truth", hard[0], "--prediction", broken).problem
        assert problem.startswith("broken.npy holds 1 value that ")
        assert "NaN" in problem

    def test_with_logits_for_probabilities(self, segdiff: Command, hard: tuple[Path, Path], files: Files) -> None:
        logits = files.npy("logits", np.linspace(-4.5, 7.25, 16)[None], np.float32)
        problem = segdiff("score", "--truth", hard[0], "--prediction", logits).problem
        assert problem == (
            "logits.npy holds values from −4.5 to 7.25, which are neither labels nor probabilities from 0 to 1; "
            "they may be logits; --activation sigmoid makes probabilities of those."
        )

    def test_with_a_soft_truth(self, segdiff: Command, soft: tuple[Path, Path]) -> None:
        problem = segdiff("score", "--truth", soft[1], "--prediction", soft[0]).problem
        assert problem.startswith("soft_prediction.npy is a soft ground truth, with values between 0 and 1 such as")
        assert problem.endswith("; --threshold-truth 0.5 takes voxels from 0.5 on as label 1.")

    def test_of_different_sizes(self, segdiff: Command, hard: tuple[Path, Path], soft: tuple[Path, Path]) -> None:
        problem = segdiff("score", "--truth", hard[0], "--prediction", soft[1]).problem
        assert "soft_prediction.npy does not lie on the grid of hard_truth.npy" in problem
        assert "10 × 1 pixels instead of 16 × 1" in problem

    def test_a_picture_given_as_truth(self, segdiff: Command, files: Files) -> None:
        picture = files.npy("scan", np.arange(1000).reshape(25, 40), np.int16)
        words = ("score", "--truth", picture, "--prediction", files.npy("p", np.ones((25, 40))))
        assert "scan.npy should hold labels, but it has 999 different values" in segdiff(*words).problem
        assert segdiff(*words, "--label", 7).outcome == 0


def test_devices_are_those_that_can_measure() -> None:
    assert DEVICES == CHOICES


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights before it makes a link")
@pytest.mark.parametrize("option", ["--output", "--report"])
def test_a_destination_that_leads_in_a_circle(
    segdiff: Command, hard: tuple[Path, Path], tmp_path: Path, option: str
) -> None:
    (tmp_path / "here").symlink_to(tmp_path / "there")
    (tmp_path / "there").symlink_to(tmp_path / "here")
    words = ("score", "--truth", hard[0], "--prediction", hard[1], option, tmp_path / "here")
    assert segdiff(*words).problem == f"{tmp_path / 'here'} cannot be written: too many levels of symbolic links."
