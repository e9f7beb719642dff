"""What α, β, the threshold and imbalance do to a comparison that has been measured.

Most of it is arithmetic on Evidence and takes microseconds: the plane of the two costs and its named points
(:mod:`~segdiff.explore.family`, :mod:`~segdiff.explore.named_costs`), which prediction is best where
(:mod:`~segdiff.explore.rivals`), scores at every threshold and the best of them (:mod:`~segdiff.explore.threshold`),
whether probabilities mean what they say (:mod:`~segdiff.explore.calibration`), why a soft loss differs from a hard one
(:mod:`~segdiff.explore.soft_and_hard`), losses against prevalence (:mod:`~segdiff.explore.imbalance`), Salehi's table
for the map at hand (:mod:`~segdiff.explore.salehi`), scores slice by slice (:mod:`~segdiff.explore.slices`), and
labels that may have been numbered otherwise (:mod:`~segdiff.explore.pairing`).

What they take is measured from files by :func:`segdiff.evidence.measure`, and from arrays by :func:`measure_arrays`.
Three look at arrays themselves: gradients on a slice (:mod:`~segdiff.explore.gradients`), lesions dropped or displaced
(:mod:`~segdiff.explore.lesions`), and a toy that is trained on a slice (:mod:`~segdiff.explore.training`).

Convention: α weighs false positives and β misses (Salehi 2017), whatever a framework calls them.
"""

from segdiff.explore.arrays import measure_arrays
from segdiff.explore.calibration import Reliability, brier_score, reliability
from segdiff.explore.duel import Duel, duel
from segdiff.explore.family import (
    F_BETAS,
    FBeta,
    Member,
    as_member,
    index_at,
    member_plane,
)
from segdiff.explore.gains import gains
from segdiff.explore.gradients import GradientMap, Push, gradient_maps
from segdiff.explore.imbalance import Background, PrevalenceCurves, Rates, prevalence_curves
from segdiff.explore.lesions import Displaced, Dropped, LesionCounts, Lesions, count_lesions, lesion_losses, lesions
from segdiff.explore.means import WinnerMap, mean_index, mean_strip, mean_winners
from segdiff.explore.named_costs import NamedCosts, named_costs
from segdiff.explore.pairing import Pairing, Renumbering, is_hardly_found, renumbering
from segdiff.explore.plane import Sector, index_plane, sectors
from segdiff.explore.rivals import (
    BreakEven,
    Contest,
    Hindrance,
    NeverBest,
    Standing,
    Stretch,
    break_even,
    contest,
    leaders,
    price_text,
)
from segdiff.explore.salehi import SalehiRow, salehi_table
from segdiff.explore.slices import CURVES, slice_scores, worst_slice
from segdiff.explore.soft_and_hard import SoftAndHard, confidence_histogram, soft_and_hard
from segdiff.explore.threshold import (
    THRESHOLDS,
    Cut,
    OperatingCurve,
    ThresholdCurves,
    ThresholdMap,
    best_cut,
    best_threshold,
    precision_recall,
    receiver_operating,
    theoretical_threshold,
    threshold_curves,
    threshold_map,
)
from segdiff.explore.training import Learned, Lesson, lessons_at, train

__all__ = [
    "CURVES",
    "F_BETAS",
    "THRESHOLDS",
    "Background",
    "BreakEven",
    "Contest",
    "Cut",
    "Displaced",
    "Dropped",
    "Duel",
    "FBeta",
    "GradientMap",
    "Hindrance",
    "Learned",
    "LesionCounts",
    "Lesions",
    "Lesson",
    "Member",
    "NamedCosts",
    "NeverBest",
    "OperatingCurve",
    "Pairing",
    "PrevalenceCurves",
    "Push",
    "Rates",
    "Reliability",
    "Renumbering",
    "SalehiRow",
    "Sector",
    "SoftAndHard",
    "Standing",
    "Stretch",
    "ThresholdCurves",
    "ThresholdMap",
    "WinnerMap",
    "as_member",
    "best_cut",
    "best_threshold",
    "break_even",
    "brier_score",
    "confidence_histogram",
    "contest",
    "count_lesions",
    "duel",
    "gains",
    "gradient_maps",
    "index_at",
    "index_plane",
    "is_hardly_found",
    "leaders",
    "lesion_losses",
    "lesions",
    "lessons_at",
    "mean_index",
    "mean_strip",
    "mean_winners",
    "measure_arrays",
    "member_plane",
    "named_costs",
    "precision_recall",
    "prevalence_curves",
    "price_text",
    "receiver_operating",
    "reliability",
    "renumbering",
    "salehi_table",
    "sectors",
    "slice_scores",
    "soft_and_hard",
    "theoretical_threshold",
    "threshold_curves",
    "threshold_map",
    "train",
    "worst_slice",
]  # fmt: skip
