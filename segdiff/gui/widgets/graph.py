"""What a small chart shows, as frozen values: lines, bars, marks and the axes they lie on."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray


class Weight(StrEnum):
    """How much a line or mark is to be seen: what is chosen, what is beside it, what is only meant for comparison."""

    STRONG = "strong"
    QUIET = "quiet"
    DASHED = "dashed"


@dataclass(frozen=True, eq=False)
class Line:
    """A curve. NaN leaves a gap.

    Args:
        x: rising or not, as a path.
        y: as many values.
        label: written at its end, and before its value on hover.
        weight: how it is drawn.
        colour: of the palette.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    label: str = ""
    weight: Weight = Weight.STRONG
    colour: str = "text"


@dataclass(frozen=True)
class Mark:
    """A place: an upright line, or a dot where ``y`` is given.

    Args:
        x: where.
        y: where; NaN for an upright line.
        label: written beside it.
        weight: how it is drawn; a strong dot is a ring, a dashed one hollow and grey.
        meaning: a sentence, on hover over a dot.
        chooses: what a click on a dot chooses; empty where it chooses nothing.
    """

    x: float
    y: float = math.nan
    label: str = ""
    weight: Weight = Weight.QUIET
    meaning: str = ""
    chooses: str = ""

    @property
    def is_upright(self) -> bool:
        """Whether it is an upright line, rather than a dot."""
        return math.isnan(self.y)


@dataclass(frozen=True, eq=False)
class Bars:
    """Bars on each other between ``edges``; colours of the palette, from the bottom up."""

    edges: NDArray[np.float64]
    heights: Mapping[str, NDArray[np.float64]]


@dataclass(frozen=True)
class Axis:
    """A range, the numbers written along it, and what it is of. ``log`` spaces powers of ten evenly."""

    low: float = 0.0
    high: float = 1.0
    ticks: tuple[tuple[float, str], ...] = ((0.0, "0"), (1.0, "1"))
    words: str = ""
    log: bool = False

    def share(self, value: NDArray[np.float64] | float) -> NDArray[np.float64]:
        """How far along the axis a value lies, from 0 to 1 if it lies on it."""
        found = np.asarray(value, dtype=float)
        if self.log:
            found, low, high = np.log10(np.maximum(found, 1e-300)), math.log10(self.low), math.log10(self.high)
        else:
            low, high = self.low, self.high
        shares: NDArray[np.float64] = (found - low) / (high - low)
        return shares

    def value(self, share: float) -> float:
        """The value so far along the axis."""
        if self.log:
            return float(self.low * (self.high / self.low) ** share)
        return self.low + share * (self.high - self.low)


@dataclass(frozen=True, eq=False)
class Graph:
    """One small chart.

    Args:
        title: what it shows, in a few words.
        note: the number that matters, at the right of the title.
        meaning: a sentence for those who do not know the title, on hover.
        lines: drawn in this order.
        bars: behind the lines.
        marks: before the lines.
        x: horizontal axis.
        y: vertical axis.
        diagonal: a quiet line from corner to corner, for what should be equal.
    """

    title: str
    note: str = ""
    meaning: str = ""
    lines: tuple[Line, ...] = ()
    bars: Bars | None = None
    marks: tuple[Mark, ...] = ()
    x: Axis = field(default_factory=Axis)
    y: Axis = field(default_factory=Axis)
    diagonal: bool = False

    def is_drawn_like(self, other: Graph) -> bool:
        """Whether both look alike for sure, having the very same arrays and equal words, so none is drawn again."""

        def look(graph: Graph) -> tuple[object, ...]:
            lines = tuple((id(line.x), id(line.y), line.label, line.weight, line.colour) for line in graph.lines)
            return (graph.title, graph.note, lines, graph.marks, graph.x, graph.y, graph.diagonal)

        return self.bars is None and other.bars is None and look(self) == look(other)

    def words_at(self, x: float, digits: int = 3) -> str:
        """The value of each labelled line nearest to a place on the horizontal axis."""
        told = []
        for line in self.lines:
            known = ~np.isnan(line.y)
            if line.label and known.any():
                distance = np.where(known, np.abs(self.x.share(line.x) - float(self.x.share(x))), np.inf)
                told.append(f"{line.label}  {float(line.y[int(distance.argmin())]):.{digits}f}")
        return "\n".join(told)
