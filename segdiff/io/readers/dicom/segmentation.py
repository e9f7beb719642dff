"""DICOM SEG: segments in frames of their own (BINARY, FRACTIONAL) or as numbers in common frames (LABELMAP).

Frames in which a segment has nothing are mostly left out, so a SEG reaches only as far as its segments do. It is laid
into the grid of the case later (:mod:`segdiff.io.lattice`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Grid
from segdiff.data.volumes import Colour
from segdiff.errors import FileProblem
from segdiff.io.content import Content
from segdiff.io.limits import check_promise
from segdiff.io.orientation import our_view
from segdiff.io.readers.dicom.headers import Dataset, Header, numbers_of, value_of
from segdiff.io.readers.dicom.pixels import check_pixels, stored_frames
from segdiff.io.readers.dicom.planes import Plane, check_alike, planes_of
from segdiff.io.readers.dicom.stacks import Stack, sparsely_stacked
from segdiff.io.segments import Segment, SegmentPainter
from segdiff.io.watch import Tick

_LARGEST_NUMBER: Final = 65535
_WHITE_POINT: Final = np.array([0.95047, 1.0, 1.08883])  # D65, as the programs that write these colours take it
_XYZ_TO_SRGB: Final = np.array(
    [[3.2404542, -1.5371385, -0.4985314], [-0.9692660, 1.8760108, 0.0415560], [0.0556434, -0.2040259, 1.0572252]]
)


def read_segmentation(path: Path, header: Header, tick: Tick) -> Content:
    """Labels on the grid of the frames, or probabilities of each segment.

    Raises:
        FileProblem: the frames do not make up a volume, or cannot be read.
    """
    check_pixels(header)
    if header.get("TotalPixelMatrixColumns"):
        raise FileProblem(f"{path.name} is a segmentation of a microscope slide in tiles, which segdiff does not read.")
    planes = planes_of(header)
    check_alike(planes, path.name)
    stack = _stack(path, planes)
    kind = str(header.get("SegmentationType", "")).strip().upper()
    readers: dict[str, Callable[[Path, Header, Stack | None, Sequence[Plane], Tick], Content]] = {
        "BINARY": _binary, "FRACTIONAL": _fractional, "LABELMAP": _labelmap
    }  # fmt: skip
    if kind not in readers:
        raise FileProblem(f"{path.name} is a DICOM segmentation of another type than {', '.join(readers)}.")
    return readers[kind](path, header, stack, planes, tick)


def _stack(path: Path, planes: Sequence[Plane]) -> Stack | None:
    """Where the frames lie; ``None`` for a picture, which has no place."""
    if all(plane.has_place for plane in planes):
        stack = sparsely_stacked(planes, path.name)
        if stack.grid is None:
            raise FileProblem(f"The header of {path.name} is damaged: its frames have no direction or no distance.")
        return stack
    numbers = [_segment_of(plane) for plane in planes]
    if len(set(numbers)) < len(numbers):
        raise FileProblem(f"{path.name} does not say where in the patient its frames lie.")
    return None


def _binary(path: Path, header: Header, stack: Stack | None, planes: Sequence[Plane], tick: Tick) -> Content:
    segments = _segments(header)
    numbers = [_segment_of(plane) for plane in planes]
    slices = stack.slices if stack else (0,) * len(planes)
    shape = (stack.count if stack else 1, *header.size)
    check_promise(path, int(np.prod(shape, dtype=np.int64)), int(np.prod(shape, dtype=np.int64)))
    painter = SegmentPainter(shape, {*numbers, *(segment.label for segment in segments)} - {0})
    for number, frame in enumerate(stored_frames(header, range(len(planes)))):
        tick(number / len(planes))
        if numbers[number] > 0:
            painter.paint(numbers[number], (slices[number],), frame > 0)
    voxels, combinations = painter.finish()
    return _content(path, voxels, stack, planes, segments=segments, combinations=combinations)


def _labelmap(path: Path, header: Header, stack: Stack | None, planes: Sequence[Plane], tick: Tick) -> Content:
    segments, padding = _segments(header), int(header.get("PixelPaddingValue", 0))
    slices = stack.slices if stack else (0,) * len(planes)
    if len(set(slices)) < len(slices):
        raise FileProblem(f"{path.name} is a label map with several frames in one place; it is damaged.")
    shape = (stack.count if stack else 1, *header.size)
    check_promise(path, 4 * int(np.prod(shape, dtype=np.int64)), 4 * int(np.prod(shape, dtype=np.int64)))
    voxels = np.full(shape, padding, np.uint8 if int(header.get("BitsAllocated", 8)) <= 8 else np.int32)
    for number, frame in enumerate(stored_frames(header, range(len(planes)))):
        tick(number / len(planes))
        voxels[slices[number]] = frame
    is_label = padding == 0 or padding in {segment.label for segment in segments}
    return _content(path, voxels, stack, planes, segments=segments, combinations={} if is_label else {padding: ()})


def _fractional(path: Path, header: Header, stack: Stack | None, planes: Sequence[Plane], tick: Tick) -> Content:
    numbers = [_segment_of(plane) for plane in planes]
    most = float(header.get("MaximumFractionalValue", 255))
    if not most > 0:
        raise FileProblem(f"The header of {path.name} is damaged: its largest fraction is {most:g}.")
    named = {segment.label: segment for segment in _segments(header)}
    segments = tuple(named.get(number, Segment(number)) for number in sorted({*numbers, *named}))
    channel = {segment.label: at for at, segment in enumerate(segments)}
    slices = stack.slices if stack else (0,) * len(planes)
    shape = (len(segments), stack.count if stack else 1, *header.size)
    check_promise(path, 4 * int(np.prod(shape, dtype=np.int64)), 4 * int(np.prod(shape, dtype=np.int64)))
    voxels = np.zeros(shape, np.float32)
    for number, frame in enumerate(stored_frames(header, range(len(planes)))):
        tick(number / len(planes))
        voxels[channel[numbers[number]], slices[number]] = frame / np.float32(most)
    content = _content(path, voxels if len(segments) > 1 else voxels[0], stack, planes, segments=segments)
    if str(header.get("SegmentationFractionalType", "")).strip().upper() != "OCCUPANCY":
        return content
    return content.noting(f"{path.name} says how much of each voxel is covered; that was taken for its probability.")


def _content(
    path: Path, in_file: NDArray[Any], stack: Stack | None, planes: Sequence[Plane], **described: Any
) -> Content:
    """Values in our axes, from (…, slice, row, column)."""
    if stack is None:
        spacing = planes[0].spacing
        grid = Grid(planes[0].header.size, (float(spacing[0]), float(spacing[1]))) if spacing is not None else None
        return Content(path, np.ascontiguousarray(in_file[..., 0, :, :]), grid, **described)
    grid = stack.grid
    assert grid is not None
    voxels = np.ascontiguousarray(our_view(in_file.swapaxes(-1, -3), grid))
    return Content(
        path,
        voxels,
        grid,
        has_position=True,
        is_sparse=True,
        step_is_known=stack.step_is_known,
        **described,
    )


def _segment_of(plane: Plane) -> int:
    """The number of the segment that a frame shows; 0 where it does not say."""
    group = plane.group("SegmentIdentificationSequence")
    return 0 if group is None else _checked_number(value_of(group, "ReferencedSegmentNumber", 0))


def _checked_number(value: Any) -> int:
    number = int(value)
    if not 0 <= number <= _LARGEST_NUMBER:
        raise ValueError("the number of a segment has 16 bits")
    return number


def _segments(header: Header) -> tuple[Segment, ...]:
    """Every segment that is described, without the background."""
    items = header.get("SegmentSequence", [])
    described = (_segment(item) for item in items)
    return tuple(segment for segment in described if segment.label != 0)


def _segment(item: Dataset) -> Segment:
    name = str(value_of(item, "SegmentLabel", "")).strip()
    if not name:
        kinds = value_of(item, "SegmentedPropertyTypeCodeSequence", [])
        name = str(value_of(kinds[0], "CodeMeaning", "")).strip() if len(kinds) else ""
    lab = numbers_of(item, "RecommendedDisplayCIELabValue", 3)
    return Segment(
        _checked_number(value_of(item, "SegmentNumber", 0)), name, None if lab is None else colour_of_cielab(lab)
    )


def colour_of_cielab(encoded: NDArray[np.float64]) -> Colour:
    """Red, green and blue in 8 bits of a CIELab colour as DICOM encodes it, in 16 bits each."""
    lightness, green_red, blue_yellow = encoded / 65535 * (100, 255, 255) - (0, 128, 128)
    middle = (lightness + 16) / 116
    roots = np.array([middle + green_red / 500, middle, middle - blue_yellow / 200])
    relative = np.where(roots > 6 / 29, roots**3, 3 * (6 / 29) ** 2 * (roots - 4 / 29))
    linear = np.clip(_XYZ_TO_SRGB @ (relative * _WHITE_POINT), 0.0, 1.0)
    shown = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    red, green, blue = (round(float(part) * 255) for part in shown)
    return red, green, blue
