"""Salehi's table, re-lived on one map: lower α, and recall climbs while Dice rises, then falls.

In the paper each row is a network trained with its own α and β. Here one map stays as it is and only its threshold
moves, to where a calibrated map would have its best for those costs. What can be compared is the direction.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import torch

from segdiff.evidence import Confusion, ThresholdCounts
from segdiff.explore.threshold import best_cut, precision_recall
from segdiff.metrics.overlap import dice, f_beta
from segdiff.metrics.rates import recall, specificity


@dataclass(frozen=True)
class PaperRow:
    """A row of Table 1 of the paper, in percent: 15 subjects with multiple sclerosis, twofold cross-validation."""

    alpha: float
    beta: float
    dice: float
    sensitivity: float
    specificity: float
    f2: float
    average_precision: float


PAPER: Final = (
    PaperRow(0.5, 0.5, 53.42, 49.85, 99.93, 51.77, 52.57),
    PaperRow(0.4, 0.6, 54.57, 55.85, 99.91, 55.47, 54.34),
    PaperRow(0.3, 0.7, 56.42, 56.85, 99.93, 57.32, 56.04),
    PaperRow(0.2, 0.8, 48.57, 61.00, 99.89, 54.53, 53.31),
    PaperRow(0.1, 0.9, 46.42, 65.57, 99.87, 56.11, 51.65),
)
"""Source: Salehi, Erdogmus, Gholipour 2017, arXiv:1706.05721, Table 1."""


@dataclass(frozen=True)
class SalehiRow:
    """The same columns for the map at hand, in percent.

    Args:
        alpha: cost of a false positive.
        beta: cost of a miss.
        threshold: τ* = α·T*, where the map was cut.
        best: the threshold that is really best at these costs; far from τ* where the map is not calibrated.
        dice: of the mask at τ*.
        sensitivity: recall there.
        specificity: there.
        f2: F-β with β = 2 there.
        average_precision: area under the precision–recall curve, which no threshold changes.
        paper: the paper's row.
    """

    alpha: float
    beta: float
    threshold: float
    best: float
    dice: float
    sensitivity: float
    specificity: float
    f2: float
    average_precision: float
    paper: PaperRow


def salehi_table(counts: ThresholdCounts) -> tuple[SalehiRow, ...]:
    """A row for each row of the paper; none where the truth is empty."""
    area = precision_recall(counts).area
    rows = []
    for paper in PAPER:
        cut = best_cut(counts, paper.alpha, paper.beta)
        if cut is None:
            return ()
        threshold = min(0.999, max(0.001, round(cut.theoretical, 3)))
        scores = _scores(counts.confusion(threshold))
        rows.append(SalehiRow(paper.alpha, paper.beta, threshold, cut.best, *scores, 100.0 * area, paper))
    return tuple(rows)


def _scores(confusion: Confusion) -> tuple[float, float, float, float]:
    """Dice, sensitivity, specificity and F2, in percent."""
    with torch.no_grad():
        found = (dice(confusion), recall(confusion), specificity(confusion), f_beta(confusion, beta_squared=4.0))
    first, second, third, fourth = (100.0 * float(score.item()) for score in found)
    return first, second, third, fourth
