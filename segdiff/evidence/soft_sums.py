"""Counts with probabilities in place of yes and no, and the cross-entropies."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Final

import torch
from torch import Tensor

from segdiff.evidence.confusion import Confusion

CLIP: Final = 1e-7
"""Smallest probability whose logarithm is taken: a voxel that is wholly wrong costs −ln 10⁻⁷ = 16.118."""

WORST_COST: Final = -math.log(CLIP)


@dataclass(frozen=True, eq=False)
class SoftSums:
    """Sums over voxels, float64 tensors ``(sample, class)``.

    p is the probability given, g the truth: 0 or 1, or a soft label between.

    Args:
        tp: Σ p·g.
        fp: Σ p·(1−g).
        fn: Σ (1−p)·g.
        tn: Σ (1−p)·(1−g).
        distance: Σ |p − g|; FP + FN where the truth is hard.
        squared_prediction: Σ p².
        squared_truth: Σ g².
        cross_entropy_inside: Σ −g·ln max(p, CLIP).
        cross_entropy_outside: Σ −(1−g)·ln max(1−p, CLIP).
        clipped: voxels whose true class was given less than CLIP.
    """

    tp: Tensor
    fp: Tensor
    fn: Tensor
    tn: Tensor
    distance: Tensor
    squared_prediction: Tensor
    squared_truth: Tensor
    cross_entropy_inside: Tensor
    cross_entropy_outside: Tensor
    clipped: Tensor

    @classmethod
    def of_confusion(cls, confusion: Confusion) -> SoftSums:
        """What the sums are for hard labels, where every probability is 0 or 1."""
        tp, fp, fn = confusion.tp, confusion.fp, confusion.fn
        return cls(
            tp=tp,
            fp=fp,
            fn=fn,
            tn=confusion.tn,
            distance=fp + fn,
            squared_prediction=tp + fp,
            squared_truth=tp + fn,
            cross_entropy_inside=fn * WORST_COST,
            cross_entropy_outside=fp * WORST_COST,
            clipped=fp + fn,
        )

    @classmethod
    def stack(cls, sums: Sequence[SoftSums]) -> SoftSums:
        """Several labels of one prediction side by side, along the class axis."""
        return cls(**{f.name: torch.cat([getattr(s, f.name) for s in sums], dim=1) for f in fields(cls)})

    def background(self) -> SoftSums:
        """The sums of everything that is not the label, for the background given as 1 − p."""
        inside, outside = self.cross_entropy_inside, self.cross_entropy_outside
        # Σ(1−p)² = N − 2Σp + Σp², and Σ(1−g)² likewise.
        return SoftSums(
            tp=self.tn,
            fp=self.fn,
            fn=self.fp,
            tn=self.tp,
            distance=self.distance,
            squared_prediction=self.voxels - 2.0 * (self.tp + self.fp) + self.squared_prediction,
            squared_truth=self.voxels - 2.0 * (self.tp + self.fn) + self.squared_truth,
            cross_entropy_inside=outside,
            cross_entropy_outside=inside,
            clipped=self.clipped,
        )

    @property
    def voxels(self) -> Tensor:
        """Number of voxels."""
        return self.tp + self.fp + self.fn + self.tn

    @property
    def truth(self) -> Tensor:
        """Σ g."""
        return self.tp + self.fn
