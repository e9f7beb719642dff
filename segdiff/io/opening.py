"""Opening a file by what it holds: the right reader, or the reason why not in one sentence."""

from __future__ import annotations

import stat
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from segdiff.errors import Cancelled, FileProblem, SegdiffError
from segdiff.io.content import Content
from segdiff.io.parts import split_part, with_part
from segdiff.io.readers import READERS, Reader, readable_suffixes
from segdiff.io.watch import Tick, unwatched

HEAD_BYTES = 4096
"""As much of a file as readers see to recognise their own."""


def open_content(path: Path, tick: Tick = unwatched) -> Content:
    """What the file holds, or the part of it that the path names.

    The content decides which reader takes it; a name that promises another format leaves a notice.

    Raises:
        ChoiceNeeded: the file holds several things, and the path does not say which is meant.
        FileProblem: the file is missing, may not be read, is damaged, or is of no known format.
        Cancelled: from ``tick``.
    """
    file, part = split_part(path)
    reader = reader_for(file)
    with damage_as_problem(file, reader.name):
        content = replace(reader.read(file, tick, part), path=with_part(file, part))
    if file.is_dir() or promised_by_name(file) is None or file.name.lower().endswith(reader.suffixes):
        return content
    notice = f"{file.name} was read as what it is, {reader.name}, although its name says otherwise."
    return replace(content, notices=(notice, *content.notices))


def reader_for(path: Path) -> Reader:
    """The reader that recognises the file by its first bytes.

    Raises:
        FileProblem: there is no such file, or no reader recognises it.
    """
    if path.is_dir():
        return _reader_for_folder(path)
    head = _first_bytes(path)
    for reader in READERS:
        if reader.recognises(head, path):
            return reader
    promised = promised_by_name(path)
    if promised is not None:
        raise FileProblem(f"{path.name} is not a {promised.name} file although its name says so; it may be damaged.")
    for suffix in (".mhd", ".nhdr") if path.suffix.lower() in (".raw", ".zraw", ".gz") else ():
        header = path.with_name(path.name.split(".")[0] + suffix)
        if header.is_file():
            raise FileProblem(
                f"{path.name} holds the voxels of {header.name} and no header; open {header.name} instead."
            )
    known = ", ".join(readable_suffixes())
    raise FileProblem(f"{path.name} is in no format that segdiff reads ({known}).")


def _reader_for_folder(folder: Path) -> Reader:
    for reader in READERS:
        with damage_as_problem(folder, reader.name):
            if reader.recognises_folder(folder):
                return reader
    raise FileProblem(f"{folder} is a folder, where a single file was expected.")


def promised_by_name(path: Path) -> Reader | None:
    """The reader that the file's name speaks of."""
    name = path.name.lower()
    return next((reader for reader in READERS if name.endswith(reader.suffixes)), None)


@contextmanager
def damage_as_problem(path: Path, format_name: str) -> Iterator[None]:
    """Turn whatever a library makes of a damaged file into one sentence, and keep its warnings to itself."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (SegdiffError, Cancelled):
        raise
    except MemoryError as error:
        raise FileProblem(f"{path.name} needs more memory than this computer has free.") from error
    except OSError as error:
        raise FileProblem(_refusal(path, error, f"it seems to be a damaged {format_name} file")) from error
    except Exception as error:  # a damaged file can make a library raise anything at all
        raise FileProblem(f"{path.name} cannot be read: it seems to be a damaged {format_name} file.") from error


def _first_bytes(path: Path) -> bytes:
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise FileProblem(f"{path} is a folder, where a single file was expected.")
        if not stat.S_ISREG(kind):
            raise FileProblem(f"{path} is not an ordinary file.")
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        raise FileProblem(_refusal(path, error, "the system refuses it")) from error
    except ValueError as error:  # a name that no file can have
        raise FileProblem(f"There is no file {str(path)!r}.") from error
    if not head:
        raise FileProblem(f"{path.name} is empty: it holds 0 bytes.")
    return head


def _refusal(path: Path, error: OSError, otherwise: str) -> str:
    """Why the system did not let us read, in a sentence."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"There is no file {error.filename or path}."
    if isinstance(error, PermissionError):
        return f"{path.name} may not be read: you have no permission for it."
    return f"{path.name} cannot be read: {error.strerror.lower() if error.strerror else otherwise}."
