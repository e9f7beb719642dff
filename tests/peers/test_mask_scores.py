"""Toolkits that score masks: torchmetrics, SimpleITK, medpy."""

from __future__ import annotations

from typing import Any

import pytest
from torch import Tensor

from tests.peers.compared import SEEDS, agree, masks, one_class, peer


def one_mask(seed: int) -> tuple[Tensor, Tensor]:
    """Of one class in one sample."""
    prediction, truth = one_class(seed, samples=1)
    return (prediction >= 0.5).double(), truth


@pytest.mark.parametrize("seed", SEEDS)
def test_torchmetrics(seed: int) -> None:
    theirs = peer("torchmetrics.functional.segmentation")
    prediction, truth = (tensor.long() for tensor in masks(seed, samples=1))
    for background in (True, False):
        chosen: dict[str, Any] = {"num_classes": 4, "include_background": background}

        def dice(p: Tensor, g: Tensor, chosen: dict[str, Any] = chosen) -> Any:
            return theirs.dice_score(p, g, average="macro", **chosen)

        def of_each(p: Tensor, g: Tensor, chosen: dict[str, Any] = chosen) -> Any:
            return theirs.dice_score(p, g, average="none", **chosen)

        def generalised(p: Tensor, g: Tensor, chosen: dict[str, Any] = chosen) -> Any:
            return theirs.generalized_dice_score(p, g, **chosen)

        def iou(p: Tensor, g: Tensor, chosen: dict[str, Any] = chosen) -> Any:
            return theirs.mean_iou(p, g, per_class=True, **chosen)

        pair, way = (prediction, truth), {"include_background": background}
        agree("dice_loss", "torchmetrics", dice, pair, tolerance=1e-6, **way)
        agree("dice_loss", "torchmetrics", of_each, pair, tolerance=1e-6, average="none", **way)
        agree("generalized_dice_loss", "torchmetrics", generalised, pair, tolerance=1e-6, **way)
        agree("iou_loss", "torchmetrics", iou, pair, tolerance=1e-6, **way)


@pytest.mark.parametrize("seed", SEEDS)
def test_simpleitk(seed: int) -> None:
    itk = peer("SimpleITK")

    def overlap(p: Tensor, g: Tensor) -> Any:
        measures = itk.LabelOverlapMeasuresImageFilter()
        measures.Execute(*(itk.GetImageFromArray(mask[0, 0].byte().numpy()) for mask in (g, p)))
        return measures

    agree("dice_loss", "simpleitk", lambda p, g: overlap(p, g).GetDiceCoefficient(), one_mask(seed))
    agree("iou_loss", "simpleitk", lambda p, g: overlap(p, g).GetJaccardCoefficient(), one_mask(seed))


@pytest.mark.parametrize("seed", SEEDS)
def test_medpy(seed: int) -> None:
    binary = peer("medpy.metric.binary")
    agree("dice_loss", "medpy", lambda p, g: binary.dc(p[0, 0].numpy(), g[0, 0].numpy()), one_mask(seed))
    agree("iou_loss", "medpy", lambda p, g: binary.jc(p[0, 0].numpy(), g[0, 0].numpy()), one_mask(seed))
