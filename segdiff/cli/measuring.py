"""From a case to results: what was chosen, what came out, and what a person should know about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from segdiff.cli.progress import Progress
from segdiff.cli.streams import tell
from segdiff.data import Case, LabelChoice
from segdiff.errors import FileProblem, ParameterProblem
from segdiff.registry import Kind, Score

if TYPE_CHECKING:
    from segdiff.evaluate import Report
    from segdiff.evidence import Device

CONVENTION: Final = "segdiff"
"""Whose way of writing the losses files are scored in, unless another is asked for."""

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
        convention: whose way of writing the losses; in another's, parameters have the names that framework gives them.
    """

    device: Device
    labels: tuple[LabelChoice, ...] = ()
    threshold: float = 0.5
    wanted: tuple[Score, ...] = ()
    parameters: Mapping[str, Any] = field(default_factory=dict)
    convention: str = CONVENTION


@dataclass(frozen=True, eq=False)
class Results:
    """What was measured, and under which choices.

    Args:
        report: the numbers.
        scores: the Scores computed, in the order of the registry.
        parameters: the value of every parameter that took part, chosen or by default.
        notices: what a person should know, in sentences.
        convention: whose way of writing the losses.
    """

    report: Report
    scores: tuple[Score, ...]
    parameters: Mapping[str, Any]
    notices: tuple[str, ...]
    convention: str = CONVENTION

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
        convention=choices.convention,
        device=choices.device,
        watch=Watch(progress=lambda done: progress.show("Measuring", done)),
    )
    results = Results(report, wanted, _in_force(wanted, choices), (), choices.convention)
    return results.noting(choices.device.notice, *case.notices, *report.notices)


def check_names(convention: str, parameters: Collection[str], catalogue: Iterable[Score]) -> None:
    """Refuse parameters that no Score has under a convention.

    Raises:
        ParameterProblem: the convention or a parameter is unknown.
    """
    from segdiff.losses import find_convention, parameter_names

    recipes, known = find_convention(convention).recipes, set[str]()
    for score in catalogue:
        if score.kind is not Kind.LOSS or convention == CONVENTION:
            known.update(score.parameters)
        elif score.id in recipes:
            known.update(parameter_names(score.id, convention))
    if unknown := sorted(set(parameters) - known):
        raise ParameterProblem(
            f"No score has a parameter called {unknown[0]!r} in the convention {convention}; "
            f"there are: {', '.join(sorted(known))}."
        )


def _in_force(wanted: tuple[Score, ...], choices: Choices) -> dict[str, Any]:
    """Every parameter that takes part: another framework's losses have only those that were given."""
    ours = [score for score in wanted if choices.convention == CONVENTION or score.kind is not Kind.LOSS]
    defaults = {name: value for score in ours for name, value in score.defaults.items()}
    given = choices.parameters if choices.convention != CONVENTION else {}
    return {**{name: choices.parameters.get(name, default) for name, default in defaults.items()}, **given}


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
