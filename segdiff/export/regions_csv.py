"""Error regions as CSV: a line for each, with every digit."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Outcome
from segdiff.evidence import ErrorRegions

_KINDS = {Outcome.FALSE_POSITIVE: "false positive", Outcome.FALSE_NEGATIVE: "false negative"}


def regions_csv(regions: ErrorRegions, gains: NDArray[np.float64], order: Iterable[int], label: str) -> str:
    """A line for each region in the order given. Slices and voxels count from 0, along the axes of :mod:`segdiff.data`.

    Args:
        regions: of one comparison.
        gains: what fixing each would add to the Tversky index.
        order: which regions, and how they follow each other.
        label: name of the label compared.
    """
    axes = ("z", "y", "x") if regions.grid.is_volume else ("y", "x")
    unit = "px" if regions.grid.spacing_mm is None else "mm"
    steps = regions.grid.spacing_mm or (1.0,) * len(axes)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    head = ["kind", "label", "voxels", "ml", *(f"extent_{axis}_{unit}" for axis in axes), f"depth_{unit}"]
    head += [f"{end}_{axis}" for axis in axes for end in ("first", "last")]
    writer.writerow([*head, *(f"largest_{axis}" for axis in axes), "lesions", "whole", "gain"])
    for region in order:
        first, last = (ends[region][-len(axes) :].tolist() for ends in (regions.first, regions.last))
        depth, size = float(regions.depths[region]), int(regions.sizes[region])
        extents = [(stop - start + 1) * step for start, stop, step in zip(first, last, steps, strict=True)]
        writer.writerow([
            _KINDS[Outcome(int(regions.outcomes[region]))], label, size,
            "" if regions.grid.voxel_ml is None else size * regions.grid.voxel_ml,
            *extents, "" if math.isnan(depth) else depth,
            *(end for ends in zip(first, last, strict=True) for end in ends), *regions.focus_of(region),
            " ".join(str(lesion + 1) for lesion in regions.lesions_at(region)),
            "yes" if regions.is_whole[region] else "no", float(gains[region]),
        ])  # fmt: skip
    return out.getvalue()
