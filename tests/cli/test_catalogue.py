"""``segdiff scores`` and ``segdiff check``."""

from __future__ import annotations

import shutil
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from segdiff import registry, torch_folder
from segdiff.cli.commands import check
from tests.cli.conftest import Command


class TestScores:
    def test_tells_everything_about_each(self, segdiff: Command) -> None:
        page = " ".join(segdiff("scores").out.split())
        for score in registry.scores():
            facts = (
                f"{score.id}: {score.title}",
                score.definition,
                score.formula,
                score.on_labels,
                f"Source: {score.source}",
            )
            assert all(" ".join(fact.split()) in page for fact in facts)
        assert "--alpha α (false-positive cost, from 0 up, 0.3 unless given): What one invented voxel costs" in page
        assert "--focal-alpha α₊ (weight of positives, from 0 to 1, 0.25 unless given)" in page

    def test_as_json(self, segdiff: Command) -> None:
        document = segdiff("scores", "--format", "json").json
        entries = {entry["id"]: entry for entry in document["scores"]}
        assert list(entries) == [score.id for score in registry.scores()]
        tversky = entries["tversky_loss"]
        assert (tversky["kind"], tversky["scope"], tversky["better"]) == ("loss", "label", "lower")
        assert [parameter["name"] for parameter in tversky["parameters"]] == ["alpha", "beta", "smoothing"]
        assert tversky["parameters"][1]["default"] == 0.7
        assert tversky["parameters"][1]["maximum"] is None
        assert entries["focal_plus_tversky_loss"]["terms"] == ["focal_loss", "tversky_loss"]
        assert entries["cross_entropy"]["scope"] == "overall"


@pytest.fixture
def no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the attempt that starts the program once more, which takes seconds."""
    monkeypatch.setattr(check, "ATTEMPTS", tuple(attempt for attempt in check.ATTEMPTS if attempt is not check._window))


class TestCheck:
    def test_is_ok_here(self, segdiff: Command) -> None:
        ending = segdiff("check")
        failed = [line for line in ending.out.splitlines() if not line.startswith("ok      ")]
        if failed and all("fonts" in line for line in failed):
            pytest.skip("no fonts are installed here")
        assert (ending.outcome, failed, ending.err) == (0, [], "")
        for subject in (
            "Python",
            "torch",
            "PySide6-Essentials",
            "own files",
            "reads NIfTI",
            "device",
            "known answer",
            "torch in use",
            "settings",
            "window",
        ):
            assert f"ok      {subject} " in ending.out
        assert "Tversky index 0.69767 (0.69767 expected)" in ending.out

    def test_a_window_that_cannot_be_drawn_is_named(self, segdiff: Command, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(check, "ATTEMPTS", (check._window,))
        monkeypatch.setattr(sys, "executable", shutil.which("false"))
        ending = segdiff("check")
        assert ending.outcome == 1
        assert ending.out.startswith("failed  window                   it ended with exit code 1: it said nothing")

    def test_a_chosen_torch_that_is_not_in_use_fails(
        self, segdiff: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr(check, "ATTEMPTS", (check._torch,))
        monkeypatch.setenv(torch_folder.VARIABLE, str(tmp_path))
        ending = segdiff("check")
        assert ending.outcome == 1
        assert f"although {tmp_path} was chosen" in ending.out

    @pytest.mark.usefixtures("no_window")
    def test_a_missing_package_fails(self, segdiff: Command, monkeypatch: pytest.MonkeyPatch) -> None:
        def installed(package: str) -> str:
            if package == "pyqtgraph":
                raise PackageNotFoundError(package)
            return "1.0"

        monkeypatch.setattr(check, "version", installed)
        ending = segdiff("check")
        assert ending.outcome == 1
        assert "failed  pyqtgraph                not installed\n" in ending.out
        assert "ok      numpy                    1.0\n" in ending.out

    @pytest.mark.usefixtures("no_window")
    def test_a_missing_resource_fails_and_the_rest_is_tried(
        self, segdiff: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr("segdiff.paths._PLACES", (tmp_path,))
        ending = segdiff("check")
        assert ending.outcome == 1
        assert (
            "failed  resources                FileNotFoundError: segdiff's own file 'mark.svg' is missing" in ending.out
        )
        assert "ok      known answer" in ending.out

    @pytest.mark.usefixtures("no_window")
    def test_a_wrong_answer_fails(self, segdiff: Command, monkeypatch: pytest.MonkeyPatch) -> None:
        tversky = registry.find("tversky_index")
        monkeypatch.setitem(
            vars(tversky), "function", lambda counts, *, alpha=0.3, beta=0.7, smoothing=0.0: counts.tp / 4
        )
        ending = segdiff("check")
        assert ending.outcome == 1
        assert "failed  known answer             Tversky index 0.75000 (0.69767 expected)" in ending.out

    @pytest.mark.usefixtures("no_window")
    def test_fonts_are_looked_for_in_folders_where_fontconfig_is_absent(
        self, segdiff: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr(shutil, "which", lambda name: None)
        monkeypatch.setattr(check, "_FONT_FOLDERS", (str(tmp_path / "missing"), str(tmp_path)))
        ending = segdiff("check")
        assert ending.outcome == 1
        assert "failed  fonts                    none found, so the window would show no letters\n" in ending.out
        (tmp_path / "family").mkdir()
        (tmp_path / "family" / "Regular.TTF").touch()
        assert "ok      fonts                    1 found\n" in segdiff("check").out
