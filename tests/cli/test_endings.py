"""Exit codes, streams and the first second: what holds for every command."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import segdiff as package
from segdiff import cli
from segdiff.__main__ import main
from segdiff.cli.main import COMMANDS, Command
from segdiff.cli.parser import RESEARCH_USE
from tests.cli.conftest import Command as Run

ROOT = Path(__file__).resolve().parents[2]
BLOCKED = """
import runpy, sys
from tests.without_qt import block_qt
block_qt()
sys.argv = ["segdiff", *sys.argv[1:]]
runpy.run_module("segdiff", run_name="__main__")
"""


def python(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """A new interpreter at the top of the tree, in which a warning is an error."""
    return subprocess.run(
        [sys.executable, "-W", "error", *map(str, words)],
        cwd=ROOT, env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_an_interrupt_before_any_command(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("segdiff.torch_folder.use_chosen_folder", interrupted)
    assert main() == 130


class TestHelp:
    @pytest.mark.parametrize("words", [("--help",), ("-h",), *((name, "--help") for name in COMMANDS)])
    def test_says_what_it_is_for_and_what_it_is_not(self, segdiff: Run, words: tuple[str, ...]) -> None:
        ending = segdiff(*words)
        assert (ending.outcome, ending.err) == (0, "")
        assert ending.out.startswith("usage: segdiff")
        assert RESEARCH_USE in ending.out

    def test_the_front_page_names_every_command(self, segdiff: Run) -> None:
        page = segdiff("--help").out
        width = max(map(len, COMMANDS))
        assert all(f"\n  {name:{width}}  {command.summary}\n" in page for name, command in COMMANDS.items())

    def test_score_has_an_option_for_every_parameter(self, segdiff: Run) -> None:
        page = segdiff("score", "--help").out
        for option in ("--alpha", "--beta", "--gamma", "--focal-alpha", "--exponent", "--beta-squared", "--smoothing"):
            assert f"\n  {option} X" in page

    def test_version(self, segdiff: Run) -> None:
        assert segdiff("--version").out == f"segdiff {package.__version__}\n"


class TestEndings:
    @pytest.fixture
    def failing(self, monkeypatch: pytest.MonkeyPatch) -> Any:
        """Make ``segdiff check`` end in any way."""

        def fail_with(problem: BaseException) -> None:
            def run(words: object) -> int:
                raise problem

            monkeypatch.setitem(COMMANDS, "check", Command("fails", run))

        return fail_with

    def test_a_bug_is_1_with_its_traceback(self, segdiff: Run, failing: Any) -> None:
        failing(ZeroDivisionError("the cause"))
        ending = segdiff("check")
        assert (ending.outcome, ending.out) == (1, "")
        assert ending.err.startswith("Traceback")
        assert "ZeroDivisionError: the cause" in ending.err
        assert ending.err.splitlines()[-1].startswith("This is a bug in segdiff; please report it")

    def test_ctrl_c_is_130_and_quiet(self, segdiff: Run, failing: Any) -> None:
        failing(KeyboardInterrupt())
        ending = segdiff("check")
        assert (ending.outcome, ending.out, ending.err) == (130, "", "")

    def test_a_sentence_stays_on_one_line(self, segdiff: Run, tmp_path: Path) -> None:
        name = f"{tmp_path}/two\nlines.nii"
        assert segdiff("score", "--truth", name, "--prediction", name).problem.endswith("two lines.nii.")

    @pytest.mark.slow
    @pytest.mark.skipif(os.name == "nt", reason="Windows has no broken pipes")
    def test_a_reader_that_leaves_is_no_problem(self) -> None:
        program = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "segdiff", "scores", "--format", "json"],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        assert program.stdout is not None
        program.stdout.close()
        _, err = program.communicate()
        assert (program.returncode, err) == (0, b"")

    @pytest.mark.slow
    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
    def test_a_full_disk_behind_stdout_is_named(self) -> None:
        with Path("/dev/full").open("w") as full:
            ending = subprocess.run(
                [sys.executable, "-W", "error", "-m", "segdiff", "scores"],
                cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            )  # fmt: skip
        assert ending.returncode == 2
        assert ending.stderr == "The results could not be written to stdout: No space left on device.\n"


class TestProgram:
    @pytest.mark.slow
    def test_scores_where_qt_is_absent(self, hard: tuple[Path, Path]) -> None:
        ending = python("-c", BLOCKED, "score", "--truth", hard[0], "--prediction", hard[1], "--score", "dice")
        assert (ending.returncode, ending.stderr) == (0, "")
        assert "  Dice                           0.6667\n" in ending.stdout

    def test_ends_with_2_when_the_input_is_at_fault(self) -> None:
        ending = python("-m", "segdiff", "score", "--truth", "no.nii", "--prediction", "no.nii")
        assert (ending.returncode, ending.stdout, ending.stderr) == (2, "", "There is no file no.nii.\n")

    def test_help_and_windows_need_no_torch(self) -> None:
        code = (
            "import sys\n"
            "from segdiff import cli\n"
            "cli.run(['--help']), cli.run(['open', '--help'])\n"
            "assert cli.run(['demo', '--screenshot', 'window.png']).demo\n"
            "print(sorted({'torch', 'PySide6', 'pyqtgraph', 'scipy', 'skimage', 'nibabel'} & sys.modules.keys()))\n"
        )
        ending = python("-c", code)
        assert (ending.returncode, ending.stderr, ending.stdout.splitlines()[-1]) == (0, "", "[]")

    @pytest.mark.slow
    def test_a_terminal_with_few_letters_gets_plain_ones(self, hard: tuple[Path, Path]) -> None:
        words = ("--truth", hard[0], "--prediction", f"Prüfung={hard[1]}", "--score", "f_beta")
        ending = python("-m", "segdiff", "score", *words, PYTHONIOENCODING="ascii", PYTHONUTF8="1")
        assert (ending.returncode, ending.stderr) == (0, "")
        assert "Parameters    beta^2 1 (weight of recall)\n" in ending.stdout
        assert "\nLabel 1                 Prufung\n" in ending.stdout
        assert "\n  F-beta                 0.6667\n" in ending.stdout

    @pytest.mark.slow
    def test_json_is_json_on_any_terminal(self, hard: tuple[Path, Path]) -> None:
        words = ("--truth", hard[0], "--prediction", f"Prüfung={hard[1]}", "--format", "json")
        ending = python("-m", "segdiff", "score", *words, PYTHONIOENCODING="ascii", PYTHONUTF8="1")
        assert '"name": "Pr\\u00fcfung"' in ending.stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
@pytest.mark.parametrize("words", ["score --format table", "score --format csv", "score --help", "scores", "--help"])
def test_no_letter_is_too_strange_for_a_stream(
    hard: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, encoding: str, words: str
) -> None:
    command = words.split()
    if "--format" in command:
        command += ["--truth", str(hard[0]), "--prediction", f"α · 脳={hard[1]}"]
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding))
    assert cli.run(command) == 0
    assert len(written.getvalue().decode(encoding)) > 300


@pytest.mark.parametrize(
    "words", [("score", "--truth", "{path}", "--prediction", "{path}"), ("info", "{path}"), ("{path}",)]
)
def test_a_name_longer_than_any_is_the_fault_of_who_wrote_it(segdiff: Run, words: tuple[str, ...]) -> None:
    ending = segdiff(*(word.format(path=f"{'a' * 5000}.nii") for word in words))
    assert ending.outcome == 2
    assert ending.err.count("\n") == 1
    assert ending.err.startswith("There is no file aaaa")
    assert len(ending.err) < 200


def test_a_folder_that_may_not_be_looked_into(segdiff: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_dir", refuse)
    ending = segdiff("info", "locked/scan.nii")
    assert (ending.outcome, ending.err) == (2, "locked/scan.nii may not be looked at: you have no permission for it.\n")


def test_another_refusal_of_the_system_is_a_bug(segdiff: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bool:
        raise OSError(24, "Too many open files", str(path))

    monkeypatch.setattr(Path, "is_dir", refuse)
    ending = segdiff("info", "scan.nii")
    assert ending.outcome == 1
    assert "This is a bug in segdiff" in ending.err
