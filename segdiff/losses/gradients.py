"""Gradients of losses at every voxel, from their partial derivatives by the sums."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from segdiff.errors import ParameterProblem
from segdiff.evidence import CLIP, Bins, Evidence, ProbabilityHistogram, SoftSums, as_pair, sigmoid
from segdiff.losses.chosen import ChosenLoss


def gradient_of(loss: ChosenLoss, prediction: Any, truth: Any, wrt: str) -> NDArray[np.float64]:
    """∂loss/∂probability or ∂loss/∂logit, of the prediction's shape.

    Raises:
        ParameterProblem: ``wrt`` is neither ``"probability"`` nor ``"logit"``, or the loss scores masks.
    """
    if wrt not in ("probability", "logit"):
        raise ParameterProblem(f"The gradient is with respect to 'probability' or 'logit', not {wrt!r}.")
    if loss.of_masks:
        raise ParameterProblem(
            "This convention scores masks, so its number does not follow small changes of a probability."
        )
    with torch.no_grad():
        prediction, truth = as_pair(prediction, truth)
        evidence = loss.measure(prediction, truth)
    result = _by_probability(loss, evidence)
    if wrt == "logit":
        p, not_p = evidence.histogram.inside.right, evidence.histogram.inside.wrong
        each_alone = p.shape[1] == 1 or loss.activation(prediction) is sigmoid
        result = result * p * not_p if each_alone else p * (result - (p * result).sum(dim=1, keepdim=True))
    gradient: NDArray[np.float64] = result.reshape(prediction.shape).cpu().numpy()
    return gradient


def _by_probability(loss: ChosenLoss, evidence: Evidence) -> Tensor:
    """Partial derivatives by the sums and by the bins, carried to the voxels; there is one bin for each voxel."""
    sums = SoftSums(**{f.name: getattr(evidence.sums, f.name).clone().requires_grad_() for f in fields(SoftSums)})
    inside, outside = _leaf(evidence.histogram.inside), _leaf(evidence.histogram.outside)
    leaves = {f.name: getattr(sums, f.name) for f in fields(SoftSums)}
    bins = (inside.right, inside.wrong, outside.right, outside.wrong)
    with torch.enable_grad():
        result = loss.compute(replace(evidence, sums=sums, histogram=ProbabilityHistogram(inside, outside))).mean()
    partials = torch.autograd.grad(result, [*leaves.values(), *bins], materialize_grads=True)
    by_sum = dict(zip(leaves, partials[: len(leaves)], strict=True))
    inside_right, inside_wrong, outside_right, outside_wrong = partials[len(leaves) :]
    # p is what the truth's voxels are given rightly and the others wrongly.
    return _carried(by_sum, evidence) + inside_right - inside_wrong - outside_right + outside_wrong


def _leaf(bins: Bins) -> Bins:
    return Bins(bins.right.clone().requires_grad_(), bins.wrong.clone().requires_grad_(), bins.count)


def _carried(by_sum: Mapping[str, Tensor], evidence: Evidence) -> Tensor:
    """Σ over the sums of ∂loss/∂sum · ∂sum/∂p at each voxel."""
    p, not_p = evidence.histogram.inside.right, evidence.histogram.inside.wrong
    g, not_g = evidence.histogram.inside.count, evidence.histogram.outside.count
    rules = {
        "tp": g,
        "fp": not_g,
        "fn": -g,
        "tn": -not_g,
        "distance": torch.sign(p - g),
        "squared_prediction": 2.0 * p,
        "cross_entropy_inside": torch.where(p > CLIP, -g / p, 0.0),
        "cross_entropy_outside": torch.where(not_p > CLIP, not_g / not_p, 0.0),
    }
    total = torch.zeros_like(p)
    for name, rule in rules.items():
        total = total + by_sum[name].unsqueeze(-1) * rule
    return total
