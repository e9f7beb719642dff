"""Which case of a list is looked at, so that a person can go through all of them, and come back to where they were."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from segdiff.errors import FileProblem
from segdiff.io import CaseList, ListedCase, list_at
from segdiff.session import PlaceInList


@dataclass(frozen=True)
class Turn:
    """A case of a list whose turn it is; positions count from 0."""

    listed: CaseList
    position: int = 0

    @property
    def case(self) -> ListedCase:
        """The case itself."""
        return self.listed.cases[self.position]

    @property
    def place(self) -> PlaceInList:
        """The same without the list itself, to be kept."""
        return PlaceInList(self.listed.path, self.case.name)

    def moved(self, by: int) -> Turn | None:
        """So many cases on, or back; ``None`` beyond the first and the last."""
        position = self.position + by
        return replace(self, position=position) if 0 <= position < len(self.listed.cases) else None

    def follows(self, before: Turn | None) -> bool:
        """Whether it is of the list that another is of."""
        return before is not None and before.listed.path == self.listed.path


def first_turn(path: Path) -> Turn | None:
    """The first case of a list or of a folder of several cases; ``None`` where a path is neither.

    Raises:
        FileProblem: it is a list and cannot be read.
    """
    listed = list_at(path)
    return Turn(listed) if listed is not None else None


def turn_at(place: PlaceInList) -> Turn:
    """The case of a list that was kept, in the list as it is now.

    Raises:
        FileProblem: the list is gone or cannot be read, or no longer has the case.
    """
    if not place.path.exists():
        raise FileProblem(f"{place.path.name} is no longer where it was.")
    first = first_turn(place.path)
    names = [case.name for case in first.listed.cases] if first is not None else []
    if first is None or place.name not in names:
        raise FileProblem(f"{place.path.name} no longer lists the case {place.name}.")
    return replace(first, position=names.index(place.name))
