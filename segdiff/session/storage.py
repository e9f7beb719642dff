"""Files that are whole at any moment, whatever kills the program while it writes."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

PREVIOUS: Final = ".previous"
"""Ending of the last good copy but one, beside a file that is written again and again."""


def write_whole(path: Path, content: str | bytes, *, keep_previous: bool = False) -> None:
    """Write a text as UTF-8, or bytes, so that whoever reads the file sees all of the old content or all of the new.

    It goes to a file beside it, is forced to the disk and then takes the file's name, which happens at once.

    Args:
        path: where to write; a link is followed.
        content: what to write.
        keep_previous: leave what was there in ``path`` with :data:`PREVIOUS` added.

    Raises:
        OSError: it cannot be written; what was there is unchanged.
    """
    target = path.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with draft.open("wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        if keep_previous and target.exists():
            _copy_name(target, previous_of(target))
        draft.replace(target)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise
    _sync_folder(target.parent)


def previous_of(path: Path) -> Path:
    """Where the last good copy but one of a file is kept."""
    return path.with_name(path.name + PREVIOUS)


def discard(path: Path) -> None:
    """Remove a file, the copy kept beside it, and drafts that a killed program left there."""
    drafts = path.parent.glob(f".{path.name}.*.part") if path.parent.is_dir() else ()
    for file in (path, previous_of(path), *drafts):
        with suppress(OSError):
            file.unlink()


def _copy_name(target: Path, previous: Path) -> None:
    """Give the content a second name, so that it outlives the first; where links are unknown, move it."""
    second = previous.with_name(f".{previous.name}.{os.getpid()}.part")
    with suppress(OSError):
        second.unlink()
    try:
        os.link(target, second)
    except (OSError, NotImplementedError):
        target.replace(previous)
        return
    second.replace(previous)


def _sync_folder(folder: Path) -> None:
    """Make the new name last, where the system can."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
