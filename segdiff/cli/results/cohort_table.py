"""Many cases as a table: a line for each case, a column for each score, and what they come to below."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from segdiff.cli.results.footnotes import Footnotes
from segdiff.cli.results.layout import Cell, Row, aligned, shortened
from segdiff.cli.spelling import spelled
from segdiff.cohort import Cohort, Place
from segdiff.evaluate import ScoreValue
from segdiff.export.cohort_files import over_text
from segdiff.export.figures import decimals
from segdiff.export.meaning import reason_of
from segdiff.registry import Kind, Scope, Score

_LONGEST_NAME: Final = 32
_USUAL: Final = ("dice", "iou", "precision", "recall", "tversky_loss", "generalized_dice_loss", "cross_entropy")
"""Columns of a table nobody chose the scores of; files have them all."""
_NOT_COMPARED: Final = "this case has no such prediction, or neither it nor the truth has this label"
_FEW: Final = "a standard deviation needs two cases with a value"


def cohort_table(path: Path, cohort: Cohort, chosen: Sequence[Score], scores: Sequence[Score], encoding: str) -> str:
    """The cases for people to read.

    Args:
        path: the list.
        cohort: the numbers.
        chosen: the scores a person asked for; none for the usual ones.
        scores: all that were computed.
        encoding: of the stream that will show them.
    """
    shown = [score for score in scores if score in chosen or (not chosen and score.id in _USUAL)]
    table = _Table(cohort, shown)
    blocks = [[row.spelled(encoding) for row in table.block(place)] for place in cohort.places()]
    total = len(cohort.scored) + len(cohort.failed)
    noun = "case" if total == 1 else "cases"
    failed = f", {len(cohort.failed)} of which could not be scored" if cohort.failed else ""
    lines = [f"{path.name}: {total} {noun}{failed}"]
    for block in blocks:
        lines += aligned(block)
    lines += table.footnotes.lines()
    if len(shown) < len(scores):
        lines += [
            "",
            f"{len(scores)} scores were computed; --format json or csv has them all, --score chooses columns.",
        ]
    return spelled("\n".join(lines) + "\n", encoding)


class _Table:
    """Makes the rows of each block and gathers the footnotes they need."""

    def __init__(self, cohort: Cohort, shown: Sequence[Score]) -> None:
        self.footnotes = Footnotes()
        self._cohort = cohort
        self._shown = shown

    def block(self, place: Place) -> Iterator[Row]:
        """One prediction under one label, or under all together."""
        columns = [score for score in self._shown if score.scope is place.scope]
        if not columns:
            return
        about = f"label {place.label}" if place.scope is Scope.LABEL else "labels and background together"
        yield Row("")
        head = f"{shortened(place.prediction, _LONGEST_NAME)}, {about}"
        yield Row(head, tuple(Cell(score.title) for score in columns), is_ruled=True)
        for case in self._cohort.scored:
            values = [case.values.get(place, {}).get(score.id) for score in columns]
            yield Row(shortened(case.name, _LONGEST_NAME), tuple(map(self._value, values, columns)))
        yield from self._summary(place, columns)

    def _summary(self, place: Place, columns: Sequence[Score]) -> Iterator[Row]:
        summaries = [self._cohort.summary(place, score.id) for score in columns]
        digits = [2 if score.kind is Kind.VOLUME else 4 for score in columns]
        for title, field in (("Mean", "mean"), ("Standard deviation", "sd"), ("Median", "median")):
            cells = []
            for summary, after in zip(summaries, digits, strict=True):
                number = getattr(summary, field)
                note = "" if summary.over == summary.of else over_text(summary)
                if field == "sd" and math.isnan(number):
                    note = _FEW
                cells.append(Cell(decimals(number, after), self.footnotes.mark(note)))
            yield Row(f"  {title}", tuple(cells))
        yield Row("  Cases with a value", tuple(Cell(str(summary.over)) for summary in summaries))

    def _value(self, value: ScoreValue | None, score: Score) -> Cell:
        if value is None:
            return Cell(decimals(math.nan, 0), self.footnotes.mark(_NOT_COMPARED))
        after = 2 if score.kind is Kind.VOLUME else 4
        return Cell(decimals(value.number, after), self.footnotes.mark(reason_of(value) or value.by_rule))
