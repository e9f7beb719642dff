"""How far the surfaces of two masks lie apart.

Libraries share the names and not the definitions: one pair of masks has four different "HD95". Ours are those of most
papers and of MONAI, and each says which it is.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from segdiff.evidence import SurfaceDistances, cell
from segdiff.registry import Better, Kind, Tolerance, score

_ROUNDING = 1e-6
"""Relative: a distance of just the tolerance is within it, also where the header keeps its spacing in 32 bits."""


def _worse_direction(distances: SurfaceDistances, percentile: float) -> Tensor:
    directed = (distances.prediction_to_truth_mm, distances.truth_to_prediction_mm)
    if distances.undefined:
        return cell(float("nan"))
    return cell(max(float(np.percentile(one, percentile)) for one in directed))


def _both(distances: SurfaceDistances) -> NDArray[np.float64]:
    return np.concatenate([distances.prediction_to_truth_mm, distances.truth_to_prediction_mm])


@score(
    title="Hausdorff distance, mm",
    unit="mm",
    kind=Kind.SURFACE,
    better=Better.LOWER,
    definition="The farthest that any border voxel of one mask lies from the border of the other; one voxel decides.",
    formula="max(max d(P→T), max d(T→P))",
    source="Huttenlocher 1993, IEEE TPAMI 15(9)",
)
def hausdorff_mm(distances: SurfaceDistances) -> Tensor:
    """The larger of the two directed maxima."""
    return _worse_direction(distances, 100.0)


@score(
    title="HD95, mm",
    unit="mm",
    kind=Kind.SURFACE,
    better=Better.LOWER,
    definition=(
        "95 % of the border of each mask lie within this distance of the other's: the maximum of the two directed 95th "
        "percentiles, not the percentile of both together (medpy) and not weighted by area (surface-distance)."
    ),
    formula="max(P₉₅ d(P→T), P₉₅ d(T→P))",
    source="Taha and Hanbury 2015, BMC Medical Imaging 15:29; as in MONAI",
)
def hausdorff_95_mm(distances: SurfaceDistances) -> Tensor:
    """The larger of the two directed 95th percentiles, interpolated linearly."""
    return _worse_direction(distances, 95.0)


@score(
    title="ASSD, mm",
    unit="mm",
    kind=Kind.SURFACE,
    better=Better.LOWER,
    definition=(
        "Average symmetric surface distance: the mean over the border voxels of both masks together, not the mean of "
        "the two directed means, as older programs take it."
    ),
    formula="(Σ d(P→T) + Σ d(T→P)) / (|∂P| + |∂T|)",
    source="Heimann et al. 2009, IEEE TMI 28(8); as in MONAI",
)
def assd_mm(distances: SurfaceDistances) -> Tensor:
    """The mean of both directions pooled."""
    return cell(float("nan") if distances.undefined else float(_both(distances).mean()))


@score(
    title="Surface Dice",
    kind=Kind.SURFACE,
    better=Better.HIGHER,
    definition=(
        "The share of the border voxels of both masks that lie within the tolerance of the other's border, also called "
        "NSD; each voxel counts once, whatever area of the surface it stands for."
    ),
    formula="(|d(P→T) ≤ τ| + |d(T→P) ≤ τ|) / (|∂P| + |∂T|)",
    source="Nikolov et al. 2018, arXiv:1809.04430; by voxels as in MONAI",
)
def surface_dice(distances: SurfaceDistances, *, tolerance_mm: Tolerance = 1.0) -> Tensor:
    """Normalised surface distance at a tolerance."""
    if distances.undefined:
        return cell(float("nan"))
    return cell(float(np.mean(_both(distances) <= tolerance_mm * (1.0 + _ROUNDING))))
