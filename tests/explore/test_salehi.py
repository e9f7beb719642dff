"""Salehi's table: the paper's figures as printed, and ours as masks cut at τ* give them."""

from __future__ import annotations

import numpy as np
import pytest

from segdiff.evidence import ThresholdCounts
from segdiff.explore import salehi_table
from segdiff.explore.salehi import PAPER
from tests.explore.counted import calibrated, thresholds_of
from tests.explore.test_thresholds import cut


def test_rows_are_masks_cut_at_tau_star() -> None:
    p, g = calibrated(1, 120)
    for row in salehi_table(thresholds_of(p, g)):
        tp, fp, fn, tn = cut(p, g, row.threshold)
        assert row.dice == pytest.approx(100 * 2 * tp / (2 * tp + fp + fn))
        assert row.sensitivity == pytest.approx(100 * tp / (tp + fn))
        assert row.specificity == pytest.approx(100 * tn / (tn + fp))
        assert row.f2 == pytest.approx(100 * 5 * tp / (5 * tp + 4 * fn + fp))
        best = max(
            (tp := c[0]) / (tp + row.alpha * c[1] + row.beta * c[2])
            for c in (cut(p, g, k / 1000) for k in range(1, 1000))
        )
        assert row.threshold == pytest.approx(row.alpha * best, abs=6e-4)


def test_recall_climbs_as_alpha_falls() -> None:
    rows = salehi_table(thresholds_of(*calibrated(2)))
    assert [row.alpha for row in rows] == [0.5, 0.4, 0.3, 0.2, 0.1]
    assert (np.diff([row.sensitivity for row in rows]) > 0).all()
    assert (np.diff([row.specificity for row in rows]) < 0).all()
    assert rows[0].dice == max(row.dice for row in rows), "a calibrated map has its best Dice where Dice is meant"
    assert len({row.average_precision for row in rows}) == 1


def test_the_paper_is_quoted_right() -> None:
    """Recall climbs from 49.85 to 65.57, Dice peaks at 56.42 for (.3, .7)."""
    assert [row.sensitivity for row in PAPER] == sorted(row.sensitivity for row in PAPER)
    best = max(PAPER, key=lambda row: row.dice)
    assert (best.alpha, best.beta, best.dice, best.f2) == (0.3, 0.7, 56.42, 57.32)
    assert [(row.sensitivity, row.average_precision) for row in (PAPER[0], PAPER[-1])] == [
        (49.85, 52.57),
        (65.57, 51.65),
    ]


def test_an_empty_truth_has_no_table() -> None:
    assert salehi_table(ThresholdCounts.of_levels(np.zeros(1000, int), np.ones(1000, int), None)) == ()
