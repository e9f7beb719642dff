"""Where one is in a list, and the way to the one before and the one after."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from segdiff.gui import theme
from segdiff.gui.key_tips import tell_key
from segdiff.gui.widgets.text import label
from segdiff.gui.words import tr


class Steps(QWidget):
    """``‹ 3 of 24 ›``; hidden where there is no list. Emits ``step_wished`` with −1 or +1."""

    step_wished = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._back, self._on = _Arrow(-1, tr("Previous case")), _Arrow(1, tr("Next case"))
        tell_key(self._back, tr("The case before this one (Ctrl+PageUp)"), "previous_case")
        tell_key(self._on, tr("The case after this one (Ctrl+PageDown)"), "next_case")
        self._position = label("", "secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for widget in (self._back, self._position, self._on):
            row.addWidget(widget)
        for arrow in (self._back, self._on):
            arrow.clicked.connect(lambda _checked=False, by=arrow.by: self.step_wished.emit(by))
        self.hide()

    @property
    def text(self) -> str:
        """What is shown; empty without a list."""
        return "" if self.isHidden() else self._position.text()

    def show_position(self, position: int, total: int) -> None:
        """Show a position, counted from 0, of so many; none of none."""
        self._position.setText(tr("{number} of {total}", number=position + 1, total=total))
        self._back.setEnabled(position > 0)
        self._on.setEnabled(position < total - 1)
        self.setVisible(total > 0)


class _Arrow(QPushButton):
    """A quiet button with a pointed bracket on it."""

    def __init__(self, by: int, name: str) -> None:
        super().__init__()
        self.by = by
        self.setProperty("role", "quiet")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(24, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, palette = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = "text" if self.isEnabled() else "track"
        painter.setPen(QPen(palette.colour(colour), 1.6, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        tip = QPointF(self.width() / 2 + 2.2 * self.by, self.height() / 2)
        back = -4.4 * self.by
        painter.drawPolyline(QPolygonF([tip + QPointF(back, -4.4), tip, tip + QPointF(back, 4.4)]))
