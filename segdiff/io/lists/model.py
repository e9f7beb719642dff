"""What a list of cases is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from segdiff.io.request import CaseRequest


@dataclass(frozen=True)
class ListedCase:
    """One case of a list.

    Args:
        name: no two of a list have the same.
        request: its files.
        place: where it stands, to be named when something is wrong with it, such as ``cases.csv, line 3``.
    """

    name: str
    request: CaseRequest
    place: str


@dataclass(frozen=True)
class CaseList:
    """Cases in the order in which they are listed.

    Args:
        path: the list, or the folder.
        cases: at least one.
        notices: what a person should know about how it was read.
    """

    path: Path
    cases: tuple[ListedCase, ...]
    notices: tuple[str, ...] = ()


def with_own_names(cases: Sequence[ListedCase]) -> tuple[ListedCase, ...]:
    """The cases, numbered where their names are the same."""
    taken: set[str] = set()
    named = []
    for case in cases:
        name, number = case.name, 2
        while name in taken:
            name, number = f"{case.name} ({number})", number + 1
        taken.add(name)
        named.append(replace(case, name=name))
    return tuple(named)
