"""Slices as small pictures: the image in grey, and over it a gradient or the outcomes of a mask."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Case, Outcome
from segdiff.gui.views.laboratory.gradient_tab import LOWERS, RAISES
from segdiff.session import OverlayStyle, ViewState

_MARGIN: Final = 12
_LEAST: Final = 40
_OPACITIES: Final = {Outcome.TRUE_POSITIVE: 0.55, Outcome.FALSE_POSITIVE: 0.85, Outcome.FALSE_NEGATIVE: 0.85}

Box = tuple[slice, slice]


def box_around(*masks: NDArray[np.bool_]) -> Box:
    """The part of a slice that holds the masks, with some room around; all of it where they are empty."""
    joined = np.logical_or.reduce(masks)
    box = []
    for axis in range(2):
        filled = np.flatnonzero(joined.any(axis=1 - axis))
        size = joined.shape[axis]
        if filled.size == 0:
            return slice(None), slice(None)
        low, high = int(filled[0]) - _MARGIN, int(filled[-1]) + 1 + _MARGIN
        short = max(0, _LEAST - (high - low)) // 2
        box.append(slice(max(0, low - short), min(size, high + short)))
    return box[0], box[1]


def grey_slice(case: Case, state: ViewState, index: int) -> NDArray[np.float64]:
    """The image's slice from black, 0, to white, 1; black where there is no image."""
    where = (index,) if case.grid.is_volume else ()
    if case.image is None:
        return np.zeros(case.grid.shape[-2:])
    pixels = np.asarray(case.image.voxels[where], dtype=np.float64)
    if case.image.is_colour:
        pixels = pixels.mean(axis=-1)
    low, high = state.window or case.image.window
    grey: NDArray[np.float64] = np.nan_to_num(np.clip((pixels - low) / max(1e-12, high - low), 0.0, 1.0))
    return grey


def gradient_pixels(grey: NDArray[np.float64], pull: NDArray[np.float64], strongest: float) -> NDArray[np.uint8]:
    """A gradient over the image: the colour says which way, its strength how much, by the root so that little shows."""
    strength = np.sqrt(np.abs(pull) / strongest)[..., None] if strongest > 0 else np.zeros((*pull.shape, 1))
    colour = np.where((pull < 0)[..., None], np.array(RAISES, float), np.array(LOWERS, float))
    return _mixed(grey, colour, strength)


def outcome_pixels(
    grey: NDArray[np.float64], truth: NDArray[np.bool_], mask: NDArray[np.bool_], style: OverlayStyle
) -> NDArray[np.uint8]:
    """The outcomes of a mask over the image, in the colours of the overlay."""
    codes = Outcome.codes(np.ascontiguousarray(truth), np.ascontiguousarray(mask))
    colour, strength = np.zeros((*codes.shape, 3)), np.zeros((*codes.shape, 1))
    for outcome, opacity in _OPACITIES.items():
        colour[codes == outcome], strength[codes == outcome] = style.outcomes[outcome].colour, opacity
    return _mixed(grey, colour, strength)


def _mixed(grey: NDArray[np.float64], colour: NDArray[np.float64], strength: NDArray[np.float64]) -> NDArray[np.uint8]:
    ground = np.repeat(grey[..., None] * 200.0, 3, axis=2)
    mixed: NDArray[np.uint8] = (ground * (1.0 - strength) + colour * strength).astype(np.uint8)
    return mixed


def aspect_of(case: Case) -> float:
    """Height of a pixel of an axial slice over its width."""
    spacing = case.grid.spacing_mm
    return 1.0 if spacing is None else spacing[-2] / spacing[-1]
