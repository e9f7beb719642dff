"""The one place where a power is taken whose slope may be wanted."""

from __future__ import annotations

import torch
from torch import Tensor


def power(base: Tensor, exponent: float | Tensor) -> Tensor:
    """``base`` to the power of ``exponent``; no base is negative.

    Between exponents of 0 and 1 the slope at 0 is infinite, and becomes NaN as soon as it is multiplied by 0. It is
    taken as 0 there: nothing pushes at what is right already.
    """
    exponent = torch.as_tensor(exponent, dtype=base.dtype, device=base.device)
    is_steep = (base == 0) & (exponent > 0) & (exponent < 1)
    return torch.where(is_steep, 0.0, torch.where(is_steep, 1.0, base).pow(exponent))
