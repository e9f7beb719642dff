"""Four short notes that point at the window, for someone who sees it for the first time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from segdiff.gui.widgets.text import label
from segdiff.gui.words import tr

_CARD_WIDTH = 340
_GAP = 14
_SHADE = 150


@dataclass(frozen=True)
class Step:
    """What a note says, and where it points: a widget, asked for when the note is shown."""

    title: str
    text: str
    target: Callable[[], QWidget]


class Tour(QWidget):
    """Shades the window but for one part of it, and says what that part is for. Enter goes on, Escape ends it.

    Emits ``ended`` once, when it was gone through or skipped.
    """

    ended = Signal()

    def __init__(self, steps: Sequence[Step], window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._steps = steps
        self._position = 0
        self.setAccessibleName(tr("Tour"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.card = QFrame(self)
        self.card.setProperty("role", "card")
        self.card.setFixedWidth(_CARD_WIDTH)
        self.title = label("", "strong")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.count = label("", "secondary")
        self.skip, self.following = QPushButton(tr("Skip")), QPushButton()
        self.skip.setProperty("role", "quiet")
        self.skip.clicked.connect(self.end)
        self.following.clicked.connect(self.go_on)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        row.addWidget(self.skip)
        row.addWidget(self.following)
        column.addLayout(row)
        window.installEventFilter(self)
        self._show_step()

    def go_on(self) -> None:
        """To the next note; after the last one it is over."""
        if self._position + 1 == len(self._steps):
            self.end()
            return
        self._position += 1
        self._show_step()

    def end(self) -> None:
        """Take it away."""
        if self.isHidden() and self._position < 0:
            return
        self._position = -1
        self.hide()
        self.ended.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over the whole window, and around the part that is spoken of, which grows as things are measured."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self._position >= 0:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keys are for the tour before they are shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Space and Right go on, Escape ends; no other key reaches the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Right):
            self.go_on()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shade all but the part that is spoken of, and frame that."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spot = self._spot()
        shade = QPainterPath()
        shade.addRect(self.rect().toRectF())
        hole = QPainterPath()
        hole.addRoundedRect(spot.toRectF(), 6, 6)
        painter.fillPath(shade - hole, QColor(0, 0, 0, _SHADE))
        painter.setPen(QPen(QColor("#E8EAED"), 1.5))
        painter.drawPath(hole)

    def _show_step(self) -> None:
        step = self._steps[self._position]
        step.target().installEventFilter(self)
        is_last = self._position + 1 == len(self._steps)
        self.title.setText(step.title)
        self.text.setText(step.text)
        self.count.setText(tr("{number} of {all}", number=self._position + 1, all=len(self._steps)))
        self.following.setText(tr("Begin") if is_last else tr("Next"))
        self.skip.setVisible(not is_last)
        self._place()
        self.show()
        self.raise_()
        self.setFocus()
        self.update()

    def _spot(self) -> QRect:
        """Where the part that is spoken of lies."""
        if self._position < 0:
            return QRect()
        target = self._steps[self._position].target()
        if not target.isVisible():
            return QRect()
        return QRect(target.mapTo(self._window, QPoint()), target.size()).adjusted(-2, -2, 2, 2)

    def _place(self) -> None:
        """Over the whole window; the card beside the spot, on the side that has room, and always inside."""
        self.setGeometry(self._window.rect())
        self.card.adjustSize()
        spot, card = self._spot(), self.card.size()
        if spot.right() + _GAP + card.width() < self.width():
            corner = QPoint(spot.right() + _GAP, spot.top())
        elif spot.left() - _GAP - card.width() > 0:
            corner = QPoint(spot.left() - _GAP - card.width(), spot.top())
        else:
            corner = QPoint(spot.center().x() - card.width() // 2, spot.bottom() + _GAP)
        self.card.move(
            max(_GAP, min(corner.x(), self.width() - card.width() - _GAP)),
            max(_GAP, min(corner.y(), self.height() - card.height() - _GAP)),
        )
        self.update()
