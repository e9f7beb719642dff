"""What the tab about rivals shows: the errors of each prediction for each voxel found, and who can be best at all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from segdiff.gui.laboratory.subject import Subject
from segdiff.gui.numbers import NONE, score_text
from segdiff.gui.verdicts import all_of, never_in_words
from segdiff.gui.views.laboratory import RivalRow, RivalsSheet
from segdiff.gui.widgets.graph import Axis, Graph, Line, Mark, Weight
from segdiff.gui.words import tr
from segdiff.session import ViewState

if TYPE_CHECKING:
    from segdiff.explore import Contest, Sector, Standing

_ROOM: Final = 1.2
"""How far an axis reaches, in the largest value on it."""

_STEPS: Final = 3
"""Numbers along an axis beside 0, at most."""


def rivals_sheet(subject: Subject) -> RivalsSheet | None:
    """All predictions against each other; ``None`` where none found anything, so there is nothing to compare by."""
    from segdiff.explore import contest, index_at, leaders

    state = subject.state
    confusions = [evidence.confusion for evidence in subject.measured.values()]
    held = contest([subject.letters[name] for name in subject.measured], confusions)
    if not _found(held):
        return None
    best = leaders([confusions[position] for position in _found(held)], state.alpha, state.beta)
    ahead = [_found(held)[position] for position in best]
    value = score_text(float(index_at(confusions[ahead[0]], state.alpha, state.beta)))
    letters = all_of([held.standings[position].name for position in ahead])
    rows = tuple(
        RivalRow(
            one.name,
            name,
            _ratio_text(one.false_positives),
            _ratio_text(one.misses),
            _where(one),
            is_ahead=position in ahead,
            is_never=one.sector is None,
        )
        for position, (name, one) in enumerate(zip(subject.measured, held.standings, strict=True))
    )
    return RivalsSheet(
        _graph(held, tuple(subject.measured), ahead, (state.alpha, state.beta), f"{letters} {value}"),
        tuple(sorted(rows, key=lambda row: row.is_never)),
        _sentence(letters, value, state),
    )


def _found(held: Contest) -> list[int]:
    """Positions of those that found anything; the others have no place among the points."""
    return [position for position, one in enumerate(held.standings) if math.isfinite(one.misses)]


def _sentence(letters: str, value: str, state: ViewState) -> str:
    if state.alpha == state.beta == 0:
        return tr("At α 0 and β 0 no error costs anything, so no prediction is better than another.")
    return tr(
        "At these costs the straight line rests on {letters}: whatever lies on it scores {value}, and below it would "
        "be better. It turns as α and β do.",
        letters=letters,
        value=value,
    )


def _graph(held: Contest, names: Sequence[str], ahead: Sequence[int], costs: tuple[float, float], note: str) -> Graph:
    found = _found(held)
    points = [(one.false_positives, one.misses) for one in held.standings]
    x, y = (
        _axis(max(points[position][side] for position in found), words)
        for side, words in enumerate((tr("false positives for each hit"), tr("misses for each hit")))
    )
    corners = [points[position] for position in held.hull]
    lines = [_line([(corners[0][0], y.high), *corners, (x.high, corners[-1][1])], Weight.QUIET)]
    if any(costs):
        lines.append(_line(_level_line(*costs, points[ahead[0]], (x.high, y.high)), Weight.STRONG))
    marks = [
        Mark(
            *points[position],
            held.standings[position].name,
            weight,
            _meaning(held.standings[position]),
            names[position],
        )
        for position in found
        for weight in (_weight(held.standings[position], position in ahead),)
    ]
    return Graph(
        title=tr("Who can be best"),
        note=note,
        meaning=tr(
            "Each prediction by what it invents and misses for each voxel found: the nearer to the corner at 0, the "
            "better. The thin line joins those that some α and β make best; the straight one turns with α and β and "
            "rests on the one that is best now. Grey: never best. Click a point to look at that prediction."
        ),
        lines=tuple(lines),
        marks=tuple(sorted(marks, key=lambda mark: mark.weight is Weight.STRONG)),
        x=x,
        y=y,
    )


def _weight(one: Standing, is_ahead: bool) -> Weight:
    """A ring for the best at these costs, a dot for who can be best, grey for who never is."""
    if one.sector is None:
        return Weight.DASHED
    return Weight.STRONG if is_ahead else Weight.QUIET


def _line(corners: Sequence[tuple[float, float]], weight: Weight) -> Line:
    x, y = zip(*corners, strict=True)
    return Line(np.array(x), np.array(y), weight=weight)


def _level_line(
    alpha: float, beta: float, through: tuple[float, float], ends: tuple[float, float]
) -> list[tuple[float, float]]:
    """Ends of the line on which α·x + β·y is what it is at a point, inside a box from 0 to ``ends``.

    At least one of the costs is positive, and the point lies inside the box.
    """
    cost = alpha * through[0] + beta * through[1]
    if beta == 0:
        return [(through[0], ends[1]), (through[0], 0.0)]
    if alpha == 0:
        return [(0.0, through[1]), (ends[0], through[1])]
    left = (0.0, cost / beta) if cost / beta <= ends[1] else ((cost - beta * ends[1]) / alpha, ends[1])
    right = (cost / alpha, 0.0) if cost / alpha <= ends[0] else (ends[0], (cost - alpha * ends[0]) / beta)
    return [left, right]


def _axis(largest: float, words: str) -> Axis:
    """From 0 to a little beyond the largest value, with a few round numbers."""
    high = _ROOM * largest if largest > 0 else 1.0
    size = 10.0 ** math.floor(math.log10(high / _STEPS))
    step = next(size * factor for factor in (1, 2, 5, 10) if size * factor * _STEPS >= high * (1 - 1e-9))
    ticks = tuple((step * count, f"{step * count:.6g}") for count in range(math.floor(high / step + 1e-9) + 1))
    return Axis(0.0, high, ticks, words)


def _ratio_text(ratio: float) -> str:
    return f"{ratio:.3f}" if math.isfinite(ratio) else NONE


def _meaning(one: Standing) -> str:
    """What is said of a point on hover."""
    if one.never is not None:
        return never_in_words(one.never)
    return f"{one.name}: {_where(one)}"


def _where(one: Standing) -> str:
    """At which prices of a miss a prediction is best."""
    if one.never is not None:
        return never_in_words(one.never)
    return _price_in_words(one.sector) if one.sector is not None else ""


def _price_in_words(sector: Sector) -> str:
    from segdiff.explore import price_text

    low, high = price_text(math.tan(sector.low)), price_text(math.tan(sector.high))
    is_from_start, is_to_end = sector.low <= 0.0, sector.high >= math.pi / 2
    if is_from_start and is_to_end:
        return tr("best at every α and β")
    if is_from_start:
        return tr("best while a missed voxel costs less than {high} extra voxels", high=high)
    if is_to_end:
        return tr("best once a missed voxel costs more than {low} extra voxels", low=low)
    return tr("best while a missed voxel costs {low} to {high} extra voxels", low=low, high=high)
