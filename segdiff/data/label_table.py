"""What is in a file: each label, what it is called and how much of it there is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from segdiff.data.threshold import smallest_at_least
from segdiff.data.volumes import Colour, LabelMap, ProbabilityMap


@dataclass(frozen=True)
class LabelRow:
    """One label of one file.

    Args:
        value: its number in the file.
        name: what the file or a table beside it calls it; may be empty.
        colour: what it is drawn in there.
        voxels: how many have it; of a probability map, how many reach the threshold.
        ml: the same in millilitres; ``None`` for pictures and where the voxel size is unknown.
    """

    value: int
    name: str
    colour: Colour | None
    voxels: int
    ml: float | None


def label_table(content: LabelMap | ProbabilityMap, threshold: float = 0.5) -> tuple[LabelRow, ...]:
    """Every label of a file, ascending, without the background.

    Args:
        content: labels, or probabilities of them.
        threshold: probability from which a voxel counts.
    """
    counts = content.counts if isinstance(content, LabelMap) else _counts_at(content, threshold)
    voxel_ml = content.grid.voxel_ml
    return tuple(
        LabelRow(
            value,
            content.names.get(value, ""),
            content.colours.get(value) if isinstance(content, LabelMap) else None,
            count,
            None if voxel_ml is None else count * voxel_ml,
        )
        for value, count in sorted(counts.items())
        if value != 0
    )


def _counts_at(content: ProbabilityMap, threshold: float) -> dict[int, int]:
    least = smallest_at_least(threshold, content.voxels.dtype)
    return {
        label: int(np.count_nonzero(channel >= least))
        for label, channel in zip(content.labels, content.voxels, strict=True)
    }
