"""The scores of many cases as JSON and CSV: each case with every digit, then what they come to."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import segdiff
from segdiff.cohort import Cohort, Place, Summary
from segdiff.export.as_csv import COLUMNS, digits
from segdiff.export.as_json import FORMAT, document_text
from segdiff.registry import Scope

CASE_COLUMN: Final = "case"
"""The first column of the CSV; empty in the lines of summaries, whose scope says which it is."""

STATISTICS: Final = ("mean", "sd", "median")


@dataclass(frozen=True, eq=False)
class CaseRecords:
    """What a case leaves behind for files: its JSON document, or its lines of CSV."""

    name: str
    document: dict[str, Any] | None = None
    lines: tuple[tuple[str, ...], ...] = ()


def cohort_json(path: Path, cohort: Cohort, records: Iterable[CaseRecords], *, ascii_only: bool = False) -> str:
    """Each case as ``segdiff score`` writes it alone, under its name; a sentence for those that failed; the summary.

    Args:
        path: the list.
        cohort: the numbers.
        records: of the cases that were scored.
        ascii_only: write letters beyond ASCII as escapes, for a stream that has no others.
    """
    cases = [{"case": record.name, **(record.document or {})} for record in records]
    failed = [{"case": case.name, "problem": case.problem} for case in cohort.failed]
    summary = [_summary_of(cohort, place) for place in cohort.places()]
    document = {
        "format": FORMAT,
        "segdiff": segdiff.__version__,
        "list": str(path),
        "cases": cases,
        "failed": failed,
        "summary": summary,
    }
    return document_text(document, ascii_only=ascii_only)


def cohort_csv(cohort: Cohort, records: Iterable[CaseRecords]) -> str:
    """The lines of each case, those of cases that failed with the reason, and mean, sd and median over cases."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow((CASE_COLUMN, *COLUMNS))
    for record in records:
        writer.writerows((record.name, *line) for line in record.lines)
    for case in cohort.failed:
        writer.writerow((case.name, "", "", "case", "", "", case.problem, *[""] * (len(COLUMNS) - 6)))
    for place in cohort.places():
        writer.writerows(_summary_lines(cohort, place))
    return text.getvalue()


def over_text(summary: Summary) -> str:
    """``over 22 of 24 cases``, and what the others lack."""
    reasons = []
    if summary.by_rule:
        reasons.append(f"truth and prediction are both empty in {summary.by_rule}")
    if summary.undefined:
        reasons.append(f"there is no value in {summary.undefined}")
    noun = "case" if summary.of == 1 else "cases"
    return f"over {summary.over} of {summary.of} {noun}" + (f"; {', '.join(reasons)}" if reasons else "")


def _summary_of(cohort: Cohort, place: Place) -> dict[str, Any]:
    is_label = place.scope is Scope.LABEL
    label = int(place.label) if is_label and place.label.lstrip("-").isdecimal() else place.label
    return {
        "prediction": place.prediction,
        "scope": place.scope.value,
        "label": label if is_label else None,
        "scores": {score: _numbers(cohort.summary(place, score)) for score in cohort.scores(place)},
    }


def _numbers(summary: Summary) -> dict[str, Any]:
    statistics = {name: getattr(summary, name) for name in STATISTICS}
    return {
        **{name: None if math.isnan(number) else number for name, number in statistics.items()},
        "over": summary.over,
        "of": summary.of,
        "undefined": summary.undefined,
        "by_rule": summary.by_rule,
    }


def _summary_lines(cohort: Cohort, place: Place) -> Iterator[tuple[str, ...]]:
    for score in cohort.scores(place):
        summary = cohort.summary(place, score)
        for name in STATISTICS:
            number = getattr(summary, name)
            needed = 2 if name == "sd" else 1
            why = f"fewer than {needed} cases have a value" if math.isnan(number) and needed > 1 else ""
            why = why or ("no case has a value" if math.isnan(number) else "")
            scope = f"{name} over cases" + ("" if place.scope is Scope.LABEL else ", overall")
            found = ("", place.prediction, place.label, scope, score, digits(number), why, over_text(summary))
            yield (*found, *[""] * (1 + len(COLUMNS) - len(found)))
