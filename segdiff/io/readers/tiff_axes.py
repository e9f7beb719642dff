"""What a TIFF says about its axes: channels, and the voxel size that ImageJ and OME-TIFF write."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from tifffile import TiffFile, TiffPage

_MM_PER_UNIT: Final = {
    "nm": 1e-6,
    **dict.fromkeys(("um", "µm", "μm", "\\u00b5m", "micron", "microns", "micrometer"), 1e-3),
    **dict.fromkeys(("mm", "millimeter"), 1.0),
    **dict.fromkeys(("cm", "centimeter"), 10.0),
    **dict.fromkeys(("inch", "in"), 25.4),
}
_SPATIAL: Final = "YX"
_LARGEST_MM: Final = 1000.0
_MOST_CHANNELS_OF_IMAGEJ: Final = 7


def channel_axis(axes: str) -> int | None:
    """Which axis runs through channels.

    Args:
        axes: a letter for each, as tifffile has them, without colours and axes of length one. Of three axes one called
            time is taken for the slices of a volume: many programs call them so.
    """
    letters = [letter for letter in ("CT" if len(axes) > 3 else "C") if letter in axes]
    return axes.index(letters[0]) if len(letters) == 1 and axes.endswith(_SPATIAL) else None


def with_slices(file: TiffFile, axes: str, length: int) -> str:
    """The axes with what ImageJ calls channels called slices, where it can hardly be channels.

    Python's way to write a stack for ImageJ calls its slices so, unless it is told better. ImageJ lays at most seven
    channels over one another, and only slices are a distance apart.

    Args:
        file: the open file.
        axes: a letter for each.
        length: of the first of them.
    """
    said: Mapping[str, Any] = file.imagej_metadata or {}
    is_stack = axes == "CYX" and bool(said) and (length > _MOST_CHANNELS_OF_IMAGEJ or _number(said.get("spacing")) > 0)
    return "ZYX" if is_stack else axes


def spacing_mm(file: TiffFile, page: TiffPage, number: int, dimensions: int) -> tuple[float, ...] | None:
    """Distance between voxels along (z, y, x) or (y, x) as ImageJ or OME-TIFF gives it; ``None`` where neither does.

    The resolution of other programs is that of a printer and says nothing about what is shown.

    Args:
        file: the open file.
        page: the first of the picture.
        number: of the picture in the file, from 0.
        dimensions: 2 or 3.
    """
    ome = file.ome_metadata
    steps = _of_ome(ome, number, dimensions) if ome else _of_imagej(file, page, dimensions)
    return steps if steps and all(0 < step < _LARGEST_MM for step in steps) else None


def _of_ome(xml: str, number: int, dimensions: int) -> tuple[float, ...] | None:
    """By the schema of OME, ``PhysicalSize`` is in micrometres where no unit is named."""
    try:
        every = [element for element in ET.fromstring(xml).iter() if element.tag.endswith("}Pixels")]
    except ET.ParseError:
        return None
    if number >= len(every):
        return None
    said = every[number].attrib
    axes = "ZYX"[-dimensions:]
    return tuple(
        _number(said.get(f"PhysicalSize{axis}"))
        * _MM_PER_UNIT.get(said.get(f"PhysicalSize{axis}Unit", "µm").lower(), math.nan)
        for axis in axes
    )


def _of_imagej(file: TiffFile, page: TiffPage, dimensions: int) -> tuple[float, ...] | None:
    said: Mapping[str, Any] = file.imagej_metadata or {}
    scale = _MM_PER_UNIT.get(str(said.get("unit", "")).lower())
    if scale is None:
        return None
    lengths = [_length(page, "YResolution"), _length(page, "XResolution")]
    if dimensions == 3:
        lengths.insert(0, _number(said.get("spacing")))
    return tuple(length * scale for length in lengths)


def _length(page: TiffPage, name: str) -> float:
    """Of one pixel, in ImageJ's unit; the tag counts pixels in a unit."""
    tag = page.tags.get(name)
    pixels, units = tag.value if tag is not None else (0, 1)
    return units / pixels if pixels else math.nan


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return math.nan
