"""Which pictures of a case are shown at once, and where they lie.

Three planes of a volume: axial large at the left, coronal over sagittal beside it. Four: a quarter each, the fourth for
the next prediction, or for the bare image. Side by side: the same plane once for each prediction, or bare and overlaid.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, NamedTuple

from segdiff.data import Grid, Plane
from segdiff.session import Layout, ViewState

MAIN_SHARE: Final = 0.62
"""Share of the width that the axial plane gets among three."""

MOST_BESIDE: Final = 4
"""Predictions side by side; more would be too small to judge."""


class Box(NamedTuple):
    """A place on the screen, in pixels."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class Pane:
    """One picture.

    Args:
        plane: what is cut.
        prediction: whose overlay it has; ``None`` for the one that is chosen.
        is_bare: it has no overlay.
    """

    plane: Plane
    prediction: str | None = None
    is_bare: bool = False


def arrangement(state: ViewState, width: int, height: int) -> dict[Pane, Box]:
    """The places of all pictures; one pixel is left free between them for a hairline.

    Args:
        state: what is shown.
        width: of the whole area.
        height: of the whole area.
    """
    if state.case is None:
        return {}
    grid = state.case.grid
    if state.layout is Layout.BESIDE:
        panes = _beside(state, state.plane if grid.is_volume else Plane.PICTURE)
        return dict(zip(panes, _tiles(len(panes), panes[0].plane, grid, width, height), strict=True))
    if not grid.is_volume or state.layout is Layout.ONE:
        return {Pane(state.plane if grid.is_volume else Plane.PICTURE): Box(0, 0, width, height)}
    if state.layout is Layout.FOUR:
        panes = (Pane(Plane.AXIAL), Pane(Plane.CORONAL), _fourth(state), Pane(Plane.SAGITTAL))
        return dict(zip(panes, _split(2, 2, width, height), strict=True))
    main, half = round(width * MAIN_SHARE), height // 2
    beside = width - main - 1
    return {
        Pane(Plane.AXIAL): Box(0, 0, main, height),
        Pane(Plane.CORONAL): Box(main + 1, 0, beside, half),
        Pane(Plane.SAGITTAL): Box(main + 1, half + 1, beside, height - half - 1),
    }


def state_of_pane(state: ViewState, pane: Pane) -> ViewState:
    """The state as one picture shows it."""
    if pane.is_bare:
        return state.with_overlay(replace(state.overlay, visible=False))
    return state if pane.prediction in (None, state.prediction) else replace(state, prediction=pane.prediction)


def _beside(state: ViewState, plane: Plane) -> tuple[Pane, ...]:
    """One picture for each of the first predictions, the chosen one among them; of a single one, bare and overlaid."""
    names = [prediction.name for prediction in state.case.predictions] if state.case else []
    if len(names) > 1:
        shown = names[:MOST_BESIDE]
        if state.prediction in names[MOST_BESIDE:]:
            shown[-1] = state.prediction
        return tuple(Pane(plane, name) for name in shown)
    return Pane(plane, is_bare=True), Pane(plane)


def _fourth(state: ViewState) -> Pane:
    names = [prediction.name for prediction in state.case.predictions] if state.case else []
    if len(names) < 2 or state.prediction not in names:
        return Pane(Plane.AXIAL, is_bare=True)
    return Pane(Plane.AXIAL, names[(names.index(state.prediction) + 1) % len(names)])


def _tiles(count: int, plane: Plane, grid: Grid, width: int, height: int) -> list[Box]:
    """As many tiles, in the number of columns that lets a slice be largest."""
    (rows, columns), (row_size, column_size) = plane.shape(grid), plane.pixel_size(grid)

    def size(across: int) -> float:
        down = -(-count // across)
        return min(width / across / (columns * column_size), height / down / (rows * row_size))

    across = max(range(1, count + 1), key=size)
    return _split(-(-count // across), across, width, height)[:count]


def _split(down: int, across: int, width: int, height: int) -> list[Box]:
    """Equal parts, row by row."""
    tops = [i * (height + 1) // down for i in range(down + 1)]
    lefts = [i * (width + 1) // across for i in range(across + 1)]
    return [
        Box(left, top, right - left - 1, bottom - top - 1)
        for top, bottom in pairwise(tops)
        for left, right in pairwise(lefts)
    ]
