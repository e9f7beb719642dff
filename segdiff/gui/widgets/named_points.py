"""Pairs of costs that have a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class NamedPoint:
    """A pair of costs, α and β, and what is meant by it."""

    name: str
    costs: tuple[float, float]
    meaning: str


NAMED_POINTS: Final = (
    NamedPoint("Dice", (0.5, 0.5), "a false positive and a miss cost the same"),
    NamedPoint("IoU", (1.0, 1.0), "each wrong voxel costs as much as a found one earns"),
    NamedPoint("Salehi", (0.3, 0.7), "the costs Salehi 2017 found best for small lesions"),
    NamedPoint("F2", (0.2, 0.8), "a miss costs four times a false positive"),
)
