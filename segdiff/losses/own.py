"""A loss in segdiff's own convention, over a batch: which classes take part, and what is averaged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import torch
from torch import Tensor

from segdiff.errors import ParameterProblem, SegdiffError
from segdiff.evidence import Evidence, SoftSums
from segdiff.losses.further import FURTHER
from segdiff.metrics.overlap import is_empty
from segdiff.registry import Kind, Parameter, Scope, Score, check_parameter, find, scores

_SHARES: Final = 1e-3
"""By how much shares of a voxel may miss 1: 16-bit soft labels are no more exact."""


def find_loss(name: str) -> Score:
    """The loss of that id.

    Raises:
        ParameterProblem: there is no such Score, or it is not a loss.
    """
    score = find(name)
    if score.kind is not Kind.LOSS:
        losses = ", ".join([*(score.id for score in scores() if score.kind is Kind.LOSS), *FURTHER])
        raise ParameterProblem(f"{name} is not a loss; the losses are: {losses}.")
    return score


def check_names(loss: str, known: Mapping[str, Parameter], chosen: Mapping[str, float]) -> None:
    """Refuse a parameter that the loss does not have, or that is outside its range."""
    unknown = sorted(set(chosen) - set(known))
    if unknown:
        names = ", ".join(known) or "none"
        raise ParameterProblem(f"{loss} has no parameter called {unknown[0]!r}; its parameters are: {names}.")
    for name, value in chosen.items():
        check_parameter(name, known[name], value)


def mean_over_batch(score: Score, evidence: Evidence, parameters: Mapping[str, float]) -> Tensor:
    """The mean over samples and classes; for a sum of losses, the sum of their means.

    Class 0 is the background where there is more than one class. It takes part in means over voxels and in losses
    over all classes, and is left out of the mean of region losses; so is a class that neither truth nor prediction
    has in a sample, unless there is no other.
    """
    if score.terms:
        return torch.stack([mean_over_batch(find(term), evidence, parameters) for term in score.terms]).sum()
    if score.scope is Scope.OVERALL:
        evidence = replace(evidence, sums=completed(evidence.sums))
        if score.pixelwise:
            check_exclusive(score.title, evidence.sums)
    per_class: Tensor = score.function(evidence.of(score.evidence), **score.arguments(parameters))
    if score.scope is Scope.OVERALL or score.pixelwise:
        return per_class.mean()
    foreground = slice(1, None) if per_class.shape[1] > 1 else slice(None)
    per_class, empty = per_class[:, foreground], is_empty(evidence.sums)[:, foreground]
    return per_class.mean() if empty.all() else per_class[~empty].mean()


def check_exclusive(title: str, sums: SoftSums) -> None:
    """Refuse classes that overlap or leave voxels out, where each voxel is to count once, under its true class.

    A single class is one of two, the other being what it leaves over.
    """
    share = completed(sums).truth.sum(dim=1) / sums.voxels[:, 0]
    if not torch.allclose(share, torch.ones_like(share), rtol=1e-6):
        raise SegdiffError(
            f"{title} needs exclusive classes: the truth should add up to 1 over the classes of a voxel, "
            f"but adds up to {share[(share - 1.0).abs().argmax()]:.4g} on average."
        )


def check_exclusive_voxels(title: str, evidence: Evidence) -> None:
    """The same of each voxel, where overlaps and gaps may cancel out.

    Args:
        title: of the loss.
        evidence: of arrays, which has a bin for each voxel.
    """
    share = evidence.histogram.inside.count.sum(dim=1)
    if evidence.sums.tp.shape[1] > 1 and not torch.allclose(share, torch.ones_like(share), atol=_SHARES):
        raise SegdiffError(
            f"{title} needs exclusive classes: the truth should add up to 1 over the classes of a voxel, "
            f"but adds up to {share.flatten()[(share - 1.0).abs().argmax()]:.4g} at one of them."
        )


def completed(sums: SoftSums) -> SoftSums:
    """A single class is completed by the background it leaves over, as another class; several are taken as they are."""
    return sums if sums.tp.shape[1] > 1 else SoftSums.stack([sums.background(), sums])
