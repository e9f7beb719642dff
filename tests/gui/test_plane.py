"""The (α, β) plane: what is dragged, what is drawn, who is ahead where."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from pytestqt.qtbot import QtBot

from segdiff.evidence import Confusion
from segdiff.explore import Sector, index_plane, sectors
from segdiff.gui import theme
from segdiff.gui.widgets.named_points import NAMED_COSTS
from segdiff.gui.widgets.plane import TradeoffPlane

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
EAGER, CAUTIOUS, LABELLED = (18, 12, 2), (12, 3, 8), (16, 5, 4)
"""TP, FP and FN of tests/gui/cases.py at threshold 0.5."""


@pytest.fixture
def plane(qtbot: QtBot) -> TradeoffPlane:
    """248 × 238 pixels: the plane itself is 200 × 200, its corner at (40, 206)."""
    made = TradeoffPlane()
    qtbot.addWidget(made)
    made.resize(248, 238)
    made.show_costs(0.3, 0.7, False)
    made.show()
    return made


@pytest.fixture
def wishes(plane: TradeoffPlane) -> list[tuple[float, float]]:
    heard: list[tuple[float, float]] = []
    plane.dragged.connect(lambda alpha, beta: heard.append((alpha, beta)))
    return heard


def at(alpha: float, beta: float) -> QPoint:
    return QPoint(round(40 + 200 * alpha), round(206 - 200 * beta))


def confusion(counts: tuple[int, int, int]) -> Confusion:
    return Confusion.of_counts(*counts, 100)


def show(plane: TradeoffPlane, *rivals: tuple[int, int, int], chosen: int = 0) -> None:
    confusions = [confusion(counts) for counts in rivals]
    plane.show_index(rivals[chosen], index_plane(confusions[chosen], 64))
    plane.show_rivals(["A", "B", "C"][: len(rivals)], chosen, sectors(confusions))


def test_a_click_gives_alpha_to_the_right_and_beta_upwards(
    plane: TradeoffPlane, wishes: list[tuple[float, float]], qtbot: QtBot
) -> None:
    qtbot.mousePress(plane, LEFT, pos=at(0.25, 0.9))
    assert wishes == [(0.25, 0.9)]


def test_dragging_follows_the_mouse_and_stops_at_the_edges(
    plane: TradeoffPlane, wishes: list[tuple[float, float]], qtbot: QtBot
) -> None:
    qtbot.mousePress(plane, LEFT, pos=at(0.5, 0.5))
    qtbot.mouseMove(plane, at(0.1, 0.65))
    qtbot.mouseMove(plane, QPoint(1, 237))
    qtbot.mouseRelease(plane, LEFT)
    assert wishes == [(0.5, 0.5), (0.1, 0.65), (0.0, 0.0)]


def test_while_the_costs_are_tied_the_ring_stays_on_their_line(
    plane: TradeoffPlane, wishes: list[tuple[float, float]], qtbot: QtBot
) -> None:
    """From (0.5, 0.9) the nearest point where both sum to 1 is (0.3, 0.7)."""
    plane.show_costs(0.4, 0.6, True)
    qtbot.mousePress(plane, LEFT, pos=at(0.5, 0.9))
    qtbot.mouseMove(plane, at(1.0, 1.0))
    qtbot.mouseMove(plane, at(0.9, 0.0))
    assert wishes == [(0.3, 0.7), (0.5, 0.5), (0.95, 0.05)]


@pytest.mark.parametrize(
    ("key", "free", "tied"),
    [
        (Qt.Key.Key_Right, (0.31, 0.7), (0.31, 0.69)),
        (Qt.Key.Key_Left, (0.29, 0.7), (0.29, 0.71)),
        (Qt.Key.Key_Up, (0.3, 0.71), (0.29, 0.71)),
        (Qt.Key.Key_Down, (0.3, 0.69), (0.31, 0.69)),
    ],
)
def test_arrow_keys_step(
    plane: TradeoffPlane,
    wishes: list[tuple[float, float]],
    qtbot: QtBot,
    key: Qt.Key,
    free: tuple[float, float],
    tied: tuple[float, float],
) -> None:
    qtbot.keyClick(plane, key)
    plane.show_costs(0.3, 0.7, True)
    qtbot.keyClick(plane, key)
    assert wishes == [free, tied]


def test_with_shift_they_step_by_a_tenth_and_stop_at_one(
    plane: TradeoffPlane, wishes: list[tuple[float, float]], qtbot: QtBot
) -> None:
    plane.show_costs(0.95, 0.2, False)
    qtbot.keyClick(plane, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(plane, Qt.Key.Key_Down, SHIFT)
    assert wishes == [(1.0, 0.2), (0.95, 0.1)]


def test_screen_readers_hear_the_costs(plane: TradeoffPlane) -> None:
    plane.show_costs(0.2, 0.85, False)
    spoken = QAccessible.queryAccessibleInterface(plane)
    assert "false-positive cost to the right" in spoken.text(QAccessible.Text.Name)
    assert spoken.text(QAccessible.Text.Description) == "α 0.2, β 0.85"


def brightness(plane: TradeoffPlane, alpha: float, beta: float) -> int:
    return int(plane.grab().toImage().pixelColor(at(alpha, beta)).lightness())


def test_the_index_is_shown_as_light_where_it_is_high(qtbot: QtBot, plane: TradeoffPlane) -> None:
    """Of (18, 12, 2) false positives cost much and misses little: it darkens to the right, hardly upwards."""
    show(plane, EAGER)
    low, right, high = brightness(plane, 0.06, 0.06), brightness(plane, 0.96, 0.06), brightness(plane, 0.06, 0.9)
    assert right < high < low
    plane.clear()
    ground = QColor(theme.current().raised).lightness()
    assert brightness(plane, 0.06, 0.06) == brightness(plane, 0.96, 0.06) == ground


def test_the_ground_of_others_is_veiled(plane: TradeoffPlane) -> None:
    """Eager (A) is ahead above β = 3/4 α, cautious (B) below: with A chosen the lower sector is veiled."""
    show(plane, EAGER, CAUTIOUS)
    below, above = brightness(plane, 0.6, 0.15), brightness(plane, 0.15, 0.6)
    show(plane, EAGER)
    assert brightness(plane, 0.6, 0.15) > below
    assert brightness(plane, 0.15, 0.6) == above


def test_the_border_is_drawn_where_both_are_level(plane: TradeoffPlane) -> None:
    """β = 3/4 α runs through (0.72, 0.54): the only heavy line."""
    show(plane, EAGER, CAUTIOUS)
    border = brightness(plane, 0.72, 0.54)
    show(plane, EAGER)
    assert brightness(plane, 0.72, 0.54) < 100 < border


@pytest.mark.parametrize(
    "rivals",
    [
        [EAGER],
        [EAGER, CAUTIOUS],
        [EAGER, CAUTIOUS, LABELLED],
        [(0, 5, 20), CAUTIOUS],
        [(0, 0, 0), (0, 3, 0)],
        [(20, 0, 0), CAUTIOUS],
        [EAGER, EAGER],
    ],
)
@pytest.mark.parametrize("palette", [theme.DARK, theme.LIGHT])
def test_any_counts_can_be_drawn(
    plane: TradeoffPlane, rivals: list[tuple[int, int, int]], palette: theme.Palette, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "current", lambda: palette)
    show(plane, *rivals, chosen=len(rivals) - 1)
    for costs in ((0.0, 0.0), (1.0, 1.0), (3.0, 0.4)):
        plane.show_costs(*costs, False)
        assert plane.grab().toImage().pixelColor(44, 8).alpha() == 255


def test_the_words_of_winners_do_not_cover_the_ring(plane: TradeoffPlane) -> None:
    """Wherever the ring stands, its middle shows: nothing is written over it."""
    show(plane, EAGER, CAUTIOUS, LABELLED)
    for alpha, beta in ((0.05, 0.95), (0.3, 0.7), (0.7, 0.3), (0.95, 0.5), (0.5, 0.95)):
        plane.show_costs(alpha, beta, False)
        assert plane.grab().toImage().pixelColor(at(alpha, beta)).name() == theme.current().panel.lower()


def winner_by_force(rivals: Sequence[tuple[int, int, int]], angle: float) -> int:
    """The highest Tversky index at small costs along a ray, counted out."""
    alpha, beta = 0.01 * np.cos(angle), 0.01 * np.sin(angle)
    index = [tp / (tp + alpha * fp + beta * fn) if tp else 0.0 for tp, fp, fn in rivals]
    return int(np.argmax(index))


def check_by_force(rivals: Sequence[tuple[int, int, int]], found: Sequence[Sector]) -> None:
    assert found[0].low == 0.0
    assert found[-1].high == pytest.approx(np.pi / 2)
    for sector in found:
        for share in (0.02, 0.3, 0.55, 0.98):
            angle = sector.low + share * (sector.high - sector.low)
            assert winner_by_force(rivals, angle) == sector.winner, (rivals, angle)
    assert all(one.high == other.low for one, other in itertools.pairwise(found))
    assert all(one.winner != other.winner for one, other in itertools.pairwise(found))


@pytest.mark.parametrize("count", [2, 3, 5])
def test_winners_of_sectors_are_those_found_by_force(count: int) -> None:
    draw = np.random.default_rng(count)
    for _ in range(60):
        positives = int(draw.integers(50, 500))
        found_voxels = draw.integers(1, positives, count)
        rivals = [(int(tp), int(draw.integers(0, 400)), positives - int(tp)) for tp in found_voxels]
        check_by_force(rivals, sectors([confusion(counts) for counts in rivals]))


def test_sectors_of_a_case_worked_out_by_hand() -> None:
    """FP/TP and FN/TP: A .667 and .111, B .25 and .667, C .3125 and .25.

    B and C are level where α·(.3125 − .25) = β·(.667 − .25), so β/α = .15; C and A where α·(.667 − .3125) =
    β·(.25 − .111), so β/α = 2.55. In between C is ahead.
    """
    found = sectors([confusion(counts) for counts in (EAGER, CAUTIOUS, LABELLED)])
    assert [sector.winner for sector in found] == [1, 2, 0]
    assert np.tan(found[0].high) == pytest.approx(0.15)
    assert np.tan(found[1].high) == pytest.approx(2.55)


def test_named_points_are_those_of_the_literature() -> None:
    assert NAMED_COSTS == {
        "Dice": (0.5, 0.5),
        "IoU": (1.0, 1.0),
        "Salehi": (0.3, 0.7),
        "F2": (0.2, 0.8),
    }
