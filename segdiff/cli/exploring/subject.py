"""What is explored: one label of every prediction of a case, measured once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Case, Comparison, LabelChoice
from segdiff.errors import ParameterProblem, SegdiffError

if TYPE_CHECKING:
    from segdiff.evidence import Evidence, ThresholdCounts, Watch


@dataclass(frozen=True)
class Options:
    """What was chosen on the command line, besides files.

    Args:
        alpha: cost of a false positive.
        beta: cost of a miss.
        threshold: probability from which a voxel is predicted.
        member: which value the plane holds.
        exponent: power of focal Tversky.
        size: costs along each axis of the plane.
        slice_number: which slice gradients and training look at, counted from 1; ``None`` for the fullest.
        wrt: what gradients are by.
        loss: what is trained with, beside Dice and cross-entropy.
    """

    alpha: float = 0.3
    beta: float = 0.7
    threshold: float = 0.5
    member: str = "tversky_index"
    exponent: float = 0.75
    size: int = 21
    slice_number: int | None = None
    wrt: str = "logit"
    loss: str = "tversky_loss"

    @property
    def costs(self) -> Mapping[str, float]:
        """Parameters of losses, by name."""
        return {"alpha": self.alpha, "beta": self.beta, "exponent": self.exponent}


@dataclass(frozen=True, eq=False)
class Subject:
    """A measured case.

    Args:
        case: with a truth.
        labels: those chosen; the first is explored, and means are over all.
        evidence: for each prediction the evidence of each label.
        options: what was chosen.
        watch: asked and told while voxels are looked at.
    """

    case: Case
    labels: tuple[LabelChoice, ...]
    evidence: Mapping[str, tuple[Evidence, ...]]
    options: Options
    watch: Watch

    @property
    def names(self) -> tuple[str, ...]:
        """Of the predictions."""
        return tuple(self.evidence)

    def of(self, name: str) -> Evidence:
        """Evidence of the first label of a prediction."""
        return self.evidence[name][0]

    def maps(self) -> dict[str, ThresholdCounts]:
        """Counts at every threshold of each probability map.

        Raises:
            SegdiffError: no prediction is one.
        """
        found = {name: counts for name in self.names if (counts := self.of(name).thresholds) is not None}
        if not found:
            raise SegdiffError(
                "Every prediction holds hard labels, which have no threshold to move; give a probability map."
            )
        return found

    def comparison(self, name: str) -> Comparison:
        """A prediction at the threshold, for the first label."""
        soft = self.case.prediction(name).is_probabilistic
        return Comparison(name, self.labels[0], self.options.threshold if soft else None)

    def slice_index(self) -> int:
        """The slice chosen, from 0: the one asked for, or the one with most of the truth."""
        grid = self.case.grid
        if not grid.is_volume:
            return 0
        if self.options.slice_number is None:
            return int(self.case.truth_mask(self.labels[0]).sum(axis=(1, 2)).argmax())
        if not 1 <= self.options.slice_number <= grid.shape[0]:
            raise ParameterProblem(f"The slice should be from 1 to {grid.shape[0]}, not {self.options.slice_number}.")
        return self.options.slice_number - 1

    def where(self) -> tuple[slice | int, ...]:
        """How to take that slice out of an array."""
        return (self.slice_index(),) if self.case.grid.is_volume else ()

    def truth_slice(self) -> NDArray[np.bool_]:
        """The truth on that slice."""
        return self.case.truth_mask(self.labels[0], self.where())

    def probability_slice(self, name: str) -> NDArray[np.floating[Any]]:
        """The probability of the label on that slice, 0 or 1 for hard labels."""
        from segdiff.data import LabelMap

        content = self.case.prediction(name).content
        if isinstance(content, LabelMap):
            return self.case.prediction_mask(self.comparison(name), self.where()).astype(np.float64)
        return content.of(self.labels[0], self.where())
