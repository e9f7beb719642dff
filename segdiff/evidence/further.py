"""What only some Scores ask for and is dear to measure: it is added to the Evidence when one of them is wanted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from segdiff.data import Case, Comparison
from segdiff.evidence.bundle import Evidence
from segdiff.evidence.chunks import Watch
from segdiff.evidence.joint_box import JointBox, joint_box
from segdiff.evidence.lesions import LesionMatches, lesions_in
from segdiff.evidence.surface_distances import SurfaceDistances, distances_in

FURTHER: Final[Mapping[type, tuple[str, Callable[[JointBox, Watch], Any]]]] = MappingProxyType(
    {SurfaceDistances: ("distances", distances_in), LesionMatches: ("lesions", lesions_in)}
)
"""Parts of Evidence that :func:`~segdiff.evidence.measure` leaves out: what each is called, and how it is found."""


def measure_further(
    evidence: Evidence, kinds: Collection[type], case: Case, comparison: Comparison, watch: Watch | None = None
) -> Evidence:
    """The same evidence with those parts of ``kinds`` that are measured apart.

    Args:
        evidence: of the comparison, at its threshold.
        kinds: types of evidence, of which others are passed over.
        case: holds truth and prediction.
        comparison: which prediction, label and threshold.
        watch: asked whether anyone still waits.

    Raises:
        Cancelled: nobody waits for the result any more.
    """
    wanted = {name: measure_part for kind, (name, measure_part) in FURTHER.items() if kind in kinds}
    if not wanted:
        return evidence
    watch = watch or Watch()
    box = joint_box(case, comparison, watch)
    return replace(evidence, **{name: measure_part(box, watch) for name, measure_part in wanted.items()})
