"""How a session names the files it is about: from where it lies itself, and never by who sits at the computer."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

_HOME: Final = "~"


@dataclass(frozen=True)
class Places:
    """Turns paths into texts and back, for a session file in one folder.

    Files are named relative to the folder, so that folder and files can be moved or given away together. A path that
    would lead through somebody's home folder from outside of it begins with ``~`` instead. Only where neither is
    possible, as between the drives of Windows, is a path written in full.

    Args:
        folder: where the session file lies.
    """

    folder: Path

    def text_of(self, path: Path) -> str:
        """How the session writes a path, with ``/`` on every system."""
        file, folder, home = absolute(path), absolute(self.folder), _home()
        if home and file.is_relative_to(home) and not folder.is_relative_to(home):
            return str(PurePosixPath(_HOME, *file.relative_to(home).parts))
        try:
            text = Path(os.path.relpath(file, folder)).as_posix()
        except ValueError:  # on another drive
            return file.as_posix()
        return f"./{text}" if text.startswith(_HOME) else text

    def path_of(self, text: str) -> Path:
        """The path that such a text means."""
        home = _home()
        if home and text.startswith(f"{_HOME}/"):
            return home / text.removeprefix(f"{_HOME}/")
        return Path(os.path.normpath(absolute(self.folder) / text))


def absolute(path: Path) -> Path:
    """The path from the root of the disk, without ``..`` and with links as they are."""
    return Path(os.path.abspath(path))  # noqa: PTH100  pathlib keeps "..", and resolve() would follow links


def _home() -> Path | None:
    """The home folder of whoever sits here; ``None`` where there is none, or where it is all of the disk."""
    try:
        home = absolute(Path.home())
    except RuntimeError:
        return None
    return home if len(home.parts) > 1 else None
