"""Lesion by lesion, as challenges for lesions count: every component once, however large.

Voxels connect by faces, edges and corners. A lesion is found when the prediction has at least one of its voxels.
"""

from __future__ import annotations

from torch import Tensor

from segdiff.evidence import LesionMatches, cell
from segdiff.metrics.ratio import ratio
from segdiff.registry import Better, Kind, score

_SOURCE = "Commowick et al. 2018, Scientific Reports 8:13650; found means at least one voxel in common"


@score(
    title="Lesion recall",
    kind=Kind.LESION,
    better=Better.HIGHER,
    definition="Of the connected lesions of the truth, the share of which the prediction has at least one voxel.",
    formula="found lesions / lesions of the truth",
    source=_SOURCE,
    undefined="the truth has no lesion",
)
def lesion_recall(lesions: LesionMatches) -> Tensor:
    """Sensitivity by lesions."""
    return ratio(cell(lesions.found.sum()), cell(lesions.found.size))


@score(
    title="Lesion precision",
    kind=Kind.LESION,
    better=Better.HIGHER,
    definition="Of the connected components of the prediction, the share that has at least one voxel of the truth.",
    formula="matched components / components of the prediction",
    source=_SOURCE,
    undefined="the prediction has no component",
)
def lesion_precision(lesions: LesionMatches) -> Tensor:
    """Positive predictive value by lesions."""
    return ratio(cell(lesions.matched.sum()), cell(lesions.matched.size))


@score(
    title="Lesion F1",
    kind=Kind.LESION,
    better=Better.HIGHER,
    definition="The harmonic mean of lesion recall and lesion precision; 0 as soon as nothing matches.",
    formula="2·recall·precision / (recall + precision), by lesions",
    source=_SOURCE,
    undefined="neither truth nor prediction has a lesion",
)
def lesion_f1(lesions: LesionMatches) -> Tensor:
    """With recall f/n and precision m/k it is 2fm / (fk + mn), which also holds where one of n and k is 0."""
    found, matched = float(lesions.found.sum()), float(lesions.matched.sum())
    of_truth, of_prediction = lesions.found.size, lesions.matched.size
    if found == 0.0:
        return ratio(cell(0.0), cell(of_truth + of_prediction))
    return ratio(cell(2.0 * found * matched), cell(found * of_prediction + matched * of_truth))
