"""The guards of tests/conftest.py, each seen to fail once on a test that breaks its rule."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("PySide6.QtWidgets", reason="the guards of windows need Qt")

ROOT = Path(__file__).resolve().parents[2]
SINS = """
import logging, warnings
from PySide6.QtCore import QSettings, qWarning
from PySide6.QtWidgets import QApplication, QWidget

left_open = []

def test_logs_a_warning():
    logging.getLogger("reader").warning("odd header")

def test_expects_its_warning(caplog):
    logging.getLogger("reader").warning("odd header")
    assert caplog.messages == ["odd header"]
    caplog.clear()

def test_warns():
    warnings.warn("soon gone", DeprecationWarning)

def test_makes_qt_complain(qapp):
    qWarning("QPainter::begin: no device")

def test_leaves_a_window_open(qapp):
    left_open.append(QWidget())

def test_closes_its_window(qtbot):
    qtbot.addWidget(QWidget())

def test_drops_its_window(qapp):
    QWidget().show()

def test_writes_a_setting():
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "segdiff", "segdiff")
    settings.setValue("theme", "dark")
    settings.sync()
    assert settings.value("theme") == "dark"

def test_finds_no_setting_of_another_test(tmp_path):
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "segdiff", "segdiff")
    assert settings.value("theme") is None
    assert settings.fileName().startswith(str(tmp_path))
"""


def test_each_guard_catches_what_it_forbids_and_nothing_else(tmp_path: Path) -> None:
    sins = tmp_path / "test_sins.py"
    sins.write_text(SINS)
    command = ["-m", "pytest", "-c", "pyproject.toml", "-p", "tests.conftest", "-rA", "--no-xvfb", str(sins)]
    result = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    outcomes = re.findall(r"^(PASSED|FAILED|ERROR) \S*::test_(\w+)", result.stdout, re.MULTILINE)
    caught = {name for outcome, name in outcomes if outcome != "PASSED"}
    assert caught == {"logs_a_warning", "warns", "makes_qt_complain", "leaves_a_window_open"}, result.stdout
    passed = {name for outcome, name in outcomes if outcome == "PASSED"}
    assert passed - caught == {
        "expects_its_warning",
        "closes_its_window",
        "drops_its_window",
        "writes_a_setting",
        "finds_no_setting_of_another_test",
    }
    assert "logged without being expected: reader: odd header" in result.stdout
    assert "widgets left open: QWidget" in result.stdout
