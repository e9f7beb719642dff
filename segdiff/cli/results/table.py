"""Results as a table: a block for each label, a column for each prediction."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from segdiff.cli.results.footnotes import Footnotes
from segdiff.cli.results.heading import heading
from segdiff.cli.results.layout import Cell, Row, aligned, shortened
from segdiff.cli.spelling import spelled
from segdiff.data import LabelChoice
from segdiff.export.figures import count, decimals
from segdiff.export.meaning import label_title, reason_of
from segdiff.export.results import Results
from segdiff.registry import Kind, Scope

if TYPE_CHECKING:
    from segdiff.evaluate import LabelReport, PredictionReport, Report, ScoreValue

_LONGEST_NAME: Final = 26
_COUNTS: Final = ("TP, found", "FP, invented", "FN, missed", "TN, rightly left out")
_NOT_COMPARED: Final = "neither the ground truth nor this prediction has this label"
_LEFT_OUT: Final = "labels without a value, or empty in both, are left out"


def table_text(results: Results, encoding: str = "utf-8") -> str:
    """The results for people to read.

    Args:
        results: to show.
        encoding: of the stream that will show them; signs it lacks are spelled out before columns are aligned.
    """
    table = _Table(results)
    rows = [row.spelled(encoding) for block in (*table.labels(), table.together()) for row in block]
    lines = [*heading(results), *aligned(rows), *table.footnotes.lines()]
    return spelled("\n".join(lines) + "\n", encoding)


class _Table:
    """Makes the rows of one set of results and gathers the footnotes they need."""

    def __init__(self, results: Results) -> None:
        self.footnotes = Footnotes()
        self._case = results.report.case
        self._columns = results.report.predictions
        self._choices = _labels_of(results.report)
        self._of_labels = [score for score in results.scores if score.scope is Scope.LABEL]
        self._of_all = [score for score in results.scores if score.scope is Scope.OVERALL]

    def labels(self) -> Iterator[list[Row]]:
        """A block for each label: counts, volumes, metrics, losses."""
        for label in self._choices:
            found = [next((row for row in column.labels if row.label == label), None) for column in self._columns]
            rows = [*self._start(label_title(label, self._case.truth)), *self._absence(label), *self._counts(found)]
            for kind in (Kind.VOLUME, Kind.METRIC, Kind.SURFACE, Kind.LESION, Kind.LOSS):
                rows += self._scores(kind, found)
            yield rows

    def together(self) -> Iterator[Row]:
        """A block for all labels: means over them, and Scores that take them all at once."""
        several = len(self._choices) > 1
        averaged = [score for score in self._of_labels if several and score.kind is not Kind.VOLUME]
        if averaged or self._of_all:
            yield from self._start("All labels" if several else "Label and background together")
        if averaged:
            yield Row(self._title_of_means())
            for score in averaged:
                yield Row(f"  {score.title}", tuple(self._mean(column, score.id) for column in self._columns))
        if averaged and self._of_all:
            yield Row("Labels and background together (lower is better)")
        for score in self._of_all:
            yield Row(f"  {score.title}", tuple(self._value(column.overall[score.id]) for column in self._columns))

    def _start(self, title: str) -> tuple[Row, Row]:
        """An empty line, then what the block is about and the names of the columns."""
        names = tuple(Cell(shortened(column.prediction.name, _LONGEST_NAME)) for column in self._columns)
        return Row(""), Row(title, names, is_ruled=True)

    def _absence(self, label: LabelChoice) -> Iterator[Row]:
        """A line where there is none of the label to find, before anyone trusts a zero."""
        truth, unit = self._case.truth, self._case.grid.unit
        if truth is not None and truth.count(label.in_truth) == 0:
            yield Row(f"No {unit} of it in the ground truth: whatever is predicted is invented")

    def _counts(self, found: Sequence[LabelReport | None]) -> Iterator[Row]:
        yield Row(f"{self._case.grid.unit.capitalize()}s")
        for number, title in enumerate(_COUNTS):
            cells = [Cell(count(row.evidence.confusion.counts[number])) if row else self._nothing() for row in found]
            yield Row(f"  {title}", tuple(cells))

    def _scores(self, kind: Kind, found: Sequence[LabelReport | None]) -> Iterator[Row]:
        """The Scores of one kind under their title."""
        scores = [score for score in self._of_labels if score.kind is kind]
        if scores:
            yield Row(self._title(kind))
        for score in scores:
            digits = 2 if kind is Kind.VOLUME else 4
            cells = [self._value(row.scores[score.id], digits) if row else self._nothing() for row in found]
            yield Row(f"  {score.title}", tuple(cells))

    def _title(self, kind: Kind) -> str:
        if kind is Kind.VOLUME:
            return "Millilitres"
        if kind is Kind.SURFACE:
            return "Surfaces (lower is better, but of Dice higher)"
        if kind is Kind.LESION:
            return "Lesions (higher is better)"
        probabilistic = [column.prediction.is_probabilistic for column in self._columns]
        if kind is Kind.METRIC:
            return f"Metrics{' at the threshold' if any(probabilistic) else ''} (higher is better)"
        if not any(probabilistic):
            return "Losses, hard labels taken as probabilities 0 and 1 (lower is better)"
        return f"Losses from probabilities{'' if all(probabilistic) else ', hard labels as 0 and 1'} (lower is better)"

    def _title_of_means(self) -> str:
        numbers = {len(column.labels) for column in self._columns}
        return f"Means of {numbers.pop()} labels" if len(numbers) == 1 else "Means of the labels"

    def _value(self, value: ScoreValue, digits: int = 4) -> Cell:
        return Cell(decimals(value.number, digits), self.footnotes.mark(reason_of(value) or value.by_rule))

    def _mean(self, column: PredictionReport, score: str) -> Cell:
        mean, over = column.means[score]
        total = len(column.labels)
        is_usual = over == total == len(self._choices)
        return Cell(decimals(mean, 4), self.footnotes.mark("" if is_usual else _share(over, total)))

    def _nothing(self) -> Cell:
        return Cell(decimals(math.nan, 0), self.footnotes.mark(_NOT_COMPARED))


def _share(over: int, total: int) -> str:
    return f"mean of {over} labels" if over == total else f"mean of {over} of {total} labels; {_LEFT_OUT}"


def _labels_of(report: Report) -> list[LabelChoice]:
    """Every label that any prediction was compared under: as chosen, or ascending where predictions differ."""
    each = [[row.label for row in column.labels] for column in report.predictions]
    if all(labels == each[0] for labels in each):
        return each[0]
    return sorted({label for labels in each for label in labels}, key=lambda label: label.truth_values)
