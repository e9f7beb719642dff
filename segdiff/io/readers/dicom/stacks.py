"""Frames of DICOM objects as slices of a volume.

The positions of frames decide: their order along the normal of their plane, their distance, and whether the stack
leans, as with a tilted gantry. The thickness of a slice says nothing about where the next one lies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Grid
from segdiff.errors import FileProblem
from segdiff.io.content import count
from segdiff.io.orientation import grid_from_affine
from segdiff.io.readers.dicom.planes import Plane, first_numbers

_LPS_TO_RAS: Final = np.diag([-1.0, -1.0, 1.0, 1.0])
_ROUNDED_MM: Final = 0.02  # positions are often written with two digits
_MOST_SLICES: Final = 10_000
_ROUNDED: Final = 0.02  # of the distance of slices


@dataclass(frozen=True, eq=False)
class Stack:
    """Planes as the slices of a volume.

    Args:
        planes: at least one for each slice that is stored.
        slices: the slice of each of the planes.
        count: how many slices there are, stored or not.
        first: world position of the first slice.
        step: from a slice to the next, in mm.
        step_is_known: the step is more than a guess from a single slice or from how far slices are apart.
        notices: what a person should know about how it was made.
    """

    planes: tuple[Plane, ...]
    slices: tuple[int, ...]
    count: int
    first: NDArray[np.float64]
    step: NDArray[np.float64]
    step_is_known: bool = True
    notices: tuple[str, ...] = ()

    @property
    def grid(self) -> Grid | None:
        """In our axes; ``None`` where what the file says cannot be."""
        plane = self.planes[0]
        assert plane.orientation is not None
        assert plane.spacing is not None
        rows, columns = plane.header.size
        affine = np.eye(4)
        affine[:3, 0] = plane.orientation[0] * plane.spacing[1]
        affine[:3, 1] = plane.orientation[1] * plane.spacing[0]
        affine[:3, 2] = self.step
        affine[:3, 3] = self.first
        return grid_from_affine((columns, rows, self.count), _LPS_TO_RAS @ affine)


def stacked(planes: Sequence[Plane], name: str) -> Stack:
    """The slices of a volume, of which each must be stored, once.

    Args:
        planes: that are alike and have positions.
        name: of the file or folder, for messages.

    Raises:
        FileProblem: a slice is missing or stored twice, or the slices do not lie in line.
    """
    stored = np.array([_position(plane) for plane in planes])
    order = np.argsort(stored @ planes[0].normal, kind="stable")
    ordered, positions = tuple(planes[at] for at in order), stored[order]
    along = positions @ planes[0].normal
    if len(ordered) == 1:
        step, is_known = _lone_step(ordered[0])
        notices = () if is_known else (_unknown_thickness(name),)
        return Stack(ordered, (0,), 1, positions[0], step, is_known, notices)
    gaps = np.diff(along)
    usual = float(np.median(gaps[gaps > _ROUNDED_MM / 20])) if (gaps > _ROUNDED_MM / 20).any() else 0.0
    _refuse_twins(along, gaps, usual, name)
    _refuse_uneven(along, gaps, usual, name)
    step = (positions[-1] - positions[0]) / (len(ordered) - 1)
    line = positions[0] + np.arange(len(ordered))[:, None] * step
    astray = float(np.linalg.norm(positions - line, axis=1).max())
    if astray > _slack(usual):
        raise FileProblem(f"The slices of {name} do not lie in line: one lies {astray:.2f} mm beside the others.")
    notices = (
        (f"The slices of {name} are placed up to {astray:.2f} mm unevenly; they were taken as evenly spaced.",)
        if astray > _ROUNDED_MM
        else ()
    )
    return Stack(ordered, tuple(range(len(ordered))), len(ordered), positions[0], step, True, notices)


def sparsely_stacked(planes: Sequence[Plane], name: str) -> Stack:
    """The slices of a volume of which those without content need not be stored, and one may be stored several times.

    Raises:
        FileProblem: the slices do not lie on evenly spaced places in line.
    """
    normal = planes[0].normal
    along = np.array([float(_position(plane) @ normal) for plane in planes])
    places = _clustered(along)
    stated, thickness = _stated_spacing(planes[0]), _thickness(planes[0])
    first = int(along.argmin())
    if len(places) == 1:
        spacing = stated or thickness
        step = normal * (spacing or 1.0)
        return Stack(tuple(planes), (0,) * len(planes), 1, _position(planes[first]), step, stated is not None, ())
    gaps = np.diff(places)
    candidates = [spacing for spacing in (stated, thickness, float(gaps.min())) if spacing]
    spacing = next((spacing for spacing in candidates if _divides(spacing, gaps)), None)
    if spacing is None:
        raise FileProblem(
            f"The slices of {name} lie {gaps.min():.4g} to {gaps.max():.4g} mm apart and not on evenly spaced places."
        )
    span = along - along[first]
    if span.max() / spacing > _MOST_SLICES:
        raise FileProblem(f"The slices of {name} lie up to {span.max():,.0f} mm apart; its header is damaged.")
    slices = tuple(int(number) for number in np.rint(span / spacing))
    last = int(along.argmax())
    step = (_position(planes[last]) - _position(planes[first])) / slices[last]
    line = _position(planes[first]) + np.array(slices)[:, None] * step
    astray = float(np.linalg.norm(np.array([_position(plane) for plane in planes]) - line, axis=1).max())
    if astray > _slack(spacing):
        raise FileProblem(f"The slices of {name} do not lie in line: one lies {astray:.2f} mm beside the others.")
    return Stack(tuple(planes), slices, slices[last] + 1, _position(planes[first]), step, spacing == stated, ())


def _slack(spacing: float) -> float:
    """How far rounding may have moved a slice; never so far that a missing one could be overlooked."""
    return min(max(2 * _ROUNDED_MM, _ROUNDED * spacing), spacing / 4)


def _position(plane: Plane) -> NDArray[np.float64]:
    assert plane.position is not None
    return plane.position


def _clustered(along: NDArray[np.float64]) -> NDArray[np.float64]:
    """Different places along the normal, ascending."""
    ordered = np.sort(along)
    places: NDArray[np.float64] = ordered[np.concatenate([[True], np.diff(ordered) > _ROUNDED_MM / 20])]
    return places


def _divides(spacing: float, gaps: NDArray[np.float64]) -> bool:
    """Whether every gap is a whole number of spacings, as far as rounding lets one say."""
    steps = np.rint(gaps / spacing)
    return bool((steps >= 1).all() and (np.abs(gaps - steps * spacing) < _slack(spacing)).all())


def _lone_step(plane: Plane) -> tuple[NDArray[np.float64], bool]:
    """Across a single slice: as thick as the file says."""
    thickness = _thickness(plane) or _stated_spacing(plane)
    return plane.normal * (thickness or 1.0), thickness is not None


def _unknown_thickness(name: str) -> str:
    return f"{name} holds a single slice and does not say how thick it is; 1 mm was assumed."


def _stated_spacing(plane: Plane) -> float | None:
    return _positive(plane, "SpacingBetweenSlices")


def _thickness(plane: Plane) -> float | None:
    return _positive(plane, "SliceThickness")


def _positive(plane: Plane, keyword: str) -> float | None:
    numbers = first_numbers(1, keyword, plane.group("PixelMeasuresSequence"), plane.header.dataset)
    return None if numbers is None or not abs(numbers[0]) > 0 else abs(float(numbers[0]))


def _refuse_twins(along: NDArray[np.float64], gaps: NDArray[np.float64], usual: float, name: str) -> None:
    """Two slices in one place: which of them should count?"""
    twins = np.flatnonzero(gaps < max(_ROUNDED_MM / 20, 0.01 * usual))
    if twins.size:
        raise FileProblem(
            f"{name} holds several slices at {along[twins[0]]:.2f} mm, such as phases or echoes of a scan, or one "
            f"slice twice: {len(along)} slices lie in {count(len(along) - twins.size, 'place')}; "
            "keep those of one volume in a folder of their own."
        )


def _refuse_uneven(along: NDArray[np.float64], gaps: NDArray[np.float64], usual: float, name: str) -> None:
    """A slice that is missing, or slices at uneven distances."""
    odd = np.flatnonzero(np.abs(gaps - usual) > _slack(usual))
    if not odd.size:
        return
    at = int(odd[np.argmax(np.abs(gaps[odd] - usual))])
    where = f"between {along[at]:.2f} mm and {along[at + 1]:.2f} mm"
    missing = round(float(gaps[at]) / usual) - 1
    if missing >= 1 and abs(gaps[at] - (missing + 1) * usual) < 2 * _slack(usual):
        raise FileProblem(
            f"{name} lacks {count(missing, 'slice')} {where}, since its other slices lie {usual:.4g} mm apart; "
            "copy the whole series again."
        )
    raise FileProblem(
        f"The slices of {name} are not evenly spaced: {where} they lie {gaps[at]:.4g} mm apart, "
        f"elsewhere {usual:.4g} mm."
    )
