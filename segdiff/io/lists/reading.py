"""Which kind of list a file is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from segdiff.errors import FileProblem
from segdiff.io.limits import byte_count
from segdiff.io.lists import records, tables
from segdiff.io.lists.folders import cases_in_folder
from segdiff.io.lists.model import CaseList
from segdiff.io.opening import damage_as_problem

_LARGEST: Final = 64 << 20
"""Bytes; a list of a million cases is smaller."""

LIST_SUFFIXES: Final = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".txt", ".lst")


def is_case_list(path: Path) -> bool:
    """Whether a file's name is that of a list and not of an image or a mask."""
    return path.name.lower().endswith(LIST_SUFFIXES) and path.is_file()


def read_case_list(path: Path) -> CaseList:
    """The cases of a list, with paths relative to the folder that the list lies in.

    A table has a line of column names, then a line for each case: ``image``, ``truth``, and ``prediction`` or
    ``prediction_NAME``, as many as there are; ``name`` says what the case is called. JSON has the same words as keys.
    Any other text has a folder in each line. Files of cases are not opened, and may be missing.

    Raises:
        FileProblem: the list cannot be read; it says which line, what was expected and what was found.
    """
    text = _text(path)
    cases = _reader(path, text)(path, text)
    if not cases.cases:
        raise FileProblem(f"{path.name} lists no case.")
    return cases


def list_at(path: Path) -> CaseList | None:
    """The cases of a list, or of a folder of several cases; ``None`` where a path is neither.

    Raises:
        FileProblem: it is a list and cannot be read.
    """
    if is_case_list(path):
        return read_case_list(path)
    return cases_in_folder(path) if path.is_dir() else None


def _reader(path: Path, text: str) -> Callable[[Path, str], CaseList]:
    suffix = path.suffix.lower()
    if suffix in (".jsonl", ".ndjson"):
        return records.read_json_lines
    if suffix == ".json":
        return records.read_json
    if suffix in (".csv", ".tsv") or tables.is_table(text):
        return tables.read_table
    return tables.read_folders


def _text(path: Path) -> str:
    with damage_as_problem(path, "list"):
        if path.stat().st_size > _LARGEST:
            raise FileProblem(
                f"{path.name} has {byte_count(path.stat().st_size)}, which is too much for a list of cases."
            )
        data = path.read_bytes()
    if not data.strip():
        raise FileProblem(f"{path.name} is empty.")
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise FileProblem(f"{path.name}, line {line} is no text in UTF-8; save the list as UTF-8.") from error
