"""The one engine that reads recipes: Evidence of a batch in, the framework's number out.

Every function keeps to differentiable torch on tensors shaped ``(sample, class)``, so a value and a training module are the same code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import singledispatch

import torch
from torch import Tensor

from segdiff.evidence import Bins, Evidence, SoftSums
from segdiff.losses.conventions.records import (
    Absent,
    Amount,
    Generalized,
    Part,
    Pooled,
    Region,
    Returned,
    Sum,
    Voxelwise,
    Weighting,
)
from segdiff.metrics.ratio import ratio

Values = Mapping[str, float | None]

_POOLED_AXES = {Pooled.NOTHING: (), Pooled.SAMPLES: (0,), Pooled.CLASSES: (1,), Pooled.EVERYTHING: (0, 1)}


def amount(value: Amount, values: Values) -> float:
    """A fixed number, a parameter's value, one minus it, or one over it."""
    if not isinstance(value, str):
        return value
    number = values[value.removeprefix("1-").removeprefix("1/")]
    if number is None:
        return 1.0
    if value.startswith("1/"):
        return 1.0 / number
    return 1.0 - number if value.startswith("1-") else number


@singledispatch
def compute(part: Part, evidence: Evidence, values: Values) -> Tensor:
    """What a recipe's part makes of a batch.

    Args:
        part: of the recipe.
        evidence: of the batch; its tensors are ``(sample, class)``.
        values: of the parameters that the part names.

    Returns:
        A scalar, or one number for each class or sample where the framework returns a vector.
    """
    raise TypeError(f"no engine for {type(part).__name__}")


@compute.register
def _(part: Sum, evidence: Evidence, values: Values) -> Tensor:
    return torch.stack([amount(weight, values) * compute(inner, evidence, values) for weight, inner in part.parts]).sum(dim=0)


@compute.register
def _(part: Region, evidence: Evidence, values: Values) -> Tensor:
    sums = evidence.sums
    if part.complement_when_empty and bool((sums.truth == 0).all()):
        sums = sums.background()
    if not part.background and sums.tp.shape[1] > 1:
        sums = _select(sums, slice(1, None))
    sums = _pool(sums, part.pooled)
    index = _index(part, sums, values)
    loss = _returned(index, part.returned)
    if not part.exponent_on_mean:
        loss = _power(loss, _exponents(part, loss, values))
    mean = _mean(loss, sums, part)
    return _power(mean, torch.full_like(mean, amount(part.exponent, values))) if part.exponent_on_mean else mean


def _index(part: Region, sums: SoftSums, values: Values) -> Tensor:
    """(k·TP + above) / (k·TP + k·a·FP + k·b·FN + below), or with squares below."""
    tp, fp, fn = sums.tp, sums.fp, sums.fn
    if part.by_distance:
        tp = (sums.tp + sums.fp + sums.truth - sums.distance) / 2.0
        fp, fn = sums.tp + sums.fp - tp, sums.truth - tp
    k = 2.0 if part.doubled else 1.0
    if part.squared:
        below = sums.squared_prediction + sums.squared_truth
    else:
        below = k * (tp + amount(part.false_positives, values) * fp + amount(part.misses, values) * fn)
    below = below + amount(part.below, values)
    return ratio(k * tp + amount(part.above, values), below.clamp(min=part.floor) if part.floor else below)


def _exponents(part: Region, loss: Tensor, values: Values) -> Tensor:
    """The power of each class: the background's may differ."""
    powers = torch.full_like(loss, amount(part.exponent, values))
    if part.exponent_background is not None and loss.shape[1] > 1:
        powers[:, 0] = amount(part.exponent_background, values)
    return powers


def _power(loss: Tensor, exponent: Tensor) -> Tensor:
    return loss if bool((exponent == 1.0).all()) else loss.pow(exponent)


def _mean(loss: Tensor, sums: SoftSums, part: Region) -> Tensor:
    """The mean over what was kept apart, with the framework's rule for absent classes."""
    if part.absent is Absent.SKIPPED:
        present = sums.truth > 0
        per_sample = ratio((loss * present).sum(dim=1), present.sum(dim=1, dtype=loss.dtype), 0.0)
        return per_sample.mean()
    if part.absent is Absent.ZERO:
        loss = loss * (sums.truth > 0)
    if part.undefined_skipped:
        return loss.nanmean()
    if part.vector:
        return (loss.mean(dim=0) if part.pooled is not Pooled.CLASSES else loss.mean(dim=1)).squeeze()
    return loss.mean()


@compute.register
def _(part: Generalized, evidence: Evidence, values: Values) -> Tensor:
    sums = evidence.sums if part.background or evidence.sums.tp.shape[1] == 1 else _select(evidence.sums, slice(1, None))
    sums = _pool(sums, part.pooled)
    weight = _class_weights(part, sums)
    above = 2.0 * (weight * sums.tp).sum(dim=1) + amount(part.above, values)
    below = (weight * (2.0 * sums.tp + sums.fp + sums.fn)).sum(dim=1) + amount(part.below, values)
    index = ratio(above, below.clamp(min=part.floor) if part.floor else below)
    return _returned(index, part.returned).mean()


def _class_weights(part: Generalized, sums: SoftSums) -> Tensor:
    volume = sums.truth + part.volume_added
    size = {Weighting.SQUARE: volume**2, Weighting.SIMPLE: volume, Weighting.UNIFORM: torch.ones_like(volume)}[part.weighting]
    if part.volume_floor:
        return 1.0 / size.clamp(min=part.volume_floor)
    weight = ratio(torch.ones_like(size), size, 0.0)
    if part.absent_takes_largest:
        weight = torch.where(size == 0, weight.amax(dim=1, keepdim=True), weight)
    return weight


@compute.register
def _(part: Voxelwise, evidence: Evidence, values: Values) -> Tensor:
    inside = _costs(part, evidence.histogram.inside, values)
    outside = _costs(part, evidence.histogram.outside, values)
    total = amount(part.positives, values) * inside
    if not part.true_class_only:
        total = total + amount(part.negatives, values) * outside
    voxels = evidence.histogram.voxels
    if not part.background and total.shape[1] > 1:
        total, voxels = total[:, 1:], voxels[:, 1:]
    return total.sum() / (voxels.sum() if part.per_class else voxels[:, 0].sum())


def _costs(part: Voxelwise, bins: Bins, values: Values) -> Tensor:
    """Σ (1 − p)^γ · cost over the voxels of one side of the truth, ``(sample, class)``."""
    counted = bins.count > 0
    cost = _cost(part, torch.where(counted, bins.right, torch.ones_like(bins.right)))
    smoothing = amount(part.label_smoothing, values) * part.label_smoothing_share
    if smoothing:
        other = torch.where(counted, bins.wrong, torch.ones_like(bins.wrong))
        cost = (1.0 - smoothing) * cost + smoothing * _cost(part, other)
    gamma = amount(part.gamma, values)
    return (bins.count * (cost if gamma == 0 else bins.wrong.pow(gamma) * cost)).sum(dim=-1)


def _cost(part: Voxelwise, probability: Tensor) -> Tensor:
    """−ln of a probability, with the framework's guards against 0."""
    kept = probability.clamp(min=part.clip or None, max=1.0 - part.clip_above if part.clip_above else None) if (
        part.clip or part.clip_above
    ) else probability
    cost = -kept.log()
    return cost.clamp(max=part.worst) if part.worst != float("inf") else cost


def _returned(index: Tensor, how: Returned) -> Tensor:
    if how is Returned.MINUS:
        return -index
    if how is Returned.INDEX:
        return index
    if how is Returned.MINUS_LOG:
        return -index.log()
    if how is Returned.LOG_COSH:
        return (1.0 - index).cosh().log()
    return 1.0 - index


def _select(sums: SoftSums, classes: slice) -> SoftSums:
    return SoftSums(**{f.name: getattr(sums, f.name)[:, classes] for f in fields(SoftSums)})


def _pool(sums: SoftSums, pooled: Pooled) -> SoftSums:
    axes = _POOLED_AXES[pooled]
    if not axes:
        return sums
    return SoftSums(**{f.name: getattr(sums, f.name).sum(dim=axes, keepdim=True) for f in fields(SoftSums)})
