"""Which predictions can be best at all, at which costs, and why some never are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from segdiff.gui.views.laboratory.tab import LaboratoryTab, row_of
from segdiff.gui.widgets.chart import Chart
from segdiff.gui.widgets.graph import Graph
from segdiff.gui.widgets.text import Paragraph, label
from segdiff.gui.words import tr

_LETTER, _X, _Y, _WHERE = range(4)
_LEFT_OF_CHART: Final = 52
_Align = Qt.AlignmentFlag


@dataclass(frozen=True)
class RivalRow:
    """One prediction.

    Args:
        letter: what it is called for short.
        name: of the prediction.
        false_positives: FP/TP, as text.
        misses: FN/TP, as text.
        where: at which costs it is best, or why it never is.
        is_ahead: whether it is best at the costs of now.
        is_never: whether no costs make it best.
    """

    letter: str
    name: str
    false_positives: str
    misses: str
    where: str
    is_ahead: bool
    is_never: bool


@dataclass(frozen=True, eq=False)
class RivalsSheet:
    """All predictions.

    Args:
        graph: the errors of each for each voxel found.
        rows: one for each prediction, those that can be best before those that never are.
        sentence: what the line in the chart rests on.
    """

    graph: Graph
    rows: tuple[RivalRow, ...]
    sentence: str


class RivalsTab(LaboratoryTab):
    """The chart beside a list. Emits ``prediction_chosen`` with the name of the one whose point is clicked."""

    prediction_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.chart = Chart(tr("Predictions by false positives and misses for each hit"), left=_LEFT_OF_CHART)
        self.chart.chosen.connect(self.prediction_chosen)
        self._rows: tuple[RivalRow, ...] = ()
        self._lines: list[_Line] = []
        self._list = QWidget()
        self._list.setProperty("role", "panel")
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 4, 8, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(_WHERE, 1)
        area = QScrollArea()
        area.setProperty("role", "panel")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._list)
        self._sentence = Paragraph("secondary")
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row_of((self.chart, 4), (area, 5)), 1)
        column.addWidget(self._sentence)
        self.add_page(self._page)

    def show_sheet(self, sheet: RivalsSheet) -> None:
        """Show other numbers."""
        self.chart.show_graph(sheet.graph)
        self._sentence.setText(sheet.sentence)
        if sheet.rows != self._rows:
            self._rows = sheet.rows
            self._show_rows()
        self.show_page(self._page)

    def _show_rows(self) -> None:
        """Other words in the lines there are; lines are made anew only for another number of predictions."""
        if len(self._lines) != len(self._rows):
            self._lay_out_lines()
        for line, row in zip(self._lines, self._rows, strict=True):
            line.show_row(row)

    def _lay_out_lines(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for column, (head, meaning) in {
            _X: ("FP/TP", tr("False positives for each hit")),
            _Y: ("FN/TP", tr("Misses for each hit")),
        }.items():
            title = label(head, "small")
            title.setToolTip(meaning)
            self._grid.addWidget(title, 0, column, _Align.AlignTop | _Align.AlignRight)
        self._lines = [_Line() for _ in self._rows]
        for place, line in enumerate(self._lines, start=1):
            self._grid.addWidget(line.letter, place, _LETTER, _Align.AlignTop)
            self._grid.addWidget(line.false_positives, place, _X, _Align.AlignTop | _Align.AlignRight)
            self._grid.addWidget(line.misses, place, _Y, _Align.AlignTop | _Align.AlignRight)
            self._grid.addWidget(line.where, place, _WHERE, _Align.AlignTop)
        for place in range(self._grid.rowCount()):
            self._grid.setRowStretch(place, 0)
        self._grid.setRowStretch(len(self._rows) + 1, 1)


class _Line:
    """What one prediction has in the list."""

    def __init__(self) -> None:
        self.letter, self.false_positives, self.misses = label(), label(), label()
        self.where = Paragraph()
        self.where.setTextFormat(Qt.TextFormat.PlainText)

    def show_row(self, row: RivalRow) -> None:
        """Show other words; the best is bold, and who never is grey."""
        role = "secondary" if row.is_never else "strong" if row.is_ahead else ""
        for part, text, look in (
            (self.letter, row.letter, role),
            (self.false_positives, row.false_positives, role),
            (self.misses, row.misses, role),
            (self.where, row.where, "secondary" if row.is_never else ""),
        ):
            part.setProperty("role", look)
            part.style().polish(part)
            part.setText(text)
        self.letter.setToolTip(row.name)
