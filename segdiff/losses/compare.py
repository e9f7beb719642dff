"""One loss in every convention that has it, from the same Evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segdiff.errors import SegdiffError
from segdiff.evidence import Evidence
from segdiff.losses.conventions import CONVENTIONS
from segdiff.losses.differences import differences
from segdiff.losses.order import recipe_for
from segdiff.losses.records import Convention
from segdiff.losses.translate import parameters_for, written_call
from segdiff.losses.value import value_of_evidence


@dataclass(frozen=True)
class ConventionRow:
    """What one convention makes of a loss.

    Args:
        convention: its id.
        title: its name on screen.
        version: of the framework, or the year of the paper.
        value: as returned there; an array where it returns several numbers, ``None`` where there is no value.
        reason: why there is none, in a sentence; empty where there is one.
        differences: what sets it apart from segdiff's way, in sentences.
        notes: what a person should know about the number, in sentences.
        call: how to write it there.
    """

    convention: str
    title: str
    version: str
    value: float | NDArray[np.float64] | None
    reason: str = ""
    differences: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    call: str = ""


def compare_conventions(
    loss: str,
    evidence: Evidence,
    *,
    alpha: float | None = None,
    beta: float | None = None,
    exponent: float | None = None,
) -> tuple[ConventionRow, ...]:
    """A row for each convention that defines a loss, or says why it does not.

    Args:
        loss: id of the loss.
        evidence: its tensors are ``(sample, class)``; no voxel is looked at again.
        alpha: cost of a false positive, in every convention by the symbol that it has for it; ``None``, with ``beta``,
            leaves each convention its defaults.
        beta: cost of a miss.
        exponent: power of the loss, where it has one.
    """
    asked = [known for known in CONVENTIONS.values() if loss in known.recipes or loss in known.refuses]
    costs = None if alpha is None or beta is None else (alpha, beta)
    return tuple(_row(known, loss, evidence, costs, exponent) for known in asked)


def _row(
    known: Convention, loss: str, evidence: Evidence, costs: tuple[float, float] | None, exponent: float | None
) -> ConventionRow:
    try:
        recipe = recipe_for(known, loss)
        chosen: dict[str, Any] = parameters_for(loss, known.id, *costs, exponent) if costs else dict(recipe.parameters)
        said = differences(loss, known.id, evidence.sums.tp.shape[1])
        value = value_of_evidence(loss, evidence, convention=known.id, **chosen)
    except SegdiffError as problem:
        return ConventionRow(known.id, known.title, known.version, None, known.refuses.get(loss, str(problem)))
    call = written_call(recipe, chosen)
    return ConventionRow(known.id, known.title, known.version, value, "", said, recipe.notes, call)
