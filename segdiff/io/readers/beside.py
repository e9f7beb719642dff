"""Files that a header names, in which its voxels lie."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

from segdiff.errors import FileProblem


def beside(header: Path, name: str) -> Path:
    """The file that a header names: where it says, else beside the header under the last part of that name.

    Raises:
        FileProblem: there is no such file.
    """
    alone = PureWindowsPath(name).name  # takes the slashes of every system for what they are
    for candidate in (header.parent / name, header.parent / alone):
        if alone and candidate.is_file():
            return candidate
    raise FileProblem(
        f"{header.name} keeps its voxels in a file called {alone!r}, which is not beside it; put both into one folder."
    )
