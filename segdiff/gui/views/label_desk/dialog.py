"""The dialog in which labels are paired, joined, named, added and left out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from segdiff.data import LabelChoice
from segdiff.gui import theme
from segdiff.gui.dialog_size import resize_within_screen
from segdiff.gui.views.label_desk.desk import Desk, Line, Suggestion, joined
from segdiff.gui.views.label_desk.tables import FileTable, ValuesField, short_title
from segdiff.gui.widgets.panel import Panel
from segdiff.gui.widgets.text import Paragraph, SectionHead, label
from segdiff.gui.words import tr

HIGHEST = 760
NARROWEST, WIDEST = 640, 1200
MOST_IN_SIGHT = 250
"""Pixels of the table of files; of more labels it scrolls by itself, so that what is compared stays in sight."""

_NAME_WIDTH, _COLUMN_WIDTH = 190, 170


class LabelDesk(QDialog):
    """Emits ``labels_wished`` with the choices a person settled on; none where they are every label by its number."""

    labels_wished = Signal(tuple)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(tr("Labels"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        width = min(WIDEST, max(NARROWEST, 120 + _NAME_WIDTH + _COLUMN_WIDTH * len(desk.columns)))
        resize_within_screen(self, width, min(HIGHEST, 330 + 20 * len(desk.values) + 36 * len(desk.choices)))
        self._table = FileTable()
        self._suggestions = QVBoxLayout()
        self._suggestions.setSpacing(6)
        self._grid = QGridLayout()
        self._lines: list[_LineFields] = []
        self._problem = label("", "strong")
        self._problem.hide()
        self._join = QPushButton(tr("Join the ticked"))
        self._join.setToolTip(tr("One structure of all of them, such as a whole tumour of its parts"))
        self._join.clicked.connect(self._join_ticked)
        self._accept = QPushButton(tr("Compare these labels"))
        self._lay_out()
        self.show_desk(desk)
        self.show_choices(desk.choices)
        self._accept.setFocus()

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 4, 20, 14)
        column.setSpacing(0)
        column.addWidget(SectionHead(tr("In the files")))
        column.addWidget(Panel([self._table], self.width(), highest=MOST_IN_SIGHT))
        column.addWidget(SectionHead(tr("Compared as")))
        column.addLayout(self._suggestions)
        column.addSpacing(8)
        column.addLayout(self._grid)
        column.addSpacing(8)
        column.addLayout(self._tools())
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Panel([body], self.width(), sideways=True), 1)
        whole.addWidget(self._foot())

    def _tools(self) -> QHBoxLayout:
        add, reset = QPushButton(tr("Add a structure")), QPushButton(tr("Start from the files"))
        add.clicked.connect(lambda: self._add_line(Line("", {column.name: "" for column in self._desk.columns})))
        reset.clicked.connect(lambda: self.show_choices(self._desk.usual))
        reset.setToolTip(tr("Every label by its number, as long as nothing else is chosen"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (add, self._join, reset):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setProperty("role", "panel")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        cancel, accept = QPushButton(tr("Cancel")), self._accept
        cancel.clicked.connect(self.reject)
        accept.setDefault(True)
        accept.clicked.connect(self._settle)
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 10, 20, 12)
        row.addWidget(self._problem, 1)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(accept)
        return foot

    def show_desk(self, desk: Desk) -> None:
        """Show what is in the files and what may be meant; what is being edited stays."""
        self._desk = desk
        self._table.show_desk(desk)
        while (item := self._suggestions.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for suggestion in desk.suggestions:
            self._suggestions.addWidget(self._offer(suggestion))

    def show_choices(self, choices: tuple[LabelChoice, ...]) -> None:
        """Edit these."""
        self._show_lines([Line.of(choice, self._desk.columns) for choice in choices])

    def _offer(self, suggestion: Suggestion) -> QWidget:
        strip = QWidget()
        row = QHBoxLayout(strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = Paragraph("secondary")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setText(suggestion.sentence)
        pair = QPushButton(tr("Pair them"))
        pair.setToolTip(tr("Fill it in below; nothing is compared so before you say so"))
        pair.clicked.connect(lambda: self.show_choices(suggestion.choices))
        row.addWidget(words, 1)
        row.addWidget(pair, 0, Qt.AlignmentFlag.AlignTop)
        return strip

    def _show_lines(self, lines: list[Line]) -> None:
        for fields in self._lines:
            fields.leave(self._grid)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = []
        heads = [tr("Name"), *(short_title(column) for column in self._desk.columns)]
        for place, head in enumerate(heads):
            self._grid.addWidget(label(head, "secondary"), 0, place + 1)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        for place in range(len(heads)):
            self._grid.setColumnStretch(place + 1, 1)
        for line in lines:
            self._add_line(line)
        self._show_ticks()

    def _add_line(self, line: Line) -> None:
        fields = _LineFields(line, self._desk, len(self._lines) + 1)
        fields.tick.toggled.connect(self._show_ticks)
        fields.remove.clicked.connect(lambda: self._remove(fields))
        fields.enter(self._grid)
        self._lines.append(fields)
        self._problem.hide()

    def _remove(self, fields: _LineFields) -> None:
        self._lines.remove(fields)
        fields.leave(self._grid)
        self._show_ticks()

    def _show_ticks(self) -> None:
        self._join.setEnabled(sum(fields.tick.isChecked() for fields in self._lines) > 1)

    def _join_ticked(self) -> None:
        ticked = [fields.line() for fields in self._lines if fields.tick.isChecked()]
        try:
            whole = joined(ticked)
        except ValueError as problem:
            self._complain(str(problem))
            return
        place = next(number for number, fields in enumerate(self._lines) if fields.tick.isChecked())
        rest = [fields.line() for fields in self._lines if not fields.tick.isChecked()]
        self._show_lines([*rest[:place], whole, *rest[place:]])
        self._lines[place].name.setFocus()

    def _settle(self) -> None:
        """Say what was settled on, unless something typed is no label."""
        try:
            choices = tuple(dict.fromkeys(fields.line().choice() for fields in self._lines))
        except ValueError as problem:
            self._complain(str(problem))
            return
        if not choices:
            self._problem.setText(tr("Nothing is left to compare; add a structure."))
            self._problem.show()
            return
        self.labels_wished.emit(() if choices == self._desk.usual else choices)
        self.accept()

    def _complain(self, typed: str) -> None:
        text = tr("A label is a whole number, several are joined as 1+2+4, and any takes all; “{typed}” is neither.")
        self._problem.setText(text.format(typed=typed) if typed else tr("A structure has no label yet."))
        self._problem.setWordWrap(True)
        self._problem.show()


class _LineFields:
    """The fields of one structure, in a row of the grid."""

    def __init__(self, line: Line, desk: Desk, number: int) -> None:
        self.tick, self.name = QCheckBox(), QLineEdit(line.name)
        self.name.setCursorPosition(0)  # a long name is known by its beginning
        self.tick.setAccessibleName(tr("Structure {number}: tick to join", number=number))
        self.name.setProperty("role", "field")
        self.name.setAccessibleName(tr("Structure {number}: name", number=number))
        self.fields = {column.name: ValuesField(column, desk.unit) for column in desk.columns}
        for column in desk.columns:
            self.fields[column.name].setEditText(line.texts.get(column.name, ""))
            title = tr("Structure {number}: labels in {file}", number=number, file=column.title)
            self.fields[column.name].setAccessibleName(title)
        self.name.setPlaceholderText(_usual_name(line, desk))
        self.remove = QPushButton(tr("Leave out"))
        self.remove.setProperty("role", "quiet")
        self.remove.setAccessibleName(tr("Structure {number}: leave out", number=number))

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """From left to right."""
        return self.tick, self.name, *self.fields.values(), self.remove

    def line(self) -> Line:
        """What the fields say."""
        return Line(self.name.text(), {name: field.currentText() for name, field in self.fields.items()})

    def enter(self, grid: QGridLayout) -> None:
        """Stand below everything in the grid."""
        row = grid.rowCount()
        for place, widget in enumerate(self.widgets):
            widget.setMinimumHeight(theme.ROW)
            grid.addWidget(widget, row, place)

    def leave(self, grid: QGridLayout) -> None:
        """Be gone."""
        for widget in self.widgets:
            grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()


def _usual_name(line: Line, desk: Desk) -> str:
    """What it is called as long as nobody names it."""
    try:
        choice = line.choice()
    except ValueError:
        return tr("name")
    value = choice.truth_values[0] if len(choice.truth_values) == 1 else 0
    return desk.name_of(value) or tr("name")
