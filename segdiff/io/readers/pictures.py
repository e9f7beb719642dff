"""PNG and JPEG, by Pillow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data.volumes import Colour
from segdiff.errors import FileProblem
from segdiff.io.content import Content, check_numbers
from segdiff.io.limits import MOST_BY_DEFLATE, check_promise
from segdiff.io.parts import refuse_part
from segdiff.io.watch import Tick

_PNG_KIND: Final = 25  # byte of the colour type; the one before it gives the bits of each value
_GREY, _GREY_AND_TRANSPARENT = 0, 4
_ORIENTATION: Final = 0x0112  # of EXIF

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
            notices = _notices(path, picture)
            pixels = pixels_of(picture)
            check_numbers(path, pixels.dtype, pixels.shape)
            return Content(
                path,
                pixels,
                is_colour=_is_colour(picture),
                is_lossy=picture.format == "JPEG",
                palette=_palette(picture),
                notices=notices,
            )
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


def _notices(path: Path, picture: Picture) -> tuple[str, ...]:
    """What a person should know about bits and turns that are lost.

    Raises:
        FileProblem: grey values would lose what tells labels apart.
    """
    notices: tuple[str, ...] = ()
    if picture.format == "PNG":
        with path.open("rb") as file:
            depth, kind = file.read(_PNG_KIND + 1)[-2:]
        if depth == 16 and kind == _GREY_AND_TRANSPARENT:
            raise FileProblem(
                f"{path.name} holds grey values in 16 bits beside transparency, of which only 8 bits can be read; "
                "save it without transparency."
            )
        if depth == 16 and kind != _GREY:
            notices += (f"{path.name} has 16 bits for each colour; the upper 8 were read.",)
    turned = picture.getexif().get(_ORIENTATION, 1)
    if turned not in (0, 1):
        notices += (f"{path.name} asks viewers to turn or mirror it; its pixels were taken as they are stored.",)
    return notices


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
