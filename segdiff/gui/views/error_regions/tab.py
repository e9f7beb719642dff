"""The table of error regions on screen, what stands where there is none, and what may be chosen about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from segdiff.data import Neighbours, Outcome
from segdiff.gui import theme
from segdiff.gui.numbers import score_text, volume_text
from segdiff.gui.views.error_regions.rows import (
    DEPTH,
    EXTENT,
    GAIN,
    REGION,
    SLICES,
    VOLUME,
    Ranking,
    RegionPainter,
    RegionRows,
)
from segdiff.gui.views.error_regions.words import extent_text
from segdiff.gui.widgets.text import ElidedLabel, label
from segdiff.gui.widgets.verdict_row import VerdictRow
from segdiff.gui.words import tr
from segdiff.session import ViewState

WIDTHS = {VOLUME: 96, EXTENT: 184, DEPTH: 84, SLICES: 84, GAIN: 216}
NARROW_WIDTHS = {VOLUME: 76, EXTENT: 146, DEPTH: 82, GAIN: 112}
NARROW = 800
"""A narrower table has narrower columns, and slices only in tooltips, so that names can be read."""

NARROWEST = 600
"""A still narrower one has the extent only in tooltips, too."""

FLAT_EXTENT_WIDTH = 124
"""Of an extent in two directions."""

_CELL_MARGIN = 20


class ErrorRegionsTab(QWidget):
    """The table, or why there is none; ``head`` says how it is ranked and holds what can be chosen.

    Signals:
        region_wished: the key of a region to mark; the views stay where they are.
        visit_wished: the key of a region to go to.
        kind_wished: list one kind of error only, or with ``None`` both.
        neighbours_wished: which voxels count as connected.
        copied: the list is wanted as text, for the clipboard.
        decided: what a person decides about the region that is marked; ``None`` takes it back.
        commented: what a person has to say about it.
    """

    region_wished = Signal(object)
    visit_wished = Signal(object)
    kind_wished = Signal(object)
    neighbours_wished = Signal(object)
    copied = Signal()
    decided = Signal(object)
    commented = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows = RegionRows()
        self.table = _table_of(self.rows)
        self.table.clicked.connect(self._select)
        self.table.activated.connect(self._visit)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self._select(now))
        self._is_showing = False
        self._words = label("", "secondary")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._words)
        self._pages.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PADDING, 0, theme.PADDING, 4)
        column.addWidget(self._pages)
        self.verdict = VerdictRow(tr("Verdict on the region"), QBoxLayout.Direction.LeftToRight)
        self.verdict.decided.connect(self.decided)
        self.verdict.commented.connect(self.commented)
        self.verdict.hide()
        column.addWidget(self.verdict)
        self._note = ElidedLabel(elide=Qt.TextElideMode.ElideLeft)
        self._note.setProperty("role", "secondary")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._button = QPushButton(tr("All"))
        self._button.setAccessibleName(tr("What is listed"))
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._kinds: dict[Outcome | None, QAction] = {}
        self._neighbours: dict[Neighbours, QAction] = {}
        self._button.setMenu(self._menu())
        self.head = QWidget()
        row = QHBoxLayout(self.head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._note, 1)
        row.addWidget(self._button)
        self.show_words("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give names the room they need."""
        super().resizeEvent(event)
        self._show_columns()

    def _show_columns(self) -> None:
        ranking = self.rows.ranking
        is_picture = ranking is not None and not ranking.regions.grid.is_volume
        widths = dict(NARROW_WIDTHS if self.width() < NARROW else WIDTHS)
        if is_picture:
            widths[EXTENT] = FLAT_EXTENT_WIDTH
        if ranking is not None and len(ranking.regions):
            grid, largest = ranking.regions.grid, int(ranking.regions.sizes.argmax())
            size = volume_text(int(ranking.regions.sizes[largest]), grid.voxel_ml, grid.unit)
            for column, text in ((VOLUME, size), (EXTENT, extent_text(ranking.regions, largest))):
                needed = self.table.fontMetrics().horizontalAdvance(text) + _CELL_MARGIN
                widths[column] = max(widths[column], needed)
        for column, width in widths.items():
            self.table.setColumnWidth(column, width)
        self.table.setColumnHidden(SLICES, is_picture or self.width() < NARROW)
        self.table.setColumnHidden(EXTENT, self.width() < NARROWEST)

    def show_change(self, _old: ViewState | None, new: ViewState) -> None:
        """Show how the list is ranked and what is listed."""
        words = tr("ranked by gain at α {alpha} β {beta}",
                   alpha=score_text(new.alpha, 2), beta=score_text(new.beta, 2))  # fmt: skip
        self._note.setText(words)
        self._kinds[new.region_kind].setChecked(True)
        self._neighbours[new.neighbours].setChecked(True)
        self._button.setText(self._kinds[new.region_kind].text())
        self.rows.show_verdicts(new.region_verdicts)
        mark = new.region_mark
        subject = new.subject(mark) if mark else None
        self.verdict.show_verdict(new.verdicts.of(subject) if subject else None)

    def show_ranking(self, ranking: Ranking, state: ViewState) -> None:
        """List regions, the one that is marked selected."""
        self.table.setEnabled(True)
        self.rows.show(ranking)
        self._show_columns()
        row = ranking.row_of(state.region)
        self._is_showing = True
        if row is None:
            self.table.clearSelection()
            self.table.setCurrentIndex(QModelIndex())
        elif self.table.currentIndex().row() != row or not self.table.selectionModel().hasSelection():
            self.table.selectRow(row)
        self._is_showing = False
        self._button.show()
        self._note.setVisible(bool(ranking.order.size))
        self._pages.setCurrentWidget(self.table)

    def show_measuring(self) -> None:
        """Other regions are on their way: grey those there are, or say so."""
        if self._pages.currentWidget() is self.table:
            self.table.setEnabled(False)
        else:
            self._words.setText(tr("Measuring…"))

    def show_words(self, words: str, can_choose: bool = False) -> None:
        """List nothing, and say why."""
        self.rows.show(None)
        self._words.setText(words)
        self._note.hide()
        self._button.setVisible(can_choose)
        self._pages.setCurrentWidget(self._words)

    def copy(self, text: str) -> None:
        """Put the list on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def _select(self, index: QModelIndex) -> None:
        if index.isValid() and self.rows.ranking is not None and not self._is_showing:
            self.region_wished.emit(self.rows.ranking.key_at(index.row()))

    def _visit(self, index: QModelIndex) -> None:
        if index.isValid() and self.rows.ranking is not None:
            self.visit_wished.emit(self.rows.ranking.key_at(index.row()))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        kinds = ((None, tr("All")), (Outcome.FALSE_POSITIVE, tr("Invented")), (Outcome.FALSE_NEGATIVE, tr("Missed")))
        self._kinds = _choices(menu, kinds, self.kind_wished.emit)
        menu.addSeparator()
        neighbours = (
            (Neighbours.CORNERS, tr("Connected by faces, edges and corners")),
            (Neighbours.EDGES, tr("Connected by faces and edges")),
            (Neighbours.FACES, tr("Connected by faces only")),
        )
        self._neighbours = _choices(menu, neighbours, self.neighbours_wished.emit)
        menu.addSeparator()
        menu.addAction(tr("Copy the list as CSV")).triggered.connect(self.copied)
        return menu


def _choices(menu: QMenu, options: Sequence[tuple[Any, str]], wish: Callable[[Any], object]) -> dict[Any, QAction]:
    """Entries of which one is chosen."""
    group, made = QActionGroup(menu), {}
    for value, text in options:
        action = made[value] = menu.addAction(text)
        action.setCheckable(True)
        group.addAction(action)
        action.triggered.connect(lambda _checked=False, value=value: wish(value))
    return made


def _table_of(model: RegionRows) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setItemDelegate(RegionPainter(table))
    table.setAccessibleName(tr("Error regions"))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.ROW)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header.setSectionResizeMode(REGION, QHeaderView.ResizeMode.Stretch)
    return table
