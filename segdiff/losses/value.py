"""The value of a loss for two arrays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import torch
from torch import Tensor

from segdiff.errors import ParameterProblem, SegdiffError
from segdiff.evidence import Evidence, SoftSums, evidence_of
from segdiff.metrics.overlap import is_empty
from segdiff.registry import Kind, Scope, Score, find, scores

CONVENTIONS: Final = ("segdiff",)
"""Ways of writing the losses that :func:`value` knows."""


def value(loss: str, prediction: Any, truth: Any, *, convention: str = "segdiff", **parameters: float) -> float:
    """The value of a loss: the mean over samples and classes.

    Args:
        loss: id of a loss, as ``segdiff scores`` lists them.
        prediction: probabilities in [0, 1]; array, tensor or nested lists of shape ``(batch, class, *spatial)``.
        truth: the same shape, 0 or 1, or soft labels between.
        convention: whose way of writing the loss.
        parameters: the loss's own, by name: ``alpha`` (false positives), ``beta`` (misses), ``gamma``, ``focal_alpha``,
            ``exponent``, ``smoothing``.

    Returns:
        The loss, 0 for a perfect prediction.

    Raises:
        SegdiffError: shapes differ, values are outside [0, 1] or not finite, a name or parameter is unknown, or the classes of a
            cross-entropy are not exclusive.

    Convention:
        With one class, that class is the foreground and the background is everything else. With more, class 0 is the background:
        it takes part in cross-entropies, the focal and the generalised Dice loss, and is left out of the mean of region losses.
        A class that neither truth nor prediction has in a sample is left out of that mean too, unless there is no other.
    """
    if convention not in CONVENTIONS:
        raise ParameterProblem(f"The convention should be one of {', '.join(CONVENTIONS)}, not {convention!r}.")
    score = _find_loss(loss)
    unknown = sorted(set(parameters) - set(score.parameters))
    if unknown:
        known = ", ".join(score.parameters) or "none"
        raise ParameterProblem(f"{loss} has no parameter called {unknown[0]!r}; its parameters are: {known}.")
    score.arguments(parameters)
    with torch.no_grad():
        return float(_mean(score, evidence_of(prediction, truth), parameters)) + 0.0


def _find_loss(name: str) -> Score:
    score = find(name)
    if score.kind is not Kind.LOSS:
        losses = ", ".join(score.id for score in scores() if score.kind is Kind.LOSS)
        raise ParameterProblem(f"{name} is not a loss; the losses are: {losses}.")
    return score


def _mean(score: Score, evidence: Evidence, parameters: dict[str, float]) -> Tensor:
    """The mean that :func:`value` promises; for a sum of losses, the sum of their means."""
    if score.terms:
        return torch.stack([_mean(find(term), evidence, parameters) for term in score.terms]).sum()
    if score.scope is Scope.OVERALL:
        evidence = replace(evidence, sums=_with_background(evidence.sums))
        if score.pixelwise:
            _check_exclusive(score, evidence.sums)
    per_class: Tensor = score.function(evidence.of(score.evidence), **score.arguments(parameters))
    if score.scope is Scope.OVERALL or score.pixelwise:
        return per_class.mean()
    foreground = slice(1, None) if per_class.shape[1] > 1 else slice(None)
    per_class, empty = per_class[:, foreground], is_empty(evidence.sums)[:, foreground]
    return per_class.mean() if empty.all() else per_class[~empty].mean()


def _check_exclusive(score: Score, sums: SoftSums) -> None:
    """Refuse classes that overlap or leave voxels out, where each voxel is to count once, under its true class."""
    share = sums.truth.sum(dim=1) / sums.voxels[:, 0]
    if not torch.allclose(share, torch.ones_like(share), rtol=1e-6):
        raise SegdiffError(
            f"{score.title} needs exclusive classes: the truth should add up to 1 over the classes of a voxel, "
            f"but adds up to {share[(share - 1.0).abs().argmax()]:.4g} on average."
        )


def _with_background(sums: SoftSums) -> SoftSums:
    """A single class is completed by the background it leaves."""
    return sums if sums.tp.shape[1] > 1 else SoftSums.stack([sums.background(), sums])
