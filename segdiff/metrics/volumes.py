"""Volumes in millilitres."""

from __future__ import annotations

from torch import Tensor

from segdiff.evidence import Confusion
from segdiff.registry import Better, Kind, score

_UNKNOWN = "the files give no voxel size"


@score(
    title="Volume of the truth",
    kind=Kind.VOLUME,
    unit="ml",
    better=Better.NEITHER,
    definition="Volume of the ground truth in millilitres.",
    formula="(TP + FN) · voxel volume",
    source="counted voxels times the volume the header gives one voxel",
    undefined=_UNKNOWN,
)
def volume_truth_ml(counts: Confusion) -> Tensor:
    """In ml; NaN where the voxel size is unknown."""
    return (counts.tp + counts.fn) * counts.voxel_ml


@score(
    title="Volume of the prediction",
    kind=Kind.VOLUME,
    unit="ml",
    better=Better.NEITHER,
    definition="Volume of the prediction in millilitres.",
    formula="(TP + FP) · voxel volume",
    source="counted voxels times the volume the header gives one voxel",
    undefined=_UNKNOWN,
)
def volume_prediction_ml(counts: Confusion) -> Tensor:
    """In ml; NaN where the voxel size is unknown."""
    return (counts.tp + counts.fp) * counts.voxel_ml
