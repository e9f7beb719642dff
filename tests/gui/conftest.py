"""Every test of a part of the window finds the application in the dark theme, whatever ran before it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from segdiff.gui import theme
from segdiff.session import Theme


@pytest.fixture(autouse=True)
def in_the_dark(qapp: QApplication) -> None:
    """Dressed once; again only where a test has changed it."""
    if theme.current() is not theme.DARK or not qapp.styleSheet() or qapp.font() != theme.base_font():
        theme.apply(qapp, Theme.DARK)
