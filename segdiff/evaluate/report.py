"""Everything about a Case in numbers, as ``segdiff score`` prints it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from segdiff.data import Case, Comparison, LabelChoice, Prediction
from segdiff.errors import SegdiffError
from segdiff.evaluate.scoring import (
    OVERLAPPING,
    Parameters,
    ScoreValue,
    mean_of,
    overall_evidence,
    scores_of,
    value_of,
)
from segdiff.evidence import Device, Evidence, Watch, measure
from segdiff.registry import Scope, Score, scores


@dataclass(frozen=True, eq=False)
class LabelReport:
    """One label of one prediction."""

    label: LabelChoice
    evidence: Evidence
    scores: Mapping[str, ScoreValue]


@dataclass(frozen=True, eq=False)
class PredictionReport:
    """One prediction: each label, all together, and the mean over labels with the number of labels it is over."""

    prediction: Prediction
    threshold: float | None
    labels: tuple[LabelReport, ...]
    overall: Mapping[str, ScoreValue]
    means: Mapping[str, tuple[float, int]]


@dataclass(frozen=True, eq=False)
class Report:
    """All predictions of a case."""

    case: Case
    device: Device
    predictions: tuple[PredictionReport, ...]
    notices: tuple[str, ...] = field(default=())


def evaluate_case(
    case: Case,
    *,
    labels: Sequence[LabelChoice] = (),
    threshold: float = 0.5,
    wanted: Sequence[Score] = (),
    parameters: Parameters | None = None,
    device: Device | None = None,
    watch: Watch | None = None,
) -> Report:
    """Measure every prediction of a case and score it.

    Args:
        case: with a truth and at least one prediction.
        labels: what to compare; every label of the truth and of the prediction by default.
        threshold: probability at or above which a voxel counts as predicted.
        wanted: which Scores; all by default.
        parameters: of the Scores, by name.
        device: where to measure.
        watch: asked whether anyone still waits, told how far it has come.

    Raises:
        SegdiffError: no truth, no prediction, or nothing to compare.
    """
    if case.truth is None:
        raise SegdiffError("There is no ground truth to compare with.")
    if not case.predictions:
        raise SegdiffError("There is no prediction to compare with the ground truth.")
    device, watch = device or Device("cpu"), watch or Watch()
    wanted, parameters = wanted or scores(), parameters or {}
    reports = []
    for number, prediction in enumerate(case.predictions):
        part = _part_of(watch, number, len(case.predictions))
        chosen = tuple(labels) or case.label_choices(prediction.name) or (LabelChoice.single(1),)
        reports.append(_evaluate_prediction(case, prediction, chosen, threshold, wanted, parameters, device, part))
    notices = (*_measuring_notices(reports), *_absent_labels(reports))
    return Report(case, device, tuple(reports), tuple(dict.fromkeys(notices)))


def _part_of(watch: Watch, number: int, total: int) -> Watch:
    return replace(watch, progress=lambda fraction: watch.progress((number + fraction) / total))


def _evaluate_prediction(
    case: Case,
    prediction: Prediction,
    labels: tuple[LabelChoice, ...],
    threshold: float,
    wanted: Sequence[Score],
    parameters: Parameters,
    device: Device,
    watch: Watch,
) -> PredictionReport:
    cut = threshold if prediction.is_probabilistic else None
    overall_scores = scores_of(Scope.OVERALL, wanted)
    subjects = labels
    if overall_scores and len(labels) > 1:
        subjects = (*labels, LabelChoice.background_of(labels))
    measured = [
        measure(case, Comparison(prediction.name, label, cut), device, _part_of(watch, i, len(subjects)))
        for i, label in enumerate(subjects)
    ]
    evidences = measured[: len(labels)]
    per_label = tuple(
        LabelReport(label, evidence, {s.id: value_of(s, evidence, parameters) for s in scores_of(Scope.LABEL, wanted)})
        for label, evidence in zip(labels, evidences, strict=True)
    )
    together = overall_evidence(labels, evidences, measured[-1])
    overall = {
        s.id: value_of(s, together, parameters) if together else ScoreValue(float("nan"), undefined=OVERLAPPING)
        for s in overall_scores
    }
    means = {s.id: mean_of([row.scores[s.id] for row in per_label]) for s in scores_of(Scope.LABEL, wanted)}
    return PredictionReport(prediction, cut, per_label, overall, means)


def _measuring_notices(reports: Sequence[PredictionReport]) -> list[str]:
    return [row.evidence.notice for report in reports for row in report.labels if row.evidence.notice]


def _absent_labels(reports: Sequence[PredictionReport]) -> list[str]:
    """Say before anyone trusts a zero that a label has no voxel on one side."""
    found = []
    for report in reports:
        for row in report.labels:
            tp, fp, fn, _ = row.evidence.confusion.counts
            if tp + fn == 0:
                found.append(f"The ground truth has no voxel of label {row.label.name}.")
            elif tp + fp == 0:
                found.append(f"{report.prediction.name} has no voxel of label {row.label.name}.")
    return found
