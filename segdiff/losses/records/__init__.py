"""How a framework or paper writes a loss, as data.

A :class:`Convention` has a :class:`Recipe` for each loss it defines. A recipe says which symbol sits on what, what
is added above and below, what is pooled, what becomes of the background and of absent classes, and what is
returned. It holds no formula: there is one engine, :mod:`segdiff.losses.engine`, and it reads recipes.
"""

from segdiff.losses.records.convention import Convention, Expects, Options, Recipe
from segdiff.losses.records.parts import (
    Absent,
    Amount,
    Averaged,
    Generalized,
    Lovasz,
    Part,
    Pooled,
    Region,
    Returned,
    Sum,
    Voxelwise,
    Weighting,
    parts_of,
)

__all__ = [
    "Absent",
    "Amount",
    "Averaged",
    "Convention",
    "Expects",
    "Generalized",
    "Lovasz",
    "Options",
    "Part",
    "Pooled",
    "Recipe",
    "Region",
    "Returned",
    "Sum",
    "Voxelwise",
    "Weighting",
    "parts_of",
]
