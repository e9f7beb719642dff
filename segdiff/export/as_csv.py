"""Results as CSV (RFC 4180): one row for each prediction, label and score."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from segdiff.export.meaning import reason_of
from segdiff.export.results import Results

if TYPE_CHECKING:
    from segdiff.evaluate import PredictionReport, ScoreValue

COLUMNS: Final = ("prediction", "label", "scope", "score", "value", "undefined", "note", "geometry", "activation")
"""``scope`` is ``label``, ``mean`` (over labels; the note says how many) or ``overall`` (all labels and background).

``geometry`` and ``activation`` are the prediction's badges, as in JSON.
"""

Row = tuple[str, str, str, str, str, str, str]


def csv_text(results: Results) -> str:
    """The results as a table of text, with every digit; lines end in CR LF."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(csv_rows(results))
    return text.getvalue()


def csv_rows(results: Results) -> Iterator[tuple[str, ...]]:
    """The lines below the first."""
    for prediction in results.report.predictions:
        badges = (prediction.prediction.geometry.value, prediction.prediction.activation.value)
        yield from ((*row, *badges) for row in _rows(prediction))


def _rows(row: PredictionReport) -> Iterator[Row]:
    name = row.prediction.name
    for label in row.labels:
        for score, value in label.scores.items():
            yield _row(name, label.label.name, "label", score, value)
    for score, (mean, over) in row.means.items() if len(row.labels) > 1 else ():
        note = f"mean of {over} of {len(row.labels)} labels"
        undefined = "no label has a value to average" if over == 0 else ""
        yield name, "", "mean", score, digits(mean), undefined, note
    for score, value in row.overall.items():
        yield _row(name, "", "overall", score, value)


def _row(prediction: str, label: str, scope: str, score: str, value: ScoreValue) -> Row:
    return prediction, label, scope, score, digits(value.number), reason_of(value), value.by_rule


def digits(number: float) -> str:
    """The shortest text that reads back as the same 64-bit float; empty where there is none."""
    return repr(number) if math.isfinite(number) else ""
