"""The sheet of Scores as it is written."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTableView
from pytestqt.qtbot import QtBot

from segdiff.evaluate import ScoreValue, SheetRow
from segdiff.gui import theme
from segdiff.gui.views.score_table import ScoreTable, Sheet
from segdiff.gui.views.score_table.table import ROW_HEIGHT
from segdiff.registry import find

ROLE = Qt.ItemDataRole
BY_RULE = ScoreValue(1.0, by_rule="truth and prediction are both empty; 0/0 counts as 1")
UNDEFINED = ScoreValue(math.nan, undefined="the prediction is empty")


@pytest.fixture
def table(qtbot: QtBot) -> ScoreTable:
    made = ScoreTable()
    qtbot.addWidget(made)
    made.resize(374, 300)
    made.show()
    return made


def sheet(**changes: object) -> Sheet:
    """Two losses and two metrics of two predictions; B's cross-entropy is still being measured."""
    rows = [
        SheetRow(find("tversky_loss"), (ScoreValue(0.29691), ScoreValue(0.32148)), (0,)),
        SheetRow(find("cross_entropy"), (ScoreValue(0.0023), None), ()),
        SheetRow(find("dice"), (ScoreValue(0.5), BY_RULE), (1,)),
        SheetRow(find("precision"), (ScoreValue(0.0), UNDEFINED), ()),
    ]
    parts = {"rows": rows, "letters": {"eager": "A", "cautious": "B"}, "hard": [False, False], "is_measuring": True}
    return Sheet(**{**parts, **changes})  # type: ignore[arg-type]


def view(table: ScoreTable) -> QTableView:
    found = table.findChild(QTableView)
    assert isinstance(found, QTableView)
    return found


def index(table: ScoreTable, row: int, column: int) -> QModelIndex:
    return view(table).model().index(row, column)


def texts(table: ScoreTable) -> list[list[str]]:
    model = view(table).model()
    return [[index(table, row, column).data() or "" for column in range(model.columnCount())]
            for row in range(model.rowCount())]  # fmt: skip


def words(table: ScoreTable) -> str:
    return " ".join(label.text() for label in table.findChildren(QLabel) if label.isVisibleTo(table))


def test_kinds_are_headed_and_numbers_stand_below_their_prediction(table: ScoreTable) -> None:
    table.show_sheet(sheet(threshold=0.534))
    header = view(table).model().headerData
    assert [header(column, Qt.Orientation.Horizontal) for column in range(3)] == ["", "A", "B"]
    assert header(2, Qt.Orientation.Horizontal, ROLE.ToolTipRole) == "cautious"
    assert texts(table) == [
        ["Losses, from probabilities", "", ""],
        ["Tversky loss", ".2969", ".3215"],
        ["Cross-entropy", ".0023", "…"],
        ["Metrics, at threshold 0.534", "", ""],
        ["Dice", ".5000", "1.0000*"],
        ["Precision", ".0000", "—"],
    ]


def test_labels_have_neither_probabilities_nor_a_threshold(table: ScoreTable) -> None:
    table.show_sheet(sheet(hard=[True, True]))
    assert [row[0] for row in texts(table) if not row[1]] == ["Losses", "Metrics"]


def test_what_is_not_on_its_way_is_a_dash(table: ScoreTable) -> None:
    table.show_sheet(sheet(is_measuring=False))
    assert texts(table)[2] == ["Cross-entropy", ".0023", "—"]
    assert index(table, 2, 2).data(ROLE.ToolTipRole) == "was not measured"


def test_the_reason_is_in_the_tooltip(table: ScoreTable) -> None:
    table.show_sheet(sheet())
    assert index(table, 5, 2).data(ROLE.ToolTipRole) == "the prediction is empty"
    assert index(table, 4, 2).data(ROLE.ToolTipRole) == BY_RULE.by_rule
    assert index(table, 2, 2).data(ROLE.ToolTipRole) == "is being measured"
    assert index(table, 1, 1).data(ROLE.ToolTipRole) == "0.29691"


def test_the_tooltip_follows_a_number_that_is_written_the_same(table: ScoreTable) -> None:
    table.show_sheet(sheet())
    row = SheetRow(find("tversky_loss"), (ScoreValue(0.296904), ScoreValue(0.32148)), (0,))
    table.show_sheet(sheet(rows=[row, *sheet().rows[1:]]))
    assert index(table, 1, 1).data() == ".2969"
    assert index(table, 1, 1).data(ROLE.ToolTipRole) == "0.296904"


def test_a_score_is_defined_in_its_tooltip(table: ScoreTable) -> None:
    table.show_sheet(sheet())
    score = find("tversky_loss")
    tip = index(table, 1, 0).data(ROLE.ToolTipRole)
    assert tip.split("\n") == [score.definition, score.formula, score.source]
    table.show_sheet(sheet(hard=[False, True]))
    assert score.on_labels in index(table, 1, 0).data(ROLE.ToolTipRole)


def weights(table: ScoreTable, row: int) -> list[bool]:
    return [index(table, row, column).data(ROLE.FontRole).bold() for column in (1, 2)]


def test_the_best_is_bold_and_the_others_quiet(table: ScoreTable) -> None:
    table.show_sheet(sheet())
    assert [weights(table, row) for row in (1, 4, 5)] == [[True, False], [False, True], [False, False]]
    colours = [index(table, 1, column).data(ROLE.ForegroundRole).name() for column in (1, 2)]
    assert colours == [theme.current().text.lower(), theme.current().secondary.lower()]


def test_a_single_prediction_is_not_quiet(table: ScoreTable) -> None:
    rows = [SheetRow(find("dice"), (ScoreValue(0.5),), ())]
    table.show_sheet(sheet(rows=rows, letters={"eager": "A"}, hard=[False]))
    assert index(table, 1, 1).data(ROLE.ForegroundRole).name() == theme.current().text.lower()


def test_colours_follow_the_theme(table: ScoreTable, monkeypatch: pytest.MonkeyPatch) -> None:
    table.show_sheet(sheet())
    for palette in (theme.LIGHT, theme.DARK):
        monkeypatch.setattr(theme, "current", lambda palette=palette: palette)
        assert index(table, 1, 1).data(ROLE.ForegroundRole).name() == palette.text.lower()


def test_scores_of_all_labels_say_so(table: ScoreTable) -> None:
    table.show_sheet(sheet(several_labels=True))
    assert [row[0] for row in texts(table)[1:3]] == ["Tversky loss", "Cross-entropy, all labels"]


def test_what_is_selected_stays_selected_while_numbers_change(table: ScoreTable) -> None:
    table.show_sheet(sheet())
    view(table).selectRow(4)
    table.show_sheet(sheet(threshold=0.7))
    assert [one.row() for one in view(table).selectionModel().selectedRows()] == [4]


def test_only_rows_with_other_numbers_are_written_again(table: ScoreTable) -> None:
    """Heads are rows 0 and 3, Dice is row 4; the threshold stands in the head of all metrics."""
    table.show_sheet(sheet())
    written: list[int] = []
    view(table).model().dataChanged.connect(lambda first, _last: written.append(first.row()))
    table.show_sheet(sheet())
    assert written == []
    rows = list(sheet().rows)
    rows[2] = SheetRow(find("dice"), (ScoreValue(0.6), BY_RULE), (1,))
    table.show_sheet(sheet(rows=rows))
    assert written == [4]
    assert texts(table)[4][1] == ".6000"
    table.show_sheet(sheet(rows=rows, threshold=0.7))
    assert written == [4, *range(6)]


def test_heads_cannot_be_selected(table: ScoreTable) -> None:
    table.show_sheet(sheet())
    assert index(table, 0, 0).flags() == Qt.ItemFlag.NoItemFlags
    assert index(table, 1, 0).flags() & Qt.ItemFlag.ItemIsSelectable


def test_without_scores_it_says_why(table: ScoreTable) -> None:
    table.clear("Add a prediction to compare it with the ground truth.")
    assert not view(table).isVisible()
    assert "Add a prediction" in words(table)
    table.show_sheet(sheet())
    assert view(table).isVisible()
    assert "Add a prediction" not in words(table)


@pytest.mark.parametrize(("count", "sideways"), [(1, False), (3, False), (6, True)])
def test_many_predictions_scroll_sideways(table: ScoreTable, qtbot: QtBot, count: int, sideways: bool) -> None:
    values: Sequence[ScoreValue] = tuple(ScoreValue(0.1 * i) for i in range(count))
    rows = [SheetRow(find("dice"), tuple(values), ())]
    letters = {f"model {i}": "ABCDEF"[i] for i in range(count)}
    table.show_sheet(sheet(rows=rows, letters=letters, hard=[False] * count))
    qtbot.waitExposed(table)
    assert view(table).columnWidth(0) >= 130
    assert (view(table).horizontalScrollBar().maximum() > 0) is sideways


def test_the_longest_number_has_room(table: ScoreTable) -> None:
    """B's Dice is 1 by rule and the best: seven characters in bold, which must not end in dots."""
    table.show_sheet(sheet())
    (place,) = [at for row in range(6) if (at := index(table, row, 2)).data() == "1.0000*"]
    assert view(table).sizeHintForIndex(place).width() <= view(table).columnWidth(2)


class TestCopying:
    NAMES = "\teager\tcautious\n"

    def test_a_row_is_copied_in_full_under_the_names_of_the_predictions(self, table: ScoreTable, qtbot: QtBot) -> None:
        table.show_sheet(sheet())
        table.activateWindow()
        view(table).setFocus()
        view(table).selectRow(1)
        QGuiApplication.clipboard().clear()
        qtbot.keyClick(view(table), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text() == self.NAMES + "Tversky loss\t0.29691\t0.32148\n"

    def test_the_table_is_copied_without_heads_and_with_gaps_for_numbers_that_are_not_there(
        self, table: ScoreTable
    ) -> None:
        table.show_sheet(sheet())
        menu = table.copies()
        next(action for action in menu.actions() if action.text() == "Copy the table").trigger()
        assert QGuiApplication.clipboard().text() == (
            self.NAMES + "Tversky loss\t0.29691\t0.32148\nCross-entropy\t0.0023\t\nDice\t0.5\t1\nPrecision\t0\t\n"
        )

    def test_without_a_row_selected_only_the_table_can_be_copied(self, table: ScoreTable) -> None:
        table.show_sheet(sheet())
        offered = {action.text(): action.isEnabled() for action in table.copies().actions()}
        assert offered == {"Copy this row": False, "Copy the table": True}
        view(table).selectRow(4)
        assert all(action.isEnabled() for action in table.copies().actions())

    def test_the_right_button_offers_it_on_titles_too(self, table: ScoreTable, qtbot: QtBot) -> None:
        names = {f"model {number}": letter for number, letter in enumerate("ABCDE")}
        rows = [SheetRow(find("dice"), (ScoreValue(0.5),) * 5, ())]
        table.show_sheet(sheet(rows=rows, letters=names, hard=[True] * 5))
        titles = view(table).findChild(QTableView)
        assert isinstance(titles, QTableView)
        at = QPoint(10, 40)
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, titles.viewport().mapToGlobal(at))
        QApplication.sendEvent(titles.viewport(), asked)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert [action.text() for action in menu.actions()] == ["Copy this row", "Copy the table"]
        menu.close()


class TestManyPredictions:
    @pytest.fixture
    def wide(self, table: ScoreTable) -> ScoreTable:
        """Ten predictions, of which the table has room for two."""
        self.show(table)
        return table

    def show(self, table: ScoreTable, **changes: object) -> None:
        values = tuple(ScoreValue(0.1 * number) for number in range(10))
        rows = [SheetRow(find(name), values, (9,)) for name in ("tversky_loss", "dice_loss", "dice", "precision")]
        names = {f"model {number}": letter for number, letter in enumerate("ABCDEFGHIJ")}
        table.show_sheet(sheet(rows=rows, letters=names, hard=[True] * 10, **changes))

    def under(self, table: ScoreTable, x: int, y: int) -> str:
        """The text of the cell that a person sees at a place of the table's cells."""
        cells = view(table).viewport()
        seen = table.childAt(cells.mapTo(table, QPoint(x, y)))
        found = seen.parent() if seen is not None else None
        assert isinstance(found, QTableView)
        at = found.viewport().mapFromGlobal(cells.mapToGlobal(QPoint(x, y)))
        return str(found.indexAt(at).data())

    def test_numbers_scroll_sideways_under_their_titles(self, wide: ScoreTable) -> None:
        bar = view(wide).horizontalScrollBar()
        assert self.under(wide, 10, 40) == "Tversky loss"
        bar.setValue(bar.maximum())
        assert self.under(wide, 10, 40) == "Tversky loss"
        assert self.under(wide, view(wide).viewport().width() - 10, 40) == ".9000"

    @pytest.mark.parametrize("width", [300, 374, 611])
    def test_no_number_is_cut_in_two(self, wide: ScoreTable, width: int) -> None:
        """Part of a number would be read as another number."""
        wide.resize(width, 300)
        table, bar = view(wide), view(wide).horizontalScrollBar()
        titles, right = table.columnWidth(0), table.viewport().width()
        seen = set()
        for place in range(0, bar.maximum() + 40, 37):
            bar.setValue(place)
            for column in range(1, 11):
                left = table.columnViewportPosition(column)
                end = left + table.columnWidth(column)
                assert end <= titles or left >= right or (titles <= left and end <= right)
                seen |= {column} if titles <= left and end <= right else set()
        assert seen == set(range(1, 11))

    def test_titles_scroll_down_with_their_numbers(self, wide: ScoreTable) -> None:
        view(wide).setMinimumHeight(0)
        view(wide).setFixedHeight(4 * ROW_HEIGHT)
        bar = view(wide).verticalScrollBar()
        bar.setValue(bar.maximum())
        row = view(wide).rowAt(10)
        assert row > 1
        assert self.under(wide, 10, 10) == index(wide, row, 0).data()

    def test_a_number_that_is_gone_to_is_not_left_behind_the_titles(self, wide: ScoreTable) -> None:
        table = view(wide)
        bar = table.horizontalScrollBar()
        bar.setValue(bar.maximum())
        table.scrollTo(index(wide, 1, 4))
        assert table.columnViewportPosition(4) >= table.columnWidth(0)

    def test_choosing_a_prediction_brings_its_numbers_into_sight_and_looking_elsewhere_stays_possible(
        self, wide: ScoreTable
    ) -> None:
        table, right = view(wide), view(wide).viewport().width()
        assert table.columnViewportPosition(7) > right
        self.show(wide, chosen="model 6")
        assert table.columnWidth(0) <= table.columnViewportPosition(7) <= right - table.columnWidth(7)
        table.horizontalScrollBar().setValue(0)
        self.show(wide, chosen="model 6", threshold=0.6)
        assert table.horizontalScrollBar().value() == 0

    def test_a_loss_opens_from_its_title_too(self, wide: ScoreTable, qtbot: QtBot) -> None:
        titles = view(wide).findChild(QTableView)
        assert isinstance(titles, QTableView)
        with qtbot.waitSignal(wide.loss_opened) as opened:
            titles.activated.emit(index(wide, 2, 0))
        assert opened.args == ["dice_loss"]

    def test_few_predictions_need_none_of_that(self, wide: ScoreTable) -> None:
        wide.show_sheet(sheet())
        titles = view(wide).findChild(QTableView)
        assert isinstance(titles, QTableView)
        assert titles.isHidden()
        assert view(wide).columnSpan(0, 0) == 3
