"""What a Score is, and the list of all of them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from numbers import Real
from types import MappingProxyType
from typing import Any, TypeVar, get_type_hints

from segdiff.errors import ParameterProblem
from segdiff.registry.parameters import Parameter, parameter_of

Function = TypeVar("Function", bound=Callable[..., Any])


class Kind(StrEnum):
    """Which part of the table a Score stands in."""

    LOSS = "loss"
    METRIC = "metric"
    SURFACE = "surface"
    LESION = "lesion"
    VOLUME = "volume"


class Scope(StrEnum):
    """What a Score is a number of: one label, or all labels and the background together."""

    LABEL = "label"
    OVERALL = "overall"


class Better(StrEnum):
    """Which way is better, where there is one."""

    LOWER = "lower"
    HIGHER = "higher"
    NEITHER = "neither"


@dataclass(frozen=True, eq=False)
class Score:
    """A registered loss or metric: Evidence and parameters in, numbers out.

    Args:
        id: its name on the command line, in JSON and in the library.
        title: its name on screen.
        function: evidence first, parameters by keyword; returns a float64 tensor of shape ``(sample, class)``, or
            ``(sample,)`` when its scope is overall.
        definition: one or two sentences a clinician can read.
        formula: plain text with TP, FP, FN, p, g and the parameters' symbols.
        source: author, year, arXiv or DOI.
        unit: what it is measured in, "mm"; empty for a plain number.
        on_labels: what a loss of probabilities means for a prediction of hard labels; empty where nothing changes.
        undefined: why it has no value, when it has none.
        both_empty: what is taken for it when neither truth nor prediction has a voxel; ``None``: nothing is.
        pixelwise: a mean over voxels, so that the background takes part in the library's mean over classes.
        terms: ids of the Scores it is the sum of.
    """

    id: str
    title: str
    function: Callable[..., Any]
    kind: Kind
    scope: Scope
    better: Better
    definition: str
    formula: str
    source: str
    unit: str = ""
    on_labels: str = ""
    undefined: str = ""
    both_empty: float | None = None
    pixelwise: bool = False
    terms: tuple[str, ...] = ()

    @cached_property
    def evidence(self) -> type:
        """The Evidence it needs: the annotation of its first argument."""
        hints = get_type_hints(self.function)
        first: type = hints[next(iter(inspect.signature(self.function).parameters))]
        return first

    @cached_property
    def parameters(self) -> Mapping[str, Parameter]:
        """Its parameters by name, in the order of its signature."""
        hints = get_type_hints(self.function, include_extras=True)
        found: dict[str, Parameter] = {}
        for name, argument in inspect.signature(self.function).parameters.items():
            if argument.kind is inspect.Parameter.KEYWORD_ONLY:
                found[name] = parameter_of(hints[name])
        return MappingProxyType(found)

    @cached_property
    def defaults(self) -> Mapping[str, float]:
        """Default of each parameter."""
        signature = inspect.signature(self.function).parameters
        return MappingProxyType({name: float(signature[name].default) for name in self.parameters})

    def arguments(self, chosen: Mapping[str, float]) -> dict[str, float]:
        """Of the parameters chosen for many Scores, those this one takes, checked.

        Raises:
            ParameterProblem: a value is not a finite number, or outside the parameter's range.
        """
        taken = {name: chosen[name] for name in self.parameters if name in chosen}
        for name, value in taken.items():
            check_parameter(name, self.parameters[name], value)
        return {name: float(value) for name, value in taken.items()}


def check_parameter(name: str, parameter: Parameter, value: object) -> None:
    """Raise :class:`ParameterProblem` unless ``value`` is a finite number in the parameter's range."""
    if not parameter.allows(value):
        found = f"{float(value):g}" if isinstance(value, Real) else repr(value)
        raise ParameterProblem(f"{name} ({parameter.symbol}) should be a number {parameter.bounds}, not {found}.")


_registered: dict[str, Score] = {}


def score(
    *, title: str, kind: Kind, better: Better, definition: str, formula: str, source: str, **more: Any
) -> Callable[[Function], Function]:
    """Register the decorated function as a Score under its own name; the function itself stays as it is."""

    def register(function: Function) -> Function:
        name = function.__name__
        if name in _registered:
            raise ValueError(f"two Scores are called {name!r}")
        _registered[name] = Score(
            id=name, title=title, function=function, kind=kind, better=better,
            definition=definition, formula=formula, source=source,
            **{"scope": Scope.LABEL, **more},
        )  # fmt: skip
        return function

    return register


def scores() -> tuple[Score, ...]:
    """All registered Scores, in the order they were written."""
    return tuple(_registered.values())


def find(name: str) -> Score:
    """The Score of that id.

    Raises:
        ParameterProblem: there is none.
    """
    try:
        return _registered[name]
    except KeyError:
        raise ParameterProblem(f"There is no score called {name!r}; `segdiff scores` lists them all.") from None
