"""Answers that a person gave beforehand, put into a request."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from segdiff.data import Activation, ReadingChoices
from segdiff.errors import ParameterProblem
from segdiff.io.names import prediction_names
from segdiff.io.request import CaseRequest

Given = TypeVar("Given")

Answer = Callable[[CaseRequest], CaseRequest]
"""Of a request, the same request with a question answered; compared by value."""


@dataclass(frozen=True)
class AsChosen:
    """Of a request, the same request with those answers."""

    choices: ReadingChoices

    def __call__(self, request: CaseRequest) -> CaseRequest:
        """Give each prediction what was said of it, by its name or of all.

        Raises:
            ParameterProblem: something was said of a prediction that is not there.
        """
        names = prediction_names(request.predictions)
        activations = _by_name(self.choices.activations, names)
        channels = _by_name(self.choices.channels, names)
        return replace(
            request,
            predictions=tuple(
                replace(
                    one,
                    activation=activations.get(name, one.activation),
                    channels=channels.get(name, one.channels),
                )
                for one, name in zip(request.predictions, names, strict=True)
            ),
            threshold_truth=(
                request.threshold_truth if self.choices.threshold_truth is None else self.choices.threshold_truth
            ),
            labels=self.choices.labels or request.labels,
        )


@dataclass(frozen=True)
class ReadThrough:
    """Of a request, the same request with one prediction's file read through an activation, or with these labels."""

    path: Path
    activation: Activation | None = None
    channels: tuple[str, ...] = ()

    def __call__(self, request: CaseRequest) -> CaseRequest:
        """Answer for the prediction of that path."""
        return request.with_prediction_read(self.path, activation=self.activation, channels=self.channels)


def _by_name(answers: Iterable[tuple[str, Given]], names: list[str]) -> dict[str, Given]:
    """Each prediction's answer: its own, else that of all."""
    given = dict(answers)
    unknown = sorted(given.keys() - {"", *names})
    if unknown and names:
        raise ParameterProblem(f"There is no prediction named {unknown[0]!r}; there are: {', '.join(names)}.")
    of_all = dict.fromkeys(names, given[""]) if "" in given else {}
    return {**of_all, **{name: answer for name, answer in given.items() if name}}
