"""One pass over a probability map: everything any loss, any γ and any threshold will ask.

Most voxels of a real map are quiet: background, and nearly certain of it. On the processor these are filed in bulk
(:mod:`segdiff.evidence.quiet`); the others are taken aside for a closer look (:mod:`segdiff.evidence.tally`). On a
graphics card a closer look costs no more, so every voxel gets it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from segdiff.data import LabelChoice, LabelMap, ProbabilityMap
from segdiff.evidence.bundle import Evidence
from segdiff.evidence.chunks import Watch, share_chunks, watched_chunks
from segdiff.evidence.confusion import cell
from segdiff.evidence.histogram import Bins, ProbabilityHistogram
from segdiff.evidence.packed_bins import FilledBins
from segdiff.evidence.quiet import QUIET, QuietVoxels, cost_beyond_squares
from segdiff.evidence.soft_sums import SoftSums
from segdiff.evidence.tally import INSIDE, OUTSIDE, Sums, Tally
from segdiff.evidence.thresholds import ThresholdCounts

_PIECE: Final = 1 << 17
"""Voxels: few enough for the processor's caches, enough that cores seldom wait for each other between two steps."""

_CUDA_PIECE: Final = 1 << 21

Piece = Callable[[int, int], tuple[NDArray[np.floating[Any]], NDArray[np.bool_]]]
"""Probabilities of the label and where the truth has it, for voxels ``start`` to ``stop``."""


def measure_probabilities(
    truth: LabelMap, content: ProbabilityMap, label: LabelChoice, device: torch.device, watch: Watch
) -> Evidence:
    """Evidence for one label of a probability map, counted at a threshold of one half.

    Counts and bins do not depend on how many cores share the work, and sums only in their last digit.

    Raises:
        Cancelled: nobody waits for the result any more.
        torch.cuda.OutOfMemoryError: the device's memory does not suffice.
    """

    def piece(start: int, stop: int) -> tuple[NDArray[np.floating[Any]], NDArray[np.bool_]]:
        return content.of_flat(label, start, stop), truth.mask_flat(label.in_truth, start, stop)

    if device.type == "cuda":
        tally = _on_cuda(piece, watched_chunks(truth.voxels.size, _CUDA_PIECE, watch), device)
        return _evidence([tally], [], truth.grid.voxel_ml)
    shared = share_chunks(truth.voxels.size, _PIECE, watch, lambda pieces: _on_processor(piece, pieces))
    tallies, quiets = zip(*shared, strict=True)
    return _evidence(tallies, quiets, truth.grid.voxel_ml)


def _on_cuda(piece: Piece, pieces: Iterator[tuple[int, int]], device: torch.device) -> Tally:
    tally = Tally(device)
    for start, stop in pieces:
        probability, inside = (torch.from_numpy(array.copy()).to(device) for array in piece(start, stop))
        for side in (OUTSIDE, INSIDE):
            tally.file(probability[inside == bool(side)].double().abs_(), side)
    return tally


def _on_processor(piece: Piece, pieces: Iterator[tuple[int, int]]) -> tuple[Tally, QuietVoxels]:
    tally, quiet = Tally(torch.device("cpu")), QuietVoxels(_PIECE)
    for start, stop in pieces:
        given, inside = piece(start, stop)
        is_taken = given >= QUIET
        is_taken |= inside
        taken = np.flatnonzero(is_taken)
        probability = quiet.load(given)
        tally.collect(probability[taken], inside[taken])
        probability[taken] = 0.0
        quiet.file(probability, taken.size)
    tally.finish()
    return tally, quiet


def _evidence(tallies: Sequence[Tally], quiets: Sequence[QuietVoxels], voxel_ml: float | None) -> Evidence:
    """From what was gathered to what Scores need."""
    levels = np.sum([tally.levels for tally in tallies], axis=0)
    sums = [[part for tally in tallies for part in tally.sums[side]] for side in (OUTSIDE, INSIDE)]
    bins = FilledBins.of([tally.bins for tally in tallies])
    if quiets:
        quiet_bins = FilledBins.of([quiet.bins for quiet in quiets])
        levels[OUTSIDE, 0] += quiet_bins.voxels.sum()
        sums[OUTSIDE] += [part for quiet in quiets for part in quiet.sums]
        sums[OUTSIDE].append(Sums(cross_entropy=cost_beyond_squares(quiet_bins)))
        bins += quiet_bins
    thresholds = ThresholdCounts.of_levels(levels[INSIDE], levels[OUTSIDE], voxel_ml)
    return Evidence(
        confusion=thresholds.confusion(0.5),
        sums=_soft_sums(Sums.total(sums[OUTSIDE]), Sums.total(sums[INSIDE]), int(levels[INSIDE].sum())),
        histogram=_histogram(bins),
        thresholds=thresholds,
    )


def _soft_sums(outside: Sums, inside: Sums, in_truth: int) -> SoftSums:
    """As tensors of one sample and one class."""
    return SoftSums(
        tp=cell(inside.right),
        fp=cell(outside.wrong),
        fn=cell(inside.wrong),
        tn=cell(outside.right),
        distance=cell(outside.wrong + inside.wrong),
        squared_prediction=cell(outside.squares + inside.squares),
        squared_truth=cell(float(in_truth)),
        cross_entropy_inside=cell(inside.cross_entropy),
        cross_entropy_outside=cell(outside.cross_entropy),
        clipped=cell(outside.clipped + inside.clipped),
    )


def _histogram(bins: FilledBins) -> ProbabilityHistogram:
    """In the first and the last row of a tally a distance is what the wrong answer was given, else the right one."""
    row, count, distance = (torch.from_numpy(part) for part in (bins.row, bins.voxels, bins.distance))
    is_wrong = (row == 0) | (row == 3)
    right, wrong = torch.where(is_wrong, 1.0 - distance, distance), torch.where(is_wrong, distance, 1.0 - distance)

    def side(rows: Tensor) -> Bins:
        return Bins(*(part[rows].double().view(1, 1, -1) for part in (right, wrong, count)))

    return ProbabilityHistogram(inside=side(row >= 2), outside=side(row < 2))
