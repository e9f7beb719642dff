"""Evidence from arrays: exact, one bin for each voxel, and differentiable."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor

from segdiff.errors import SegdiffError
from segdiff.evidence.bundle import Evidence
from segdiff.evidence.confusion import Confusion
from segdiff.evidence.histogram import Bins, ProbabilityHistogram
from segdiff.evidence.soft_sums import CLIP, SoftSums


def evidence_of(prediction: Any, truth: Any, *, threshold: float = 0.5) -> Evidence:
    """Measure arrays or tensors of shape ``(batch, class, *spatial)``.

    Args:
        prediction: probabilities in [0, 1]. A tensor that requires grad stays in the graph.
        truth: 0 or 1, or soft labels between.
        threshold: from which on a voxel counts as predicted in the Confusion.

    Raises:
        SegdiffError: shapes differ, or values are not finite or outside [0, 1].
    """
    p, g = _tensor(prediction, "prediction"), _tensor(truth, "truth")
    if p.shape != g.shape:
        raise SegdiffError(f"The prediction has shape {tuple(p.shape)}, but the truth has shape {tuple(g.shape)}.")
    if p.ndim < 3 or p.numel() == 0:
        raise SegdiffError(f"Arrays should have the axes (batch, class, *spatial) and some voxels; these have shape {tuple(p.shape)}.")
    p, g = p.flatten(2), g.to(p.device).flatten(2)
    return Evidence(_confusion(p.detach() >= threshold, g >= 0.5), _sums(p, g), _histogram(p, g))


def _tensor(values: Any, what: str) -> Tensor:
    """As a float64 tensor with values in [0, 1], without leaving the autograd graph."""
    tensor = values if isinstance(values, Tensor) else _tensor_of_numbers(values, what)
    if tensor.is_complex():
        raise SegdiffError(f"The {what} should hold numbers from 0 to 1, but its values are complex.")
    tensor = tensor.to(torch.float64)
    detached = tensor.detach()
    if not torch.isfinite(detached).all():
        bad = int((~torch.isfinite(detached)).sum())
        raise SegdiffError(f"The {what} should hold numbers from 0 to 1, but {bad:,} of its values are not finite numbers.")
    if detached.numel() and (detached.min() < 0.0 or detached.max() > 1.0):
        found = f"{detached.min().item():.4g} to {detached.max().item():.4g}"
        raise SegdiffError(f"The {what} should hold numbers from 0 to 1, but its values run from {found}.")
    return tensor


def _tensor_of_numbers(values: Any, what: str) -> Tensor:
    try:
        array = np.asarray(values)
        if array.dtype.kind not in "buif":
            raise ValueError
    except ValueError:
        raise SegdiffError(f"The {what} should be an array of real numbers with rows of equal length.") from None
    return torch.from_numpy(array.astype(np.float64))


def _confusion(predicted: Tensor, true: Tensor) -> Confusion:
    def count(mask: Tensor) -> Tensor:
        return mask.sum(dim=-1, dtype=torch.float64)

    return Confusion(
        tp=count(predicted & true), fp=count(predicted & ~true), fn=count(~predicted & true), tn=count(~predicted & ~true)
    )


def _sums(p: Tensor, g: Tensor) -> SoftSums:
    not_p, not_g = 1.0 - p, 1.0 - g
    return SoftSums(
        tp=(p * g).sum(dim=-1),
        fp=(p * not_g).sum(dim=-1),
        fn=(not_p * g).sum(dim=-1),
        tn=(not_p * not_g).sum(dim=-1),
        squared_prediction=(p * p).sum(dim=-1),
        squared_truth=(g * g).sum(dim=-1),
        cross_entropy_inside=-(g * p.clamp(min=CLIP).log()).sum(dim=-1),
        cross_entropy_outside=-(not_g * not_p.clamp(min=CLIP).log()).sum(dim=-1),
        clipped=(((p < CLIP) & (g > 0)) | ((not_p < CLIP) & (g < 1))).sum(dim=-1, dtype=torch.float64),
    )


def _histogram(p: Tensor, g: Tensor) -> ProbabilityHistogram:
    not_p = 1.0 - p
    return ProbabilityHistogram(inside=Bins(p, not_p, g), outside=Bins(not_p, p, 1.0 - g))
