"""Losses of regions: an index of overlap from sums, and what a framework makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

import torch
from torch import Tensor

from segdiff.evidence import Evidence, ProbabilityHistogram, SoftSums
from segdiff.losses.engine.amounts import Values, amount
from segdiff.losses.records import Absent, Averaged, Generalized, Pooled, Region, Returned, Weighting
from segdiff.metrics.overlap import is_empty
from segdiff.metrics.power import power
from segdiff.metrics.ratio import ratio

_POOLED_AXES = {Pooled.NOTHING: (), Pooled.SAMPLES: (0,), Pooled.CLASSES: (1,), Pooled.EVERYTHING: (0, 1)}
_AVERAGED_AXES = {Averaged.ALL: (0, 1), Averaged.SAMPLES: (0,), Averaged.CLASSES: (1,), Averaged.NOTHING: ()}

_RETURNED: dict[Returned, Callable[[Tensor], Tensor]] = {
    Returned.ONE_MINUS: lambda index: 1.0 - index,
    Returned.MINUS: lambda index: -index,
    Returned.INDEX: lambda index: index,
    Returned.MINUS_LOG: lambda index: -index.log(),
    Returned.LOG_COSH: lambda index: (1.0 - index).cosh().log(),
}


def region(part: Region, evidence: Evidence, values: Values) -> Tensor:
    """A loss of regions, from sums ``(sample, class)`` to what the framework returns."""
    sums = _sums(part, evidence)
    index = _index(part, sums, values)
    loss = _RETURNED[part.returned](index.clamp(min=part.log_floor) if part.log_floor else index)
    if part.exponent_on_mean:
        mean = mean_over_classes(loss, sums, part.absent, part.averaged)
        exponent = amount(part.exponent, values)
        # Those who write it so have a slope of NaN at a perfect fit.
        return mean if exponent == 1.0 else mean.clamp(min=0.0).pow(exponent)
    loss = _power(loss, _exponents(part, loss, values))
    if part.undefined_skipped and part.averaged is Averaged.ALL:
        return loss.nanmean()
    return mean_over_classes(loss, sums, part.absent, part.averaged)


def generalized(part: Generalized, evidence: Evidence, values: Values) -> Tensor:
    """One Dice over all classes, each with a weight."""
    sums = SoftSums.of_confusion(evidence.confusion) if part.masks else evidence.sums
    sums = pooled(sums if part.background else without_background(sums), part.pooled)
    weight = _class_weights(part, sums)
    above = 2.0 * (weight * sums.tp).sum(dim=1) + amount(part.above, values)
    below = (weight * (2.0 * sums.tp + sums.fp + sums.fn)).sum(dim=1) + amount(part.below, values)
    index = ratio(above, below.clamp(min=part.floor) if part.floor else below, part.undefined)
    loss = _RETURNED[part.returned](index)
    return loss.mean() if part.averaged is Averaged.ALL else loss.squeeze()


def pooled(sums: SoftSums, how: Pooled) -> SoftSums:
    """Sums over samples or classes too; the axes stay."""
    axes = _POOLED_AXES[how]
    return _each(sums, lambda tensor: tensor.sum(dim=axes, keepdim=True)) if axes else sums


def without_background(sums: SoftSums) -> SoftSums:
    """Without class 0, where there is another."""
    return _each(sums, lambda tensor: tensor[:, 1:]) if sums.tp.shape[1] > 1 else sums


def mean_over_classes(loss: Tensor, sums: SoftSums, absent: Absent, averaged: Averaged = Averaged.ALL) -> Tensor:
    """The mean over what was kept apart, with the framework's rule for classes that the truth does not have."""
    present = sums.truth != 0  # what is not a number is not absent
    if absent is Absent.SKIPPED:
        kept = torch.where(present, loss, 0.0)
        return ratio(kept.sum(dim=1), present.sum(dim=1, dtype=loss.dtype), 0.0).mean()
    if absent is Absent.SKIPPED_IF_NEITHER:
        something = ~is_empty(sums)
        return loss[something].mean() if bool(something.any()) else loss.mean()
    if absent is Absent.ZERO:
        loss = loss * present
    if absent is Absent.UNDEFINED:
        loss = torch.where(present, loss, torch.nan)
    axes = _AVERAGED_AXES[averaged]
    return (loss.mean(dim=axes) if axes else loss).squeeze()


def _sums(part: Region, evidence: Evidence) -> SoftSums:
    """The sums that the index is formed of."""
    sums = evidence.sums
    if part.masks:
        sums = SoftSums.of_confusion(evidence.confusion)
    if part.clip_both:
        sums = _clipped(evidence.histogram, sums, part.clip_both)
    if part.complement_when_empty and bool((sums.truth == 0).all()):
        sums = sums.background()
    return pooled(sums if part.background else without_background(sums), part.pooled)


def _clipped(histogram: ProbabilityHistogram, sums: SoftSums, clip: float) -> SoftSums:
    """TP, FP, FN and TN of probabilities kept away from 0 and 1; the other sums are not asked for beside them."""

    def total(count: Tensor, probability: Tensor) -> Tensor:
        return (count * probability.clamp(min=clip, max=1.0 - clip)).sum(dim=-1)

    inside, outside = histogram.inside, histogram.outside
    cells = {
        "tp": total(inside.count, inside.right),
        "fn": total(inside.count, inside.wrong),
        "fp": total(outside.count, outside.wrong),
        "tn": total(outside.count, outside.right),
    }
    return SoftSums(**{f.name: cells.get(f.name, getattr(sums, f.name)) for f in fields(SoftSums)})


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
    index = ratio(k * tp + amount(part.above, values), below.clamp(min=part.floor) if part.floor else below)
    # With a weight of 0 the denominator can vanish although one of the regions is not empty; then nothing is shared.
    undefined = torch.where(is_empty(sums), torch.full_like(index, part.undefined), torch.zeros_like(index))
    return torch.where(below == 0, undefined, index) if not part.floor else index


def _exponents(part: Region, loss: Tensor, values: Values) -> Tensor:
    """The power of each class: the background's may differ."""
    powers = torch.full_like(loss, amount(part.exponent, values))
    if part.exponent_background is not None and loss.shape[1] > 1:
        powers[:, 0] = amount(part.exponent_background, values)
    return powers


def _power(loss: Tensor, exponent: Tensor) -> Tensor:
    """Rounding may leave a loss a hair below 0, which has no power; it counts as 0."""
    return loss if bool((exponent == 1.0).all()) else power(loss.clamp(min=0.0), exponent)


def _class_weights(part: Generalized, sums: SoftSums) -> Tensor:
    """One over the volume, or over its square; ``(sample, class)``."""
    volume = sums.truth + part.volume_added
    if part.weighting is Weighting.UNIFORM:
        return torch.ones_like(volume)
    size = volume**2 if part.weighting is Weighting.SQUARE else volume
    if part.volume_floor:
        return 1.0 / size.clamp(min=part.volume_floor)
    weight = ratio(torch.ones_like(size), size, 0.0)
    if part.absent_takes_largest:
        largest = weight.amax(dim=1, keepdim=True)
        weight = torch.where(size == 0, torch.where(largest > 0, largest, part.none_present), weight)
    return weight


def _each(sums: SoftSums, change: Callable[[Tensor], Tensor]) -> SoftSums:
    return SoftSums(**{f.name: change(getattr(sums, f.name)) for f in fields(SoftSums)})
