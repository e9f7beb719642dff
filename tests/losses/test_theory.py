"""What is known about these losses beyond single numbers: imbalance, ranking, focus, the best threshold.

The expected values are from ``../shared/vectors``; each test first says the rule in words.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from segdiff import losses
from tests import cases
from tests.losses import vectors


def tversky(pair: cases.Pair, alpha: float, beta: float, smoothing: float = 0.0) -> float:
    """The index, not the loss."""
    return 1 - losses.value("tversky_loss", *pair.batch, alpha=alpha, beta=beta, smoothing=smoothing)


@pytest.mark.parametrize("number", range(6))
def test_the_index_is_a_function_of_the_counts(number: int, shared_vectors: Path) -> None:
    known = vectors.read(shared_vectors).theory("tversky_from_sums")[number]
    pair = cases.counted(known["TP"], known["FP"], known["FN"], tn=7)
    found = tversky(pair, known["alpha_fp"], known["beta_fn"], known["smooth"])
    assert found == pytest.approx(known["T"], rel=1e-12)


@pytest.mark.parametrize("number", range(7))
def test_imbalance(number: int, shared_vectors: Path) -> None:
    """At fixed recall and false-positive rate, region losses rise as the object shrinks and cross-entropy falls."""
    known = vectors.read(shared_vectors).theory("prevalence")[number]
    voxels = 100_000  # every count below is then a whole number
    there = round(known["pi"] * voxels)
    tp, fp = round(known["TPR"] * there), round(known["FPR"] * (voxels - there))
    pair = cases.counted(tp, fp, there - tp, voxels - there - fp)
    found = {
        "dice_loss": losses.value("dice_loss", *pair.batch),
        "iou_loss": losses.value("iou_loss", *pair.batch),
        "tversky_loss_fp03_fn07": losses.value("tversky_loss", *pair.batch, alpha=0.3, beta=0.7),
        "gdl_square": losses.value("generalized_dice_loss", *pair.batch),
        "bce_hard_clip1e7": losses.value("binary_cross_entropy", *pair.batch),
    }
    assert found == pytest.approx({name: known[name] for name in found}, rel=1e-6)


@pytest.mark.parametrize("number", range(4))
def test_an_exponent_decides_which_cases_weigh_more(number: int, shared_vectors: Path) -> None:
    """The focal Tversky loss changes e(1 - T)^(e-1) times as fast as the Tversky loss."""
    known = vectors.read(shared_vectors).theory("focal_tversky_gradient_multiplier")[number]
    step = 1e-6

    def focal(index: float) -> float:
        """One voxel of the truth with that probability: with a miss cost of one its index is the probability itself."""
        return losses.value("focal_tversky_loss", [[[index]]], [[[1.0]]], beta=1.0, exponent=known["exponent"])

    for index, multiplier in zip(known["T"], known["multiplier"], strict=True):
        below, above = max(0.0, index - step), index + step
        assert (focal(below) - focal(above)) / (above - below) == pytest.approx(multiplier, rel=1e-4)


@pytest.mark.parametrize("number", range(3))
def test_which_of_two_predictions_wins_depends_on_the_ratio_of_the_costs(number: int, shared_vectors: Path) -> None:
    """The index of A is at least that of B exactly where α c_α + β c_β is not positive."""
    known = vectors.read(shared_vectors).theory("rank_flip")[number]
    a, b = (cases.counted(who["TP"], who["FP"], who["FN"], tn=5) for who in (known["A"], known["B"]))
    for alpha in (0.05, 0.3, 0.5, 1.0, 2.2):
        for beta in (0.06, 0.4, 0.7, 1.0, 1.9):
            wins = alpha * known["c_alpha"] + beta * known["c_beta"] <= 0
            assert (tversky(a, alpha, beta) >= tversky(b, alpha, beta)) is wins
    if "dominated" not in known:
        alpha = known["alpha_star_on_alpha_plus_beta_1"]
        assert (1 - alpha) / alpha == pytest.approx(known["rho_star_beta_over_alpha"])
        for pair in (a, b):
            assert tversky(pair, alpha, 1 - alpha) == pytest.approx(known["T_both_at_flip"], rel=1e-12)


@pytest.mark.parametrize("number", range(9))
def test_the_best_threshold_of_calibrated_probabilities(number: int, shared_vectors: Path) -> None:
    """Marking every voxel above τ* = α T* / (1 + (α + β - 1) T*) gives the best expected index T*.

    Expected counts of a mask under probabilities η are the soft counts with η as the prediction and the mask as the
    truth, where inventions and misses trade places, so the costs do too.
    """
    known = vectors.read(shared_vectors).theory("optimal_threshold")[number]
    probabilities, alpha, beta = np.array(known["eta"]), known["alpha_fp"], known["beta_fn"]
    expected = []
    for size in range(1, len(probabilities) + 1):
        mask = (np.arange(len(probabilities)) < size).astype(float)  # the probabilities descend
        expected.append(1 - losses.value("tversky_loss", [[probabilities]], [[mask]], alpha=beta, beta=alpha))
    best = max(expected)
    assert best == pytest.approx(known["T_star"], rel=1e-12)
    assert expected[known["k_star"] - 1] == pytest.approx(best, rel=1e-12)
    threshold = alpha * best / (1 + (alpha + beta - 1) * best)
    assert threshold == pytest.approx(known["tau_star"], rel=1e-12)
    assert (probabilities >= threshold).sum() == known["k_star"]
