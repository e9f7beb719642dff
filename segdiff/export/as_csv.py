"""Results as CSV (RFC 4180): one row for each prediction, label and score."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from segdiff.export.meaning import reason_of
from segdiff.export.results import Results
from segdiff.session import Verdict

if TYPE_CHECKING:
    from segdiff.evaluate import PredictionReport, ScoreValue

COLUMNS: Final = ("prediction", "label", "scope", "score", "value", "undefined", "note", "geometry", "activation")
"""``scope`` is ``label``, ``mean`` (over labels; the note says how many) or ``overall`` (all labels and background).

A reviewer's verdicts, where a session has any, follow with scope ``verdict`` and without a value: the score is the
decision, the note the comment; with scope ``region`` the label is the region's, and the note begins with its kind and
a voxel of it.

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
        verdicts = map(_verdict, results.verdicts_on(prediction.prediction.name))
        yield from ((*row, *badges) for row in (*_rows(prediction), *verdicts))


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


def _verdict(verdict: Verdict) -> Row:
    region, decision = verdict.subject.region, verdict.decision.value if verdict.decision else ""
    if region is None:
        return verdict.subject.prediction, "", "verdict", decision, "", "", verdict.comment
    place = f"{region.outcome.name.lower()} at {' '.join(map(str, region.voxel))}"
    note = f"{place}: {verdict.comment}" if verdict.comment else place
    return verdict.subject.prediction, region.label, "region", decision, "", "", note


def _row(prediction: str, label: str, scope: str, score: str, value: ScoreValue) -> Row:
    return prediction, label, scope, score, digits(value.number), reason_of(value), value.by_rule


def digits(number: float) -> str:
    """The shortest text that reads back as the same 64-bit float; empty where there is none."""
    return repr(number) if math.isfinite(number) else ""
