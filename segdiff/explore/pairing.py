"""Labels that may be one structure under two numbers, told by where they lie. Offered, never applied by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from segdiff.data import LabelChoice
from segdiff.evidence import Confusion, JointCounts

ENOUGH: Final = 0.5
"""A label of the prediction must cover more than this share of a label of the truth to be thought of."""


@dataclass(frozen=True)
class Pairing:
    """Labels of the truth that a prediction has, for the most part, as one label of another number.

    Args:
        truth: the labels; several are a region that the prediction does not tell apart.
        prediction: the label there.
        both: voxels that have one of the former and the latter.
        in_truth: voxels that have one of the former.
    """

    truth: tuple[int, ...]
    prediction: int
    both: int
    in_truth: int


@dataclass(frozen=True)
class Renumbering:
    """How a prediction may number its labels.

    Args:
        pairs: for which labels there is evidence.
        shift: what must be added to a number of the truth, where several pairs agree on it; else ``None``.
        mapping: for each label of the truth, the label that would stand for it.
    """

    pairs: tuple[Pairing, ...]
    shift: int | None
    mapping: Mapping[tuple[int, ...], int]

    def choices(self, joint: JointCounts) -> tuple[LabelChoice, ...]:
        """What to compare under this numbering: every label of the truth, and those that only the prediction has."""
        chosen = [_choice(truth, (prediction,)) for truth, prediction in self.mapping.items()]
        left = [label for label in joint.prediction if label not in self.mapping.values()]
        taken = {label for truth in self.mapping for label in truth}
        for label in left:
            partner = label - self.shift if self.shift is not None else label
            if partner > 0 and partner not in taken:
                chosen.append(_choice((partner,), (label,)))
        return tuple(sorted(chosen, key=lambda choice: choice.truth_values))


def is_hardly_found(counts: Confusion) -> bool:
    """Whether a label has less than a tenth of Dice where there is something to find, so that it may lie elsewhere."""
    tp, fp, fn, _ = counts.counts
    return 20 * tp < 2 * tp + fp + fn


def renumbering(joint: JointCounts) -> Renumbering | None:
    """What speaks for another numbering; ``None`` where labels lie where their number says, or nowhere in particular.

    A label of the truth is thought to be another one of the prediction where that covers more than half of it and more
    than twice what its own number covers, and covers no other label as well. Where it covers several that the
    prediction has not by themselves, they may be a region.
    """
    groups: dict[int, list[int]] = defaultdict(list)
    for label, size in joint.truth.items():
        best = max(joint.prediction, key=lambda other: joint.both.get((label, other), 0), default=label)
        if joint.both.get((label, best), 0) > ENOUGH * size:
            groups[best].append(label)
    pairs = []
    for other, labels in groups.items():
        if len(labels) == 1 and labels[0] != other and _is_elsewhere(joint, labels[0], other):
            pairs.append(_pairing(joint, tuple(labels), other))
        elif len(labels) > 1 and not set(labels) - {other} & joint.prediction.keys():
            pairs.append(_pairing(joint, tuple(sorted(labels)), other))
    if not pairs:
        return None
    pairs.sort(key=lambda pair: pair.truth)
    return Renumbering(tuple(pairs), shift := _shift(pairs), _mapping(joint, pairs, shift))


def _is_elsewhere(joint: JointCounts, label: int, other: int) -> bool:
    """Whether ``other`` covers far more of a label than its own number, and is nobody else's."""
    there, here = joint.both.get((label, other), 0), joint.both.get((label, label), 0)
    return there > 2 * here and all(joint.both.get((rival, other), 0) <= there for rival in joint.truth)


def _pairing(joint: JointCounts, labels: tuple[int, ...], other: int) -> Pairing:
    both = sum(joint.both.get((label, other), 0) for label in labels)
    return Pairing(labels, other, both, sum(joint.truth[label] for label in labels))


def _shift(pairs: list[Pairing]) -> int | None:
    shifts = {pair.prediction - pair.truth[0] for pair in pairs}
    is_shift = len(pairs) > 1 and len(shifts) == 1 and all(len(pair.truth) == 1 for pair in pairs)
    return shifts.pop() if is_shift else None


def _mapping(joint: JointCounts, pairs: list[Pairing], shift: int | None) -> dict[tuple[int, ...], int]:
    """For each label of the truth: the pair found, else the common shift, else its own number."""
    mapping = {pair.truth: pair.prediction for pair in pairs}
    grouped = {label for pair in pairs for label in pair.truth}
    for label in joint.truth:
        if label not in grouped:
            mapping[(label,)] = label + shift if shift is not None else label
    return mapping


def _choice(truth: tuple[int, ...], prediction: tuple[int, ...]) -> LabelChoice:
    """Called as it would be written on the command line."""
    if truth == prediction:
        return LabelChoice.single(truth[0])
    return LabelChoice(f"{'+'.join(map(str, truth))}={prediction[0]}", truth, prediction)
