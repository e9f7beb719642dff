"""What is loaded: image, ground truth, predictions, and the label looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from segdiff.data import Case, LabelChoice, Prediction
from segdiff.gui import theme
from segdiff.gui.numbers import NONE, count_text, letter_of, volume_text
from segdiff.gui.widgets.drops import DropButton
from segdiff.gui.widgets.picker import Picker
from segdiff.gui.widgets.prediction_row import PredictionRow
from segdiff.gui.widgets.text import ElidedLabel, SectionHead, label
from segdiff.session import ViewState

_BLEED = 8
"""Pixels by which the ground of a chosen prediction reaches beyond the text of the panel."""


class CasePanel(QWidget):
    """Emits what a person wants to open, choose or remove."""

    image_wished = Signal()
    truth_wished = Signal()
    prediction_wished = Signal()
    predictions_dropped = Signal(list)
    prediction_chosen = Signal(str)
    prediction_removed = Signal(str)
    label_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._image = _file_button("Image: open another")
        self._truth = _file_button("Ground truth: open another")
        self._image.clicked.connect(self.image_wished)
        self._truth.clicked.connect(self.truth_wished)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._group = QButtonGroup(self)
        self._predictions: dict[str, PredictionRow] = {}
        self._add = DropButton("+  Add a prediction, or drop it")
        self._add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._add.clicked.connect(self.prediction_wished)
        self._add.dropped.connect(self.predictions_dropped)
        self._labels = Picker("Label")
        self._labels.picked.connect(self.label_chosen)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above, below = QVBoxLayout(), QVBoxLayout()
        for part in (above, self._rows, below):
            inset = theme.PADDING - (_BLEED if part is self._rows else 0)
            part.setContentsMargins(inset, 0, inset, 0)
            column.addLayout(part)
        above.setSpacing(0)
        above.addWidget(SectionHead("Case"))
        above.addLayout(self._files())
        above.addWidget(SectionHead("Predictions"))
        below.setSpacing(0)
        below.addSpacing(6)
        below.addWidget(self._add)
        head = SectionHead("Label")
        head.setBuddy(self._labels)  # on Linux, screen readers hear the name of a list from its label
        below.addWidget(head)
        below.addWidget(self._labels)

    def _files(self) -> QGridLayout:
        files = QGridLayout()
        files.setContentsMargins(0, 0, 0, 0)
        files.setVerticalSpacing(2)
        for row, (title, button) in enumerate((("Image", self._image), ("Ground truth", self._truth))):
            files.addWidget(label(title, "secondary"), row, 0)
            files.addWidget(button, row, 1)
        files.setColumnStretch(1, 1)
        return files

    def show_change(self, old: ViewState | None, new: ViewState) -> None:
        """Show a state, redrawing what differs from the old one."""
        if old is None or old.case is not new.case:
            self._show_files(new.case)
            self._show_predictions(new.case)
            self._show_labels(new.case)
        for name, row in self._predictions.items():
            row.radio.setChecked(name == new.prediction)
            row.show_threshold(new.threshold)
        self._labels.show_value(new.label)

    def show_dice(self, values: dict[str, str]) -> None:
        """Show the Dice of each prediction, as text; a dash where there is none yet."""
        for name, row in self._predictions.items():
            row.show_value(values.get(name, NONE))

    def _show_files(self, case: Case | None) -> None:
        image, truth = (case.image, case.truth) if case else (None, None)
        _show_file(self._image, image.path.name if image and image.path else "synthetic" if image else "open…")
        _show_file(self._truth, truth.path.name if truth and truth.path else "synthetic" if truth else "open…")

    def _show_predictions(self, case: Case | None) -> None:
        for row in self._predictions.values():
            self._group.removeButton(row.radio)
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._predictions = {}
        before: QWidget = self._truth
        for position, prediction in enumerate(case.predictions if case else ()):
            row = self._predictions[prediction.name] = self._row(letter_of(position), prediction)
            self.setTabOrder(before, row.radio)
            before = row.radio
        self.setTabOrder(before, self._add)

    def _row(self, letter: str, prediction: Prediction) -> PredictionRow:
        row = PredictionRow(letter, prediction.name, prediction.is_probabilistic, prediction.geometry)
        name = prediction.name
        row.chosen.connect(lambda: self.prediction_chosen.emit(name))
        row.removed.connect(lambda: self.prediction_removed.emit(name))
        self._group.addButton(row.radio)
        self._rows.addWidget(row)
        return row

    def _show_labels(self, case: Case | None) -> None:
        self._labels.show_entries(
            [(choice, *_label_words(case, choice)) for choice in case.label_choices()] if case else []
        )


def _label_words(case: Case, choice: LabelChoice) -> tuple[str, str]:
    """``1 · lesion`` and how much of it there is in the truth: ``6,052 voxels · 6.05 ml``."""
    value = choice.truth_values[0]
    if case.truth is None:
        return str(value), ""
    name, count = case.truth.names.get(value, ""), case.truth.counts.get(value, 0)
    title = f"{value} · {name}" if name else str(value)
    if count == 0:
        return title, "not in the truth"
    size = count_text(count, case.grid.unit)
    return title, size if case.grid.voxel_ml is None else f"{size} · {volume_text(count, case.grid.voxel_ml)}"


def _file_button(name: str) -> QPushButton:
    button = QPushButton()
    button.setProperty("role", "quiet")
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    inner = QHBoxLayout(button)
    inner.setContentsMargins(4, 0, 0, 0)
    text = ElidedLabel()
    text.setAlignment(Qt.AlignmentFlag.AlignRight)
    text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    inner.addWidget(text)
    button.setMinimumHeight(26)
    return button


def _show_file(button: QPushButton, name: str) -> None:
    text = button.findChild(ElidedLabel)
    assert isinstance(text, ElidedLabel)
    text.setText(name)
    button.setToolTip(f"{name}: click to open another")
