"""``segdiff check``: does this installation work? Answered by trying, without a network and without Qt."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import segdiff
from segdiff.cli.endings import DONE
from segdiff.cli.parser import Parser
from segdiff.cli.streams import flush_results, print_results
from segdiff.paths import resource

BROKEN: Final = 1
PACKAGES: Final = (
    "numpy", "scipy", "torch", "nibabel", "scikit-image", "tifffile", "pillow", "PySide6-Essentials", "pyqtgraph"
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
    yield Finding("segdiff", True, segdiff.__version__)
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


ATTEMPTS: Final = (_versions, _resources, _fonts, _readers, _device, _answer)
