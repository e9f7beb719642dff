"""A score of every slice, and which slice is the worst: from counts only."""

from __future__ import annotations

from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray

from segdiff.evidence import Confusion
from segdiff.metrics.overlap import is_empty
from segdiff.registry import find

CURVES: Final = ("dice", "iou", "tversky_index", "precision", "recall")
"""Scores that make sense of one slice; in all of them 1 is best."""


def slice_scores(counts: NDArray[np.int64], score: str, alpha: float, beta: float) -> NDArray[np.float64]:
    """The Score of each slice; NaN where it is undefined or neither truth nor prediction has a voxel.

    Args:
        counts: TP, FP and FN, ``(3, slice)``.
        score: id of one of ``CURVES``.
        alpha: cost of a false positive, for the Scores that take it.
        beta: cost of a miss, likewise.
    """
    tp, fp, fn = (torch.from_numpy(row.astype(np.float64))[None] for row in counts)
    confusion = Confusion(tp, fp, fn, torch.zeros_like(tp))
    found = find(score)
    values = found.function(confusion, **found.arguments({"alpha": alpha, "beta": beta}))
    scores: NDArray[np.float64] = torch.where(is_empty(confusion), torch.nan, values)[0].numpy()
    return scores


def worst_slice(counts: NDArray[np.int64], scores: NDArray[np.float64]) -> int | None:
    """The slice with the lowest Score, among equals the one with most wrong voxels; ``None`` where none is defined."""
    if np.isnan(scores).all():
        return None
    lowest = np.flatnonzero(scores == np.nanmin(scores))
    wrong = counts[1:, lowest].sum(axis=0)
    return int(lowest[wrong.argmax()])
