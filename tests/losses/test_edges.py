"""Where a loss has no value or no slope of its own: rounding below 0, truths without a class, clipped probabilities."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from segdiff import losses
from segdiff.errors import SegdiffError
from segdiff.evidence import Confusion, Evidence, SoftSums, evidence_of
from segdiff.losses.region import focal_tversky_loss


def test_a_loss_that_rounding_left_below_0_is_0_to_any_power() -> None:
    """Nothing is missed, and false positives are minus a trillionth, as a difference of sums may leave them."""
    sums = replace(
        SoftSums.of_confusion(Confusion.of_counts(3, 0, 0, 5)),
        fp=torch.tensor([[-1e-12]], dtype=torch.float64, requires_grad=True),
    )
    for exponent in (0.75, 1.0, 4 / 3):
        loss = focal_tversky_loss(sums, exponent=exponent)
        assert loss.item() == 0.0
        (slope,) = torch.autograd.grad(loss.sum(), sums.fp)
        assert torch.isfinite(slope).all()


def test_where_the_truth_has_no_class_at_all_whatever_is_predicted_is_wrong() -> None:
    """All classes then weigh the same; with nothing predicted either the rule for 0/0 holds."""
    nothing, something = np.zeros((1, 2, 1, 4)), np.full((1, 2, 1, 4), 0.5)
    assert losses.value("generalized_dice_loss", something, nothing) == 1.0
    assert losses.value("generalized_dice_loss", nothing, nothing) == 0.0
    for predicted, score in ((np.ones_like(nothing), 0.0), (nothing, 1.0)):
        assert losses.value("generalized_dice_loss", predicted, nothing, convention="monai-metrics") == score


@pytest.mark.parametrize("loss", ["cross_entropy", "top_k_cross_entropy", "unified_focal_loss"])
def test_evidence_of_classes_that_overlap_is_refused_too(loss: str) -> None:
    """20 voxels are of the first class, and one of them of the second as well: 21 for 20."""
    truth = np.zeros((1, 2, 1, 20))
    truth[0, 0] = truth[0, 1, 0, 0] = 1.0
    evidence = evidence_of(np.full_like(truth, 0.5), truth)
    with pytest.raises(SegdiffError, match=r"adds up to 1\.05 on average"):
        losses.value_of_evidence(loss, evidence)


def test_beyond_the_clip_cross_entropy_has_no_slope() -> None:
    """p is 10⁻⁹ and 10⁻⁶ on the truth, 1 − 10⁻⁹ and 1 − 10⁻⁶ beside it: ±1/(4·10⁻⁶) from the second of each."""
    p = np.array([1e-9, 1e-6, 1.0 - 1e-9, 1.0 - 1e-6]).reshape(1, 1, 1, 4)
    g = np.array([1.0, 1.0, 0.0, 0.0]).reshape(1, 1, 1, 4)
    slopes = losses.gradient("binary_cross_entropy", p, g).ravel()
    assert slopes == pytest.approx([0.0, -250_000.0, 0.0, 250_000.0], rel=1e-9)


def test_the_power_of_a_mean_that_rounding_left_below_0_is_0() -> None:
    """smp's TP is (Σp + Σg − Σ|p−g|)/2; a distance a hair below 0 makes it larger than the truth."""
    perfect = Evidence.of_confusion(Confusion.of_counts(3, 0, 0, 5))
    sums = replace(perfect.sums, distance=torch.tensor([[-1e-9]], dtype=torch.float64))
    found = losses.value_of_evidence("focal_tversky_loss", replace(perfect, sums=sums), convention="smp", gamma=0.75)
    assert found == 0.0


def test_torchmetrics_leaves_a_class_that_is_nowhere_out_of_the_mean() -> None:
    """Of three classes the first has TP 3, FP 1, FN 0 (6/7), the second TP 0, FP 0, FN 1 (0), the third no voxel."""
    truth, mask = np.zeros((2, 1, 3, 1, 5))
    truth[0, 0, 0, :3] = truth[0, 1, 0, 3] = 1.0
    mask[0, 0, 0, :4] = 1.0
    assert losses.value("dice_loss", mask, truth, convention="torchmetrics") == pytest.approx((6 / 7 + 0) / 2)


@pytest.mark.parametrize(
    ("hardest", "dearest"), [(0.25, [0.4]), (0.74, [0.4, 0.5]), (0.75, [0.4, 0.5, 0.8]), (1.0, None)]
)
def test_the_dearest_voxels_are_counted_in_whole_ones(hardest: float, dearest: list[float] | None) -> None:
    """The true class of four voxels was given .9, .8, .5 and .4."""
    prediction = np.array([0.9, 0.8, 0.5, 0.6]).reshape(1, 1, 1, 4)
    truth = np.array([1.0, 1.0, 1.0, 0.0]).reshape(1, 1, 1, 4)
    expected = -np.log(dearest or [0.4, 0.5, 0.8, 0.9]).mean()
    assert losses.value("top_k_cross_entropy", prediction, truth, hardest=hardest) == pytest.approx(expected)


def test_where_a_framework_clips_from_above_even_a_perfect_voxel_costs_something() -> None:
    sure = np.ones((1, 1, 1, 3))
    assert losses.value("binary_cross_entropy", sure, sure, convention="keras-3.15") == pytest.approx(1e-7, rel=1e-6)
    assert losses.value("binary_cross_entropy", sure, sure) == 0.0
