"""What an exploration found, ready to be written."""

from __future__ import annotations

from dataclasses import dataclass

Value = str | float | int | None
"""One field of a table; ``None`` where there is no number."""


@dataclass(frozen=True)
class Table:
    """Rows under named columns.

    Args:
        title: what it is, in a line.
        columns: their names; the first names the row.
        rows: a value for each column.
        digits: decimals of its fractions, when it is printed for people.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    digits: int = 4


@dataclass(frozen=True, eq=False)
class Findings:
    """What was found.

    Args:
        result: as the library returned it, for JSON.
        tables: for people and for CSV, which has the first.
        sentences: what it means.
    """

    result: object
    tables: tuple[Table, ...] = ()
    sentences: tuple[str, ...] = ()
