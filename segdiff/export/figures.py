"""Numbers as a clinician reads them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

NO_NUMBER: Final = "—"
_RESIDUE: Final = 1e-12


def count(number: int) -> str:
    """``167,266``."""
    return f"{number:,}"


def decimals(number: float, digits: int) -> str:
    """A number with a fixed number of decimals and a real minus sign.

    What is small but not zero reads ``<0.0001``, unless it is only what rounding left. ``—`` stands for no number.
    """
    if not math.isfinite(number):
        return NO_NUMBER
    smallest = 10.0**-digits
    if number != 0.0 and abs(number) < smallest / 2:
        return f"<{smallest:.{digits}f}" if number > _RESIDUE else f"{0.0:.{digits}f}"
    return f"{number:.{digits}f}".replace("-", "−")


def short(number: float) -> str:
    """As few digits as it takes: ``0.3``, ``2``, ``−1``."""
    return f"{number:g}".replace("-", "−")


def times(lengths: Sequence[float]) -> str:
    """Lengths along array axes as people write them, width first: ``52 × 60 × 55``."""
    return " × ".join(short(round(length, 3)) for length in reversed(lengths))
