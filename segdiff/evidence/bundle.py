"""Everything measured for one Comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from segdiff.evidence.confusion import Confusion
from segdiff.evidence.histogram import ProbabilityHistogram
from segdiff.evidence.lesions import LesionMatches
from segdiff.evidence.soft_sums import SoftSums
from segdiff.evidence.surface_distances import SurfaceDistances
from segdiff.evidence.thresholds import ThresholdCounts

Kind = TypeVar("Kind")


@dataclass(frozen=True, eq=False)
class Evidence:
    """What Scores are computed from. For hard labels the soft parts follow from the counts.

    Args:
        confusion: counts at the threshold.
        histogram: for losses that are a mean over voxels.
        sums: for losses of regions.
        thresholds: counts at all other thresholds; ``None`` for hard labels.
        distances: between the surfaces at the threshold; ``None`` unless they were asked for.
        lesions: of truth and prediction at the threshold; likewise.
        notice: what a person should know about how it was measured; usually empty.
    """

    confusion: Confusion
    sums: SoftSums
    histogram: ProbabilityHistogram
    thresholds: ThresholdCounts | None = None
    distances: SurfaceDistances | None = None
    lesions: LesionMatches | None = None
    notice: str = ""

    @classmethod
    def of_confusion(cls, confusion: Confusion) -> Evidence:
        """For hard labels, where counts say everything."""
        return cls(confusion, SoftSums.of_confusion(confusion), ProbabilityHistogram.of_confusion(confusion))

    @classmethod
    def stack(cls, classes: Sequence[Evidence]) -> Evidence:
        """Several classes side by side, along the class axis, without what is measured of one class only."""
        return cls(
            Confusion.stack([each.confusion for each in classes]),
            SoftSums.stack([each.sums for each in classes]),
            ProbabilityHistogram.stack([each.histogram for each in classes]),
        )

    def with_background(self) -> Evidence:
        """A single class as the second of two, the first being what it leaves over."""
        background = Evidence(self.confusion.background(), self.sums.background(), self.histogram.background())
        return Evidence.stack([background, self])

    def of(self, kind: type[Kind]) -> Kind:
        """The part that is of that type: what a Score's first annotation asks for.

        Raises:
            TypeError: it has not been measured.
        """
        for part in self._parts:
            if isinstance(part, kind):
                return part
        raise TypeError(f"no evidence of type {kind.__name__} is measured")

    def has(self, kind: type[object]) -> bool:
        """Whether that part has been measured."""
        return any(isinstance(part, kind) for part in self._parts)

    @property
    def _parts(self) -> tuple[object, ...]:
        return self, self.confusion, self.sums, self.histogram, self.distances, self.lesions

    def at(self, threshold: float) -> Evidence:
        """The same at another threshold, without what would have to be measured there: no voxel is looked at."""
        return self if self.thresholds is None else _at(self, threshold)


@lru_cache(maxsize=64)
def _at(evidence: Evidence, threshold: float) -> Evidence:
    """Kept, so that values computed at a threshold are found again while something else moves."""
    assert evidence.thresholds is not None
    return replace(evidence, confusion=evidence.thresholds.confusion(threshold), distances=None, lesions=None)
