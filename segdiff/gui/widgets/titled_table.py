"""A table that scrolls sideways under its own first column, so that every number keeps its title."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

_LINE: Final = 1
"""Pixels of the line beside the titles, which theme draws."""


class TitledTable(QTableView):
    """A table whose first column can be held in sight.

    The held column is a second view of the same model and the same selection, which lies over the first. Beside it as
    many others stand as there is room for, each whole: part of a number would be read as another number.

    Args:
        row_height: of every row, in pixels.
    """

    def __init__(self, row_height: int) -> None:
        super().__init__()
        self._narrowest: tuple[int, int] | None = None
        self._titles = QTableView(self)
        self._titles.setProperty("role", "titles")
        self._titles.setFrameShape(QFrame.Shape.NoFrame)
        for view in (self, self._titles):
            view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
            view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
            view.setShowGrid(False)
            view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            view.verticalHeader().hide()
            view.verticalHeader().setDefaultSectionSize(row_height)
            view.horizontalHeader().setHighlightSections(False)
        self._titles.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._titles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._titles.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._titles.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._titles.activated.connect(self.activated)
        self._titles.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._titles.customContextMenuRequested.connect(self.customContextMenuRequested)
        self._titles.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(self._titles.verticalScrollBar().setValue)
        self._titles.hide()
        self.horizontalScrollBar().valueChanged.connect(self._snap)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show another model."""
        super().setModel(model)
        self._titles.setModel(model)
        self._titles.setSelectionModel(self.selectionModel())

    def hold_titles(self, narrowest: tuple[int, int] | None) -> None:
        """Hold the first column in sight, or let it scroll with the others; asked for after each reset of the model.

        Args:
            narrowest: how narrow the first column may be, and each other, in pixels; ``None`` holds nothing.
        """
        self._narrowest = narrowest
        for column in range(1, self.horizontalHeader().count()):
            self._titles.setColumnHidden(column, True)
        self._titles.setVisible(narrowest is not None)
        self._share_width()
        self._lay_titles()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, and not only to where the titles lie over it."""
        super().scrollTo(index, hint)
        covered = self.columnWidth(0) - self.columnViewportPosition(index.column())
        if not self._titles.isHidden() and index.column() > 0 and covered > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - covered)

    def updateGeometries(self) -> None:
        """Keep the titles over the first column, and the others whole."""
        super().updateGeometries()
        self._share_width()
        self._lay_titles()

    def _share_width(self) -> None:
        """Give each of the columns that there is room for the same share, and the titles what is left over."""
        others = self.horizontalHeader().count() - 1
        if self._narrowest is None or others < 1:
            return
        of_titles, of_others = self._narrowest
        room = max(of_others, self.viewport().width() - of_titles)
        shown = min(room // of_others, others)
        width = room // shown
        for column in range(1, others + 1):
            if self.columnWidth(column) != width:
                self.setColumnWidth(column, width)
        titles = max(of_titles, self.viewport().width() - shown * width)
        if self.columnWidth(0) != titles:
            self.setColumnWidth(0, titles)
        self.horizontalScrollBar().setSingleStep(width)

    def _snap(self, value: int) -> None:
        """Scroll by whole columns."""
        if self._narrowest is not None and (width := self.columnWidth(1)) > 0:
            self.horizontalScrollBar().setValue(round(value / width) * width)

    def _lay_titles(self) -> None:
        header, cells, width = self.horizontalHeader(), self.viewport().geometry(), self.columnWidth(0)
        self._titles.horizontalHeader().setFixedHeight(header.height())
        self._titles.setColumnWidth(0, width)
        self._titles.setGeometry(cells.x(), header.y(), width + _LINE, header.height() + cells.height())
