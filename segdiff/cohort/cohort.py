"""The scores of many cases side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from segdiff.cohort.summary import Summary, summary_of
from segdiff.evaluate import Report, ScoreValue
from segdiff.registry import Scope


@dataclass(frozen=True)
class Place:
    """What is compared in every case: a prediction by its name, under one label or under all together."""

    prediction: str
    scope: Scope
    label: str = ""


@dataclass(frozen=True, eq=False)
class ScoredCase:
    """The numbers of one case."""

    name: str
    values: Mapping[Place, Mapping[str, ScoreValue]]


@dataclass(frozen=True)
class FailedCase:
    """A case without numbers, and the sentence that says why."""

    name: str
    problem: str


def scored_case(name: str, report: Report) -> ScoredCase:
    """The numbers of a report, without its voxels."""
    values: dict[Place, Mapping[str, ScoreValue]] = {}
    for row in report.predictions:
        for label in row.labels:
            values[Place(row.prediction.name, Scope.LABEL, label.label.name)] = label.scores
        if row.overall:
            values[Place(row.prediction.name, Scope.OVERALL)] = row.overall
    return ScoredCase(name, values)


@dataclass(frozen=True, eq=False)
class Cohort:
    """Cases in the order in which they were listed, and those that could not be scored."""

    scored: tuple[ScoredCase, ...] = field(default=())
    failed: tuple[FailedCase, ...] = field(default=())

    def places(self) -> tuple[Place, ...]:
        """Everything that was compared in any case: prediction by prediction, labels first, as they came up."""
        seen = dict.fromkeys(place for case in self.scored for place in case.values)
        names = list(dict.fromkeys(place.prediction for place in seen))
        labels = sorted({place.label for place in seen}, key=_by_number)
        order = {
            place: (names.index(place.prediction), place.scope is Scope.OVERALL, labels.index(place.label))
            for place in seen
        }
        return tuple(sorted(seen, key=order.__getitem__))

    def scores(self, place: Place) -> tuple[str, ...]:
        """Ids of the scores that any case has at a place, in their order."""
        return tuple(dict.fromkeys(score for case in self.scored for score in case.values.get(place, ())))

    def column(self, place: Place, score: str) -> list[ScoreValue | None]:
        """One score at a place for each case that was scored; ``None`` where nothing was compared."""
        return [case.values.get(place, {}).get(score) for case in self.scored]

    def summary(self, place: Place, score: str) -> Summary:
        """One score at a place over all cases that were scored."""
        return summary_of(self.column(place, score))


def _by_number(label: str) -> tuple[bool, int, str]:
    """Labels 2 and 10 in this order; regions and pairs after them."""
    return (False, int(label), "") if label.lstrip("-").isdecimal() else (True, 0, label)
