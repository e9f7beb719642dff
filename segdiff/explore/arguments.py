"""What explorations may be asked: anything else is refused in a sentence, before it becomes a wrong number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from segdiff.errors import ParameterProblem, SegdiffError
from segdiff.evidence import LEVELS
from segdiff.registry import Alpha, Beta, Exponent, Parameter, check_parameter, parameter_of

_KNOWN: Final[Mapping[str, Parameter]] = {
    name: parameter_of(annotated) for name, annotated in (("alpha", Alpha), ("beta", Beta), ("exponent", Exponent))
}


def check_costs(alpha: ArrayLike, beta: ArrayLike) -> None:
    """Costs of a false positive and of a miss, one pair or many.

    Raises:
        ParameterProblem: one is not a finite number from 0 up.
    """
    for name, costs in (("alpha", alpha), ("beta", beta)):
        numbers = np.asarray(costs)
        if numbers.dtype.kind not in "uif":
            check_parameter(name, _KNOWN[name], costs)
        wrong = numbers[~(np.isfinite(numbers) & (numbers >= 0))]
        if wrong.size:
            check_parameter(name, _KNOWN[name], wrong.flat[0])


def check_exponent(exponent: float) -> None:
    """The power of focal Tversky.

    Raises:
        ParameterProblem: it is not a number of its range.
    """
    check_parameter("exponent", _KNOWN["exponent"], exponent)


def check_bins(bins: int) -> None:
    """A number of bins whose edges are thousandths.

    Raises:
        ParameterProblem: it does not divide 1000.
    """
    if bins < 1 or LEVELS % bins:
        raise ParameterProblem(f"The number of bins should divide {LEVELS}, and {bins} does not.")


def as_mask(values: Any, what: str, dimensions: tuple[int, ...]) -> NDArray[np.bool_]:
    """Where a mask is, from an array of booleans or of zeros and ones.

    Args:
        values: the array.
        what: it is, for the sentence.
        dimensions: how many it may have.

    Raises:
        SegdiffError: it has another number of dimensions, no element, or other values.
    """
    mask = np.asarray(values)
    if mask.ndim not in dimensions or mask.size == 0:
        wanted = " or ".join(map(str, dimensions))
        raise SegdiffError(f"The {what} should be an array with {wanted} axes; this one has shape {mask.shape}.")
    if mask.dtype != np.bool_:
        if mask.dtype.kind not in "uif" or not np.isin(mask, (0, 1)).all():
            raise SegdiffError(f"The {what} should be a mask: true and false, or 1 and 0, and nothing else.")
        mask = mask.astype(np.bool_)
    return mask


def check_same_shape(one: NDArray[Any], what: str, truth: NDArray[Any]) -> None:
    """That an array lies on the ground truth's grid.

    Raises:
        SegdiffError: it does not.
    """
    if one.shape != truth.shape:
        raise SegdiffError(f"The {what} has shape {one.shape}, but the truth has shape {truth.shape}.")
