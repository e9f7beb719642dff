"""A still picture of a case, made without a display: the planes side by side, the overlay and its legend.

It shows what the window shows for the same :class:`~segdiff.session.ViewState`: the same slices, codes, colours and
contours. Pillow draws it; its built-in font is used, so it looks the same on every machine.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Case, Plane
from segdiff.errors import SegdiffError
from segdiff.render.annotations import edge_letters, scale_bar
from segdiff.render.arrangement import arrangement, state_of_pane
from segdiff.render.legend import legend_title, legend_words, mask_words, pane_title
from segdiff.render.still_slice import slice_picture
from segdiff.session import ViewState

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

_GROUND, _HAIRLINE, _TEXT, _QUIET = (0, 0, 0), (43, 48, 55), (232, 234, 237), (152, 161, 171)
_LEGEND_HEIGHT, _MARGIN = 56, 10


def still_picture(
    state: ViewState, size: tuple[int, int] = (1600, 1000), *, is_named: bool = True
) -> NDArray[np.uint8]:
    """Draw what ``state`` shows.

    Args:
        state: with a case.
        size: width and height in pixels.
        is_named: write the names of the case and of the prediction, which come from those of files.

    Returns:
        ``(height, width, 3)``: red, green and blue in 8 bits.

    Raises:
        SegdiffError: there is no case to draw.
    """
    from PIL import Image

    if state.case is None:
        raise SegdiffError("There is no case to draw.")
    picture = Image.new("RGB", size, _GROUND)
    width, height = size
    places = arrangement(state, width, height - _LEGEND_HEIGHT)
    for box in places.values():
        picture.paste(_HAIRLINE, (box.left - 1, box.top - 1, box.left + box.width + 1, box.top + box.height + 1))
    for pane, box in places.items():
        title = pane_title(state, state.case, pane, is_named=is_named)
        panel = _panel(state_of_pane(state, pane), state.case, pane.plane, box.width, box.height, title)
        picture.paste(panel, (box.left, box.top))
    picture.paste(_HAIRLINE, (0, height - _LEGEND_HEIGHT, width, height - _LEGEND_HEIGHT + 1))
    picture.paste(_legend(state, state.case, width, is_named), (0, height - _LEGEND_HEIGHT + 1))
    return np.array(picture)


def write_png(picture: NDArray[np.uint8], path: Path) -> None:
    """Write a picture ``(height, width, 3)`` as a PNG file.

    Raises:
        SegdiffError: the file cannot be written.
    """
    from PIL import Image

    try:
        Image.fromarray(picture).save(path, format="PNG")
    except OSError as problem:
        raise SegdiffError(f"{path.name} could not be written: {problem.strerror or problem}.") from problem


def _panel(state: ViewState, case: Case, plane: Plane, width: int, height: int, title: str) -> Picture:
    """One plane, fitted into a panel of that size."""
    from PIL import Image

    rows, columns = plane.shape(case.grid)
    row_size, column_size = plane.pixel_size(case.grid)
    room = min(
        (width - 2 * _MARGIN) / (columns * column_size),
        (height - 2 * _MARGIN) / (rows * row_size),
    )
    shown = max(1, round(columns * column_size * room)), max(1, round(rows * row_size * room))
    panel = Image.new("RGB", (width, height), _GROUND)
    panel.paste(slice_picture(state, case, plane, shown, width), ((width - shown[0]) // 2, (height - shown[1]) // 2))
    _annotate(panel, state, case, plane, room, title)
    return panel


def _annotate(panel: Picture, state: ViewState, case: Case, plane: Plane, pixels_per_unit: float, title: str) -> None:
    """Write the title, the sides of the patient and the scale bar over a panel."""
    from PIL import ImageDraw, ImageFont

    pen = ImageDraw.Draw(panel)
    width, height = panel.size

    def write(x: float, y: float, text: str, anchor: str, size: int = 14) -> None:
        font = ImageFont.load_default(size)
        pen.text((x, y), _plain(text), _TEXT, font, anchor=anchor, stroke_width=2, stroke_fill=_GROUND)

    write(12, 10, title, "la")
    letters = edge_letters(state, plane)
    if letters is not None:
        middle, centre = width / 2, height / 2
        places = ((middle, 10, "mt"), (width - 14, centre, "rm"), (middle, height - 10, "mb"), (14, centre, "lm"))
        for letter, (x, y, anchor) in zip(letters, places, strict=True):
            write(x, y, letter, anchor, 16)
    bar = scale_bar(case.grid, 80.0 / pixels_per_unit)
    right, bottom = width - 24, height - 32
    left = right - round(bar.length * pixels_per_unit)
    pen.line((left, bottom - 4, left, bottom, right, bottom, right, bottom - 4), fill=_TEXT, width=1)
    write((left + right) / 2, bottom + 5, bar.text, "mt")


def _legend(state: ViewState, case: Case, width: int, is_named: bool) -> Picture:
    """What the colours mean, whose picture this is and what errors cost, in one line."""
    from PIL import Image, ImageDraw, ImageFont

    strip = Image.new("RGB", (width, _LEGEND_HEIGHT - 1), _GROUND)
    pen = ImageDraw.Draw(strip)
    font, middle, x = ImageFont.load_default(15), _LEGEND_HEIGHT // 2, 16
    for code, words in legend_words(state, case, is_named=is_named).items():
        pen.rounded_rectangle((x, middle - 7, x + 14, middle + 7), 3, fill=state.overlay.style_of(code).colour)
        text = _plain(words)
        pen.text((x + 22, middle), text, _TEXT, font, anchor="lm")
        x += 22 + round(pen.textlength(text, font)) + 28
    for words in mask_words(state, case, is_named=is_named):
        text = _plain(words)
        pen.text((x, middle), text, _TEXT, font, anchor="lm")
        x += round(pen.textlength(text, font)) + 28
    caption = _plain(legend_title(state, case)) if is_named else ""
    while caption and x + pen.textlength(caption, font) > width - 16:
        caption = caption[:-1]
    pen.text((width - 16, middle), caption, _QUIET, font, anchor="rm")
    return strip


def _plain(text: str) -> str:
    """A text in the letters that the built-in font has."""
    parts = unicodedata.normalize("NFKD", text.replace("µ", "u"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
