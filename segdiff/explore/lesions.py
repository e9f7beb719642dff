"""What one lesion is worth to a loss: dropping it, or drawing it a few voxels off.

These look at voxels, of masks, within the box that holds the target. A lesion is a connected component of the truth,
neighbours sharing at least a corner.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from numpy.typing import ArrayLike, NDArray

from segdiff.data import Neighbours
from segdiff.errors import ParameterProblem
from segdiff.evidence import Confusion, Evidence
from segdiff.evidence.components import components
from segdiff.explore.arguments import as_mask, check_same_shape
from segdiff.explore.imbalance import LOSSES, loss_values

MOST_LESIONS: Final = 200
"""More are not told apart: only the largest and the smallest are."""


@dataclass(frozen=True, eq=False)
class LesionCounts:
    """What was counted; every loss of masks follows from it.

    Args:
        now: of the whole target.
        sizes: voxels of each lesion, the largest first.
        found: of those, by the prediction.
        shifts: in voxels.
        targets: name, voxels, and voxels shared with itself at each shift, of the whole target and of its largest and
            its smallest lesion.
    """

    now: Confusion
    sizes: NDArray[np.int64]
    found: NDArray[np.int64]
    shifts: tuple[int, ...]
    targets: tuple[tuple[str, int, NDArray[np.int64]], ...]


@dataclass(frozen=True)
class Dropped:
    """A lesion that the prediction would have missed altogether.

    Args:
        number: 1 is the largest.
        voxels: of the lesion.
        found: of them, by the prediction.
        values: each loss without it, by id.
    """

    number: int
    voxels: int
    found: int
    values: Mapping[str, float]


@dataclass(frozen=True, eq=False)
class Displaced:
    """A perfect outline drawn k voxels off.

    Args:
        name: ``whole target``, ``largest lesion``, ``smallest lesion``.
        voxels: of it.
        values: each loss by id, at shifts of 0, 1, 2, … voxels.
    """

    name: str
    voxels: int
    values: Mapping[str, NDArray[np.float64]]


@dataclass(frozen=True, eq=False)
class Lesions:
    """What lesions are worth.

    Args:
        count: of lesions in the truth.
        now: each loss of the masks as they are, by id.
        dropped: a lesion each, from the largest.
        displaced: the whole target, its largest and its smallest lesion.
        shifts: in voxels, for ``displaced``.
    """

    count: int
    now: Mapping[str, float]
    dropped: tuple[Dropped, ...]
    displaced: tuple[Displaced, ...]
    shifts: tuple[int, ...]


def lesions(
    truth: NDArray[np.bool_],
    prediction: NDArray[np.bool_],
    *,
    parameters: Mapping[str, float] | None = None,
    most_shift: int = 6,
    axis: int = -1,
) -> Lesions | None:
    """Drop each lesion in turn, and draw the target 0 to ``most_shift`` voxels off.

    Args:
        truth: where the label is.
        prediction: where it is predicted, at the threshold.
        parameters: of the losses, by name.
        most_shift: largest shift in voxels.
        axis: along which to shift; the last by default.

    Returns:
        ``None`` where the truth is empty.

    Raises:
        SegdiffError: shapes differ, an array is no mask of a picture or volume, or there is no such axis or shift.
    """
    counts = count_lesions(truth, prediction, most_shift=most_shift, axis=axis)
    return None if counts is None else lesion_losses(counts, parameters or {})


def count_lesions(
    truth: NDArray[np.bool_], prediction: NDArray[np.bool_], *, most_shift: int = 6, axis: int = -1
) -> LesionCounts | None:
    """The part of :func:`lesions` that looks at voxels and knows no loss."""
    truth, prediction = as_mask(truth, "truth", (2, 3)), as_mask(prediction, "prediction", (2, 3))
    check_same_shape(prediction, "prediction", truth)
    if not -truth.ndim <= axis < truth.ndim or most_shift < 0:
        raise ParameterProblem(
            f"The target can be shifted along one of {truth.ndim} axes and by 0 voxels or more, "
            f"not along axis {axis} by {most_shift}."
        )
    box = box_of(truth)
    if box is None:
        return None
    inside, found = truth[box], prediction[box]
    as_volume = np.ascontiguousarray(inside if inside.ndim == 3 else inside[None])
    numbers = components(as_volume, Neighbours.CORNERS)[0].reshape(inside.shape)
    sizes, hits = np.bincount(numbers.reshape(-1))[1:], np.bincount(numbers.reshape(-1), found.reshape(-1))[1:]
    order = np.argsort(-sizes, kind="stable")
    targets = [("whole target", inside)]
    if len(sizes) > 1:
        targets += [("largest lesion", numbers == order[0] + 1), ("smallest lesion", numbers == order[-1] + 1)]
    shifts = tuple(range(most_shift + 1))
    shared = tuple((name, int(np.count_nonzero(mask)), _shared(mask, shifts, axis)) for name, mask in targets)
    return LesionCounts(_counts(truth, prediction), sizes[order], hits[order].astype(np.int64), shifts, shared)


def lesion_losses(counts: LesionCounts, parameters: Mapping[str, float], losses: Sequence[str] = LOSSES) -> Lesions:
    """The part of :func:`lesions` that is arithmetic on counts."""
    tp, fp, fn, tn = counts.now.counts
    number = np.arange(len(counts.sizes))
    if len(number) > MOST_LESIONS:
        number = np.append(number[: MOST_LESIONS - 1], number[-1])
    missed = counts.found[number]
    now = _values([tp], [fp], [fn], [tn], parameters, losses)
    without = _values(tp - missed, fp + 0 * missed, fn + missed, tn + 0 * missed, parameters, losses)
    dropped = tuple(
        Dropped(
            int(at) + 1,
            int(counts.sizes[at]),
            int(counts.found[at]),
            {loss: float(v[i]) for loss, v in without.items()},
        )
        for i, at in enumerate(number)
    )
    whole, displaced = tp + fp + fn + tn, []
    for name, voxels, shared in counts.targets:
        off = voxels - shared
        # What is moved out of the picture is invented all the same.
        rest = np.maximum(0, whole - voxels - off)
        displaced.append(Displaced(name, voxels, _values(shared, off, off, rest, parameters, losses)))
    first = {loss: float(value[0]) for loss, value in now.items()}
    return Lesions(len(counts.sizes), first, dropped, tuple(displaced), counts.shifts)


def box_of(mask: NDArray[np.bool_]) -> tuple[slice, ...] | None:
    """The smallest box that holds a mask; ``None`` where it is empty."""
    box = []
    for axis in range(mask.ndim):
        filled = np.flatnonzero(mask.any(axis=tuple(other for other in range(mask.ndim) if other != axis)))
        if filled.size == 0:
            return None
        box.append(slice(int(filled[0]), int(filled[-1]) + 1))
    return tuple(box)


def _counts(truth: NDArray[np.bool_], prediction: NDArray[np.bool_]) -> Confusion:
    true, positive = int(np.count_nonzero(truth)), int(np.count_nonzero(prediction))
    tp = int(np.count_nonzero(truth & prediction))
    return Confusion.of_counts(tp, positive - tp, true - tp, truth.size - true - positive + tp)


def _shared(mask: NDArray[np.bool_], shifts: Sequence[int], axis: int) -> NDArray[np.int64]:
    """Voxels that a mask shares with itself, moved."""
    columns = np.moveaxis(mask, axis, -1)
    width = columns.shape[-1]
    shared = [
        int(np.count_nonzero(columns[..., min(shift, width) :] & columns[..., : max(0, width - shift)]))
        for shift in shifts
    ]
    return np.array(shared, dtype=np.int64)


def _values(
    tp: ArrayLike, fp: ArrayLike, fn: ArrayLike, tn: ArrayLike, parameters: Mapping[str, float], losses: Sequence[str]
) -> dict[str, NDArray[np.float64]]:
    """Each loss of many masks at once, from their counts."""
    sides = [torch.from_numpy(np.asarray(side, dtype=np.float64).reshape(-1, 1)) for side in (tp, fp, fn, tn)]
    evidence = Evidence.of_confusion(Confusion(sides[0], sides[1], sides[2], sides[3]))
    return {loss: loss_values(loss, evidence, parameters) for loss in losses}
