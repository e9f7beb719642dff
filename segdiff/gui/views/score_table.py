"""A row for each loss and metric, a column for each prediction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QFont
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from segdiff.gui import theme
from segdiff.gui.numbers import NONE, score_text
from segdiff.gui.widgets.text import SectionHead, label
from segdiff.registry import Kind, Scope

if TYPE_CHECKING:
    from segdiff.evaluate import ScoreValue, SheetRow

ROW_HEIGHT = 25
MEASURING = "…"
HEADS = {Kind.LOSS: "Losses, from probabilities", Kind.METRIC: "Metrics, at threshold", Kind.VOLUME: "Volumes"}


class ScoreTable(QWidget):
    """Shows a sheet of Scores; cells change only where their text does."""

    def __init__(self) -> None:
        super().__init__()
        self._table = QTableWidget(0, 1)
        self._table.setAccessibleName("Scores")
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setShowGrid(False)
        self._table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._table.setTabKeyNavigation(False)
        self._table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self._table.horizontalHeader().setHighlightSections(False)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._note = label("segdiff's own definitions", "secondary")
        self._note.setToolTip(
            "α weighs false positives, β misses; no smoothing; natural logarithms; a perfect prediction costs 0.\n"
            "Losses take the probabilities as they are, metrics the mask at the threshold."
        )
        self._shape: tuple[object, ...] = ()
        self._line_of: dict[str, int] = {}
        self._heads: dict[Kind, int] = {}
        head = QHBoxLayout()
        head.addWidget(SectionHead("Scores"), 1)
        head.addWidget(self._note, 0, Qt.AlignmentFlag.AlignBottom)
        head.setContentsMargins(0, 0, 0, 0)
        self._note.setContentsMargins(0, 0, 0, 7)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PADDING, 0, theme.PADDING, 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._table, 1)

    def show_sheet(self, rows: Sequence[SheetRow], letters: Sequence[str], names: Sequence[str], hard: Sequence[bool], threshold: float, several_labels: bool) -> None:
        """Show a sheet.

        Args:
            rows: a Score each, with a value for each prediction.
            letters: heads of the columns.
            names: the predictions' names, for tooltips.
            hard: which predictions are hard labels, where losses of probabilities need a word.
            threshold: at which metrics are counted.
            several_labels: whether Scores of overall scope are of more than the label chosen.
        """
        shape = (tuple(row.score.id for row in rows), tuple(letters), tuple(names), several_labels)
        if shape != self._shape:
            self._shape = shape
            self._build(rows, letters, names, several_labels)
        for row in rows:
            self._fill(self._line_of[row.score.id], row, any(hard))
        for kind, line in self._heads.items():
            text = f"{HEADS[kind]} {score_text(threshold, 2)}" if kind is Kind.METRIC and not all(hard) else HEADS[kind].split(",")[0]
            self._table.item(line, 0).setText(text)

    def clear(self) -> None:
        """Show nothing: there is nothing to compare."""
        self._shape = ()
        self._table.setRowCount(0)
        self._table.setColumnCount(1)
        self._table.horizontalHeader().hide()

    def _build(self, rows: Sequence[SheetRow], letters: Sequence[str], names: Sequence[str], several_labels: bool) -> None:
        table = self._table
        table.clear()
        table.setColumnCount(1 + len(letters))
        lines = _lines_of(rows)
        self._line_of = {line.score.id: i for i, line in enumerate(lines) if not isinstance(line, Kind)}
        self._heads = {line: i for i, line in enumerate(lines) if isinstance(line, Kind)}
        table.setRowCount(len(lines))
        table.horizontalHeader().show()
        table.setHorizontalHeaderLabels(["", *letters])
        for column, name in enumerate(names, start=1):
            head = table.horizontalHeaderItem(column)
            head.setToolTip(name)
            head.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, table.columnCount()):
            table.setColumnWidth(column, 76)
        for position, line in enumerate(lines):
            if isinstance(line, Kind):
                table.setItem(position, 0, _head_item())
                table.setSpan(position, 0, 1, table.columnCount())
                continue
            whole = line.score.scope is Scope.OVERALL and several_labels
            table.setItem(position, 0, QTableWidgetItem(f"{line.score.title}, all labels" if whole else line.score.title))
            for column in range(1, table.columnCount()):
                cell = QTableWidgetItem(MEASURING)
                cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(position, column, cell)

    def _fill(self, position: int, row: SheetRow, any_hard: bool) -> None:
        title = self._table.item(position, 0)
        if not title.toolTip():
            title.setToolTip(_definition(row, any_hard))
        for column, value in enumerate(row.values, start=1):
            cell = self._table.item(position, column)
            text, bold = _cell_text(value), column - 1 in row.best
            if cell.text() != text or cell.font().bold() != bold:
                cell.setText(text)
                font = QFont(theme.base_font())
                font.setBold(bold)
                cell.setFont(font)
                cell.setForeground(QBrush(theme.current().colour("text" if bold or len(row.values) == 1 else "secondary")))
                cell.setToolTip("" if value is None else value.undefined or value.by_rule or f"{value.number:.15g}")


def _lines_of(rows: Sequence[SheetRow]) -> list[SheetRow | Kind]:
    """The rows, each kind of them opened by a head."""
    lines: list[SheetRow | Kind] = []
    for before, row in zip([None, *rows], rows, strict=False):
        if before is None or before.score.kind is not row.score.kind:
            lines.append(row.score.kind)
        lines.append(row)
    return lines


def _head_item() -> QTableWidgetItem:
    item = QTableWidgetItem()
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setFont(theme.base_font(theme.SMALL_PX))
    item.setForeground(QBrush(theme.current().colour("secondary")))
    return item


def _cell_text(value: ScoreValue | None) -> str:
    if value is None:
        return MEASURING
    if value.undefined:
        return NONE
    return score_text(value.number) + ("*" if value.by_rule else "")


def _definition(row: SheetRow, any_hard: bool) -> str:
    """What a Score is, for a tooltip: definition, formula, what it means on hard labels, source."""
    score = row.score
    lines = [score.definition, score.formula]
    if any_hard and score.on_labels:
        lines.append(score.on_labels)
    return "\n".join([*lines, score.source])
