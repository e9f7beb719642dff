"""A slider with its name and its value, which can be typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from segdiff.gui.widgets.slider import Slider


class NumberSlider(QWidget):
    """Title at the left, value at the right, slider below.

    Emits ``wished`` with a number a person chose by slider, keys or typing.

    Args:
        title: shown; may hold a coloured symbol as rich text.
        name: the plain title, for screen readers.
        minimum: left end of the slider.
        maximum: right end of the slider.
        step: an arrow key.
        digits: decimals shown.
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
        self._digits = digits
        self.title = QLabel(title)
        self.slider = Slider(minimum, maximum, step, name, colour)
        self.edit = QLineEdit()
        self.edit.setProperty("role", "number")
        self.edit.setAccessibleName(f"{name}, as a number")
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.edit.setFixedWidth(64)
        validator = QDoubleValidator(minimum, typed_maximum or maximum, 4, self.edit)
        validator.setNotation(QDoubleValidator.Notation.StandardNotation)
        self.edit.setValidator(validator)
        self.title.setBuddy(self.edit)
        self._lay_out()
        self.slider.moved.connect(self.wished)
        self.edit.editingFinished.connect(self._wish_typed)

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
        self.setFocusProxy(self.slider)

    @property
    def value(self) -> float:
        """The number shown."""
        return float(self.edit.text() or 0)

    @value.setter
    def value(self, value: float) -> None:
        self.slider.value = value
        text = f"{value:.{self._digits}f}"
        if abs(float(text) - value) > 1e-9:
            text = f"{value:g}"
        if text != self.edit.text():
            self.edit.setText(text)

    def _wish_typed(self) -> None:
        if self.edit.isModified():
            self.edit.setModified(False)
            self.wished.emit(self.value)
