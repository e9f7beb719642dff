"""Where the frames of DICOM objects lie, and the grid of a stack of them.

The positions of frames decide: their order along the normal of their plane, their distance, and whether the stack
leans, as with a tilted gantry. The thickness of a slice says nothing about where the next one lies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Grid
from segdiff.errors import FileProblem
from segdiff.io.content import count
from segdiff.io.orientation import grid_from_affine
from segdiff.io.readers.dicom.headers import DOSE, Dataset, Header, numbers_of, value_of

_LPS_TO_RAS: Final = np.diag([-1.0, -1.0, 1.0, 1.0])
_SAME_DIRECTION: Final = 1e-3  # largest difference of a direction cosine
_SAME_SPACING: Final = 1e-3  # relative
_ROUNDED_MM: Final = 0.02  # positions are often written with two digits
_ROUNDED: Final = 0.02  # of the distance of slices


@dataclass(frozen=True, eq=False)
class Plane:
    """One frame of a file.

    Args:
        header: of the file.
        frame: counted from 0.
        position: world position of the first pixel's centre, in mm towards left, posterior and superior.
        orientation: two rows: along which way columns and rows follow each other.
        spacing: between rows, and between columns, in mm.
        groups: what the file says about this frame alone, then about all of its frames.
    """

    header: Header
    frame: int
    position: NDArray[np.float64] | None
    orientation: NDArray[np.float64] | None
    spacing: NDArray[np.float64] | None
    groups: tuple[Dataset, ...]

    def group(self, sequence: str) -> Dataset | None:
        """A functional group of this frame."""
        for groups in self.groups:
            items = value_of(groups, sequence)
            if items is not None:
                return items[0]
        return None

    @property
    def has_place(self) -> bool:
        """Whether the file says where the frame lies, and how large its pixels are."""
        return self.position is not None and self.orientation is not None and self.spacing is not None

    @property
    def normal(self) -> NDArray[np.float64]:
        """Of the plane."""
        assert self.orientation is not None
        return np.cross(self.orientation[0], self.orientation[1])


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


def planes_of(header: Header) -> list[Plane]:
    """Every frame of a file, in the order in which they are stored.

    Raises:
        ValueError: the file contradicts itself.
    """
    shared = value_of(header.dataset, "SharedFunctionalGroupsSequence", [None])[0]
    each = value_of(header.dataset, "PerFrameFunctionalGroupsSequence", [])
    if len(each) > 0 and len(each) < header.frames:
        raise FileProblem(
            f"{header.path.name} promises {count(header.frames, 'frame')} but describes {len(each)}; it is damaged."
        )
    offsets = _offsets(header)
    planes = []
    for frame in range(header.frames):
        groups = tuple(part for part in ((each[frame] if len(each) else None), shared) if part is not None)
        planes.append(_plane(header, frame, groups, offsets[frame] if offsets is not None else None))
    return planes


def _plane(header: Header, frame: int, groups: tuple[Dataset, ...], offset: float | None) -> Plane:
    bare = Plane(header, frame, None, None, None, groups)
    detectors = value_of(header.dataset, "DetectorInformationSequence", [header.dataset])
    own = header.dataset
    position = _first_numbers(3, "ImagePositionPatient", bare.group("PlanePositionSequence"), own, detectors[0])
    turned = _first_numbers(6, "ImageOrientationPatient", bare.group("PlaneOrientationSequence"), own, detectors[0])
    spacing = _first_numbers(2, "PixelSpacing", bare.group("PixelMeasuresSequence"), own)
    if spacing is None:
        spacing = numbers_of(own, "ImagerPixelSpacing", 2)
    if spacing is not None and not (spacing > 0).all():
        spacing = None
    orientation = None if turned is None else _orthonormal(turned.reshape(2, 3))
    if position is not None and orientation is not None and header.frames > 1 and not bare.groups:
        position = None if offset is None else position + offset * np.cross(orientation[0], orientation[1])
    return Plane(header, frame, position, orientation, spacing, groups)


def _first_numbers(length: int, keyword: str, *places: Dataset | None) -> NDArray[np.float64] | None:
    found = (numbers_of(place, keyword, length) for place in places if place is not None)
    return next((numbers for numbers in found if numbers is not None), None)


def _orthonormal(rows: NDArray[np.float64]) -> NDArray[np.float64] | None:
    """The two directions with unit length; ``None`` where they span no plane."""
    lengths = np.linalg.norm(rows, axis=1)
    if not (lengths > 0.5).all() or np.linalg.norm(np.cross(rows[0], rows[1])) < 0.9:
        return None
    near_one = np.abs(lengths - 1.0) < 1e-4  # what rounding to the digits of the file does is left as it is
    return np.asarray(np.where(near_one[:, None], rows, rows / lengths[:, None]))


def _offsets(header: Header) -> list[float] | None:
    """How far along the normal each frame of an old multi-frame file lies from the first; ``None`` if unsaid."""
    if header.frames == 1:
        return [0.0]
    if header.sop_class == DOSE or "GridFrameOffsetVector" in header.dataset:
        offsets = numbers_of(header.dataset, "GridFrameOffsetVector", header.frames)
        return None if offsets is None else [float(offset) for offset in offsets - offsets[0]]
    spacing = value_of(header.dataset, "SpacingBetweenSlices")
    return None if spacing is None else [frame * float(spacing) for frame in range(header.frames)]


def check_alike(planes: Sequence[Plane], name: str) -> None:
    """Refuse planes that cannot be slices of one volume.

    Raises:
        FileProblem: their sizes, directions or pixel sizes differ.
    """
    first = planes[0]
    for plane in planes[1:]:
        if plane.header is not first.header and plane.header.size != first.header.size:
            (rows, columns), (more_rows, more_columns) = first.header.size, plane.header.size
            raise FileProblem(
                f"{name} holds slices of different sizes, {columns} × {rows} and {more_columns} × {more_rows}; "
                "keep those of one volume in a folder of their own."
            )
        if _apart(plane.orientation, first.orientation) > _SAME_DIRECTION:
            turned = _turned_by(plane, first)
            raise FileProblem(
                f"{name} holds slices in different directions, turned against each other by {turned:.1f}°, "
                "as a localizer does; keep those of one volume in a folder of their own."
            )
        if _apart(plane.spacing, first.spacing, relative=True) > _SAME_SPACING:
            mine, other = (" × ".join(f"{v:.4g}" for v in p.spacing[::-1]) for p in (first, plane))  # type: ignore[index]
            raise FileProblem(f"{name} holds slices of different pixel sizes, {mine} mm and {other} mm.")


def stacked(planes: Sequence[Plane], name: str) -> Stack:
    """The slices of a volume, of which each must be stored, once.

    Args:
        planes: that are alike and have positions.
        name: of the file or folder, for messages.

    Raises:
        FileProblem: a slice is missing or stored twice, or the slices do not lie in line.
    """
    order = sorted(range(len(planes)), key=lambda i: float(_position(planes[i]) @ planes[0].normal))
    ordered = tuple(planes[i] for i in order)
    along = np.array([float(_position(plane) @ planes[0].normal) for plane in ordered])
    positions = np.array([_position(plane) for plane in ordered])
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
    if astray > max(2 * _ROUNDED_MM, _ROUNDED * usual):
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
    slices = tuple(int(number) for number in np.rint(span / spacing))
    last = int(along.argmax())
    step = (_position(planes[last]) - _position(planes[first])) / slices[last]
    line = _position(planes[first]) + np.array(slices)[:, None] * step
    astray = float(np.linalg.norm(np.array([_position(plane) for plane in planes]) - line, axis=1).max())
    if astray > max(2 * _ROUNDED_MM, _ROUNDED * spacing):
        raise FileProblem(f"The slices of {name} do not lie in line: one lies {astray:.2f} mm beside the others.")
    return Stack(tuple(planes), slices, slices[last] + 1, _position(planes[first]), step, spacing == stated, ())


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
    return bool((steps >= 1).all() and (np.abs(gaps - steps * spacing) < max(_ROUNDED_MM, _ROUNDED * spacing)).all())


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
    numbers = _first_numbers(1, keyword, plane.group("PixelMeasuresSequence"), plane.header.dataset)
    return None if numbers is None or not abs(numbers[0]) > 0 else abs(float(numbers[0]))


def _refuse_twins(along: NDArray[np.float64], gaps: NDArray[np.float64], usual: float, name: str) -> None:
    """Two slices in one place: which of them should count?"""
    twins = np.flatnonzero(gaps < max(_ROUNDED_MM / 20, 0.01 * usual))
    if twins.size:
        raise FileProblem(
            f"{name} holds several slices at {along[twins[0]]:.2f} mm, such as phases or echoes of one scan, or one "
            f"slice twice; {count(len(along), 'slice')} lie in {len(along) - twins.size} places. "
            "Keep those of one volume in a folder of their own."
        )


def _refuse_uneven(along: NDArray[np.float64], gaps: NDArray[np.float64], usual: float, name: str) -> None:
    """A slice that is missing, or slices at uneven distances."""
    odd = np.flatnonzero(np.abs(gaps - usual) > max(2 * _ROUNDED_MM, _ROUNDED * usual))
    if not odd.size:
        return
    at = int(odd[np.argmax(np.abs(gaps[odd] - usual))])
    where = f"between {along[at]:.2f} mm and {along[at + 1]:.2f} mm"
    missing = round(float(gaps[at]) / usual) - 1
    if missing >= 1 and abs(gaps[at] - (missing + 1) * usual) < max(2 * _ROUNDED_MM, 2 * _ROUNDED * usual):
        raise FileProblem(
            f"{name} lacks {count(missing, 'slice')} {where}: its other slices lie {usual:.4g} mm apart. "
            "Copy the whole series again."
        )
    raise FileProblem(
        f"The slices of {name} are not evenly spaced: {where} they lie {gaps[at]:.4g} mm apart, "
        f"elsewhere {usual:.4g} mm."
    )


def _apart(mine: Any, other: Any, *, relative: bool = False) -> float:
    """The largest difference of two arrays; without bound where only one is there."""
    if mine is None or other is None:
        return 0.0 if mine is other else np.inf
    difference = np.abs(mine - other)
    return float((difference / np.abs(other) if relative else difference).max())


def _turned_by(plane: Plane, other: Plane) -> float:
    if plane.orientation is None or other.orientation is None:
        return float("nan")
    cosine = np.clip((plane.orientation * other.orientation).sum(axis=1), -1.0, 1.0)
    return float(np.degrees(np.arccos(cosine)).max())
