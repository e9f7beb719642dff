"""Predictions judged by a mean of indexes over labels or cases, at many costs.

A single index has the same winner all along a ray through the origin of the (α, β) plane. A mean has not: the borders
bend, and who is ahead depends on the sum of the costs as well as on their ratio. So it is computed rather than known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from numpy.typing import ArrayLike, NDArray

from segdiff.errors import ParameterProblem
from segdiff.evidence import Confusion
from segdiff.explore.family import index_at
from segdiff.explore.rivals import Stretch

_STEPS: Final = 400
"""Costs along α + β = 1 at which a strip is computed, so that its borders are right to 1/400."""


@dataclass(frozen=True, eq=False)
class WinnerMap:
    """Who has the best mean index at each pair of costs, computed rather than known.

    Args:
        winner: position of the best, ``(size, size)``; the first row is the largest β, the first column the smallest α.
        means: mean index of each prediction, ``(prediction, size, size)``.
        over: how many labels or cases the means are over, for each prediction.
        note: that this is computed, and at how many costs.
    """

    winner: NDArray[np.int64]
    means: NDArray[np.float64]
    over: tuple[int, ...]
    note: str


def mean_index(counts: Sequence[Confusion], alpha: ArrayLike, beta: ArrayLike) -> NDArray[np.float64]:
    """The mean over those counts that define an index; neither truth nor prediction has a voxel in the others.

    Args:
        counts: of one prediction, one for each label or case.
        alpha: costs of a false positive.
        beta: costs of a miss, broadcast against them.

    Returns:
        Of the shape that the costs have together.

    Raises:
        ParameterProblem: no counts define an index, or a cost is not a finite number from 0 up.
    """
    defined = _defined(counts)
    if not defined:
        raise ParameterProblem(
            "A prediction has nothing to average: neither it nor the ground truth has a voxel of any label or case."
        )
    mean: NDArray[np.float64] = np.mean([index_at(one, alpha, beta) for one in defined], axis=0)
    return mean


def mean_winners(
    rivals: Sequence[Sequence[Confusion]], size: int, largest_cost: float = 1.0, *, of_what: str = "labels"
) -> WinnerMap:
    """The map of winners where predictions are judged by a mean of indexes.

    Args:
        rivals: for each prediction its counts, one for each label or case.
        size: number of costs along each axis.
        largest_cost: where both axes end.
        of_what: what the mean is over, for the note.

    Raises:
        ParameterProblem: a prediction has no counts that define an index.
    """
    cost = (np.arange(size) + 0.5) / size * largest_cost
    means = _means(rivals, cost[None, :], cost[::-1, None])
    note = (
        f"For a mean over {of_what} the borders are no straight rays; this map was computed at {size} × {size} costs."
    )
    return WinnerMap(means.argmax(axis=0), means, tuple(len(_defined(counts)) for counts in rivals), note)


def mean_strip(rivals: Sequence[Sequence[Confusion]]) -> tuple[Stretch, ...]:
    """Who has the best mean along α + β = 1, from recall only (α = 0) to precision only (α = 1).

    Raises:
        ParameterProblem: a prediction has no counts that define an index.
    """
    alphas = (np.arange(_STEPS) + 0.5) / _STEPS
    winner = _means(rivals, alphas, 1.0 - alphas).argmax(axis=0)
    starts = np.append(0, np.flatnonzero(np.diff(winner)) + 1)
    ends = np.append(starts[1:], _STEPS)
    return tuple(
        Stretch(float(start / _STEPS), float(end / _STEPS), int(winner[start]))
        for start, end in zip(starts, ends, strict=True)
    )


def _means(rivals: Sequence[Sequence[Confusion]], alpha: ArrayLike, beta: ArrayLike) -> NDArray[np.float64]:
    """The mean index of each prediction, along the first axis."""
    if not rivals:
        raise ParameterProblem("There is no prediction to average.")
    return np.stack([mean_index(counts, alpha, beta) for counts in rivals])


def _defined(counts: Sequence[Confusion]) -> list[Confusion]:
    return [one for one in counts if bool(torch.any(one.tp + one.fp + one.fn > 0))]
