"""``segdiff conventions``, and ``segdiff score`` in another framework's convention."""

from __future__ import annotations

from pathlib import Path

import pytest

from segdiff import losses
from tests.cli.conftest import Command


class TestConventions:
    def test_every_convention_and_every_loss_of_it_is_listed(self, segdiff: Command) -> None:
        page = segdiff("conventions").out
        for name in losses.CONVENTIONS:
            known = losses.find_convention(name)
            entry = page[page.index(f"{name}: {known.title} {known.version}") :]
            assert all(f"  {loss}" in entry for loss in known.recipes)

    def test_one_convention_says_which_symbol_sits_on_what(self, segdiff: Command) -> None:
        page = " ".join(segdiff("conventions", "keras-3.15").out.split())
        assert page.startswith("keras-3.15: ")
        assert "α weighs misses and β false positives: the opposite of its documentation." in page

    def test_as_json(self, segdiff: Command) -> None:
        document = segdiff("conventions", "--format", "json").json
        entries = {entry["id"]: entry for entry in document["conventions"]}
        assert tuple(entries) == losses.CONVENTIONS
        tversky = {loss["id"]: loss for loss in entries["monai"]["losses"]}["tversky_loss"]
        assert (tversky["parameters"]["alpha"], tversky["parameters"]["smooth_nr"]) == (0.5, 1e-5)

    def test_an_unknown_name_is_refused(self, segdiff: Command) -> None:
        assert "not 'moani'." in segdiff("conventions", "moani").problem


class TestScoreInAConvention:
    """The pair has TP = 3, FP = 2, FN = 1."""

    @pytest.mark.parametrize(
        ("convention", "words", "loss", "expected"),
        [
            ("nnunet", ["--parameter", "smooth=0"], "dice_loss", -2 / 3),
            ("origin-notes", [], "dice_loss", 1 - 7 / 10),
            ("smp", ["--parameter", "smooth=1"], "dice_loss", 1 - 8 / 11),
            ("keras-3.15", ["--alpha", 1, "--beta", 0], "tversky_loss", 1 - 3 / 4),
            ("keras-documented", ["--alpha", 1, "--beta", 0], "tversky_loss", 1 - 3 / 5),
        ],
    )
    def test_a_loss_is_as_returned_there(
        self,
        segdiff: Command,
        hard: tuple[Path, Path],
        convention: str,
        words: list[object],
        loss: str,
        expected: float,
    ) -> None:
        truth, prediction = hard
        asked = ["--score", loss, "--convention", convention, "--format", "json", *words]
        document = segdiff("score", "--truth", truth, "--prediction", prediction, *asked).json
        assert document["convention"] == convention
        assert document["predictions"][0]["labels"][0]["scores"][loss] == pytest.approx(expected, abs=1e-6)

    def test_what_is_not_defined_there_says_why(self, segdiff: Command, hard: tuple[Path, Path]) -> None:
        words = ["score", "--truth", hard[0], "--prediction", hard[1], "--convention", "nnunet", "--format", "json"]
        row = segdiff(*words).json["predictions"][0]["labels"][0]
        assert row["scores"]["tversky_loss"] is None
        assert "it has no Tversky loss" in row["undefined"]["tversky_loss"]
        assert row["scores"]["dice"] == pytest.approx(2 / 3), "metrics are the same everywhere"
        assert "−ln 0" in row["undefined"]["binary_cross_entropy"], "a wrong hard label is infinitely wrong there"

    def test_the_table_says_whose_losses_these_are(self, segdiff: Command, hard: tuple[Path, Path]) -> None:
        page = segdiff("score", "--truth", hard[0], "--prediction", hard[1], "--convention", "monai").out
        assert "Convention    MONAI 1.6.1, losses as returned there" in page

    @pytest.mark.parametrize(
        ("words", "problem"),
        [
            ("--convention monai --parameter smoothy=1", "No score has a parameter called 'smoothy'"),
            ("--convention monai --parameter smooth_nr", "should be written NAME=VALUE"),
            ("--convention smp --parameter smooth=x", "smooth should be a number, not 'x'"),
        ],
    )
    def test_a_wrong_parameter_is_refused(
        self, segdiff: Command, hard: tuple[Path, Path], words: str, problem: str
    ) -> None:
        assert problem in segdiff("score", "--truth", hard[0], "--prediction", hard[1], *words.split()).problem
