"""What a Score's own function makes of arrays, without any averaging."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

import segdiff.losses
import segdiff.metrics
from segdiff import registry
from segdiff.evidence import FURTHER, Confusion, evidence_of
from segdiff.registry import Scope
from tests import reference

FAMILIES = (segdiff.losses, segdiff.metrics)
"""Imported, so that their Scores are in the registry."""

VOXEL_ML = 0.00105
"""Volume of a voxel wherever none is given: 3.0 × 0.5 × 0.7 mm."""

ALL_IDS = tuple(score.id for score in registry.scores())

IDS = tuple(score.id for score in registry.scores() if score.evidence not in FURTHER)
"""Of those that sums over voxels suffice for; the others, which ask where voxels lie, have tests of their own."""


def measured(score: str, prediction: Any, truth: Any, **parameters: float) -> NDArray[np.float64]:
    """``(sample, class)``, or ``(sample,)`` for a Score of all classes; hard counts at a threshold of 0.5.

    A Score of all classes is given the background as well where there is one class.
    """
    found = registry.find(score)
    if found.scope is Scope.OVERALL:
        prediction, truth = (reference.with_background(np.asarray(array), axis=1) for array in (prediction, truth))
    part = evidence_of(prediction, truth).of(found.evidence)
    if isinstance(part, Confusion):
        part = replace(part, voxel_ml=VOXEL_ML)
    return found.function(part, **parameters).numpy()  # type: ignore[no-any-return]


def twin(score: str, prediction: Any, truth: Any, **parameters: float) -> NDArray[np.float64]:
    """The same by the slow twin, which cuts the prediction where the Score needs hard counts."""
    if score in reference.OVERALL:
        return reference.per_sample(score, prediction, truth, **parameters)
    if registry.find(score).evidence is Confusion:
        prediction = (np.asarray(prediction) >= 0.5).astype(float)
    if score.endswith("_ml"):
        parameters["voxel_ml"] = VOXEL_ML
    return reference.per_region(score, prediction, truth, **parameters)
