"""Where the frames of DICOM objects lie, each by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.errors import FileProblem
from segdiff.io.content import count
from segdiff.io.readers.dicom.headers import DOSE, NATIVE, Dataset, Header, numbers_of, value_of

_SAME_DIRECTION: Final = 1e-3  # largest difference of a direction cosine
_SAME_SPACING: Final = 1e-3  # relative


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


def planes_of(header: Header) -> list[Plane]:
    """Every frame of a file, in the order in which they are stored.

    Raises:
        ValueError: the file contradicts itself.
    """
    _refuse_too_many_frames(header)
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


def _refuse_too_many_frames(header: Header) -> None:
    """Before any time is spent on them: a frame takes a bit for each pixel, or eight bytes when it is compressed."""
    rows, columns = header.size
    size = header.path.stat().st_size
    most = 8 * size // (rows * columns) if header.syntax in NATIVE else size // 8
    if header.frames > max(1, most):
        raise FileProblem(
            f"{header.path.name} promises {count(header.frames, 'frame')}, which it cannot hold; "
            "it was cut off or is damaged."
        )


def _plane(header: Header, frame: int, groups: tuple[Dataset, ...], offset: float | None) -> Plane:
    bare = Plane(header, frame, None, None, None, groups)
    detectors = value_of(header.dataset, "DetectorInformationSequence", [header.dataset])
    own = header.dataset
    position = first_numbers(3, "ImagePositionPatient", bare.group("PlanePositionSequence"), own, detectors[0])
    turned = first_numbers(6, "ImageOrientationPatient", bare.group("PlaneOrientationSequence"), own, detectors[0])
    spacing = first_numbers(2, "PixelSpacing", bare.group("PixelMeasuresSequence"), own)
    if spacing is None:
        spacing = numbers_of(own, "ImagerPixelSpacing", 2)
    if spacing is not None and not (spacing > 0).all():
        spacing = None
    orientation = None if turned is None else _orthonormal(turned.reshape(2, 3))
    if turned is not None and orientation is None:
        raise FileProblem(f"The header of {header.path.name} is damaged: its rows and columns do not span a plane.")
    if position is not None and orientation is not None and header.frames > 1 and not bare.groups:
        position = None if offset is None else position + offset * np.cross(orientation[0], orientation[1])
    return Plane(header, frame, position, orientation, spacing, groups)


def first_numbers(length: int, keyword: str, *places: Dataset | None) -> NDArray[np.float64] | None:
    """That many numbers from the first of the places that has them."""
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
