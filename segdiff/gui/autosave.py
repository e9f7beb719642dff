"""What is on screen, written every few seconds while it changes, so that a crash takes no more than that.

Each window writes a file of its own in the folder of the settings and removes it when it is closed. What a window left
there that no longer runs is what a person may want back.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile, QObject, QSettings, QTimer

from segdiff.gui.latest import LatestTask, Ticket
from segdiff.session import SUFFIX, Session, SessionProblem, discard, load_kept, save_session

INTERVAL_MS: Final = 3000
"""A change is on the disk no later than this after it was made."""


class Autosave(QObject):
    """Writes the session of one window.

    Args:
        current: what to write; ``None`` while there is nothing to keep.
        parent: of this object.
    """

    def __init__(self, current: Callable[[], Session | None], parent: QObject) -> None:
        super().__init__(parent)
        self._current = current
        self.path = autosave_folder() / f"{uuid.uuid4().hex}{SUFFIX}"
        self._lock: QLockFile | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.write)
        self._task = LatestTask("autosave", self)

    @property
    def is_waiting(self) -> bool:
        """Whether something has changed that is not yet on its way to the disk."""
        return self._timer.isActive()

    def note_change(self) -> None:
        """Something has changed; write it soon, together with what changes until then."""
        if not self._timer.isActive():
            self._timer.start()

    def write(self) -> None:
        """Write now, in the worker; a disk that takes nothing more is no reason to disturb anyone."""
        self._timer.stop()
        session, path = self._current(), self.path
        if session is None:
            return
        if self._lock is None:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError:
                return
            self._lock = _lock_of(path)
            self._lock.tryLock(0)

        def work(_ticket: Ticket) -> None:
            save_session(session, path, keep_previous=True)

        self._task.submit("autosave", work)

    def close(self) -> None:
        """The window is closed as it should be, so nothing needs to be brought back."""
        self._timer.stop()
        self._task.shut_down()
        if self._lock is not None:
            discard(self.path)
            self._lock.unlock()


def autosave_folder() -> Path:
    """Where windows write, beside the settings."""
    return Path(QSettings().fileName()).parent / "autosave"


def left_behind() -> list[Path]:
    """What windows that no longer run have left, the newest first; what cannot be read is cleared away."""
    folder = autosave_folder()
    files = folder.glob(f"*{SUFFIX}*") if folder.is_dir() else ()
    names = {path.name.lstrip(".").partition(SUFFIX)[0] for path in files}
    found = []
    for path in (folder / f"{name}{SUFFIX}" for name in names if name):
        lock = _lock_of(path)
        if not lock.tryLock(0):
            continue
        lock.unlock()
        try:
            load_kept(path)
        except SessionProblem:
            discard(path)
        else:
            found.append(path)
    return sorted(found, key=_time_of, reverse=True)


def _time_of(path: Path) -> float:
    return path.stat().st_mtime if path.exists() else 0.0


def _lock_of(path: Path) -> QLockFile:
    """Held as long as its window runs; Qt sees whether the process that held it is gone."""
    lock = QLockFile(str(path.with_suffix(".lock")))
    lock.setStaleLockTime(0)
    return lock
