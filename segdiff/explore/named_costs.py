"""Pairs of costs that have a name: special cases, and what frameworks and papers take unless told otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from segdiff.errors import ParameterProblem
from segdiff.losses import CONVENTIONS, find_convention, translate


@dataclass(frozen=True)
class NamedCosts:
    """A point of the (α, β) plane.

    Args:
        name: what it is called.
        alpha: cost of a false positive.
        beta: cost of a miss.
        meaning: what follows from it, in words.
        source: where it is from.
        defaults_of: frameworks and papers that take it unless told otherwise, each with the loss.
    """

    name: str
    alpha: float
    beta: float
    meaning: str
    source: str
    defaults_of: tuple[str, ...] = ()


_LOSSES: Final = {
    "tversky_loss": "Tversky",
    "focal_tversky_loss": "focal Tversky",
    "asymmetric_focal_tversky_loss": "asymmetric focal Tversky",
    "unified_focal_loss": "unified focal",
}

_SPECIAL: Final = (
    NamedCosts("Dice", 0.5, 0.5, "a false positive and a miss cost the same", "Dice 1945, Ecology 26(3)"),
    NamedCosts("IoU", 1.0, 1.0, "each wrong voxel costs as much as a found one earns", "Jaccard 1912"),
    NamedCosts("F2", 0.2, 0.8, "a miss costs four times a false positive", "van Rijsbergen 1979"),
    NamedCosts("Salehi", 0.3, 0.7, "the costs Salehi 2017 found best for small lesions", "arXiv:1706.05721"),
    NamedCosts("Hashemi", 4 / 13, 9 / 13, "F1.5, the costs of Hashemi 2018", "arXiv:1803.11078"),
    NamedCosts("precision", 1.0, 0.0, "only false positives cost: the index is precision", "van Rijsbergen 1979"),
    NamedCosts("recall", 0.0, 1.0, "only misses cost: the index is recall", "van Rijsbergen 1979"),
)


@cache
def named_costs() -> tuple[NamedCosts, ...]:
    """Every pair that has a name, the special cases first; equal pairs are joined under one name."""
    points = list(_SPECIAL)
    for (alpha, beta), who in _defaults().items():
        place = next((i for i, point in enumerate(points) if _is_same(point, alpha, beta)), None)
        if place is None:
            first = next((one for one in who if not one.startswith("segdiff")), who[0])
            points.append(NamedCosts(first, alpha, beta, f"the costs of {first}", "", tuple(who)))
        else:
            known = points[place]
            points[place] = NamedCosts(known.name, known.alpha, known.beta, known.meaning, known.source, tuple(who))
    return tuple(points)


def _is_same(point: NamedCosts, alpha: float, beta: float) -> bool:
    return abs(point.alpha - alpha) < 1e-9 and abs(point.beta - beta) < 1e-9


def _defaults() -> dict[tuple[float, float], list[str]]:
    """Costs that conventions take by default, in segdiff's sense, whatever their own letters sit on."""
    found: dict[tuple[float, float], list[str]] = {}
    for name in CONVENTIONS:
        known = find_convention(name)
        for loss, title in _LOSSES.items():
            if loss not in known.recipes:
                continue
            try:
                alpha, beta = translate(loss, name, {})
            except ParameterProblem:
                continue
            found.setdefault((round(alpha, 9), round(beta, 9)), []).append(f"{known.title} ({title})")
    return found
