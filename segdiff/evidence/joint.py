"""Which label of a prediction lies where the truth has which: one look at every voxel, for all pairs of labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Case, LabelMap, ProbabilityMap, smallest_at_least
from segdiff.errors import SegdiffError
from segdiff.evidence.chunks import Watch, share_chunks

_CHUNK: Final = 1 << 18
_MOST_BINS: Final = 1 << 16

Pair = tuple[int, int]


@dataclass(frozen=True, eq=False)
class JointCounts:
    """How often labels meet.

    Args:
        truth: voxels of each label of the truth.
        prediction: voxels of each label of the prediction.
        both: voxels that have a label of the truth and a label of the prediction; pairs that never meet are left out.
    """

    truth: Mapping[int, int]
    prediction: Mapping[int, int]
    both: Mapping[Pair, int]


def measure_joint(case: Case, prediction: str, threshold: float = 0.5, watch: Watch | None = None) -> JointCounts:
    """Count how often each label of the truth meets each label of a prediction, the background left out.

    Args:
        case: with a truth.
        prediction: its name.
        threshold: probability from which a voxel has a label of a probability map.
        watch: asked whether anyone still waits, told how far it has come.

    Raises:
        SegdiffError: the case has no truth, or no such prediction.
        Cancelled: nobody waits for the result any more.
    """
    if case.truth is None:
        raise SegdiffError("There is no ground truth to compare with.")
    content, watch = case.prediction(prediction).content, watch or Watch()
    if isinstance(content, LabelMap):
        counts = _of_labels(case.truth, content, watch)
        return JointCounts(_labels_of(case.truth), _labels_of(content), counts)
    in_prediction, both = _of_probabilities(case.truth, content, threshold, watch)
    return JointCounts(_labels_of(case.truth), in_prediction, both)


def _labels_of(labels: LabelMap) -> dict[int, int]:
    return {label: labels.counts[label] for label in labels.labels}


def _of_labels(truth: LabelMap, prediction: LabelMap, watch: Watch) -> dict[Pair, int]:
    """Two label maps, by the values of their voxels; what a value stands for only the map knows."""
    in_truth, in_prediction = _Values(truth), _Values(prediction)
    true_voxels, voxels = truth.voxels.reshape(-1), prediction.voxels.reshape(-1)
    width = len(in_prediction.values)

    def work(pieces: Iterator[tuple[int, int]]) -> Counter[int]:
        found: Counter[int] = Counter()
        for start, stop in pieces:
            codes = in_truth.places(true_voxels[start:stop]) * width + in_prediction.places(voxels[start:stop])
            found.update(_tally(codes, len(in_truth.values) * width))
        return found

    pairs: Counter[Pair] = Counter()
    for code, count in sum(share_chunks(voxels.size, _CHUNK, watch, work), Counter()).items():
        for label in in_truth.labels(code // width):
            for other in in_prediction.labels(code % width):
                pairs[label, other] += count
    return dict(pairs)


def _of_probabilities(
    truth: LabelMap, prediction: ProbabilityMap, threshold: float, watch: Watch
) -> tuple[dict[int, int], dict[Pair, int]]:
    """A map of probabilities, each channel cut at the threshold."""
    in_truth, true_voxels = _Values(truth), truth.voxels.reshape(-1)
    channels = prediction.voxels.reshape(len(prediction.labels), -1)
    least, width = smallest_at_least(threshold, channels.dtype), len(in_truth.values)

    def work(pieces: Iterator[tuple[int, int]]) -> Counter[int]:
        found: Counter[int] = Counter()
        for start, stop in pieces:
            places = in_truth.places(true_voxels[start:stop])
            for number, channel in enumerate(channels):
                found.update(_tally(places[channel[start:stop] >= least] + number * width, (number + 1) * width))
        return found

    totals: Counter[int] = Counter({label: 0 for label in prediction.labels if label != 0})
    pairs: Counter[Pair] = Counter()
    for code, count in sum(share_chunks(true_voxels.size, _CHUNK, watch, work), Counter()).items():
        other = prediction.labels[code // width]
        if other != 0:
            totals[other] += count
            for label in in_truth.labels(code % width):
                pairs[label, other] += count
    return dict(totals), dict(pairs)


class _Values:
    """The different values of a map, and where each stands among them."""

    def __init__(self, labels: LabelMap) -> None:
        self.values = np.array(list(labels.value_counts))
        self._map = labels

    def places(self, voxels: NDArray[Any]) -> NDArray[np.intp]:
        """For each voxel the place of its value."""
        return np.searchsorted(self.values, voxels)

    def labels(self, place: int) -> tuple[int, ...]:
        """The labels that the value at a place stands for; none for the background."""
        value = int(self.values[place])
        return self._map.combinations.get(value, (value,) if value else ())


def _tally(codes: NDArray[np.intp], bins: int) -> dict[int, int]:
    """How often each code occurs."""
    if bins <= _MOST_BINS:
        counts = np.bincount(codes, minlength=bins)
        return {int(code): int(counts[code]) for code in np.flatnonzero(counts)}
    return {int(code): int(count) for code, count in zip(*np.unique(codes, return_counts=True), strict=True)}
