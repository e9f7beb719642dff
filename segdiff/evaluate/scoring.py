"""One Score of one Evidence: a number, or the reason why there is none."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import torch

import segdiff.losses
import segdiff.metrics  # noqa: F401  registers its Scores
from segdiff.data import LabelChoice
from segdiff.evidence import Confusion, Evidence, LesionMatches, ProbabilityHistogram, SoftSums, SurfaceDistances
from segdiff.metrics.overlap import is_empty
from segdiff.registry import Score, find

Parameters = Mapping[str, float]
"""Values of parameters by name, for all Scores; each takes those it has."""

OVERLAPPING = "the labels overlap, so they are not exclusive classes"
ZERO_OVER_ZERO = "it is 0/0 here"


@dataclass(frozen=True)
class ScoreValue:
    """A Score's number.

    Args:
        number: NaN when undefined.
        undefined: why there is no number; empty when there is one.
        by_rule: the number is 0/0 and taken from segdiff's rule for empty masks; averages leave it out.
    """

    number: float
    undefined: str = ""
    by_rule: str = ""


def value_of(score: Score, evidence: Evidence, parameters: Parameters) -> ScoreValue:
    """The value of ``score`` for one label of one sample (or for all, if its scope is overall).

    Kept for the part of the Evidence and the parameters that the Score really takes: moving α computes nothing that
    does not depend on α, and moving the threshold nothing that depends on probabilities alone.

    Raises:
        ParameterProblem: a parameter is out of its range.
    """
    return _value_of(score.id, evidence.of(score.evidence), tuple(score.arguments(parameters).items()))


def by_rule(score: Score) -> str:
    """What to say of a Score that has a value for two empty masks."""
    return f"truth and prediction are both empty; 0/0 counts as {score.both_empty:g}"


Part = Evidence | SoftSums | ProbabilityHistogram | Confusion | SurfaceDistances | LesionMatches


@lru_cache(maxsize=4096)
def _value_of(name: str, part: Part, arguments: tuple[tuple[str, float], ...]) -> ScoreValue:
    score = find(name)
    number = _number(score, part, dict(arguments))
    if math.isnan(number):
        reason = part.undefined if isinstance(part, SurfaceDistances) else ""
        return ScoreValue(number, undefined=reason or score.undefined or ZERO_OVER_ZERO)
    if score.both_empty is not None and isinstance(part, (SoftSums, Confusion)) and _is_all_empty(part):
        return ScoreValue(number, by_rule=by_rule(score))
    return ScoreValue(number)


def _number(score: Score, part: Part, arguments: Parameters) -> float:
    """A sum of losses that look at different parts is made of their values, some of which may be known already."""
    if score.terms and isinstance(part, Evidence):
        return math.fsum(value_of(find(term), part, arguments).number for term in score.terms)
    with torch.no_grad():
        return float(score.function(part, **arguments))


@lru_cache(maxsize=256)
def _is_all_empty(part: SoftSums | Confusion) -> bool:
    """Whether neither truth nor prediction has a voxel, of any label."""
    return bool(is_empty(part).all())


def overall_evidence(
    labels: Sequence[LabelChoice],
    evidences: Sequence[Evidence],
    background: Evidence | None,
    *,
    voxels_overlap: bool = False,
) -> Evidence | None:
    """The evidence of the background and of all labels side by side, for Scores of overall scope.

    Args:
        labels: what was compared.
        evidences: one for each label.
        background: evidence of what no label covers; not needed for a single label.
        voxels_overlap: a voxel may have several of the labels.

    Returns:
        ``None`` when the labels overlap.
    """
    if voxels_overlap or overlap(labels):
        return None
    if len(evidences) == 1:
        return evidences[0].with_background()
    if background is None:
        raise ValueError("several labels need the evidence of their background")
    return Evidence.stack([background, *evidences])


def overlap(labels: Sequence[LabelChoice]) -> bool:
    """Whether one value belongs to two of the labels, in the truth or in the prediction."""
    for side in ("truth_values", "prediction_values"):
        values = [getattr(label, side) for label in labels]
        if len(labels) > 1 and () in values:
            return True
        flat = [value for group in values for value in group]
        if len(set(flat)) != len(flat):
            return True
    return False


def mean_of(values: Sequence[ScoreValue]) -> tuple[float, int]:
    """The mean of those that are defined and not by rule, and over how many; NaN over none."""
    numbers = [value.number for value in values if not value.undefined and not value.by_rule]
    return (math.fsum(numbers) / len(numbers), len(numbers)) if numbers else (math.nan, 0)
