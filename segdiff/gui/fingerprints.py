"""SHA-256 of files, each computed once as long as the file is not written again."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from pathlib import Path

from segdiff.io import sha256_of
from segdiff.io.parts import split_part

_Stamp = tuple[int, int]


class Fingerprints:
    """What is known of the files of a window; may be asked from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[Path, tuple[_Stamp | None, str]] = {}

    @property
    def known(self) -> dict[Path, str]:
        """All that is known, of files that have not been written since."""
        with self._lock:
            known = dict(self._known)
        return {path: found for path, (stamp, found) in known.items() if stamp == _stamp_of(path)}

    def learn(self, fingerprints: Mapping[Path, str]) -> None:
        """Take over what was just found to be true."""
        with self._lock:
            self._known.update({path: (_stamp_of(path), found) for path, found in fingerprints.items()})

    def of(self, paths: Iterable[Path]) -> dict[Path, str]:
        """Fingerprints of all of these; slow for those that are not known yet.

        Raises:
            FileProblem: a file cannot be read.
        """
        paths = tuple(paths)
        known = self.known
        for path in paths:
            if path not in known:
                self.learn({path: sha256_of(path)})
        return {path: found for path, found in self.known.items() if path in paths}


def _stamp_of(path: Path) -> _Stamp | None:
    """Size and time of a file or folder; ``None`` where it is gone."""
    try:
        found = split_part(path)[0].stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
