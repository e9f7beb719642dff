"""What a framework's α and β mean here, and how our costs are written there."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from segdiff.errors import ParameterProblem
from segdiff.losses.chosen import choose, find_convention
from segdiff.losses.conventions import SEGDIFF
from segdiff.losses.engine import amount, symbol, value_for
from segdiff.losses.order import recipe_for
from segdiff.losses.records import Amount, Recipe, Region, parts_of


def translate(loss: str, convention: str, parameters: Mapping[str, Any]) -> tuple[float, float]:
    """The costs that a framework's parameters amount to.

    Args:
        loss: id of a loss of regions, or of a sum with one.
        convention: whose parameters they are.
        parameters: by that framework's names; those left out have its defaults.

    Returns:
        (α, β) in segdiff's sense: the cost of a false positive and that of a miss.

    Raises:
        ParameterProblem: the convention, loss or a parameter is unknown, or the loss has no such costs.
    """
    filled = choose(loss, convention, parameters).order(1)
    region = _region_of(filled.recipe)
    if region is None:
        raise ParameterProblem(f"{loss} weighs no false positives against misses, so it has no α and β to translate.")
    return amount(region.false_positives, filled.values), amount(region.misses, filled.values)


def parameters_for(
    loss: str, convention: str, alpha: float, beta: float, exponent: float | None = None
) -> dict[str, float | None]:
    """A framework's parameters for our costs; its other parameters have its defaults.

    Args:
        loss: id of the loss. Where it has no costs in segdiff's convention either (Dice loss), they have no say.
        convention: for whom.
        alpha: cost of a false positive.
        beta: cost of a miss.
        exponent: power of the loss, where it has one; ``None`` leaves the framework's default.

    Raises:
        ParameterProblem: the framework cannot have these costs; the sentence says why.
    """
    known = find_convention(convention)
    recipe = recipe_for(known, loss)
    region, ours = _region_of(recipe), _region_of(recipe_for(SEGDIFF, loss))
    values = dict(recipe.parameters)
    if region is None or ours is None:
        return values
    wanted: list[tuple[str, Amount, float]] = []
    if isinstance(ours.false_positives, str):
        wanted += [("cost of false positives", region.false_positives, alpha), ("cost of misses", region.misses, beta)]
    if isinstance(ours.exponent, str) and exponent is not None:
        wanted.append(("exponent", region.exponent, exponent))
    solved: dict[str, float] = {}
    for what, written, number in wanted:
        _solve(solved, f"{known.title} has a {what} of its own in {loss}", written, number)
    return {**values, **solved}


def written_call(recipe: Recipe, values: Mapping[str, float | None]) -> str:
    """The framework's call with values filled in."""
    return recipe.call.format(**{name: value if value is None else round(value, 12) for name, value in values.items()})


def _region_of(recipe: Recipe) -> Region | None:
    return next((part for part in parts_of(recipe.part) if isinstance(part, Region)), None)


def _solve(solved: dict[str, float], problem: str, written: Amount, wanted: float) -> None:
    """Add what a parameter must be, unless it is fixed to something else or must be something else already."""
    if not isinstance(written, str):
        if not math.isclose(written, wanted):
            raise ParameterProblem(f"{problem}: it is always {written:g}, not {wanted:g}.")
        return
    name, value = symbol(written), value_for(written, wanted)
    if name in solved and not math.isclose(solved[name], value, abs_tol=1e-12):
        raise ParameterProblem(f"{problem}: {name} decides both costs, which must add up to 1.")
    solved[name] = value
