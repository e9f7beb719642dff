"""What imbalance does to each loss: its value as the target's share of the picture changes.

What was measured is kept as rates: the mean of p inside the truth (r) and outside (f), of p², and of the cost of a
voxel on either side. With the odds o = (1 − π)/π of a prevalence π, every linear loss of regions is a function of π, r
and f alone — T = r/(r + β(1 − r) + α·f·o) — and every mean over voxels is π times its inside plus 1 − π times its
outside. Rescaling the measured sums says the same for all losses at once, without another look at a voxel, exactly.

There are two ways to make a target rarer. At *equal rates* the added background is as noisy as the rest, so invented
voxels grow with it. With *clean background* nothing is invented in it: a wider field of view of nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from segdiff.errors import ParameterProblem
from segdiff.evidence import Bins, Confusion, Evidence, ProbabilityHistogram, SoftSums, the_only
from segdiff.registry import Scope, Score, find

LOSSES: Final = (
    "tversky_loss",
    "dice_loss",
    "iou_loss",
    "generalized_dice_loss",
    "binary_cross_entropy",
    "focal_loss",
    "bce_dice_loss",
)
"""Whose curves are drawn unless others are asked for."""

_INSIDE: Final = frozenset({"tp", "fn", "squared_truth", "cross_entropy_inside"})
_OUTSIDE: Final = frozenset({"fp", "tn", "cross_entropy_outside"})


class Background(StrEnum):
    """What is in the background that is added."""

    EQUAL_RATES = "as noisy as the rest"
    CLEAN = "nothing is invented in it"


@dataclass(frozen=True)
class Rates:
    """What one label's evidence comes to, freed of how large the target and its background are.

    Args:
        prevalence: π, share of the target in the picture.
        found: r, mean p inside the truth; the recall of hard labels.
        invented: f, mean p outside; the false-positive rate of hard labels.
    """

    prevalence: float
    found: float
    invented: float


@dataclass(frozen=True, eq=False)
class PrevalenceCurves:
    """Each loss against prevalence.

    Args:
        prevalence: rising, on a logarithmic scale.
        values: of each loss, by id.
        measured: the rates of what was measured.
        now: value of each loss at the measured prevalence.
        background: what the added background holds.
    """

    prevalence: NDArray[np.float64]
    values: Mapping[str, NDArray[np.float64]]
    measured: Rates
    now: Mapping[str, float]
    background: Background


def rates_of(evidence: Evidence) -> Rates | None:
    """The rates of one label in one sample; ``None`` where the truth is empty or has no background."""
    sums = evidence.sums
    inside, outside = the_only(sums.truth), the_only(sums.fp + sums.tn)
    if inside == 0.0 or outside == 0.0:
        return None
    found, invented = the_only(sums.tp) / inside, the_only(sums.fp) / outside
    return Rates(inside / (inside + outside), found, invented)


def prevalence_curves(
    evidence: Evidence,
    prevalence: Sequence[float] | NDArray[np.float64] | None = None,
    *,
    background: Background = Background.EQUAL_RATES,
    parameters: Mapping[str, float] | None = None,
    losses: Sequence[str] = LOSSES,
) -> PrevalenceCurves | None:
    """Each loss at other prevalences, the rates (or the invented voxels) staying what they were measured to be.

    Args:
        evidence: of one label in one sample.
        prevalence: above 0 and below 1; 61 from 10⁻⁵ to 0.5 unless given.
        background: what the added background holds. A clean one cannot be cropped further than to the voxels that
            nothing was invented in; prevalences beyond that have no value.
        parameters: of the losses, by name; each takes those it has.
        losses: ids.

    Returns:
        ``None`` where the truth is empty or has no background.

    Raises:
        ParameterProblem: a prevalence, a loss or a parameter is not what it may be.
    """
    rates = rates_of(evidence)
    if rates is None:
        return None
    wanted = np.geomspace(1e-5, 0.5, 61) if prevalence is None else np.asarray(prevalence, dtype=float)
    if not ((wanted > 0.0) & (wanted < 1.0)).all():
        raise ParameterProblem("A prevalence should be above 0 and below 1.")
    with_now = np.append(wanted, rates.prevalence)
    changed, possible = _at_prevalences(_plain(evidence, losses), with_now, background)
    values = {loss: np.where(possible, loss_values(loss, changed, parameters or {}), np.nan) for loss in losses}
    return PrevalenceCurves(
        wanted,
        {loss: value[:-1] for loss, value in values.items()},
        rates,
        {loss: float(value[-1]) for loss, value in values.items()},
        background,
    )


def loss_values(loss: str, evidence: Evidence, parameters: Mapping[str, float]) -> NDArray[np.float64]:
    """A loss of each sample of the evidence, which is of one label.

    Args:
        loss: id.
        evidence: tensors ``(sample, 1)``.
        parameters: by name; the loss takes those it has.
    """
    with torch.no_grad():
        return _per_sample(find(loss), evidence, parameters).numpy() + 0.0  # so that −0 is 0


def _per_sample(score: Score, evidence: Evidence, parameters: Mapping[str, float]) -> Tensor:
    if score.terms:
        return torch.stack([_per_sample(find(term), evidence, parameters) for term in score.terms]).sum(dim=0)
    if score.scope is Scope.OVERALL:
        evidence = replace(evidence, sums=SoftSums.stack([evidence.sums.background(), evidence.sums]))
    result: Tensor = score.function(evidence.of(score.evidence), **score.arguments(parameters))
    return result.reshape(-1)


def _plain(evidence: Evidence, losses: Sequence[str]) -> Evidence:
    """The evidence with no more bins than these losses need: none of its histogram, if all are of sums."""
    if all(find(part).evidence is SoftSums for loss in losses for part in (find(loss).terms or (loss,))):
        inside = _squares_inside(evidence)
        root = (inside / evidence.sums.truth.clamp(min=1.0)).sqrt().unsqueeze(-1)  # one bin with the same Σp²
        side = Bins(root, 1.0 - root, evidence.sums.truth.unsqueeze(-1))
        nothing = Bins(torch.ones_like(root), torch.zeros_like(root), torch.zeros_like(root))
        return replace(evidence, histogram=ProbabilityHistogram(side, nothing))
    return evidence


def _at_prevalences(
    evidence: Evidence, prevalence: NDArray[np.float64], background: Background
) -> tuple[Evidence, NDArray[np.bool_]]:
    """The evidence at each prevalence, one sample for each, and which of them can be had."""
    sums = evidence.sums
    inside, outside = sums.truth, sums.fp + sums.tn
    wanted = torch.from_numpy(prevalence.copy()).unsqueeze(1)
    if background is Background.CLEAN:
        added = inside * (1.0 - wanted) / wanted - outside
        possible = (sums.tn + added).reshape(-1).numpy() >= 0.0
        return _with_tn(evidence, added.clamp(min=-sums.tn)), possible
    factor_in = wanted / (inside / (inside + outside))
    factor_out = (1.0 - wanted) / (outside / (inside + outside))
    return _scaled(evidence, factor_in, factor_out), np.ones(len(prevalence), dtype=bool)


def _scaled(evidence: Evidence, inside: Tensor, outside: Tensor) -> Evidence:
    """As if there were so many times as many voxels of each kind inside and outside the truth."""
    sums, histogram = evidence.sums, evidence.histogram
    scaled = {name: getattr(sums, name) * inside for name in _INSIDE}
    scaled |= {name: getattr(sums, name) * outside for name in _OUTSIDE}
    squares_inside, distance_inside = _squares_inside(evidence), sums.fn
    scaled["squared_prediction"] = squares_inside * inside + (sums.squared_prediction - squares_inside) * outside
    scaled["distance"] = distance_inside * inside + (sums.distance - distance_inside) * outside
    scaled["clipped"] = sums.clipped * inside  # a number of voxels, of which no loss is made
    counts = (histogram.inside.count * inside.unsqueeze(-1), histogram.outside.count * outside.unsqueeze(-1))
    sides = [
        Bins(side.right.expand_as(count), side.wrong.expand_as(count), count)
        for side, count in zip((histogram.inside, histogram.outside), counts, strict=True)
    ]
    confusion = evidence.confusion
    return Evidence(
        Confusion(confusion.tp * inside, confusion.fp * outside, confusion.fn * inside, confusion.tn * outside),
        SoftSums(**{f.name: scaled[f.name] for f in fields(SoftSums)}),
        ProbabilityHistogram(*sides),
    )


def _squares_inside(evidence: Evidence) -> Tensor:
    """Σp² over the truth: from the bins, whose width leaves an error of 2·10⁻⁶ of it."""
    bins = evidence.histogram.inside
    return (bins.count * bins.right.square()).sum(dim=-1)


def _with_tn(evidence: Evidence, added: Tensor) -> Evidence:
    """As many samples as there are numbers of clean background voxels added."""
    one = torch.ones_like(added)
    many = _scaled(evidence, one, one)
    outside = many.histogram.outside
    filler = torch.ones_like(outside.count[..., :1])
    bins = Bins(
        torch.cat([outside.right, filler], dim=-1),
        torch.cat([outside.wrong, 0.0 * filler], dim=-1),
        torch.cat([outside.count, added.unsqueeze(-1)], dim=-1),
    )
    return replace(
        many,
        confusion=replace(many.confusion, tn=many.confusion.tn + added),
        sums=replace(many.sums, tn=many.sums.tn + added),
        histogram=ProbabilityHistogram(many.histogram.inside, bins),
    )
