"""torch's own cross-entropies; torch is always installed."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from tests.peers.compared import SEEDS, agree, classes, labels, logits, one_class


@pytest.mark.parametrize("seed", SEEDS)
def test_cross_entropies(seed: int) -> None:
    agree("binary_cross_entropy", "torch", functional.binary_cross_entropy, one_class(seed))
    weight = torch.tensor(3.0)
    agree(
        "binary_cross_entropy",
        "torch",
        lambda p, g: functional.binary_cross_entropy_with_logits(p, g, pos_weight=weight),
        logits(seed),
        from_logits=True,
        pos_weight=3.0,
    )
    agree("cross_entropy", "torch", lambda p, g: functional.cross_entropy(p.log(), labels(g)), classes(seed))
