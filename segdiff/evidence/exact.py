"""Evidence from arrays: exact, one bin for each voxel, and differentiable."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor

from segdiff.errors import SegdiffError
from segdiff.evidence.bundle import Evidence
from segdiff.evidence.confusion import Confusion
from segdiff.evidence.histogram import Bins, ProbabilityHistogram
from segdiff.evidence.soft_sums import CLIP, SoftSums

OVERSHOOT: Final = 1e-4
"""How far beyond 0 or 1 rounding may carry a probability, such as a sum of 32-bit ones."""


def evidence_of(prediction: Any, truth: Any, *, threshold: float = 0.5) -> Evidence:
    """Measure arrays or tensors of shape ``(batch, class, *spatial)``.

    Args:
        prediction: probabilities in [0, 1]. A tensor that requires grad stays in the graph.
        truth: 0 or 1, or soft labels between.
        threshold: from which on a voxel counts as predicted in the Confusion.

    Raises:
        SegdiffError: shapes differ, or values are not finite or outside [0, 1].
    """
    p, g = as_pair(prediction, truth)
    p, g = _in_range(p, "prediction"), _in_range(g, "truth")
    return _evidence(p, 1.0 - p, g, threshold)


def evidence_as_given(prediction: Any, truth: Any, activation: Activation | None = None) -> Evidence:
    """The same for a framework's own rules: what is not a number stays so, and logits become probabilities first.

    Args:
        prediction: as above, or logits if there is an activation.
        truth: as above.
        activation: turns logits into probabilities and, without rounding, into one minus them.

    Raises:
        SegdiffError: shapes differ, the truth is outside [0, 1], or so is the prediction without an activation.
    """
    p, g = as_pair(prediction, truth)
    g = _in_range(g, "truth")
    if activation is not None:
        return _evidence(*activation(p), g, 0.5)
    p = _in_range(p, "prediction", may_be_nan=True)
    return _evidence(p, 1.0 - p, g, 0.5)


Activation = Callable[[Tensor], tuple[Tensor, Tensor]]
"""Of a tensor of logits, the probabilities and one minus them."""


def sigmoid(logits: Tensor) -> tuple[Tensor, Tensor]:
    """Each class by itself."""
    return logits.sigmoid(), (-logits).sigmoid()


def softmax(logits: Tensor) -> tuple[Tensor, Tensor]:
    """All classes of a voxel together."""
    probability = logits.softmax(dim=1)
    return probability, 1.0 - probability


def as_pair(prediction: Any, truth: Any) -> tuple[Tensor, Tensor]:
    """Prediction and truth as float64 tensors of one shape with the axes (batch, class, *spatial), whatever they hold.

    Raises:
        SegdiffError: they are no arrays of numbers, or of no such shape.
    """
    p, g = _tensor(prediction, "prediction"), _tensor(truth, "truth")
    if p.shape != g.shape:
        raise SegdiffError(f"The prediction has shape {tuple(p.shape)}, but the truth has shape {tuple(g.shape)}.")
    if p.ndim < 3 or p.numel() == 0:
        raise SegdiffError(
            f"Arrays should have the axes (batch, class, *spatial) and some voxels; these have shape {tuple(p.shape)}."
        )
    return p, g.to(p.device)


def _evidence(p: Tensor, not_p: Tensor, g: Tensor, threshold: float) -> Evidence:
    p, not_p, g = p.flatten(2), not_p.flatten(2), g.flatten(2)
    return Evidence(_confusion(p.detach() >= threshold, g >= 0.5), _sums(p, not_p, g), _histogram(p, not_p, g))


def _tensor(values: Any, what: str) -> Tensor:
    """As a float64 tensor, without leaving the autograd graph."""
    tensor = values if isinstance(values, Tensor) else _tensor_of_numbers(values, what)
    if tensor.is_complex():
        raise SegdiffError(f"The {what} should hold numbers from 0 to 1, but its values are complex.")
    if tensor.layout is not torch.strided or tensor.is_meta:
        found = "it has no values" if tensor.is_meta else "it is sparse or nested"
        raise SegdiffError(f"The {what} should be a dense tensor, but {found}.")
    if tensor.device.type == "mps":
        tensor = tensor.cpu()  # Apple's graphics cards know no 64-bit numbers
    return tensor.to(torch.float64)


def is_within(tensor: Tensor) -> bool:
    """Whether all values are from 0 to 1, or beyond by no more than rounding; NaN is passed over."""
    return not bool(((tensor < -OVERSHOOT) | (tensor > 1.0 + OVERSHOOT)).any())


def _in_range(tensor: Tensor, what: str, *, may_be_nan: bool = False) -> Tensor:
    """Refuse what is not finite or outside [0, 1]; what rounding put outside is put back, its gradient as it was."""
    detached = tensor.detach()
    is_odd = torch.isinf(detached) if may_be_nan else ~torch.isfinite(detached)
    if is_odd.any():
        raise SegdiffError(
            f"The {what} should hold numbers from 0 to 1, but {int(is_odd.sum()):,} of its values are not finite "
            "numbers."
        )
    if not is_within(detached):
        numbers = detached[~torch.isnan(detached)]
        found = f"{numbers.min().item():.4g} to {numbers.max().item():.4g}"
        raise SegdiffError(f"The {what} should hold numbers from 0 to 1, but its values run from {found}.")
    return tensor + (detached.clamp(0.0, 1.0) - detached) if bool(((detached < 0) | (detached > 1)).any()) else tensor


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
        tp=count(predicted & true),
        fp=count(predicted & ~true),
        fn=count(~predicted & true),
        tn=count(~predicted & ~true),
    )


def _sums(p: Tensor, not_p: Tensor, g: Tensor) -> SoftSums:
    not_g = 1.0 - g
    return SoftSums(
        tp=(p * g).sum(dim=-1),
        fp=(p * not_g).sum(dim=-1),
        fn=(not_p * g).sum(dim=-1),
        tn=(not_p * not_g).sum(dim=-1),
        distance=(p - g).abs().sum(dim=-1),
        squared_prediction=(p * p).sum(dim=-1),
        squared_truth=(g * g).sum(dim=-1),
        cross_entropy_inside=-(g * p.clamp(min=CLIP).log()).sum(dim=-1),
        cross_entropy_outside=-(not_g * not_p.clamp(min=CLIP).log()).sum(dim=-1),
        clipped=(((p < CLIP) & (g > 0)) | ((not_p < CLIP) & (g < 1))).sum(dim=-1, dtype=torch.float64),
    )


def _histogram(p: Tensor, not_p: Tensor, g: Tensor) -> ProbabilityHistogram:
    return ProbabilityHistogram(inside=Bins(p, not_p, g), outside=Bins(not_p, p, 1.0 - g))
