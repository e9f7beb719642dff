"""One thing of several in a file: a variable, a volume, a series; written ``PATH#PART`` wherever a path is given.

The path that a case is asked for with, that its messages name and that its results give keeps the part. Only what
touches the disk needs the file alone, and gets it by :func:`split_part`.
"""

from __future__ import annotations

from pathlib import Path

from segdiff.errors import Choice, ChoiceNeeded, FileProblem
from segdiff.io.content import count

_SIGN = "#"


def split_part(path: Path) -> tuple[Path, str | None]:
    """The file, and which part of it is meant; ``None`` for all of it.

    A path that exists as it is written has no part, whatever signs are in its name. Neither has one of which no piece
    exists: then nothing tells where the name would end.
    """
    if not _exists(path):
        for at in reversed([at for at, sign in enumerate(path.name) if sign == _SIGN and at > 0]):
            file = path.with_name(path.name[:at])
            if _exists(file):
                return file, path.name[at + 1 :] or None
    return path, None


def with_part(file: Path, part: str | None) -> Path:
    """The path of one part of a file; the inverse of :func:`split_part`."""
    return file if part is None else file.with_name(f"{file.name}{_SIGN}{part}")


def refuse_part(file: Path, part: str | None) -> None:
    """For formats whose files hold one thing only.

    Raises:
        FileProblem: a part is asked for all the same.
    """
    if part is not None:
        raise FileProblem(
            f"{file.name} holds a single picture or volume, so there is no {part!r} in it; leave out #{part}."
        )


def volume_choices(volumes: int) -> tuple[Choice, ...]:
    """What there is in a file of several volumes."""
    return tuple(Choice(str(number), f"volume {number}") for number in range(1, volumes + 1))


def volume_index(path: Path, part: str | None, volumes: int) -> int | None:
    """Which of a file's volumes is meant, counted from 0; ``None`` for all of them.

    Args:
        path: the file, with or without the part.
        part: the number of a volume, from 1.
        volumes: how many there are.

    Raises:
        FileProblem: there is no such volume.
    """
    if part is None:
        return None
    if part.isdecimal() and part.isascii() and 1 <= int(part) <= volumes:
        return int(part) - 1
    there = "a single volume, #1" if volumes == 1 else f"{count(volumes, 'volume')}, #1 to #{volumes}"
    name = path.name.removesuffix(f"{_SIGN}{part}")
    raise FileProblem(f"{name} holds {there}, and no #{part}.")


def chosen(file: Path, part: str | None, choices: tuple[Choice, ...], kind: str) -> Choice:
    """The part that is meant; without a word about it, the only one there is.

    Args:
        file: the file.
        part: what was asked for.
        choices: what there is, at least one.
        kind: what each is called, such as ``variable``.

    Raises:
        ChoiceNeeded: there are several, and nothing says which is meant.
        FileProblem: there is no such part.
    """
    if part is None:
        if len(choices) == 1:
            return choices[0]
        raise ChoiceNeeded(file, f"{file.name} holds {count(len(choices), kind)}", choices)
    for choice in choices:
        if choice.part == part:
            return choice
    there = ", ".join(f"#{choice.part}" for choice in choices)
    raise FileProblem(f"{file.name} has no {kind} {part!r}; there is {there}.")


def _exists(path: Path) -> bool:
    try:
        path.lstat()
    except (OSError, ValueError):  # not there, not to be seen, or a name that no file can have
        return False
    return True
