"""Killed at any moment, the program offers at its next start what was on screen some seconds before."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from segdiff.gui import autosave
from segdiff.gui.autosave import autosave_folder
from segdiff.io import CaseRequest
from segdiff.session import Decision, Session, Theme, ViewState, load_kept, save_session
from tests.e2e.conftest import OpenWindow
from tests.e2e.person import Person

ROOT = Path(__file__).resolve().parents[2]

VICTIM = """
import sys
from PySide6.QtCore import QTimer
from segdiff.gui import app, autosave
from segdiff.session import Decision, Theme, ViewState, WindowRequest
from pathlib import Path

autosave.INTERVAL_MS = 1
application = app.make_application()
autosave.autosave_folder = lambda: Path(sys.argv[1])
scan, truth, eager, cautious = map(Path, sys.argv[2:])
view = ViewState(theme=Theme.DARK)
window = app.App(application, WindowRequest(scan, truth, (eager, cautious), view=view))
window.window.show()
window.start()


def judge():
    if window.pipeline.is_idle and window.store.state.case is not None:
        watch.stop()
        change = lambda s: s.with_threshold(0.3).with_decision(Decision.REJECT).with_comment("before the crash")
        window.store.apply(change)
        window._sessions.autosave._task.finished.connect(lambda *_: print("saved", flush=True))


watch = QTimer()
watch.timeout.connect(judge)
watch.start(5)
application.exec()
"""


@pytest.fixture
def killed(files: dict[str, Path], tmp_path: Path) -> Path:
    """The folder of the settings of a program that was killed after it had saved by itself."""
    folder = autosave_folder()
    arguments = [str(files[name]) for name in ("scan", "gt", "eager", "cautious")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-c", VICTIM, str(folder), *arguments], env=environment, stdout=subprocess.PIPE, text=True
    ) as victim:
        assert victim.stdout is not None
        assert victim.stdout.readline().strip() == "saved"
        victim.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    return folder


def test_what_was_on_screen_comes_back(killed: Path, open_window: OpenWindow) -> None:
    person = open_window()
    assert person.window.rescue.text.startswith("segdiff ended unexpectedly")
    person.click("Restore")
    person.wait_for_case()
    assert person.state.threshold == 0.3
    subject = person.state.with_prediction("eager").subject()
    assert subject is not None
    verdict = person.state.verdicts.of(subject)
    assert (verdict.decision, verdict.comment) == (Decision.REJECT, "before the crash")
    assert person.window.isWindowModified()
    assert person.window.rescue.text == ""
    assert person.formula() == "20 divided by 20 + .30·12 + .70·0 equals .8475"


def test_it_can_be_discarded_and_is_not_offered_again(killed: Path, open_window: OpenWindow) -> None:
    person = open_window()
    person.click("Discard")
    assert person.window.rescue.text == ""
    assert list(autosave_folder().glob("*.segdiff*")) == []
    assert open_window().window.rescue.text == ""


def shown(open_window: OpenWindow, files: dict[str, Path]) -> Person:
    return open_window(truth=files["gt"], predictions=(files["eager"],)).wait_for_case()


def test_after_a_good_end_nobody_is_asked(open_window: OpenWindow, files: dict[str, Path]) -> None:
    person = shown(open_window, files)
    person.app._sessions.autosave.write()
    person.wait(person.app._sessions.autosave.path.exists)
    assert open_window().window.rescue.text == "", "a window that still runs has lost nothing"
    person.app.shut_down()
    assert list(autosave_folder().iterdir()) == []
    assert open_window().window.rescue.text == ""


def test_a_change_is_on_its_way_to_the_disk_within_seconds(
    open_window: OpenWindow, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert autosave.INTERVAL_MS <= 5000
    person = shown(open_window, files)
    saver = person.app._sessions.autosave
    saver.write()
    person.wait(saver.path.exists)
    assert not saver.is_waiting
    person.app.store.apply(lambda s: s.with_threshold(0.7))
    assert saver.is_waiting
    left = saver._timer.remainingTime()
    person.app.store.apply(lambda s: s.with_threshold(0.8))
    assert saver._timer.remainingTime() <= left, "changes that follow must not put it off"
    saver.write()
    person.wait(lambda: load_kept(saver.path).view.threshold == 0.8)


def test_what_is_shown_while_a_key_is_held_is_not_saved_as_the_choice(
    open_window: OpenWindow, files: dict[str, Path]
) -> None:
    person = shown(open_window, files)
    before = replace(person.state, case=None)
    session = person.app._sessions.current()
    assert session is not None
    assert replace(session.view, case=None) == before


def test_a_broken_leftover_is_cleared_away_without_a_word(open_window: OpenWindow) -> None:
    folder = autosave_folder()
    folder.mkdir(parents=True)
    (folder / "0123.segdiff").write_text("{", "utf-8")
    (folder / ".4567.segdiff.99.part").write_text("{", "utf-8")
    person = open_window()
    assert person.window.rescue.text == ""
    assert list(folder.iterdir()) == []


def test_a_rescued_case_whose_files_are_gone_is_offered_again(
    killed: Path, open_window: OpenWindow, files: dict[str, Path]
) -> None:
    files["gt"].rename(files["gt"].with_name("elsewhere.nii.gz"))
    person = open_window()
    person.click("Restore")
    assert "gt.nii.gz is no longer where it was" in person.wait_for_message()
    person.app.shut_down()
    assert open_window().window.rescue.text != ""
    assert person.state.theme is Theme.DARK


def test_what_could_not_be_restored_outlives_another_session(
    killed: Path, open_window: OpenWindow, files: dict[str, Path], tmp_path: Path
) -> None:
    scan, gone = tmp_path / "another.segdiff", files["gt"].with_name("elsewhere.nii.gz")
    save_session(Session(CaseRequest(image=files["scan"]), ViewState(threshold=0.6)), scan)
    files["gt"].rename(gone)
    person = open_window()
    person.click("Restore")
    assert "gt.nii.gz is no longer where it was" in person.wait_for_message()
    person.drop(scan)
    person.wait_for_case()
    assert person.state.threshold == 0.6
    assert not person.window.isWindowModified()
    gone.rename(files["gt"])
    person.app.shut_down()
    assert open_window().window.rescue.text != ""


def test_a_folder_that_cannot_be_made_disturbs_nobody(open_window: OpenWindow, files: dict[str, Path]) -> None:
    """A file lies where the folder would be: nothing is kept, and nothing is said."""
    folder = autosave_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("not a folder", "utf-8")
    person = shown(open_window, files)
    person.app._sessions.autosave.write()
    person.wait_for_case()
    assert person.window.message.text == ""
    assert folder.read_text("utf-8") == "not a folder"
