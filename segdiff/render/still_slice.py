"""One slice of a still picture: image, heat map, fills and contours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Case, Plane
from segdiff.render.annotations import is_mirrored
from segdiff.render.grey import grey_levels, smooths
from segdiff.render.heat import heat_levels, heat_table, probability_slice, shows_heat
from segdiff.render.outlines import contours
from segdiff.render.overlay import colour_table, is_of_truth, line_colours, outcome_codes, overlay_parts
from segdiff.session import OverlayStyle, ViewState

if TYPE_CHECKING:
    from PIL.Image import Image as Picture


def slice_picture(state: ViewState, case: Case, plane: Plane, shown: tuple[int, int], panel_width: int) -> Picture:
    """Draw a slice.

    Args:
        state: what is shown.
        case: that it is of.
        plane: that is cut.
        shown: width and height of the slice in pixels.
        panel_width: of the panel in whose middle it lies; the curtain hangs at a share of it.
    """
    picture = _image(state, case, plane, shown)
    codes = outcome_codes(state, plane)
    if codes is not None:
        for style, (left, right) in zip(overlay_parts(state), _sides(state, shown[0], panel_width), strict=True):
            part = _overlay(state, plane, codes, style, shown).crop((left, 0, right, shown[1]))
            picture.alpha_composite(part, (left, 0))
    return picture.convert("RGB")


def _sides(state: ViewState, width: int, panel_width: int) -> list[tuple[int, int]]:
    """From where to where each overlay reaches."""
    if len(overlay_parts(state)) == 1:
        return [(0, width)]
    cut = round((state.overlay.curtain or 0.0) * panel_width) - (panel_width - width) // 2
    cut = min(width, max(0, cut))
    return [(0, cut), (cut, width)]


def _image(state: ViewState, case: Case, plane: Plane, shown: tuple[int, int]) -> Picture:
    from PIL import Image

    if case.image is None:
        return Image.new("RGBA", shown, (0, 0, 0))
    greys = plane.take(case.image.voxels, plane.slice_index(state.cursor))
    if not case.image.is_colour:
        greys = grey_levels(greys, state.window or case.image.window)
    is_smooth = smooths(state.interpolation, max(shown[1] / greys.shape[0], shown[0] / greys.shape[1]))
    return _magnified(state, plane, greys, shown, is_smooth)


def _overlay(
    state: ViewState, plane: Plane, codes: NDArray[np.uint8], style: OverlayStyle, shown: tuple[int, int]
) -> Picture:
    from PIL import Image, ImageDraw, ImageOps

    picture = Image.new("RGBA", shown, (0, 0, 0, 0))
    probability = probability_slice(state, plane)
    if probability is not None and shows_heat(state) and not is_of_truth(style):
        picture = _magnified(state, plane, heat_table()[heat_levels(probability)], shown)
    fills = colour_table(style, state.alpha, state.beta)[codes]
    picture.alpha_composite(_magnified(state, plane, fills, shown))
    lines = Image.new("RGBA", shown, (0, 0, 0, 0))
    pen = ImageDraw.Draw(lines)
    colours = line_colours(style, state.alpha, state.beta)
    scale = np.array([shown[1] / codes.shape[0], shown[0] / codes.shape[1]])
    between = probability if style.between_voxels else None
    for code, segments in contours(codes, style.draw_as, style.shows, between, state.threshold).items():
        if code in colours:
            for (top, left), (bottom, right) in (segments * scale).round().astype(int).tolist():
                pen.line((left, top, right, bottom), fill=colours[code], width=1)
    picture.alpha_composite(ImageOps.mirror(lines) if is_mirrored(state, plane) else lines)
    return picture


def _magnified(
    state: ViewState, plane: Plane, pixels: NDArray[Any], shown: tuple[int, int], is_smooth: bool = False
) -> Picture:
    """An array of pixels in display order as large as the slice is shown, and the way round it is shown."""
    from PIL import Image, ImageOps

    resample = Image.Resampling.BICUBIC if is_smooth else Image.Resampling.NEAREST
    picture = Image.fromarray(np.ascontiguousarray(pixels)).resize(shown, resample).convert("RGBA")
    return ImageOps.mirror(picture) if is_mirrored(state, plane) else picture
