"""Keras' losses, channels last, on its torch backend."""

from __future__ import annotations

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

from typing import Any

import pytest
from torch import Tensor

from tests.peers.compared import SEEDS, agree, classes, one_class, peer

KL = peer("keras.losses")


def channels_last(tensor: Tensor) -> Tensor:
    return tensor.movedim(1, -1)


def of(theirs: Any, **chosen: Any) -> Any:
    """It takes (truth, prediction)."""

    def call(prediction: Tensor, truth: Tensor) -> Any:
        found = theirs(channels_last(truth), channels_last(prediction), **chosen)
        return found.detach().cpu().numpy()

    return call


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("make", [one_class, classes])
class TestKeras:
    def test_dice(self, make: Any, seed: int) -> None:
        axes = tuple(range(1, make(seed)[0].ndim))
        agree("dice_loss", "keras-3.15", of(KL.dice), make(seed), tolerance=1e-7)
        agree("dice_loss", "keras-3.15", of(KL.dice, axis=axes), make(seed), tolerance=1e-7, axis=axes)

    def test_tversky_is_swapped_as_released(self, make: Any, seed: int) -> None:
        chosen = {"alpha": 0.2, "beta": 0.9}
        agree("tversky_loss", "keras-3.15", of(KL.tversky, **chosen), make(seed), tolerance=1e-7, **chosen)

    def test_voxels(self, make: Any, seed: int) -> None:
        smoothed = KL.BinaryCrossentropy(label_smoothing=0.1, dtype="float64")
        agree("binary_cross_entropy", "keras-3.15", of(smoothed), make(seed), tolerance=1e-7, label_smoothing=0.1)
        focal = KL.BinaryFocalCrossentropy(gamma=1.5, alpha=0.3, apply_class_balancing=True, dtype="float64")
        chosen = {"gamma": 1.5, "alpha": 0.3, "apply_class_balancing": True}
        agree("focal_loss", "keras-3.15", of(focal), make(seed), tolerance=1e-7, **chosen)


@pytest.mark.parametrize("seed", SEEDS)
def test_cross_entropy_of_classes(seed: int) -> None:
    theirs = KL.CategoricalCrossentropy(dtype="float64")
    agree("cross_entropy", "keras-3.15", of(theirs), classes(seed), tolerance=1e-6)
