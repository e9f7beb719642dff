"""From a Case and a Comparison to Evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import numpy as np
import torch

from segdiff.data import Case, Comparison, LabelMap, ProbabilityMap
from segdiff.errors import SegdiffError
from segdiff.evidence.bundle import Evidence
from segdiff.evidence.chunks import Watch, share_chunks
from segdiff.evidence.confusion import Confusion
from segdiff.evidence.device import Device
from segdiff.evidence.probabilities import measure_probabilities
from segdiff.evidence.thresholds import ThresholdCounts

_CHUNK: Final = 1 << 18

OUT_OF_MEMORY: Final = "The graphics card ran out of memory, so the processor measured instead."


def measure(case: Case, comparison: Comparison, device: Device | None = None, watch: Watch | None = None) -> Evidence:
    """Look at every voxel once and keep what Scores need.

    Args:
        case: holds truth and prediction.
        comparison: which prediction, label and threshold.
        device: where probabilities are measured; the processor by default.
        watch: asked whether anyone still waits, told how far it has come.

    Raises:
        SegdiffError: the case has no truth, or no such prediction.
        Cancelled: nobody waits for the result any more.
    """
    device, watch = device or Device("cpu"), watch or Watch()
    if case.truth is None:
        raise SegdiffError("There is no ground truth to compare with.")
    content = case.prediction(comparison.prediction).content
    if isinstance(content, LabelMap):
        return Evidence.of_confusion(_count(case, comparison, watch))
    measured = _measure_on(device, case.truth, content, comparison, watch)
    threshold = 0.5 if comparison.threshold is None else comparison.threshold
    if ThresholdCounts.holds(threshold):
        return measured.at(threshold)
    return replace(measured, confusion=_count(case, comparison, watch))


def _measure_on(
    device: Device, truth: LabelMap, content: ProbabilityMap, comparison: Comparison, watch: Watch
) -> Evidence:
    """On the device asked for; on the processor when the device's memory does not suffice."""
    if device.kind == "cuda":
        try:
            return measure_probabilities(truth, content, comparison.label, device.torch_device, watch)
        except torch.cuda.OutOfMemoryError:
            torch.cuda.empty_cache()
            on_processor = measure_probabilities(truth, content, comparison.label, torch.device("cpu"), watch)
            return replace(on_processor, notice=OUT_OF_MEMORY)
    return measure_probabilities(truth, content, comparison.label, torch.device("cpu"), watch)


def _count(case: Case, comparison: Comparison, watch: Watch) -> Confusion:
    """Hard counts of two masks, exact, without a mask of the whole volume.

    How many voxels have a label is known since its map was made; only those that both sides have are looked for.
    """
    assert case.truth is not None
    truth, label = case.truth, comparison.label
    prediction = case.prediction(comparison.prediction)
    is_soft = prediction.is_probabilistic

    def work(pieces: Iterator[tuple[int, int]]) -> tuple[int, int]:
        in_prediction = in_both = 0
        for start, stop in pieces:
            true, positive = truth.mask_flat(label.in_truth, start, stop), prediction.mask_flat(comparison, start, stop)
            in_prediction += int(np.count_nonzero(positive)) if is_soft else 0
            in_both += int(np.count_nonzero(np.logical_and(true, positive, out=positive)))
        return in_prediction, in_both

    partials = share_chunks(truth.voxels.size, _CHUNK, watch, work)
    in_prediction, tp = (sum(column) for column in zip(*partials, strict=True))
    if isinstance(prediction.content, LabelMap):
        in_prediction = prediction.content.count(label.in_prediction)
    fp, fn = in_prediction - tp, truth.count(label.in_truth) - tp
    return Confusion.of_counts(tp, fp, fn, truth.voxels.size - tp - fp - fn, case.grid.voxel_ml)
