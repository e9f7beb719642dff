"""What all forms of results say in the same words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from segdiff.data import LabelChoice, LabelMap

if TYPE_CHECKING:
    from segdiff.evaluate import ScoreValue


def label_name(label: LabelChoice, truth: LabelMap | None) -> str:
    """The name that the truth's file gives a single value, else the choice as it was written."""
    names = truth.names if truth else {}
    return names.get(label.truth_values[0], label.name) if len(label.truth_values) == 1 else label.name


def reason_of(value: ScoreValue) -> str:
    """Why there is no number; empty when there is one."""
    if value.undefined:
        return value.undefined
    return "" if math.isfinite(value.number) else "it is too large for a number"
