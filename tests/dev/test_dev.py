"""What dev.py decides, without installing anything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import dev


@pytest.fixture
def on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.fixture
def nothing_loads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "loads", lambda _library: False)
    monkeypatch.setattr(dev.shutil, "which", lambda _program: None)


@pytest.fixture
def pip_calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What pip is asked for; it refuses a CPU torch unless told where to look."""
    calls: list[tuple[str, ...]] = []

    def pip_install(*what: str, complain: bool = True) -> bool:
        calls.append(what)
        return complain

    monkeypatch.setattr(dev, "pip_install", pip_install)
    return calls


@pytest.mark.usefixtures("on_linux")
@pytest.mark.parametrize(
    ("asked", "before", "kind"),
    [("", [], "cpu"), ("cuda", [], "cuda"), ("", ["cuda", "place", "digest"], "cuda"), ("cpu", ["cuda"], "cpu")],
)
def test_torch_is_the_cpu_build_unless_asked_and_a_choice_is_kept(asked: str, before: list[str], kind: str) -> None:
    assert dev.torch_kind(asked, before) == kind


def test_elsewhere_torch_is_the_plain_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert dev.torch_kind("cuda", []) == "plain"


@pytest.mark.usefixtures("on_linux")
def test_an_unknown_torch_is_named_in_one_sentence() -> None:
    with pytest.raises(SystemExit, match=r"^SEGDIFF_TORCH should be cpu or cuda, not 'rocm'\.$"):
        dev.torch_kind("rocm", [])


def test_cpu_torch_comes_from_pips_own_sources_first_then_from_pytorchs_index(
    pip_calls: list[tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    dev.install_torch("cpu")
    assert pip_calls == [
        (f"torch=={dev.TORCH}+cpu",),
        (f"torch=={dev.TORCH}+cpu", "--extra-index-url", dev.TORCH_CPU_INDEX),
    ]
    assert "taking it from PyTorch's index" in capsys.readouterr().out


def test_torch_for_a_gpu_is_asked_for_once(pip_calls: list[tuple[str, ...]]) -> None:
    dev.install_torch("cuda")
    assert pip_calls == [(f"torch=={dev.TORCH}",)]


@pytest.mark.usefixtures("nothing_loads")
def test_a_screen_needs_more_packages_and_tests_need_the_most() -> None:
    without_screen = dev.missing_packages("run", on_screen=False).keys() - {"python3-venv"}
    with_screen = dev.missing_packages("run", on_screen=True).keys() - {"python3-venv"}
    for_tests = dev.missing_packages("test", on_screen=False).keys() - {"python3-venv"}
    assert without_screen == dev.QT.keys()
    assert with_screen - without_screen == dev.SCREEN.keys()
    assert for_tests - with_screen == {"xvfb", "xauth"}
    to_build = dev.missing_packages("package", on_screen=False).keys() - {"python3-venv"}
    assert to_build - with_screen == {"binutils", "zstd"}
    assert to_build >= with_screen


def test_only_what_does_not_load_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "loads", lambda library: library != "libEGL.so.1")
    missing = dev.missing_packages("run", on_screen=True)
    assert {package: missing[package] for package in missing if package != "python3-venv"} == {"libegl1": "libEGL.so.1"}


def test_python3_venv_is_missing_where_there_is_neither_it_nor_an_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "loads", lambda _library: True)
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda _module: None)
    monkeypatch.setattr(dev, "PYTHON", tmp_path / "python")
    assert dev.missing_packages("run", on_screen=True) == {"python3-venv": "Python's venv module"}
    (tmp_path / "python").touch()
    assert dev.missing_packages("run", on_screen=True) == {}


def test_a_library_that_does_not_exist_does_not_load() -> None:
    assert not dev.loads("libsegdiff-does-not-exist.so.7")


@pytest.mark.usefixtures("nothing_loads")
def test_without_apt_what_was_not_found_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    dev.provide_packages("run", on_screen=True)
    printed = capsys.readouterr().out
    assert printed.startswith(
        "Not found on this system, and perhaps needed by segdiff's window: libGL.so.1, libEGL.so.1, "
    )
    assert "libwayland-egl.so.1" in printed


def test_without_rights_the_command_to_run_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "missing_packages", lambda *_: {"libegl1": "libEGL.so.1", "libgl1": "libGL.so.1"})
    monkeypatch.setattr(dev.shutil, "which", lambda program: f"/usr/bin/{program}" if program == "apt-get" else None)
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    dev.provide_packages("run", on_screen=False)
    sentence = (
        "segdiff needs system packages that could not be installed from here; run: sudo apt-get install libegl1 libgl1"
    )
    assert capsys.readouterr().out == sentence + "\n"
    with pytest.raises(SystemExit) as stopped:
        dev.provide_packages("test", on_screen=False)
    assert stopped.value.code == sentence


class SetUp:
    """A set-up in an empty folder that records what it would run."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.commands: list[list[str]] = []
        self.stamp = root / ".venv" / "stamp"
        (root / ".venv").mkdir()
        (root / "pyproject.toml").write_text("[project]")
        (root / "constraints.txt").write_text("numpy==2.4.6")
        (root / "python").touch()
        monkeypatch.setattr(dev, "ROOT", root)
        monkeypatch.setattr(dev, "PYTHON", root / "python")
        monkeypatch.setattr(dev, "STAMP", self.stamp)
        monkeypatch.setattr(dev, "nvidia_is_here", lambda: False)
        monkeypatch.setattr(subprocess, "call", self.record)

    def record(self, command: list[object], **_: object) -> int:
        self.commands.append([str(word) for word in command])
        return 0

    def run(self) -> list[list[str]]:
        """Set up; returns the commands this took."""
        self.commands.clear()
        dev.set_up()
        return list(self.commands)


@pytest.fixture
def set_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, on_linux: None) -> SetUp:
    monkeypatch.delenv("SEGDIFF_TORCH", raising=False)
    return SetUp(tmp_path, monkeypatch)


def test_the_second_set_up_runs_nothing(set_up: SetUp) -> None:
    first = set_up.run()
    assert [command[1:3] for command in first] == [["-m", "venv"], ["-m", "pip"], ["-m", "pip"]]
    assert first[1][-1] == f"torch=={dev.TORCH}+cpu"
    assert first[2][-3:] == ["constraints.txt", "-e", ".[test]"]
    assert set_up.run() == []


def test_a_changed_constraint_installs_again_into_the_same_environment(set_up: SetUp, tmp_path: Path) -> None:
    set_up.run()
    (tmp_path / "constraints.txt").write_text("numpy==2.5.0")
    assert "--clear" not in set_up.run()[0]


@pytest.mark.parametrize("change", ["torch", "interpreter", "place"])
def test_another_torch_or_a_broken_or_moved_environment_starts_afresh(
    set_up: SetUp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    set_up.run()
    if change == "torch":
        monkeypatch.setenv("SEGDIFF_TORCH", "cuda")
    elif change == "interpreter":
        (tmp_path / "python").unlink()
    else:
        set_up.stamp.write_text(set_up.stamp.read_text().replace(str(tmp_path), "/elsewhere"))
    assert "--clear" in set_up.run()[0]


def test_without_a_command_the_two_ways_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        dev.main([])
    assert stopped.value.code == 2
    assert "dev.py run" in capsys.readouterr().out
