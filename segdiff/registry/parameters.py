"""The parameters that Scores share, each with its symbol, range and meaning, stated once."""

from __future__ import annotations

import math
from dataclasses import dataclass
from numbers import Real
from typing import Annotated, get_args


@dataclass(frozen=True)
class Parameter:
    """One number a person may choose.

    Args:
        symbol: as written in formulas.
        title: as written beside a slider.
        meaning: one sentence, read aloud by tooltips.
        minimum: smallest value allowed, inclusive.
        maximum: largest value allowed, inclusive; ``None`` sets no limit.
        step: one press of an arrow key.
    """

    symbol: str
    title: str
    meaning: str
    minimum: float = 0.0
    maximum: float | None = 1.0
    step: float = 0.01

    @property
    def bounds(self) -> str:
        """The numbers allowed, in words: ``from 0 up`` or ``from 0 to 1``."""
        return f"from {self.minimum:g} up" if self.maximum is None else f"from {self.minimum:g} to {self.maximum:g}"

    def allows(self, value: object) -> bool:
        """Whether a value is a finite number in the range."""
        highest = math.inf if self.maximum is None else self.maximum
        return isinstance(value, Real) and math.isfinite(value) and self.minimum <= float(value) <= highest


def parameter_of(annotation: object) -> Parameter:
    """The :class:`Parameter` inside an annotation such as :data:`Alpha`."""
    return next(extra for extra in get_args(annotation) if isinstance(extra, Parameter))


Alpha = Annotated[
    float,
    Parameter("α", "False-positive cost", "What one invented voxel costs, in found voxels.", maximum=None),
]
Beta = Annotated[
    float,
    Parameter("β", "Miss cost", "What one missed voxel costs, in found voxels.", maximum=None),
]
Gamma = Annotated[
    float,
    Parameter(
        "γ",
        "Focusing",
        "How strongly voxels already right are played down; 0 plays none down.",
        maximum=None,
        step=0.1,
    ),
]
FocalAlpha = Annotated[
    float,
    Parameter(
        "α₊",
        "Weight of positives",
        "Share of the focal loss given to voxels of the truth; the rest goes to the background.",
    ),
]
Exponent = Annotated[
    float,
    Parameter(
        "e",
        "Exponent",
        "Power of the Tversky loss: above 1 hard cases weigh more, below 1 easy ones do.",
        minimum=0.01,
        maximum=None,
    ),
]
BetaSquared = Annotated[
    float,
    Parameter(
        "β²",
        "Weight of recall",
        "How many times as much as precision recall counts; 1 is Dice, 4 is F2.",
        maximum=None,
        step=0.1,
    ),
]
Tolerance = Annotated[
    float,
    Parameter(
        "τ",
        "Tolerance in mm",
        "How far two borders may lie apart, in millimetres, and still count as the same.",
        maximum=None,
        step=0.1,
    ),
]
Smoothing = Annotated[
    float,
    Parameter(
        "s",
        "Smoothing",
        "Added to numerator and denominator; comparable with the object it changes the answer.",
        maximum=None,
    ),
]
