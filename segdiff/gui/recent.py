"""What was opened last, kept in the settings: paths, and nothing else about the files."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings

from segdiff.gui.words import tr
from segdiff.io import CaseRequest
from segdiff.io.names import case_name, prediction_names
from segdiff.io.parts import split_part
from segdiff.session import Codec, PlaceInList

MOST: Final = 12
_TOLD, _LONGEST = 2, 26
_KEY: Final = "recent/opened"


@dataclass(frozen=True)
class Recent:
    """Something that was opened: a session file, the files of a case, or a list and how far a person came in it."""

    session: Path | None = None
    request: CaseRequest | None = None
    listed: PlaceInList | None = None

    @property
    def title(self) -> str:
        """The session's name, the list's with the case, or the case's with the folder it lies in."""
        if self.session is not None:
            return self.session.name
        if self.listed is not None:
            return f"{self.listed.path.name}  ·  {self.listed.name}"
        assert self.request is not None
        name, folder = case_name(self.request), self._files[0].absolute().parent.name
        return name if name == folder else f"{name}  ·  {folder}"

    @property
    def particulars(self) -> str:
        """What tells it from others of its title: the first two predictions, else the truth; the folder of a list."""
        if self.request is None:
            return self._files[0].absolute().parent.name
        names = prediction_names(self.request.predictions)
        if not names:
            return self._files[-1].name
        told = ", ".join(map(_shortened, names[:_TOLD]))
        return tr("{names} and {count} more", names=told, count=len(names) - _TOLD) if len(names) > _TOLD else told

    @property
    def tip(self) -> str:
        """The files, each in a line."""
        return "\n".join(map(str, self._files))

    @property
    def is_there(self) -> bool:
        """Whether all its files still are where they were."""
        return all(split_part(path)[0].exists() for path in self._files)

    @property
    def _files(self) -> tuple[Path, ...]:
        if self.session is not None:
            return (self.session,)
        if self.listed is not None:
            return (self.listed.path,)
        return self.request.files if self.request is not None else ()


def titles(entries: Sequence[Recent]) -> list[str]:
    """What each is called, no two alike as far as they differ in what is told."""
    counts = Counter(one.title for one in entries)
    return [one.title if counts[one.title] == 1 else f"{one.title}  ·  {one.particulars}" for one in entries]


def _shortened(name: str) -> str:
    half = _LONGEST // 2
    return name if len(name) <= _LONGEST else f"{name[:half]}…{name[-(half - 4) :]}"


def remember(recent: Recent) -> None:
    """Put something at the top of the list."""
    _write([recent, *(one for one in recents() if not _is_same(one, recent))][:MOST])


def _is_same(one: Recent, other: Recent) -> bool:
    """A list is the same wherever a person is in it."""
    if one.listed is not None and other.listed is not None:
        return one.listed.path == other.listed.path
    return one == other


def recents() -> list[Recent]:
    """What was opened, the last first; what cannot be read is left out."""
    stored = QSettings().value(_KEY, "[]")
    try:
        entries = json.loads(str(stored))
        return [Codec().decode(Recent, entry, _KEY) for entry in entries]
    except (ValueError, TypeError):
        return []


def forget_all() -> None:
    """Empty the list."""
    QSettings().remove(_KEY)


def _write(entries: list[Recent]) -> None:
    QSettings().setValue(_KEY, json.dumps([Codec().encode(entry) for entry in entries]))
