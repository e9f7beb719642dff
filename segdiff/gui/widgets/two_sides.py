"""Two widgets on a line while there is room for both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 6


class TwoSides(QWidget):
    """One widget at the left and one at the right; where they do not fit side by side, one below the other.

    How wide words are depends on the font, so a panel must not need the width of both together.
    """

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self._sides = left, right
        for side in self._sides:
            side.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._arrange()

    def sizeHint(self) -> QSize:
        """Room for both on a line; as high as they are now."""
        return QSize(self._one_line(), self._height())

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of the two."""
        return QSize(max(side.minimumSizeHint().width() for side in self._sides), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put them where they fit."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """What is written on them may have become wider."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _one_line(self) -> int:
        return sum(side.sizeHint().width() for side in self._sides) + GAP

    def _height(self) -> int:
        heights = [side.sizeHint().height() for side in self._sides]
        return max(heights) if self._one_line() <= self.width() else sum(heights) + GAP

    def _arrange(self) -> None:
        (left, right), (first, second) = self._sides, [side.sizeHint() for side in self._sides]
        height = self._height()
        if self._one_line() <= self.width():
            left.setGeometry(0, (height - first.height()) // 2, first.width(), first.height())
            right.setGeometry(
                self.width() - second.width(), (height - second.height()) // 2, second.width(), second.height()
            )
        else:
            left.setGeometry(0, 0, min(first.width(), self.width()), first.height())
            right.setGeometry(0, first.height() + GAP, min(second.width(), self.width()), second.height())
        if height != self.minimumHeight():
            self.setFixedHeight(height)
