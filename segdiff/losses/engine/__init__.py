"""The one engine that reads recipes: Evidence of a batch in, the framework's number out.

Every function keeps to differentiable torch on tensors shaped ``(sample, class)``, with an axis of bins in
histograms, so that a value and a training module are the same code.
"""

from __future__ import annotations

import functools

import torch
from torch import Tensor

from segdiff.evidence import Evidence
from segdiff.losses.engine.amounts import Values, amount, symbol, value_for
from segdiff.losses.engine.regions import generalized, region
from segdiff.losses.engine.voxels import lovasz, voxelwise
from segdiff.losses.records import Generalized, Lovasz, Part, Region, Sum

__all__ = ["Values", "amount", "compute", "symbol", "value_for"]


def compute(part: Part, evidence: Evidence, values: Values) -> Tensor:
    """What a recipe's part makes of a batch.

    Args:
        part: of the recipe.
        evidence: of the batch; its tensors are ``(sample, class)``.
        values: of the parameters that the part names.

    Returns:
        A scalar, or one number for each class or sample where the framework returns several.
    """
    if isinstance(part, Sum):
        terms = [amount(weight, values) * compute(inner, evidence, values) for weight, inner in part.parts]
        return functools.reduce(torch.add, terms)
    if isinstance(part, Region):
        return region(part, evidence, values)
    if isinstance(part, Generalized):
        return generalized(part, evidence, values)
    if isinstance(part, Lovasz):
        return lovasz(part, evidence, values)
    return voxelwise(part, evidence, values)
