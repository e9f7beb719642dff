"""From a case to results: what was chosen, what came out, and what a person should know about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from segdiff.cli.progress import Progress
from segdiff.cli.streams import tell
from segdiff.data import Case, LabelChoice
from segdiff.io import CaseRequest, read_case
from segdiff.registry import Score

if TYPE_CHECKING:
    from segdiff.evaluate import Report


@dataclass(frozen=True)
class Choices:
    """How to measure and score.

    Args:
        labels: what to compare; every label there is when empty.
        threshold: probability from which a voxel is predicted; ``None``: not chosen, so one half.
        wanted: which Scores; all when empty.
        parameters: those chosen, by name; each Score has defaults for the rest.
        convention: whose way of writing the losses.
        device: where to measure.
    """

    labels: tuple[LabelChoice, ...] = ()
    threshold: float | None = None
    wanted: tuple[Score, ...] = ()
    parameters: Mapping[str, float] = field(default_factory=dict)
    convention: str = "segdiff"
    device: str = "auto"


@dataclass(frozen=True, eq=False)
class Results:
    """What was measured, and under which choices.

    Args:
        report: the numbers.
        scores: the Scores computed, in the order of the registry.
        parameters: the value of every parameter that took part, chosen or by default.
        convention: whose way of writing the losses.
        notices: what a person should know, in sentences.
    """

    report: Report
    scores: tuple[Score, ...]
    parameters: Mapping[str, float]
    convention: str
    notices: tuple[str, ...]


def read_and_measure(request: CaseRequest, choices: Choices) -> Results:
    """Read the files of a request and score every prediction, with a bar on stderr meanwhile.

    Raises:
        SegdiffError: something is wrong with the files or the choices.
    """
    with Progress() as progress:
        return measure_case(read_case(request, progress=progress.show), choices, progress)


def measure_case(case: Case, choices: Choices, progress: Progress) -> Results:
    """Score every prediction of a case.

    Raises:
        SegdiffError: there is nothing to compare, or something is wrong with the choices.
    """
    from segdiff.cli.catalogue import all_scores
    from segdiff.evaluate import evaluate_case
    from segdiff.evidence import Watch, choose_device

    device = choose_device(choices.device)
    wanted = tuple(score for score in all_scores() if score in choices.wanted) or all_scores()
    report = evaluate_case(
        case,
        labels=choices.labels,
        threshold=0.5 if choices.threshold is None else choices.threshold,
        wanted=wanted,
        parameters=choices.parameters,
        device=device,
        watch=Watch(progress=lambda done: progress.show("Measuring", done)),
    )
    notices = (device.notice, *case.notices, *report.notices, *_without_effect(report, wanted, choices))
    told = tuple(dict.fromkeys(notice for notice in notices if notice))
    return Results(report, wanted, _in_force(wanted, choices.parameters), choices.convention, told)


def tell_notices(results: Results) -> None:
    """Say on stderr what a person should know about the results."""
    for notice in results.notices:
        tell(f"Note: {notice}")


def _in_force(wanted: Sequence[Score], chosen: Mapping[str, float]) -> dict[str, float]:
    """The value of every parameter of the Scores."""
    defaults = {name: value for score in wanted for name, value in score.defaults.items()}
    return {name: chosen.get(name, default) for name, default in defaults.items()}


def _without_effect(report: Report, wanted: Sequence[Score], choices: Choices) -> list[str]:
    """Choices that change no number here, said so that nobody believes they did."""
    taken = {name for score in wanted for name in score.parameters}
    found = [f"None of these scores has a parameter {name}, so it changes nothing." for name in choices.parameters if name not in taken]
    if choices.threshold is not None and all(row.threshold is None for row in report.predictions):
        found.append("No prediction holds probabilities, so the threshold changes nothing.")
    return found
