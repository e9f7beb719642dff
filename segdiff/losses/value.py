"""The library's door: the value of a loss for two arrays, its gradient, and a module to train with."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from segdiff.errors import ParameterProblem
from segdiff.evidence import Evidence
from segdiff.losses.chosen import choose


def value(
    loss: str, prediction: Any, truth: Any, *, convention: str = "segdiff", **parameters: Any
) -> float | NDArray[np.float64]:
    """The value of a loss, as the convention returns it: the mean over samples and classes in most.

    Args:
        loss: id of a loss, as ``segdiff scores`` lists them, or of one of :data:`segdiff.losses.FURTHER`.
        prediction: probabilities in [0, 1]; array, tensor or nested lists of shape ``(batch, class, *spatial)``. Where
            a framework takes logits (MONAI's focal loss), values outside [0, 1] are taken for logits, and
            ``from_logits=True`` says so.
        truth: the same shape, 0 or 1, or soft labels between.
        convention: whose way of writing the loss; ``segdiff conventions`` lists them.
        parameters: the loss's own, by name. In segdiff's convention ``alpha`` (false positives), ``beta`` (misses),
            ``gamma``, ``focal_alpha``, ``exponent``, ``smoothing``; in a framework's convention that framework's names.

    Returns:
        The number, its sign as that framework has it; an array where the framework returns several. In segdiff's
        convention a perfect prediction costs 0.

    Raises:
        SegdiffError: shapes differ, values are outside [0, 1] or (in segdiff's convention) not finite, the classes of a
            cross-entropy are not exclusive, or a convention, loss, parameter or value is unknown.

    Convention:
        With one class, that class is the foreground and the background is everything else. With more, class 0 is the
        background; in segdiff's convention it takes part in cross-entropies, the focal and the generalised Dice
        loss, and is left out of the mean of region losses. A class that neither truth nor prediction has in a
        sample is left out of that mean too, unless there is no other.
    """
    with torch.no_grad():
        return _as_numbers(choose(loss, convention, parameters)(prediction, truth))


def value_of_evidence(
    loss: str, evidence: Evidence, *, convention: str = "segdiff", **parameters: Any
) -> float | NDArray[np.float64]:
    """The same from Evidence that is at hand, so that no voxel is looked at again.

    Args:
        loss: as in :func:`value`.
        evidence: its tensors are ``(sample, class)``.
        convention: as in :func:`value`.
        parameters: as in :func:`value`.

    Raises:
        SegdiffError: as in :func:`value`.
    """
    with torch.no_grad():
        return _as_numbers(choose(loss, convention, parameters).compute(evidence))


def gradient(
    loss: str, prediction: Any, truth: Any, *, wrt: str = "probability", convention: str = "segdiff", **parameters: Any
) -> NDArray[np.float64]:
    """∂loss/∂probability or ∂loss/∂logit at every voxel.

    A region loss depends on its voxels only through a handful of sums, so its gradient is two numbers: what one
    more unit of probability does inside the truth, and what it does outside (three with squares below). They are
    the loss's partial derivatives by the sums, carried to the voxels by ∂TP/∂p = g, ∂FP/∂p = 1 − g, ∂FN/∂p = −g.

    Args:
        loss: as in :func:`value`.
        prediction: probabilities, as in :func:`value`.
        truth: as in :func:`value`.
        wrt: ``"probability"``, or ``"logit"``: through the activation that a framework takes of the logits it was
            given; of probabilities, through a sigmoid for one class and a softmax for several.
        convention: as in :func:`value`.
        parameters: as in :func:`value`.

    Returns:
        An array of the prediction's shape. Where a framework returns several numbers, the gradient of their mean.

    Raises:
        ParameterProblem: ``wrt`` is neither, or the convention scores masks.
        SegdiffError: as in :func:`value`.
    """
    from segdiff.losses.gradients import gradient_of

    return gradient_of(choose(loss, convention, parameters), prediction, truth, wrt)


def as_module(loss: str, *, convention: str = "segdiff", **parameters: Any) -> torch.nn.Module:
    """A module to train with: ``module(prediction, truth)`` is a scalar tensor with a gradient.

    The same functions as :func:`value`, on any device, batch first. Sums are formed in 64 bits whatever the
    prediction's type.

    Args:
        loss: as in :func:`value`.
        convention: as in :func:`value`; where a framework returns several numbers the module returns their mean.
        parameters: as in :func:`value`.

    Raises:
        SegdiffError: as in :func:`value`; unknown names, and conventions that score masks, are refused at once, not
            at the first batch.
    """
    return _LossModule(loss, convention, parameters)


class _LossModule(torch.nn.Module):
    """A loss in a convention, as torch likes it."""

    def __init__(self, loss: str, convention: str, parameters: dict[str, Any]) -> None:
        super().__init__()
        self._chosen = choose(loss, convention, parameters)
        if self._chosen.of_masks:
            raise ParameterProblem(f"The convention {convention} scores masks, which nothing can be trained with.")
        given = (f"{name}={value}" for name, value in parameters.items())
        self._words = ", ".join([loss, f"convention={convention}", *given])

    def forward(self, prediction: Any, truth: Any) -> Tensor:
        """Prediction and truth of shape ``(batch, class, *spatial)``.

        Returns a scalar of the prediction's type and on its device; float64 where that is no type of fractions.
        """
        result: Tensor = self._chosen(prediction, truth).mean()
        is_fraction = isinstance(prediction, Tensor) and prediction.is_floating_point()
        return result.to(prediction) if is_fraction else result

    def extra_repr(self) -> str:
        """What it computes."""
        return self._words


def _as_numbers(result: Tensor) -> float | NDArray[np.float64]:
    """A scalar as a number (−0 as 0), several as an array."""
    numbers: NDArray[np.float64] = result.cpu().numpy()
    return float(numbers) + 0.0 if numbers.ndim == 0 else numbers
