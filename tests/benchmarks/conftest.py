"""Benchmarks print a table of ratios, each against a peer of the same run; absolute times say little on a shared
machine."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np
import pytest
from numpy.typing import NDArray

from segdiff.data import Case, Grid, LabelMap, Prediction, ProbabilityMap

ROOT = Path(__file__).resolve().parents[2]
CLEAR = Path("/proc/self/clear_refs")
SHAPE = (300, 512, 512)
LESIONS = ((60, 150, 200, 38), (150, 300, 260, 52), (230, 180, 380, 30))
"""Centres and radii of balls that make 1.1 % of the voxels."""


@dataclass(frozen=True)
class Figure:
    """One line of the table."""

    what: str
    ratio: float
    goal: str
    met: bool
    note: str = ""


class Figures(list[Figure]):
    """What was measured in this run."""

    def at_most(self, what: str, ratio: float, goal: float, note: str = "") -> None:
        """A ratio that should be small. A noisy machine may spoil it fourfold before a test fails."""
        self.append(Figure(what, ratio, f"≤ {goal:g}", ratio <= goal, note))
        assert ratio <= 4 * goal, f"{what}: {ratio:.2f}, far above {goal:g}"

    def at_least(self, what: str, ratio: float, goal: float, note: str = "") -> None:
        """A ratio that should be large."""
        self.append(Figure(what, ratio, f"≥ {goal:g}", ratio >= goal, note))
        assert ratio >= goal / 4, f"{what}: {ratio:.2f}, far below {goal:g}"


_FIGURES = Figures()


@pytest.fixture
def figures() -> Figures:
    return _FIGURES


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _FIGURES:
        terminalreporter.section("ratios, medians of one run")
        for figure in _FIGURES:
            sign = "met   " if figure.met else "missed"
            terminalreporter.write_line(f"{sign} {figure.ratio:9.2f}  {figure.goal:>8}  {figure.what}  {figure.note}")


def seconds(work: Callable[[], object], runs: int = 5) -> float:
    """Median of several runs, after one that does not count."""
    work()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return median(taken)


def side_by_side(ours: Callable[[], object], peer: Callable[[], object], runs: int = 7) -> tuple[float, float]:
    """Medians of both, run in turn so that both meet the machine in the same mood; the first of each does not count."""
    taken = []
    for _ in range(runs + 1):
        starts = [time.perf_counter()]
        for work in (ours, peer):
            work()
            starts.append(time.perf_counter())
        taken.append(np.diff(starts))
    of_ours, of_peer = np.median(taken[1:], axis=0)
    return float(of_ours), float(of_peer)


def plain_read(*arrays: NDArray[np.generic]) -> Callable[[], object]:
    """Reads arrays once, as 64-bit words, and does nothing more than a maximum: the limit set by memory."""
    words = [array.reshape(-1).view(np.int64) for array in arrays]
    return lambda: [word.max() for word in words]


def peak_of(script: str) -> float:
    """What a script prints about its memory, in a process of its own."""
    if not CLEAR.exists():
        pytest.skip("only Linux can be asked for the peak of a stretch of time")
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return float(run.stdout)


def extra_mib(work: Callable[[], object]) -> float:
    """The peak of this process while it works, beyond what it held before, as the system accounts for it."""
    CLEAR.write_text("5")  # from now on, the peak is that of what follows
    before = _in_kib("VmRSS")
    work()
    return (_in_kib("VmHWM") - before) / 1024


def _in_kib(name: str) -> int:
    status = Path("/proc/self/status").read_text().split()
    return int(status[status.index(name + ":") + 1])


def volume(depth: int = SHAPE[0]) -> Case:
    """Balls in a dark background: hard masks, and a map of which 91 % lies below 10⁻⁴, made slice by slice."""
    shape = (depth, *SHAPE[1:])
    truth, hard = np.zeros(shape, np.uint8), np.zeros(shape, np.uint8)
    probability = np.empty(shape, np.float32)
    rows, columns = np.ogrid[: shape[1], : shape[2]]
    rng = np.random.default_rng(1)
    for z in range(depth):
        depths = [
            radius - np.sqrt((z % SHAPE[0] - a) ** 2 + (rows - b) ** 2 + (columns - c) ** 2)
            for a, b, c, radius in LESIONS
        ]
        inside = np.max(depths, axis=0)
        noise = rng.standard_normal((8, 8), dtype=np.float32).repeat(64, 0).repeat(64, 1)
        truth[z] = inside > 0
        probability[z] = 1 / (1 + np.exp(-np.clip(inside / 6 + noise, -16, 16)))
        hard[z] = probability[z] >= 0.5
    grid = Grid(shape, (1.0, 1.0, 1.0))
    predictions = (
        Prediction("soft", ProbabilityMap(probability[None], (1,), grid)),
        Prediction("hard", LabelMap(hard, grid)),
    )
    return Case("benchmark", truth=LabelMap(truth, grid), predictions=predictions)


@pytest.fixture(scope="session")
def case() -> Case:
    return volume()
