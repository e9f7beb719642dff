"""The Tversky family in the plane of its two costs: any member, its level lines, and the F-β that lie on α + β = 1.

T = TP / (TP + α·FP + β·FN). The loss is 1 − T and focal Tversky (1 − T)^e; both fall where T rises, so all members
share the same level lines and rank predictions of one label of one sample alike.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from segdiff.errors import ParameterProblem
from segdiff.evidence import the_only
from segdiff.explore.arguments import check_costs, check_exponent
from segdiff.metrics.overlap import Overlap

PUBLISHED_EXPONENT: Final = 0.75
"""Of focal Tversky: Abraham & Khan 2018, whose γ = 4/3 is one over it."""


class Member(StrEnum):
    """Which value is drawn over the plane; the names are those of the Scores."""

    INDEX = "tversky_index"
    LOSS = "tversky_loss"
    FOCAL = "focal_tversky_loss"


@dataclass(frozen=True)
class FBeta:
    """A point of the line α + β = 1, where the index is an F-β with β² = β/α.

    Args:
        name: ``F2``; the ends of the line are called ``precision`` and ``recall``.
        alpha: cost of a false positive.
        beta: cost of a miss.
        root: the β of F-β: how many times as much recall counts as precision.
    """

    name: str
    alpha: float
    beta: float
    root: float


F_BETAS: Final = (
    FBeta("precision", 1.0, 0.0, 0.0),
    FBeta("F½", 0.8, 0.2, 0.5),
    FBeta("F1", 0.5, 0.5, 1.0),
    FBeta("F2", 0.2, 0.8, 2.0),
    FBeta("F3", 0.1, 0.9, 3.0),
    FBeta("recall", 0.0, 1.0, math.inf),
)
"""What stands along α + β = 1. Source: van Rijsbergen 1979; α = 1/(1+β²)."""


def sums_of(overlap: Overlap) -> tuple[float, float, float]:
    """TP, FP and FN of one label in one sample, counts or soft sums."""
    return the_only(overlap.tp), the_only(overlap.fp), the_only(overlap.fn)


def index_at(overlap: Overlap, alpha: ArrayLike, beta: ArrayLike) -> NDArray[np.float64]:
    """The Tversky index at many costs at once.

    Where nothing is there and nothing was predicted it is 1 by rule, and where nothing is shared 0.

    Args:
        overlap: counts or soft sums of one label in one sample.
        alpha: costs of a false positive.
        beta: costs of a miss, broadcast against them.

    Returns:
        Of the shape that the costs have together.

    Raises:
        ParameterProblem: a cost is not a finite number from 0 up.
    """
    check_costs(alpha, beta)
    tp, fp, fn = sums_of(overlap)
    below = tp + np.asarray(alpha, dtype=float) * fp + np.asarray(beta, dtype=float) * fn
    empty = 1.0 if tp + fp + fn == 0 else 0.0
    return np.divide(tp, below, out=np.full_like(below, empty), where=below > 0)


def as_member(index: NDArray[np.float64], member: Member, exponent: float = PUBLISHED_EXPONENT) -> NDArray[np.float64]:
    """What a member makes of the index: T itself, 1 − T, or (1 − T)^e.

    Raises:
        ParameterProblem: there is no such member, or the exponent is outside its range.
    """
    if member not in set(Member):
        raise ParameterProblem(f"The member should be one of {', '.join(Member)}, not {member!r}.")
    check_exponent(exponent)
    if member == Member.INDEX:
        return index
    loss = np.clip(1.0 - index, 0.0, 1.0)
    return loss if member == Member.LOSS else loss**exponent


def member_plane(
    overlap: Overlap,
    size: int,
    member: Member = Member.INDEX,
    exponent: float = PUBLISHED_EXPONENT,
    largest_cost: float = 1.0,
) -> NDArray[np.float64]:
    """A member of the family on a grid of costs.

    Args:
        overlap: counts or soft sums of one label in one sample.
        size: number of costs along each axis.
        member: which value.
        exponent: power of focal Tversky.
        largest_cost: where both axes end.

    Returns:
        ``(size, size)``: the first row is the largest β, the first column the smallest α; each value at the middle of
        its cell.

    Raises:
        ParameterProblem: there is no such member, or a number is outside its range.
    """
    if size < 1:
        raise ParameterProblem(f"A plane needs a size from 1 up, not {size}.")
    cost = (np.arange(size) + 0.5) / size * largest_cost
    return as_member(index_at(overlap, cost[None, :], cost[::-1, None]), member, exponent)
