"""The table on screen, what stands where there is none, and whose losses they are."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QMenu, QPushButton, QVBoxLayout, QWidget

from segdiff.gui import theme
from segdiff.gui.views.score_table.sheet import Sheet, SheetModel
from segdiff.gui.widgets.picker import Picker
from segdiff.gui.widgets.text import Paragraph, SectionHead
from segdiff.gui.widgets.titled_table import TitledTable
from segdiff.gui.words import tr

ROW_HEIGHT, FEWEST_ROWS = 25, 6
PICKER_WIDTH = 176
COLUMN_WIDTH, FIRST_COLUMN_WIDTH, MOST_COLUMNS_IN_SIGHT = 68, 140, 3
_CELL_MARGIN = 20


class ScoreTable(QWidget):
    """Shows a sheet of Scores, or says why there is none.

    Emits ``loss_opened`` with the id of a loss whose card a person wants: by double click or Enter on its row, or by
    the button, for the loss selected; and ``convention_chosen`` with the id of a convention.
    """

    loss_opened = Signal(str)
    convention_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model = SheetModel()
        self._chosen = ""
        self._table = _table_of(self._model)
        self._table.activated.connect(lambda index: self._open(index.row()))
        self._table.customContextMenuRequested.connect(self._offer_copies)
        copy = QShortcut(QKeySequence.StandardKey.Copy, self._table, context=Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy_row)
        self._words = Paragraph("secondary")
        self._picker = Picker(tr("Convention of the losses"))
        self._picker.setToolTip(tr("Whose way of writing the losses; metrics are the same everywhere"))
        self._picker.picked.connect(self.convention_chosen)
        self._picker.setMaximumWidth(PICKER_WIDTH)
        self._compare = QPushButton(tr("compare"))
        self._compare.setProperty("role", "link")
        self._compare.setToolTip(
            tr(
                "What other frameworks make of the loss selected, and why.\n"
                "segdiff's own: α weighs false positives, β misses; no smoothing; natural logarithms; 0 is perfect.\n"
                "Losses take the probabilities as they are, metrics the mask at the threshold."
            )
        )
        self._compare.clicked.connect(lambda: self._open(self._table.currentIndex().row()))
        head = QHBoxLayout()
        head.setContentsMargins(0, theme.GRID, 0, theme.GRID)
        head.addStrut(theme.ROW)
        title = SectionHead(tr("Scores"))
        title.setContentsMargins(0, 0, 0, 0)
        head.addWidget(title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._compare, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._picker, 8, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PADDING, 0, theme.PADDING, 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self._table, 1)
        column.addStretch(0)
        self.clear("")

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a sheet; what is selected stays selected where the rows are the same.

        The column of a prediction that was chosen since the last sheet is brought into sight.
        """
        if is_new := self._model.show(sheet):
            self._shape_table(len(sheet.letters))
        if (is_new or sheet.chosen != self._chosen) and sheet.chosen in sheet.letters:
            column = 1 + list(sheet.letters).index(sheet.chosen)
            self._table.scrollTo(self._model.index(max(0, self._table.rowAt(0)), column))
        self._chosen = sheet.chosen
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

    def copy_row(self) -> None:
        """Put the numbers of the row selected on the clipboard, in full and under the names of the predictions."""
        row = self._table.currentIndex().row()
        if row >= 0:
            QGuiApplication.clipboard().setText(self._model.text_of([row]))

    def copy_table(self) -> None:
        """Put all numbers on the clipboard."""
        QGuiApplication.clipboard().setText(self._model.text_of(range(self._model.rowCount())))

    def copies(self) -> QMenu:
        """What the right button offers; it goes away by itself."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = menu.addAction(tr("Copy this row"))
        row.setShortcut(QKeySequence.StandardKey.Copy)
        row.setEnabled(self._table.currentIndex().isValid())
        row.triggered.connect(self.copy_row)
        menu.addAction(tr("Copy the table")).triggered.connect(self.copy_table)
        return menu

    def _offer_copies(self, at: QPoint) -> None:
        self.copies().popup(self._table.viewport().mapToGlobal(at))

    def _open(self, row: int) -> None:
        """Ask for the card of the loss in a row; of the first loss where there is none."""
        loss = self._model.loss_at(row) or self._model.loss_at(1)
        if loss:
            self.loss_opened.emit(loss)

    def _shape_table(self, predictions: int) -> None:
        """Titles take the room that is left; with many predictions the numbers scroll sideways under them instead."""
        header, fits = self._table.horizontalHeader(), predictions <= MOST_COLUMNS_IN_SIGHT
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Fixed)
        width = COLUMN_WIDTH if predictions == MOST_COLUMNS_IN_SIGHT else _roomy_width()
        for column in range(1, predictions + 1):
            self._table.setColumnWidth(column, width)
        self._table.hold_titles(None if fits else (max(FIRST_COLUMN_WIDTH, self._width_of_heads()), width))
        self._table.clearSpans()
        for row in self._model.heads() if fits else ():
            self._table.setSpan(row, 0, 1, predictions + 1)

    def _width_of_heads(self) -> int:
        """Room for the words that open each kind of Scores, where they have no other column to reach into."""
        letters = QFontMetrics(theme.base_font(theme.SMALL_PX))
        heads = (self._model.index(row, 0).data() for row in self._model.heads())
        return max((letters.horizontalAdvance(head) + _CELL_MARGIN for head in heads), default=0)


def _roomy_width() -> int:
    """Room for the longest number, a 1 that holds by rule and is the best, at whatever size the font has."""
    bold = QFontMetrics(theme.base_font(weight=QFont.Weight.Bold))
    return max(COLUMN_WIDTH, bold.horizontalAdvance("1.0000*") + _CELL_MARGIN)


def _table_of(model: SheetModel) -> TitledTable:
    table = TitledTable(ROW_HEIGHT)
    table.setModel(model)
    table.setAccessibleName(tr("Scores"))
    table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    table.setTabKeyNavigation(False)
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    table.setMinimumHeight((FEWEST_ROWS + 1) * ROW_HEIGHT)
    return table
