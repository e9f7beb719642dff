"""How much probability was given to what is really there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import pad

from segdiff.evidence.confusion import Confusion


@dataclass(frozen=True, eq=False)
class Bins:
    """Voxels of like probability, float64 tensors ``(sample, class, bin)``.

    ``right`` is the mean probability given to what is there, ``wrong`` is 1 − right without the rounding, ``count`` the
    number of voxels (or their weight, where the truth is soft). Empty bins hold right = 1, wrong = 0 and count = 0, so
    that they cost nothing under any loss.
    """

    right: Tensor
    wrong: Tensor
    count: Tensor

    @classmethod
    def stack(cls, classes: Sequence[Bins]) -> Bins:
        """Several classes side by side, along the class axis; empty bins fill those that have fewer."""
        most = max(bins.count.shape[-1] for bins in classes)

        def filled(name: str, value: float) -> Tensor:
            rows = [getattr(bins, name) for bins in classes]
            return torch.cat([pad(row, (0, most - row.shape[-1]), value=value) for row in rows], dim=1)

        return cls(right=filled("right", 1.0), wrong=filled("wrong", 0.0), count=filled("count", 0.0))


@dataclass(frozen=True, eq=False)
class ProbabilityHistogram:
    """Voxels of the truth (``inside``) and others (``outside``) by the probability given to the right answer.

    Bins are logarithmic towards both 0 and 1, 256 to an octave, and hold the mean of their voxels. A focal loss
    computed from them differs from the sum over voxels by less than 2·10⁻⁶ · (1 + γ)² of itself, and by a third of that
    where the voxels of a bin are spread evenly. With one bin for each voxel it is exact.
    """

    inside: Bins
    outside: Bins

    @classmethod
    def of_confusion(cls, confusion: Confusion) -> ProbabilityHistogram:
        """Two bins a side: right and wrong."""

        def side(right: Tensor, wrong: Tensor) -> Bins:
            certain = torch.tensor([1.0, 0.0], dtype=torch.float64).expand(*right.shape, 2)
            return Bins(right=certain, wrong=1.0 - certain, count=torch.stack([right, wrong], dim=-1))

        return cls(inside=side(confusion.tp, confusion.fn), outside=side(confusion.tn, confusion.fp))

    @classmethod
    def stack(cls, classes: Sequence[ProbabilityHistogram]) -> ProbabilityHistogram:
        """Several classes side by side, along the class axis."""
        return cls(Bins.stack([each.inside for each in classes]), Bins.stack([each.outside for each in classes]))

    def background(self) -> ProbabilityHistogram:
        """Of everything that is not the class, given as 1 − p: what is right and wrong of it are the same."""
        return ProbabilityHistogram(inside=self.outside, outside=self.inside)

    @property
    def voxels(self) -> Tensor:
        """Number of voxels, ``(sample, class)``."""
        return self.inside.count.sum(dim=-1) + self.outside.count.sum(dim=-1)
