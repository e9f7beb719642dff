"""What all forms of results say in the same words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from segdiff.data import ANY_LABEL, LabelChoice, LabelMap

if TYPE_CHECKING:
    from segdiff.evaluate import ScoreValue


def label_name(label: LabelChoice, truth: LabelMap | None) -> str:
    """What a person called it, else the name that the truth's file gives a single value, else its numbers."""
    names = truth.names if truth and not label.has_name else {}
    return names.get(label.truth_values[0], label.name) if len(label.truth_values) == 1 else label.name


def label_title(label: LabelChoice, truth: LabelMap | None) -> str:
    """``Label 1 · lesion``, ``Label 128=127`` or ``Any label``."""
    if label == ANY_LABEL:
        return "Any label"
    name = label_name(label, truth)
    number = label.spelling if label.has_name else label.name
    return f"Label {number}" if name == number else f"Label {number} · {name}"


def reason_of(value: ScoreValue) -> str:
    """Why there is no number; empty when there is one."""
    if value.undefined:
        return value.undefined
    return "" if math.isfinite(value.number) else "it is too large for a number"
