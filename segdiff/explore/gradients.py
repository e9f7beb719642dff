"""What training would push on one slice: the gradient of a loss at every pixel, and where its sum goes.

The loss is taken of the slice alone, as a network trained on slices would take it. A minus means that training raises
the probability there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Outcome
from segdiff.explore.arguments import as_mask, check_same_shape
from segdiff.losses import gradient, value
from segdiff.registry import find

LOSSES: Final = (
    "tversky_loss",
    "dice_loss",
    "iou_loss",
    "focal_tversky_loss",
    "vnet_dice_loss",
    "binary_cross_entropy",
    "focal_loss",
)
"""Whose gradients are compared unless others are asked for."""

_SAME: Final = 1e-9
"""Values closer than this share of the largest are one value: they differ by rounding only."""


@dataclass(frozen=True)
class Push:
    """What a loss does to the pixels of one outcome.

    Args:
        outcome: TP, FP, FN or TN at the threshold.
        pixels: how many there are.
        total: Σ |gradient| over them.
        net: Σ gradient; a minus raises probabilities.
        share: of Σ |gradient| over all pixels; NaN where nothing is pushed at all.
    """

    outcome: Outcome
    pixels: int
    total: float
    net: float
    share: float


@dataclass(frozen=True, eq=False)
class GradientMap:
    """The gradient of one loss on a slice.

    Args:
        loss: id of the loss.
        title: its name on screen.
        wrt: ``"probability"`` or ``"logit"``.
        value: of the loss on this slice.
        gradient: ``(row, column)``.
        strongest: the largest |gradient|.
        distinct: how many different values there are; 2 for a linear loss of regions.
        budget: where the pushing goes, by outcome.
    """

    loss: str
    title: str
    wrt: str
    value: float
    gradient: NDArray[np.float64]
    strongest: float
    distinct: int
    budget: tuple[Push, ...]


def gradient_maps(
    probability: NDArray[np.floating],
    truth: NDArray[np.bool_],
    *,
    wrt: str = "logit",
    threshold: float = 0.5,
    parameters: Mapping[str, float] | None = None,
    losses: Sequence[str] = LOSSES,
) -> tuple[GradientMap, ...]:
    """The gradient of each loss on a slice.

    Args:
        probability: of the label at each pixel, ``(row, column)``; hard labels are 0 and 1.
        truth: where the label is.
        wrt: by the probability, or by the logit that a sigmoid makes it of.
        threshold: that tells outcomes apart.
        parameters: of the losses, by name; each takes those it has.
        losses: ids.

    Raises:
        SegdiffError: shapes differ, values are not probabilities, the truth is no mask, or a loss or parameter is
            unknown.
    """
    there, given = as_mask(truth, "truth", (2, 3)), np.asarray(probability)
    check_same_shape(given, "prediction", there)
    p, g = given.astype(np.float64)[None, None], there.astype(np.float64)[None, None]
    outcomes = Outcome.codes(np.ascontiguousarray(there), given >= threshold)
    return tuple(_map_of(loss, p, g, outcomes, wrt, parameters or {}) for loss in losses)


def _map_of(
    loss: str,
    p: NDArray[np.float64],
    g: NDArray[np.float64],
    outcomes: NDArray[np.uint8],
    wrt: str,
    parameters: Mapping[str, float],
) -> GradientMap:
    score = find(loss)
    taken: dict[str, Any] = dict(score.arguments(parameters))
    pull = gradient(loss, p, g, wrt=wrt, **taken)[0, 0]
    strongest = float(np.abs(pull).max())
    cost = value(loss, p, g, **taken)
    return GradientMap(
        loss=loss,
        title=score.title,
        wrt=wrt,
        value=float(cost),
        gradient=pull,
        strongest=strongest,
        distinct=_distinct(pull, strongest),
        budget=budget_of(pull, outcomes),
    )


def budget_of(pull: NDArray[np.float64], outcomes: NDArray[np.uint8]) -> tuple[Push, ...]:
    """Σ |gradient| and Σ gradient by outcome."""
    whole = float(np.abs(pull).sum())
    budget = []
    for outcome in (Outcome.TRUE_POSITIVE, Outcome.FALSE_POSITIVE, Outcome.FALSE_NEGATIVE, Outcome.TRUE_NEGATIVE):
        there = pull[outcomes == outcome]
        total = float(np.abs(there).sum())
        share = total / whole if whole else float("nan")
        budget.append(Push(outcome, int(there.size), total, float(there.sum()), share))
    return tuple(budget)


def _distinct(pull: NDArray[np.float64], strongest: float) -> int:
    """How many values there are, not counting what rounding makes of one."""
    if strongest == 0.0:
        return 1
    ordered = np.sort(pull, axis=None)
    return 1 + int(np.count_nonzero(np.diff(ordered) > _SAME * strongest))
