"""A Score as another framework returns it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from segdiff.errors import ParameterProblem
from segdiff.evaluate.scoring import ScoreValue, value_of
from segdiff.evidence import Evidence
from segdiff.losses import find_convention, parameter_names, parameters_for, value_of_evidence
from segdiff.registry import Kind, Score

OWN = "segdiff"
ZERO_OVER_ZERO_THERE = "it is 0/0 there"
INFINITE_THERE = "it is infinite there: a voxel wholly wrong costs −ln 0"


def value_in(convention: str, score: Score, evidence: Evidence, parameters: Mapping[str, Any]) -> ScoreValue:
    """The value of a loss as the convention returns it, its sign included; a metric is the same everywhere.

    Args:
        convention: its id.
        score: the loss or metric.
        evidence: of one label, or of all and their background for a Score of overall scope.
        parameters: by the convention's own names; each loss takes those it has.

    Raises:
        ParameterProblem: a parameter has a value that the convention does not allow.
    """
    if convention == OWN or score.kind is not Kind.LOSS:
        return value_of(score, evidence, parameters)
    known = find_convention(convention)
    if score.id not in known.recipes:
        why = known.refuses.get(score.id, f"{known.title} does not define it")
        return ScoreValue(math.nan, undefined=why.rstrip("."))
    recipe = known.recipes[score.id]
    if recipe.one_class_only and evidence.sums.tp.shape[1] > 1:
        return ScoreValue(math.nan, undefined=recipe.one_class_only.rstrip("."))
    names = parameter_names(score.id, convention)
    taken = {name: value for name, value in parameters.items() if name in names}
    returned = value_of_evidence(score.id, evidence, convention=convention, **taken)
    if not isinstance(returned, float):
        numbers = ", ".join(f"{number:.6g}" for number in returned.ravel())
        return ScoreValue(math.nan, undefined=f"it returns several numbers: {numbers}")
    if math.isnan(returned):
        return ScoreValue(returned, undefined=ZERO_OVER_ZERO_THERE)
    if math.isinf(returned):
        return ScoreValue(returned, undefined=INFINITE_THERE)
    return ScoreValue(returned)


def value_at_costs(convention: str, score: Score, evidence: Evidence, alpha: float, beta: float) -> ScoreValue:
    """The same with our costs, written under the convention's own symbols; its other parameters have its defaults."""
    if convention == OWN or score.kind is not Kind.LOSS:
        return value_of(score, evidence, {"alpha": alpha, "beta": beta})
    if score.id not in find_convention(convention).recipes:
        return value_in(convention, score, evidence, {})
    try:
        parameters = _parameters_at(score.id, convention, alpha, beta)
    except ParameterProblem as problem:
        return ScoreValue(math.nan, undefined=str(problem).rstrip("."))
    return value_in(convention, score, evidence, parameters)


def symbols_at_costs(convention: str, score: Score, alpha: float, beta: float) -> Mapping[str, float]:
    """What our costs are called there and come to; empty where the loss has none, or cannot have these."""
    if convention == OWN or score.id not in find_convention(convention).recipes:
        return {}
    try:
        one, other = (_parameters_at(score.id, convention, cost, 1.0 - cost) for cost in (0.25, 0.5))
        now = _parameters_at(score.id, convention, alpha, beta)
    except ParameterProblem:
        return {}
    return {name: now[name] or 0.0 for name in now if one[name] != other[name]}


@lru_cache(maxsize=512)
def _parameters_at(loss: str, convention: str, alpha: float, beta: float) -> dict[str, float | None]:
    return parameters_for(loss, convention, alpha, beta)
