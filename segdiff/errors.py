"""The one kind of error a person is meant to read.

A :class:`SegdiffError` means that the *input* is at fault. Its text is one plain sentence (which file, what was
expected, what was found) that the command line prints before it ends with exit code 2 and that the window shows as it
is. Anything else that escapes is a bug.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

_MOST_LISTED: Final = 8


class SegdiffError(Exception):
    """The input is at fault; the message is a sentence for the person who gave it."""


class FileProblem(SegdiffError):
    """A file cannot be read as what it was given for."""


@dataclass(frozen=True)
class Choice:
    """One of several things in a file.

    Args:
        part: what is written after the ``#`` of ``PATH#PART`` to mean it.
        title: what a person knows it by, such as its size; no more than the part where there is no more to say.
    """

    part: str
    title: str


class ChoiceNeeded(FileProblem):
    """A file holds several things, and nothing says which of them is meant.

    Args:
        path: the file, without a part.
        finding: what there are several of, such as "a.npz holds 3 arrays"; no full stop.
        choices: what there is to choose from, at least one.
        reason: why one must be chosen, where that is not plain.
    """

    def __init__(self, path: Path, finding: str, choices: tuple[Choice, ...], reason: str = "") -> None:
        listed = [choice.title for choice in choices[:_MOST_LISTED]]
        more = len(choices) - len(listed)
        there = ", ".join(listed) + (f" and {more} more" if more else "")
        because = f", but {reason}" if reason else ""
        example = f"{path.name}#{choices[0].part}"
        found = f"{finding} ({there}){because}"
        super().__init__(f"{found}; say which is meant, as in {example}.")
        self.finding = f"{found}."
        self.path = path
        self.choices = choices


class Question(SegdiffError):
    """There is more than one way to go on, and only a person can say which.

    Args:
        finding: which file, and what was found; a sentence without its full stop.
        advice: what a person at the command line may do, to end that sentence. The window offers buttons instead.
    """

    def __init__(self, finding: str, advice: str) -> None:
        super().__init__(f"{finding}; {advice}.")
        self.finding = f"{finding}."


class GeometryMismatch(Question):
    """Two files do not lie on the same grid.

    Args:
        finding: which files, and what differs, in numbers.
        advice: flags of the command line that would help.
        can_resample: bringing one onto the other's grid is possible and would be honest.
        can_assume: laying one on the other voxel by voxel is possible and would be honest.
    """

    def __init__(self, finding: str, advice: str, *, can_resample: bool = False, can_assume: bool = False) -> None:
        super().__init__(finding, advice)
        self.can_resample = can_resample
        self.can_assume = can_assume


class ActivationNeeded(Question, FileProblem):
    """A prediction holds numbers beyond 0 and 1 that may be logits.

    Args:
        finding: which file, and from where to where its values run.
        advice: flags of the command line that would help.
        path: the file, with its part.
        channels: how many it has; a softmax needs several.
    """

    def __init__(self, finding: str, advice: str, path: Path, channels: int) -> None:
        super().__init__(finding, advice)
        self.path = path
        self.channels = channels


class ChannelsNeeded(Question, FileProblem):
    """A prediction has channels that are no shares of one, so nothing says which labels they stand for.

    Args:
        finding: which file, and what its channels add up to.
        advice: flags of the command line that would help.
        path: the file, with its part.
        channels: how many it has.
    """

    def __init__(self, finding: str, advice: str, path: Path, channels: int) -> None:
        super().__init__(finding, advice)
        self.path = path
        self.channels = channels


class SoftTruth(Question, FileProblem):
    """A ground truth holds shares between 0 and 1, and every count needs a yes or no for each voxel.

    Args:
        finding: which file, and an example.
        advice: flags of the command line that would help.
    """


class ParameterProblem(SegdiffError):
    """A parameter, name or option is unknown or out of its range."""


class Cancelled(Exception):
    """Work was given up because nobody wants its answer any more; never shown to anyone."""
