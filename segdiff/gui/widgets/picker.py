"""A drop-down list whose entries have a title and, more quietly, a note."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from segdiff.gui import theme
from segdiff.gui.widgets.drop_down import DropDown

_NOTE: Final = Qt.ItemDataRole.UserRole + 1
_TITLE: Final = Qt.ItemDataRole.UserRole + 2
_ARROW_ROOM: Final = 22
_GAP: Final = 8


class Picker(DropDown):
    """Emits ``picked`` with the value of the entry a person chose."""

    picked = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(lambda index: self.picked.emit(self.itemData(index)))

    def show_entries(self, entries: list[tuple[Any, str, str]]) -> None:
        """Offer these: value, title and note of each."""
        self.clear()
        for position, (value, title, note) in enumerate(entries):
            self.addItem(f"{title}   {note}" if note else title, value)
            self.setItemData(position, title, _TITLE)
            self.setItemData(position, note, _NOTE)
        self.setEnabled(bool(entries))

    def show_value(self, value: object) -> None:
        """Show the entry of that value."""
        values = (position for position in range(self.count()) if self.itemData(position) == value)
        self.setCurrentIndex(next(values, -1))
        self.setToolTip(self.currentText())

    def sizeHint(self) -> QSize:
        """As high as a row."""
        return QSize(super().sizeHint().width(), theme.ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame of the style sheet; title, note and an arrow in it."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = theme.current()
        room = QRectF(self.rect()).adjusted(9, 0, -_ARROW_ROOM, 0)
        for text, colour in ((self.currentData(_TITLE), "text"), (self.currentData(_NOTE), "secondary")):
            shown = self.fontMetrics().elidedText(text or "", Qt.TextElideMode.ElideRight, int(room.width()))
            painter.setPen(palette.colour(colour))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            room.setLeft(room.left() + self.fontMetrics().horizontalAdvance(shown) + _GAP)
        painter.setPen(QPen(palette.colour("secondary"), 1.5))
        tip = QPointF(self.width() - _ARROW_ROOM / 2 - 1, self.height() / 2 + 2)
        painter.drawPolyline(QPolygonF([tip + QPointF(-4, -4), tip, tip + QPointF(4, -4)]))
