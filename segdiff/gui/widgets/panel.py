"""A column of views at the side of the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class Panel(QScrollArea):
    """Views above each other; scrolls when the window is low, and never cuts off what is at the right.

    Args:
        views: from top to bottom.
        width: to begin with.
        grows: the view that takes the room that is left; without one it stays empty at the bottom.
    """

    def __init__(self, views: Sequence[QWidget], width: int, *, grows: QWidget | None = None) -> None:
        super().__init__()
        self._inner = QWidget()
        self._inner.setProperty("role", "panel")
        self._inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for view in views:
            column.addWidget(view, int(view is grows))
        if grows is None:
            column.addStretch(1)
        self.setProperty("role", "panel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inner)
        self.resize(width, self.height())

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the views and the scroll bar beside them."""
        return QSize(self._inner.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width(), 120)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for more room when the views need it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
