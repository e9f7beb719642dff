"""Files that change on disk while they are open: it is said, and read again only when a person wants it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from segdiff.gui.latest import LatestTask
from segdiff.gui.opener import Opener
from segdiff.gui.widgets.message import Offer
from segdiff.gui.window import Window
from segdiff.gui.words import tr
from segdiff.io import CaseRequest, Stamps, stamps_of

_SETTLED_MS: Final = 500
"""So long nothing more must have been written before it is looked at: files are written piece by piece."""


class Watching(QObject):
    """Compares the files that are open with what they were when they were read.

    It looks when the system tells of a change, and when a person comes back to the window, since not every disk tells.
    It looks in a worker: a disk may answer late.

    Args:
        window: says what has changed.
        opener: knows what is open, and reads it again.
    """

    def __init__(self, window: Window, opener: Opener) -> None:
        super().__init__()
        self._window = window
        self._opener = opener
        self._read: Stamps = {}
        self._told: Stamps = {}
        self._watcher = QFileSystemWatcher(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SETTLED_MS)
        self._looker = LatestTask("watch", self)
        self._looker.finished.connect(self._compare)
        self._pause.timeout.connect(self.look)
        self._watcher.fileChanged.connect(lambda _path: self._pause.start())
        window.activated.connect(self.look)

    def follow(self, read: Stamps) -> None:
        """Watch these files from now on, and no others."""
        self._looker.cancel()
        self._read = self._told = read
        if before := self._watcher.files():
            self._watcher.removePaths(before)
        self._watch(read)

    def look(self) -> None:
        """Look whether the files are still what was read."""
        request = self._opener.opened
        if self._read and request != CaseRequest():
            self._looker.submit("watch", lambda _ticket: stamps_of(request))

    def shut_down(self) -> None:
        """Watch no more, and let the worker end."""
        self.follow({})
        self._pause.stop()
        self._looker.shut_down()

    def _watch(self, stamps: Stamps) -> None:
        """A file that was replaced by another of its name has to be watched anew."""
        missing = {str(path) for path, stamp in stamps.items() if stamp is not None} - set(self._watcher.files())
        if missing:
            self._watcher.addPaths(sorted(missing))

    def _compare(self, _key: object, now: Stamps) -> None:
        self._watch(now)
        known = [path for path in now if path in self._read]
        if all(now[path] == self._told.get(path) for path in known):
            return
        self._told = {**self._told, **now}
        other = [path for path in known if now[path] != self._read[path]]
        changed = [path for path in other if now[path] is not None]
        gone = [path for path in other if now[path] is None]
        sentences = [*_changed_words(changed), *_gone_words(gone)]
        if sentences:
            tip = tr("Read the files again as they are now. Costs, colours and the place you look at stay.")
            offers = [Offer(tr("Reload"), self._opener.reload, tip)] if changed and not gone else []
            self._window.message.show_notice(" ".join(sentences), offers)


def _changed_words(paths: Sequence[Path]) -> list[str]:
    if not paths:
        return []
    if len(paths) == 1:
        return [tr("{file} has changed on disk.", file=paths[0].name)]
    return [tr("{files} and {file} have changed on disk.", files=_listed(paths), file=paths[-1].name)]


def _gone_words(paths: Sequence[Path]) -> list[str]:
    if not paths:
        return []
    if len(paths) == 1:
        return [tr("{file} is no longer on disk; what was read of it stays on screen.", file=paths[0].name)]
    return [
        tr(
            "{files} and {file} are no longer on disk; what was read of them stays on screen.",
            files=_listed(paths),
            file=paths[-1].name,
        )
    ]


def _listed(paths: Sequence[Path]) -> str:
    """All but the last."""
    return ", ".join(path.name for path in paths[:-1])
