"""What a person brings to segdiff, as frozen values.

A :class:`Case` is one :class:`Image`, one truth (a :class:`LabelMap`) and any number of :class:`Prediction` s, all on
one :class:`Grid`. A :class:`Comparison` says which prediction is held against the truth, for which label and threshold;
each voxel then has one :class:`Outcome`.

Arrays are ``(z, y, x)`` or ``(y, x)`` and read-only. The axes of a volume run towards the patient's superior,
posterior and left, so a slice of it is already the picture a radiologist expects; readers permute and flip files,
exactly, to get there. What holds arrays is compared by identity; what holds choices is compared by value. Only numpy
is used here. A :class:`Plane` cuts a slice out of a volume.
"""

from segdiff.data.activation import Activation
from segdiff.data.case import Case, Geometry, Prediction
from segdiff.data.comparison import ANY_LABEL, Comparison, LabelChoice, LabelSet, with_background
from segdiff.data.grid import Grid, StorageOrder
from segdiff.data.label_table import LabelRow, label_table
from segdiff.data.outcome import Agreement, Outcome
from segdiff.data.planes import Plane, planes_of
from segdiff.data.reading import ReadingChoices
from segdiff.data.region import Neighbours, RegionKey
from segdiff.data.threshold import smallest_at_least
from segdiff.data.volumes import Image, LabelMap, ProbabilityMap

__all__ = [
    "ANY_LABEL",
    "Activation",
    "Agreement",
    "Case",
    "Comparison",
    "Geometry",
    "Grid",
    "Image",
    "LabelChoice",
    "LabelMap",
    "LabelRow",
    "LabelSet",
    "Neighbours",
    "Outcome",
    "Plane",
    "Prediction",
    "ProbabilityMap",
    "ReadingChoices",
    "RegionKey",
    "StorageOrder",
    "label_table",
    "planes_of",
    "smallest_at_least",
    "with_background",
]
