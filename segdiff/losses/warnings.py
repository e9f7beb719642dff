"""Warnings that save a week: what to doubt about a number before believing it, in plain sentences."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, Final

import torch
from torch import Tensor

from segdiff.evidence import Evidence, as_pair, is_within
from segdiff.losses.chosen import ChosenLoss, choose
from segdiff.losses.engine import amount
from segdiff.losses.engine.regions import pooled, without_background
from segdiff.losses.order import Order
from segdiff.losses.records import Generalized, Pooled, Region, parts_of

SMALL: Final = 0.05
"""Smoothing above this share of the summed probabilities and truth is comparable with the object."""

_ALMOST: Final = 1e-4

SWAPPED: Final = (
    "The truth is soft and the prediction hard: they may have been swapped, which swaps false positives and misses, "
    "and so α and β."
)
ONE_CLASS_GENERALISED: Final = (
    "Of a single class the generalised Dice loss is the Dice loss: give the background as a class of its own."
)


def warnings_for(
    loss: str, prediction: Any, truth: Any, *, convention: str = "segdiff", **parameters: Any
) -> tuple[str, ...]:
    """What to doubt about a loss of two arrays.

    Args:
        loss: id of the loss.
        prediction: as for :func:`segdiff.losses.value`; what that refuses is warned of here.
        truth: as for :func:`segdiff.losses.value`.
        convention: as for :func:`segdiff.losses.value`.
        parameters: as for :func:`segdiff.losses.value`.

    Returns:
        Sentences; none where there is nothing to doubt.

    Raises:
        SegdiffError: what is given is no two arrays of one shape with batch, class and space, or a name is unknown.
    """
    chosen = choose(loss, convention, parameters)
    p, g = as_pair(prediction, truth)
    given = chosen.activation(p)
    probabilities = given(p)[0] if given else p
    found = [*_of_range("prediction", probabilities), *_of_range("truth", g)]
    if found:
        return (*found, *_of_recipe(chosen.order(p.shape[1])))
    with torch.no_grad():
        evidence = chosen.measure(prediction, truth)
    return (*_of_axes(probabilities, g), *_of_classes(g), *_of_evidence(chosen, evidence))


def warnings_from_evidence(
    loss: str, evidence: Evidence, *, convention: str = "segdiff", **parameters: Any
) -> tuple[str, ...]:
    """What of it can be said from Evidence, without looking at voxels again.

    Args:
        loss: id of the loss.
        evidence: its tensors are ``(sample, class)``.
        convention: as for :func:`segdiff.losses.value`.
        parameters: as for :func:`segdiff.losses.value`.

    Raises:
        ParameterProblem: a name is unknown.
    """
    return tuple(_of_evidence(choose(loss, convention, parameters), evidence))


def activation_doubts(evidence: Evidence) -> tuple[str, ...]:
    """What speaks for an activation that was applied twice, whatever is computed from it.

    Args:
        evidence: its tensors are ``(sample, class)``.
    """
    return tuple(_of_activation(evidence))


def _of_range(what: str, tensor: Tensor) -> Iterator[str]:
    """Values that are no probabilities and no masks."""
    values = tensor.detach()
    if not torch.isfinite(values).all():
        bad = int((~torch.isfinite(values)).sum())
        yield f"The {what} holds {bad:,} values that are not finite numbers; most frameworks return NaN."
    elif values.max() > 1.0 and bool(((values == 0) | (values == 255)).all()):
        yield f"The {what} is a mask of 0 and 255; divide it by 255, or losses fall below 0."
    elif not is_within(values):
        run = f"from {values.min():.4g} to {values.max():.4g}"
        yield f"The {what} runs {run}, not from 0 to 1; logits need a sigmoid or softmax first."


def _of_axes(p: Tensor, g: Tensor) -> Iterator[str]:
    """The class axis in last place instead of second."""
    last = g.shape[-1]
    if g.ndim < 4 or last < 2 or last >= min(g.shape[1:-1]):
        return
    if all(_sums_to_one(tensor, -1) and not _sums_to_one(tensor, 1) for tensor in (p, g)):
        yield (
            f"Classes add up to 1 over the last axis, of length {last}, and not over the second: move the class axis "
            "to second place."
        )


def _of_classes(g: Tensor) -> Iterator[str]:
    """One-hot classes that overlap or leave voxels out."""
    if g.shape[1] > 1 and not _sums_to_one(g, 1):
        share = ((g.sum(dim=1) - 1.0).abs() > _ALMOST).double().mean().item()
        yield (
            f"The classes of the truth do not add up to 1 at {100 * share:.3g} % of the voxels: they overlap, or the "
            "background is not one of them. Class 0 is taken for the background."
        )


def _sums_to_one(tensor: Tensor, axis: int) -> bool:
    return bool(((tensor.sum(dim=axis) - 1.0).abs() <= _ALMOST).all())


def _of_evidence(chosen: ChosenLoss, evidence: Evidence) -> Iterator[str]:
    filled = chosen.order(evidence.sums.tp.shape[1])
    yield from _of_activation(evidence)
    yield from _of_swap(evidence)
    yield from _of_smoothing(filled, evidence)
    yield from _of_pooling(filled, evidence)
    if evidence.sums.tp.shape[1] == 1 and not filled.recipe.completed:
        for part in parts_of(filled.part):
            if isinstance(part, Generalized):
                yield ONE_CLASS_GENERALISED
    yield from _of_recipe(filled)


def _of_activation(evidence: Evidence) -> Iterator[str]:
    """All probabilities where a second sigmoid or softmax confines them."""
    inside, outside = evidence.histogram.inside, evidence.histogram.outside
    given = torch.cat([inside.right[inside.count > 0], outside.wrong[outside.count > 0]])
    if given.numel() == 0:
        return
    classes = evidence.sums.tp.shape[1]
    total = (evidence.sums.tp + evidence.sums.fp).sum(dim=1)
    exclusive = classes > 1 and torch.allclose(total, evidence.sums.voxels[:, 0], rtol=_ALMOST)
    lowest, highest = _confined(classes if exclusive else 1)
    if given.min() >= lowest - _ALMOST and given.max() <= highest + _ALMOST:
        yield activated_twice(classes if exclusive else 1)


def activated_twice(classes: int) -> str:
    """What to say where all probabilities lie as a second softmax, or for one class a second sigmoid, leaves them."""
    lowest, highest = _confined(classes)
    name = "softmax" if classes > 1 else "sigmoid"
    return (
        f"All probabilities lie between {lowest:.3f} and {highest:.3f}, where a {name} of probabilities confines "
        "them: the activation may have been applied twice."
    )


def exponent_below_one(power: float) -> str:
    """What to say of a power that weighs easy cases more."""
    return (
        f"The exponent {power:.3g} is below 1: cases that are already good weigh more, and towards a perfect "
        "fit the gradient grows without bound."
    )


def _confined(classes: int) -> tuple[float, float]:
    """Where a softmax of probabilities of so many exclusive classes lies, or a sigmoid of those of one."""
    if classes == 1:
        return 0.5, 1.0 / (1.0 + math.exp(-1.0))
    return 1.0 / (classes - 1 + math.e), math.e / (classes - 1 + math.e)


def _of_swap(evidence: Evidence) -> Iterator[str]:
    """A truth of shares beside a prediction of masks; a square is less than its number only between 0 and 1."""
    sums = evidence.sums
    soft_truth = (sums.truth - sums.squared_truth).sum() > _ALMOST
    hard_prediction = (sums.tp + sums.fp - sums.squared_prediction).sum().abs() <= 1e-9
    if soft_truth and hard_prediction:
        yield SWAPPED


def _of_smoothing(filled: Order, evidence: Evidence) -> Iterator[str]:
    """Smoothing that is not small beside what is there."""
    for part in parts_of(filled.part):
        if not isinstance(part, Region):
            continue
        added = amount(part.below, filled.values)
        sums = pooled(evidence.sums if part.background else without_background(evidence.sums), part.pooled)
        mass = 2.0 * sums.tp + sums.fp + sums.fn
        mass = mass[mass > 0]
        in_dice_form = added if part.doubled else 2.0 * added
        if mass.numel() and in_dice_form > SMALL * mass.min():
            yield (
                f"The smoothing of {added:g} is comparable with an object of Σp + Σg = {mass.min():.4g}: it decides "
                "part of the number."
            )


def _of_pooling(filled: Order, evidence: Evidence) -> Iterator[str]:
    """Exclusive classes summed together have as many false positives as misses."""
    together = (Pooled.CLASSES, Pooled.EVERYTHING)
    sums = evidence.sums
    if sums.tp.shape[1] == 1:
        return
    if not any(isinstance(part, Region) and part.pooled in together for part in parts_of(filled.part)):
        return
    if torch.allclose(sums.fp.sum(), sums.fn.sum(), rtol=_ALMOST):
        yield (
            "Exclusive classes are pooled, so their false positives and misses are the same number: only α + "
            "β matters, no class is balanced against another, and the background decides most of it."
        )


def _of_recipe(filled: Order) -> Iterator[str]:
    """An exponent below 1."""
    for part in parts_of(filled.part):
        power = amount(part.exponent, filled.values) if isinstance(part, Region) else 1.0
        if power < 1.0:
            yield exponent_below_one(power)
