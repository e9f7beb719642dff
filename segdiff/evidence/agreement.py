"""How much two predictions agree on, where neither is taken as true."""

from __future__ import annotations

import numpy as np

from segdiff.data import Agreement, Case, Comparison
from segdiff.errors import Cancelled
from segdiff.evidence.chunks import Watch


def measure_agreement(
    case: Case, first: Comparison, second: Comparison, watch: Watch | None = None
) -> dict[Agreement, int]:
    """Count the voxels of each kind of agreement, one slice of the first axis at a time.

    Args:
        case: that holds both predictions.
        first: the prediction that takes the truth's place.
        second: the prediction that is looked at.
        watch: asked whether anyone still waits.

    Returns:
        How many voxels there are of each kind.

    Raises:
        Cancelled: nobody waits for the result any more.
    """
    watch = watch or Watch()
    counts = np.zeros(max(Agreement) + 1, np.int64)
    depth = case.grid.shape[0] if case.grid.is_volume else 1
    for index in range(depth):
        if watch.is_stale():
            raise Cancelled
        where = (slice(index, index + 1),) if case.grid.is_volume else ()
        codes = Agreement.codes(case.prediction_mask(first, where), case.prediction_mask(second, where))
        counts += np.bincount(codes.ravel(), minlength=len(counts))
    return {kind: int(counts[kind]) for kind in Agreement}
