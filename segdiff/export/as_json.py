"""Results as JSON: every digit of every number, and ``null`` with a reason where there is none."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import segdiff
from segdiff.data import Case, LabelChoice, LabelMap
from segdiff.export.meaning import label_name, reason_of
from segdiff.export.results import Results
from segdiff.io import sha256_of
from segdiff.session import Verdict

if TYPE_CHECKING:
    from segdiff.evaluate import LabelReport, PredictionReport, ScoreValue

FORMAT: Final = 1
"""Grows when a program that reads the old form could misread the new one; added keys do not count."""


def json_text(results: Results, *, ascii_only: bool = False) -> str:
    """The results as a JSON document.

    Args:
        results: of a case with a truth.
        ascii_only: write letters beyond ASCII as escapes, for a stream that has no others.
    """
    return document_text(json_document(results), ascii_only=ascii_only)


def document_text(document: dict[str, Any], *, ascii_only: bool = False) -> str:
    """A JSON document as text."""
    return json.dumps(document, indent=2, ensure_ascii=ascii_only, allow_nan=False) + "\n"


def json_document(results: Results) -> dict[str, Any]:
    """The results of a case as records for JSON."""
    report = results.report
    return {
        "format": FORMAT,
        "segdiff": segdiff.__version__,
        "device": report.device.kind,
        "convention": results.convention,
        "parameters": dict(results.parameters),
        **({"costs": {"false_positive": results.costs[0], "miss": results.costs[1]}} if results.costs else {}),
        "image": _image(report.case),
        "truth": _truth(report.case),
        "predictions": [
            _prediction(row, report.case.truth, results.verdicts_on(row.prediction.name)) for row in report.predictions
        ],
        "notices": list(results.notices),
    }


def _file(path: Path | None) -> dict[str, Any]:
    """Which file, and by its fingerprint exactly which content; nulls for a case that was never a file."""
    return {"path": str(path) if path else None, "sha256": sha256_of(path) if path else None}


def _image(case: Case) -> dict[str, Any] | None:
    return {**_file(case.image.path), "geometry": case.image_geometry.value} if case.image else None


def _truth(case: Case) -> dict[str, Any]:
    """The truth and its grid; sizes run along ``axes``, slowest first."""
    grid = case.grid
    return {
        **_file(case.truth.path if case.truth else None),
        "axes": ["z", "y", "x"][-len(grid.shape) :],
        "shape": list(grid.shape),
        "spacing_mm": list(grid.spacing_mm) if grid.spacing_mm else None,
        "labels": list(case.truth.labels) if case.truth else [],
        "geometry": case.truth_geometry.value,
        "threshold": case.truth_cut,
    }


def _prediction(row: PredictionReport, truth: LabelMap | None, verdicts: Sequence[Verdict]) -> dict[str, Any]:
    means = {name: (None if math.isnan(mean) else mean) for name, (mean, _) in row.means.items()}
    return {
        "name": row.prediction.name,
        **_file(row.prediction.content.path),
        "kind": row.prediction.content.kind,
        "threshold": row.threshold,
        "geometry": row.prediction.geometry.value,
        "activation": row.prediction.activation.value,
        "labels": [_label(label, row, truth) for label in row.labels],
        "overall": {
            **_values(row.overall),
            "means": means,
            "averaged_over": {name: over for name, (_, over) in row.means.items()},
        },
        **({"verdicts": [_verdict(one) for one in verdicts]} if verdicts else {}),
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    """What a reviewer decided; ``region`` is ``null`` for all of the prediction, else one voxel of it says which."""
    region = verdict.subject.region
    return {
        "region": region and {"kind": region.outcome.name.lower(), "label": region.label, "voxel": list(region.voxel)},
        "decision": verdict.decision.value if verdict.decision else None,
        "comment": verdict.comment,
    }


def _label(row: LabelReport, prediction: PredictionReport, truth: LabelMap | None) -> dict[str, Any]:
    sums = row.evidence.sums
    soft = {name: float(getattr(sums, name).item()) for name in ("tp", "fp", "fn", "tn")}
    return {
        "label": _identity(row.label),
        "name": label_name(row.label, truth),
        "counts": dict(zip(("tp", "fp", "fn", "tn"), row.evidence.confusion.counts, strict=True)),
        "soft_counts": soft if prediction.prediction.is_probabilistic else None,
        **_values(row.scores),
    }


def _identity(label: LabelChoice) -> int | str:
    """The value, where one and the same stands for it on both sides; else the choice as it was written."""
    is_single = len(label.truth_values) == 1 and label.truth_values == label.prediction_values and not label.elsewhere
    if is_single:
        return label.truth_values[0]
    return label.spelling if label.has_name else label.name


def _values(values: Mapping[str, ScoreValue]) -> dict[str, dict[str, Any]]:
    return {
        "scores": {name: (value.number if math.isfinite(value.number) else None) for name, value in values.items()},
        "undefined": {name: reason_of(value) for name, value in values.items() if reason_of(value)},
        "by_rule": {name: value.by_rule for name, value in values.items() if value.by_rule},
    }
