"""``segdiff check``: does this installation work? Answered by trying, without a network and without Qt."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from segdiff.about import this_build
from segdiff.cli.endings import DONE
from segdiff.cli.parser import Parser
from segdiff.cli.streams import flush_results, print_results
from segdiff.paths import resource
from segdiff.torch_folder import chosen_folder, config_folder

BROKEN: Final = 1
PACKAGES: Final = (
    "numpy", "scipy", "torch", "nibabel", "scikit-image", "tifffile", "pillow", "SimpleITK", "pynrrd", "h5py",
    "pydicom", "python-gdcm", "isal", "connected-components-3d", "PySide6-Essentials", "pyqtgraph",
)  # fmt: skip
_FONT_FOLDERS: Final = (
    "~/.fonts", "~/.local/share/fonts", "/usr/share/fonts", "/usr/local/share/fonts",
    "/System/Library/Fonts", "/Library/Fonts", "C:/Windows/Fonts",
)  # fmt: skip
_WIDTH: Final = max(map(len, PACKAGES))
_FONT_SUFFIXES: Final = {".ttf", ".otf", ".ttc", ".pfb"}


@dataclass(frozen=True)
class Finding:
    """One thing that was tried."""

    subject: str
    is_ok: bool
    detail: str


def run(words: Sequence[str]) -> int:
    """Try everything, print a line for each, and say in the exit code whether all of it works."""
    Parser("segdiff check", "See whether this installation works; the exit code is 0 when it does.").parse_args(words)
    all_is_well = True
    for attempt in ATTEMPTS:
        for finding in _tried(attempt):
            print_results(f"{'ok' if finding.is_ok else 'failed':6}  {finding.subject:{_WIDTH}}  {finding.detail}\n")
            flush_results()  # a library that brings the program down is then named by what is missing here
            all_is_well &= finding.is_ok
    return DONE if all_is_well else BROKEN


def _tried(attempt: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """What an attempt finds; whatever it stumbles over is a finding too."""
    try:
        yield from attempt()
    except Exception as problem:  # noqa: BLE001  a broken installation may fail in any way
        yield Finding(attempt.__name__.strip("_"), False, f"{type(problem).__name__}: {problem}")


def _versions() -> Iterator[Finding]:
    yield Finding("segdiff", True, this_build().in_words)
    yield Finding("Python", sys.version_info >= (3, 11), platform.python_version())
    for package in PACKAGES:
        try:
            yield Finding(package, True, version(package))
        except PackageNotFoundError:
            yield Finding(package, False, "not installed")


def _resources() -> Iterator[Finding]:
    yield Finding("own files", True, str(resource("mark.svg").parent))


def _fonts() -> Iterator[Finding]:
    """What fontconfig knows, or else what lies where systems keep fonts; Qt brings none of its own."""
    lister = shutil.which("fc-list")
    if lister:
        fonts = subprocess.run([lister, ":", "family"], capture_output=True, text=True, check=False).stdout.splitlines()
    else:
        folders = [folder for folder in (Path(name).expanduser() for name in _FONT_FOLDERS) if folder.is_dir()]
        fonts = [font.name for folder in folders for font in folder.rglob("*") if font.suffix.lower() in _FONT_SUFFIXES]
    found = len(set(fonts))
    yield Finding("fonts", found > 0, f"{found} found" if found else "none found, so the window would show no letters")


def _readers() -> Iterator[Finding]:
    from segdiff.io import self_check

    for name, is_ok, detail in self_check():
        yield Finding(f"reads {name}", is_ok, detail)


def _device() -> Iterator[Finding]:
    from segdiff.evidence import choose_device

    yield Finding("device", True, choose_device("auto").title)


def _torch() -> Iterator[Finding]:
    """Which torch is in use: the one that came along, or one that a person has put before it."""
    import torch

    place = Path(torch.__file__).parents[1]
    chosen = chosen_folder()
    is_ours = chosen is None or place.resolve() == chosen.resolve()
    detail = f"{torch.__version__}" + (f" from {chosen}" if chosen is not None and is_ours else "")
    yield Finding("torch in use", is_ours, detail if is_ours else f"{detail}, although {chosen} was chosen")


def _settings() -> Iterator[Finding]:
    """Whether choices can be kept, tried with a file that is gone again at once."""
    folder = config_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder):
        pass
    yield Finding("settings", True, f"{folder} can be written")


def _window() -> Iterator[Finding]:
    """The real window on the demo, drawn into memory without OpenGL, by another start of this program."""
    import numpy as np
    from PIL import Image

    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "segdiff"]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "window.png"
        words = [*start, "demo", "--device", "cpu", "--size", "1280x800", "--screenshot", str(picture)]
        done = subprocess.run(
            words, env=surroundings, capture_output=True, text=True, errors="replace", check=False, timeout=300
        )
        if done.returncode != 0 or not picture.exists():
            last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
            yield Finding("window", False, f"it ended with exit code {done.returncode}: {last}")
            return
        shades = len(np.unique(np.asarray(Image.open(picture).convert("L"))))
    yield Finding("window", shades > 50, f"drawn without OpenGL, {shades} shades")


def _answer() -> Iterator[Finding]:
    """Three found, two invented, one missed: Tversky at α 0.3 and β 0.7 is 3 / (3 + 0.6 + 0.7)."""
    import numpy as np

    from segdiff.data import Case, Grid, LabelMap, Prediction, ProbabilityMap
    from segdiff.evaluate import evaluate_case
    from segdiff.evidence import choose_device

    truth = np.array([[1, 1, 1, 0, 0, 1, 0, 0]], np.uint8)
    predicted = np.array([[1, 1, 1, 1, 1, 0, 0, 0]], np.float32)
    grid = Grid(truth.shape)
    prediction = Prediction("certain", ProbabilityMap(predicted[None], (1,), grid))
    case = Case("check", truth=LabelMap(truth, grid), predictions=(prediction,))
    scores = evaluate_case(case, device=choose_device("auto")).predictions[0].labels[0].scores
    index, loss = scores["tversky_index"].number, scores["tversky_loss"].number
    is_right = abs(index - 3 / 4.3) < 1e-12 and abs(loss - 1.3 / 4.3) < 1e-12
    detail = f"Tversky index {index:.5f} (0.69767 expected), loss {loss:.5f} (0.30233 expected)"
    yield Finding("known answer", is_right, detail)


ATTEMPTS: Final = (_versions, _torch, _resources, _settings, _fonts, _readers, _device, _answer, _window)
