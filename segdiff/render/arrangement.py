"""Where the planes of a case lie side by side: axial large at the left, coronal over sagittal beside it."""

from __future__ import annotations

from typing import Final, NamedTuple

from segdiff.data import Grid
from segdiff.render.planes import Plane, planes_of

MAIN_SHARE: Final = 0.62
"""Share of the width that the axial plane gets."""


class Box(NamedTuple):
    """A place on the screen, in pixels."""

    left: int
    top: int
    width: int
    height: int


def arrangement(grid: Grid, width: int, height: int, alone: Plane | None = None) -> dict[Plane, Box]:
    """The places of the planes of ``grid``; one pixel is left free between them for a hairline.

    Args:
        grid: of the case.
        width: of the whole area.
        height: of the whole area.
        alone: the plane of a volume that gets all of it, if any.
    """
    if not grid.is_volume or alone is not None:
        return {alone if grid.is_volume and alone else planes_of(grid)[0]: Box(0, 0, width, height)}
    main, half = round(width * MAIN_SHARE), height // 2
    beside = width - main - 1
    return {
        Plane.AXIAL: Box(0, 0, main, height),
        Plane.CORONAL: Box(main + 1, 0, beside, half),
        Plane.SAGITTAL: Box(main + 1, half + 1, beside, height - half - 1),
    }
