"""TIFF, by tifffile; a stack of pages is a volume without geometry.

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

from segdiff.data.volumes import Colour
from segdiff.errors import FileProblem
from segdiff.io.content import Content, check_numbers, count
from segdiff.io.limits import check_promise
from segdiff.io.parts import refuse_part
from segdiff.io.readers.pictures import pixels_of
from segdiff.io.watch import Tick

if TYPE_CHECKING:
    from tifffile import TiffFile, TiffPage, TiffPageSeries

_MAGICS: Final = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_ZERO_IS_WHITE, _RED_GREEN_BLUE, _PALETTE = 0, 2, 3  # photometric interpretations
_COMPRESSIONS_OF_TIFFFILE: Final = (1, 8, 32946, 34925)  # none, deflate, old deflate, LZMA
_MOST_BY_ANY: Final = 8192  # bytes that one compressed byte becomes, at most, in any of TIFF's compressions


def recognises(head: bytes, _path: Path) -> bool:
    """Whether these are the first bytes of a TIFF or BigTIFF."""
    return head.startswith(_MAGICS)


def read(path: Path, tick: Tick, part: str | None) -> Content:
    """The first series of pages, as stored: grey values, indices with their palette, or red, green and blue."""
    import tifffile

    refuse_part(path, part)
    logging.getLogger("tifffile").setLevel(logging.CRITICAL)  # what it finds amiss is said in one sentence instead
    tick(0.0)
    with tifffile.TiffFile(path) as file:
        series = file.series[0]
        _check_last_page(path, file)
        _check(path, series)
        if series.keyframe.compression in _COMPRESSIONS_OF_TIFFFILE:
            voxels, is_colour = _by_tifffile(series)
        else:
            voxels, is_colour = _by_pillow(path, [page.index for page in series.pages if page is not None], tick)
        palette = _palette(series.keyframe)
        others = len(file.series) - 1
    notices = (
        (f"{path.name} holds {count(others, 'more picture')} of another kind; the first was read.",) if others else ()
    )
    return Content(path, np.ascontiguousarray(voxels), is_colour=is_colour, palette=palette, notices=notices)


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
    axes = "".join(axis for axis, length in zip(series.axes, values.shape, strict=True) if length != 1 or axis in "YX")
    values = values.reshape([n for axis, n in zip(series.axes, values.shape, strict=True) if n != 1 or axis in "YX"])
    if values.dtype == np.bool_:
        values = values.view(np.uint8)
    if int(page.photometric) == _ZERO_IS_WHITE and values.dtype.kind == "u":
        values = (1 << page.bitspersample) - 1 - values
    if int(page.photometric) != _RED_GREEN_BLUE or "S" not in axes:
        return values, False
    return np.moveaxis(values, axes.index("S"), -1)[..., :3], True


def _by_pillow(path: Path, pages: list[int], tick: Tick) -> tuple[NDArray[Any], bool]:
    """The same for compressions that tifffile leaves to others."""
    from PIL import Image

    frames = []
    with Image.open(path) as picture:
        for number, page in enumerate(pages):
            tick(number / len(pages))
            picture.seek(page)
            frames.append(pixels_of(picture))
    return frames[0] if len(frames) == 1 else np.stack(frames), frames[0].ndim == 3


def _palette(page: TiffPage) -> tuple[Colour, ...]:
    """The colour of each index, from 16 bits to 8."""
    table = page.colormap
    if int(page.photometric) != _PALETTE or table is None:
        return ()
    return tuple((int(red) >> 8, int(green) >> 8, int(blue) >> 8) for red, green, blue in table.T)
