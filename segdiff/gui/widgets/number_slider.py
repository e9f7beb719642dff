"""A slider with its name and its value, which can be typed."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from segdiff.gui.widgets.slider import Slider
from segdiff.gui.words import tr

TYPED = QRegularExpression(r"\d{0,3}([.,]\d{0,4})?")
"""What may be typed: a decimal point or a decimal comma, whatever the system's language is."""


class NumberSlider(QWidget):
    """Title at the left, value at the right, slider below.

    Emits ``wished`` with a number a person chose by slider, keys or typing; a number that is too large or too small is
    taken as the nearest that is allowed.

    Args:
        title: shown.
        name: for screen readers.
        minimum: left end of the slider.
        maximum: right end of the slider.
        step: an arrow key.
        digits: decimals shown, where more are not needed.
        colour: name of a colour of the palette, for the handle.
        typed_maximum: largest number that may be typed; the slider's end by default.
    """

    wished = Signal(float)

    def __init__(
        self,
        title: str,
        name: str,
        minimum: float,
        maximum: float,
        step: float,
        *,
        digits: int = 2,
        colour: str = "text",
        typed_maximum: float | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._digits = digits
        self._typed_range = (minimum, maximum if typed_maximum is None else typed_maximum)
        self._value = minimum
        self.title = QLabel(title)
        self.slider = Slider(minimum, maximum, step, name, colour)
        self.edit = QLineEdit()
        self.edit.setProperty("role", "number")
        self.edit.setAccessibleName(tr("{name}, as a number", name=name))
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.edit.setFixedWidth(64)
        self.edit.setAcceptDrops(False)  # files are dropped on the window
        self.edit.setValidator(QRegularExpressionValidator(TYPED, self.edit))
        self.title.setBuddy(self.edit)
        self._lay_out()
        self.slider.moved.connect(self.wished)
        self.edit.editingFinished.connect(self._wish_typed)
        self.edit.returnPressed.connect(self.slider.setFocus)
        self._show()

    def show_symbol(self, symbol: str, colour: str) -> None:
        """Write a symbol that the title holds in its own colour, ``#RRGGBB``."""
        coloured = self._title.replace(symbol, f'<b style="color:{colour}">{symbol}</b>')
        if coloured != self.title.text():
            self.title.setText(coloured)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.slider)

    @property
    def value(self) -> float:
        """The number shown."""
        return self._value

    @value.setter
    def value(self, value: float) -> None:
        self._value = value
        self.slider.number = value
        if not self.edit.isModified():
            self._show()

    def _show(self) -> None:
        text = f"{self._value:.{self._digits}f}"
        text = text if abs(float(text) - self._value) < 1e-9 else f"{self._value:g}"
        if text != self.edit.text():
            self.edit.setText(text)

    def _wish_typed(self) -> None:
        """Take what was typed as it was meant; what is no number changes nothing."""
        typed, was_typed = self.edit.text().replace(",", "."), self.edit.isModified()
        self.edit.setModified(False)
        if was_typed and typed.strip("."):
            low, high = self._typed_range
            self.wished.emit(min(high, max(low, float(typed))))
        self._show()
