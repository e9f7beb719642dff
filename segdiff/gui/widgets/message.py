"""One sentence over the picture: what went wrong and what to do, or what a person should know."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from segdiff.gui import theme
from segdiff.gui.widgets.text import label


class MessageBar(QWidget):
    """Hidden until there is something to say; stays until it is closed or replaced."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign = label("", "strong")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton("Close")
        close.setProperty("role", "quiet")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.PADDING, 8, theme.PADDING, 8)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What is said; empty while it is hidden."""
        return self._text.text() if self.isVisibleTo(self.parentWidget()) else ""

    def show_problem(self, sentence: str) -> None:
        """Say what could not be done."""
        self._show("Not opened", sentence)

    def show_notice(self, sentence: str) -> None:
        """Say what a person should know."""
        self._show("Note", sentence)

    def _show(self, sign: str, sentence: str) -> None:
        self._sign.setText(sign)
        self._text.setText(sentence)
        self.show()
