"""Findings as text: a table for people, JSON and CSV for programs."""

from __future__ import annotations

import csv
import io
import json
import math
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, Final

import numpy as np

import segdiff
from segdiff.cli.exploring.findings import Findings, Table, Value
from segdiff.cli.exploring.subject import Subject
from segdiff.cli.results.layout import Cell, Row, aligned
from segdiff.export.figures import NO_NUMBER, count, decimals, short

FORMAT: Final = 1
"""Grows when a program that reads the old form could misread the new one."""

_WIDTH: Final = 100


def json_text(what: str, subject: Subject, findings: Findings, *, ascii_only: bool) -> str:
    """Everything the library returned, with every digit; a number that does not exist is ``null``."""
    options = subject.options
    document = {
        "format": FORMAT,
        "segdiff": segdiff.__version__,
        "explored": what,
        "labels": [label.name for label in subject.labels],
        "alpha": options.alpha,
        "beta": options.beta,
        "threshold": options.threshold,
        "sentences": list(findings.sentences),
        "result": plain(findings.result),
    }
    return json.dumps(document, indent=2, ensure_ascii=ascii_only, allow_nan=False) + "\n"


def csv_text(findings: Findings) -> str:
    """The first table, with every digit; an empty field where there is no number. Lines end in CR LF."""
    text = io.StringIO()
    writer = csv.writer(text)
    table = findings.tables[0]
    writer.writerow(table.columns)
    writer.writerows([_digits(value) for value in row] for row in table.rows)
    return text.getvalue()


def table_text(findings: Findings, encoding: str) -> str:
    """The tables, and what they mean."""
    lines: list[str] = []
    for table in findings.tables:
        lines += [table.title, *aligned(_rows(table, encoding)), ""]
    for sentence in findings.sentences:
        lines += textwrap.wrap(sentence, _WIDTH, subsequent_indent="  ")
    return "\n".join(lines).rstrip("\n") + "\n"


def _rows(table: Table, encoding: str) -> list[Row]:
    head = Row(table.columns[0], tuple(Cell(name) for name in table.columns[1:]), is_ruled=True)
    columns = [_column(column, table.digits) for column in zip(*table.rows, strict=True)]
    rows = [Row(row[0], tuple(map(Cell, row[1:]))) for row in zip(*columns, strict=True)]
    return [row.spelled(encoding) for row in (head, *rows)]


def _column(values: Sequence[Value], digits: int) -> list[str]:
    """A column in which digits stand under digits; round numbers, such as costs, are left short."""
    fractions = [value for value in values if isinstance(value, float) and math.isfinite(value)]
    is_round = all(value == round(value, 3) for value in fractions)
    return [_shown(value, digits, is_round) for value in values]


def _shown(value: Value, digits: int, is_round: bool) -> str:
    if value is None:
        return NO_NUMBER
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return count(value)
    if is_round and math.isfinite(value):
        return short(value)
    is_small = 0.0 < abs(value) < 10.0 ** (1 - digits)
    return f"{value:.2g}".replace("-", "−") if is_small else decimals(value, digits)


def _digits(value: Value) -> str:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    return repr(value) if isinstance(value, float) else str(value)


def plain(value: Any) -> Any:
    """Dataclasses, arrays and enumerations as JSON has them; what is not a finite number is ``None``."""
    if isinstance(value, Enum):
        return value.name.lower()
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(one) for key, one in value.items()}
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value
