"""PNG and JPEG, by Pillow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from segdiff.data.volumes import Colour
from segdiff.errors import FileProblem
from segdiff.io.content import Content, check_numbers
from segdiff.io.limits import MOST_BY_DEFLATE, check_promise
from segdiff.io.parts import refuse_part
from segdiff.io.watch import Tick

if TYPE_CHECKING:
    from PIL.Image import Image as Picture


def is_png(head: bytes, _path: Path) -> bool:
    """Whether these are the first bytes of a PNG."""
    return head.startswith(b"\x89PNG\r\n\x1a\n")


def is_jpeg(head: bytes, _path: Path) -> bool:
    """Whether these are the first bytes of a JPEG."""
    return head.startswith(b"\xff\xd8\xff")


def read(path: Path, tick: Tick, part: str | None) -> Content:
    """Pixels as stored: grey values, indices with their palette, or red, green and blue; transparency is dropped."""
    from PIL import Image

    refuse_part(path, part)
    tick(0.0)
    try:
        with Image.open(path) as picture:
            if picture.format == "PNG":
                check_promise(path, _least_bytes(picture), path.stat().st_size, MOST_BY_DEFLATE)
            pixels = pixels_of(picture)
            check_numbers(path, pixels.dtype, pixels.shape)
            return Content(path, pixels, is_colour=_is_colour(picture), palette=_palette(picture))
    except Image.DecompressionBombError as error:
        most = 2 * (Image.MAX_IMAGE_PIXELS or 0)
        raise FileProblem(
            f"{path.name} promises more than {most:,} pixels, the most that is opened; cut it into smaller pictures."
        ) from error


def write_sample(path: Path, pixels: NDArray[np.uint8]) -> None:
    """Write a grey picture, in the format of the path's suffix."""
    from PIL import Image

    Image.fromarray(pixels).save(path)


def pixels_of(picture: Picture) -> NDArray[Any]:
    """Pixels, ``(y, x)`` or ``(y, x, 3)``, as numbers of the machine's own byte order."""
    if picture.mode == "1":
        return (np.array(picture.convert("L")) > 0).view(np.uint8)
    mode = "RGB" if _is_colour(picture) else {"LA": "L", "La": "L", "PA": "P"}.get(picture.mode, picture.mode)
    pixels = np.array(picture if mode == picture.mode else picture.convert(mode))
    return pixels.astype(pixels.dtype.newbyteorder("="), copy=False)


def _is_colour(picture: Picture) -> bool:
    return picture.mode in ("RGB", "RGBA", "RGBX", "RGBa", "CMYK", "YCbCr", "LAB", "HSV")


def _palette(picture: Picture) -> tuple[Colour, ...]:
    """The colour of each index."""
    flat = picture.getpalette("RGB") if picture.mode in ("P", "PA") else None
    if not flat:
        return ()
    return tuple((flat[i], flat[i + 1], flat[i + 2]) for i in range(0, len(flat) - 2, 3))


def _least_bytes(picture: Picture) -> int:
    """Fewest bytes that the pixels of a PNG take before compression: one bit each."""
    return picture.width * picture.height // 8
