"""A file for results: known to be writable before anything is measured, and never half written."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from segdiff.cli.spelling import SPELLED_OUT
from segdiff.errors import FileProblem
from segdiff.io import split_part
from segdiff.session import write_whole


def check_destination(path: Path, inputs: Iterable[Path] = ()) -> None:
    """Make sure that a file can be written, without writing it.

    Args:
        path: where to write.
        inputs: files that must not be overwritten.

    Raises:
        FileProblem: it cannot, or it is one of the inputs.
    """
    folder = path.absolute().parent
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        pass  # as it should be
    except OSError as problem:
        raise FileProblem(f"{path} cannot be written: {(problem.strerror or str(problem)).lower()}.") from problem
    if path.is_dir():
        raise FileProblem(f"{path} is a folder, but a file is to be written.")
    if not folder.is_dir():
        raise FileProblem(f"{path} cannot be written: there is no folder {folder}.")
    if any(path.exists() and given.exists() and path.samefile(given) for given, _ in map(split_part, inputs)):
        raise FileProblem(f"{path} is one of the files to be compared, and they are never overwritten.")
    if not os.access(path if path.exists() else folder, os.W_OK):
        raise FileProblem(f"{path} cannot be written: you have no permission for it.")


def write_file(path: Path, text: str) -> None:
    """Write text as UTF-8, line ends as they are; whoever reads the file sees the old content or all of the new.

    Raises:
        FileProblem: it cannot be written.
    """
    content = text.encode("utf-8", errors=SPELLED_OUT)
    try:
        if _is_device(path):
            path.write_bytes(content)
        else:
            write_whole(path, content)
    except OSError as problem:
        raise FileProblem(f"{path} cannot be written: {(problem.strerror or str(problem)).lower()}.") from problem


def _is_device(path: Path) -> bool:
    """Whether it is something like /dev/null, which cannot be replaced."""
    return path.exists() and not path.is_file()
