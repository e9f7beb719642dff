"""Lines of a table whose columns stand under each other."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

from segdiff.cli.spelling import spelled

_GAP: Final = "  "


@dataclass(frozen=True)
class Cell:
    """A number flush right, and after it the mark of a footnote, so that digits stay under digits."""

    text: str
    mark: str = ""


@dataclass(frozen=True)
class Row:
    """A line of a table: a title and a cell for each column.

    Without cells it is a line of its own. A ruled one has a line drawn under it.
    """

    title: str
    cells: tuple[Cell, ...] = ()
    is_ruled: bool = False

    def spelled(self, encoding: str) -> Row:
        """The row as a stream of that encoding will show it."""
        cells = tuple(replace(cell, text=spelled(cell.text, encoding)) for cell in self.cells)
        return replace(self, title=spelled(self.title, encoding), cells=cells)


def aligned(rows: Sequence[Row]) -> list[str]:
    """The rows as lines of equal columns."""
    with_cells = [row for row in rows if row.cells]
    title = max((width(row.title) for row in with_cells), default=0)
    columns = list(zip_longest(*(row.cells for row in with_cells), fillvalue=Cell("")))
    texts = [max(width(cell.text) for cell in column) for column in columns]
    marks = [max(width(cell.mark) for cell in column) for column in columns]
    lines = []
    for row in rows:
        cells = (
            " " * (text - width(cell.text)) + cell.text + cell.mark + " " * (mark - width(cell.mark))
            for cell, text, mark in zip(row.cells, texts, marks, strict=False)
        )
        padding = " " * (title - width(row.title)) if row.cells else ""
        lines.append(_GAP.join((row.title + padding, *cells)).rstrip())
        if row.is_ruled:
            lines.append("-" * (title + sum(len(_GAP) + text + mark for text, mark in zip(texts, marks, strict=True))))
    return lines


def shortened(text: str, longest: int) -> str:
    """A text of at most so many letters, cut in the middle, where file names differ least."""
    if len(text) <= longest:
        return text
    front = (longest - 1) // 2
    return f"{text[:front]}…{text[len(text) - (longest - 1 - front) :]}"


def width(text: str) -> int:
    """Columns of a terminal that a text takes: two for wide letters, none for combining ones."""
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF") for letter in text
    )
