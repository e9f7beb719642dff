"""``segdiff … --screenshot OUT.png``: the window with its scores, on disk, without anybody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from segdiff.gui import pipeline, theme
from segdiff.gui.screenshot import Screenshot
from tests.e2e.conftest import OpenWindow

ROOT = Path(__file__).resolve().parents[2]


def segdiff(*words: object, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the program as a person would, with settings of its own and no screen."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(folder / "config"),
    }
    command = [sys.executable, "-W", "error", "-m", "segdiff", *map(str, words)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=100, check=False)


def test_the_program_leaves_a_picture_with_the_scores_in_it(files: dict[str, Path], tmp_path: Path) -> None:
    out = tmp_path / "window.png"
    done = segdiff(
        files["scan"], "--truth", files["gt"], "--prediction", files["eager"], "--prediction", files["cautious"],
        "--screenshot", out, "--size", "1300x820", "--theme", "light", folder=tmp_path,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    with Image.open(out) as written:
        picture = np.asarray(written.convert("RGB"))
    assert picture.shape == (820, 1300, 3)
    panel = tuple(int(theme.LIGHT.panel[i : i + 2], 16) for i in (1, 3, 5))
    assert (picture[60:780, 1000:] == panel).all(axis=-1).mean() > 0.4
    heat = picture[280:420, 1010:1280].astype(int)  # the plane is coloured only once something has been measured
    assert (heat[..., 0] - heat[..., 2]).max() > 30


def test_a_file_at_fault_ends_with_2_and_one_sentence(files: dict[str, Path], tmp_path: Path) -> None:
    out, bad = tmp_path / "window.png", tmp_path / "bad.nii.gz"
    bad.write_bytes(b"no NIfTI file")
    done = segdiff(files["scan"], "--truth", bad, "--screenshot", out, folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("segdiff: bad.nii.gz ")
    assert not out.exists()


class TestEndings:
    """What the window does with the exit code; the event loop is that of the tests."""

    @pytest.fixture
    def codes(self, monkeypatch: pytest.MonkeyPatch) -> list[int]:
        heard: list[int] = []
        monkeypatch.setattr(QApplication, "exit", lambda code=0: heard.append(code))
        return heard

    def test_it_waits_for_the_scores(
        self, open_window: OpenWindow, files: dict[str, Path], tmp_path: Path, codes: list[int]
    ) -> None:
        out = tmp_path / "window.png"
        person = open_window(truth=files["gt"], predictions=(files["eager"],), screenshot=out, size=(1200, 800))
        person.wait(lambda: codes != [])
        assert codes == [0]
        assert person.app.pipeline.is_idle
        with Image.open(out) as picture:
            assert picture.size == (1200, 800)
        person.app._finish()
        assert codes == [0]

    def test_without_anything_to_measure(
        self, open_window: OpenWindow, files: dict[str, Path], tmp_path: Path, codes: list[int]
    ) -> None:
        person = open_window(image=files["scan"], screenshot=tmp_path / "image.png")
        person.wait(lambda: codes != [])
        assert codes == [0]
        empty = open_window(screenshot=tmp_path / "empty.png")
        empty.wait(lambda: len(codes) == 2)
        assert codes == [0, 0]
        assert (tmp_path / "empty.png").exists()

    def test_an_offer_is_made_in_words_where_nobody_can_press_a_button(
        self,
        open_window: OpenWindow,
        files: dict[str, Path],
        tmp_path: Path,
        codes: list[int],
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        bare = tmp_path / "bare.npy"
        np.save(bare, np.zeros((6, 5, 4), np.int16))
        person = open_window(truth=files["gt"], predictions=(bare,), screenshot=tmp_path / "out.png")
        person.wait(lambda: codes != [])
        assert codes == [2]
        assert "--assume-geometry" in capsys.readouterr().err

    def test_a_bug_ends_with_1(
        self, open_window: OpenWindow, files: dict[str, Path], tmp_path: Path, codes: list[int],
        monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    ) -> None:  # fmt: skip
        def break_down(*_: object) -> object:
            raise ZeroDivisionError

        monkeypatch.setattr(pipeline, "_measure", break_down)
        person = open_window(truth=files["gt"], predictions=(files["eager"],), screenshot=tmp_path / "out.png")
        person.wait(lambda: codes != [])
        assert codes == [1]
        assert "ZeroDivisionError" in capsys.readouterr().err
        assert not (tmp_path / "out.png").exists()

    def test_a_picture_that_cannot_be_written_ends_with_2(
        self, open_window: OpenWindow, tmp_path: Path, codes: list[int], capsys: pytest.CaptureFixture[str]
    ) -> None:
        person = open_window()
        Screenshot(person.window, tmp_path / "no such folder" / "out.png").take()
        person.wait(lambda: codes != [])
        assert codes == [2]
        assert "no such folder" in capsys.readouterr().err
