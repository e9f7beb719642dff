"""Connected regions of false positives and of misses: where each is, how large, how deep, and what it belongs to.

Nothing here depends on what errors cost; what fixing a region would gain follows from its size
(:func:`segdiff.explore.gains`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Case, Comparison, Grid, Neighbours, Outcome, RegionKey
from segdiff.errors import Cancelled
from segdiff.evidence.chunks import Watch
from segdiff.evidence.components import Labels, components, offsets
from segdiff.evidence.joint_box import JointBox, indices_of, joint_box
from segdiff.evidence.lesions import LesionMatches, match_lesions
from segdiff.evidence.surface_distances import MOST_POINTS, inner_border, nearest_distances, outer_border

Ints = NDArray[np.int64]

_FN, _FP = Outcome.FALSE_NEGATIVE, Outcome.FALSE_POSITIVE
_TABLE: Final = np.array([0, _FN, _FP, 0], dtype=np.uint8)
"""Of the codes of outcomes those that are errors."""


@dataclass(frozen=True, eq=False)
class ErrorRegions:
    """All regions of one comparison, in the order of their first voxels in memory.

    Axes are the three of the grid; a picture has a single slice along the first.

    Args:
        grid: that they lie on.
        neighbours: what counts as connected.
        lesions: of truth and prediction, numbered from 0, the largest first.
        outcomes: false positive or false negative, for each region.
        sizes: in voxels.
        first: the smallest index along each axis, ``(region, 3)``.
        last: the largest, inclusive.
        focus: along each axis the slice where the region has its largest area, the middle one of several.
        depths: the largest distance from the surface of the truth, in mm (in voxels where the spacing is unknown): for
            a false positive from the centre of a voxel to that of the nearest voxel of the truth, for a miss to that of
            the nearest voxel that is not of the truth. NaN where there is no truth, or there are more than
            ``MOST_POINTS`` wrong voxels.
        is_whole: a miss of a lesion of which nothing was found; a false positive that is an invented lesion.
        touching: ``(pair, 2)``: a region and a lesion of the truth that it is part of or lies against, ascending.
        voxels: indices into the flattened grid, region after region, ascending in each.
        starts: where each region begins in ``voxels``, and at the end their number.
    """

    grid: Grid
    neighbours: Neighbours
    lesions: LesionMatches
    outcomes: NDArray[np.uint8]
    sizes: Ints
    first: Ints
    last: Ints
    focus: Ints
    depths: NDArray[np.float64]
    is_whole: NDArray[np.bool_]
    touching: Ints
    voxels: Ints
    starts: Ints

    def __len__(self) -> int:
        return self.sizes.size

    def voxels_of(self, region: int) -> Ints:
        """The voxels of a region, as indices into the flattened grid."""
        return self.voxels[self.starts[region] : self.starts[region + 1]]

    def lesions_at(self, region: int) -> tuple[int, ...]:
        """The lesions of the truth that a region is part of or lies against, from 0."""
        begin, end = np.searchsorted(self.touching[:, 0], (region, region + 1))
        return tuple(int(lesion) for lesion in self.touching[begin:end, 1])

    def focus_of(self, region: int) -> tuple[int, ...]:
        """Where all planes show the region at its largest, ``(z, y, x)`` or ``(y, x)``."""
        return tuple(int(place) for place in self.focus[region])[-len(self.grid.shape) :]

    def key(self, region: int) -> RegionKey:
        """What the region is known by."""
        voxel = np.unravel_index(int(self.voxels[self.starts[region]]), self.grid.shape)
        return RegionKey(Outcome(int(self.outcomes[region])), tuple(int(place) for place in voxel))

    def find(self, key: RegionKey) -> int | None:
        """The region that is known by a key or has grown over its voxel; ``None`` where there is none any more."""
        if len(key.voxel) != len(self.grid.shape):
            return None
        if any(not 0 <= place < size for place, size in zip(key.voxel, self.grid.shape, strict=True)):
            return None
        at = np.flatnonzero(self.voxels == np.ravel_multi_index(key.voxel, self.grid.shape))
        region = int(np.searchsorted(self.starts, at[0], side="right")) - 1 if at.size else None
        return region if region is not None and self.outcomes[region] == key.outcome else None


def measure_regions(
    case: Case, comparison: Comparison, neighbours: Neighbours = Neighbours.CORNERS, watch: Watch | None = None
) -> ErrorRegions:
    """Find the regions of false positives and of misses.

    Only the box that holds truth and prediction is looked at, and beyond it memory grows with the number of errors.

    Raises:
        SegdiffError: the case has no truth, or no such prediction.
        Cancelled: nobody waits for the result any more.
    """
    watch = watch or Watch()
    box = joint_box(case, comparison, watch)
    watch.progress(0.2)
    lesions, of_truth, of_prediction = match_lesions(box, neighbours, watch)
    watch.progress(0.4)
    codes = _TABLE[Outcome.codes(box.truth, box.prediction)]
    labels, count = components(codes, neighbours)
    places, starts = _grouped(labels, count)
    indices = np.stack(np.unravel_index(places, labels.shape), axis=1) if places.size else np.empty((0, 3), np.int64)
    heads = places[starts[:-1]]
    outcomes = codes.reshape(-1)[heads]
    is_fp = np.repeat(outcomes == _FP, np.diff(starts))
    watch.progress(0.6)
    depths = _depths(box, indices, is_fp, starts, watch)
    lesion, predicted = (labels_.reshape(-1)[heads].astype(np.int64) - 1 for labels_ in (of_truth, of_prediction))
    first, last, focus = _extents(indices, starts)
    whole = np.where(outcomes == _FP, ~_at(lesions.matched, predicted), ~_at(lesions.found, lesion))
    shape = case.grid.shape if case.grid.is_volume else (1, *case.grid.shape)
    return ErrorRegions(
        grid=case.grid,
        neighbours=neighbours,
        lesions=lesions,
        outcomes=outcomes,
        sizes=np.diff(starts),
        first=first + box.corner,
        last=last + box.corner,
        focus=focus + box.corner,
        depths=depths,
        is_whole=whole,
        touching=_touching(box, of_truth, indices, is_fp, starts, lesion, neighbours, watch),
        voxels=np.ravel_multi_index(tuple((indices + box.corner).T), shape) if places.size else places,
        starts=starts,
    )


def _grouped(labels: Labels, count: int) -> tuple[Ints, Ints]:
    """Places in the box, component after component, and where each component begins."""
    places = np.flatnonzero(labels)
    label = labels.reshape(-1)[places]
    starts = np.concatenate([[0], np.cumsum(np.bincount(label, minlength=count + 1)[1:])]).astype(np.int64)
    return places[np.argsort(label, kind="stable")], starts


def _extents(indices: Ints, starts: Ints) -> tuple[Ints, Ints, Ints]:
    """The first and the last slice of each region along each axis, and the one with the largest area."""
    if starts.size == 1:
        nothing = np.empty((0, 3), dtype=np.int64)
        return nothing, nothing, nothing
    heads, sizes = starts[:-1], np.diff(starts)
    first, last = np.minimum.reduceat(indices, heads), np.maximum.reduceat(indices, heads)
    focus = np.empty_like(first)
    for axis in range(3):
        spans = last[:, axis] - first[:, axis] + 1
        begins = np.concatenate([[0], np.cumsum(spans)])
        areas = np.bincount(indices[:, axis] + np.repeat(begins[:-1] - first[:, axis], sizes), minlength=begins[-1])
        is_largest = areas == np.repeat(np.maximum.reduceat(areas, begins[:-1]), spans)
        ties = np.add.reduceat(is_largest.astype(np.int64), begins[:-1])
        middle = np.cumsum(ties) - ties + ties // 2
        focus[:, axis] = np.flatnonzero(is_largest)[middle] - begins[:-1] + first[:, axis]
    return first, last, focus


def _depths(box: JointBox, indices: Ints, is_fp: NDArray[np.bool_], starts: Ints, watch: Watch) -> NDArray[np.float64]:
    if starts.size == 1:
        return np.empty(0)
    found = np.full(len(indices), np.nan)
    if box.truth.any() and len(indices) <= MOST_POINTS:
        surface = box.positions(indices_of(inner_border(box.truth, box.axes)))
        found[is_fp] = nearest_distances(box.positions(indices[is_fp]), surface, watch)
        if not is_fp.all():
            outside = box.positions(outer_border(box.truth, box.axes))
            found[~is_fp] = nearest_distances(box.positions(indices[~is_fp]), outside, watch)
    return np.maximum.reduceat(found, starts[:-1])


def _touching(
    box: JointBox,
    of_truth: Labels,
    indices: Ints,
    is_fp: NDArray[np.bool_],
    starts: Ints,
    lesion: Ints,
    neighbours: Neighbours,
    watch: Watch,
) -> Ints:
    """A miss is part of one lesion; a false positive lies against those that its voxels' neighbours belong to."""
    region = np.repeat(np.arange(starts.size - 1), np.diff(starts))[is_fp]
    around, lesions, shape = indices[is_fp], int(of_truth.max(initial=0)), np.array(of_truth.shape)
    missed = np.flatnonzero(lesion >= 0)
    keys = [missed * max(1, lesions) + lesion[missed]]
    for offset in offsets(neighbours, box.axes):
        if watch.is_stale():
            raise Cancelled
        there = around + offset
        inside = ((there >= 0) & (there < shape)).all(axis=1)
        number = of_truth[tuple(there[inside].T)].astype(np.int64)
        keys.append(np.unique((region[inside] * max(1, lesions) + number - 1)[number > 0]))
    return np.stack(np.divmod(np.unique(np.concatenate(keys)), max(1, lesions)), axis=1)


def _at(flags: NDArray[np.bool_], indices: Ints) -> NDArray[np.bool_]:
    """Flags at indices; true where the index is −1, which is looked at for the other kind of region only."""
    return np.append(flags, True)[indices]
