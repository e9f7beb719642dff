"""Whoever closes the window need not wait for a volume to be measured, and nothing is left behind."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from segdiff.gui import pipeline
from segdiff.gui.latest import Ticket
from segdiff.session import WindowRequest
from tests.e2e.conftest import OpenWindow

WAIT = 20.0


def segdiff_threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("segdiff-")]


def test_the_measuring_gives_up_and_the_threads_end(
    open_window: OpenWindow, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, gave_up = threading.Event(), threading.Event()

    def endless(_case: object, _comparison: object, _wish: str, ticket: Ticket) -> object:
        """Goes on until it is told that nobody waits, as the real one does between chunks."""
        begun.set()
        pause = threading.Event()
        while not ticket.is_stale():
            pause.wait(0.001)
        gave_up.set()
        raise pipeline_cancelled()

    def pipeline_cancelled() -> Exception:
        from segdiff.errors import Cancelled

        return Cancelled()

    monkeypatch.setattr(pipeline, "_measure", endless)
    person = open_window(truth=files["gt"], predictions=(files["eager"],))
    person.wait(begun.is_set)
    heard: list[object] = []
    for signal in (person.app.pipeline.not_measured, person.app.pipeline.measured, person.app.pipeline.idle):
        signal.connect(lambda *what: heard.append(what))
    person.window.close()
    person.app.shut_down()
    assert gave_up.is_set()
    assert segdiff_threads() == []
    person.qtbot.waitUntil(lambda: not person.app.pipeline._measurer.is_busy)
    assert heard == []


def test_so_does_the_reading(open_window: OpenWindow) -> None:
    begun, was_stale = threading.Event(), []
    person = open_window()

    def endless(ticket: Ticket) -> object:
        begun.set()
        pause = threading.Event()
        while not ticket.is_stale():
            pause.wait(0.001)
        was_stale.append(True)
        return None

    person.app.pipeline.read(endless)
    assert begun.wait(WAIT)
    person.window.close()
    person.app.shut_down()
    assert was_stale == [True]
    assert segdiff_threads() == []


def test_the_real_measuring_asks_whether_it_is_wanted(
    open_window: OpenWindow, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The voxel loop itself is asked to give up while it runs, and ends in nothing."""
    from segdiff import evidence

    begun, may_go_on, original = threading.Event(), threading.Event(), evidence.measure
    endings: list[str] = []

    def measure(case: object, comparison: object, device: object, watch: object) -> object:
        begun.set()
        assert may_go_on.wait(WAIT)
        try:
            return original(case, comparison, device, watch)  # type: ignore[arg-type]
        except BaseException as problem:
            endings.append(type(problem).__name__)
            raise

    monkeypatch.setattr(evidence, "measure", measure)
    person = open_window(truth=files["gt"], predictions=(files["labelled"],))
    person.wait(begun.is_set)
    person.app.pipeline.cancel()
    may_go_on.set()
    person.window.close()
    person.app.shut_down()
    assert endings == ["Cancelled"]


def test_the_place_of_the_window_is_remembered(open_window: OpenWindow) -> None:
    """As far as the screen goes, and that of the tests is 800 pixels wide: the height can be told."""
    open_window(size=(900, 613)).window.close()
    assert open_window(size=WindowRequest.size).window.height() == 613


def test_the_widths_of_panels_are_remembered_unless_one_is_folded(open_window: OpenWindow) -> None:
    wide, narrow = open_window(size=(1300, 700)), open_window(size=(900, 613))
    wide.window._splitter.setSizes([280, 600, 418])
    wide.window.close()
    kept = QSettings().value("window/splitter")
    narrow.window.close()
    assert QSettings().value("window/splitter") == kept is not None
    again = open_window(size=WindowRequest.size)
    assert again.window._splitter.sizes()[2] == pytest.approx(418, abs=2)


def test_a_wish_for_a_size_comes_before_memory(open_window: OpenWindow) -> None:
    open_window(size=(1234, 777)).window.close()
    assert open_window(size=(1111, 666)).window.width() == 1111
