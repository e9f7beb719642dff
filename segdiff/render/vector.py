"""The view as SVG: outlines, letters, scale bars and legend are shapes that stay crisp, the slices are pixels in it.

It shows what :func:`~segdiff.render.still.still_picture` shows. Nothing is linked: the file stands on its own.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Iterator, Sequence
from html import escape

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Case, Plane
from segdiff.errors import SegdiffError
from segdiff.render.annotations import edge_letters, is_mirrored, scale_bar
from segdiff.render.arrangement import Box, arrangement, state_of_pane
from segdiff.render.grey import grey_levels, smooths
from segdiff.render.heat import heat_levels, heat_table, probability_slice, shows_heat
from segdiff.render.legend import legend_title, legend_words, mask_words, pane_title
from segdiff.render.outlines import contours
from segdiff.render.overlay import colour_table, is_of_truth, line_colours, outcome_codes, overlay_parts
from segdiff.session import OverlayStyle, ViewState

_LEGEND_HEIGHT, _MARGIN = 56, 10
_SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_TEXT, _QUIET, _HAIRLINE = "#e8eaed", "#98a1ab", "#2b3037"


def svg_picture(state: ViewState, size: tuple[int, int] = (1600, 1000), *, is_named: bool = True) -> str:
    """Draw what ``state`` shows.

    Args:
        state: with a case.
        size: width and height of the drawing.
        is_named: write the names of the case and of the prediction, which come from those of files.

    Raises:
        SegdiffError: there is no case to draw.
    """
    if state.case is None:
        raise SegdiffError("There is no case to draw.")
    width, height = size
    parts = [
        f'<svg {_SPACES} viewBox="0 0 {width} {height}" width="{width}" height="{height}">',
        '<g font-family="sans-serif" font-size="14">',
        f'<rect width="{width}" height="{height}" fill="#000"/>',
        f'<rect y="{height - _LEGEND_HEIGHT}" width="{width}" height="1" fill="{_HAIRLINE}"/>',
    ]
    places = arrangement(state, width, height - _LEGEND_HEIGHT)
    for left, top, across, down in places.values():
        edges = f'x="{left - 1}" y="{top - 1}" width="{across + 2}" height="{down + 2}"'
        parts.append(f'<rect {edges} fill="{_HAIRLINE}"/>')
    for pane, box in places.items():
        title = pane_title(state, state.case, pane, is_named=is_named)
        parts += _panel(state_of_pane(state, pane), state.case, pane.plane, box, title)
    parts += _legend(state, state.case, width, height, is_named)
    return "\n".join([*parts, "</g>", "</svg>", ""])


def _panel(state: ViewState, case: Case, plane: Plane, box: Box, title: str) -> Iterator[str]:
    """One plane, fitted into its place; inside the group that scales, a voxel is one unit wide and high."""
    rows, columns = plane.shape(case.grid)
    row_size, column_size = plane.pixel_size(case.grid)
    room = min(
        (box.width - 2 * _MARGIN) / (columns * column_size),
        (box.height - 2 * _MARGIN) / (rows * row_size),
    )
    across, down = column_size * room, row_size * room
    left, top = (box.width - columns * across) / 2, (box.height - rows * down) / 2
    if is_mirrored(state, plane):
        left, across = left + columns * across, -across
    voxels = f'<g transform="translate({left:.3f} {top:.3f}) scale({across:.5f} {down:.5f})">'
    yield f'<g transform="translate({box.left} {box.top})">'
    yield f'<rect width="{box.width}" height="{box.height}" fill="#000"/>'
    yield from (voxels, *_image(state, case, plane, max(abs(across), down)), "</g>")
    codes = outcome_codes(state, plane)
    if codes is not None:
        overlays = [(voxels, *_overlay(state, plane, codes, style), "</g>") for style in overlay_parts(state)]
        yield from _beside_curtain(overlays, state.overlay.curtain or 0.0, box)
    yield from _annotations(state, case, plane, box, room, title)
    yield "</g>"


def _beside_curtain(overlays: Sequence[Iterable[str]], curtain: float, box: Box) -> Iterator[str]:
    """Each of two overlays cut off at the curtain; a single one as it is."""
    if len(overlays) == 1:
        yield from overlays[0]
        return
    cut = round(curtain * box.width)
    for overlay, (start, end) in zip(overlays, ((0, cut), (cut, box.width)), strict=True):
        size = f'width="{end - start}" height="{box.height}"'
        yield f'<svg x="{start}" {size} viewBox="{start} 0 {end - start} {box.height}">'
        yield from overlay
        yield "</svg>"


def _image(state: ViewState, case: Case, plane: Plane, voxel: float) -> Iterator[str]:
    """The image in voxels, each of which measures ``voxel`` units of the drawing along its longer side."""
    if case.image is None:
        return
    greys = plane.take(case.image.voxels, plane.slice_index(state.cursor))
    if not case.image.is_colour:
        greys = grey_levels(greys, state.window or case.image.window)
    yield _pixels(greys, "auto" if smooths(state.interpolation, voxel) else "pixelated")


def _overlay(state: ViewState, plane: Plane, codes: NDArray[np.uint8], style: OverlayStyle) -> Iterator[str]:
    """Heat map, fills and outlines in voxels."""
    probability = probability_slice(state, plane)
    if probability is not None and shows_heat(state) and not is_of_truth(style):
        yield _pixels(heat_table()[heat_levels(probability)], "pixelated")
    yield _pixels(colour_table(style, state.alpha, state.beta)[codes], "pixelated")
    colours = line_colours(style, state.alpha, state.beta)
    between = probability if style.between_voxels else None
    for code, segments in contours(codes, style.draw_as, style.shows, between, state.threshold).items():
        if code in colours and len(segments):
            lines = "".join(f"M{c:g} {r:g}L{d:g} {s:g}" for (r, c), (s, d) in segments.tolist())
            red, green, blue, alpha = colours[code]
            yield (
                f'<path d="{lines}" fill="none" stroke="rgb({red},{green},{blue})" stroke-opacity="{alpha / 255:.3f}" '
                'stroke-width="1.5" stroke-linecap="square" vector-effect="non-scaling-stroke"/>'
            )


def _pixels(array: NDArray[np.uint8], rendering: str) -> str:
    from PIL import Image

    packed = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(array)).save(packed, format="PNG")
    rows, columns = array.shape[:2]
    data = base64.b64encode(packed.getvalue()).decode("ascii")
    return (
        f'<image width="{columns}" height="{rows}" preserveAspectRatio="none" '
        f'style="image-rendering:{rendering}" xlink:href="data:image/png;base64,{data}"/>'
    )


def _annotations(
    state: ViewState, case: Case, plane: Plane, box: Box, pixels_per_unit: float, title: str
) -> Iterator[str]:
    """The title, the sides of the patient and the scale bar."""
    width, height = box.width, box.height
    yield _text(12, 24, title, "start")
    letters = edge_letters(state, plane)
    if letters is not None:
        places = ((width / 2, 24), (width - 18, height / 2 + 5), (width / 2, height - 12), (18, height / 2 + 5))
        for letter, (x, y) in zip(letters, places, strict=True):
            yield _text(x, y, letter, "middle")
    bar = scale_bar(case.grid, 80.0 / pixels_per_unit)
    right, bottom = width - 24, height - 32
    left = right - bar.length * pixels_per_unit
    yield f'<path d="M{left:.2f} {bottom - 4}v4H{right}v-4" fill="none" stroke="{_TEXT}"/>'
    yield _text((left + right) / 2, bottom + 18, bar.text, "middle")


def _legend(state: ViewState, case: Case, width: int, height: int, is_named: bool) -> Iterator[str]:
    """What the colours mean, what errors cost and whose picture this is, in one line."""
    top, x = height - _LEGEND_HEIGHT + 1, 16.0
    yield f'<rect y="{top}" width="{width}" height="{_LEGEND_HEIGHT - 1}" fill="#000"/>'
    for code, text in legend_words(state, case, is_named=is_named).items():
        red, green, blue = state.overlay.style_of(code).colour
        yield f'<rect x="{x:g}" y="{top + 20}" width="14" height="14" rx="3" fill="rgb({red},{green},{blue})"/>'
        yield _text(x + 22, top + 32, text, "start")
        x += 60 + 8 * len(text)
    for text in mask_words(state, case, is_named=is_named):
        yield _text(x, top + 32, text, "start")
        x += 38 + 8 * len(text)
    if is_named:
        yield _text(width - 16, top + 32, legend_title(state, case), "end", _QUIET)


def _text(x: float, y: float, text: str, anchor: str, colour: str = _TEXT) -> str:
    """White on a black rim, drawn one after the other since not every program knows the order within one."""
    place = f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"'
    rim = f'{place} fill="#000" stroke="#000" stroke-width="3" aria-hidden="true">{escape(text)}</text>'
    return f'{rim}{place} fill="{colour}">{escape(text)}</text>'
