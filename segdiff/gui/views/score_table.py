"""A row for each loss and metric, a column for each prediction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget

from segdiff.gui import theme
from segdiff.gui.numbers import LETTERS_OF, NONE, score_text, threshold_text
from segdiff.gui.widgets.picker import Picker
from segdiff.gui.widgets.text import Paragraph, SectionHead
from segdiff.registry import Kind, Scope

if TYPE_CHECKING:
    from segdiff.evaluate import ScoreValue, SheetRow

MEASURING: Final = "…"
ROW_HEIGHT, FEWEST_ROWS = 25, 6
PICKER_WIDTH = 176
COLUMN_WIDTH, FIRST_COLUMN_WIDTH, MOST_COLUMNS_IN_SIGHT = 68, 140, 3
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


@dataclass(frozen=True, eq=False)
class Sheet:
    """What the table shows.

    Args:
        rows: a Score each, with a value for each prediction.
        letters: head of each prediction's column, by the prediction's name.
        hard: which predictions are hard labels, where losses of probabilities need a word.
        threshold: at which metrics are counted.
        several_labels: whether Scores of overall scope are of more than the label chosen.
        is_measuring: whether values that are missing are on their way.
        convention: whose way of writing the losses.
        conventions: all there are: title by id.
    """

    rows: Sequence[SheetRow] = ()
    letters: Mapping[str, str] = field(default_factory=dict)
    hard: Sequence[bool] = ()
    threshold: float = 0.5
    several_labels: bool = False
    is_measuring: bool = False
    convention: str = ""
    conventions: Mapping[str, str] = field(default_factory=dict)


class ScoreTable(QWidget):
    """Shows a sheet of Scores, or says why there is none.

    Emits ``loss_opened`` with the id of a loss whose card a person wants: by double click or Enter on its row, or by
    the button, for the loss selected; and ``convention_chosen`` with the id of a convention.
    """

    loss_opened = Signal(str)
    convention_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model = _SheetModel()
        self._table = _table_of(self._model)
        self._table.activated.connect(lambda index: self._open(index.row()))
        self._words = Paragraph("secondary")
        self._picker = Picker("Convention of the losses")
        self._picker.setToolTip("Whose way of writing the losses; metrics are the same everywhere")
        self._picker.picked.connect(self.convention_chosen)
        self._picker.setFixedWidth(PICKER_WIDTH)
        self._compare = QPushButton("compare")
        self._compare.setProperty("role", "link")
        self._compare.setToolTip(
            "What other frameworks make of the loss selected, and why.\n"
            "segdiff's own: α weighs false positives, β misses; no smoothing; natural logarithms; 0 is perfect.\n"
            "Losses take the probabilities as they are, metrics the mask at the threshold."
        )
        self._compare.clicked.connect(lambda: self._open(self._table.currentIndex().row()))
        head = QHBoxLayout()
        head.setContentsMargins(0, theme.GRID, 0, theme.GRID)
        head.addWidget(SectionHead("Scores"), 1)
        head.addWidget(self._compare, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._picker, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PADDING, 0, theme.PADDING, 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self._table, 1)
        column.addStretch(0)
        self.clear("")

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a sheet; what is selected stays selected where the rows are the same."""
        if self._model.show(sheet):
            self._shape_table(len(sheet.letters))
        self._words.hide()
        self._table.show()
        self._compare.setVisible(bool(sheet.rows))
        self._show_conventions(sheet)

    def clear(self, words: str) -> None:
        """Show no scores, and say why."""
        self._model.show(Sheet())
        self._table.hide()
        self._compare.hide()
        self._picker.hide()
        self._words.setText(words)
        self._words.show()

    def _show_conventions(self, sheet: Sheet) -> None:
        if self._picker.count() != len(sheet.conventions):
            self._picker.show_entries([(name, title, "") for name, title in sheet.conventions.items()])
        self._picker.show_value(sheet.convention)
        self._picker.setVisible(bool(sheet.conventions))

    def _open(self, row: int) -> None:
        """Ask for the card of the loss in a row; of the first loss where there is none."""
        loss = self._model.loss_at(row) or self._model.loss_at(1)
        if loss:
            self.loss_opened.emit(loss)

    def _shape_table(self, predictions: int) -> None:
        """Titles take the room that is left; with many predictions the table scrolls sideways instead."""
        header, fits = self._table.horizontalHeader(), predictions <= MOST_COLUMNS_IN_SIGHT
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Fixed)
        self._table.setColumnWidth(0, FIRST_COLUMN_WIDTH)
        for column in range(1, predictions + 1):
            self._table.setColumnWidth(column, COLUMN_WIDTH)
        self._table.clearSpans()
        for row in self._model.heads():
            self._table.setSpan(row, 0, 1, predictions + 1)


def _table_of(model: _SheetModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName("Scores")
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    table.setTabKeyNavigation(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    table.horizontalHeader().setHighlightSections(False)
    table.setMinimumHeight((FEWEST_ROWS + 1) * ROW_HEIGHT)
    return table


class _SheetModel(QAbstractTableModel):
    """A sheet as Qt asks for it: the rows of each kind under a head of their own."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet = Sheet()
        self._lines: list[SheetRow | Kind] = []

    def show(self, sheet: Sheet) -> bool:
        """Show another sheet; whether it has other rows or columns than the one before."""
        lines = list(_lines_of(sheet.rows))
        before = [_name_of(line) for line in self._lines], list(self._sheet.letters.values())
        if is_new := before != ([_name_of(line) for line in lines], list(sheet.letters.values())):
            self.beginResetModel()
        self._sheet, self._lines = sheet, lines
        if is_new:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(sheet.letters)))
        return is_new

    def loss_at(self, row: int) -> str | None:
        """Id of the loss in a row; ``None`` for a head, a metric, or no row."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return None if line is None or isinstance(line, Kind) or line.score.kind is not Kind.LOSS else line.score.id

    def heads(self) -> list[int]:
        """Rows that open a kind of Scores."""
        return [row for row, line in enumerate(self._lines) if isinstance(line, Kind)]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  as Qt declares it
        """Rows, heads included."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  as Qt declares it
        """Titles, and a column for each prediction."""
        return 0 if parent.isValid() else 1 + len(self._sheet.letters)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Heads cannot be selected."""
        return Qt.ItemFlag.NoItemFlags if isinstance(self._lines[index.row()], Kind) else super().flags(index)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """A prediction's letter; its name as the tooltip."""
        if orientation is not Qt.Orientation.Horizontal or section == 0:
            return "" if role == _Role.DisplayRole else None
        name = list(self._sheet.letters)[section - 1]
        heads = {_Role.DisplayRole: self._sheet.letters[name], _Role.ToolTipRole: name, _Role.TextAlignmentRole: _RIGHT}
        return heads.get(_Role(role))

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        """One cell."""
        line, column = self._lines[index.row()], index.column()
        if isinstance(line, Kind):
            return self._head(line, _Role(role)) if column == 0 else None
        return self._value(line, column - 1, _Role(role)) if column else self._title(line, _Role(role))

    def _head(self, kind: Kind, role: Qt.ItemDataRole) -> Any:
        if role is _Role.DisplayRole:
            if kind is Kind.LOSS and not all(self._sheet.hard):
                return "Losses, from probabilities"
            if kind is Kind.METRIC and not all(self._sheet.hard):
                return f"Metrics, at threshold {threshold_text(self._sheet.threshold)}"
            return {Kind.LOSS: "Losses", Kind.METRIC: "Metrics", Kind.VOLUME: "Volumes"}[kind]
        if role is _Role.FontRole:
            return theme.base_font(theme.SMALL_PX)
        return theme.current().colour("secondary") if role is _Role.ForegroundRole else None

    def _title(self, row: SheetRow, role: Qt.ItemDataRole) -> Any:
        if role is _Role.DisplayRole:
            whole = row.score.scope is Scope.OVERALL and self._sheet.several_labels
            return _symbols_of(row) or (f"{row.score.title}, all labels" if whole else row.score.title)
        return _definition(row, any(self._sheet.hard)) if role is _Role.ToolTipRole else None

    def _value(self, row: SheetRow, column: int, role: Qt.ItemDataRole) -> Any:
        value, is_best = row.values[column], column in row.best
        if role is _Role.DisplayRole:
            return (MEASURING if self._sheet.is_measuring else NONE) if value is None else _text_of(value)
        if role is _Role.ToolTipRole:
            return _words_about(value, self._sheet.is_measuring)
        if role is _Role.TextAlignmentRole:
            return _RIGHT
        if role is _Role.FontRole:
            return theme.base_font(weight=QFont.Weight.Bold if is_best else QFont.Weight.Normal)
        if role is _Role.ForegroundRole:
            return theme.current().colour("text" if is_best or len(row.values) == 1 else "secondary")
        return None


def _lines_of(rows: Sequence[SheetRow]) -> Iterator[SheetRow | Kind]:
    """The rows, each kind of them opened by a head."""
    before = None
    for row in rows:
        if row.score.kind is not before:
            yield row.score.kind
        yield row
        before = row.score.kind


def _name_of(line: SheetRow | Kind) -> str:
    return line.value if isinstance(line, Kind) else line.score.id


def _text_of(value: ScoreValue) -> str:
    return NONE if value.undefined else score_text(value.number) + ("*" if value.by_rule else "")


def _words_about(value: ScoreValue | None, is_measuring: bool) -> str:
    """The number in full, or why there is none."""
    if value is None:
        return "is being measured" if is_measuring else "was not measured"
    return value.undefined or value.by_rule or f"{value.number:.15g}"


def _symbols_of(row: SheetRow) -> str:
    """The title with the costs as the convention calls them, ``Tversky α .70 β .30``; empty where it has none."""
    if not row.symbols:
        return ""
    costs = " ".join(f"{LETTERS_OF.get(name, name)} {score_text(value, 2)}" for name, value in row.symbols.items())
    return f"{row.score.title.removesuffix(' loss')}  {costs}"


def _definition(row: SheetRow, any_hard: bool) -> str:
    """What a Score is, for a tooltip: definition, formula, what it means on hard labels, source."""
    score = row.score
    lines = [score.definition, score.formula]
    if any_hard and score.on_labels:
        lines.append(score.on_labels)
    return "\n".join([*lines, score.source])
