"""What is measured once from a Comparison and suffices for many Scores. The only voxel loops are here.

One pass over the voxels, in chunks that stay in the processor's cache, leaves a handful of float64 numbers:

- :class:`Confusion`: TP, FP, FN and TN of two masks;
- :class:`SoftSums`: the same four with probabilities in place of yes and no, their squares, and the cross-entropies;
- :class:`ProbabilityHistogram`: how much probability was given to what is really there, for any loss that is a mean
  over voxels;
- :class:`ThresholdCounts`: the Confusion at every thousandth of a threshold.

More is measured when it is asked for: :class:`SliceCounts`, the counts of every slice; :class:`JointCounts`, which
labels of a truth and a prediction lie on each other; :class:`SurfaceDistances`, how far the borders of two masks lie
apart; :class:`LesionMatches`, which lesions were found and which invented; :class:`ErrorRegions`, where the errors are.

Every tensor is float64 and shaped ``(sample, class)``, with a trailing axis of bins in a histogram. :func:`measure`
looks at a :class:`~segdiff.data.Case`; :func:`evidence_of` at arrays ``(batch, class, *spatial)``, exactly and
differentiably.
"""

from segdiff.evidence.bundle import Evidence
from segdiff.evidence.chunks import Watch
from segdiff.evidence.confusion import Confusion, cell, the_only
from segdiff.evidence.device import Device, choose_device
from segdiff.evidence.error_regions import ErrorRegions, measure_regions
from segdiff.evidence.exact import (
    OVERSHOOT,
    Activation,
    as_pair,
    evidence_as_given,
    evidence_of,
    is_within,
    sigmoid,
    softmax,
)
from segdiff.evidence.further import FURTHER, measure_further
from segdiff.evidence.histogram import Bins, ProbabilityHistogram
from segdiff.evidence.joint import JointCounts, measure_joint
from segdiff.evidence.joint_box import JointBox, joint_box
from segdiff.evidence.lesions import LesionMatches, lesions_in
from segdiff.evidence.measure import measure
from segdiff.evidence.slice_counts import SliceCounts, measure_slices
from segdiff.evidence.soft_sums import CLIP, SoftSums
from segdiff.evidence.surface_distances import SurfaceDistances, distances_in
from segdiff.evidence.thresholds import LEVELS, ThresholdCounts

__all__ = [
    "CLIP",
    "FURTHER",
    "LEVELS",
    "OVERSHOOT",
    "Activation",
    "Bins",
    "Confusion",
    "Device",
    "ErrorRegions",
    "Evidence",
    "JointBox",
    "JointCounts",
    "LesionMatches",
    "ProbabilityHistogram",
    "SliceCounts",
    "SoftSums",
    "SurfaceDistances",
    "ThresholdCounts",
    "Watch",
    "as_pair",
    "cell",
    "choose_device",
    "distances_in",
    "evidence_as_given",
    "evidence_of",
    "is_within",
    "joint_box",
    "lesions_in",
    "measure",
    "measure_further",
    "measure_joint",
    "measure_regions",
    "measure_slices",
    "sigmoid",
    "softmax",
    "the_only",
]
