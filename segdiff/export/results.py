"""From a case to results: what was chosen, what came out, and what a person should know about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from segdiff.data import Case, LabelChoice
from segdiff.errors import SegdiffError
from segdiff.registry import Kind, Score
from segdiff.session import Subject, Verdict, Verdicts

if TYPE_CHECKING:
    from segdiff.evaluate import Report
    from segdiff.evidence import Device, Watch
    from segdiff.session import ViewState

CONVENTION: Final = "segdiff"
"""Whose way of writing the losses files are scored in, unless another is asked for."""


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
        costs: α and β as segdiff means them, to be written under another convention's own symbols.
    """

    device: Device
    labels: tuple[LabelChoice, ...] = ()
    threshold: float = 0.5
    wanted: tuple[Score, ...] = ()
    parameters: Mapping[str, Any] = field(default_factory=dict)
    convention: str = CONVENTION
    costs: tuple[float, float] | None = None

    @classmethod
    def of_view(cls, view: ViewState, device: Device) -> Choices:
        """What a window shows: its labels, its threshold, its costs and its convention."""
        costs = view.alpha, view.beta
        if view.convention == CONVENTION:
            parameters = {"alpha": view.alpha, "beta": view.beta}
            return cls(device, labels=view.labels, threshold=view.threshold, parameters=parameters)
        return cls(device, labels=view.labels, threshold=view.threshold, convention=view.convention, costs=costs)


@dataclass(frozen=True, eq=False)
class Results:
    """What was measured, and under which choices.

    Args:
        report: the numbers.
        scores: the Scores computed, in the order of the registry.
        parameters: the value of every parameter that took part, chosen or by default.
        notices: what a person should know, in sentences.
        convention: whose way of writing the losses.
        costs: α and β as segdiff means them, where the convention has other symbols for them.
        verdicts: what a reviewer decided, as far as a session tells.
    """

    report: Report
    scores: tuple[Score, ...]
    parameters: Mapping[str, Any]
    notices: tuple[str, ...]
    convention: str = CONVENTION
    costs: tuple[float, float] | None = None
    verdicts: Verdicts = field(default_factory=Verdicts)

    def noting(self, *notices: str) -> Results:
        """The same with more notices; each stands once."""
        return replace(self, notices=tuple(dict.fromkeys(notice for notice in (*self.notices, *notices) if notice)))

    def verdicts_on(self, prediction: str) -> tuple[Verdict, ...]:
        """The verdict on a prediction as a whole, then those on its error regions."""
        whole = Subject.of(self.report.case, prediction)
        given = [one for one in self.verdicts.given if replace(one.subject, region=None) == whole]
        return tuple(sorted(given, key=lambda one: one.subject.region is not None))


def results_of(case: Case, choices: Choices, watch: Watch | None = None) -> Results:
    """Score every prediction of a case.

    Raises:
        SegdiffError: there is nothing to compare, or something is wrong with the choices.
    """
    import segdiff.losses
    import segdiff.metrics  # noqa: F401  registers its Scores, as the losses do
    from segdiff.evaluate import evaluate_case
    from segdiff.registry import scores

    wanted = tuple(score for score in scores() if score in choices.wanted) or scores()
    report = evaluate_case(
        case,
        labels=choices.labels,
        threshold=choices.threshold,
        wanted=wanted,
        parameters=choices.parameters,
        convention=choices.convention,
        costs=choices.costs,
        device=choices.device,
        watch=watch,
    )
    results = Results(report, wanted, _in_force(wanted, choices), (), choices.convention, choices.costs)
    return results.noting(choices.device.notice, *case.notices, *report.notices)


def results_of_view(view: ViewState, device: str) -> Results:
    """What a window shows, in numbers, as ``segdiff score --session`` computes them.

    Args:
        view: with a case.
        device: where to measure, ``auto`` for the best there is.

    Raises:
        SegdiffError: there is nothing to compare.
    """
    from segdiff.evidence import choose_device

    if view.case is None:
        raise SegdiffError("There is no case to score.")
    results = results_of(view.case, Choices.of_view(view, choose_device(device)))
    return replace(results, verdicts=view.verdicts)


def _in_force(wanted: tuple[Score, ...], choices: Choices) -> dict[str, Any]:
    """Every parameter that takes part: another framework's losses have only those that were given."""
    ours = [score for score in wanted if choices.convention == CONVENTION or score.kind is not Kind.LOSS]
    defaults = {name: value for score in ours for name, value in score.defaults.items()}
    if choices.costs is not None:
        return {**defaults, **_symbols(wanted, choices.convention, *choices.costs)}
    given = choices.parameters if choices.convention != CONVENTION else {}
    return {**{name: choices.parameters.get(name, default) for name, default in defaults.items()}, **given}


def _symbols(wanted: tuple[Score, ...], convention: str, alpha: float, beta: float) -> dict[str, float]:
    """What costs are called in a convention, and come to there."""
    from segdiff.evaluate import symbols_at_costs

    return {name: value for score in wanted for name, value in symbols_at_costs(convention, score, alpha, beta).items()}
