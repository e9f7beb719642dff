"""From two arrays of a notebook to the Evidence that explorations take."""

from __future__ import annotations

from typing import Any

import numpy as np

from segdiff.data import Case, Comparison, Grid, LabelChoice, LabelMap, Prediction, ProbabilityMap
from segdiff.errors import SegdiffError
from segdiff.evidence import OVERSHOOT, Evidence, measure
from segdiff.explore.arguments import as_mask, check_same_shape

_NAME = "prediction"


def measure_arrays(
    prediction: Any, truth: Any, *, threshold: float = 0.5, spacing_mm: tuple[float, ...] | None = None
) -> Evidence:
    """Measure a prediction of one label as the program does: counts at every threshold, sums and histogram.

    Args:
        prediction: probabilities from 0 to 1, or a mask, of shape ``(y, x)`` or ``(z, y, x)``. What holds nothing but
            zeros and ones is a mask, which has no other thresholds.
        truth: a mask of the same shape.
        threshold: from which on a voxel of a probability map counts as predicted.
        spacing_mm: size of a voxel along each axis, for millilitres; ``None`` where it is unknown.

    Raises:
        SegdiffError: shapes differ, the truth is no mask, values are not probabilities, or the spacing has another
            number of axes.
    """
    there, given = as_mask(truth, "truth", (2, 3)), np.asarray(prediction)
    check_same_shape(given, "prediction", there)
    if spacing_mm is not None and len(spacing_mm) != there.ndim:
        raise SegdiffError(f"The spacing should have {there.ndim} numbers, one for each axis, not {len(spacing_mm)}.")
    grid = Grid(there.shape, None if spacing_mm is None else tuple(float(mm) for mm in spacing_mm))
    if given.dtype.kind in "bui" or bool(np.isin(given, (0, 1)).all()):
        tested = Prediction(_NAME, LabelMap(as_mask(given, "prediction", (2, 3)).astype(np.uint8), grid))
    else:
        tested = Prediction(_NAME, ProbabilityMap(_probabilities(given)[None], (1,), grid))
    case = Case("arrays", truth=LabelMap(there.astype(np.uint8), grid), predictions=(tested,))
    return measure(case, Comparison(_NAME, LabelChoice.single(1), threshold if tested.is_probabilistic else None))


def _probabilities(given: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """A copy in 32 or 64 bits; what rounding carried beyond 0 or 1 is put back, anything else is refused later."""
    if given.dtype.kind != "f":
        raise SegdiffError("The prediction should be an array of probabilities or a mask.")
    floats = given.astype(np.float64 if given.dtype.itemsize >= 8 else np.float32)
    within = floats.clip(0.0, 1.0)
    return within if bool((np.abs(floats - within) <= OVERSHOOT).all()) else floats
