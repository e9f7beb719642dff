"""Measuring for the command line: with progress, and with names of parameters checked first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from segdiff.cli.progress import Progress
from segdiff.cli.streams import tell
from segdiff.data import Case
from segdiff.errors import FileProblem, ParameterProblem
from segdiff.export.results import CONVENTION, Choices, Results, results_of
from segdiff.registry import Kind, Score

MOST_LABELS: Final = 200
"""More than a table is read for; atlases of the brain come near it, pictures of 8 bits exceed it."""


def measure_case(case: Case, choices: Choices, progress: Progress) -> Results:
    """Score every prediction of a case, and say how far it has come.

    Raises:
        SegdiffError: there is nothing to compare, or something is wrong with the choices.
    """
    from segdiff.evidence import Watch

    if not choices.labels:
        _refuse_pictures(case)
    return results_of(case, choices, Watch(progress=lambda done: progress.show("Measuring", done)))


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
