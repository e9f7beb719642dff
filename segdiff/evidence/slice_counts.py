"""Hard counts of every slice, along every axis, from one look at the voxels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Case, Comparison
from segdiff.errors import Cancelled, SegdiffError
from segdiff.evidence.chunks import Watch


@dataclass(frozen=True, eq=False)
class SliceCounts:
    """TP, FP and FN of each slice.

    Args:
        along: for each axis of the grid the three counts of each of its slices, ``(3, slice)``. A picture has none.
    """

    along: tuple[NDArray[np.int64], ...]


def measure_slices(case: Case, comparison: Comparison, watch: Watch | None = None) -> SliceCounts:
    """Count the outcomes of every slice along every axis.

    The volume is gone through once, one slice of its first axis at a time.

    Raises:
        SegdiffError: the case has no truth, or no such prediction.
        Cancelled: nobody waits for the result any more.
    """
    watch = watch or Watch()
    if case.truth is None:
        raise SegdiffError("There is no ground truth to compare with.")
    shape = case.grid.shape
    if not case.grid.is_volume:
        return SliceCounts(())
    depths, rows, columns = (np.zeros((3, size), dtype=np.int64) for size in shape)
    for index in range(shape[0]):
        if watch.is_stale():
            raise Cancelled
        watch.progress(index / shape[0])
        truth, prediction = case.truth_mask(comparison.label, (index,)), case.prediction_mask(comparison, (index,))
        if not truth.any() and not prediction.any():
            continue
        for outcome, mask in enumerate((truth & prediction, prediction & ~truth, truth & ~prediction)):
            in_rows = np.count_nonzero(mask, axis=1)
            depths[outcome, index] = in_rows.sum()
            rows[outcome] += in_rows
            columns[outcome] += np.count_nonzero(mask, axis=0)
    return SliceCounts((depths, rows, columns))
