"""What turns a network's numbers into probabilities."""

from __future__ import annotations

from enum import StrEnum


class Activation(StrEnum):
    """How a prediction's values become probabilities; anything but ``NONE`` is shown as a badge that stays."""

    NONE = "none"
    SIGMOID = "sigmoid"
    SOFTMAX = "softmax"
