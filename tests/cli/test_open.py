"""``segdiff open`` and ``segdiff demo``: the window that is asked for, and what happens where none can be."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from segdiff.cli.without_display import at_the_errors
from segdiff.data import Prediction
from segdiff.session import Theme, ViewState, WindowRequest
from tests.cases import nested_balls, shifted_boxes
from tests.cli.conftest import Command, Files


def pixels_of(picture: Path) -> NDArray[np.uint8]:
    """Red, green and blue of a picture, ``(height, width, 3)``."""
    with Image.open(picture) as opened:
        return np.asarray(opened)


def test_the_picture_shows_the_slices_with_most_errors() -> None:
    """Truth fills z 2 to 5 and x 4 to 9, the prediction z 3 to 7 and x 6 to 11, both y 3 to 7.

    Slice z = 2 has 30 errors, as many as any; each y has 30; x = 10 has 25, where x = 4 has 20 and x = 6 has 15.
    """
    case = shifted_boxes().case
    assert at_the_errors(ViewState().with_case(case)).cursor == (2, 3, 10)


def test_without_errors_it_shows_the_label() -> None:
    case = nested_balls().case
    perfect = replace(case, predictions=(Prediction("perfect", case.truth),))
    assert at_the_errors(ViewState().with_case(perfect)).cursor == (5, 5, 6)


@pytest.mark.usefixtures("with_display")
class TestWindow:
    def test_alone_it_is_empty(self, segdiff: Command) -> None:
        assert segdiff().window == segdiff("open").window == WindowRequest()

    @pytest.mark.parametrize("first", [(), ("open",)])
    def test_files_with_roles(self, segdiff: Command, hard: tuple[Path, Path], files: Files, first: tuple[str]) -> None:
        image, other = files.npy("scan", np.zeros((1, 16))), files.npy("other", np.ones((1, 16)))
        predictions = ("--prediction", hard[1], "--prediction", other)
        expected = WindowRequest(image=image, truth=hard[0], predictions=(hard[1], other))
        assert segdiff(*first, image, "--truth", hard[0], *predictions).window == expected
        assert segdiff(*first, "--truth", hard[0], *predictions, image).window == expected
        assert segdiff(*first, "--truth", hard[0], image, *predictions).window == expected

    def test_one_file_is_the_image(self, segdiff: Command, hard: tuple[Path, Path]) -> None:
        assert segdiff(hard[0]).window == WindowRequest(image=hard[0])

    def test_several_files_or_a_folder_are_guessed(self, segdiff: Command, hard: tuple[Path, Path]) -> None:
        assert segdiff(*hard).window == WindowRequest(paths=hard)
        assert segdiff("open", hard[0].parent).window == WindowRequest(paths=(hard[0].parent,))

    def test_how_to_read_and_where_to_measure(self, segdiff: Command, hard: tuple[Path, Path]) -> None:
        words = ("--read-8bit-as-probabilities", "--assume-geometry", "--device", "cpu")
        assert segdiff(hard[0], *words).window == WindowRequest(
            image=hard[0], read_8bit_as_probabilities=True, assume_geometry=True, device="cpu"
        )
        assert segdiff(hard[0], "--resample").window == WindowRequest(image=hard[0], resample=True)

    @pytest.mark.parametrize("command", ["open", "demo"])
    def test_how_it_looks(self, segdiff: Command, command: str, tmp_path: Path) -> None:
        words = ("--theme", "light", "--size", "1280x800", "--threshold", 0.25, "--alpha", 1, "--beta", 1.5)
        assert segdiff(command, *words, "--screenshot", tmp_path / "a.png").window == WindowRequest(
            demo=command == "demo",
            size=(1280, 800),
            screenshot=tmp_path / "a.png",
            view=ViewState(theme=Theme.LIGHT, threshold=0.25, alpha=1.0, beta=1.5, costs_sum_to_one=False),
        )

    def test_one_cost_alone_leaves_the_other(self, segdiff: Command) -> None:
        view = segdiff("demo", "--alpha", 0.5).window.view
        assert (view.alpha, view.beta, view.costs_sum_to_one) == (0.5, 0.7, False)
        view = segdiff("demo", "--alpha", 0.2, "--beta", 0.8).window.view
        assert (view.alpha, view.beta, view.costs_sum_to_one) == (0.2, 0.8, True)

    def test_a_picture_of_it_uses_the_screen(self, segdiff: Command, tmp_path: Path) -> None:
        assert segdiff("demo", "--screenshot", tmp_path / "a.png").window.demo
        assert "QT_QPA_PLATFORM" not in os.environ


@pytest.mark.usefixtures("without_display")
class TestWithoutDisplay:
    @pytest.mark.parametrize("words", [(), ("open", "--theme", "dark")])
    def test_an_empty_window_is_refused(self, segdiff: Command, words: tuple[str, ...]) -> None:
        assert segdiff(*words).problem.startswith("There is no display to open a window on, and without a ground truth")

    def test_one_file_is_not_enough(self, segdiff: Command, hard: tuple[Path, Path]) -> None:
        assert "there is nothing to score" in segdiff(hard[0]).problem
        assert "there is nothing to score" in segdiff("--truth", hard[0]).problem
        assert "there is nothing to score" in segdiff("--prediction", hard[1]).problem

    def test_a_pair_is_scored_and_drawn(
        self, segdiff: Command, files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        pair = shifted_boxes()
        truth = files.nifti("patient7_truth", pair.truth.astype(np.uint8), (2.0, 1.0, 1.0))
        prediction = files.nifti("patient7_pred", pair.prediction.astype(np.uint8), (2.0, 1.0, 1.0))
        words = ("--truth", truth, "--prediction", prediction, "--alpha", 1, "--beta", 2, "--size", "640x480")
        ending = segdiff(*words)
        assert ending.outcome == 0
        assert re.search(r"Tversky index +0\.2222\n", ending.out)  # 60 / (60 + 90 + 2·60)
        picture = tmp_path / "patient7-segdiff.png"
        assert ending.out.endswith(
            f"\nThe overlay of patient7_pred is in {picture}.\n"
            "There is no display here; on a computer with a screen the same command opens a window.\n"
        )
        assert pixels_of(picture).shape == (480, 640, 3)
        assert ending.err == ""

    def test_the_picture_never_replaces_what_it_shows(
        self, segdiff: Command, hard: tuple[Path, Path], files: Files, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(files.folder)
        image = files.png("hard-segdiff", np.full((1, 16), 9, np.uint8))
        before = image.read_bytes()
        words = ("--truth", hard[0].rename("hard.npy"), "--prediction", hard[1], "--prediction", image)
        assert segdiff(*words).problem.startswith("hard-segdiff.png is one of the files to be compared")
        assert image.read_bytes() == before

    def test_roles_are_guessed_there_too(
        self, segdiff: Command, hard: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        ending = segdiff(*hard)
        assert ending.outcome == 0, ending.err
        assert re.search(r"TP, found +3\n", ending.out)
        assert [path.suffix for path in tmp_path.glob("*segdiff*")] == [".png"]

    def test_a_picture_of_a_window_is_drawn_into_memory(
        self, segdiff: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert segdiff("demo", "--screenshot", tmp_path / "a.png").window.screenshot == tmp_path / "a.png"
        assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        assert segdiff("open", "--screenshot", tmp_path / "a.png").window.screenshot
        assert os.environ["QT_QPA_PLATFORM"] == "offscreen"

    @pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:port=5901", "wayland;offscreen"])
    def test_qt_may_have_a_way_of_its_own(
        self, segdiff: Command, platform: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("QT_QPA_PLATFORM", platform)
        assert segdiff("demo").window == WindowRequest(demo=True)

    @pytest.mark.parametrize("platform", ["xcb", "wayland", "wayland-egl;xcb"])
    def test_a_display_server_is_not_conjured_up(
        self, segdiff: Command, platform: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("QT_QPA_PLATFORM", platform)
        assert "no display" in segdiff("open").problem

    @pytest.mark.parametrize("system", ["darwin", "win32"])
    def test_other_systems_always_have_one(
        self, segdiff: Command, system: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("segdiff.cli.display.sys.platform", system)
        assert segdiff("open").window == WindowRequest()

    @pytest.mark.slow
    def test_the_demo_is_scored_and_drawn_at_its_errors(
        self, segdiff: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        ending = segdiff("demo")
        assert ending.outcome == 0
        assert "Label 1 · lesion" in ending.out
        assert f"The overlay of eager is in {tmp_path / 'segdiff-demo.png'}.\n" in ending.out
        assert ending.out.endswith("on a computer with a screen `segdiff demo` opens a window.\n")
        pixels = pixels_of(tmp_path / "segdiff-demo.png")
        assert pixels.shape == (1000, 1600, 3)
        assert len(np.unique(pixels.reshape(-1, 3), axis=0)) > 200

    def test_a_place_that_cannot_be_written_is_told_before_anything_is_measured(
        self, segdiff: Command, hard: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "segdiff-demo.png").mkdir()
        assert segdiff("demo").problem == "segdiff-demo.png is a folder, but a file is to be written."


@pytest.mark.slow
def test_the_demo_can_be_written_and_scored_from_its_files(segdiff: Command, tmp_path: Path) -> None:
    ending = segdiff("demo", "--write", tmp_path / "new" / "folder")
    assert ending.outcome == 0
    written = dict(line.split(": ", 1) for line in ending.out.splitlines())
    assert written.keys() == {"image", "truth", "eager", "cautious"}
    words = ("--truth", written["truth"], "--prediction", written["eager"], "--image", written["image"])
    label = segdiff("score", *words, "--format", "json").json["predictions"][0]["labels"][0]
    assert label["counts"]["tp"] > label["counts"]["fn"] > 0
    assert 0.5 < label["scores"]["dice"] < 0.9


def test_a_demo_is_not_written_into_a_file(segdiff: Command, hard: tuple[Path, Path]) -> None:
    assert "cannot be written" in segdiff("demo", "--write", hard[0]).problem
