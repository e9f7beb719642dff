"""What a reviewer decided about a prediction, or about one of its error regions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from segdiff.data import Case, Outcome
from segdiff.session.places import absolute


class Decision(StrEnum):
    """Use it as it is, mend it first, or do not use it."""

    ACCEPT = "accept"
    FIX = "fix"
    REJECT = "reject"


@dataclass(frozen=True)
class RegionMark:
    """One error region: what kind of error it is, of which label, and a voxel of it.

    Args:
        outcome: false positive or false negative.
        label: name of the label.
        voxel: one that lies in it, ``(z, y, x)`` or ``(y, x)``, the same whenever the region is found again.
    """

    outcome: Outcome
    label: str
    voxel: tuple[int, ...]


@dataclass(frozen=True)
class Subject:
    """What is judged: a prediction held against a truth, as a whole or in one region.

    The files say which case it is, so that each case of many has verdicts of its own.
    """

    prediction: str
    truth_file: Path | None = None
    prediction_file: Path | None = None
    region: RegionMark | None = None

    @classmethod
    def of(cls, case: Case, prediction: str, region: RegionMark | None = None) -> Subject:
        """A prediction of a case."""
        truth, judged = case.truth.path if case.truth else None, case.prediction(prediction).content.path
        return cls(prediction, truth and absolute(truth), judged and absolute(judged), region)


@dataclass(frozen=True)
class Verdict:
    """A decision, a comment, or both."""

    subject: Subject
    decision: Decision | None = None
    comment: str = ""


@dataclass(frozen=True)
class Verdicts:
    """All that a reviewer decided, in the order in which it was first decided."""

    given: tuple[Verdict, ...] = ()

    def of(self, subject: Subject) -> Verdict:
        """The verdict on a subject; an empty one while there is none."""
        return next((verdict for verdict in self.given if verdict.subject == subject), Verdict(subject))

    def with_decision(self, subject: Subject, decision: Decision | None) -> Verdicts:
        """Decide otherwise, or take a decision back; the comment stays."""
        return self._with(replace(self.of(subject), decision=decision))

    def with_comment(self, subject: Subject, comment: str) -> Verdicts:
        """Comment otherwise; the decision stays."""
        return self._with(replace(self.of(subject), comment=comment.strip()))

    def commented_since(self, before: Verdicts) -> Subject | None:
        """What was commented on, if that is all that has changed; ``None`` where anything else has, or nothing."""
        subjects = {verdict.subject for verdict in (*before.given, *self.given)}
        changed = [subject for subject in subjects if before.of(subject) != self.of(subject)]
        if len(changed) != 1 or before.of(changed[0]).decision != self.of(changed[0]).decision:
            return None
        return changed[0]

    def _with(self, verdict: Verdict) -> Verdicts:
        """An empty verdict is none."""
        is_known = any(known.subject == verdict.subject for known in self.given)
        every = [verdict if known.subject == verdict.subject else known for known in self.given]
        every += [] if is_known else [verdict]
        return Verdicts(tuple(one for one in every if one.decision or one.comment))
