"""What is loaded: image, ground truth, predictions, and the label looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from segdiff.data import Case, LabelChoice, Prediction
from segdiff.gui import theme
from segdiff.gui.numbers import LETTERS, NONE, count_text, volume_text
from segdiff.gui.widgets.prediction_row import PredictionRow
from segdiff.gui.widgets.text import ElidedLabel, SectionHead, label
from segdiff.session import ViewState


class CasePanel(QWidget):
    """Emits what a person wants to open, choose or remove."""

    image_wished = Signal()
    truth_wished = Signal()
    prediction_wished = Signal()
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
        self._add = QPushButton("+  Add a prediction, or drop it")
        self._add.setProperty("role", "drop")
        self._add.clicked.connect(self.prediction_wished)
        self._labels = QComboBox()
        self._labels.setAccessibleName("Label")
        self._labels.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._labels.setMinimumContentsLength(8)
        self._labels.activated.connect(lambda index: self.label_chosen.emit(self._labels.itemData(index)))
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PADDING, 0, theme.PADDING, 0)
        column.setSpacing(0)
        column.addWidget(SectionHead("Case"))
        files = QGridLayout()
        files.setContentsMargins(0, 0, 0, 0)
        files.setVerticalSpacing(2)
        for row, (title, button) in enumerate((("Image", self._image), ("Ground truth", self._truth))):
            files.addWidget(label(title, "secondary"), row, 0)
            files.addWidget(button, row, 1)
        files.setColumnStretch(1, 1)
        column.addLayout(files)
        column.addWidget(SectionHead("Predictions"))
        column.addLayout(self._rows)
        column.addSpacing(6)
        column.addWidget(self._add)
        column.addWidget(SectionHead("Label"))
        column.addWidget(self._labels)

    def show_change(self, old: ViewState | None, new: ViewState) -> None:
        """Show a state, redrawing what differs from the old one."""
        if old is None or old.case is not new.case:
            self._show_files(new.case)
            self._show_predictions(new.case)
            self._show_labels(new.case)
        for name, row in self._predictions.items():
            row.radio.setChecked(name == new.prediction)
            row.show_threshold(new.threshold)
        index = next((i for i in range(self._labels.count()) if self._labels.itemData(i) == new.label), -1)
        self._labels.setCurrentIndex(index)

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
        for letter, prediction in zip(LETTERS * 9, case.predictions if case else (), strict=False):
            self._predictions[prediction.name] = self._row(letter, prediction)

    def _row(self, letter: str, prediction: Prediction) -> PredictionRow:
        row = PredictionRow(letter, prediction.name, prediction.is_probabilistic, prediction.geometry)
        name = prediction.name
        row.chosen.connect(lambda: self.prediction_chosen.emit(name))
        row.removed.connect(lambda: self.prediction_removed.emit(name))
        self._group.addButton(row.radio)
        self._rows.addWidget(row)
        return row

    def _show_labels(self, case: Case | None) -> None:
        self._labels.clear()
        for choice in case.label_choices() if case else ():
            assert case is not None
            self._labels.addItem(_label_text(case, choice), choice)
        self._labels.setEnabled(self._labels.count() > 0)


def _label_text(case: Case, choice: LabelChoice) -> str:
    """``1 · lesion   6,052 voxels · 6.05 ml``."""
    value = choice.truth_values[0]
    name = case.truth.names.get(value, "") if case.truth else ""
    count = case.truth.counts.get(value, 0) if case.truth else 0
    title = f"{value} · {name}" if name else str(value)
    size = count_text(count, case.grid.unit)
    if case.grid.voxel_ml is not None:
        size += f" · {volume_text(count, case.grid.voxel_ml)}"
    return f"{title}   {size}"


def _file_button(name: str) -> QPushButton:
    button = QPushButton()
    button.setProperty("role", "quiet")
    button.setAccessibleName(name)
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
