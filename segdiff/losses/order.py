"""From a convention, a loss and a person's parameters to a number."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from numbers import Real
from typing import Any

from torch import Tensor

from segdiff.errors import ParameterProblem
from segdiff.evidence import Evidence
from segdiff.losses.engine import Values, compute
from segdiff.losses.records import Convention, Generalized, Part, Recipe, Region, Sum, parts_of


@dataclass(frozen=True)
class Order:
    """A recipe with everything chosen: what the engine computes, and with which numbers."""

    recipe: Recipe
    part: Part
    values: Values

    def compute(self, evidence: Evidence) -> Tensor:
        """The number: a scalar, or one for each class or sample where the framework returns several."""
        if self.recipe.completed and evidence.sums.tp.shape[1] == 1:
            evidence = evidence.with_background()
        return compute(self.part, evidence, self.values)

    @property
    def of_masks(self) -> bool:
        """Whether probabilities are cut at one half first, so that there is nothing to train with."""
        return any(part.masks for part in parts_of(self.part) if isinstance(part, (Region, Generalized)))


def recipe_for(known: Convention, loss: str) -> Recipe:
    """The recipe of a loss in a convention.

    Raises:
        ParameterProblem: the convention does not define it; the sentence says why, and what it does define.
    """
    if loss in known.recipes:
        return known.recipes[loss]
    why = known.refuses.get(loss, f"{known.title} does not define {loss}.")
    raise ParameterProblem(f"{why} The convention {known.id} defines: {', '.join(known.recipes)}.")


def names_of(recipe: Recipe) -> frozenset[str]:
    """Every parameter and switch of a recipe, by the framework's own names."""
    return frozenset((*recipe.parameters, *recipe.options))


def order(known: Convention, loss: str, classes: int, chosen: Mapping[str, Any]) -> Order:
    """Fill in a recipe.

    Args:
        known: the convention.
        loss: id of the loss.
        classes: number of classes in the batch; some frameworks compute something else for several.
        chosen: the framework's own parameters and switches, by its own names.

    Raises:
        ParameterProblem: a name is unknown there, a value is not allowed, or the loss is not defined for so many
            classes.
    """
    recipe = recipe_for(known, loss)
    if classes > 1 and recipe.one_class_only:
        raise ParameterProblem(recipe.one_class_only)
    part = recipe.several_classes if classes > 1 and recipe.several_classes is not None else recipe.part
    values = dict(recipe.parameters)
    for name, value in chosen.items():
        if name in recipe.parameters:
            values[name] = _number(name, value)
        elif name in recipe.options:
            part = _switched(part, name, recipe.options[name], value)
        else:
            names = ", ".join([*recipe.parameters, *recipe.options]) or "none"
            where = f"In the convention {known.id}, {loss}"
            raise ParameterProblem(f"{where} has no parameter called {name!r}; its parameters are: {names}.")
    return Order(recipe, part, values)


def _number(name: str, value: Any) -> float | None:
    """A parameter's value; ``None`` switches it off."""
    if value is None:
        return None
    if isinstance(value, Real) and math.isfinite(value):
        return float(value)
    raise ParameterProblem(f"{name} should be a number, not {value!r}.")


def _switched(part: Part, name: str, settings: Mapping[Any, Mapping[str, Any]], value: Any) -> Part:
    """The part with what a switch sets; a switch that has only an on has nothing to set when off."""
    key = tuple(value) if isinstance(value, list) else value
    if key not in settings and isinstance(key, bool) and (not key) in settings:
        return part
    if key not in settings:
        raise ParameterProblem(f"{name} should be one of {', '.join(map(repr, settings))}, not {value!r}.")
    if isinstance(part, Sum):
        return Sum(tuple((weight, _switched(inner, name, settings, value)) for weight, inner in part.parts))
    return replace(part, **{field: setting for field, setting in settings[key].items() if hasattr(part, field)})
