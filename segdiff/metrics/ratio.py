"""The one place where a fraction is formed."""

from __future__ import annotations

import math

import torch
from torch import Tensor


def ratio(numerator: Tensor, denominator: Tensor, when_undefined: float | Tensor = math.nan) -> Tensor:
    """``numerator / denominator``; where the denominator is 0, ``when_undefined`` (NaN unless a rule says otherwise).

    The gradient is finite everywhere: the undefined places are cut out before the division, not after.
    """
    undefined = denominator == 0
    quotient = numerator / torch.where(undefined, 1.0, denominator)
    return torch.where(undefined, when_undefined, quotient)
