"""One sentence over the picture: what went wrong and what to do, or what a person should know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QPushButton, QWidget

from segdiff.gui import theme
from segdiff.gui.widgets.picker import Picker
from segdiff.gui.widgets.text import label
from segdiff.gui.words import tr

MOST_BUTTONS: Final = 3
"""More offers than these are entries of a list, with one button beside it."""
_ROOM_FOR_TEXT: Final = 280
"""With less than that beside the offers, they go below it."""


@dataclass(frozen=True)
class Offer:
    """Something a person may do about what is said.

    Args:
        title: a verb, as its button says it; with a ``verb``, what is to be chosen.
        act: what happens then.
        tip: what that means, in a sentence.
        verb: what the button beside a list says, where offers are things to choose from.
    """

    title: str
    act: Callable[[], object]
    tip: str = ""
    verb: str = ""


class MessageBar(QWidget):
    """Hidden until there is something to say; stays until it is closed or replaced.

    Emits ``taken`` with the :class:`Offer` that a person takes up.
    """

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._offers: tuple[Offer, ...] = ()
        self._sign = label("", "strong")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = [self._button(position) for position in range(MOST_BUTTONS)]
        self._list = Picker(tr("What to open"))
        self._sign.setBuddy(self._list)  # on Linux, screen readers hear the name of a list from its label
        self._take = QPushButton()
        self._take.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._take.clicked.connect(lambda: self.taken.emit(self._offers[self._list.currentIndex()]))
        self._close = QPushButton(tr("Close"))
        self._close.setProperty("role", "quiet")
        self._close.setAccessibleName(tr("Close the message"))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.hide)
        self._lay_out()
        self.hide()

    def _button(self, position: int) -> QPushButton:
        button = QPushButton()
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.taken.emit(self._offers[position]))
        return button

    def _lay_out(self) -> None:
        self._ways_on = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._ways_on)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        for widget in (*self._buttons, self._list, self._take):
            self._row.addWidget(widget)
        self._row.setStretchFactor(self._list, 1)
        self._row.addStretch()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.PADDING, 8, theme.PADDING, 8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        for column, widget in enumerate((self._sign, self._text, self._ways_on, self._close)):
            self._grid.addWidget(widget, 0, column)
        self._is_narrow = False

    def minimumSizeHint(self) -> QSize:
        """The picture below says how wide; what stands here goes along with it."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the offers where there is room."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The offers beside the text, or else below it; below each other where they do not even fit there."""
        self._row.setDirection(QBoxLayout.Direction.LeftToRight)
        offers = self._row.sizeHint().width()
        others = self._sign.sizeHint().width() + self._close.sizeHint().width() + 2 * theme.PADDING + 36
        is_narrow = self.width() < offers + others + _ROOM_FOR_TEXT
        if offers > self.width() - 2 * theme.PADDING:
            self._row.setDirection(QBoxLayout.Direction.TopToBottom)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._grid.removeWidget(self._ways_on)
            self._grid.addWidget(self._ways_on, *((1, 0, 1, 4) if is_narrow else (0, 2, 1, 1)))

    @property
    def text(self) -> str:
        """What is said; empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What may be done about it; empty where there is nothing."""
        return () if self.isHidden() else self._offers

    def show_problem(self, what: str, sentence: str, offers: Sequence[Offer] = ()) -> None:
        """Say what did not happen ("Not opened"), why, and what a person may do about it.

        Up to three offers are buttons. More, and those that have a verb, are a list with a button beside it.
        """
        self._show(what, sentence, offers)

    def show_notice(self, sentence: str, offers: Sequence[Offer] = ()) -> None:
        """Say what a person should know, and what may be done about it."""
        self._show(tr("Note"), sentence, offers)

    def _show(self, sign: str, sentence: str, offers: Sequence[Offer]) -> None:
        self._sign.setText(sign)
        self._text.setText(sentence)
        self._offers = tuple(offers)
        verbs = [offer.verb for offer in offers if offer.verb]
        is_list = len(offers) > MOST_BUTTONS or bool(verbs)
        for position, button in enumerate(self._buttons):
            button.setVisible(not is_list and position < len(offers))
            if position < len(offers):
                button.setText(offers[position].title)
                button.setToolTip(offers[position].tip)
        if is_list:
            self._list.show_entries([(position, offer.title, "") for position, offer in enumerate(offers)])
            self._list.show_value(0)
            self._take.setText(verbs[0] if verbs else tr("Do it"))
        for widget in (self._list, self._take):
            widget.setVisible(is_list)
        self._ways_on.setVisible(bool(offers))
        self._make_room()
        self.show()
