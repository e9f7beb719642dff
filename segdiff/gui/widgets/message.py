"""One sentence over the picture: what went wrong and what to do, or what a person should know."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from segdiff.gui import theme
from segdiff.gui.widgets.text import label


class MessageBar(QWidget):
    """Hidden until there is something to say; stays until it is closed or replaced.

    Emits ``accepted`` when a person takes up what it offers.
    """

    accepted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign = label("", "strong")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._offer = QPushButton()
        self._offer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._offer.clicked.connect(self.accepted)
        close = QPushButton("Close")
        close.setProperty("role", "quiet")
        close.setAccessibleName("Close the message")
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.PADDING, 8, theme.PADDING, 8)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._offer)
        row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What is said; empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    @property
    def offer(self) -> str:
        """What may be done about it; empty where there is nothing."""
        return "" if self._offer.isHidden() else self._offer.text()

    def show_problem(self, what: str, sentence: str, offer: str = "") -> None:
        """Say what did not happen ("Not opened"), why, and on a button what a person may do about it."""
        self._show(what, sentence, offer)

    def show_notice(self, sentence: str) -> None:
        """Say what a person should know."""
        self._show("Note", sentence, "")

    def _show(self, sign: str, sentence: str, offer: str) -> None:
        self._sign.setText(sign)
        self._text.setText(sentence)
        self._offer.setText(offer)
        self._offer.setVisible(bool(offer))
        self.show()
