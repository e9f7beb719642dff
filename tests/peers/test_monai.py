"""MONAI's losses and metrics."""

from __future__ import annotations

from typing import Any

import pytest

from tests.peers.compared import SEEDS, agree, classes, logits, masks, one_class, peer, with_background

M = peer("monai.losses")
UNIFIED = peer("monai.losses.unified_focal_loss")
METRICS = peer("monai.metrics")

WAYS: list[dict[str, Any]] = [
    {}, {"batch": True}, {"include_background": False}, {"batch": True, "include_background": False},
    {"smooth_nr": 0.3, "smooth_dr": 0.7},
]  # fmt: skip


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("make", [one_class, classes])
class TestRegions:
    def test_dice(self, make: Any, way: dict[str, Any], seed: int) -> None:
        if make is one_class and "include_background" in way:
            way = {name: value for name, value in way.items() if name != "include_background"}
        agree("dice_loss", "monai", M.DiceLoss(**way), make(seed), **way)
        agree("vnet_dice_loss", "monai", M.DiceLoss(squared_pred=True, **way), make(seed), **way)
        agree("iou_loss", "monai", M.DiceLoss(jaccard=True, **way), make(seed), **way)

    def test_tversky(self, make: Any, way: dict[str, Any], seed: int) -> None:
        if make is one_class and "include_background" in way:
            way = {name: value for name, value in way.items() if name != "include_background"}
        costs = {"alpha": 0.2, "beta": 0.9}
        agree("tversky_loss", "monai", M.TverskyLoss(**costs, **way), make(seed), **costs, **way)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("weighting", ["square", "simple", "uniform"])
def test_generalised_dice(weighting: str, seed: int) -> None:
    for pair in (one_class(seed), classes(seed), classes(seed, absent=True)):
        for batch in (False, True):
            theirs = M.GeneralizedDiceLoss(w_type=weighting, batch=batch)
            # its weights are 32-bit numbers
            agree("generalized_dice_loss", "monai", theirs, pair, 1e-6, w_type=weighting, batch=batch)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("gamma", "alpha"), [(2.0, None), (2.0, 0.25), (0.5, 0.8)])
def test_focal(gamma: float, alpha: float | None, seed: int) -> None:
    theirs = M.FocalLoss(gamma=gamma, alpha=alpha)
    agree("focal_loss", "monai", theirs, logits(seed), tolerance=2e-5, gamma=gamma, alpha=alpha)


@pytest.mark.parametrize("seed", SEEDS)
def test_dice_and_cross_entropy(seed: int) -> None:
    theirs = M.DiceCELoss(sigmoid=True, lambda_dice=0.4, lambda_ce=1.3)
    agree("bce_dice_loss", "monai", theirs, logits(seed), sigmoid=True, lambda_dice=0.4, lambda_ce=1.3)
    prediction, truth = classes(seed)
    theirs = M.DiceCELoss(softmax=True)
    agree("bce_dice_loss", "monai", theirs, (5 * prediction, truth), softmax=True)


@pytest.mark.parametrize("seed", SEEDS)
def test_asymmetric_and_unified(seed: int) -> None:
    prediction, truth = one_class(seed)
    pair = with_background(prediction), with_background(truth)
    for delta, gamma in ((0.7, 0.75), (0.6, 0.5)):
        chosen = {"delta": delta, "gamma": gamma}
        agree("asymmetric_focal_tversky_loss", "monai", UNIFIED.AsymmetricFocalTverskyLoss(**chosen), pair, **chosen)
        agree(
            "unified_focal_loss",
            "monai",
            M.AsymmetricUnifiedFocalLoss(weight=0.3, **chosen),
            pair,
            weight=0.3,
            **chosen,
        )
        agree("unified_focal_loss", "monai", M.AsymmetricUnifiedFocalLoss(**chosen), (prediction, truth), **chosen)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("ignore_empty", [True, False])
def test_metrics(ignore_empty: bool, seed: int) -> None:
    prediction, truth = masks(seed)
    truth[0, 0] += truth[0, 3]
    truth[0, 3] = 0
    pair = (prediction, truth)

    def dice(p: Any, g: Any) -> Any:
        return METRICS.compute_dice(p, g, ignore_empty=ignore_empty)

    agree("dice_loss", "monai-metrics", dice, pair, tolerance=1e-6, ignore_empty=ignore_empty)

    def generalised(p: Any, g: Any) -> Any:
        return METRICS.compute_generalized_dice(p, g, sum_over_classes=True).ravel()

    agree("generalized_dice_loss", "monai-metrics", generalised, pair, tolerance=1e-6)
