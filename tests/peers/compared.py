"""Random input for the frameworks, and how their numbers are compared with ours."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from segdiff import losses
from tests import cases

SEEDS = range(4)


def peer(name: str) -> Any:
    """The framework, whatever it warns of while it is imported; skips the tests where it is not installed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pytest.importorskip(name)


def one_class(seed: int, samples: int = 2) -> tuple[Tensor, Tensor]:
    """A batch of pictures of one class."""
    prediction, truth = cases.random_soft((samples, 1, 6, 7), seed)
    return torch.from_numpy(prediction), torch.from_numpy(truth)


def classes(seed: int, absent: bool = False) -> tuple[Tensor, Tensor]:
    """A batch of volumes of four exclusive classes; on request the first sample's truth lacks the last one."""
    prediction, truth = cases.random_softmax((2, 4, 3, 4, 5), seed)
    if absent:
        truth[0, 0] += truth[0, 3]
        truth[0, 3] = 0
    return torch.from_numpy(prediction), torch.from_numpy(truth)


def pictures(seed: int, absent: bool = False) -> tuple[Tensor, Tensor]:
    """The same as pictures, for what takes no volumes."""
    return tuple(tensor.flatten(2, 3) for tensor in classes(seed, absent))  # type: ignore[return-value]


def masks(seed: int, samples: int = 2) -> tuple[Tensor, Tensor]:
    """Exclusive classes, the prediction one-hot too."""
    prediction, truth = cases.random_softmax((samples, 4, 6, 7), seed)
    winner = prediction.argmax(axis=1)
    return torch.from_numpy(np.stack([(winner == c).astype(float) for c in range(4)], axis=1)), torch.from_numpy(truth)


def logits(seed: int) -> tuple[Tensor, Tensor]:
    """Logits of one class."""
    draw = np.random.default_rng(seed)
    return torch.from_numpy(draw.normal(scale=4, size=(2, 1, 6, 7))), one_class(seed)[1]


def labels(truth: Tensor) -> Tensor:
    """One-hot classes as label values."""
    return truth.argmax(dim=1)


def with_background(tensor: Tensor) -> Tensor:
    """A single class after what it leaves over."""
    return torch.cat([1 - tensor, tensor], dim=1)


def agree(
    loss: str,
    convention: str,
    theirs: Callable[[Tensor, Tensor], Any],
    pair: tuple[Tensor, Tensor],
    tolerance: float = 1e-10,
    **parameters: Any,
) -> None:
    """Their number on that pair is ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = np.asarray(theirs(*pair), dtype=np.float64)
    found = np.asarray(losses.value(loss, *pair, convention=convention, **parameters))
    assert np.allclose(found.squeeze(), expected.squeeze(), rtol=tolerance, atol=tolerance, equal_nan=True), (
        found,
        expected,
    )
