"""TIFF, by tifffile; a stack of pages is a volume without a place, and without a voxel size but ImageJ's or OME's.

tifffile needs a further package for some compressions (LZW, PackBits, JPEG, fax); Pillow reads those.
"""

from __future__ import annotations

import logging
import math
import struct
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Grid
from segdiff.data.volumes import Colour
from segdiff.errors import FileProblem
from segdiff.io.content import Content, check_numbers, count
from segdiff.io.limits import check_promise
from segdiff.io.parts import volume_index, with_part
from segdiff.io.readers.pictures import pixels_of
from segdiff.io.readers.tiff_axes import channel_axis, spacing_mm, with_slices
from segdiff.io.watch import Tick

if TYPE_CHECKING:
    from tifffile import TiffFile, TiffPage, TiffPageSeries

_MAGICS: Final = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_ZERO_IS_WHITE, _RED_GREEN_BLUE, _PALETTE = 0, 2, 3  # photometric interpretations
_COMPRESSIONS_OF_TIFFFILE: Final = (1, 8, 32946, 34925)  # none, deflate, old deflate, LZMA
_ORIENTATION: Final = 274
_MOST_OF_SPACE: Final = 3
_MOST_BY_ANY: Final = 8192  # bytes that one compressed byte becomes, at most, in any of TIFF's compressions


def recognises(head: bytes, _path: Path) -> bool:
    """Whether these are the first bytes of a TIFF or BigTIFF."""
    return head.startswith(_MAGICS)


def read(path: Path, tick: Tick, part: str | None) -> Content:
    """A series of pages, as stored: grey values, indices with their palette, or red, green and blue.

    A part is the number of a series where the file holds several, else that of a channel.
    """
    import tifffile

    logging.getLogger("tifffile").setLevel(logging.CRITICAL)  # what it finds amiss is said in one sentence instead
    tick(0.0)
    with tifffile.TiffFile(path) as file:
        several = len(file.series)
        number = (volume_index(path, part, several) or 0) if several > 1 else 0
        series = file.series[number]
        _check_last_page(path, file)
        _check(path, series)
        if series.keyframe.compression in _COMPRESSIONS_OF_TIFFFILE:
            voxels, is_colour = _by_tifffile(series)
        else:
            voxels, is_colour = _by_pillow(path, series, tick)
        axes = _axes(series, is_colour=is_colour)
        axes = with_slices(file, axes, voxels.shape[0])
        channel = None if is_colour else channel_axis(axes)
        spacing = spacing_mm(file, series.keyframe, number, len(axes) - (channel is not None))
        palette = _palette(series.keyframe)
        is_turned = series.keyframe.tags.valueof(_ORIENTATION, 1) not in (0, 1)
    index = None if several > 1 else volume_index(path, part, 1 if channel is None else voxels.shape[channel])
    if channel is not None:
        voxels = np.moveaxis(voxels, channel, 0)
        voxels = voxels if index is None else voxels[index]
    is_known = channel is not None or (spacing is not None and len(axes) <= _MOST_OF_SPACE)
    lead = 1 if channel is not None and index is None else 0
    shape = voxels.shape[lead : -1 if is_colour else None]
    notices: tuple[str, ...] = ()
    if several > 1 and part is None:
        others = count(several - 1, "more picture")
        notices = (f"{path.name} holds {others} of another kind; the first was read, and {path.name}#2 is the second.",)
    if is_turned:
        notices += (f"{path.name} asks viewers to turn or mirror it; its pixels were taken as they are stored.",)
    return Content(
        with_part(path, part),
        np.ascontiguousarray(voxels),
        Grid(shape, spacing) if is_known else None,
        is_colour=is_colour,
        palette=palette,
        notices=notices,
    )


def write_sample(path: Path, pixels: NDArray[np.uint8]) -> None:
    """Write a grey picture."""
    import tifffile

    tifffile.imwrite(path, pixels)


def _check_last_page(path: Path, file: TiffFile) -> None:
    """Refuse a chain of pages that breaks off: tifffile takes it for a shorter stack.

    After its tags each page gives the place of the next, which is zero behind the last.
    """
    tiff, handle = file.tiff, file.filehandle
    end = file.pages[-1].offset
    handle.seek(end)
    tags = struct.unpack(tiff.tagnoformat, handle.read(tiff.tagnosize))[0]
    handle.seek(end + tiff.tagnosize + tags * tiff.tagsize)
    if struct.unpack(tiff.offsetformat, handle.read(tiff.offsetsize))[0] != 0:
        raise FileProblem(f"{path.name} lacks one of its pages; it was cut off or is damaged.")


def _check(path: Path, series: TiffPageSeries) -> None:
    """Refuse before anything is read: no numbers, no data, or more promised than the file holds."""
    shape = tuple(length for length in series.shape if length != 1)
    check_numbers(path, series.dtype, (1, 1, *shape)[-max(2, len(shape)) :])
    size = path.stat().st_size
    is_packed = series.keyframe.compression != 1
    promised = math.prod(series.shape) * int(series.keyframe.bitspersample) // 8
    check_promise(path, promised, size, _MOST_BY_ANY if is_packed else 1)
    for page in series.pages:
        if page is None:
            raise FileProblem(f"{path.name} lacks one of its pages; it was cut off or is damaged.")
        ends = (at + length for at, length in zip(page.dataoffsets, page.databytecounts, strict=True))
        if max(ends, default=0) > size:
            raise FileProblem(f"{path.name} ends before the last of its pixels; it was cut off or is damaged.")


def _by_tifffile(series: TiffPageSeries) -> tuple[NDArray[Any], bool]:
    """Values without axes of length one, colours last; and whether there are colours."""
    page = series.keyframe
    values = np.asarray(series.asarray())
    axes = _axes(series)
    values = values.reshape([n for axis, n in zip(series.axes, values.shape, strict=True) if n != 1 or axis in "YX"])
    if values.dtype == np.bool_:
        values = values.view(np.uint8)
    if int(page.photometric) == _ZERO_IS_WHITE and values.dtype.kind == "u":
        values = (1 << page.bitspersample) - 1 - values
    if int(page.photometric) != _RED_GREEN_BLUE or "S" not in axes:
        return values, False
    return np.moveaxis(values, axes.index("S"), -1)[..., :3], True


def _axes(series: TiffPageSeries, *, is_colour: bool = False) -> str:
    """A letter for each axis, without axes of length one and, if they are told apart, without that of the colours."""
    kept = zip(series.axes, series.shape, strict=True)
    return "".join(axis for axis, n in kept if (n != 1 or axis in "YX") and not (is_colour and axis == "S"))


def _by_pillow(path: Path, series: TiffPageSeries, tick: Tick) -> tuple[NDArray[Any], bool]:
    """The same for compressions that tifffile leaves to others."""
    from PIL import Image

    pages = [page.index for page in series.pages if page is not None]
    frames = []
    with Image.open(path) as picture:
        for number, page in enumerate(pages):
            tick(number / len(pages))
            picture.seek(page)
            frames.append(pixels_of(picture))
    is_colour = frames[0].ndim == 3
    if len(frames) == 1:
        return frames[0], is_colour
    lengths = [n for axis, n in zip(series.axes, series.shape, strict=True) if n != 1 and axis not in "YXS"]
    return np.stack(frames).reshape(*lengths, *frames[0].shape), is_colour


def _palette(page: TiffPage) -> tuple[Colour, ...]:
    """The colour of each index, from 16 bits to 8."""
    table = page.colormap
    if int(page.photometric) != _PALETTE or table is None:
        return ()
    return tuple((int(red) >> 8, int(green) >> 8, int(blue) >> 8) for red, green, blue in table.T)
