"""Scores at every threshold, against masks cut one by one; and the threshold that theory names."""

from __future__ import annotations

import numpy as np
import pytest

from segdiff.evidence import ThresholdCounts
from segdiff.explore import (
    THRESHOLDS,
    best_cut,
    best_threshold,
    precision_recall,
    receiver_operating,
    theoretical_threshold,
    threshold_curves,
    threshold_map,
)
from tests.explore.counted import Array, calibrated, overconfident, thresholds_of


def cut(p: Array, g: Array, threshold: float) -> tuple[int, int, int, int]:
    mask = p.astype(np.float32).astype(np.float64) >= threshold
    truth = g > 0
    return (
        int((mask & truth).sum()),
        int((mask & ~truth).sum()),
        int((~mask & truth).sum()),
        int((~mask & ~truth).sum()),
    )


def test_curves_are_those_of_masks_cut_one_by_one() -> None:
    p, g = overconfident(1)
    curves = threshold_curves(thresholds_of(p, g), 0.3, 0.7)
    for k in (1, 137, 500, 731, 999):
        tp, fp, fn, tn = cut(p, g, k / 1000)
        assert curves.index[k - 1] == pytest.approx(tp / (tp + 0.3 * fp + 0.7 * fn))
        assert curves.dice[k - 1] == pytest.approx(2 * tp / (2 * tp + fp + fn))
        assert curves.recall[k - 1] == pytest.approx(tp / (tp + fn))
        assert curves.specificity[k - 1] == pytest.approx(tn / (tn + fp))
        assert curves.precision[k - 1] == pytest.approx(tp / (tp + fp))


def test_precision_of_nothing_is_undefined() -> None:
    curves = threshold_curves(thresholds_of(np.array([[0.4, 0.2, 0.1]]), np.array([[1.0, 0.0, 0.0]])), 0.3, 0.7)
    assert np.isnan(curves.precision[400:]).all()
    assert not np.isnan(curves.precision[:400]).any()


def best_expected(p: Array, alpha: float, beta: float) -> tuple[float, float]:
    """Over the k likeliest pixels, the best E[TP]/(E[TP] + αE[FP] + βE[FN]) and the p of the last one taken."""
    likely = np.sort(p, axis=None)[::-1]
    tp, fp = likely.cumsum(), (1 - likely).cumsum()
    index = tp / (tp + alpha * fp + beta * (likely.sum() - tp))
    k = int(index.argmax())
    return float(index[k]), float(likely[k])


@pytest.mark.parametrize(("alpha", "beta"), [(0.5, 0.5), (0.3, 0.7), (0.7, 0.3), (0.2, 0.8), (1.0, 1.0), (0.4, 1.3)])
def test_in_expectation_the_best_set_ends_at_tau_star(alpha: float, beta: float) -> None:
    """The least likely pixel worth taking is the first at or above τ*: the next one lies below it."""
    for seed in range(60):
        p = np.random.default_rng(seed).beta(0.4, 1.5, 300)
        index, last = best_expected(p, alpha, beta)
        tau = theoretical_threshold(index, alpha, beta)
        below = p[p < last]
        assert last >= tau - 1e-12
        assert below.size == 0 or below.max() <= tau + 1e-12
        assert tau <= alpha / (alpha + beta) + 1e-12


def test_special_cases_of_tau_star() -> None:
    """Dice: half of it. IoU: J/(1 + J), the same threshold. α + β = 1: α·T."""
    assert theoretical_threshold(0.8, 0.5, 0.5) == pytest.approx(0.4)
    jaccard = 0.8 / (2 - 0.8)
    assert theoretical_threshold(jaccard, 1.0, 1.0) == pytest.approx(0.4)
    assert theoretical_threshold(0.6, 0.3, 0.7) == pytest.approx(0.18)
    assert theoretical_threshold(0.6, 0.0, 1.0) == 0.0


def test_on_a_calibrated_map_theory_is_near_the_best() -> None:
    known = thresholds_of(*calibrated(5))
    for alpha in (0.5, 0.3, 0.2):
        found = best_cut(known, alpha, 1 - alpha)
        assert found is not None
        at_theory = threshold_curves(known, alpha, 1 - alpha).index[round(found.theoretical * 1000) - 1]
        assert found.index - at_theory < 0.003, "a flat optimum"
        assert abs(found.best - found.theoretical) < 0.05


def test_on_an_overconfident_map_theory_is_off() -> None:
    found = best_cut(thresholds_of(*overconfident(6, 200)), 0.5, 0.5)
    assert found is not None
    assert abs(found.best - found.theoretical) > 0.1


def test_the_map_has_each_alpha_in_a_column() -> None:
    known = thresholds_of(*overconfident(7))
    alphas = np.array([0.1, 0.5, 0.8])
    drawn = threshold_map(known, alphas, step=100)
    assert drawn.thresholds.tolist() == pytest.approx([k / 10 for k in range(1, 10)])
    for column, alpha in enumerate(alphas):
        curve = threshold_curves(known, alpha, 1 - alpha).index
        assert drawn.index[:, column] == pytest.approx(curve[99::100])
        assert curve[round(drawn.best[column] * 1000) - 1] == curve.max()


def test_the_map_and_the_curve_agree_on_the_best_of_equal_thresholds() -> None:
    """Of .2 and .8 every threshold from .201 to .8 cuts alike; .5 is the nearest to one half."""
    known = thresholds_of(np.array([[0.8, 0.8, 0.2, 0.2]]), np.array([[1.0, 1.0, 0.0, 0.0]]))
    drawn = threshold_map(known, np.array([0.2, 0.5, 0.9]))
    assert drawn.best.tolist() == [best_threshold(known, a, 1 - a) for a in (0.2, 0.5, 0.9)] == [0.5] * 3


def test_areas_are_those_of_ranking_pairs_and_of_stepping_through() -> None:
    """The ROC's area is the share of pairs in the right order, ties counting half; thresholds are thousandths."""
    p, g = overconfident(8, 30)
    level = np.floor(p.astype(np.float32).astype(np.float64) * 1000).clip(0, 999)
    inside, outside = level[g > 0], level[g == 0]
    right = (inside[:, None] > outside).mean() + 0.5 * (inside[:, None] == outside).mean()
    known = thresholds_of(p, g)
    assert receiver_operating(known).area == pytest.approx(right)
    area, before = 0.0, 0.0
    for threshold in np.unique(level)[::-1]:
        taken = level >= threshold
        recall, precision = (taken & (g > 0)).sum() / (g > 0).sum(), (taken & (g > 0)).sum() / taken.sum()
        area, before = area + (recall - before) * precision, recall
    assert precision_recall(known).area == pytest.approx(area)


def test_curves_end_at_the_corners() -> None:
    known = thresholds_of(*overconfident(9, 30))
    roc, pr = receiver_operating(known), precision_recall(known)
    assert (roc.x[0], roc.y[0], roc.x[-1], roc.y[-1]) == (0, 0, 1, 1)
    assert pr.x[-1] == 1.0
    assert pr.y[-1] == pytest.approx(known.inside[0] / (known.inside[0] + known.outside[0]))
    assert (np.diff(pr.x) >= 0).all()


def test_an_empty_truth_has_no_curves_to_speak_of() -> None:
    nothing = ThresholdCounts.of_levels(np.zeros(1000, int), np.ones(1000, int), None)
    assert best_cut(nothing, 0.3, 0.7) is None
    assert np.isnan(receiver_operating(nothing).area)
    assert np.isnan(precision_recall(nothing).area)
    assert len(THRESHOLDS) == 999
