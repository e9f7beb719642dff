"""Every loss in every convention, with inputs that all of them take."""

from __future__ import annotations

from segdiff.losses.conventions import CONVENTIONS
from segdiff.losses.engine import amount
from segdiff.losses.records import Generalized, Recipe, Region, parts_of

EVERY = [(convention, loss) for convention, known in CONVENTIONS.items() for loss in known.recipes]
"""(convention, loss), all of them."""


def recipe_of(convention: str, loss: str) -> Recipe:
    """The record."""
    return CONVENTIONS[convention].recipes[loss]


def scores_masks(convention: str, loss: str) -> bool:
    """Whether it cuts probabilities at one half, so that nothing follows a small change."""
    parts = parts_of(recipe_of(convention, loss).part)
    return any(part.masks for part in parts if isinstance(part, Region | Generalized))


TRAINABLE = [(convention, loss) for convention, loss in EVERY if not scores_masks(convention, loss)]
"""Those with a gradient."""


def costs_of(convention: str, loss: str, **chosen: float) -> tuple[float, float] | None:
    """What false positives and misses cost, by the record; ``None`` for what is no loss of regions."""
    recipe = recipe_of(convention, loss)
    values = {**recipe.parameters, **chosen}
    region = next((part for part in parts_of(recipe.part) if isinstance(part, Region)), None)
    return None if region is None else (amount(region.false_positives, values), amount(region.misses, values))
