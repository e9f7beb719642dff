"""Losses that look at voxels one by one, or sort them; a histogram holds what they need."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from segdiff.evidence import Bins, Evidence, ProbabilityHistogram
from segdiff.losses.engine.amounts import Values, amount
from segdiff.losses.engine.regions import mean_over_classes, pooled, without_background
from segdiff.losses.records import Lovasz, Pooled, Voxelwise
from segdiff.metrics.power import power


def voxelwise(part: Voxelwise, evidence: Evidence, values: Values) -> Tensor:
    """A mean over voxels, or over the dearest of them."""
    histogram = evidence.histogram
    if not part.background and histogram.inside.count.shape[1] > 1:
        histogram = ProbabilityHistogram(
            *(_classes(side, slice(1, None)) for side in (histogram.inside, histogram.outside))
        )
    if part.sigmoid_of_log and histogram.inside.count.shape[1] > 1:
        histogram = _through_sigmoid_of_log(histogram)
    costs = _costs(part, histogram.inside, values) * _weights(part, histogram.inside.count, values)
    counts = histogram.inside.count
    if not part.true_class_only:
        outside = _costs(part, histogram.outside, values) * amount(part.negatives, values)
        costs = torch.cat([costs, outside], dim=-1)
        counts = torch.cat([counts, histogram.outside.count], dim=-1)
    voxels = histogram.voxels
    total = voxels.sum() if part.per_class else voxels[:, 0].sum()
    share = amount(part.hardest, values)
    return (counts * costs).sum() / total if share == 1.0 else _mean_of_dearest(costs, counts, share * total)


def lovasz(part: Lovasz, evidence: Evidence, values: Values) -> Tensor:  # noqa: ARG001 - every part takes the same three
    """The Lovász extension of the IoU loss, for each sample and class; bins of equal error need not be taken apart."""
    histogram, sums = evidence.histogram, evidence.sums
    if part.pooled is Pooled.SAMPLES:
        histogram = ProbabilityHistogram(_as_one_sample(histogram.inside), _as_one_sample(histogram.outside))
        sums = pooled(sums, part.pooled)
    errors = torch.cat([_error(part, histogram.inside), _error(part, histogram.outside)], dim=-1)
    true = torch.cat([histogram.inside.count, torch.zeros_like(histogram.outside.count)], dim=-1)
    other = torch.cat([torch.zeros_like(histogram.inside.count), histogram.outside.count], dim=-1)
    errors, order = errors.sort(dim=-1, descending=True, stable=True)
    found, invented = true.gather(-1, order).cumsum(-1), other.gather(-1, order).cumsum(-1)
    all_true = true.sum(dim=-1, keepdim=True)
    union = all_true + invented
    lost = torch.where(union > 0, 1.0 - (all_true - found) / union.clamp(min=1e-300), 0.0)
    steps = torch.diff(lost, dim=-1, prepend=torch.zeros_like(lost[..., :1]))
    loss = (torch.where(steps > 0, errors, 0.0) * steps).sum(dim=-1)
    if not part.background and loss.shape[1] > 1:
        loss, sums = loss[:, 1:], without_background(sums)
    return mean_over_classes(loss, sums, part.absent)


def _weights(part: Voxelwise, counts: Tensor, values: Values) -> Tensor:
    """Weight of voxels of the truth, by class: ``(class, 1)``."""
    return _by_class(amount(part.positives, values), part.positives_background, counts, values)


def _by_class(plain: float, background: float | str | None, like: Tensor, values: Values) -> Tensor:
    """A number for each class, ``(class, 1)``: class 0 of several may have another."""
    number = torch.full((like.shape[1], 1), plain, dtype=like.dtype, device=like.device)
    if background is not None and like.shape[1] > 1:
        number[0] = amount(background, values)
    return number


def _costs(part: Voxelwise, bins: Bins, values: Values) -> Tensor:
    """(1 − p)^γ · cost of a voxel of each bin, ``(sample, class, bin)``; empty bins cost nothing."""
    counted = bins.count != 0
    cost = _cost(part, torch.where(counted, bins.right, 1.0))
    smoothing = amount(part.label_smoothing, values) * part.label_smoothing_share
    if smoothing:
        cost = (1.0 - smoothing) * cost + smoothing * _cost(part, torch.where(counted, bins.wrong, 1.0))
    gamma = _by_class(amount(part.gamma, values), part.gamma_background, bins.count, values)
    return cost if bool((gamma == 0).all()) else power(torch.where(counted, bins.wrong, 0.0), gamma) * cost


def _cost(part: Voxelwise, probability: Tensor) -> Tensor:
    """−ln of a probability, with the framework's guards against 0."""
    if part.clip:
        probability = probability.clamp(min=part.clip)
    if part.clip_above:
        probability = probability.clamp(max=1.0 - part.clip_above)
    cost = -probability.log()
    return cost.clamp(max=part.worst) if part.worst != math.inf else cost


def _mean_of_dearest(costs: Tensor, counts: Tensor, wanted: Tensor) -> Tensor:
    """The mean over as many whole voxels as are wanted, dearest first; the last bin is taken in part."""
    wanted = wanted.floor().clamp(min=1.0)
    costs, order = costs.flatten().sort(descending=True)
    up_to = counts.flatten()[order].cumsum(0).clamp(max=wanted.item())
    taken = torch.diff(up_to, prepend=torch.zeros_like(up_to[:1]))
    return (taken * torch.where(taken > 0, costs, 0.0)).sum() / wanted


def _through_sigmoid_of_log(histogram: ProbabilityHistogram) -> ProbabilityHistogram:
    """p/(1+p) for the class in place of p, as a sigmoid makes of ln p."""
    inside, outside = histogram.inside, histogram.outside
    p_inside, p_outside = inside.right, outside.wrong
    return ProbabilityHistogram(
        inside=Bins(right=p_inside / (1.0 + p_inside), wrong=1.0 / (1.0 + p_inside), count=inside.count),
        outside=Bins(right=1.0 / (1.0 + p_outside), wrong=p_outside / (1.0 + p_outside), count=outside.count),
    )


def _error(part: Lovasz, bins: Bins) -> Tensor:
    """The error of a voxel of each bin; 0 where there is none."""
    counted = bins.count != 0
    if not part.hinge:
        return torch.where(counted, bins.wrong, 0.0)
    right, wrong = torch.where(counted, bins.right, 1.0), torch.where(counted, bins.wrong, 1.0)
    if part.clip:
        right, wrong = (side.clamp(min=part.clip, max=1.0 - part.clip) for side in (right, wrong))
    return torch.where(counted, (1.0 - (right.log() - wrong.log())).clamp(min=0.0), 0.0)


def _classes(bins: Bins, which: slice) -> Bins:
    return Bins(bins.right[:, which], bins.wrong[:, which], bins.count[:, which])


def _as_one_sample(bins: Bins) -> Bins:
    """The bins of all samples in one row for each class."""
    right, wrong, count = (
        tensor.transpose(0, 1).flatten(1).unsqueeze(0) for tensor in (bins.right, bins.wrong, bins.count)
    )
    return Bins(right, wrong, count)
