"""Lists in text: a table with a line of column names, or a folder in each line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from segdiff.errors import FileProblem
from segdiff.io.lists.columns import EXPECTED, Field, field_of, holds_files, listed_case
from segdiff.io.lists.model import CaseList, ListedCase, with_own_names
from segdiff.io.names import case_name
from segdiff.io.roles import guess_roles

_SEPARATORS: Final = (",", ";", "\t")


def is_table(text: str) -> bool:
    """Whether the first line names columns of files."""
    return holds_files(map(field_of, _columns(text, _separator(text))))


def read_table(path: Path, text: str) -> CaseList:
    """A case for each line below the first, which names the columns.

    Raises:
        FileProblem: a column is missing or there twice, or a line does not fit the columns.
    """
    separator = _separator(text)
    columns = _columns(text, separator)
    fields = [field_of(column) for column in columns]
    if not holds_files(fields):
        raise FileProblem(
            f"The first line of {path.name} should name its columns ({EXPECTED}), but it says {_shown(columns)}."
        )
    for position, field in enumerate(fields):
        if field is not None and field in fields[:position]:
            first = columns[fields.index(field)]
            raise FileProblem(f"{path.name} has two columns for the same thing: {first} and {columns[position]}.")
    cases = tuple(_cases(path, text, separator, fields))
    unused = [column for column, field in zip(columns, fields, strict=True) if field is None and column]
    noun = "column" if len(unused) == 1 else "columns"
    notices = (f"{path.name}: the {noun} {', '.join(unused)} say nothing about files and were not used.",)
    return CaseList(path, with_own_names(cases), notices if unused else ())


def read_folders(path: Path, text: str) -> CaseList:
    """A case for each line: a folder, whose files find their roles by their names.

    Raises:
        FileProblem: a line is no folder, or what lies in it cannot be told apart.
    """
    cases = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        place, folder = f"{path.name}, line {number}", path.parent / Path(line.strip()).expanduser()
        if not folder.is_dir():
            raise FileProblem(
                f"{place} should be a folder with the files of one case, or the first line of {path.name} should name "
                f"columns ({EXPECTED}), but it says {_shown([line.strip()])}."
            )
        request = guess_roles([folder])
        cases.append(ListedCase(folder.name or case_name(request), request, place))
    return CaseList(path, with_own_names(cases))


def _cases(path: Path, text: str, separator: str, fields: list[Field | None]) -> Iterator[ListedCase]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator)
    try:
        next(reader)
        for cells in reader:
            place = f"{path.name}, line {reader.line_num}"
            values = [cell.strip() for cell in cells]
            if not any(values):
                continue
            if len(values) != len(fields):
                raise FileProblem(
                    f"{place} has {len(values)} cells, but the first line names {len(fields)} columns; "
                    "put a name that holds the separator in quotes."
                )
            named = {field: value for field, value in zip(fields, values, strict=True) if field is not None}
            yield listed_case(named, path.parent, place)
    except csv.Error as error:
        raise FileProblem(f"{path.name}, line {reader.line_num} is no line of a table: {error}.") from error


def _separator(text: str) -> str:
    """The one under which most of the first line's words are names of columns; a comma if none is."""
    return max(_SEPARATORS, key=lambda sign: sum(field_of(column) is not None for column in _columns(text, sign)))


def _columns(text: str, separator: str) -> list[str]:
    first = next(iter(text.splitlines()), "")
    return [column.strip() for column in next(csv.reader([first], delimiter=separator), [])]


def _shown(words: list[str], longest: int = 60) -> str:
    text = ", ".join(words)
    return repr(text if len(text) <= longest else f"{text[:longest]}…")
