"""A few choices of which one holds: segments side by side, or loose chips."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from segdiff.gui import theme

_PADDING: Final = 26


class Choice(QWidget):
    """Buttons of which at most one is down.

    Emits ``chosen`` with the value of the button a person pressed; setting ``value`` emits nothing, and a value that no
    button has leaves all of them up. A click leaves the keyboard where it is; Tab comes here too.

    Args:
        options: value, text and tooltip of each button.
        segmented: joined to one bar, or loose chips.
        name: read by screen readers.
    """

    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[Any, str, str]], name: str, *, segmented: bool = True) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons: dict[Any, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0 if segmented else 6)
        edges = ["first", *["middle"] * (len(options) - 2), "last"]
        for edge, (value, text, tip) in zip(edges, options, strict=True):
            button = self._face(value, text)
            if button.text():
                button.setMinimumWidth(_width_when_down(text))
            self._name(button, text, tip, name)
            if segmented:
                button.setProperty("segment", "true")
                button.setProperty("edge", edge)
            else:
                button.setProperty("role", "chip")
            button.clicked.connect(lambda _checked=False, value=value: self._press(value))
            row.addWidget(button)
            self._buttons[value] = button
        self._value: Any = None

    def _face(self, value: Any, text: str) -> QPushButton:
        """A button that shows what a value is."""
        return QPushButton(text)

    def _name(self, button: QPushButton, text: str, tip: str, name: str) -> None:
        button.setCheckable(True)
        button.setToolTip(tip)
        button.setAccessibleName(f"{name}: {text}")
        button.setAccessibleDescription(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def value(self) -> Any:
        """The value whose button is down; ``None`` if none is."""
        return self._value

    @value.setter
    def value(self, value: Any) -> None:
        self._value = value if value in self._buttons else None
        for candidate, button in self._buttons.items():
            button.setChecked(candidate == self._value)

    def button(self, value: Any) -> QPushButton:
        """The button of a value."""
        return self._buttons[value]

    def _press(self, value: Any) -> None:
        self.value = value
        self.chosen.emit(value)


def _width_when_down(text: str) -> int:
    """A button that is down is set in bold; its words must not be cut off then."""
    return QFontMetrics(theme.base_font(theme.BASE_PX, QFont.Weight.DemiBold)).horizontalAdvance(text) + _PADDING
