"""kornia's losses; they take logits, and the logarithm of probabilities is one."""

from __future__ import annotations

from typing import Any

import pytest
from torch import Tensor

from tests.peers.compared import SEEDS, agree, labels, logits, one_class, peer, pictures, with_background

K = peer("kornia.losses")


def of_log(theirs: Any, **chosen: Any) -> Any:
    """It takes logits and label values."""

    def call(prediction: Tensor, truth: Tensor) -> Any:
        if prediction.shape[1] == 1:
            prediction, truth = with_background(prediction.clamp(1e-12, 1 - 1e-12)), with_background(truth)
        return theirs(prediction.log(), labels(truth), **chosen)

    return call


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("absent", [False, True])
def test_regions(absent: bool, seed: int) -> None:
    for average in ("micro", "macro"):
        for pair in (pictures(seed, absent), one_class(seed)):
            agree("dice_loss", "kornia", of_log(K.dice_loss, average=average), pair, tolerance=1e-8, average=average)
    chosen = {"alpha": 0.2, "beta": 0.9}
    agree("tversky_loss", "kornia", of_log(K.tversky_loss, **chosen), pictures(seed, absent), tolerance=1e-8, **chosen)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("alpha", [None, 0.25])
def test_focal(alpha: float | None, seed: int) -> None:
    def of_one(prediction: Tensor, truth: Tensor) -> Any:
        return K.binary_focal_loss_with_logits(prediction, truth, alpha=alpha, gamma=2.0, reduction="mean")

    agree("focal_loss", "kornia", of_one, logits(seed), alpha=alpha)
    theirs = of_log(K.focal_loss, alpha=None, gamma=2.0, reduction="mean")
    agree("focal_loss", "kornia", theirs, pictures(seed))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("absent", [False, True])
def test_lovasz(absent: bool, seed: int) -> None:
    agree("lovasz_softmax_loss", "kornia", of_log(K.lovasz_softmax_loss), pictures(seed, absent), tolerance=1e-9)

    def hinge(prediction: Tensor, truth: Tensor) -> Any:
        return K.lovasz_hinge_loss(prediction, truth[:, 0].long())

    agree("lovasz_hinge_loss", "kornia", hinge, logits(seed), tolerance=1e-9)
