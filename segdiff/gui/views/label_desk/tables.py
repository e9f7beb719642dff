"""The table of what is in each file, and the field that offers it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from segdiff.data import LabelRow
from segdiff.gui import theme
from segdiff.gui.numbers import NONE, count_text, volume_text
from segdiff.gui.views.label_desk.desk import TRUTH, Column, Desk
from segdiff.gui.widgets.drop_down import DropDown
from segdiff.gui.widgets.text import ElidedLabel, label
from segdiff.gui.words import shown, tr

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LONGEST_TITLE = 24


class FileTable(QWidget):
    """A row for each label, a column for each file: how much of it there is."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, theme.GRID, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(3)

    def show_desk(self, desk: Desk) -> None:
        """Show the labels of all files side by side."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        has_names = any(desk.name_of(value) for value in desk.values)
        heads = [tr("Label"), tr("Name") if has_names else "", *(short_title(column) for column in desk.columns)]
        for place, head in enumerate(heads):
            made = label(head, "secondary")
            if place > 1:
                made.setAlignment(_RIGHT)
                made.setToolTip(desk.columns[place - 2].title)
            self._grid.addWidget(made, 0, place)
            self._grid.setColumnStretch(place, int(place > 0))
        for row, value in enumerate(desk.values, start=1):
            self._grid.addWidget(label(str(value), "strong"), row, 0)
            self._grid.addWidget(ElidedLabel(desk.name_of(value)), row, 1)
            for place, column in enumerate(desk.columns):
                self._grid.addWidget(_amount(column, value, desk.unit), row, place + 2)
        if not desk.values:
            self._grid.addWidget(label(tr("No file has a label."), "secondary"), 1, 0, 1, len(heads))


class ValuesField(DropDown):
    """Labels of one file, typed or picked."""

    def __init__(self, column: Column, unit: str) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(DropDown.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(6)
        for row in column.rows or ():
            name = f" · {row.name}" if row.name else ""
            self.addItem(f"{row.value}{name}   {count_text(row.voxels, unit)}", str(row.value))
        self.setCurrentIndex(-1)
        self.setToolTip(tr("A label, several as 1+2+4, or any; pick one of this file or type"))
        self.activated.connect(lambda index: self.setEditText(self.itemData(index)))
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """An arrow, as every list of the window has it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().colour("secondary"), 1.5))
        tip = QPointF(self.width() - 12, self.height() / 2 + 2)
        painter.drawPolyline(QPolygonF([tip + QPointF(-4, -4), tip, tip + QPointF(4, -4)]))


def short_title(column: Column) -> str:
    """The title of a column, cut in the middle where it is long."""
    title = column.title
    if len(title) <= _LONGEST_TITLE:
        return title
    front = _LONGEST_TITLE // 2
    return f"{title[:front]}…{title[-(_LONGEST_TITLE - 1 - front) :]}"


def _amount(column: Column, value: int, unit: str) -> QLabel:
    """``52 · 0.05 ml``; a dash where the file has none of it."""
    row = column.row(value)
    made = label(_amount_text(row) if column.rows is not None else "…", "" if row else "secondary")
    made.setAlignment(_RIGHT)
    if column.rows is not None and (row is None or row.voxels == 0):
        where = tr("the ground truth") if column.name == TRUTH else column.title
        made.setToolTip(tr("no {unit} of label {value} in {where}", unit=shown(unit), value=value, where=where))
    return made


def _amount_text(row: LabelRow | None) -> str:
    if row is None or row.voxels == 0:
        return NONE
    size = f"{row.voxels:,}"
    return size if row.ml is None else f"{size} · {volume_text(row.voxels, row.ml / row.voxels)}"
