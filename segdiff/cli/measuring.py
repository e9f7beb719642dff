"""From a case to results: what was chosen, what came out, and what a person should know about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from segdiff.cli.progress import Progress
from segdiff.cli.streams import tell
from segdiff.data import Case, LabelChoice
from segdiff.errors import FileProblem
from segdiff.registry import Score

if TYPE_CHECKING:
    from segdiff.evaluate import Report
    from segdiff.evidence import Device

CONVENTION: Final = "segdiff"
"""Whose way of writing the losses files are scored in; the library knows others."""

MOST_LABELS: Final = 200
"""More than a table is read for; atlases of the brain come near it, pictures of 8 bits exceed it."""


@dataclass(frozen=True)
class Choices:
    """How to measure and score.

    Args:
        device: where to measure.
        labels: what to compare; every label there is when empty.
        threshold: probability from which a voxel is predicted.
        wanted: which Scores; all when empty.
        parameters: those chosen, by name; each Score has defaults for the rest.
    """

    device: Device
    labels: tuple[LabelChoice, ...] = ()
    threshold: float = 0.5
    wanted: tuple[Score, ...] = ()
    parameters: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Results:
    """What was measured, and under which choices.

    Args:
        report: the numbers.
        scores: the Scores computed, in the order of the registry.
        parameters: the value of every parameter that took part, chosen or by default.
        notices: what a person should know, in sentences.
    """

    report: Report
    scores: tuple[Score, ...]
    parameters: Mapping[str, float]
    notices: tuple[str, ...]

    def noting(self, *notices: str) -> Results:
        """The same with more notices; each stands once."""
        return replace(self, notices=tuple(dict.fromkeys(notice for notice in (*self.notices, *notices) if notice)))


def measure_case(case: Case, choices: Choices, progress: Progress) -> Results:
    """Score every prediction of a case.

    Raises:
        SegdiffError: there is nothing to compare, or something is wrong with the choices.
    """
    from segdiff.cli.catalogue import all_scores
    from segdiff.evaluate import evaluate_case
    from segdiff.evidence import Watch

    if not choices.labels:
        _refuse_pictures(case)
    wanted = tuple(score for score in all_scores() if score in choices.wanted) or all_scores()
    report = evaluate_case(
        case,
        labels=choices.labels,
        threshold=choices.threshold,
        wanted=wanted,
        parameters=choices.parameters,
        device=choices.device,
        watch=Watch(progress=lambda done: progress.show("Measuring", done)),
    )
    defaults = {name: value for score in wanted for name, value in score.defaults.items()}
    in_force = {name: choices.parameters.get(name, default) for name, default in defaults.items()}
    results = Results(report, wanted, in_force, ())
    return results.noting(choices.device.notice, *case.notices, *report.notices)


def tell_notices(results: Results) -> None:
    """Say on stderr what a person should know about the results."""
    for notice in results.notices:
        tell(f"Note: {notice}")


def _refuse_pictures(case: Case) -> None:
    """An image given as truth by mistake would be scored in a thousand labels."""
    maps = [case.truth, *(prediction.content for prediction in case.predictions)]
    for content in maps:
        if content is not None and len(content.labels) > MOST_LABELS:
            name = content.path.name if content.path else case.name
            raise FileProblem(
                f"{name} should hold labels, but it has {len(content.labels):,} different values, as a picture has; "
                "if they are labels, say with --label which of them to compare."
            )
