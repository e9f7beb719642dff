"""A sheet of Scores as Qt asks for it, cell by cell: text, tooltip, weight, colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from segdiff.gui import theme
from segdiff.gui.numbers import LETTERS_OF, NONE, score_text, threshold_text
from segdiff.gui.words import shown, tr
from segdiff.registry import Kind, Scope

if TYPE_CHECKING:
    from segdiff.evaluate import ScoreValue, SheetRow

MEASURING: Final = "…"
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
        chosen: name of the prediction on screen.
    """

    rows: Sequence[SheetRow] = ()
    letters: Mapping[str, str] = field(default_factory=dict)
    hard: Sequence[bool] = ()
    threshold: float = 0.5
    several_labels: bool = False
    is_measuring: bool = False
    convention: str = ""
    conventions: Mapping[str, str] = field(default_factory=dict)
    chosen: str = ""

    @property
    def beside_rows(self) -> tuple[object, ...]:
        """What any row may speak of, besides its own values."""
        return self.letters, self.hard, self.threshold, self.several_labels, self.is_measuring, self.convention


class SheetModel(QAbstractTableModel):
    """A sheet as Qt asks for it: the rows of each kind under a head of their own."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet = Sheet()
        self._lines: list[SheetRow | Kind] = []

    def show(self, sheet: Sheet) -> bool:
        """Show another sheet; whether it has other rows or columns than the one before."""
        lines = list(_lines_of(sheet.rows))
        known, before = self._lines, self._sheet
        names = [_name_of(line) for line in known], list(before.letters.values())
        if is_new := names != ([_name_of(line) for line in lines], list(sheet.letters.values())):
            self.beginResetModel()
        self._sheet, self._lines = sheet, lines
        if is_new:
            self.endResetModel()
        elif lines:
            has_other_words = before.beside_rows != sheet.beside_rows
            for row, (line, old) in enumerate(zip(lines, known, strict=True)):
                if has_other_words or line != old:
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(sheet.letters)))
        return is_new

    def loss_at(self, row: int) -> str | None:
        """Id of the loss in a row; ``None`` for a head, a metric, or no row."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return None if line is None or isinstance(line, Kind) or line.score.kind is not Kind.LOSS else line.score.id

    def text_of(self, rows: Iterable[int]) -> str:
        """Rows for a spreadsheet: a line for the names of the predictions and one for each Score, parted by tabs.

        Numbers are in full; where there is none, nothing stands in its place. Rows that only open a kind are left out.
        """
        lines = [["", *self._sheet.letters]]
        for row in rows:
            line = self._lines[row]
            if not isinstance(line, Kind):
                lines.append([self._title(line, _Role.DisplayRole), *map(_in_full, line.values)])
        return "".join("\t".join(cells) + "\n" for cells in lines)

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
                return tr("Losses, from probabilities")
            if kind is Kind.METRIC and not all(self._sheet.hard):
                return tr("Metrics, at threshold {threshold}", threshold=threshold_text(self._sheet.threshold))
            return _heads()[kind]
        if role is _Role.FontRole:
            return theme.base_font(theme.SMALL_PX)
        return theme.current().colour("secondary") if role is _Role.ForegroundRole else None

    def _title(self, row: SheetRow, role: Qt.ItemDataRole) -> Any:
        if role is _Role.DisplayRole:
            whole = row.score.scope is Scope.OVERALL and self._sheet.several_labels
            title = shown(row.score.title)
            return _symbols_of(row) or (tr("{score}, all labels", score=title) if whole else title)
        return _definition(row, any(self._sheet.hard)) if role is _Role.ToolTipRole else None

    def _value(self, row: SheetRow, column: int, role: Qt.ItemDataRole) -> Any:
        value, is_best = row.values[column], column in row.best
        if role is _Role.DisplayRole:
            return (
                (MEASURING if self._sheet.is_measuring else NONE) if value is None else _text_of(value, row.score.unit)
            )
        if role is _Role.ToolTipRole:
            return _words_about(value, self._sheet.is_measuring)
        if role is _Role.TextAlignmentRole:
            return _RIGHT
        if role is _Role.FontRole:
            return theme.base_font(weight=QFont.Weight.Bold if is_best else QFont.Weight.Normal)
        if role is _Role.ForegroundRole:
            return theme.current().colour("text" if is_best or len(row.values) == 1 else "secondary")
        return None


def _heads() -> dict[Kind, str]:
    return {
        Kind.LOSS: tr("Losses"),
        Kind.METRIC: tr("Metrics"),
        Kind.SURFACE: tr("Surfaces"),
        Kind.LESION: tr("Lesions"),
        Kind.VOLUME: tr("Volumes"),
    }


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


def _text_of(value: ScoreValue, unit: str) -> str:
    if value.undefined:
        return NONE
    return f"{value.number:.1f}" if unit == "mm" else score_text(value.number) + ("*" if value.by_rule else "")


def _words_about(value: ScoreValue | None, is_measuring: bool) -> str:
    """The number in full, or why there is none."""
    if value is None:
        return tr("is being measured") if is_measuring else tr("was not measured")
    return shown(value.undefined or value.by_rule) or _in_full(value)


def _in_full(value: ScoreValue | None) -> str:
    return "" if value is None or value.undefined else f"{value.number:.15g}"


def _symbols_of(row: SheetRow) -> str:
    """The title with the costs as the convention calls them, ``Tversky α .70 β .30``; empty where it has none."""
    if not row.symbols:
        return ""
    costs = " ".join(f"{LETTERS_OF.get(name, name)} {score_text(value, 2)}" for name, value in row.symbols.items())
    return f"{shown(row.score.title.removesuffix(' loss'))}  {costs}"


def _definition(row: SheetRow, any_hard: bool) -> str:
    """What a Score is, for a tooltip: definition, formula, what it means on hard labels, source."""
    score = row.score
    lines = [shown(score.definition), shown(score.formula)]
    if any_hard and score.on_labels:
        lines.append(shown(score.on_labels))
    return "\n".join([*lines, shown(score.source)])
