"""How the image itself is shown: its brightness and contrast as numbers, how it is magnified, which side is left."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from segdiff.gui.key_tips import tell_key
from segdiff.gui.numbers import plain_number
from segdiff.gui.widgets.choice import Choice
from segdiff.gui.widgets.text import SectionHead, label
from segdiff.gui.words import tr
from segdiff.render import CT_WINDOWS, CtWindow, LevelAndWidth, looks_like_ct
from segdiff.session import Interpolation, Sides, ViewState

_TYPED: Final = QRegularExpression(r"[-−]?\d{0,7}([.,]\d{0,6})?")
_NARROWEST: Final = 1e-6


class ImagePopover(QFrame):
    """Opens under a button and closes when a person clicks elsewhere or presses Escape.

    Signals:
        window_wished: the intensities to show as black and as white.
        interpolation_wished: how to magnify the image.
        sides_wished: which side of the patient is at the left.
    """

    window_wished = Signal(object)
    interpolation_wished = Signal(object)
    sides_wished = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Image"))
        self._window = LevelAndWidth(0.0, 1.0)
        self._usual: tuple[float, float] | None = None
        self.level, self.width_field = _field(tr("Level")), _field(tr("Width"))
        self.automatic = QPushButton(tr("Automatic"))
        tip = tr("From the 0.5th to the 99.5th percentile of the intensities (Ctrl+J)")
        tell_key(self.automatic, tip, "auto_window")
        names = _ct_names()
        self.presets = Choice([(preset, names[preset], _in_words(preset)) for preset in CtWindow], tr("Window for CT"))
        self.interpolation = Choice(
            [
                (Interpolation.AUTOMATIC, tr("Automatic"), tr("Smoothly, until voxels are large on the screen")),
                (Interpolation.LINEAR, tr("Smooth"), tr("Smoothly, however large")),
                (Interpolation.OFF, tr("Voxels"), tr("Each voxel as a square of one grey")),
            ],
            tr("Magnified"),
        )
        self.sides = Choice(
            [
                (Sides.RADIOLOGICAL, tr("Right"), tr("As radiologists have it: as if one faced the patient")),
                (Sides.NEUROLOGICAL, tr("Left"), tr("As neurologists have it: as if one stood behind the patient")),
            ],
            tr("At the left"),
        )
        self._greys = QWidget()
        self._lay_out()
        for field in (self.level, self.width_field):
            field.editingFinished.connect(self._wish_typed)
        self.automatic.clicked.connect(lambda: self._usual and self.window_wished.emit(self._usual))
        self.presets.chosen.connect(lambda preset: self.window_wished.emit(CT_WINDOWS[preset].limits))
        self.interpolation.chosen.connect(self.interpolation_wished)
        self.sides.chosen.connect(self.sides_wished)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 14, 14)
        column.setSpacing(8)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        greys = QVBoxLayout(self._greys)
        greys.setContentsMargins(0, 0, 0, 0)
        greys.setSpacing(8)
        greys.addWidget(SectionHead(tr("Brightness and contrast")))
        numbers = QHBoxLayout()
        numbers.setSpacing(8)
        for field in (self.level, self.width_field):
            name = label(field.accessibleName(), "secondary")
            name.setBuddy(field)
            numbers.addWidget(name)
            numbers.addWidget(field)
        numbers.addStretch(1)
        numbers.addWidget(self.automatic)
        greys.addLayout(numbers)
        greys.addWidget(self.presets, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._greys)
        column.addWidget(SectionHead(tr("Picture")))
        choices = QGridLayout()
        choices.setHorizontalSpacing(12)
        choices.setVerticalSpacing(8)
        choices.setColumnStretch(2, 1)
        choices.addWidget(label(self.interpolation.accessibleName(), "secondary"), 0, 0)
        choices.addWidget(self.interpolation, 0, 1)
        column.addLayout(choices)
        self._side_name = label(self.sides.accessibleName(), "secondary")
        choices.addWidget(self._side_name, 1, 0)
        choices.addWidget(self.sides, 1, 1)

    def show_change(self, old: ViewState | None, new: ViewState) -> None:
        """Show a state."""
        image = new.case.image if new.case else None
        if old is None or old.case is not new.case:
            has_greys = image is not None and not image.is_colour
            self._greys.setVisible(has_greys)
            self.presets.setVisible(image is not None and looks_like_ct(image))
            self._usual = image.window if image is not None else None
            for widget in (self._side_name, self.sides):
                widget.setVisible(new.case is not None and new.case.grid.is_volume)
        window = new.window or self._usual
        if window is not None:
            self._window = LevelAndWidth.of(window)
            self._show_numbers()
            self.presets.value = next((name for name, one in CT_WINDOWS.items() if one == self._window), None)
        self.interpolation.value = new.interpolation
        self.sides.value = new.sides

    def open_under(self, button: QWidget) -> None:
        """Show it below a button, its right edge under the button's."""
        self.adjustSize()
        self.move(button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 6)))
        self.show()
        first = self.level if self._greys.isVisible() else self.interpolation.button(self.interpolation.value)
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show_numbers(self) -> None:
        for field, number in ((self.level, self._window.level), (self.width_field, self._window.width)):
            text = plain_number(number, self._window.width)
            if not field.isModified() and field.text() != text:
                field.setText(text)

    def _wish_typed(self) -> None:
        """Take what was typed; a field that was left alone keeps its exact number, and no number changes nothing."""
        typed = [_number(field) if field.isModified() else None for field in (self.level, self.width_field)]
        for field in (self.level, self.width_field):
            field.setModified(False)
        level = self._window.level if typed[0] is None else typed[0]
        width = self._window.width if typed[1] is None else max(_NARROWEST, abs(typed[1]))
        if (level, width) != (self._window.level, self._window.width):
            self.window_wished.emit(LevelAndWidth(level, width).limits)
        self._show_numbers()


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setProperty("role", "field")
    field.setAccessibleName(name)
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.setFixedWidth(72)
    field.setValidator(QRegularExpressionValidator(_TYPED, field))
    return field


def _number(field: QLineEdit) -> float | None:
    text = field.text().replace("−", "-").replace(",", ".")
    return float(text) if any(letter.isdigit() for letter in text) else None


def _ct_names() -> dict[CtWindow, str]:
    return {
        CtWindow.BRAIN: tr("Brain"),
        CtWindow.SOFT_TISSUE: tr("Soft tissue"),
        CtWindow.LIVER: tr("Liver"),
        CtWindow.LUNG: tr("Lung"),
        CtWindow.BONE: tr("Bone"),
    }


def _in_words(preset: CtWindow) -> str:
    window = CT_WINDOWS[preset]
    return tr(
        "level {level}, width {width}", level=plain_number(window.level, 100), width=plain_number(window.width, 100)
    )
