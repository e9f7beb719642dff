"""What a person says about how files are to be read, beyond which they are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from segdiff.data.activation import Activation


@dataclass(frozen=True)
class ReadingChoices:
    """Answers to what files leave open.

    Args:
        activations: what makes probabilities of a prediction's values, by its name; by "" for all predictions.
        channels: the label of each channel, by value or name, under the same keys.
        threshold_truth: the share from which a voxel of a soft truth is of label 1.
        labels: a file that names labels.
    """

    activations: tuple[tuple[str, Activation], ...] = ()
    channels: tuple[tuple[str, tuple[str, ...]], ...] = ()
    threshold_truth: float | None = None
    labels: Path | None = None
