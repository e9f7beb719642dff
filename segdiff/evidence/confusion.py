"""Hard counts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from segdiff.errors import SegdiffError


@dataclass(frozen=True, eq=False)
class Confusion:
    """Voxels by outcome, each a float64 tensor ``(sample, class)``; exact up to 2⁵³ voxels.

    ``voxel_ml`` is the volume of one voxel in millilitres, NaN where the file does not say.
    """

    tp: Tensor
    fp: Tensor
    fn: Tensor
    tn: Tensor
    voxel_ml: float = math.nan

    @classmethod
    def of_counts(cls, tp: int, fp: int, fn: int, tn: int, voxel_ml: float | None = None) -> Confusion:
        """From the four counts of one label in one sample."""
        return cls(cell(tp), cell(fp), cell(fn), cell(tn), math.nan if voxel_ml is None else voxel_ml)

    @classmethod
    def stack(cls, confusions: Sequence[Confusion]) -> Confusion:
        """Several labels of one prediction side by side, along the class axis."""
        columns = {name: torch.cat([getattr(c, name) for c in confusions], dim=1) for name in ("tp", "fp", "fn", "tn")}
        return cls(**columns, voxel_ml=confusions[0].voxel_ml)

    def background(self) -> Confusion:
        """The counts of everything that is not the label."""
        return Confusion(tp=self.tn, fp=self.fn, fn=self.fp, tn=self.tp, voxel_ml=self.voxel_ml)

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """TP, FP, FN, TN of one label in one sample, as whole numbers.

        Raises:
            SegdiffError: they are of several.
        """
        tp, fp, fn, tn = (int(the_only(count)) for count in (self.tp, self.fp, self.fn, self.tn))
        return tp, fp, fn, tn


def cell(number: float) -> Tensor:
    """A number of one label in one sample as a tensor ``(1, 1)``; :func:`the_only` is the way back."""
    return torch.tensor([[float(number)]], dtype=torch.float64)


def the_only(numbers: Tensor) -> float:
    """The number of one label in one sample.

    Raises:
        SegdiffError: there are several.
    """
    if numbers.numel() != 1:
        raise SegdiffError(f"One label of one sample is explored at a time; these are {numbers.numel()} at once.")
    return float(numbers.item())
