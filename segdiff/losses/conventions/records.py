"""How a framework or paper writes a loss, as data.

A :class:`Convention` has a recipe for each loss it defines. A recipe says which symbol sits on what, what is added above and below,
what is pooled, what becomes of the background and of absent classes, and what is returned. It holds no formula: there is one
engine, :mod:`segdiff.losses.conventions.engine`, and it reads recipes. To add a framework, add a module with its recipes
beside its neighbours and a line to the table in the package.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Amount = float | str
"""A fixed number, or a parameter, its complement or its inverse: ``0.5``, ``"alpha"``, ``"1-alpha"``, ``"1/gamma"``.

A parameter that is ``None`` weighs nothing: its amount is 1.
"""


class Pooled(StrEnum):
    """What a region's sums run over besides its voxels. What is not pooled is computed apart and averaged."""

    NOTHING = "each class of each sample apart"
    SAMPLES = "the samples of a batch together, each class apart"
    CLASSES = "the classes of a sample together, each sample apart"
    EVERYTHING = "all classes of all samples together"


class Absent(StrEnum):
    """What a class counts for that the truth does not have."""

    KEPT = "kept as it comes"
    ZERO = "loss set to 0, still in the mean"
    SKIPPED = "left out of the mean"


class Returned(StrEnum):
    """What is made of the index x."""

    ONE_MINUS = "1 − x"
    MINUS = "−x"
    INDEX = "x"
    MINUS_LOG = "−ln x"
    LOG_COSH = "ln cosh(1 − x)"


class Expects(StrEnum):
    """What a framework wants to be given."""

    PROBABILITIES = "probabilities"
    SIGMOID_LOGITS = "logits, a sigmoid for each class"
    SOFTMAX_LOGITS = "logits, a softmax over classes"


class Weighting(StrEnum):
    """Weight of a class in the generalised Dice loss, V being its volume in the truth."""

    SQUARE = "1 / V²"
    SIMPLE = "1 / V"
    UNIFORM = "1"


@dataclass(frozen=True)
class Region:
    """A loss of regions: (k·TP + above) / (k·TP + k·a·FP + k·b·FN + below), k being 2 in Dice's form and 1 in Tversky's.

    Args:
        false_positives: a, the weight of false positives.
        misses: b, the weight of misses.
        doubled: whether the numbers are written in Dice's form; it matters only for what is added to them.
        above: smoothing in the numerator.
        below: smoothing in the denominator.
        floor: smallest denominator allowed.
        squared: Σp² + Σg² below, as V-Net has it.
        by_distance: TP is (Σp + Σg − Σ|p−g|) / 2, which is right for soft truths too.
        pooled: what is summed together.
        background: whether class 0 takes part where there is more than one.
        absent: what a class counts for that the truth does not have.
        exponent: power of the loss.
        exponent_background: power for class 0, where it differs.
        exponent_on_mean: the power is taken after the mean over classes.
        returned: what is made of the index.
        vector: what is returned is not averaged over classes.
        undefined_skipped: 0/0 is left out of the mean, which is undefined only where nothing is left.
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
    pooled: Pooled = Pooled.NOTHING
    background: bool = True
    absent: Absent = Absent.KEPT
    exponent: Amount = 1.0
    exponent_background: Amount | None = None
    exponent_on_mean: bool = False
    returned: Returned = Returned.ONE_MINUS
    vector: bool = False
    undefined_skipped: bool = False
    complement_when_empty: bool = False


@dataclass(frozen=True)
class Generalized:
    """A generalised Dice loss: one Dice over all classes, each with a weight.

    Args:
        weighting: how a class's weight follows from its volume.
        volume_floor: smallest V² (or V) a weight is taken of.
        volume_added: added to V before it is inverted.
        absent_takes_largest: a class the truth does not have takes the largest finite weight of its sample; else it takes none.
        pooled: whether weights and sums are of a sample or of the whole batch.
        above: smoothing in the numerator.
        below: smoothing in the denominator.
        floor: smallest denominator allowed.
        background: whether class 0 takes part.
        returned: what is made of the index.
    """

    weighting: Weighting = Weighting.SQUARE
    volume_floor: float = 0.0
    volume_added: float = 0.0
    absent_takes_largest: bool = True
    pooled: Pooled = Pooled.NOTHING
    above: Amount = 0.0
    below: Amount = 0.0
    floor: float = 0.0
    background: bool = True
    returned: Returned = Returned.ONE_MINUS


@dataclass(frozen=True)
class Voxelwise:
    """A mean over voxels of −weight · (1 − p)^γ · ln p, p being the probability given to what is there.

    Args:
        gamma: focusing; 0 is cross-entropy.
        positives: weight of voxels of the truth.
        negatives: weight of the others.
        clip: p is kept at least this far from 0.
        clip_above: p is kept at least this far from 1 too.
        worst: largest cost of one voxel.
        label_smoothing: share of the truth given to the other answer.
        label_smoothing_share: how much of the parameter that share is; Keras gives each of two answers half.
        true_class_only: each voxel counts once, under its true class, as after a softmax.
        per_class: the mean runs over voxels of every class; else each voxel of the picture counts once.
        background: whether class 0 takes part.
    """

    gamma: Amount = 0.0
    positives: Amount = 1.0
    negatives: Amount = 1.0
    clip: float = 0.0
    clip_above: float = 0.0
    worst: float = float("inf")
    label_smoothing: Amount = 0.0
    label_smoothing_share: float = 1.0
    true_class_only: bool = False
    per_class: bool = True
    background: bool = True


@dataclass(frozen=True)
class Sum:
    """A weighted sum of parts."""

    parts: tuple[tuple[Amount, Part], ...]


Part = Region | Generalized | Voxelwise | Sum


@dataclass(frozen=True)
class Recipe:
    """One loss as a framework writes it.

    Args:
        part: what the engine computes.
        several_classes: what it computes where there is more than one class, if that differs.
        parameters: the framework's own parameters and their defaults.
        options: the framework's own switches: for each, the fields of the part that each value sets.
        defaults: value of each switch that is meant when none is given.
        expects: what the framework wants to be given.
        call: how to write it there, with ``{parameter}`` where a value goes.
        notes: what a person should know about the number, in sentences.
        one_class_only: why it cannot be computed for several classes, in a sentence; empty where it can.
    """

    part: Part
    several_classes: Part | None = None
    parameters: Mapping[str, float | None] = field(default_factory=dict)
    options: Mapping[str, Mapping[Any, Mapping[str, Any]]] = field(default_factory=dict)
    defaults: Mapping[str, Any] = field(default_factory=dict)
    expects: Expects = Expects.PROBABILITIES
    call: str = ""
    notes: tuple[str, ...] = ()
    one_class_only: str = ""


@dataclass(frozen=True)
class Convention:
    """How a named framework or paper writes losses.

    Args:
        id: its name on the command line and in the library.
        title: its name on screen.
        version: of the framework, or the year of the paper.
        source: where this was read or run.
        recipes: a recipe for each loss it defines, by the loss's id.
        refuses: why it does not define a loss that people look for there.
    """

    id: str
    title: str
    version: str
    source: str
    recipes: Mapping[str, Recipe]
    refuses: Mapping[str, str] = field(default_factory=dict)
