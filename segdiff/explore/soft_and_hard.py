"""Why a loss of probabilities is 0.3 when the masks have a Dice of 0.9.

A soft loss sums probabilities, a hard one counts voxels after a threshold. Between the two stand four groups of voxels:
hits that are not sure, misses that got some probability, false positives that are not sure, and background that got a
little. Making one group sure after another leads from the soft loss to the hard one; how much each group is to blame
is its mean step over all orders (its Shapley value), so that the four add up to the whole gap.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Outcome
from segdiff.evidence import LEVELS, Evidence, ThresholdCounts
from segdiff.explore.arguments import check_bins, check_costs
from segdiff.explore.masses import mass_of_lowest

_ABOVE: Final = {"right": Outcome.TRUE_POSITIVE, "wrong": Outcome.FALSE_POSITIVE}

GROUPS: Final = (Outcome.TRUE_POSITIVE, Outcome.FALSE_POSITIVE, Outcome.FALSE_NEGATIVE, Outcome.TRUE_NEGATIVE)


@dataclass(frozen=True)
class Share:
    """What one group of voxels contributes to the gap.

    Args:
        outcome: of the group, at the threshold.
        voxels: how many there are.
        confidence: their mean probability; NaN if there are none.
        contribution: how much of soft loss − hard loss comes from their not being sure.
    """

    outcome: Outcome
    voxels: int
    confidence: float
    contribution: float


@dataclass(frozen=True)
class SoftAndHard:
    """The Tversky loss of a probability map and of its mask, and what lies between.

    Args:
        soft: 1 − T of the probabilities.
        hard: 1 − T of the mask at the threshold.
        dice: of that mask.
        shares: of the four groups; their contributions add up to ``soft − hard``.
    """

    soft: float
    hard: float
    dice: float
    shares: tuple[Share, ...]

    @property
    def main_shares(self) -> tuple[Share, ...]:
        """The one or two groups that make most of the gap, the largest first; none where there is hardly a gap."""
        least = max(0.1 * abs(self.soft - self.hard), 5e-4)
        told = [share for share in self.shares if share.voxels and abs(share.contribution) >= least]
        return tuple(sorted(told, key=lambda one: -abs(one.contribution))[:2])

    def in_words(self) -> str:
        """Which groups make the soft loss differ from the hard one, the largest first."""
        start = f"The loss is {self.soft:.3f} of the probabilities and {self.hard:.3f} of the mask"
        if not self.main_shares:
            return f"{start}: the map is so sure that both say the same."
        return f"{start}: {'; '.join(_reason(share) for share in self.main_shares)}."


def soft_and_hard(evidence: Evidence, alpha: float, beta: float, threshold: float = 0.5) -> SoftAndHard | None:
    """Take the gap between a soft and a hard Tversky loss apart; ``None`` for hard labels, which have none.

    Args:
        evidence: of one label in one sample.
        alpha: cost of a false positive.
        beta: cost of a miss.
        threshold: in thousandths; counts there are exact, Σp of each group to the width of one bin of the histogram.

    Raises:
        ParameterProblem: a cost is not a finite number from 0 up, or the threshold no thousandth.
    """
    check_costs(alpha, beta)
    if evidence.thresholds is None:
        return None
    tp, fp, fn, tn = evidence.thresholds.confusion(threshold).counts
    counts = dict(zip(GROUPS, (tp, fp, fn, tn), strict=True))
    mass = _mass_of_groups(evidence, counts)
    sure = {Outcome.TRUE_POSITIVE: tp, Outcome.FALSE_POSITIVE: fp, Outcome.FALSE_NEGATIVE: 0, Outcome.TRUE_NEGATIVE: 0}

    def loss(hardened: frozenset[Outcome]) -> float:
        given = {group: float(sure[group]) if group in hardened else mass[group] for group in GROUPS}
        found = given[Outcome.TRUE_POSITIVE] + given[Outcome.FALSE_NEGATIVE]
        invented = given[Outcome.FALSE_POSITIVE] + given[Outcome.TRUE_NEGATIVE]
        below = found + alpha * invented + beta * (tp + fn - found)
        return 1.0 - found / below if below > 0 else float(tp + fn + invented > 0)

    some = (frozenset(chosen) for size in range(len(GROUPS) + 1) for chosen in itertools.combinations(GROUPS, size))
    losses = {hardened: loss(hardened) for hardened in some}
    blame = dict.fromkeys(GROUPS, 0.0)
    orders = list(itertools.permutations(GROUPS))
    for order in orders:
        for position, group in enumerate(order):
            before, after = frozenset(order[:position]), frozenset(order[: position + 1])
            blame[group] += (losses[before] - losses[after]) / len(orders)
    shares = tuple(
        Share(group, counts[group], mass[group] / counts[group] if counts[group] else float("nan"), blame[group])
        for group in GROUPS
    )
    both = 2 * tp + fp + fn
    return SoftAndHard(losses[frozenset()], losses[frozenset(GROUPS)], 2 * tp / both if both else 1.0, shares)


def confidence_histogram(
    evidence: Evidence, threshold: float, bins: int = 20
) -> dict[Outcome, NDArray[np.int64]] | None:
    """How many voxels of each outcome got which probability; ``None`` for hard labels. Exact.

    Args:
        evidence: of one label in one sample.
        threshold: in thousandths.
        bins: of equal width; a number that divides 1000. A bin that the threshold cuts is shared out between outcomes.

    Raises:
        ParameterProblem: the threshold is no thousandth, or the number of bins does not divide 1000.
    """
    cut = ThresholdCounts.level_of(threshold)
    check_bins(bins)
    counts = evidence.thresholds
    if counts is None:
        return None
    inside, outside = (-np.diff(reached, append=0) for reached in (counts.inside, counts.outside))
    is_above = np.arange(LEVELS) >= cut

    def binned(voxels: NDArray[np.int64]) -> NDArray[np.int64]:
        summed: NDArray[np.int64] = voxels.reshape(bins, LEVELS // bins).sum(axis=1)
        return summed

    return {
        Outcome.TRUE_POSITIVE: binned(np.where(is_above, inside, 0)),
        Outcome.FALSE_POSITIVE: binned(np.where(is_above, outside, 0)),
        Outcome.FALSE_NEGATIVE: binned(np.where(is_above, 0, inside)),
        Outcome.TRUE_NEGATIVE: binned(np.where(is_above, 0, outside)),
    }


def _mass_of_groups(evidence: Evidence, counts: Mapping[Outcome, int]) -> dict[Outcome, float]:
    """Σp of the voxels of each outcome: the exact sums, shared out between both sides of the threshold by the bins."""
    above = {}
    for side, name, total in (
        (evidence.histogram.inside, "right", float(evidence.sums.tp.item())),
        (evidence.histogram.outside, "wrong", float(evidence.sums.fp.item())),
    ):
        voxels = float(side.count.sum())
        below, whole = mass_of_lowest(side, name, [voxels - counts[_ABOVE[name]], voxels])
        above[name] = total * (1.0 - below / whole) if whole > 0 else 0.0
    return {
        Outcome.TRUE_POSITIVE: above["right"],
        Outcome.FALSE_NEGATIVE: float(evidence.sums.tp.item()) - above["right"],
        Outcome.FALSE_POSITIVE: above["wrong"],
        Outcome.TRUE_NEGATIVE: float(evidence.sums.fp.item()) - above["wrong"],
    }


def _reason(share: Share) -> str:
    """Why one group matters, and by how much it raises the loss or lowers it."""
    change = f"({'+' if share.contribution > 0 else '−'}{abs(share.contribution):.3f})"
    if share.outcome is Outcome.TRUE_NEGATIVE:
        return f"haze in the background is worth {share.voxels * share.confidence:,.0f} invented voxels {change}"
    if share.outcome is Outcome.FALSE_NEGATIVE:
        return f"misses still got {share.confidence:.2f} each {change}"
    what = "hits" if share.outcome is Outcome.TRUE_POSITIVE else "inventions"
    return f"{what} are only {share.confidence:.2f} sure {change}"
