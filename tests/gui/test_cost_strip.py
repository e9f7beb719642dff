"""The line from recall only to precision only, and the words and members of the plane."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from pytestqt.qtbot import QtBot

from segdiff.evidence import Confusion
from segdiff.explore import index_plane
from segdiff.gui import theme
from segdiff.gui.widgets.cost_strip import CostStrip, Never, StripPart, room_between
from segdiff.gui.widgets.member_button import MemberButton
from segdiff.gui.widgets.named_points import NamedPoint
from segdiff.gui.widgets.plane import TradeoffPlane

PARTS = (StripPart("A", 0.0, 0.4), StripPart("B", 0.4, 1.0))


@pytest.fixture
def strip(qtbot: QtBot) -> CostStrip:
    """216 pixels: 200 for the line, from 8 on."""
    made = CostStrip()
    qtbot.addWidget(made)
    made.resize(216, 42)
    made.show_rivals(PARTS, (Never("C", "No α and β make C best: it found nothing."),), "B")
    made.show_costs(0.3, 0.7)
    made.show()
    return made


@pytest.fixture
def pointed(strip: CostStrip) -> list[tuple[float, float]]:
    heard: list[tuple[float, float]] = []
    strip.pointed.connect(lambda alpha, beta: heard.append((alpha, beta)))
    return heard


def test_a_click_gives_costs_that_sum_to_one(
    strip: CostStrip, pointed: list[tuple[float, float]], qtbot: QtBot
) -> None:
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(8 + 50, 16))
    assert pointed == [(0.25, 0.75)]


def test_arrow_keys_move_the_needle(strip: CostStrip, pointed: list[tuple[float, float]], qtbot: QtBot) -> None:
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    qtbot.keyClick(strip, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert pointed == [(0.31, 0.69), (0.2, 0.8)]


def test_the_needle_stands_at_the_ratio_of_the_costs(strip: CostStrip) -> None:
    """α 1 and β 3 stand where .25 and .75 do; with no cost at all it stands in the middle."""

    def needle() -> int:
        row = strip.grab().toImage()
        text = theme.current().colour("text").name()
        found = [x for x in range(row.width()) if row.pixelColor(x, 3).name() == text]
        return round(sum(found) / len(found))

    strip.show_costs(1.0, 3.0)
    assert needle() == pytest.approx(58, abs=1)
    strip.show_costs(0.0, 0.0)
    assert needle() == pytest.approx(108, abs=1)


def test_it_says_who_is_ahead_and_who_never_is(strip: CostStrip) -> None:
    assert strip.accessibleDescription() == "A 0.00–0.40, B 0.40–1.00, No α and β make C best: it found nothing."


def test_one_that_is_level_stands_beside_its_equal_and_is_not_said_to_lose(strip: CostStrip) -> None:
    parts = (StripPart("A", 0.0, 0.4, ("C",)), PARTS[1])
    strip.show_rivals(parts, (Never("C", "C is level with A at every α and β.", is_level=True),), "C")
    assert strip.accessibleDescription() == "A, C 0.00–0.40, B 0.40–1.00, C is level with A at every α and β."
    ground, track = strip.grab().toImage(), theme.current().colour("track").name()
    coloured = [x for x in range(10, 205) if ground.pixelColor(x, 10).name() == track]
    assert coloured, "the chosen one is ahead there, too"
    assert max(coloured) <= 88


def test_hovering_a_named_point_tells_whose_default_it_is(qtbot: QtBot) -> None:
    """248 × 238 pixels: the plane is 200 × 200, its corner at (40, 206)."""
    plane = TradeoffPlane()
    qtbot.addWidget(plane)
    plane.resize(248, 238)
    plane.show_points([NamedPoint("Salehi", (0.3, 0.7), "found best", ("MONAI (unified focal)",))])
    assert (
        plane.words_at(QPoint(40 + 62, 206 - 139))
        == "Salehi: α 0.3, β 0.7\nfound best\ndefault of MONAI (unified focal)"
    )
    counts = Confusion.of_counts(3, 2, 1, 10)
    plane.show_index((3, 2, 1), index_plane(counts, 8))
    assert plane.words_at(QPoint(40 + 150, 206 - 50)) == "α 0.75, β 0.25: Tversky index .6316", "3 / 4.75"
    assert plane.words_at(QPoint(2, 2)) == ""


def test_every_member_is_lighter_where_it_is_better(qtbot: QtBot) -> None:
    button = MemberButton(None)
    qtbot.addWidget(button)
    heard: list[bool] = []
    button.changed.connect(lambda: heard.append(True))
    index = np.array([0.2, 0.5, 0.9])
    for member in ("tversky_index", "tversky_loss", "focal_tversky_loss"):
        button.choose(member)
        assert (np.diff(button.goodness(index)) > 0).all()
    assert len(heard) == 3
    assert button.words(0.3, 0.7, 0.9) == f"α 0.30, β 0.70: focal Tversky, e = .75 {0.1**0.75:.4f}".replace(
        "0.1778", ".1778"
    )


def test_level_lines_are_evenly_spaced_in_the_member_that_is_shown(qtbot: QtBot) -> None:
    button = MemberButton(None)
    qtbot.addWidget(button)
    assert np.diff(button.levels(0.5, 4), 2) == pytest.approx(0.0, abs=1e-12)
    button.choose("focal_tversky_loss")
    losses = (1.0 - button.levels(0.5, 4)) ** 0.75
    assert np.diff(losses, 2) == pytest.approx(0.0, abs=1e-12)
    assert losses[0] == pytest.approx(0.5**0.75 / 5)


def test_who_is_never_best_stands_free_between_the_ends_or_is_left_out() -> None:
    """A line of 300: 90 at the left, 110 at the right and 8 beside each leave 84."""
    line = QRectF(8, 40, 300, 14)
    assert room_between(line, 90, 84, 110) == QRectF(106, 40, 84, 14)
    assert room_between(line, 90, 85, 110) is None
