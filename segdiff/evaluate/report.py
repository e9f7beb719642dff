"""Everything about a Case in numbers, as ``segdiff score`` prints it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from segdiff.data import Case, Comparison, LabelChoice, Prediction
from segdiff.errors import SegdiffError
from segdiff.evaluate.in_convention import OWN, value_at_costs, value_in
from segdiff.evaluate.scoring import OVERLAPPING, Parameters, ScoreValue, mean_of, overall_evidence
from segdiff.evidence import Device, Evidence, Watch, measure, measure_further
from segdiff.losses import find_convention, warnings_from_evidence
from segdiff.registry import Scope, Score, scores

_MOST_LISTED: Final = 8


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
    convention: str = OWN,
    costs: tuple[float, float] | None = None,
    device: Device | None = None,
    watch: Watch | None = None,
) -> Report:
    """Measure every prediction of a case and score it.

    Args:
        case: with a truth and at least one prediction.
        labels: what to compare; every label of the truth and of the prediction by default.
        threshold: probability at or above which a voxel counts as predicted.
        wanted: which Scores; all by default.
        parameters: of the Scores, by name; in another convention by that framework's names.
        convention: whose way of writing the losses.
        costs: α and β as segdiff means them, to be written under the convention's own symbols instead of parameters.
        device: where to measure.
        watch: asked whether anyone still waits, told how far it has come.

    Raises:
        SegdiffError: no truth, no prediction, or nothing to compare.
    """
    if case.truth is None:
        raise SegdiffError("There is no ground truth to compare with.")
    if not case.predictions:
        raise SegdiffError("There is no prediction to compare with the ground truth.")
    scoring = _Scoring(tuple(wanted or scores()), parameters or {}, convention, costs)
    device, watch = device or Device("cpu"), watch or Watch()
    reports = []
    for number, prediction in enumerate(case.predictions):
        chosen = tuple(labels) or case.label_choices(prediction.name) or (LabelChoice.single(1),)
        cut = threshold if prediction.is_probabilistic else None
        resolved = tuple(label.for_prediction(prediction.name) for label in chosen)
        subjects = scoring.subjects_of(resolved)
        part = watch.part(number, len(case.predictions))
        measured = [
            scoring.measure(case, Comparison(prediction.name, subject, cut), device, part.part(i, len(subjects)))
            for i, subject in enumerate(subjects)
        ]
        overlap = case.labels_overlap(chosen, prediction.name)
        reports.append(_report_of(prediction, cut, chosen, measured, scoring, voxels_overlap=overlap))
    notices = (*_measuring_notices(reports), *_absent_labels(reports), *_doubts(reports, convention))
    return Report(case, device, tuple(reports), tuple(dict.fromkeys(notices)))


@dataclass(frozen=True)
class _Scoring:
    """Which Scores to compute, and how."""

    wanted: tuple[Score, ...]
    parameters: Parameters
    convention: str
    costs: tuple[float, float] | None

    def of(self, scope: Scope) -> list[Score]:
        """The Scores of a scope."""
        return [score for score in self.wanted if score.scope is scope]

    def subjects_of(self, labels: tuple[LabelChoice, ...]) -> tuple[LabelChoice, ...]:
        """What has to be measured: the labels, and what none of them covers where a Score is of all together."""
        if len(labels) > 1 and self.of(Scope.OVERALL):
            return (*labels, LabelChoice.background_of(labels))
        return labels

    def measure(self, case: Case, comparison: Comparison, device: Device, watch: Watch) -> Evidence:
        """What the Scores are computed from; the background, which has none of its own, is spared what is dear."""
        evidence = measure(case, comparison, device, watch)
        if comparison.label.complement:
            return evidence
        kinds = {score.evidence for score in self.of(Scope.LABEL)}
        return measure_further(evidence, kinds, case, comparison, Watch(watch.is_stale))

    def values(self, scope: Scope, evidence: Evidence | None) -> dict[str, ScoreValue]:
        """The Scores of a scope; without evidence none of them is defined."""
        if evidence is None:
            return {score.id: ScoreValue(math.nan, undefined=OVERLAPPING) for score in self.of(scope)}
        return {score.id: self._value(score, evidence) for score in self.of(scope)}

    def _value(self, score: Score, evidence: Evidence) -> ScoreValue:
        if self.costs is not None:
            return value_at_costs(self.convention, score, evidence, *self.costs)
        return value_in(self.convention, score, evidence, self.parameters)


def _report_of(
    prediction: Prediction,
    threshold: float | None,
    labels: tuple[LabelChoice, ...],
    measured: Sequence[Evidence],
    scoring: _Scoring,
    *,
    voxels_overlap: bool,
) -> PredictionReport:
    """Score what was measured of one prediction: its labels, then perhaps their background."""
    evidences = measured[: len(labels)]
    rows = tuple(
        LabelReport(label, evidence, scoring.values(Scope.LABEL, evidence))
        for label, evidence in zip(labels, evidences, strict=True)
    )
    together, resolved = None, [label.for_prediction(prediction.name) for label in labels]
    if scoring.of(Scope.OVERALL):
        together = overall_evidence(resolved, evidences, measured[-1], voxels_overlap=voxels_overlap)
    means = {score.id: mean_of([row.scores[score.id] for row in rows]) for score in scoring.of(Scope.LABEL)}
    return PredictionReport(prediction, threshold, rows, scoring.values(Scope.OVERALL, together), means)


def _measuring_notices(reports: Sequence[PredictionReport]) -> list[str]:
    return [row.evidence.notice for report in reports for row in report.labels if row.evidence.notice]


def _doubts(reports: Sequence[PredictionReport], convention: str) -> list[str]:
    """What to doubt about the numbers before believing them, as far as it can be said from what was measured."""
    overlap = next(
        (loss for loss in ("dice_loss", "tversky_loss") if loss in find_convention(convention).recipes), None
    )
    if overlap is None:
        return []
    return [
        f"{report.prediction.name}, label {row.label.name}: {doubt}"
        for report in reports
        for row in report.labels
        for doubt in warnings_from_evidence(overlap, row.evidence, convention=convention)
    ]


def _absent_labels(reports: Sequence[PredictionReport]) -> list[str]:
    """Say before anyone trusts a zero that a label has no voxel on one side."""
    found = []
    for report in reports:
        neither, only_predicted, only_true = list[str](), list[str](), list[str]()
        for row in report.labels:
            tp, fp, fn, _ = row.evidence.confusion.counts
            if tp + fn == 0:
                (neither if fp == 0 else only_predicted).append(row.label.name)
            elif tp + fp == 0:
                only_true.append(row.label.name)
        name = report.prediction.name
        found += [f"Neither the ground truth nor {name} has a voxel of {_listed(neither)}."] if neither else []
        found += [f"The ground truth has no voxel of {_listed(only_predicted)}."] if only_predicted else []
        found += [f"{name} has no voxel of {_listed(only_true)}."] if only_true else []
    return found


def _listed(names: Sequence[str]) -> str:
    """``label 3``, ``labels 1, 2 and 3``; of many the first."""
    *others, last = names if len(names) <= _MOST_LISTED else [*names[:_MOST_LISTED], ""]
    last = last or f"{len(names) - _MOST_LISTED} more"
    return f"labels {', '.join(others)} and {last}" if others else f"label {last}"
