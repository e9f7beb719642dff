"""Lists in JSON: an array of records, one record in each line, or the data lists that training programs write."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from segdiff.errors import FileProblem
from segdiff.io.lists.columns import EXPECTED, Field, field_of, listed_case
from segdiff.io.lists.model import CaseList, with_own_names

_ARRAYS: Final = ("cases", "training", "validation", "testing", "test")
"""Under these keys lie the records of a list: segdiff's own, and those of data lists for training."""


def read_json(path: Path, text: str) -> CaseList:
    """A case for each record.

    Raises:
        FileProblem: it is no JSON, or no array of records, or a record names no file.
    """
    try:
        document = json.loads(text)
    except ValueError as error:
        raise FileProblem(f"{path.name} is no valid JSON: {_where(error)}.") from error
    records = document
    if isinstance(document, dict):
        records = [record for key in _ARRAYS if isinstance(document.get(key), list) for record in document[key]]
    if not isinstance(records, list) or not records:
        raise FileProblem(
            f"{path.name} should hold an array of cases, or one under 'cases', each with {EXPECTED}; it holds none."
        )
    cases = [
        listed_case(_values(record, place), path.parent, place)
        for number, record in enumerate(records, start=1)
        for place in [f"{path.name}, case {number}"]
    ]
    return CaseList(path, with_own_names(cases))


def read_json_lines(path: Path, text: str) -> CaseList:
    """A case for each line.

    Raises:
        FileProblem: a line is no JSON record, or names no file.
    """
    cases = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            place = f"{path.name}, line {number}"
            try:
                record = json.loads(line)
            except ValueError as error:
                raise FileProblem(f"{place} is no valid JSON: {_where(error)}.") from error
            cases.append(listed_case(_values(record, place), path.parent, place))
    return CaseList(path, with_own_names(cases))


def _values(record: Any, place: str) -> dict[Field, str]:
    """What a record says under the keys that are known."""
    if not isinstance(record, dict):
        raise FileProblem(f"{place} should be a record with {EXPECTED}, but it is {json.dumps(record)[:60]}.")
    values: dict[Field, str] = {}
    for key, value in record.items():
        field = field_of(str(key))
        if field is not None:
            values.update(_flat(field, key, value, place))
    return values


def _flat(field: Field, key: str, value: Any, place: str) -> Iterator[tuple[Field, str]]:
    """Predictions may be one path, several, or several under their names; of several images the first is shown."""
    kind, name = field
    if value is None:
        return
    if isinstance(value, dict) and kind == "prediction" and all(isinstance(path, str) for path in value.values()):
        yield from (((kind, str(key)), path) for key, path in value.items())
    elif isinstance(value, list) and value and all(isinstance(path, str) for path in value):
        if kind == "image":
            yield field, value[0]
        elif kind == "prediction":
            several = len(value) > 1
            yield from (
                ((kind, f"{name or kind} {number}" if several else name), p) for number, p in enumerate(value, 1)
            )
        else:
            raise FileProblem(f"{place}: {key!r} should be one file, but there are {len(value)}.")
    elif isinstance(value, str) or (kind == "name" and isinstance(value, int)):
        yield field, str(value).strip()
    else:
        raise FileProblem(f"{place}: {key!r} should be the path of a file, but it is {json.dumps(value)[:60]}.")


def _where(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.lower()} at line {error.lineno}, column {error.colno}"
    return "it is nested too deeply or holds an impossible number"
