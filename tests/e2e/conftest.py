"""The real program on small files: the App with its store, pipeline and window, on no real screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segdiff.gui.app import App
from segdiff.gui.opening import ReadResult
from segdiff.io import CaseRequest
from segdiff.session import Theme, ViewState, WindowRequest
from tests.e2e.files import write_case
from tests.e2e.person import Person

TIMEOUT_MS = 30_000
OpenWindow = Callable[..., Person]


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication) -> Iterator[OpenWindow]:
    """Open a window as the command line would; what it asks for are the fields of a WindowRequest."""
    opened: list[App] = []

    def open_one(*, size: tuple[int, int] = (1400, 900), view: ViewState | None = None, **asked: Any) -> Person:
        app = App(qapp, WindowRequest(size=size, view=view or ViewState(theme=Theme.DARK), **asked))
        opened.append(app)
        qtbot.addWidget(app.window, before_close_func=lambda window: setattr(window, "may_close", lambda: True))
        app.window.show()
        qtbot.waitUntil(app.window.isActiveWindow)
        app.start()
        return Person(app, qtbot)

    yield open_one
    for app in opened:
        app.shut_down()
        app.deleteLater()  # and with it whatever the workers had still to say
        QApplication.sendPostedEvents(app, QEvent.Type.DeferredDelete)


@pytest.fixture
def show_case(open_window: OpenWindow) -> Callable[..., Person]:
    """Open a window and let its reader return a case that was made here."""

    def show(case: Any, **asked: Any) -> Person:
        person = open_window(**asked)
        focus = tuple(size // 2 for size in case.grid.shape)
        person.app.pipeline.read(lambda _ticket: ReadResult(case, CaseRequest(), focus))
        return person

    return show


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """The small case of tests/gui/cases.py as NIfTI: scan, gt, eager, cautious, labelled."""
    return write_case(tmp_path)
