"""Gradients of losses at every voxel, from their partial derivatives by the sums."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from segdiff.errors import ParameterProblem
from segdiff.evidence import CLIP, Bins, Evidence, ProbabilityHistogram, SoftSums
from segdiff.losses.chosen import ChosenLoss


def gradient_of(loss: ChosenLoss, prediction: Any, truth: Any, wrt: str) -> NDArray[np.float64]:
    """∂loss/∂probability or ∂loss/∂logit, of the prediction's shape.

    Raises:
        ParameterProblem: ``wrt`` is neither ``"probability"`` nor ``"logit"``.
    """
    if wrt not in ("probability", "logit"):
        raise ParameterProblem(f"The gradient is with respect to 'probability' or 'logit', not {wrt!r}.")
    with torch.no_grad():
        evidence = loss.measure(prediction, truth)
    by_probability = _by_probability(loss, evidence)
    p = evidence.histogram.inside.right
    result = by_probability if wrt == "probability" else _by_logit(by_probability, p)
    return result.reshape(np.shape(prediction)).cpu().numpy()


def _by_probability(loss: ChosenLoss, evidence: Evidence) -> Tensor:
    """Partial derivatives by the sums and by the bins, carried to the voxels; there is one bin for each voxel."""
    sums = SoftSums(**{f.name: getattr(evidence.sums, f.name).clone().requires_grad_() for f in fields(SoftSums)})
    histogram = ProbabilityHistogram(*(_leaf(side) for side in (evidence.histogram.inside, evidence.histogram.outside)))
    result = loss.compute(replace(evidence, sums=sums, histogram=histogram)).mean()
    leaves = {f.name: getattr(sums, f.name) for f in fields(SoftSums)}
    bins = (histogram.inside.right, histogram.inside.wrong, histogram.outside.right, histogram.outside.wrong)
    partials = torch.autograd.grad(result, [*leaves.values(), *bins], allow_unused=True)
    by_sum = dict(zip(leaves, partials[: len(leaves)], strict=True))
    inside_right, inside_wrong, outside_right, outside_wrong = (
        torch.zeros_like(leaf) if partial is None else partial for leaf, partial in zip(bins, partials[len(leaves) :], strict=True)
    )
    # p is what the truth's voxels are given rightly and the others wrongly.
    by_bin = inside_right - inside_wrong - outside_right + outside_wrong
    return _carried(by_sum, evidence) + by_bin


def _leaf(bins: Bins) -> Bins:
    return Bins(bins.right.clone().requires_grad_(), bins.wrong.clone().requires_grad_(), bins.count)


def _carried(by_sum: dict[str, Tensor | None], evidence: Evidence) -> Tensor:
    """Σ over the sums of ∂loss/∂sum · ∂sum/∂p at each voxel."""
    p, not_p = evidence.histogram.inside.right, evidence.histogram.inside.wrong
    g, not_g = evidence.histogram.inside.count, evidence.histogram.outside.count
    rules = {
        "tp": lambda: g,
        "fp": lambda: not_g,
        "fn": lambda: -g,
        "tn": lambda: -not_g,
        "distance": lambda: torch.sign(p - g),
        "squared_prediction": lambda: 2.0 * p,
        "cross_entropy_inside": lambda: torch.where(p > CLIP, -g / p, 0.0),
        "cross_entropy_outside": lambda: torch.where(not_p > CLIP, not_g / not_p, 0.0),
    }
    total = torch.zeros_like(p)
    for name, rule in rules.items():
        partial = by_sum[name]
        if partial is not None:
            total = total + partial.unsqueeze(-1) * rule()
    return total


def _by_logit(by_probability: Tensor, p: Tensor) -> Tensor:
    """Through p = sigmoid(x) for one class: p·(1 − p); through a softmax for several: p·(G − Σ p·G)."""
    if p.shape[1] == 1:
        return by_probability * p * (1.0 - p)
    return p * (by_probability - (p * by_probability).sum(dim=1, keepdim=True))
