"""What a person may do about files that could not be opened: each remedy is the same work, changed a little.

A refusal is looked up in :data:`REMEDIES`. To offer one more way on, write a function that knows the problem and gives
its remedies, and add it there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from segdiff.data import Activation, ReadingChoices
from segdiff.errors import ActivationNeeded, ChannelsNeeded, ChoiceNeeded, GeometryMismatch, SoftTruth
from segdiff.gui.opening import Permission, ReadCase, Reading
from segdiff.gui.words import tr
from segdiff.io import AsChosen, ReadThrough

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


def _activation(problem: BaseException, refused: Reading) -> Iterable[Remedy]:
    """Logits become probabilities: of channels together, or of each by itself."""
    if not isinstance(problem, ActivationNeeded):
        return
    if problem.channels > 1:
        tip = tr("For channels of which one holds at each voxel. A badge says that it was applied.")
        yield Remedy(tr("Apply a softmax"), refused.answering(ReadThrough(problem.path, Activation.SOFTMAX)), tip)
    tip = tr("For a structure by itself. A badge says that it was applied.")
    yield Remedy(tr("Apply a sigmoid"), refused.answering(ReadThrough(problem.path, Activation.SIGMOID)), tip)


def _channels(problem: BaseException, refused: Reading) -> Iterable[Remedy]:
    """Channels that overlap may begin with the background, or with the first label."""
    if not isinstance(problem, ChannelsNeeded):
        return
    labels = tuple(str(number) for number in range(problem.channels + 1))
    tip = tr("No channel is the background; each stands for a label by itself.")
    title = tr("They are labels 1 to {last}", last=problem.channels)
    yield Remedy(title, refused.answering(ReadThrough(problem.path, channels=labels[1:])), tip)
    tip = tr("The first channel is left out of the labels; the others stand for labels from 1 on.")
    yield Remedy(
        tr("The first is the background"), refused.answering(ReadThrough(problem.path, channels=labels[:-1])), tip
    )


def _soft_truth(problem: BaseException, refused: Reading) -> Iterable[Remedy]:
    """A soft truth may be cut in the middle."""
    if isinstance(problem, SoftTruth):
        answer = AsChosen(ReadingChoices(threshold_truth=0.5))
        tip = tr("Voxels from 0.5 on count as the structure. A badge says so; the losses are then those of a mask.")
        yield Remedy(tr("Cut it at 0.5"), refused.answering(answer), tip)


def _next_case(_problem: BaseException, refused: Reading) -> Iterable[Remedy]:
    """A case of a list that cannot be opened may be passed over."""
    following = refused.turn.moved(1) if refused.turn else None
    if following is not None:
        tip = tr("Open {name} instead.", name=following.case.name)
        yield Remedy(tr("Go on to the next case"), refused.at(following), tip)


REMEDIES: Final[tuple[Callable[[BaseException, Reading], Iterable[Remedy]], ...]] = (
    _geometry,
    _parts,
    _activation,
    _channels,
    _soft_truth,
    _next_case,
)
"""Who knows what to do about which problem; asked in this order."""
