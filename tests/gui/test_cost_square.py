"""Where costs lie in the plane, and where their names are written."""

from __future__ import annotations

from math import atan2

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt

from segdiff.explore import Sector
from segdiff.gui.widgets.cost_square import CostSquare
from segdiff.gui.widgets.plane_names import f_beta_names, names, taken

SQUARE = CostSquare(QRectF(40, 6, 200, 100))


def test_alpha_grows_to_the_right_and_beta_upwards() -> None:
    assert SQUARE.place(0.3, 0.7) == QPointF(100, 36)
    assert SQUARE.costs_at(QPointF(100, 36)) == pytest.approx((0.3, 0.7))
    assert SQUARE.costs_at(QPointF(0, 126)) == pytest.approx((-0.2, -0.2))


def test_costs_beyond_the_square_are_held_at_its_edge() -> None:
    assert SQUARE.held(0.25, 3.0) == QPointF(90, 6)


def test_a_sector_over_the_diagonal_has_the_corner_and_one_below_it_has_not() -> None:
    """Rays of β : α = 1 : 4 and 4 : 1 leave at the right and at the top."""
    low, high = atan2(1, 4), atan2(4, 1)
    corners = SQUARE.outline(Sector(low, high, 0))
    expected = [QPointF(40, 106), QPointF(240, 81), QPointF(240, 6), QPointF(90, 6)]
    assert [(point - at).manhattanLength() for point, at in zip(list(corners), expected, strict=True)] == pytest.approx(
        [0, 0, 0, 0], abs=1e-9
    )
    assert len(list(SQUARE.outline(Sector(0.0, low, 0)))) == 3


@pytest.mark.usefixtures("qapp")
def test_names_in_a_low_plane_do_not_lie_on_other_points() -> None:
    """Salehi is 29 pixels right of F2 and, in a plane 92 high, 9 below: its name, 35 wide, would lie on it."""
    sides = []
    for height in (92, 200):
        square = CostSquare(QRectF(0, 0, 290, height))
        sides += [side for point, side, _ in names(square, (0.5, 0.5)) if point.name == "Salehi"]
    assert sides == [Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight]


@pytest.mark.usefixtures("qapp")
def test_f3_is_not_named_where_its_name_would_lie_on_that_of_f2() -> None:
    """F3 lies a tenth of the plane above F2: 9 pixels are less than a line of text, 20 are more."""
    named = []
    for height in (92, 200):
        square = CostSquare(QRectF(0, 0, 290, height))
        named.append([name for name, _ in f_beta_names(square, (0.3, 0.7))])
    assert named == [["F½"], ["F½", "F3"]]


@pytest.mark.usefixtures("qapp")
def test_the_point_under_the_ring_is_not_named_and_the_ring_takes_its_room() -> None:
    assert {point.name for point, _, _ in names(SQUARE, (0.3, 0.7))} == {"Dice", "IoU", "F2"}
    assert QRectF(90, 26, 20, 20) in taken(SQUARE, (0.3, 0.7))
