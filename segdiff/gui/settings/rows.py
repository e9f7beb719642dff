"""A page of plain choices, built from rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from segdiff.gui import theme
from segdiff.gui.preferences import Preference, Row
from segdiff.gui.widgets.picker import Picker
from segdiff.gui.widgets.text import Paragraph, label

PICKER_WIDTH = 260


class RowsPage(QWidget):
    """A line for each row. Emits ``chosen`` with the preference that a person has changed, after it was kept."""

    chosen = Signal(object)

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        self.pickers: dict[str, Picker] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.PADDING)
        for row in rows:
            self.column.addLayout(self._line(row))
        self.column.addStretch(1)

    def _line(self, row: Row) -> QGridLayout:
        picker = Picker(row.title)
        picker.show_entries([(value, words, "") for value, words in row.words])
        picker.show_value(row.preference.value)
        picker.picked.connect(lambda value: self._keep(row.preference, value))
        picker.setFixedWidth(PICKER_WIDTH)
        self.pickers[row.preference.key] = picker
        line = QGridLayout()
        line.setHorizontalSpacing(theme.PADDING)
        line.setVerticalSpacing(theme.GRID)
        line.addWidget(label(row.title), 0, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(picker, 0, 1)
        line.setColumnStretch(0, 1)
        if row.hint:
            hint = Paragraph("secondary")
            hint.setText(row.hint)
            line.addWidget(hint, 1, 0, 1, 2)
        return line

    def _keep(self, preference: Preference, value: str) -> None:
        preference.choose(value)
        self.chosen.emit(preference)
