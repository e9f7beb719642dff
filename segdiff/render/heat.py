"""How probable a label is, as a calm colour: one hue, from nothing at 0 to light at 1."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Plane, ProbabilityMap
from segdiff.session import ViewState

_DARK, _LIGHT = np.array([74.0, 52.0, 120.0]), np.array([222.0, 210.0, 246.0])
"""Violet means nothing else here; told apart from the three colours of outcomes by the colour-blind too."""

_MOST_OPAQUE: Final = 0.85


def probability_slice(state: ViewState, plane: Plane) -> NDArray[Any] | None:
    """Probability of the label in the slice under the cursor, in display order; ``None`` without a map of it."""
    if state.case is None or state.label is None or state.prediction is None:
        return None
    content = state.case.prediction(state.prediction).content
    if not isinstance(content, ProbabilityMap):
        return None
    return content.of(state.label, plane.where(plane.slice_index(state.cursor)))


def shows_heat(state: ViewState) -> bool:
    """Whether a heat map is asked for, and there is a probability map to make it from."""
    if not (state.overlay.heat_map and state.overlay.visible) or state.case is None or state.prediction is None:
        return False
    return state.label is not None and state.case.prediction(state.prediction).is_probabilistic


def heat_levels(probability: NDArray[Any]) -> NDArray[np.uint8]:
    """Probabilities as codes of :func:`heat_table`: 0 for 0, 255 for 1."""
    levels: NDArray[np.uint8] = (np.asarray(probability, dtype=np.float32) * 255.0 + 0.5).astype(np.uint8)
    return levels


def heat_table(opacity: float = 1.0) -> NDArray[np.uint8]:
    """Colour of each level, ``(256, 4)``: red, green, blue and opacity in 8 bits.

    The opacity grows with the root of the probability, so that a trace of it can be seen on dark anatomy.
    """
    shares = np.linspace(0.0, 1.0, 256)[:, None]
    colours = _DARK + (_LIGHT - _DARK) * shares
    table = np.concatenate([colours, 255.0 * _MOST_OPAQUE * opacity * np.sqrt(shares)], axis=1)
    eight_bits: NDArray[np.uint8] = np.rint(table).astype(np.uint8)
    return eight_bits
