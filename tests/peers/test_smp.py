"""segmentation-models-pytorch's losses."""

from __future__ import annotations

from typing import Any

import pytest
from torch import Tensor

from tests.peers.compared import SEEDS, agree, classes, labels, logits, one_class, peer

S = peer("segmentation_models_pytorch.losses")


def of_labels(theirs: Any) -> Any:
    """It takes label values, in place of one-hot classes."""

    def call(prediction: Tensor, truth: Tensor) -> Any:
        return theirs(prediction, labels(truth))

    return call


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("smooth", [0.0, 1.0])
def test_regions_of_one_class(smooth: float, seed: int) -> None:
    chosen = {"smooth": smooth}
    pair = one_class(seed)
    agree("dice_loss", "smp", S.DiceLoss("binary", from_logits=False, **chosen), pair, **chosen)
    agree("log_dice_loss", "smp", S.DiceLoss("binary", from_logits=False, log_loss=True, **chosen), pair, **chosen)
    agree("iou_loss", "smp", S.JaccardLoss("binary", from_logits=False, **chosen), pair, **chosen)
    chosen |= {"alpha": 0.2, "beta": 0.9}
    agree("tversky_loss", "smp", S.TverskyLoss("binary", from_logits=False, **chosen), pair, **chosen)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("absent", [False, True])
def test_regions_of_classes(absent: bool, seed: int) -> None:
    pair = classes(seed, absent)
    pair = (pair[0], pair[1] if not absent else classes(seed, absent)[1])
    agree("dice_loss", "smp", of_labels(S.DiceLoss("multiclass", from_logits=False)), pair)
    agree(
        "dice_loss", "smp", of_labels(S.DiceLoss("multiclass", from_logits=False, log_loss=True)), pair, log_loss=True
    )
    agree("iou_loss", "smp", of_labels(S.JaccardLoss("multiclass", from_logits=False)), pair)
    chosen = {"alpha": 0.2, "beta": 0.9, "gamma": 0.75}
    agree(
        "focal_tversky_loss", "smp", of_labels(S.TverskyLoss("multiclass", from_logits=False, **chosen)), pair, **chosen
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_voxels(seed: int) -> None:
    for alpha in (None, 0.25):
        theirs = S.FocalLoss("binary", alpha=alpha, gamma=1.5)
        agree("focal_loss", "smp", theirs, logits(seed), alpha=alpha, gamma=1.5)
    theirs = of_labels(S.FocalLoss("multiclass", gamma=2.0, from_logits=False))
    agree("focal_loss", "smp", theirs, classes(seed), from_logits=False)
    theirs = S.SoftBCEWithLogitsLoss(smooth_factor=0.1)
    agree("binary_cross_entropy", "smp", theirs, logits(seed), smooth_factor=0.1)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("per_image", [False, True])
def test_lovasz(per_image: bool, seed: int) -> None:
    def hinge(prediction: Tensor, truth: Tensor) -> Any:
        return S.LovaszLoss("binary", per_image=per_image)(prediction.float(), truth.float())

    agree("lovasz_hinge_loss", "smp", hinge, logits(seed), tolerance=1e-5, per_image=per_image)

    def of_classes(prediction: Tensor, truth: Tensor) -> Any:
        return S.LovaszLoss("multiclass", per_image=per_image)(prediction.log().float(), labels(truth))

    for absent in (False, True):
        agree("lovasz_softmax_loss", "smp", of_classes, classes(seed, absent), tolerance=1e-5, per_image=per_image)
