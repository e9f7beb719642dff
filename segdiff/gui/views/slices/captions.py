"""The words over a slice: which slice it is, and what of."""

from __future__ import annotations

from segdiff.data import Grid
from segdiff.gui.numbers import letter_of, plain_number
from segdiff.gui.views.slices.labels import SliceLabels
from segdiff.gui.words import shown, tr
from segdiff.render import Plane, edge_letters, scale_bar, shows_heat
from segdiff.session import Shows, ViewState

_BAR_ROOM = 90.0


def slice_labels(state: ViewState, plane: Plane, caption: str, note: str, pixels_per_unit: float) -> SliceLabels:
    """What is written over a slice.

    Args:
        state: what is shown.
        plane: that is cut.
        caption: whose view this is, where there are others beside it.
        note: what is being changed at this moment.
        pixels_per_unit: the zoom.
    """
    if state.case is None:
        return SliceLabels()
    parts = (caption, place_in_words(plane, state.cursor, state.case.grid), _shown_mask(state))
    return SliceLabels(
        title=" · ".join(filter(None, parts)),
        note=note,
        sides=mask_names(state),
        heat=state.threshold if shows_heat(state) else None,
        letters=edge_letters(state, plane),
        bar=scale_bar(state.case.grid, _BAR_ROOM / pixels_per_unit),
    )


def place_in_words(plane: Plane, voxel: tuple[int, ...], grid: Grid) -> str:
    """Which slice a voxel lies on, counted from one: "Axial 82 / 150"; empty for a picture."""
    if plane.axis is None:
        return ""
    number, count = plane.slice_index(voxel) + 1, plane.slice_count(grid)
    return tr("{plane} {number} / {count}", plane=shown(plane.shown_name), number=number, count=count)


def prediction_name(state: ViewState, name: str | None) -> str:
    """A prediction with its letter, "A · eager"; empty where there is none of that name."""
    names = [prediction.name for prediction in state.case.predictions] if state.case else []
    return f"{letter_of(names.index(name))} · {name}" if name in names else ""


def mask_names(state: ViewState) -> tuple[str, str]:
    """What the overlay holds against each other: the truth, or the prediction in its place, and the prediction."""
    if state.against is not None:
        first = prediction_name(state, state.against)
    else:
        first = tr("ground truth") if state.case is not None and state.case.truth is not None else ""
    return first, prediction_name(state, state.prediction)


def window_note(window: tuple[float, float]) -> str:
    """The brightness in words, as it changes."""
    low, high = window
    level, width = plain_number((low + high) / 2, high - low), plain_number(high - low, high - low)
    return tr("level {level}   width {width}", level=level, width=width)


def _shown_mask(state: ViewState) -> str:
    """Which of two masks is shown, where only one is; empty while their differences are."""
    style = state.overlay
    if not style.visible or style.curtain is not None or style.shows is Shows.DIFFERENCE:
        return ""
    return mask_names(state)[style.shows is Shows.PREDICTION]
