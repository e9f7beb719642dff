"""What the window draws and what is drawn without a display, against pictures that were looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("PySide6.QtWidgets", reason="the window needs Qt")

from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from segdiff.data import Outcome
from segdiff.gui.views.slices import SliceView
from segdiff.gui.views.slices.labels import SliceLabels
from segdiff.render import Plane
from segdiff.render.still_slice import slice_picture
from segdiff.session import DrawAs, Interpolation, Shows, Sides, ViewState
from tests.golden.cases import picture_state, state
from tests.golden.compare import FOLDER, Golden, Picture, compare, read

SIZE = (240, 200)

Change = Callable[[ViewState], ViewState]


def styled(**changes: object) -> Change:
    return lambda s: s.with_overlay(replace(s.overlay, **changes))  # type: ignore[arg-type]


LOOKS: dict[str, Change] = {
    "fill": lambda s: s,
    "outline": styled(draw_as=DrawAs.OUTLINE),
    "outline_along_voxels": styled(draw_as=DrawAs.OUTLINE, between_voxels=False),
    "both": styled(draw_as=DrawAs.BOTH),
    "truth_alone": styled(shows=Shows.TRUTH),
    "prediction_alone": styled(shows=Shows.PREDICTION),
    "curtain": styled(curtain=0.45),
    "heat_map": styled(heat_map=True),
    "against": lambda s: s.with_against("hard"),
    "against_outlined": lambda s: styled(draw_as=DrawAs.BOTH)(s.with_against("hard")),
    "mirrored": lambda s: s.with_sides(Sides.NEUROLOGICAL),
    "high_threshold": lambda s: s.with_threshold(0.8),
    "misses_cheap": lambda s: s.with_costs(1.0, 0.0),
    "no_false_positives": lambda s: s.with_overlay(s.overlay.with_outcome(Outcome.FALSE_POSITIVE, visible=False)),
    "other_colour": lambda s: s.with_overlay(s.overlay.with_outcome(Outcome.TRUE_POSITIVE, colour=(250, 230, 0))),
    "dark_window": lambda s: s.with_window((250.0, 400.0)),
    "smooth": lambda s: s.with_interpolation(Interpolation.LINEAR),
    "bare": styled(visible=False),
}


def drawn(
    qtbot: QtBot,
    plane: Plane,
    shown: ViewState,
    region: NDArray[np.int64] | None = None,
    is_ringed: bool = False,
) -> Picture:
    """One view of the window, without a word on it: letters are not alike on any two machines."""
    view = SliceView(plane)
    qtbot.addWidget(view)
    view.labels = SliceLabels  # type: ignore[method-assign]
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.resize(*SIZE)
    view.show_change(None, shown)
    view.show_region(shown.prediction, region)
    with qtbot.waitExposed(view):
        view.show()
    view.slider.hide()
    if is_ringed:
        QApplication.sendEvent(view, QFocusEvent(QFocusEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    picture = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return rows[:, : 3 * picture.width()].reshape(picture.height(), picture.width(), 3).copy()


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_in_the_window(qtbot: QtBot, golden: Golden, look: str) -> None:
    golden.check(f"window_{look}", drawn(qtbot, Plane.AXIAL, LOOKS[look](state())))


@pytest.mark.parametrize("plane", [Plane.CORONAL, Plane.SAGITTAL])
def test_a_plane_in_the_window(qtbot: QtBot, golden: Golden, plane: Plane) -> None:
    golden.check(f"window_{plane.name.lower()}", drawn(qtbot, plane, state()))


def test_a_marked_region_in_the_window(qtbot: QtBot, golden: Golden) -> None:
    """What is missed is marked."""
    shown = state()
    assert shown.case is not None
    assert shown.comparison is not None
    whole = (slice(None),) * 3
    missed = shown.case.truth_mask(shown.comparison.label, whole)
    missed &= ~shown.case.prediction_mask(shown.comparison, whole)
    golden.check("window_region", drawn(qtbot, Plane.AXIAL, shown, np.flatnonzero(missed)))


def test_the_ring_of_the_keyboard_and_the_curtain_in_the_window(qtbot: QtBot, golden: Golden) -> None:
    golden.check("window_ring", drawn(qtbot, Plane.AXIAL, LOOKS["curtain"](state()), is_ringed=True))


def test_a_colour_picture_in_the_window(qtbot: QtBot, golden: Golden) -> None:
    golden.check("window_colour_picture", drawn(qtbot, Plane.PICTURE, picture_state()))


@pytest.mark.parametrize("look", ["fill", "outline", "curtain", "heat_map", "against", "mirrored", "bare"])
def test_a_look_without_a_display(golden: Golden, look: str) -> None:
    shown = LOOKS[look](state())
    assert shown.case is not None
    picture = slice_picture(shown, shown.case, Plane.AXIAL, (240, 195), 280)
    golden.check(f"still_{look}", np.array(picture))


def test_the_golden_pictures_differ_from_each_other() -> None:
    """Each of them would notice what the others are there for."""
    pictures = {path.stem: read(path) for path in sorted(FOLDER.glob("window_*.png"))}
    alike = [
        (one, other)
        for one in pictures
        for other in pictures
        if one < other and compare(pictures[one], pictures[other]).is_same
    ]
    assert alike == []
