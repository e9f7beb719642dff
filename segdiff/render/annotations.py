"""What is written at the edges of a slice: the sides of the patient, and how long a length is."""

from __future__ import annotations

from typing import Final, NamedTuple

from segdiff.data import Grid
from segdiff.data.planes import Plane
from segdiff.session import Sides, ViewState

LEANING: Final = 0.26
"""Share of an axis along a second direction of the patient, about 15°, from which on that direction is named too."""

_SIDES: Final = ("LR", "PA", "SI")
"""Letters of the world's axes: where they run to, and where they come from."""


class EdgeLetters(NamedTuple):
    """Which side of the patient lies at each edge of the screen: A, P, R, L, S or I; several in an oblique volume."""

    top: str
    right: str
    bottom: str
    left: str

    @property
    def mirrored(self) -> EdgeLetters:
        """With left and right exchanged."""
        return self._replace(left=self.right, right=self.left)


class ScaleBar(NamedTuple):
    """A round length: ``length`` in the unit of the view, and in words, "20 mm"."""

    length: float
    text: str


def is_mirrored(state: ViewState, plane: Plane) -> bool:
    """Whether a plane is shown with its left and right exchanged.

    Neurologists have the patient's left at the left; that concerns the planes which cut through both sides, of a volume
    that says which side is which.
    """
    case = state.case
    if case is None or not _knows_sides(case.grid):
        return False
    return state.sides is Sides.NEUROLOGICAL and plane in (Plane.AXIAL, Plane.CORONAL)


def edge_letters(state: ViewState, plane: Plane) -> EdgeLetters | None:
    """The sides of the patient at the edges of a plane; ``None`` where nothing says which they are."""
    if state.case is None or not _knows_sides(state.case.grid):
        return None
    down, right = (state.case.grid.direction[axis] for axis in plane.axes)
    if plane.is_upside_down:
        down = _opposite(down)
    letters = EdgeLetters(*(_letters(way) for way in (_opposite(down), right, down, _opposite(right))))
    return letters.mirrored if is_mirrored(state, plane) else letters


def _knows_sides(grid: Grid) -> bool:
    return grid.is_volume and grid.spacing_mm is not None


def _opposite(way: tuple[float, float, float]) -> tuple[float, float, float]:
    return (-way[0], -way[1], -way[2])


def _letters(way: tuple[float, float, float]) -> str:
    """The directions of the patient that a way runs in, the nearest first."""
    order = sorted(range(3), key=lambda axis: -abs(way[axis]))
    named = [axis for axis in order if axis == order[0] or abs(way[axis]) >= LEANING]
    return "".join(_SIDES[axis][int(way[axis] < 0)] for axis in named)


def scale_bar(grid: Grid, widest: float) -> ScaleBar:
    """The longest bar of 1, 2 or 5 times a power of ten that is no longer than ``widest``.

    Args:
        grid: says whether lengths are millimetres or pixels.
        widest: room for the bar, in the unit of :meth:`Plane.pixel_size`.
    """
    power = 1.0
    while power > widest:
        power /= 10.0
    while power * 10.0 <= widest:
        power *= 10.0
    length = power * max(step for step in (1, 2, 5) if step * power <= widest)
    if grid.spacing_mm is None:
        return ScaleBar(length, f"{length:g} px")
    if length < 0.1:
        return ScaleBar(length, f"{length * 1000.0:g} µm")
    return ScaleBar(length, f"{length:g} mm")
