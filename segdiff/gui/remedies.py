"""What a person may do about files that could not be opened: each remedy is the same work, changed a little.

A refusal is looked up in :data:`REMEDIES`. To offer one more way on, write a function that knows the problem and gives
its remedies, and add it there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from segdiff.errors import ChoiceNeeded, GeometryMismatch
from segdiff.gui.opening import Permission, ReadCase, Reading
from segdiff.gui.words import tr

MOST_PARTS: Final = 8
"""As many parts of a file may be opened together."""


@dataclass(frozen=True)
class Remedy:
    """One way on after a refusal.

    Args:
        title: what its button says, or its entry in a list.
        work: what is to be read instead.
        tip: what that means, in a sentence.
        verb: for an entry of a list, what the button beside the list says.
    """

    title: str
    work: ReadCase
    tip: str = ""
    verb: str = ""


def remedies_for(problem: BaseException, refused: ReadCase | None) -> tuple[Remedy, ...]:
    """All ways on that are known for a problem; none for what was not read from files."""
    if not isinstance(refused, Reading):
        return ()
    return tuple(remedy for find in REMEDIES for remedy in find(problem, refused))


def _geometry(problem: BaseException, refused: Reading) -> Iterable[Remedy]:
    """A file on another grid may be brought onto the right one, or be laid on it, where that would be honest."""
    if not isinstance(problem, GeometryMismatch):
        return
    if problem.can_resample:
        tip = tr("Bring it onto the grid of the other file. Its counts are then approximate, and a badge says so.")
        yield Remedy(tr("Resample it"), refused.allowing(Permission.RESAMPLE), tip)
    if problem.can_assume:
        tip = tr("Take it to lie where the other file lies, in the order in which both are stored. A badge says so.")
        yield Remedy(tr("Lay it on voxel by voxel"), refused.allowing(Permission.ASSUME), tip)


def _parts(problem: BaseException, refused: Reading) -> Iterable[Remedy]:
    """A file that holds several things: one of them, or all of a few, each as what its name says."""
    if not isinstance(problem, ChoiceNeeded):
        return
    path, choices = problem.path, problem.choices
    for choice in choices:
        yield Remedy(choice.title, refused.meaning(path, choice.part), verb=tr("Open it"))
    if path in refused.files and refused.role.takes_several and 1 < len(choices) <= MOST_PARTS:
        every = refused.meaning(path, *(choice.part for choice in choices))
        yield Remedy(tr("all of them"), every, verb=tr("Open it"))


REMEDIES: Final[tuple[Callable[[BaseException, Reading], Iterable[Remedy]], ...]] = (_geometry, _parts)
"""Who knows what to do about which problem; asked in this order."""
