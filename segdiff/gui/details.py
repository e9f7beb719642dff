"""What is measured only while someone looks at it, as frozen values the pipeline can tell apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from segdiff.data import Case, Comparison, Neighbours

if TYPE_CHECKING:
    from segdiff.evidence import ErrorRegions, LesionMatches, SliceCounts, SurfaceDistances, Watch


class Detail(Protocol):
    """Something to measure besides the Evidence of each Comparison. Frozen and compared by value: it is a key, too."""

    def __hash__(self) -> int: ...

    @property
    def comparison(self) -> Comparison:
        """What is compared, at its threshold."""

    def measure(self, case: Case, watch: Watch) -> object:
        """In the worker; what comes back is kept until other files are on screen."""


@runtime_checkable
class Announced(Protocol):
    """A detail that has words of its own for what is being done."""

    @property
    def doing(self) -> str:
        """What to say meanwhile."""


@dataclass(frozen=True)
class SliceCountsOf:
    """The counts of every slice."""

    comparison: Comparison

    def measure(self, case: Case, watch: Watch) -> SliceCounts:
        """In the worker."""
        from segdiff.evidence import measure_slices

        return measure_slices(case, self.comparison, watch)


@dataclass(frozen=True)
class FurtherOf:
    """What some Scores need besides the Evidence: how far surfaces lie apart, and which lesions were found."""

    comparison: Comparison

    def measure(self, case: Case, watch: Watch) -> tuple[SurfaceDistances, LesionMatches]:
        """In the worker."""
        from segdiff.evidence import distances_in, joint_box, lesions_in

        box = joint_box(case, self.comparison, watch)
        return distances_in(box, watch), lesions_in(box, watch)


@dataclass(frozen=True)
class RegionsOf:
    """The error regions."""

    comparison: Comparison
    neighbours: Neighbours

    def measure(self, case: Case, watch: Watch) -> ErrorRegions:
        """In the worker."""
        from segdiff.evidence import measure_regions

        return measure_regions(case, self.comparison, self.neighbours, watch)
