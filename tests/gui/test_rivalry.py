"""The tab about rivals: points, the hull they hang on, the line that turns, and what is said of each.

x = FP/TP and y = FN/TP: eager (12/18, 2/18), cautious (3/12, 8/12), labelled (5/16, 4/16). Cautious and labelled are
level where β/α = (1/16)/(5/12) = .15, labelled and eager where β/α = (17/48)/(5/36) = 2.55.
"""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from segdiff.explore import Hindrance, NeverBest
from segdiff.gui.laboratory.rivalry import _axis, _level_line, rivals_sheet
from segdiff.gui.verdicts import never_in_words
from segdiff.gui.views.laboratory import RivalsSheet, RivalsTab
from segdiff.gui.widgets.chart import Chart
from segdiff.gui.widgets.graph import Axis, Graph, Mark, Weight
from tests.gui.cases import _flat as flat
from tests.gui.cases import cautious, eager, labelled, soft, state_of
from tests.gui.test_laboratory import subject_of


def clumsy():  # type: ignore[no-untyped-def]
    """Finds 10 of 20 and invents 10: cautious and labelled are better on both counts."""
    return soft("clumsy", flat([(0.9, 10), (0.1, 10)], [(0.9, 10)]))


def sheet_at(alpha: float, beta: float, *predictions) -> RivalsSheet:  # type: ignore[no-untyped-def]
    state = state_of(*(predictions or (eager(), cautious(), labelled()))).with_lock(False).with_costs(alpha, beta)
    sheet = rivals_sheet(subject_of(state))
    assert sheet is not None
    return sheet


def test_each_prediction_lies_where_its_errors_are() -> None:
    marks = {mark.label: mark for mark in sheet_at(0.3, 0.7).graph.marks}
    assert (marks["A"].x, marks["A"].y) == (pytest.approx(2 / 3), pytest.approx(1 / 9))
    assert (marks["B"].x, marks["B"].y) == (pytest.approx(1 / 4), pytest.approx(2 / 3))
    assert (marks["C"].x, marks["C"].y) == (pytest.approx(5 / 16), pytest.approx(1 / 4))


def test_the_hull_joins_those_that_can_be_best_and_goes_on_beyond_them() -> None:
    graph = sheet_at(0.3, 0.7, eager(), cautious(), labelled(), clumsy()).graph
    hull = graph.lines[0]
    assert hull.x == pytest.approx([1 / 4, 1 / 4, 5 / 16, 2 / 3, graph.x.high])
    assert hull.y == pytest.approx([graph.y.high, 2 / 3, 1 / 4, 1 / 9, 1 / 9])
    assert graph.x.high > 1.0, "clumsy lies at 1"


@pytest.mark.parametrize(
    ("alpha", "beta", "letter"), [(0.95, 0.05, "B"), (0.5, 0.5, "C"), (0.3, 0.7, "C"), (0.2, 0.8, "A"), (1.0, 2.0, "C")]
)
def test_the_line_turns_with_the_costs_and_rests_on_the_best(alpha: float, beta: float, letter: str) -> None:
    """Its slope is −α/β, it goes through the best point, and no other point lies below it."""
    graph = sheet_at(alpha, beta).graph
    line, ring = graph.lines[1], next(mark for mark in graph.marks if mark.weight is Weight.STRONG)
    assert ring.label == letter
    assert np.diff(line.y)[0] / np.diff(line.x)[0] == pytest.approx(-alpha / beta)
    cost = alpha * line.x + beta * line.y
    assert cost == pytest.approx(alpha * ring.x + beta * ring.y)
    assert min(alpha * mark.x + beta * mark.y for mark in graph.marks) == pytest.approx(cost[0])
    assert graph.note == f"{letter} " + f"{1 / (1 + cost[0]):.4f}".removeprefix("0")


@pytest.mark.parametrize(
    ("costs", "ends"),
    [
        ((0.5, 0.5), [(0.0, 0.5), (0.5, 0.0)]),
        ((0.9, 0.1), [(2 / 9, 0.9), (0.29 / 0.9, 0.0)]),
        ((0.1, 0.9), [(0.0, 0.3 * 0.1 / 0.9 + 0.2), (0.8, 0.2 - 0.5 * 0.1 / 0.9)]),
        ((0.0, 0.4), [(0.0, 0.2), (0.8, 0.2)]),
        ((0.4, 0.0), [(0.3, 0.9), (0.3, 0.0)]),
    ],
)
def test_the_line_ends_at_the_edges(costs: tuple[float, float], ends: list[tuple[float, float]]) -> None:
    """Through (.3, .2) in a box of .8 by .9."""
    assert _level_line(*costs, (0.3, 0.2), (0.8, 0.9)) == [pytest.approx(end) for end in ends]


def test_each_row_says_at_which_price_it_is_best_or_why_never() -> None:
    rows = sheet_at(0.3, 0.7, eager(), cautious(), labelled(), clumsy()).rows
    assert [(row.letter, row.name, row.false_positives, row.misses, row.where) for row in rows] == [
        ("A", "eager", "0.667", "0.111", "best once a missed voxel costs more than 2.55 extra voxels"),
        ("B", "cautious", "0.250", "0.667", "best while a missed voxel costs less than 0.15 extra voxels"),
        ("C", "labelled", "0.312", "0.250", "best while a missed voxel costs 0.15 to 2.55 extra voxels"),
        (
            "D",
            "clumsy",
            "1.000",
            "1.000",
            "No α and β make D best: for each voxel found, B neither invents more nor misses more.",
        ),
    ]
    assert [row.is_ahead for row in rows] == [False, False, True, False]
    assert [row.is_never for row in rows] == [False, False, False, True]


def test_one_that_is_never_best_is_grey_and_says_why() -> None:
    mark = next(one for one in sheet_at(0.3, 0.7, labelled(), clumsy()).graph.marks if one.label == "B")
    assert mark.weight is Weight.DASHED
    assert mark.meaning == "No α and β make B best: for each voxel found, A neither invents more nor misses more."


def test_one_that_found_nothing_is_told_of_and_has_no_place() -> None:
    blind = soft("blind", flat([(0.1, 20)], [(0.9, 4)]))
    sheet = sheet_at(0.3, 0.7, blind, labelled())
    assert [mark.label for mark in sheet.graph.marks] == ["B"]
    best, never = sheet.rows
    assert (best.letter, best.where) == ("B", "best at every α and β")
    assert (never.false_positives, never.where) == ("—", "No α and β make A best: it found nothing.")
    assert rivals_sheet(subject_of(state_of(blind, blind_too()))) is None


def blind_too():  # type: ignore[no-untyped-def]
    return soft("blind too", flat([(0.2, 20)], [(0.2, 4)]))


def test_level_predictions_are_both_named() -> None:
    """2.55 · α = β: labelled and eager are level. Costs of nothing have no line."""
    sheet = sheet_at(1.0, 2.55)
    assert sheet.sentence.startswith("At these costs the straight line rests on A and C: whatever lies on it scores .")
    assert [row.is_ahead for row in sheet.rows] == [True, False, True]
    free = sheet_at(0.0, 0.0)
    assert len(free.graph.lines) == 1
    assert free.sentence == "At α 0 and β 0 no error costs anything, so no prediction is better than another."


def test_axes_have_a_few_round_numbers() -> None:
    for largest, ticks in ((0.046, "0 0.02 0.04"), (1.0, "0 0.5 1"), (0.0, "0 0.5 1"), (7.0, "0 5")):
        assert " ".join(text for _, text in _axis(largest, "").ticks) == ticks


@pytest.mark.parametrize(
    "never",
    [
        NeverBest("B", Hindrance.NOTHING_FOUND),
        NeverBest("B", Hindrance.LEVEL, ("A",)),
        NeverBest("B", Hindrance.OUTDONE, ("C",)),
        NeverBest("B", Hindrance.BETWEEN, ("A", "C")),
        NeverBest("B", Hindrance.BETWEEN, ("A", "C", "D")),
    ],
)
def test_the_window_says_the_same_as_the_library(never: NeverBest) -> None:
    assert never_in_words(never) == never.in_words()


def test_a_dot_says_what_it_means_on_hover(qtbot: QtBot) -> None:
    chart = Chart("Rivals", left=52)
    qtbot.addWidget(chart)
    chart.resize(300, 150)
    assert chart.words_at(QPoint(50, 50)) == ""
    never = Mark(0.5, 0.25, "B", Weight.DASHED, "never best")
    chart.show_graph(Graph("t", meaning="all of it", marks=(never, Mark(0.5, 0.75, "A")), x=Axis(), y=Axis()))
    at = chart.place_of(0.5, 0.25)
    assert (at.x(), at.y()) == pytest.approx((52 + (300 - 52 - 12) / 2, 26 + (150 - 26 - 30) * 0.75))
    assert chart.words_at(at.toPoint()) == "never best"
    assert chart.words_at(at.toPoint() + QPoint(0, 14)) == "all of it"
    assert chart.words_at(chart.place_of(0.5, 0.75).toPoint()) == "all of it", "it says nothing of its own"


def test_a_click_on_a_dot_chooses_its_prediction_and_one_beside_it_nothing(qtbot: QtBot) -> None:
    tab = RivalsTab()
    qtbot.addWidget(tab)
    tab.resize(700, 180)
    tab.show_sheet(sheet_at(0.3, 0.7))
    tab.show()
    chosen: list[str] = []
    tab.prediction_chosen.connect(chosen.append)
    chart, left = tab.chart, Qt.MouseButton.LeftButton
    at = {mark.label: chart.place_of(mark.x, mark.y).toPoint() for mark in chart.graph.marks}  # type: ignore[union-attr]
    qtbot.mouseClick(chart, left, pos=at["B"] + QPoint(3, 4))
    qtbot.mouseClick(chart, left, pos=at["A"])
    qtbot.mouseClick(chart, left, pos=at["A"] + QPoint(0, -12))
    qtbot.mouseClick(chart, Qt.MouseButton.RightButton, pos=at["C"])
    assert chosen == ["cautious", "eager"]
    for place, shape in ((at["C"], "PointingHandCursor"), (at["C"] + QPoint(14, 0), "ArrowCursor")):
        qtbot.mouseMove(chart, place)
        assert chart.cursor().shape() is Qt.CursorShape[shape]


def test_the_tab_lists_what_the_chart_shows(qtbot: QtBot) -> None:
    tab = RivalsTab()
    qtbot.addWidget(tab)
    tab.resize(700, 180)
    tab.show()
    for predictions in ((labelled(), clumsy()), (eager(), cautious(), labelled())):
        sheet = sheet_at(0.3, 0.7, *predictions)
        tab.show_sheet(sheet)

        def words() -> list[str]:
            return [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]

        letters = [row.letter for row in sheet.rows]
        qtbot.waitUntil(lambda letters=letters: [word for word in words() if len(word) == 1] == letters)
        assert sheet.sentence in words()
        assert [word for word in words() if word.startswith(("best", "No"))] == [row.where for row in sheet.rows]


def test_who_is_ahead_changes_in_place(qtbot: QtBot) -> None:
    """While a slider is dragged the list does not blink."""
    tab = RivalsTab()
    qtbot.addWidget(tab)
    tab.resize(700, 180)
    tab.show_sheet(sheet_at(0.3, 0.7))
    tab.show()

    def letters() -> dict[str, QLabel]:
        return {label.text(): label for label in tab.findChildren(QLabel) if len(label.text()) == 1}

    before = letters()
    assert [letter for letter, label in before.items() if label.property("role") == "strong"] == ["C"]
    tab.show_sheet(sheet_at(0.2, 0.8))
    assert letters() == before
    assert [letter for letter, label in before.items() if label.property("role") == "strong"] == ["A"]
    assert before["A"].toolTip() == "eager"
