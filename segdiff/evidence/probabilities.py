"""One pass over a probability map: everything any loss, any γ and any threshold will ask.

A voxel is filed by how far its probability lies from the nearer of 0 and 1, under the leading bits of that distance: a
32-bit float's exponent and eight bits of its mantissa, found by a shift and not by a logarithm. Bins are thus 1/256 of an octave
wide, right down to the smallest float, and each keeps its count and its sum.

Most voxels of a real map are quiet: background, and nearly certain of it. For them the bins say it all. The others are
taken aside, few at a time, for their exact cross-entropy and the threshold level they reach.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from segdiff.data import LabelChoice, LabelMap, ProbabilityMap
from segdiff.evidence.bundle import Evidence
from segdiff.evidence.chunks import Watch, watched_chunks
from segdiff.evidence.histogram import Bins, ProbabilityHistogram
from segdiff.evidence.soft_sums import CLIP, SoftSums
from segdiff.evidence.thresholds import LEVELS, ThresholdCounts

MANTISSA_BITS: Final = 8
_SHIFT: Final = 23 - MANTISSA_BITS
_BINS: Final = 1 << (30 - _SHIFT)
"""Bins for distances up to one half: every exponent below that of 1."""

QUIET: Final = 2.0**-10
"""A background voxel with less than this is quiet; it lies below the first threshold level."""

_CHUNK: Final = 1 << 18
_CUDA_CHUNK: Final = 1 << 24
_BUSY_CHUNK: Final = 1 << 15
"""Pieces small enough for the processor's caches, large enough for torch; busy voxels need more room each."""


@dataclass(frozen=True, eq=False)
class _Tally:
    """What has been gathered, in float64.

    ``quiet`` are bins, a lane for each thread; ``count`` and ``distance`` are bins for each of outside right, outside wrong, inside right, inside wrong;
    ``levels`` are threshold levels outside and inside; ``cross_entropy`` is that of busy voxels, outside and inside.
    """

    quiet_count: Tensor
    quiet_distance: Tensor
    count: Tensor
    distance: Tensor
    levels: Tensor
    cross_entropy: Tensor
    clipped: Tensor
    squares: Tensor

    @classmethod
    def zeros(cls, device: torch.device) -> _Tally:
        lanes = (torch.get_num_threads(), _BINS)
        sizes: tuple[Any, ...] = (lanes, lanes, 4 * _BINS, 4 * _BINS, 2 * LEVELS, 2, 1, 1)
        return cls(*(torch.zeros(size, dtype=torch.float64, device=device) for size in sizes))


def measure_probabilities(
    truth: LabelMap, content: ProbabilityMap, label: LabelChoice, device: torch.device, watch: Watch
) -> Evidence:
    """Evidence for one label of a probability map, counted at a threshold of one half.

    Raises:
        Cancelled: nobody waits for the result any more.
        torch.cuda.OutOfMemoryError: the device's memory does not suffice.
    """
    true_voxels = truth.voxels.reshape(-1)

    voxels = true_voxels.size
    kind = torch.float64 if content.voxels.dtype == np.float64 else torch.float32
    chunk = min(_CHUNK if device.type == "cpu" else _CUDA_CHUNK, voxels)
    tally, bench = _Tally.zeros(device), _Bench.of_size(chunk, kind, device)
    for start, stop in watched_chunks(voxels, chunk, watch):
        inside = label.mask_truth(true_voxels[start:stop])
        _file(tally, bench.cut(stop - start), content.of_flat(label, start, stop), inside)
    return _evidence(tally, truth.grid.voxel_ml)


@dataclass(frozen=True, eq=False)
class _Bench:
    """Room to work in, taken once: asking for memory at every step would cost more than the arithmetic."""

    probability: Tensor
    single: Tensor
    inside: Tensor
    busy: Tensor
    key: Tensor
    exact: Tensor
    ones: Tensor

    @classmethod
    def of_size(cls, size: int, kind: torch.dtype, device: torch.device) -> _Bench:
        kinds = (kind, torch.float32, torch.bool, torch.bool, torch.int64, torch.float64)
        room = (torch.empty(size, dtype=kind, device=device) for kind in kinds)
        return cls(*room, ones=torch.ones(size, dtype=torch.float64, device=device))

    def cut(self, size: int) -> _Bench:
        """The same room for a shorter piece."""
        return self if size == self.ones.numel() else _Bench(*(getattr(self, f.name)[:size] for f in fields(self)))


def _file(tally: _Tally, bench: _Bench, probability: NDArray[np.floating], inside: NDArray[np.bool_]) -> None:
    """Add one piece to the tally."""
    _load(bench.probability, probability)
    _load(bench.inside, inside)
    busy = _busy(bench)
    for part in busy.split(_BUSY_CHUNK):
        _file_busy(tally, bench.probability[part].double(), bench.inside[part])
    # What was taken aside stays in the piece as zeros, and is taken off the count of exact zeros again.
    bench.probability[busy] = 0.0
    tally.quiet_count[0, 0] -= busy.numel()
    bench.single.copy_(bench.probability)
    bench.key.copy_(bench.single.view(torch.int32).bitwise_right_shift_(_SHIFT))
    bench.exact.copy_(bench.probability)
    tally.squares.add_(torch.dot(bench.exact, bench.exact))
    # torch adds to the rows of a table in parallel: one lane for each thread.
    lanes = tally.quiet_count.shape[0] if bench.key.numel() % tally.quiet_count.shape[0] == 0 else 1
    key = bench.key.view(lanes, -1)
    tally.quiet_count[:lanes].scatter_add_(1, key, bench.ones.view(lanes, -1))
    tally.quiet_distance[:lanes].scatter_add_(1, key, bench.exact.view(lanes, -1))


def _file_busy(tally: _Tally, probability: Tensor, inside: Tensor) -> None:
    """Add voxels of the truth, and voxels outside it that are not nearly certain."""
    ones = torch.ones_like(probability)
    share = inside.double()
    other = 1.0 - probability
    right = torch.where(inside, probability, other)
    distance = torch.minimum(probability, other)
    row = share.mul(2.0).add_((right < 0.5).double()).mul_(_BINS).long()
    key = (distance.float().view(torch.int32) >> _SHIFT).long().add_(row)
    tally.count.scatter_add_(0, key, ones)
    tally.distance.scatter_add_(0, key, distance)
    level = (probability * LEVELS).long().clamp_(max=LEVELS - 1).add_(share.long(), alpha=LEVELS)
    tally.levels.scatter_add_(0, level, ones)
    tally.clipped.add_(torch.count_nonzero(right < CLIP))
    cost = right.clamp_(min=CLIP).log_().neg_()
    of_inside = torch.dot(cost, share)
    tally.cross_entropy[0] += cost.sum() - of_inside
    tally.cross_entropy[1] += of_inside
    tally.squares.add_(torch.dot(probability, probability))


def _load(room: Tensor, piece: NDArray[Any]) -> None:
    """Copy a piece of a read-only array to where torch may work on it."""
    if room.device.type == "cpu":
        np.copyto(room.numpy(), piece, casting="same_kind")
    else:
        room.copy_(torch.from_numpy(piece.copy()))


def _busy(bench: _Bench) -> Tensor:
    """Indices of the voxels to be taken aside; on the processor numpy finds few among many four times as fast as torch."""
    if bench.busy.device.type != "cpu":
        return torch.ge(bench.probability, QUIET, out=bench.busy).logical_or_(bench.inside).nonzero().squeeze(1)
    mask = np.greater_equal(bench.probability.numpy(), QUIET, out=bench.busy.numpy())
    return torch.from_numpy(np.flatnonzero(np.logical_or(mask, bench.inside.numpy(), out=mask)))


def _evidence(tally: _Tally, voxel_ml: float | None) -> Evidence:
    """From the tally of the whole volume to what Scores need."""
    tally = _Tally(*(getattr(tally, f.name).cpu() for f in fields(_Tally)))
    quiet_count, quiet_distance = tally.quiet_count.sum(dim=0), tally.quiet_distance.sum(dim=0)
    quiet_cost = -(quiet_count * torch.log1p(-quiet_distance / quiet_count.clamp(min=1.0))).sum()
    count, distance = tally.count.view(2, 2, _BINS), tally.distance.view(2, 2, _BINS)
    count[0, 0] += quiet_count
    distance[0, 0] += quiet_distance
    outside, inside = (row.long().numpy() for row in tally.levels.view(2, LEVELS))
    outside[0] += int(quiet_count.sum())
    thresholds = ThresholdCounts.of_levels(inside, outside, voxel_ml)
    return Evidence(
        confusion=thresholds.confusion(0.5),
        sums=_sums(tally, count, distance, quiet_cost),
        histogram=ProbabilityHistogram(inside=_bins(count[1], distance[1]), outside=_bins(count[0], distance[0])),
        thresholds=thresholds,
    )


def _sums(tally: _Tally, count: Tensor, distance: Tensor, quiet_cost: Tensor) -> SoftSums:
    """Region sums are sums of bins.

    Of a voxel that is right, the probability given to the wrong answer is its distance; of a wrong one, what is left.
    """
    near, far = distance.sum(dim=2), (count - distance).sum(dim=2)
    given_right, given_wrong = far[:, 0] + near[:, 1], near[:, 0] + far[:, 1]

    def cell(value: Tensor) -> Tensor:
        return value.reshape(1, 1)

    return SoftSums(
        tp=cell(given_right[1]),
        fp=cell(given_wrong[0]),
        fn=cell(given_wrong[1]),
        tn=cell(given_right[0]),
        distance=cell(given_wrong.sum()),
        squared_prediction=cell(tally.squares),
        squared_truth=cell(count[1].sum()),
        cross_entropy_inside=cell(tally.cross_entropy[1]),
        cross_entropy_outside=cell(tally.cross_entropy[0] + quiet_cost),
        clipped=cell(tally.clipped),
    )


def _bins(count: Tensor, distance: Tensor) -> Bins:
    """The filled bins of one side of the truth, right voxels first, then wrong ones."""
    kept = count > 0.0
    mean = distance[kept] / count[kept]
    is_wrong = torch.arange(2).unsqueeze(1).expand_as(kept)[kept].bool()
    right, wrong = torch.where(is_wrong, mean, 1.0 - mean), torch.where(is_wrong, 1.0 - mean, mean)
    return Bins(right=right.view(1, 1, -1), wrong=wrong.view(1, 1, -1), count=count[kept].view(1, 1, -1))
