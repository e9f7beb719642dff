"""What is loaded: image, ground truth, predictions, and the label looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from segdiff.data import Case, LabelChoice, LabelMap, Prediction
from segdiff.gui import theme
from segdiff.gui.key_tips import tell_key
from segdiff.gui.numbers import NONE, count_text, letter_of, volume_text
from segdiff.gui.widgets.drops import DropButton
from segdiff.gui.widgets.picker import Picker
from segdiff.gui.widgets.prediction_row import PredictionRow, geometry_badge
from segdiff.gui.widgets.text import ElidedLabel, Paragraph, SectionHead, head_row, label
from segdiff.gui.widgets.verdict_row import VerdictRow
from segdiff.gui.words import shown, tr
from segdiff.session import ViewState

_BLEED = 8
"""Pixels by which the ground of a chosen prediction reaches beyond the text of the panel."""


class CasePanel(QWidget):
    """Emits what a person wants to open, choose or remove."""

    image_wished = Signal()
    truth_wished = Signal()
    prediction_wished = Signal()
    predictions_dropped = Signal(list)
    predictions_held = Signal(object)
    image_dropped = Signal(list)
    image_held = Signal(object)
    truth_dropped = Signal(list)
    truth_held = Signal(object)
    prediction_chosen = Signal(str)
    prediction_removed = Signal(str)
    truth_made = Signal(str)
    files_wished = Signal()
    label_chosen = Signal(object)
    labels_wished = Signal()
    decided = Signal(object)
    commented = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._image = _file_button(tr("Image: open another"))
        self._truth = _file_button(tr("Ground truth: open another"))
        self._image.clicked.connect(self.image_wished)
        self._truth.clicked.connect(self.truth_wished)
        self._image.dropped.connect(self.image_dropped)
        self._image.held.connect(self.image_held)
        self._truth.dropped.connect(self.truth_dropped)
        self._truth.held.connect(self.truth_held)
        self._badges = QVBoxLayout()
        self._badges.setSpacing(3)
        self._roles = QPushButton(tr("Files…"))
        self._roles.setProperty("role", "link")
        tell_key(self._roles, tr("See and change what each file is for (Ctrl+Shift+O)"), "files")
        self._roles.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._roles.setCursor(Qt.CursorShape.PointingHandCursor)
        self._roles.clicked.connect(self.files_wished)
        self._roles.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._group = QButtonGroup(self)
        self._predictions: dict[str, PredictionRow] = {}
        self._add = DropButton(tr("+  Add a prediction, or drop it"))
        self._add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._add.clicked.connect(self.prediction_wished)
        self._add.dropped.connect(self.predictions_dropped)
        self._add.held.connect(self.predictions_held)
        self._labels = Picker(tr("Label"))
        self._labels.picked.connect(self.label_chosen)
        self._pair = QPushButton(tr("Labels…"))
        self._pair.setProperty("role", "link")
        self._pair.setToolTip(tr("What is in each file; pair labels, join them to regions, name them"))
        self._pair.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._pair.setCursor(Qt.CursorShape.PointingHandCursor)
        self._pair.clicked.connect(self.labels_wished)
        self._absence = Paragraph("small")
        self._absence.setContentsMargins(0, 5, 0, 0)
        self._judge()
        self._lay_out()

    def _judge(self) -> None:
        """What a person decides about the prediction looked at."""
        self._verdict_head = SectionHead(tr("Verdict"))
        self.verdict = VerdictRow(tr("Verdict"), QBoxLayout.Direction.TopToBottom)
        self.verdict.decided.connect(self.decided)
        self.verdict.commented.connect(self.commented)

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
        above.addLayout(head_row(SectionHead(tr("Case")), self._roles))
        above.addLayout(self._files())
        above.addLayout(self._badges)
        above.addWidget(SectionHead(tr("Predictions")))
        below.setSpacing(0)
        below.addSpacing(6)
        below.addWidget(self._add)
        head = SectionHead(tr("Label"))
        head.setBuddy(self._labels)  # on Linux, screen readers hear the name of a list from its label
        below.addLayout(head_row(head, self._pair))
        below.addWidget(self._labels)
        below.addWidget(self._absence)
        below.addWidget(self._verdict_head)
        below.addWidget(self.verdict)

    def _files(self) -> QGridLayout:
        files = QGridLayout()
        files.setContentsMargins(0, 0, 0, 0)
        files.setVerticalSpacing(2)
        for row, (title, button) in enumerate(((tr("Image"), self._image), (tr("Ground truth"), self._truth))):
            files.addWidget(label(title, "secondary"), row, 0)
            files.addWidget(button, row, 1)
        files.setColumnStretch(1, 1)
        return files

    def show_change(self, old: ViewState | None, new: ViewState) -> None:
        """Show a state, redrawing what differs from the old one."""
        if old is None or old.case is not new.case:
            self._show_files(new.case)
            self._show_predictions(new.case)
        if old is None or old.case is not new.case or old.choices != new.choices:
            self._show_labels(new)
        for name, row in self._predictions.items():
            row.radio.setChecked(name == new.prediction)
            row.show_threshold(new.threshold)
        self._labels.show_value(new.label)
        self._pair.setVisible(bool(new.choices))
        subject = new.subject()
        self._verdict_head.setVisible(subject is not None)
        self.verdict.show_verdict(new.verdicts.of(subject) if subject else None)
        words = _absence_words(new)
        self._absence.setVisible(bool(words))
        if words != self._absence.text():
            self._absence.setText(words)

    def show_dice(self, values: dict[str, str]) -> None:
        """Show the Dice of each prediction, as text; a dash where there is none yet."""
        for name, row in self._predictions.items():
            row.show_value(values.get(name, NONE))

    def _show_files(self, case: Case | None) -> None:
        image, truth = (case.image, case.truth) if case else (None, None)
        _show_file(self._image, image.path if image else None, is_there=image is not None)
        _show_file(self._truth, truth.path if truth else None, is_there=truth is not None)
        self._roles.setVisible(case is not None and not case.synthetic)
        self._show_badges(case)

    def _show_badges(self, case: Case | None) -> None:
        """What was done to the image and the truth on the way here, as long as they are on screen."""
        while (item := self._badges.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for text, meaning in _badges_of(case) if case else ():
            badge = label(text, "badge")
            badge.setToolTip(meaning)
            self._badges.addWidget(badge, 0, Qt.AlignmentFlag.AlignRight)

    def _show_predictions(self, case: Case | None) -> None:
        """The keyboard stays on the prediction it was on, or on the one that has taken its place."""
        names = list(self._predictions)
        focused = next((name for name, row in self._predictions.items() if row.radio.hasFocus()), None)
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
        self.setTabOrder(self._labels, self._pair)
        if focused is not None:
            nearest = list(self._predictions.values())[: names.index(focused) + 1]
            kept = self._predictions.get(focused, nearest[-1] if nearest else None)
            (self._add if kept is None else kept.radio).setFocus()

    def _row(self, letter: str, prediction: Prediction) -> PredictionRow:
        row = PredictionRow(
            letter, prediction.name, prediction.is_probabilistic, prediction.geometry, prediction.activation
        )
        name = prediction.name
        row.chosen.connect(lambda: self.prediction_chosen.emit(name))
        row.removed.connect(lambda: self.prediction_removed.emit(name))
        row.truth_made.connect(lambda: self.truth_made.emit(name))
        self._group.addButton(row.radio)
        self._rows.addWidget(row)
        return row

    def _show_labels(self, state: ViewState) -> None:
        case = state.case
        self._labels.show_entries([(one, *_label_words(case, one)) for one in state.choices] if case else [])


def _label_words(case: Case, choice: LabelChoice) -> tuple[str, str]:
    """``1 · lesion`` and how much of it there is in the truth: ``6,052 voxels · 6.05 ml``."""
    title = _label_title(case, choice)
    if case.truth is None:
        return title, ""
    count = case.truth.count(choice.in_truth)
    if count == 0:
        return title, tr("not in the truth")
    size = count_text(count, case.grid.unit)
    return title, size if case.grid.voxel_ml is None else f"{size} · {volume_text(count, case.grid.voxel_ml)}"


def _label_title(case: Case, choice: LabelChoice) -> str:
    """A person's name for it, else its numbers and what a file calls a single one."""
    if choice.has_name:
        return choice.name
    letters = {one.name: letter_of(position) for position, one in enumerate(case.predictions)}
    known = [(letters[name], values) for name, values in choice.elsewhere if name in letters]
    there = ", ".join(f"{letter}: {'+'.join(map(str, values)) or 'any'}" for letter, values in known)
    title = replace(choice, elsewhere=()).spelling + (f" ({there})" if there else "")
    if len(choice.truth_values) != 1:
        return title
    value = choice.truth_values[0]
    volumes = [case.truth, *(prediction.content for prediction in case.predictions)]
    names = (volume.names[value] for volume in volumes if volume is not None and volume.names.get(value))
    name = next(names, "")
    return f"{title} · {name}" if name else title


def _badges_of(case: Case) -> Iterator[tuple[str, str]]:
    """Badges of the image and the truth, each with what it means."""
    for file, geometry in ((tr("image"), case.image_geometry), (tr("ground truth"), case.truth_geometry)):
        if badge := geometry_badge(geometry):
            yield tr("{file}: {badge}", file=file, badge=badge[0]), badge[1]
    if case.truth_cut is not None:
        cut = f"{case.truth_cut:g}"
        meaning = tr("The ground truth holds shares of a voxel; from {cut} on it counts as the structure.", cut=cut)
        yield tr("ground truth: cut at {cut}", cut=cut), meaning


def _absence_words(state: ViewState) -> str:
    """What to know before anyone trusts a zero: that a side has none of the label looked at."""
    case, label = state.case, state.label
    if case is None or case.truth is None or label is None or not case.predictions:
        return ""
    unit, title = shown(case.grid.unit), _label_title(case, label)
    if case.truth.count(label.in_truth) == 0:
        return tr(
            "No {unit} of {label} in the ground truth: whatever is predicted is a false positive.",
            unit=unit,
            label=title,
        )
    if state.prediction is None:
        return ""
    content = case.prediction(state.prediction).content
    if isinstance(content, LabelMap) and content.count(label.for_prediction(state.prediction).in_prediction) == 0:
        return tr(
            "No {unit} of {label} in {prediction}: all of it is missed.",
            unit=unit,
            label=title,
            prediction=state.prediction,
        )
    return ""


def _file_button(name: str) -> DropButton:
    button = DropButton("", "quiet")
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


def _show_file(button: QPushButton, path: Path | None, *, is_there: bool) -> None:
    name = path.name if path else tr("synthetic") if is_there else tr("open…")
    text = button.findChild(ElidedLabel)
    assert isinstance(text, ElidedLabel)
    text.setText(name)
    button.setToolTip(tr("{file}: click to open another", file=name))
