"""What is said about each loss in words is true of its numbers."""

from __future__ import annotations

import numpy as np
import pytest

from segdiff import losses, registry

TRUTH = np.array([1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0]).reshape(1, 1, 8)
PREDICTION = np.array([0.9, 0.6, 0.3, 0.4, 0.2, 0.1, 0.1, 0.0]).reshape(1, 1, 8)
TP, FP, FN = 1.8, 0.8, 1.2


def gradient(loss: str, **parameters: float) -> tuple[np.ndarray, np.ndarray]:
    found = losses.gradient(loss, PREDICTION, TRUTH, **parameters).ravel()
    return found[:3], found[3:]


def test_every_loss_has_its_lore() -> None:
    assert set(losses.LORE) == {score.id for score in registry.scores() if score.kind is registry.Kind.LOSS}
    assert all(lore.gradient and lore.imbalance and lore.empty for lore in losses.LORE.values())


def test_region_gradients_are_the_two_numbers_told() -> None:
    below = TP + 0.3 * FP + 0.7 * FN
    inside, outside = gradient("tversky_loss", alpha=0.3, beta=0.7)
    np.testing.assert_allclose(inside, -(below - 0.3 * TP) / below**2)
    np.testing.assert_allclose(outside, 0.3 * TP / below**2)
    total = 2 * TP + FP + FN
    inside, outside = gradient("dice_loss")
    np.testing.assert_allclose(inside, (2 * TP - 2 * total) / total**2)
    np.testing.assert_allclose(outside, 2 * TP / total**2)
    union = TP + FP + FN
    inside, outside = gradient("iou_loss")
    np.testing.assert_allclose(inside, -1 / union)
    np.testing.assert_allclose(outside, TP / union**2)


def test_vnet_vanishes_where_nothing_is_given() -> None:
    assert gradient("vnet_dice_loss")[1][-1] == 0.0


def test_cross_entropy_by_the_logit_is_the_difference() -> None:
    found = losses.gradient("binary_cross_entropy", PREDICTION, TRUTH, wrt="logit")
    np.testing.assert_allclose(found, (PREDICTION - TRUTH) / 8, atol=1e-12)


@pytest.mark.parametrize("loss", ["tversky_loss", "dice_loss", "iou_loss", "vnet_dice_loss", "focal_tversky_loss"])
def test_empty_masks_cost_what_is_told(loss: str) -> None:
    nothing, something = np.zeros((1, 1, 4)), np.array([1.0, 0, 0, 0]).reshape(1, 1, 4)
    assert losses.value(loss, nothing, nothing) == 0.0
    assert losses.value(loss, something, nothing) == losses.value(loss, nothing, something) == 1.0


def test_cross_entropy_fades_and_dice_rises_as_the_target_shrinks() -> None:
    """Eight of ten found and one background voxel in a hundred invented; targets of 1000 and of 100 voxels in 10000."""

    def at(target: int) -> tuple[float, float]:
        truth = np.zeros(10_000)
        truth[:target] = 1
        prediction = np.zeros(10_000)
        prediction[: target * 8 // 10] = 1
        prediction[target : target + (10_000 - target) // 100] = 1
        pair = prediction.reshape(1, 1, -1), truth.reshape(1, 1, -1)
        return float(losses.value("dice_loss", *pair)), float(losses.value("binary_cross_entropy", *pair))

    (large_dice, large_entropy), (small_dice, small_entropy) = at(1000), at(100)
    assert small_dice > large_dice
    assert small_entropy < large_entropy
