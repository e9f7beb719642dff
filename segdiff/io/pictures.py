"""What an image looks like: grey values, or colours where there are any."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Image
from segdiff.errors import FileProblem
from segdiff.io.content import Content

_LUMINANCE = np.array([0.299, 0.587, 0.114], np.float32)  # ITU-R BT.601


def as_shown(content: Content) -> Content:
    """A palette becomes its colours, and colours that are all grey become grey values."""
    if content.palette:
        table = np.array(content.palette, np.uint8)
        colours = table[np.minimum(content.voxels, len(table) - 1)]
        content = replace(content, voxels=colours, palette=(), is_colour=True)
    if not content.is_colour:
        return content
    red, green, blue = (content.voxels[..., i] for i in range(3))
    if np.array_equal(red, green) and np.array_equal(green, blue):
        return replace(content, voxels=np.ascontiguousarray(red), is_colour=False)
    if content.voxels.ndim > 3:
        grey = (content.voxels @ _LUMINANCE).astype(np.float32)
        return replace(content, voxels=grey, is_colour=False).noting(
            f"The colours of {content.name} are shown as grey values."
        )
    return replace(content, voxels=_eight_bit_colours(content.voxels))


def as_grey(content: Content) -> Content:
    """Grey values, for a map that was saved as a picture.

    Raises:
        FileProblem: the picture has colours.
    """
    grey = as_shown(content)
    if grey.is_colour:
        raise FileProblem(f"{content.name} cannot be read as probabilities: it is a colour picture, and they are grey.")
    return grey


def one_volume(content: Content) -> Content:
    """Of several volumes in one image file, the first."""
    if content.channels is None or content.is_colour:
        return content
    notice = f"{content.name} holds {content.channels} volumes; the first is shown."
    return replace(content, voxels=content.voxels[0]).noting(notice)


def image(content: Content) -> Image:
    """An :class:`~segdiff.data.Image` of a content on its grid, its colour axis, if any, moved to the end."""
    voxels = np.moveaxis(content.voxels, 0, -1) if content.is_colour else content.voxels
    return Image(np.ascontiguousarray(voxels), content.known_grid, content.path, _finite(content).notices)


def _finite(content: Content) -> Content:
    """With a notice where some values are no numbers; a sum tells at once that there are none of these."""
    if content.voxels.dtype.kind != "f":
        return content
    with np.errstate(invalid="ignore", over="ignore"):
        total = content.voxels.sum(dtype=np.float64)
    if np.isfinite(total):
        return content
    number = content.voxels.size - int(np.count_nonzero(np.isfinite(content.voxels)))
    if number == 0:
        return content
    values = "value that is not a finite number" if number == 1 else "values that are not finite numbers"
    return content.noting(f"{content.name} holds {number:,} {values} (NaN or infinity).")


def _eight_bit_colours(voxels: NDArray[Any]) -> NDArray[np.uint8]:
    if voxels.dtype == np.uint8:
        return voxels
    brightest = 1.0 if voxels.dtype.kind == "f" else float(np.iinfo(voxels.dtype).max)
    return np.asarray(np.clip(np.nan_to_num(voxels), 0.0, brightest) / brightest * 255, np.uint8)
