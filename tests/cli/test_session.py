"""``--session``: scored as it was saved, and one sentence where its files are no longer what they were."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from segdiff.data import Outcome
from segdiff.io import CaseRequest, PredictionRequest, read_case, sha256_of
from segdiff.session import Decision, RegionMark, Session, ViewState, save_session
from tests.cli.conftest import Command, Files

Save = Callable[..., Path]


@pytest.fixture
def save(files: Files, soft: tuple[Path, Path]) -> Save:
    """Save a session of a truth and probabilities, looked at in some way."""

    def write(change: Callable[[ViewState], ViewState] = lambda view: view) -> Path:
        truth, prediction = soft
        request = CaseRequest(truth=truth, predictions=(PredictionRequest(prediction),), assume_geometry=True)
        view = change(ViewState().with_case(read_case(request)))
        path = files.folder / "soft.segdiff"
        save_session(Session(request, view, {file: sha256_of(file) for file in (truth, prediction)}), path)
        return path

    return write


class TestScore:
    def test_it_scores_what_the_options_would_have_said(
        self, segdiff: Command, save: Save, soft: tuple[Path, Path]
    ) -> None:
        session = save(lambda s: s.with_lock(False).with_costs(0.25, 1.5).with_threshold(0.625))
        truth, prediction = soft
        words = ("--alpha", 0.25, "--beta", 1.5, "--threshold", 0.625, "--assume-geometry", "--format", "json")
        asked = segdiff("score", "--truth", truth, "--prediction", prediction, *words)
        assert segdiff("score", "--session", session, "--format", "json").json == asked.json
        assert asked.json["parameters"]["beta"] == 1.5

    def test_verdicts_are_told_with_the_scores(self, segdiff: Command, save: Save) -> None:
        mark = RegionMark(Outcome.FALSE_NEGATIVE, "1", (0, 2, 3))
        session = save(
            lambda s: (
                s.with_decision(Decision.FIX, mark).with_comment("border, “left”", mark).with_decision(Decision.REJECT)
            )
        )
        found = segdiff("score", "--session", session, "--format", "json").json["predictions"][0]
        region = {"kind": "false_negative", "label": "1", "voxel": [0, 2, 3]}
        assert found["verdicts"] == [
            {"region": None, "decision": "reject", "comment": ""},
            {"region": region, "decision": "fix", "comment": "border, “left”"},
        ]
        table = segdiff("score", "--session", session, "--format", "csv").out
        assert list(csv.reader(table.splitlines()))[-2:] == [
            [found["name"], "", "verdict", "reject", "", "", "", "identical", "none"],
            [
                found["name"],
                "1",
                "region",
                "fix",
                "",
                "",
                "false_negative at 0 2 3: border, “left”",
                "identical",
                "none",
            ],
        ]

    def test_an_option_goes_before_the_session(self, segdiff: Command, save: Save) -> None:
        session = save(lambda s: s.with_costs(0.2, 0.8).with_threshold(0.25))
        found = segdiff("score", "--session", session, "--threshold", 0.75, "--alpha", 0.4, "--format", "json").json
        assert found["predictions"][0]["threshold"] == 0.75
        assert (found["parameters"]["alpha"], found["parameters"]["beta"]) == (0.4, 0.8)

    def test_costs_are_written_under_the_symbols_of_a_convention(
        self, segdiff: Command, save: Save, soft: tuple[Path, Path]
    ) -> None:
        """Keras as shipped has α and β the other way round; the metrics keep ours."""
        session = save(lambda s: s.with_costs(0.2, 0.8).with_threshold(0.25).with_convention("keras-3.15"))
        found = segdiff("score", "--session", session, "--format", "json").json
        assert (found["parameters"]["alpha"], found["parameters"]["beta"]) == (0.8, 0.2)
        assert found["costs"] == {"false_positive": 0.2, "miss": 0.8}
        truth, prediction = soft
        files = ("--truth", truth, "--prediction", prediction, "--threshold", 0.25, "--format", "json")
        keras = ("--convention", "keras-3.15", "--parameter", "alpha=0.8", "beta=0.2")
        theirs = segdiff("score", *files, *keras).json
        ours = segdiff("score", *files, "--alpha", 0.2, "--beta", 0.8).json

        def value(result: dict, score: str) -> float:  # type: ignore[type-arg]
            return float(result["predictions"][0]["labels"][0]["scores"][score])

        assert value(found, "tversky_loss") == value(theirs, "tversky_loss") != value(ours, "tversky_loss")
        assert value(found, "tversky_index") == value(ours, "tversky_index") != value(theirs, "tversky_index")

    def test_a_changed_file_is_refused_unless_allowed(
        self, segdiff: Command, save: Save, soft: tuple[Path, Path], files: Files
    ) -> None:
        session, (truth, _) = save(), soft
        truth.write_bytes(files.npy("other", [[0, 1, 1, 1, 0, 0, 0, 0, 0, 0]]).read_bytes())
        problem = segdiff("score", "--session", session).problem
        assert "soft_truth.npy has changed since the session was saved" in problem
        assert problem.endswith("--even-if-changed takes it all the same.")

    def test_a_missing_file_can_be_given(self, segdiff: Command, save: Save, soft: tuple[Path, Path]) -> None:
        session, (truth, _) = save(), soft
        before = segdiff("score", "--session", session, "--format", "csv").out
        moved = truth.rename(truth.with_name("moved.npy"))
        problem = segdiff("score", "--session", session).problem
        assert "soft_truth.npy is no longer where it was" in problem
        assert problem.endswith("Give it with --truth, --prediction or --image where it is now.")
        assert segdiff("score", "--session", session, "--truth", moved, "--format", "csv").out == before

    def test_no_session(self, segdiff: Command, files: Files) -> None:
        assert "There is no session file" in segdiff("score", "--session", files.folder / "none.segdiff").problem
        path = files.folder / "bad.segdiff"
        path.write_text("{}", "utf-8")
        assert "bad.segdiff is not a segdiff session" in segdiff("score", "--session", path).problem

    def test_the_demo(self, segdiff: Command, files: Files) -> None:
        path = files.folder / "demo.segdiff"
        save_session(Session(CaseRequest(), ViewState(), is_demo=True), path)
        found = segdiff("score", "--session", path, "--score", "dice", "--format", "json").json
        assert found["truth"]["path"] is None
        assert len(found["predictions"]) == 2


class TestOpen:
    @pytest.mark.parametrize("words", [("open", "--session"), ("--session",), ("open",), ()])
    def test_it_is_opened(self, segdiff: Command, save: Save, with_display: None, words: tuple[str, ...]) -> None:
        session = save()
        window = segdiff(*words, session).window
        assert (window.session, window.image, window.paths) == (session, None, ())

    def test_what_is_wrong_with_it_is_said_in_the_terminal(
        self, segdiff: Command, files: Files, with_display: None
    ) -> None:
        assert "There is no session file" in segdiff("open", "--session", files.folder / "none.segdiff").problem

    @pytest.mark.parametrize("words", [("--alpha", "0.3"), ("--truth", "t.npy"), ("--resample",)])
    def test_nothing_else_is_said_besides(
        self, segdiff: Command, save: Save, with_display: None, words: tuple[str, ...]
    ) -> None:
        assert f"so {words[0]} has no place beside it" in segdiff("open", "--session", save(), *words).problem

    def test_without_a_display_its_numbers_are_shown(
        self, segdiff: Command, save: Save, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setattr("sys.platform", "linux")
        monkeypatch.chdir(tmp_path)
        done = segdiff("open", "--session", save(lambda s: s.with_costs(0.25, 0.75)))
        assert done.outcome == 0, done.err
        assert "α 0.25 (false-positive cost), β 0.75" in done.out
