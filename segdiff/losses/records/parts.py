"""What a recipe is made of: losses of regions, generalised Dice, means over voxels, Lovász extensions, and their sums.

Each part says by its fields how a framework differs from the plain formula; a field's default is the plain formula.
No part computes anything: :mod:`segdiff.losses.engine` does.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

Amount = float | str
"""A fixed number, or a parameter, or what follows from one.

``0.5``, ``"alpha"``, ``"1-alpha"``, ``"alpha-1"``, ``"1/gamma"``, or ``"k%"`` for a hundredth of it. A parameter
that is ``None`` weighs nothing: its amount is 1.
"""


class Pooled(StrEnum):
    """What a region's sums run over besides its voxels. What is not pooled is computed apart and averaged."""

    NOTHING = "each class of each sample apart"
    SAMPLES = "the samples of a batch together, each class apart"
    CLASSES = "the classes of a sample together, each sample apart"
    EVERYTHING = "all classes of all samples together"


class Absent(StrEnum):
    """What becomes of a class that the truth does not have."""

    KEPT = "counts as it comes"
    ZERO = "costs 0 whatever was predicted, and still divides the mean"
    SKIPPED = "is left out of the mean, whatever was predicted"
    UNDEFINED = "has no value"
    SKIPPED_IF_NEITHER = "is left out of the mean where the prediction has none of it either, unless there is no other"


class Returned(StrEnum):
    """What is made of the index x."""

    ONE_MINUS = "1 − x"
    MINUS = "−x"
    INDEX = "x"
    MINUS_LOG = "−ln x"
    LOG_COSH = "ln cosh(1 − x)"


class Averaged(StrEnum):
    """Over what the numbers of samples and classes are averaged."""

    ALL = "samples and classes"
    SAMPLES = "samples, so that each class keeps a number"
    CLASSES = "classes, so that each sample keeps a number"
    NOTHING = "nothing, so that each class of each sample keeps a number"


class Weighting(StrEnum):
    """Weight of a class in the generalised Dice loss, V being its volume in the truth."""

    SQUARE = "1 / V²"
    SIMPLE = "1 / V"
    UNIFORM = "1"


@dataclass(frozen=True)
class Region:
    """A loss of regions, of the index (k·TP + above) / (k·TP + k·a·FP + k·b·FN + below).

    k is 2 in Dice's form and 1 in Tversky's.

    Args:
        false_positives: a, the weight of false positives.
        misses: b, the weight of misses.
        doubled: whether the numbers are written in Dice's form; it matters only for what is added to them.
        above: smoothing in the numerator.
        below: smoothing in the denominator.
        floor: smallest denominator allowed.
        squared: Σp² + Σg² below, as V-Net has it.
        by_distance: TP is (Σp + Σg − Σ|p−g|) / 2, which is right for soft truths too.
        clip_both: probabilities are kept at least this far from 0 and from 1 before they are summed.
        masks: probabilities are cut at one half first.
        pooled: what is summed together.
        background: whether class 0 takes part where there is more than one.
        absent: what becomes of a class that the truth does not have.
        undefined: what 0/0 counts as where neither truth nor prediction has a voxel.
        undefined_skipped: what is undefined is left out of the mean, which is undefined only where nothing is left.
        exponent: power of the loss.
        exponent_background: power for class 0, where it differs.
        exponent_on_mean: the power is taken after the mean over classes.
        returned: what is made of the index.
        log_floor: smallest index whose logarithm is taken.
        averaged: over what the mean is taken.
        complement_when_empty: with not one true voxel in the whole batch, truth and prediction are turned inside out.
    """

    false_positives: Amount = 0.5
    misses: Amount = 0.5
    doubled: bool = False
    above: Amount = 0.0
    below: Amount = 0.0
    floor: float = 0.0
    squared: bool = False
    by_distance: bool = False
    clip_both: float = 0.0
    masks: bool = False
    pooled: Pooled = Pooled.NOTHING
    background: bool = True
    absent: Absent = Absent.KEPT
    undefined: float = math.nan
    undefined_skipped: bool = False
    exponent: Amount = 1.0
    exponent_background: Amount | None = None
    exponent_on_mean: bool = False
    returned: Returned = Returned.ONE_MINUS
    log_floor: float = 0.0
    averaged: Averaged = Averaged.ALL
    complement_when_empty: bool = False


@dataclass(frozen=True)
class Generalized:
    """A generalised Dice loss: one Dice over all classes, each with a weight.

    Args:
        weighting: how a class's weight follows from its volume.
        volume_floor: smallest V² (or V) a weight is taken of.
        volume_added: added to V before it is inverted.
        absent_takes_largest: a class that the truth does not have takes the largest weight of its sample; else it
            takes none.
        none_present: weight of all classes where the truth has none of them.
        masks: probabilities are cut at one half first.
        pooled: whether weights and sums are of a sample or of the whole batch.
        above: smoothing in the numerator.
        below: smoothing in the denominator.
        floor: smallest denominator allowed.
        background: whether class 0 takes part where there is more than one.
        undefined: what 0/0 counts as.
        returned: what is made of the index.
        averaged: over what the mean is taken.
    """

    weighting: Weighting = Weighting.SQUARE
    volume_floor: float = 0.0
    volume_added: float = 0.0
    absent_takes_largest: bool = True
    none_present: float = 0.0
    masks: bool = False
    pooled: Pooled = Pooled.NOTHING
    above: Amount = 0.0
    below: Amount = 0.0
    floor: float = 0.0
    background: bool = True
    undefined: float = math.nan
    returned: Returned = Returned.ONE_MINUS
    averaged: Averaged = Averaged.ALL


@dataclass(frozen=True)
class Voxelwise:
    """A mean over voxels of −weight · (1 − p)^γ · ln p, p being the probability given to what is there.

    Args:
        gamma: focusing; 0 is cross-entropy.
        gamma_background: focusing for class 0, where it differs.
        positives: weight of voxels of the truth.
        positives_background: the same for class 0, where it differs.
        negatives: weight of the others.
        clip: p is kept at least this far from 0.
        clip_above: p is kept at least this far from 1 too.
        worst: largest cost of one voxel.
        label_smoothing: share of the truth given to the other answer.
        label_smoothing_share: how much of the parameter that share is; Keras gives each of two answers half.
        sigmoid_of_log: with several classes, a sigmoid is fed ln p, so that p/(1+p) stands in place of p.
        true_class_only: each voxel counts once, under its true class, as after a softmax.
        per_class: the mean runs over voxels of every class; else each voxel of the picture counts once.
        hardest: share of the voxels that is averaged, those that cost most.
        background: whether class 0 takes part where there is more than one.
    """

    gamma: Amount = 0.0
    gamma_background: Amount | None = None
    positives: Amount = 1.0
    positives_background: Amount | None = None
    negatives: Amount = 1.0
    clip: float = 0.0
    clip_above: float = 0.0
    worst: float = math.inf
    label_smoothing: Amount = 0.0
    label_smoothing_share: float = 1.0
    sigmoid_of_log: bool = False
    true_class_only: bool = False
    per_class: bool = True
    hardest: Amount = 1.0
    background: bool = True


@dataclass(frozen=True)
class Lovasz:
    """The Lovász extension of the IoU loss: errors from the largest down, each times what the IoU loses with it.

    Args:
        hinge: the error of a voxel is max(0, 1 − its logit towards the truth); else |p − g|.
        clip: for the hinge, p is kept at least this far from 0 and 1 before its logit is taken.
        pooled: what is sorted together, besides the voxels.
        background: whether class 0 takes part where there is more than one.
        absent: what becomes of a class that the truth does not have.
    """

    hinge: bool = False
    clip: float = 0.0
    pooled: Pooled = Pooled.NOTHING
    background: bool = True
    absent: Absent = Absent.KEPT


@dataclass(frozen=True)
class Sum:
    """A weighted sum of parts."""

    parts: tuple[tuple[Amount, Part], ...]


Part = Region | Generalized | Voxelwise | Lovasz | Sum


def parts_of(part: Part) -> tuple[Part, ...]:
    """The part itself, or those it is the sum of."""
    return tuple(inner for _, inner in part.parts) if isinstance(part, Sum) else (part,)
