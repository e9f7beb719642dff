"""Training losses in segdiff's own convention, and the library's door: :func:`value`.

A region loss is one minus an index from :mod:`segdiff.metrics`; a voxelwise loss is a mean over the bins of a histogram.
Importing this package registers them all. segdiff's convention: α weighs false positives and β misses (Salehi 2017); linear Dice
denominators; no smoothing; natural logarithms of probabilities clipped at 10⁻⁷; sums in float64; losses are positive, 0 is perfect.
"""

from segdiff.losses import region, sums, voxelwise
from segdiff.losses.chosen import CONVENTIONS
from segdiff.losses.value import as_module, gradient, value

__all__ = ["CONVENTIONS", "as_module", "gradient", "region", "sums", "value", "voxelwise"]
