"""From a network's last numbers to probabilities, when a person says how."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Activation
from segdiff.errors import ActivationNeeded, FileProblem
from segdiff.io.content import Content

_BLOCK: Final = 1 << 18
"""Voxels that are turned into probabilities at a time."""


def activated(content: Content, how: Activation) -> Content:
    """The values after a sigmoid or softmax, in 32 bits or in those of the file if it has more.

    Args:
        content: laid out on a grid, its values finite.
        how: a softmax runs over the channels.

    Raises:
        FileProblem: a softmax of a single channel, which would be one everywhere.
    """
    if how is Activation.NONE:
        return content
    voxels = content.voxels
    channels = voxels if content.channels is not None else voxels[None]
    if how is Activation.SOFTMAX and len(channels) == 1:
        raise FileProblem(
            f"{content.name} has a single channel, and a softmax takes several; of one channel, take the sigmoid."
        )
    probabilities = np.empty(channels.shape, np.result_type(voxels.dtype, np.float32))
    given, made = channels.reshape(len(channels), -1), probabilities.reshape(len(channels), -1)
    apply = _softmax if how is Activation.SOFTMAX else _sigmoid
    for start in range(0, given.shape[1], _BLOCK):
        block = made[:, start : start + _BLOCK]
        block[...] = given[:, start : start + _BLOCK]
        apply(block)
    return _replaced(content, probabilities.reshape(voxels.shape), how)


def needed(content: Content, low: float, high: float) -> ActivationNeeded:
    """The question that values beyond 0 and 1 raise."""
    channels = content.channels or 1
    finding = (
        f"{content.name} holds values from {_short(low)} to {_short(high)}, which are neither labels nor probabilities "
        "from 0 to 1; they may be logits"
    )
    advice = "--activation sigmoid makes probabilities of those"
    if channels > 1:
        advice = (
            f"--activation softmax makes shares of one of the {channels} channels, "
            "and --activation sigmoid probabilities of each by itself"
        )
    return ActivationNeeded(finding, advice, content.path, channels)


def _replaced(content: Content, probabilities: NDArray[Any], how: Activation) -> Content:
    noted = content.noting(f"The values of {content.name} were put through a {how.value}.")
    low, high = float(content.voxels.min()), float(content.voxels.max())
    if low >= 0 and high <= 1:
        noted = noted.noting(
            f"{content.name} holds values from {_short(low)} to {_short(high)} already: "
            f"if they were probabilities, the {how.value} has been taken twice."
        )
    return replace(noted, voxels=probabilities)


def _sigmoid(block: NDArray[Any]) -> None:
    """In place, and without overflow at either end."""
    from scipy.special import expit

    expit(block, out=block)


def _softmax(block: NDArray[Any]) -> None:
    """In place over the first axis; the largest becomes e⁰, so nothing overflows."""
    block -= block.max(axis=0)
    np.exp(block, out=block)
    block /= block.sum(axis=0)


def _short(number: float) -> str:
    return f"{number:.4g}".replace("-", "−")
