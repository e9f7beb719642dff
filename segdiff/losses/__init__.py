"""Training losses, and the library's door: :func:`value`, :func:`gradient`, :func:`as_module`.

A region loss is one minus an index from :mod:`segdiff.metrics`; a voxelwise loss is a mean over the bins of a
histogram. Importing this package registers them all. segdiff's convention: α weighs false positives and β misses
(Salehi 2017); linear Dice denominators; no smoothing; natural logarithms of probabilities clipped at 10⁻⁷; sums in
float64; losses are positive, 0 is perfect. How others write them is data, read by one engine: see
:mod:`segdiff.losses.conventions`.
"""

from segdiff.losses import region, sums, voxelwise
from segdiff.losses.chosen import CONVENTIONS, find_convention, parameter_names
from segdiff.losses.compare import ConventionRow, compare_conventions
from segdiff.losses.differences import differences
from segdiff.losses.further import FURTHER, FurtherLoss
from segdiff.losses.lore import LORE, Lore
from segdiff.losses.translate import parameters_for, translate
from segdiff.losses.value import as_module, gradient, value, value_of_evidence
from segdiff.losses.warnings import activation_doubts, warnings_for, warnings_from_evidence

__all__ = [
    "CONVENTIONS",
    "FURTHER",
    "LORE",
    "ConventionRow",
    "FurtherLoss",
    "Lore",
    "activation_doubts",
    "as_module",
    "compare_conventions",
    "differences",
    "find_convention",
    "gradient",
    "parameter_names",
    "parameters_for",
    "region",
    "sums",
    "translate",
    "value",
    "value_of_evidence",
    "voxelwise",
    "warnings_for",
    "warnings_from_evidence",
]
