"""What became of each voxel of a slice, in one byte, and what each of those bytes looks like.

Codes follow from the case, the label, the threshold and the slice. Colours follow from the style and from what errors
cost. Neither needs the other, so moving α or β recolours the picture without reading a voxel.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from segdiff.data import Agreement, Outcome, Plane
from segdiff.render.heat import shows_heat
from segdiff.session import DrawAs, OverlayStyle, Shows, ViewState

ONE_SIDED: Final = 4
"""Code of a voxel of a mask that has nothing to be held against, because the truth or every prediction is missing."""

FAINTEST: Final = 0.5
"""Strength at which an error is still drawn when it costs nothing: it is there, whatever it costs."""

OF_TRUTH: Final = (Outcome.FALSE_NEGATIVE, Outcome.TRUE_POSITIVE, Agreement.ONLY_FIRST, Agreement.BOTH)
OF_PREDICTION: Final = (Outcome.FALSE_POSITIVE, Outcome.TRUE_POSITIVE, Agreement.ONLY_SECOND, Agreement.BOTH)
"""What a mask consists of. Alone, both masks look alike, so that only the shape moves when one flips between them."""

_NEUTRAL: Final = (255, 255, 255)
_ONE_SIDED_OPACITY: Final = 0.25
_CONTOUR: Final = (232, 234, 237)


def coding_key(state: ViewState, plane: Plane) -> tuple[object, ...]:
    """Everything :func:`outcome_codes` depends on: while it stays equal, so do the codes."""
    if state.case is None:
        return ()
    names = (state.prediction, state.against)
    threshold = state.threshold if any(_is_probabilistic(state, name) for name in names) else None
    return state.case, *names, state.label, threshold, plane.slice_index(state.cursor)


def outcome_codes(state: ViewState, plane: Plane) -> NDArray[np.uint8] | None:
    """Outcome of each voxel of the slice under the cursor, in display order; only that slice is read.

    Returns:
        codes ``(row, column)`` of :class:`~segdiff.data.Outcome`; of :class:`~segdiff.data.Agreement` where another
        prediction takes the truth's place; or :data:`ONE_SIDED` where truth or prediction is missing as a whole.
        ``None`` where there is nothing to draw.
    """
    case, label = state.case, state.label
    if case is None or label is None:
        return None
    where = plane.where(plane.slice_index(state.cursor))
    prediction = None if state.prediction is None else _mask(state, state.prediction, where)
    if state.against is not None and prediction is not None:
        return Agreement.codes(_mask(state, state.against, where), prediction)
    truth = None if case.truth is None else case.truth_mask(label, where)
    if prediction is None:
        return None if truth is None else _one_sided(truth)
    return _one_sided(prediction) if truth is None else Outcome.codes(truth, prediction)


def overlay_parts(state: ViewState) -> tuple[OverlayStyle, ...]:
    """The styles that an overlay is drawn in: one, or one on each side of the curtain.

    On a heat map nothing is filled.
    """
    style = state.overlay
    if shows_heat(state):
        style = replace(style, draw_as=DrawAs.OUTLINE)
    if style.curtain is None or not style.visible:
        return (style,)
    return replace(style, shows=Shows.TRUTH), replace(style, shows=Shows.PREDICTION)


def is_of_truth(part: OverlayStyle) -> bool:
    """Whether a part of an overlay lies left of the curtain, where no prediction is seen."""
    return part.curtain is not None and part.shows is Shows.TRUTH


def colour_table(style: OverlayStyle, alpha: float, beta: float) -> NDArray[np.uint8]:
    """Colour of the fill of each code.

    The opacity of false positives follows their cost α and that of misses their cost β, relative to the dearer of the
    two: ``opacity · (0.5 + 0.5 · cost / max(α, β))``. So the trade-off is visible on the anatomy.

    Args:
        style: colours, opacities and switches.
        alpha: cost of a false positive, at least 0.
        beta: cost of a miss, at least 0.

    Returns:
        ``(256, 4)``: red, green, blue and opacity in 8 bits. True negatives and unused codes are transparent.
    """
    table = np.zeros((256, 4), dtype=np.uint8)
    if not style.visible or style.draw_as is DrawAs.OUTLINE:
        return table
    table[ONE_SIDED] = (*_NEUTRAL, _eight_bits(_ONE_SIDED_OPACITY * style.opacity))
    if style.shows is not Shows.DIFFERENCE:
        table[list(OF_TRUTH if style.shows is Shows.TRUTH else OF_PREDICTION)] = table[ONE_SIDED]
        return table
    for code, strength in _strengths(alpha, beta).items():
        drawn = style.style_of(code)
        if drawn.visible:
            table[code] = (*drawn.colour, _eight_bits(drawn.opacity * strength * style.opacity))
    return table


def line_colours(style: OverlayStyle, alpha: float, beta: float) -> dict[int, tuple[int, int, int, int]]:
    """Colour of the contours of each code of :func:`~segdiff.render.outlines.contours`; what is hidden is left out.

    Lines hide no anatomy, so their opacity follows the cost of the error but not the opacity of its fill.
    """
    if not style.visible:
        return {}
    colours = {ONE_SIDED: (*_CONTOUR, _eight_bits(style.opacity))}
    if style.shows is not Shows.DIFFERENCE:
        return colours
    for code, strength in _strengths(alpha, beta).items():
        drawn = style.style_of(code)
        if drawn.visible:
            colours[int(code)] = (*drawn.colour, _eight_bits(strength * style.opacity))
    return colours


def _mask(state: ViewState, name: str, where: tuple[slice | int, ...]) -> NDArray[np.bool_]:
    assert state.case is not None
    return state.case.prediction_mask(state.compared(name), where)


def _is_probabilistic(state: ViewState, name: str | None) -> bool:
    case = state.case
    return case is not None and name is not None and case.prediction(name).is_probabilistic


def _one_sided(mask: NDArray[np.bool_]) -> NDArray[np.uint8]:
    return mask.view(np.uint8) * np.uint8(ONE_SIDED)


def _strengths(alpha: float, beta: float) -> dict[Outcome | Agreement, float]:
    """How strongly each code is drawn, from what it costs; a disagreement costs nothing that anyone knows."""
    dearer = max(alpha, beta)
    share_alpha, share_beta = (alpha / dearer, beta / dearer) if dearer > 0.0 else (0.0, 0.0)
    return {
        Outcome.FALSE_POSITIVE: FAINTEST + (1.0 - FAINTEST) * share_alpha,
        Outcome.FALSE_NEGATIVE: FAINTEST + (1.0 - FAINTEST) * share_beta,
        Outcome.TRUE_POSITIVE: 1.0,
        Agreement.ONLY_FIRST: 1.0,
        Agreement.ONLY_SECOND: 1.0,
        Agreement.BOTH: 1.0,
    }


def _eight_bits(opacity: float) -> int:
    return round(255.0 * min(1.0, max(0.0, opacity)))
