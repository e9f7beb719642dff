"""How far the borders of truth and prediction lie apart, in millimetres.

A border voxel is a voxel of a mask with a neighbour (by a face, in a picture by an edge) that is not of the mask;
outside of the grid nothing is. Distances run from the centre of a border voxel to that of the nearest border voxel of
the other mask. All distances are found once; every score of surfaces follows from them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segdiff.errors import Cancelled
from segdiff.evidence.chunks import Watch
from segdiff.evidence.joint_box import JointBox, Mask, indices_of

_CHUNK: Final = 1 << 16
"""Voxels asked for at a time, so that what nobody waits for any more is given up."""

MOST_POINTS: Final = 5_000_000
"""More voxels than this are noise rather than a surface, and would take minutes and gigabytes."""

TOO_MANY: Final = "the borders have more than 5 million voxels"
NO_SPACING: Final = "the files give no voxel size"
BOTH_EMPTY: Final = "truth and prediction are both empty"
NO_TRUTH: Final = "the truth is empty"
NO_PREDICTION: Final = "the prediction is empty"


def _none() -> NDArray[np.float64]:
    return np.empty(0)


@dataclass(frozen=True, eq=False)
class SurfaceDistances:
    """Distances of two borders, in no order.

    Args:
        prediction_to_truth_mm: from each border voxel of the prediction to the nearest one of the truth.
        truth_to_prediction_mm: from each border voxel of the truth to the nearest one of the prediction.
        undefined: why there are none; empty when there are.
    """

    prediction_to_truth_mm: NDArray[np.float64] = field(default_factory=_none)
    truth_to_prediction_mm: NDArray[np.float64] = field(default_factory=_none)
    undefined: str = ""


def distances_in(box: JointBox, watch: Watch) -> SurfaceDistances:
    """Find the borders of truth and prediction and how far they lie apart.

    Args:
        box: both masks. A border of ``n`` voxels has ``n`` distances; those of voxels on both borders are 0.
        watch: asked whether anyone still waits, told when one direction is done.

    Raises:
        Cancelled: nobody waits for the result any more.
    """
    if box.grid.spacing_mm is None:
        return SurfaceDistances(undefined=NO_SPACING)
    in_truth, in_prediction = bool(box.truth.any()), bool(box.prediction.any())
    if not in_truth or not in_prediction:
        lacking = NO_PREDICTION if in_truth else NO_TRUTH if in_prediction else BOTH_EMPTY
        return SurfaceDistances(undefined=lacking)
    of_truth, of_prediction = inner_border(box.truth, box.axes), inner_border(box.prediction, box.axes)
    if np.count_nonzero(of_truth) + np.count_nonzero(of_prediction) > MOST_POINTS:
        return SurfaceDistances(undefined=TOO_MANY)
    shared = of_truth & of_prediction
    points = [box.positions(indices_of(border)) for border in (of_prediction, of_truth)]
    apart = [at[~shared[border]] for at, border in zip(points, (of_prediction, of_truth), strict=True)]
    there = nearest_distances(apart[0], points[1], watch)
    watch.progress(0.5)
    back = nearest_distances(apart[1], points[0], watch)
    on_both = np.zeros(np.count_nonzero(shared))
    return SurfaceDistances(np.concatenate([there, on_both]), np.concatenate([back, on_both]))


def inner_border(mask: Mask, axes: tuple[int, ...]) -> Mask:
    """Voxels of a mask that have a neighbour along one of ``axes`` which is not of it, or none there at all."""
    inside = mask.copy()
    for axis in axes:
        shrunk, whole = np.moveaxis(inside, axis, 0), np.moveaxis(mask, axis, 0)
        shrunk[1:] &= whole[:-1]
        shrunk[:-1] &= whole[1:]
        shrunk[:1] = shrunk[-1:] = False
    border: Mask = mask & ~inside
    return border


def outer_border(mask: Mask, axes: tuple[int, ...]) -> NDArray[np.int64]:
    """Indices of the voxels that are not of a mask and have a neighbour along one of ``axes`` that is.

    They may lie just beyond the box, where indices are −1 or the box's size.
    """
    frame = tuple((1, 1) if axis in axes else (0, 0) for axis in range(mask.ndim))
    whole = np.pad(mask, frame)
    near = np.zeros_like(whole)
    for axis in axes:
        grown, source = np.moveaxis(near, axis, 0), np.moveaxis(whole, axis, 0)
        grown[1:] |= source[:-1]
        grown[:-1] |= source[1:]
    indices: NDArray[np.int64] = indices_of(near & ~whole) - np.array([before for before, _ in frame])
    return indices


def nearest_distances(points: NDArray[np.float64], targets: NDArray[np.float64], watch: Watch) -> NDArray[np.float64]:
    """From each point to the nearest target.

    Raises:
        Cancelled: nobody waits for the result any more.
    """
    from scipy.spatial import cKDTree

    # In the middle of a ball every target is about as near: there, plain nodes of many are asked 3 times as fast.
    tree = cKDTree(targets, leafsize=32, compact_nodes=False, balanced_tree=False)
    found = np.empty(len(points))
    for start in range(0, len(points), _CHUNK):
        if watch.is_stale():
            raise Cancelled
        piece = slice(start, start + _CHUNK)
        found[piece] = tree.query(points[piece], workers=-1)[0]
    return found
