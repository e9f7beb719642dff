"""What α, β and the threshold do to a comparison that has been measured: from Evidence only, in microseconds."""

from segdiff.explore.duel import Duel, duel
from segdiff.explore.plane import Sector, index_plane, sectors
from segdiff.explore.slices import CURVES, slice_scores, worst_slice
from segdiff.explore.threshold import best_threshold

__all__ = [
    "CURVES",
    "Duel",
    "Sector",
    "best_threshold",
    "duel",
    "index_plane",
    "sectors",
    "slice_scores",
    "worst_slice",
]
