"""One small case that has everything a picture can show: a gradient, a truth, a soft and a hard prediction.

On 12 × 26 × 32 voxels of 2.0 × 1.0 × 1.0 mm. The truth is an ellipsoid, the soft prediction a blurred ball beside it,
the hard one a box; no two of them are alike in any plane, and nothing is symmetric.
"""

from __future__ import annotations

import numpy as np

from segdiff.data import Case, Grid, Image, LabelMap, Prediction, ProbabilityMap
from segdiff.session import ViewState

GRID = Grid((12, 26, 32), (2.0, 1.0, 1.0))


def state() -> ViewState:
    """The case with the soft prediction looked at, the cursor in the middle of the errors, and no crosshair."""
    z, y, x = np.ogrid[:12, :26, :32]
    image = (100 + 4 * x + 3 * y + 5 * z + 70 * ((x // 4 + y // 3) % 2)).astype(np.int16)
    truth = ((z - 6) / 4.0) ** 2 + ((y - 11) / 6.0) ** 2 + ((x - 13) / 8.0) ** 2 <= 1
    distance = np.sqrt((2.0 * (z - 6.5)) ** 2 + (y - 13.0) ** 2 + (x - 16.5) ** 2)
    soft = np.clip((9.5 - distance) / 6.0, 0.0, 1.0).astype(np.float32)
    hard = np.zeros(GRID.shape, np.uint8)
    hard[4:10, 5:15, 9:27] = 1
    predictions = (
        Prediction("soft", ProbabilityMap(soft[None], (1,), GRID)),
        Prediction("hard", LabelMap(hard, GRID)),
    )
    case = Case("golden", Image(image, GRID), LabelMap(truth.astype(np.uint8), GRID), predictions)
    return ViewState().with_case(case).with_cursor((6, 12, 15)).with_crosshair(False)


def picture_state() -> ViewState:
    """A colour picture of 30 × 40 pixels without a spacing, with a square missed by half."""
    rows, columns = np.mgrid[:30, :40]
    pixels = np.stack([6 * columns, 8 * rows, 255 - 3 * columns - 4 * rows], axis=2).astype(np.uint8)
    truth, found = np.zeros((2, 30, 40), np.uint8)
    truth[8:20, 10:26], found[8:20, 18:30] = 1, 1
    grid = Grid((30, 40))
    predictions = (Prediction("found", LabelMap(found, grid)),)
    case = Case("picture", Image(pixels, grid), LabelMap(truth, grid), predictions)
    return ViewState().with_case(case).with_crosshair(False)
