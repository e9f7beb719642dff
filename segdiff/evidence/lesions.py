"""Lesion by lesion: which components of the truth were found, which of the prediction are invented."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Neighbours
from segdiff.errors import Cancelled
from segdiff.evidence.chunks import Watch
from segdiff.evidence.components import Labels, components
from segdiff.evidence.joint_box import JointBox


@dataclass(frozen=True, eq=False)
class LesionMatches:
    """Connected components of truth and prediction, the largest first, and which of them share voxels.

    A lesion of the truth is found if the prediction has at least one of its voxels; a component of the prediction is
    invented if it has none of the truth's.

    Args:
        truth_sizes: voxels of each lesion of the truth.
        prediction_sizes: voxels of each component of the prediction.
        pairs: ``(pair, 3)``: lesion of the truth, component of the prediction, voxels they share; from 0, ascending.
    """

    truth_sizes: NDArray[np.int64]
    prediction_sizes: NDArray[np.int64]
    pairs: NDArray[np.int64]

    @property
    def found(self) -> NDArray[np.bool_]:
        """Which lesions of the truth were found."""
        return _among(self.pairs[:, 0], self.truth_sizes.size)

    @property
    def matched(self) -> NDArray[np.bool_]:
        """Which components of the prediction touch the truth; the others are invented."""
        return _among(self.pairs[:, 1], self.prediction_sizes.size)

    @property
    def dice(self) -> NDArray[np.float64]:
        """Dice of each lesion of the truth with all components of the prediction that share a voxel with it; 0 if none.

        A component that reaches over several lesions counts whole for each of them.
        """
        shared = np.bincount(self.pairs[:, 0], self.pairs[:, 2], self.truth_sizes.size)
        against = np.bincount(self.pairs[:, 0], self.prediction_sizes[self.pairs[:, 1]], self.truth_sizes.size)
        return 2.0 * shared / (self.truth_sizes + against)


def lesions_in(box: JointBox, watch: Watch) -> LesionMatches:
    """Match the lesions of truth and prediction, whose voxels connect by faces, edges and corners.

    Raises:
        Cancelled: nobody waits for the result any more.
    """
    return match_lesions(box, Neighbours.CORNERS, watch)[0]


def match_lesions(box: JointBox, neighbours: Neighbours, watch: Watch) -> tuple[LesionMatches, Labels, Labels]:
    """The lesions, and the number of each voxel's lesion in truth and in prediction, from 1.

    Raises:
        Cancelled: nobody waits for the result any more.
    """
    of_truth, truth_sizes = _largest_first(box.truth, neighbours)
    if watch.is_stale():
        raise Cancelled
    of_prediction, prediction_sizes = _largest_first(box.prediction, neighbours)
    in_both = np.flatnonzero(box.truth & box.prediction)
    truth, prediction = (labels.reshape(-1)[in_both].astype(np.int64) - 1 for labels in (of_truth, of_prediction))
    key, count = _counted(truth * max(1, prediction_sizes.size) + prediction)
    pairs = np.stack([*np.divmod(key, max(1, prediction_sizes.size)), count], axis=1)
    return LesionMatches(truth_sizes, prediction_sizes, pairs), of_truth, of_prediction


def _largest_first(mask: NDArray[np.bool_], neighbours: Neighbours) -> tuple[Labels, NDArray[np.int64]]:
    """Components renumbered by size, those of one size in the order of memory; and their sizes."""
    labels, count = components(mask, neighbours)
    sizes = np.bincount(labels.reshape(-1), minlength=count + 1)[1:]
    order = np.argsort(-sizes, kind="stable")
    number = np.zeros(count + 1, dtype=labels.dtype)
    number[order + 1] = np.arange(1, count + 1)
    return number[labels], sizes[order]


def _counted(keys: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Each key there is, ascending, and how often; only as far as they go by bins, which are faster than sorting."""
    if keys.size and int(keys.max()) > 1 << 24:
        key, count = np.unique(keys, return_counts=True)
        return key, count
    counts = np.bincount(keys)
    key = np.flatnonzero(counts)
    return key, counts[key]


def _among(indices: NDArray[np.int64], size: int) -> NDArray[np.bool_]:
    found = np.zeros(size, dtype=np.bool_)
    found[indices] = True
    return found
