"""Every loss against its slow twin: random pictures and volumes, soft and hard, one class and several."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from segdiff import losses
from tests import cases, reference

PARAMETERS: dict[str, tuple[dict[str, float], ...]] = {
    "binary_cross_entropy": ({},),
    "cross_entropy": ({},),
    "dice_loss": ({}, {"smoothing": 0.7}),
    "vnet_dice_loss": ({},),
    "bce_dice_loss": ({}, {"smoothing": 0.7}),
    "iou_loss": ({}, {"smoothing": 0.7}),
    "tversky_loss": ({}, {"alpha": 0.85, "beta": 0.1}, {"alpha": 2.5, "beta": 0.4, "smoothing": 0.7}),
    "focal_loss": ({}, {"gamma": 0.5, "focal_alpha": 0.9}, {"gamma": 0.0}),
    "focal_plus_tversky_loss": ({}, {"alpha": 0.9, "beta": 0.2, "gamma": 1.0, "focal_alpha": 0.6, "smoothing": 0.7}),
    "focal_tversky_loss": ({}, {"alpha": 0.9, "beta": 0.2, "exponent": 4 / 3, "smoothing": 0.7}),
    "generalized_dice_loss": ({},),
}

Made = tuple[cases.Array, cases.Array]


def hard(shape: tuple[int, ...], seed: int) -> Made:
    prediction, truth = cases.random_soft(shape, seed)
    return (prediction >= 0.5).astype(float), truth


def with_empty_regions() -> Made:
    """Two samples of three labels and background: in one a label is on neither side, in the other only predicted."""
    prediction, truth = cases.random_soft((2, 4, 5, 6), seed=8)
    prediction[0, 2] = truth[0, 2] = truth[1, 3] = 0
    return prediction, truth


EXCLUSIVE: dict[str, Callable[[], Made]] = {
    "a soft picture": lambda: cases.random_soft((1, 1, 9, 13), seed=1),
    "a soft volume": lambda: cases.random_soft((1, 1, 4, 5, 7), seed=2),
    "a hard volume": lambda: hard((1, 1, 4, 5, 7), seed=3),
    "a batch": lambda: cases.random_soft((3, 1, 6, 7), seed=4),
    "exclusive classes": lambda: cases.random_softmax((2, 4, 6, 7), seed=6),
    "exclusive classes in volumes": lambda: cases.random_softmax((2, 3, 3, 4, 5), seed=7),
}
"""One class and what it leaves over, or classes of which just one is there."""

OVERLAPPING: dict[str, Callable[[], Made]] = {
    "labels that overlap": lambda: cases.random_soft((2, 3, 6, 7), seed=5),
    "empty regions": with_empty_regions,
}
"""Every label a question of its own; cross-entropy, which asks for *the* class of a voxel, has no answer here."""


@pytest.mark.parametrize(
    ("name", "score", "parameters"),
    [
        (name, score, chosen)
        for score, choices in PARAMETERS.items()
        for chosen in choices
        for name in (EXCLUSIVE if score == "cross_entropy" else EXCLUSIVE | OVERLAPPING)
    ],
)
def test_equals_the_twin(name: str, score: str, parameters: dict[str, float]) -> None:
    prediction, truth = (EXCLUSIVE | OVERLAPPING)[name]()
    expected = reference.value(score, prediction, truth, **parameters)
    assert losses.value(score, prediction, truth, **parameters) == pytest.approx(expected, rel=1e-10, abs=1e-12)


@pytest.mark.parametrize("score", PARAMETERS)
def test_equals_the_twin_in_single_precision(score: str) -> None:
    prediction, truth = cases.random_soft((2, 1, 9, 11), seed=9, dtype=np.float32)
    expected = reference.value(score, prediction, truth)
    assert losses.value(score, prediction, truth) == pytest.approx(expected, rel=1e-10)
