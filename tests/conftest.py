"""What holds for every test: no real screen, settings of its own, nothing logged and nothing left open.

Nothing here imports Qt by itself, so that the tests of everything below the window also run where Qt is absent
(see tests/without_qt.py).
"""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

hypothesis.settings.register_profile("segdiff", deadline=None)  # how fast a machine is must not decide a test
hypothesis.settings.load_profile("segdiff")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    """What the tests may be told."""
    parser.addoption(
        "--update-golden", action="store_true", help="take the pictures drawn now for right; look at them before"
    )


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder of real cases beside the checkout; the test is skipped where it is absent."""
    return _shared_folder("data")


@pytest.fixture(scope="session")
def shared_vectors() -> Path:
    """Folder of loss values computed by other libraries; the test is skipped where it is absent."""
    return _shared_folder("vectors")


def _shared_folder(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"there is no folder ../shared/{name} beside this checkout")
    return folder


@pytest.fixture(autouse=True)
def isolated_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test starts without settings and leaves none behind."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QSettings

        for file_format in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(file_format, QSettings.Scope.UserScope, str(tmp_path / "config"))


@pytest.fixture(autouse=True)
def no_stray_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning that nobody expected fails the test; one that expects it checks it, then calls ``caplog.clear()``."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    stray = [f"{record.name}: {record.getMessage()}" for record in records if record.levelno >= logging.WARNING]
    if stray:
        pytest.fail("logged without being expected: " + "; ".join(stray))


@pytest.fixture(autouse=True)
def no_leaked_widgets() -> Iterator[None]:
    """A window that a test leaves open fails it; ``qtbot.addWidget`` closes windows."""
    before = _top_level_widgets().keys()
    yield
    if _top_level_widgets().keys() - before:
        gc.collect()
        left = _top_level_widgets()
        leaked = [left[address] for address in left.keys() - before]
        if leaked:
            pytest.fail("widgets left open: " + ", ".join(sorted(leaked)))


def _top_level_widgets() -> dict[int, str]:
    """Address and class of every window there is, after those already closed are gone."""
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    import shiboken6
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return {}
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return {shiboken6.getCppPointer(widget)[0]: type(widget).__name__ for widget in QApplication.topLevelWidgets()}
