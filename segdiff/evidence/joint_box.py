"""Truth and prediction as two masks, cut to the smallest box that holds both: most of a volume is neither."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Case, Comparison, Grid
from segdiff.errors import Cancelled, SegdiffError
from segdiff.evidence.chunks import Watch

Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class JointBox:
    """Two masks in one box.

    Args:
        truth: ``(z, y, x)``; a picture has a single z.
        prediction: likewise.
        corner: index of the box's first voxel in the grid, ``(z, y, x)``.
        grid: the whole.
    """

    truth: Mask
    prediction: Mask
    corner: tuple[int, int, int]
    grid: Grid

    @property
    def axes(self) -> tuple[int, ...]:
        """Axes of the box along which voxels have neighbours: all three, or the last two of a picture."""
        return (0, 1, 2) if self.grid.is_volume else (1, 2)

    def positions(self, indices: NDArray[np.integer]) -> NDArray[np.float64]:
        """Where voxels lie, in mm or, where the spacing is unknown, in voxels.

        Args:
            indices: in the box or in the grid, ``(voxel, 3)``; positions are relative to the index ``(0, 0, 0)``.
        """
        if self.grid.spacing_mm is None:
            return indices.astype(np.float64)
        if not self.grid.is_volume:
            in_plane: NDArray[np.float64] = indices[:, 1:] * np.asarray(self.grid.spacing_mm)
            return in_plane
        steps, spacing = self.grid.steps_mm(), np.asarray(self.grid.spacing_mm)
        # Where the axes stand at right angles turning them changes no distance, and leaves whole steps whole.
        is_upright = np.allclose(steps @ steps.T, np.diag(spacing**2), rtol=0.0, atol=1e-9 * float(spacing.max()) ** 2)
        positions: NDArray[np.float64] = indices * spacing if is_upright else indices @ steps
        return positions


def joint_box(case: Case, comparison: Comparison, watch: Watch | None = None) -> JointBox:
    """Cut truth and prediction to the box that holds both; an empty box where neither has a voxel.

    The volume is gone through twice, one slice at a time, so that no mask of all of it is ever made.

    Raises:
        SegdiffError: the case has no truth, or no such prediction.
        Cancelled: nobody waits for the result any more.
    """
    watch = watch or Watch()
    if case.truth is None:
        raise SegdiffError("There is no ground truth to compare with.")
    depth, height, width = case.grid.shape if case.grid.is_volume else (1, *case.grid.shape)
    in_slice, in_row, in_column = (np.zeros(size, dtype=np.bool_) for size in (depth, height, width))
    for index in range(depth):
        if watch.is_stale():
            raise Cancelled
        for mask in _masks(case, comparison, index):
            rows = mask.any(axis=1)
            if rows.any():
                in_slice[index] = True
                in_row |= rows
                in_column |= mask.any(axis=0)
    ranges = [_range_of(used) for used in (in_slice, in_row, in_column)]
    (first, stop), rows_used, columns_used = ranges
    where = slice(*rows_used), slice(*columns_used)
    box_shape = tuple(stop - start for start, stop in ranges)
    truth, prediction = np.zeros(box_shape, dtype=np.bool_), np.zeros(box_shape, dtype=np.bool_)
    for index in range(first, stop):
        if watch.is_stale():
            raise Cancelled
        truth[index - first], prediction[index - first] = (mask[where] for mask in _masks(case, comparison, index))
    return JointBox(truth, prediction, (first, rows_used[0], columns_used[0]), case.grid)


def indices_of(mask: Mask) -> NDArray[np.int64]:
    """``np.argwhere(mask)``, which takes ten times as long where few voxels of many are of the mask."""
    return np.stack(np.unravel_index(np.flatnonzero(mask), mask.shape), axis=-1)


def _masks(case: Case, comparison: Comparison, index: int) -> tuple[Mask, Mask]:
    """Truth and prediction of one slice, or of the picture."""
    where = (index,) if case.grid.is_volume else ()
    return case.truth_mask(comparison.label, where), case.prediction_mask(comparison, where)


def _range_of(used: Mask) -> tuple[int, int]:
    places = np.flatnonzero(used)
    return (int(places[0]), int(places[-1]) + 1) if places.size else (0, 0)
