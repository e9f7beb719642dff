"""Pairs of costs that have a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from segdiff.gui.words import tr


@dataclass(frozen=True)
class NamedPoint:
    """A pair of costs, α and β, and what is meant by it.

    Args:
        name: what it is called.
        costs: α and β.
        meaning: in words.
        defaults_of: frameworks and papers that take it unless told otherwise.
    """

    name: str
    costs: tuple[float, float]
    meaning: str
    defaults_of: tuple[str, ...] = ()


NAMED_COSTS: Final = {"Dice": (0.5, 0.5), "IoU": (1.0, 1.0), "Salehi": (0.3, 0.7), "F2": (0.2, 0.8)}

F_BETA_POINTS: Final = (("F½", (0.8, 0.2)), ("F3", (0.1, 0.9)))
"""Along α + β = 1, where the index is an F-β, beside F1, which is Dice, and F2."""


def named_points() -> tuple[NamedPoint, ...]:
    """The points that are always there, with what they mean."""
    meanings = {
        "Dice": tr("a false positive and a miss cost the same"),
        "IoU": tr("each wrong voxel costs as much as a found one earns"),
        "Salehi": tr("the costs Salehi 2017 found best for small lesions"),
        "F2": tr("a miss costs four times a false positive"),
    }
    return tuple(NamedPoint(name, costs, meanings[name]) for name, costs in NAMED_COSTS.items())


def told_of(point: NamedPoint) -> str:
    """A point in words: its costs, what they mean, and who takes them by default."""
    alpha, beta = (f"{cost:.4g}" for cost in point.costs)
    told = tr("{name}: α {alpha}, β {beta}", name=point.name, alpha=alpha, beta=beta)
    lines = [told, point.meaning]
    if point.defaults_of:
        lines.append(tr("default of {who}", who=", ".join(point.defaults_of)))
    return "\n".join(lines)
