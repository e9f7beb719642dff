"""A column of views at the side of the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

_NARROWEST: Final = 240
_LOWEST: Final = 120


class Panel(QScrollArea):
    """Views above each other; scrolls when there is no room for all of them, and never cuts off what is at the right.

    Args:
        views: from top to bottom.
        width: to begin with.
        grows: the view that takes the room that is left; without one it stays empty at the bottom.
        sideways: whether it scrolls sideways too, rather than ask for the width that the views need.
        highest: pixels up to which it is just as high as the views; without it, as high as there is room.
    """

    def __init__(
        self,
        views: Sequence[QWidget],
        width: int,
        *,
        grows: QWidget | None = None,
        sideways: bool = False,
        highest: int | None = None,
    ) -> None:
        super().__init__()
        self._is_sideways, self._highest = sideways, highest
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
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if highest is not None:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inner)
        self.resize(width, self.height())

    def sizeHint(self) -> QSize:
        """What the views need, if it is to be just as high as they are."""
        return super().sizeHint() if self._highest is None else self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the views and the scroll bar beside them, unless it scrolls sideways."""
        needed = self._inner.minimumSizeHint()
        width = _NARROWEST if self._is_sideways else needed.width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, _LOWEST if self._highest is None else min(needed.height(), self._highest))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for more room when the views need it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
