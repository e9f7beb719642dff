"""From a convention, a loss and a person's parameters to a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from torch import Tensor

from segdiff.errors import ParameterProblem
from segdiff.evidence import Evidence
from segdiff.losses.conventions.engine import Values, compute
from segdiff.losses.conventions.records import Convention, Part, Recipe, Sum


@dataclass(frozen=True)
class Order:
    """A recipe with everything chosen: what the engine computes, and with which numbers."""

    recipe: Recipe
    part: Part
    values: Values


def recipe_for(known: Convention, loss: str) -> Recipe:
    """The recipe of a loss in a convention.

    Raises:
        ParameterProblem: the convention does not define it; the sentence says why, and what it does define.
    """
    if loss in known.recipes:
        return known.recipes[loss]
    why = known.refuses.get(loss, f"{known.title} does not define {loss}.")
    raise ParameterProblem(f"{why} The convention {known.id} defines: {', '.join(known.recipes)}.")


def order(known: Convention, loss: str, classes: int, chosen: Mapping[str, Any]) -> Order:
    """Fill in a recipe.

    Args:
        known: the convention.
        loss: id of the loss.
        classes: number of classes in the batch; some frameworks compute something else for several.
        chosen: the framework's own parameters and switches, by its own names.

    Raises:
        ParameterProblem: a name is unknown there, a value is not allowed, or the loss is not defined for so many classes.
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
            raise ParameterProblem(f"In the convention {known.id}, {loss} has no parameter called {name!r}; its parameters are: {names}.")
    return Order(recipe, part, values)


def compute_order(filled: Order, evidence: Evidence) -> Tensor:
    """The number of an order: a scalar, or one for each class or sample where the framework returns a vector."""
    return compute(filled.part, evidence, filled.values)


def _number(name: str, value: Any) -> float | None:
    if value is None or (isinstance(value, (int, float)) and value == value):
        return None if value is None else float(value)
    raise ParameterProblem(f"{name} should be a number, not {value!r}.")


def _switched(part: Part, name: str, settings: Mapping[Any, Mapping[str, Any]], value: Any) -> Part:
    key = tuple(value) if isinstance(value, list) else value
    if key not in settings and isinstance(key, bool):
        return part
    if key not in settings:
        raise ParameterProblem(f"{name} should be one of {', '.join(map(repr, settings))}, not {value!r}.")
    if isinstance(part, Sum):
        return Sum(tuple((weight, _switched(inner, name, settings, value)) for weight, inner in part.parts))
    return replace(part, **{field: setting for field, setting in settings[key].items() if hasattr(part, field)})
