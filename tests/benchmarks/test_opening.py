"""How soon there is something to see: the window from a fresh interpreter, and a compressed volume from disk."""

from __future__ import annotations

import os
import subprocess
import sys
import zlib
from pathlib import Path
from statistics import median

import numpy as np
import pytest

from segdiff.io import CaseRequest, read_case
from tests.benchmarks.conftest import Figures, side_by_side
from tests.io.dicom_files import write_slices

nibabel = pytest.importorskip("nibabel")
pytest.importorskip("PySide6.QtWidgets", reason="the window needs Qt")

ROOT = Path(__file__).resolve().parents[2]

UNTIL_PAINTED = """
import sys, time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType() and not self.seen:
            self.seen = True
            slow = sorted({"torch", "skimage", "SimpleITK"} & sys.modules.keys())
            print(time.time() - float(sys.argv[1]), *slow)
            QApplication.exit(0)
        return False

watch = Watch()
watch.seen = False
"""

EMPTY = (
    UNTIL_PAINTED
    + """
import pyqtgraph as pg
app = pg.mkQApp()
app.installEventFilter(watch)
view = pg.GraphicsView()
view.addItem(pg.ImageItem())
view.resize(1600, 1000)
view.show()
app.exec()
"""
)

OURS = (
    UNTIL_PAINTED
    + """
from PySide6.QtCore import QTimer
from segdiff.gui.app import App
from segdiff.gui.application import make_application
from segdiff.session import WindowRequest
app = make_application()
app.installEventFilter(watch)
session = App(app, WindowRequest(size=(1600, 1000)))
session.window.show()
QTimer.singleShot(0, session.start)
app.exec()
session.shut_down()
"""
)


def seconds_to_first_paint(script: str) -> tuple[float, list[str]]:
    """From the start of an interpreter; and which slow modules it had imported by then."""
    import time

    words = [sys.executable, "-c", script, repr(time.time())]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=60, check=True)
    taken, *slow = done.stdout.split()
    return float(taken), slow


def test_first_paint(figures: Figures) -> None:
    """One after the other, so that both see the machine as it is; the first of each warms the disk's cache."""
    empty, ours = zip(*((seconds_to_first_paint(EMPTY), seconds_to_first_paint(OURS)) for _ in range(6)), strict=True)
    times = [median(taken for taken, _ in runs[1:]) for runs in (empty, ours)]
    note = f"{times[1]:.2f} s, {times[0]:.2f} s for a window with nothing in it"
    figures.at_most("first paint / an empty pyqtgraph window", times[1] / times[0], 1.25, note)
    assert all(slow == [] for _, slow in ours)


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """256 × 256 × 200 voxels of a noisy ball in 16 bits, 26 MB."""
    x, y, z = np.ogrid[-1:1:256j, -1:1:256j, -1:1:200j]
    noise = np.random.default_rng(4).normal(0.0, 12.0, (256, 256, 200))
    voxels = np.where(x * x + y * y + z * z < 0.7, 700.0 + noise, np.abs(noise) / 4)
    path = tmp_path_factory.mktemp("scan") / "scan.nii.gz"
    nibabel.save(nibabel.Nifti1Image(voxels.astype(np.int16), np.diag([1.0, 1.0, 1.2, 1.0])), path)
    return path


def test_reading_a_compressed_volume(scan: Path, figures: Figures) -> None:
    packed = scan.read_bytes()
    ours, inflate = side_by_side(lambda: read_case(CaseRequest(image=scan)), lambda: zlib.decompress(packed, wbits=31))
    figures.at_most("reading a .nii.gz / inflating it", ours / inflate, 1.3, f"{ours:.2f} s")
    ours, theirs = side_by_side(
        lambda: read_case(CaseRequest(image=scan)), lambda: np.asarray(nibabel.load(scan).dataobj)
    )
    figures.at_least("nibabel's dataobj / reading a .nii.gz", theirs / ours, 1.0)


def test_reading_against_simpleitk(scan: Path, figures: Figures) -> None:
    sitk = pytest.importorskip("SimpleITK")
    ours, theirs = side_by_side(lambda: read_case(CaseRequest(image=scan)), lambda: sitk.ReadImage(str(scan)))
    figures.at_least("SimpleITK's ReadImage / reading a .nii.gz", theirs / ours, 1.0)


def test_reading_a_series_against_simpleitk(tmp_path: Path, figures: Figures) -> None:
    """200 slices of 256 × 256 in 16 bits, found in their folder, put in order and read."""
    sitk = pytest.importorskip("SimpleITK")
    voxels = np.random.default_rng(4).integers(0, 2000, (200, 256, 256)).astype(np.int16)
    write_slices(tmp_path / "scan", voxels, RescaleSlope=1, RescaleIntercept=-1024)

    def by_simpleitk() -> None:
        names = sitk.ImageSeriesReader.GetGDCMSeriesFileNames(str(tmp_path / "scan"))
        sitk.GetArrayFromImage(sitk.ReadImage(names))

    ours, theirs = side_by_side(lambda: read_case(CaseRequest(image=tmp_path / "scan")), by_simpleitk)
    figures.at_most("reading a DICOM series / SimpleITK", ours / theirs, 1.3, f"{ours:.2f} s")
