"""The Qt application around the window: its name, its language, its size."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from segdiff import paths
from segdiff.gui import preferences
from segdiff.gui.language import chosen_language, use_language


def make_application() -> QApplication:
    """The Qt application, named so that settings and the dock find it."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QCoreApplication.setOrganizationName("segdiff")
    QCoreApplication.setApplicationName("segdiff")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    if preferences.SCALE.value != "1":
        os.environ.setdefault("QT_SCALE_FACTOR", preferences.SCALE.value)
    app = QApplication(sys.argv[:1])
    use_language(app, chosen_language())
    app.setDesktopFileName("segdiff")
    app.setWindowIcon(QIcon(str(paths.resource("mark.svg"))))
    return app
