"""What all tabs of the laboratory have: pages, and words where there is nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from segdiff.gui import theme
from segdiff.gui.widgets.text import label


class LaboratoryTab(QWidget):
    """A page in sight, or words in its place; ``head`` stands beside the tabs."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "secondary")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PADDING, 0, theme.PADDING, 8)
        column.addWidget(self._stack)
        self._tool: QWidget | None = None
        self.head = QWidget()
        self._head_row = QHBoxLayout(self.head)
        self._head_row.setContentsMargins(0, 0, 0, 0)
        self._head_row.addStretch(1)

    def add_page(self, page: QWidget) -> None:
        """One more page that can be in sight."""
        self._stack.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Bring a page into sight."""
        self._show_tools(True)
        self._stack.setCurrentWidget(page)

    def show_words(self, words: str) -> None:
        """Show nothing, and say why."""
        self._words.setText(words)
        self._show_tools(False)
        self._stack.setCurrentWidget(self._words)

    def set_tool(self, tool: QWidget) -> None:
        """What there is to choose."""
        self._tool = tool
        self._head_row.addWidget(tool)

    def _show_tools(self, shown: bool) -> None:
        """What there is to choose, while there is something to see."""
        if self._tool is not None:
            self._tool.setVisible(shown)

    @property
    def words(self) -> str:
        """Why there is nothing to see; empty where there is."""
        return self._words.text() if self._stack.currentWidget() is self._words else ""


def row_of(*parts: tuple[QWidget, int], spacing: int = 18) -> QHBoxLayout:
    """Widgets side by side, each with its share of the room."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget, share in parts:
        row.addWidget(widget, share)
    return row
