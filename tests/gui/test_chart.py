"""Small charts: where values lie on them, what they say on hover, and where a click points."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from segdiff.gui import theme
from segdiff.gui.widgets.chart import Chart
from segdiff.gui.widgets.graph import Axis, Bars, Graph, Line, Mark, Weight
from segdiff.gui.widgets.heat_chart import Heat, HeatChart
from segdiff.gui.widgets.name_places import kept_apart, with_room
from segdiff.gui.widgets.signed_bars import SignedBars, Step
from segdiff.gui.widgets.slice_picture import Picture, SlicePicture

X = np.linspace(0.0, 1.0, 11)


@pytest.fixture
def chart(qtbot: QtBot) -> Chart:
    made = Chart("Scores", is_handle=True, room=20)
    qtbot.addWidget(made)
    made.resize(300, 150)
    made.show()
    return made


def colours_of(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_an_axis_shares_out_its_range() -> None:
    assert Axis(2.0, 6.0).share(3.0) == pytest.approx(0.25)
    assert Axis(1e-4, 1.0, log=True).share(1e-3) == pytest.approx(0.25)
    assert Axis(0.5, 0.1).share(0.2) == pytest.approx(0.75), "falling"
    for axis in (Axis(2.0, 6.0), Axis(0.5, 1e-5, log=True), Axis(0.5, 0.1)):
        assert float(axis.share(axis.value(0.3))) == pytest.approx(0.3)


def test_hovering_tells_the_nearest_value_of_each_named_line() -> None:
    gap = np.where(X < 0.45, np.nan, 2.0)
    graph = Graph("t", lines=(Line(X, X**2, "A"), Line(X, gap, "B"), Line(X, X, "")))
    assert graph.words_at(0.31) == "A  0.090\nB  2.000"


def test_a_click_points_at_the_value_below_it(chart: Chart, qtbot: QtBot) -> None:
    chart.show_graph(Graph("t", lines=(Line(X, X, "A"),)))
    pointed: list[float] = []
    chart.pointed.connect(pointed.append)
    area = chart.area()
    for share in (0.25, 0.9):
        at = QPoint(round(area.left() + share * area.width()), round(area.center().y()))
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at)
    assert pointed == pytest.approx([0.25, 0.9], abs=0.005)


def test_one_that_is_no_handle_takes_no_clicks(qtbot: QtBot) -> None:
    chart = Chart("Scores")
    qtbot.addWidget(chart)
    chart.show_graph(Graph("t", lines=(Line(X, X, "A"),)))
    pointed: list[float] = []
    chart.pointed.connect(pointed.append)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton)
    assert pointed == []


def test_bars_as_narrow_as_a_pixel_are_drawn_too(chart: Chart) -> None:
    """As many as the chart has pixels across; those in the left half are as high as it."""
    chart.show_graph(Graph("t"))
    count = int(chart.area().width())
    heights = np.where(np.arange(count) < count / 2, 1.0, 0.1)
    chart.show_graph(Graph("t", bars=Bars(np.linspace(0.0, 1.0, count + 1), {"fp": heights})))
    area, picture = chart.area(), chart.grab().toImage()
    filled, empty = (picture.pixelColor(int(area.left() + x * count), int(area.center().y())) for x in (0.25, 0.75))
    assert filled.red() - empty.red() > 60


def test_lines_bars_and_marks_are_drawn(chart: Chart) -> None:
    bars = Bars(np.array([0.0, 0.5, 1.0]), {"tp": np.array([0.5, 0.0]), "fp": np.array([0.2, 0.4])})
    chart.show_graph(Graph("t", lines=(Line(X, X, "A"),), bars=bars, marks=(Mark(0.4), Mark(0.2, 0.3, "here"))))
    seen = colours_of(chart.grab().toImage())
    palette = theme.current()
    assert {palette.tp.lower(), palette.fp.lower(), palette.text.lower()} <= seen
    chart.show_graph(None)
    assert palette.tp.lower() not in colours_of(chart.grab().toImage())


def test_words_at_a_mark_do_not_run_into_the_names_of_lines(qtbot: QtBot) -> None:
    """Room for names is 80 of 240 pixels, from 148 on: a mark at .9 has its words at the left, one at .1 of 40 none."""

    def words_of_mark(width: int, x: float) -> list[int]:
        chart = Chart("Losses", room=80)
        qtbot.addWidget(chart)
        chart.resize(width, 150)
        pictures = []
        for words in ("", "here"):
            chart.show_graph(Graph("t", lines=(Line(X, X, ""),), marks=(Mark(x, label=words),)))
            pictures.append(chart.grab().toImage())
        empty, full = pictures
        return [
            column
            for column in range(width)
            if any(empty.pixelColor(column, y) != full.pixelColor(column, y) for y in range(20, 60))
        ]

    at_right = words_of_mark(240, 0.1)
    assert at_right
    assert min(at_right) > 34 + 0.1 * (240 - 34 - 12 - 80)
    at_left = words_of_mark(240, 0.9)
    assert at_left
    assert max(at_left) < 240 - 12 - 80
    assert words_of_mark(150, 0.4) == []


def test_a_gap_in_a_line_is_left_out(chart: Chart) -> None:
    """Values at both ends only, with nothing between: the middle of the chart stays empty."""
    chart.show_graph(Graph("t", lines=(Line(X, np.where((X > 0.15) & (X < 0.85), np.nan, 0.5)),)))
    image, area = chart.grab().toImage(), chart.area()
    column = {
        image.pixelColor(round(area.center().x()), y).name()
        for y in range(round(area.top()) + 2, round(area.bottom()) - 2)
    }
    assert len(column) == 1


def test_it_is_described_for_those_who_do_not_see_it(chart: Chart) -> None:
    chart.show_graph(Graph("Precision by recall", ".842"))
    assert (chart.accessibleName(), chart.accessibleDescription()) == ("Scores", "Precision by recall .842")


def test_names_at_the_ends_of_lines_do_not_overlap() -> None:
    for heights in ([10.0, 11.0, 12.0], [95.0, 99.0, 100.0], [50.0], []):
        apart = kept_apart(heights, 10.0, 100.0)
        assert all(later - earlier >= 12.0 - 1e-9 for earlier, later in pairwise(apart))
        assert all(height <= 100.0 for height in apart)


def test_of_more_names_than_fit_the_chosen_one_and_those_with_room_beside_their_lines_are_written() -> None:
    nobody_first = [False] * 4
    assert with_room([10.0, 12.0, 14.0, 90.0], nobody_first, 36.0) == [0, 1, 2, 3], "all fit, if moved apart"
    assert with_room([10.0, 12.0, 14.0, 90.0], nobody_first, 35.0) == [0, 3]
    assert with_room([10.0, 12.0, 14.0, 90.0], [False, False, True, False], 35.0) == [2, 3]
    assert with_room([10.0, 21.0, 22.0, 34.0], [False, True, False, False], 35.0) == [1, 3]
    assert with_room([], [], 35.0) == []


def test_names_of_many_lines_stay_below_the_title(qtbot: QtBot) -> None:
    chart = Chart("ROC", room=20)
    qtbot.addWidget(chart)
    chart.resize(160, 140)
    lines = tuple(Line(X, 0 * X + 0.9, letter, Weight.QUIET) for letter in "BCDEFGHIJ")
    chart.show_graph(Graph("t", lines=(*lines, Line(X, 0 * X + 0.9, "A"))))
    image, area = chart.grab().toImage(), chart.area()
    beside = range(round(area.right()) + 4, chart.width())
    ground = image.pixelColor(chart.width() - 1, 0)
    rows = [y for y in range(chart.height()) if any(image.pixelColor(x, y) != ground for x in beside)]
    assert rows
    assert min(rows) > 20
    assert max(rows) - min(rows) < 14, "one name: they all end at one height"


def test_words_at_two_upright_marks_are_written_one_below_the_other(chart: Chart) -> None:
    """Marks at 104 and 114 pixels; the words of the first reach beyond the second."""

    def bright(*marks: Mark) -> set[tuple[int, int]]:
        """Pixels of words at the right of both marks."""
        chart.show_graph(Graph("t", marks=marks))
        image = chart.grab().toImage()
        return {(x, y) for x in range(118, 240) for y in range(26, 70) if image.pixelColor(x, y).lightness() > 150}

    first, second = Mark(0.3, label="calibrated"), Mark(0.34, label="best 0.464")
    alone, both = bright(first), bright(first, second)
    assert alone
    assert alone <= both
    assert min(y for _, y in both - alone) > max(y for _, y in alone)


def test_the_weight_of_a_line_tells_the_chosen_one(chart: Chart) -> None:
    chart.show_graph(Graph("t", lines=(Line(X, 0 * X + 0.5, "A", Weight.QUIET),)))
    quiet = colours_of(chart.grab().toImage())
    chart.show_graph(Graph("t", lines=(Line(X, 0 * X + 0.5, "A", Weight.STRONG),)))
    assert theme.current().text.lower() in colours_of(chart.grab().toImage()) - quiet


def test_a_heat_map_points_at_both_values(qtbot: QtBot) -> None:
    chart = HeatChart("Costs")
    qtbot.addWidget(chart)
    chart.resize(240, 150)
    chart.show_heat(Heat("t", "m", np.arange(12.0).reshape(3, 4), path=(X, X), place=(0.3, 0.6)))
    chart.show()
    assert len(colours_of(chart.grab().toImage())) > 8
    pointed: list[tuple[float, float]] = []
    chart.pointed.connect(lambda x, y: pointed.append((x, y)))
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.place_of(0.3, 0.6).toPoint())
    assert pointed[0] == pytest.approx((0.3, 0.6), abs=0.01)


def test_steps_say_what_they_add(qtbot: QtBot) -> None:
    bars = SignedBars("Why")
    qtbot.addWidget(bars)
    steps = (
        Step("mask", 0.0, 0.25, "text", is_whole=True),
        Step("haze", 0.25, 0.31, "secondary"),
        Step("hits", 0.31, 0.3, "tp"),
    )
    bars.show_steps(steps)
    assert bars.accessibleDescription() == "mask .250, haze +.060, hits −.010"
    bars.resize(420, 120)
    seen = [QColor(name) for name in colours_of(bars.grab().toImage())]
    assert any(colour.green() > colour.red() + 80 for colour in seen)


def test_a_picture_keeps_its_proportions(qtbot: QtBot) -> None:
    """Two rows of four pixels that are twice as high as wide: a square."""
    widget = SlicePicture("Slice")
    qtbot.addWidget(widget)
    widget.resize(200, 140)
    pixels = np.full((2, 4, 3), (10, 200, 30), np.uint8)
    shares = (("tp", 0.25), ("fn", 0.75))
    widget.show_picture(Picture("Dice", pixels, aspect=2.0, words="2 values only", shares=shares))
    image = widget.grab().toImage()
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    green = [at for at in places if image.pixelColor(*at).green() > 190 and image.pixelColor(*at).red() < 40]
    xs, ys = {x for x, _ in green}, {y for _, y in green}
    assert math.isclose(max(xs) - min(xs), max(ys) - min(ys), abs_tol=3)
    assert widget.accessibleDescription() == "2 values only"


def test_the_same_arrays_and_words_need_no_new_drawing() -> None:
    graph = Graph("Recall", lines=(Line(X, X, "A"),), marks=(Mark(0.3),))
    assert graph.is_drawn_like(Graph("Recall", lines=(Line(X, X, "A"),), marks=(Mark(0.3),)))
    for other in (
        Graph("Recall", lines=(Line(X, X.copy(), "A"),), marks=(Mark(0.3),)),
        Graph("Recall", lines=(Line(X, X, "B"),), marks=(Mark(0.3),)),
        Graph("Recall", lines=(Line(X, X, "A", Weight.QUIET),), marks=(Mark(0.3),)),
        Graph("Recall", lines=(Line(X, X, "A"),), marks=(Mark(0.4),)),
        Graph("Recall", ".84", lines=(Line(X, X, "A"),), marks=(Mark(0.3),)),
        Graph("Recall", lines=(Line(X, X, "A"),), bars=Bars(X, {"tp": X[1:]}), marks=(Mark(0.3),)),
    ):
        assert not graph.is_drawn_like(other)


def test_other_values_are_drawn(chart: Chart) -> None:
    chart.show_graph(Graph("Recall", lines=(Line(X, X),)))
    rising = chart.grab().toImage()
    chart.show_graph(Graph("Recall", lines=(Line(X, 1.0 - X),)))
    assert chart.grab().toImage() != rising
