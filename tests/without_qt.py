"""A pytest plugin that makes Qt impossible to import: ``pytest -p no:pytest-qt -p tests.without_qt``.

It shows that everything below the window works on a machine without Qt. The tests of the window are left out.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

QT = frozenset({"PySide6", "pyqtgraph", "shiboken6"})
WINDOW_TESTS = frozenset({"gui", "e2e"})


class QtIsAbsent(MetaPathFinder):
    """Refuses Qt before any other finder is asked."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Raise for Qt; leave every other module to the finders that follow."""
        if fullname.partition(".")[0] in QT:
            raise ModuleNotFoundError(f"{fullname} is made unavailable by tests/without_qt.py", name=fullname)
        return None


def block_qt() -> None:
    """From here on, importing Qt fails."""
    if loaded := QT & sys.modules.keys():
        raise RuntimeError(f"too late: {sorted(loaded)} already imported")
    sys.meta_path.insert(0, QtIsAbsent())


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know the settings of pytest-qt, which cannot be loaded without Qt."""
    for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
        parser.addini(name, "of no use without Qt")
    block_qt()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out the folders of tests that open windows."""
    in_tests = collection_path.parent == config.rootpath / "tests"
    return True if in_tests and collection_path.name in WINDOW_TESTS else None
