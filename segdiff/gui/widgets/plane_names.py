"""Where the names of pairs of costs are written in the trade-off plane."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from segdiff.gui import theme
from segdiff.gui.widgets.cost_square import CostSquare
from segdiff.gui.widgets.named_points import F_BETA_POINTS, NAMED_COSTS, NamedPoint, named_points

NAME_PX: Final = 10

_Align = Qt.AlignmentFlag


def names(square: CostSquare, costs: tuple[float, float]) -> Iterator[tuple[NamedPoint, Qt.AlignmentFlag, QRectF]]:
    """Each named point with the box of its name and the side of it that is written to.

    Args:
        square: of the plane.
        costs: where the ring stands; a point under it is not named.
    """
    for point in named_points():
        at, (alpha, beta) = square.place(*point.costs), point.costs
        if point.costs == costs:
            continue
        if alpha == 1.0:
            yield point, _Align.AlignRight, QRectF(at.x() - 46, at.y() + 3, 42, 14)
        elif alpha < beta:
            width = QFontMetricsF(theme.base_font(NAME_PX)).horizontalAdvance(point.name)
            before = QRectF(at.x() - 4 - width, at.y() - 14, width, 14)
            others = (square.place(*other) for other in NAMED_COSTS.values() if other != point.costs)
            if any(before.contains(other) for other in others):  # in a low plane the line is nearly level
                yield point, _Align.AlignLeft, QRectF(at.x() + 6, at.y() - 10, 42, 14)
            else:
                yield point, _Align.AlignRight, QRectF(at.x() - 52, at.y() - 14, 48, 14)
        else:
            yield point, _Align.AlignLeft, QRectF(at.x() + 6, at.y() - 8, 42, 14)


def f_beta_names(square: CostSquare, costs: tuple[float, float]) -> Iterator[tuple[str, QRectF]]:
    """The name of each F-β and its box, along the line on which both costs sum to 1.

    In a low plane F3 comes so near to F2 that one would be written over the other; it is left out there.
    """
    metrics = QFontMetricsF(theme.base_font(NAME_PX))
    written = [_written(box, side, metrics.horizontalAdvance(point.name)) for point, side, box in names(square, costs)]
    for name, place in F_BETA_POINTS:
        at = square.place(*place)
        box = QRectF(at.x() + 5, at.y() - 13, 60, 13)
        text = _written(box, _Align.AlignLeft, metrics.horizontalAdvance(name))
        if not any(text.intersects(other) for other in written):
            yield name, box


def _written(box: QRectF, side: Qt.AlignmentFlag, width: float) -> QRectF:
    """The part of a box that a text of this width covers."""
    left = box.right() - width if side is _Align.AlignRight else box.left()
    return QRectF(left, box.top(), width, box.height())


def taken(square: CostSquare, costs: tuple[float, float]) -> list[QRectF]:
    """Where names and the ring are, and nothing else may be written."""
    boxes = [box for _, _, box in names(square, costs)]
    boxes += [QRectF(box.left(), box.top(), 40, box.height()) for _, box in f_beta_names(square, costs)]
    boxes.append(QRectF(-10, -10, 20, 20).translated(square.held(*costs)))
    return boxes
