"""The files of a case and what each is for, to be corrected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from segdiff.data import Case, LabelMap, ProbabilityMap
from segdiff.gui import theme
from segdiff.gui.dialog_size import resize_within_screen
from segdiff.gui.widgets.picker import Picker
from segdiff.gui.widgets.text import ElidedLabel, Paragraph, label
from segdiff.gui.words import tr
from segdiff.io import Assigned, Role, reassigned, renamed

_MOST_LABELS = 6


class FilesDialog(QDialog):
    """A row for each file: its name, what is in it, its role, and what a prediction is called.

    Emits ``accepted_rows`` with the rows as a person left them. Enter accepts, Escape leaves everything as it was.

    Args:
        rows: the files in the roles they have, or were guessed to have.
        contents: what is in the files that are open, in words.
        parent: the window.
    """

    accepted_rows = Signal(object)

    def __init__(self, rows: Sequence[Assigned], contents: Mapping[Path, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Files of this case"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within_screen(self, 760, min(620, 150 + 38 * len(rows)))
        self.rows = tuple(rows)
        self._first = self.rows
        self._roles: list[Picker] = []
        self._names: list[QLineEdit] = []
        self._hint = Paragraph("secondary")
        buttons = QDialogButtonBox()
        self._open = QPushButton(tr("Open"))
        buttons.addButton(self._open, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QPushButton(tr("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        self._open.setDefault(True)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, theme.PADDING)
        column.setSpacing(theme.PADDING)
        column.addWidget(self._table(contents), 1)
        column.addWidget(self._hint)
        column.addWidget(buttons)
        self._show_rows()

    def _table(self, contents: Mapping[Path, str]) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("role", "panel")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for column, head in enumerate((tr("File"), tr("In it"), tr("Role"), tr("Name of the prediction"))):
            grid.addWidget(label(head, "secondary"), 0, column)
        for place, row in enumerate(self.rows):
            file = ElidedLabel(row.path.name)
            file.setToolTip(str(row.path))
            inside = label(contents.get(row.path, tr("not open")), "secondary")
            role, name = self._role_of(place, row), self._name_of(place, row)
            for column, widget in enumerate((file, inside, role, name)):
                grid.addWidget(widget, place + 1, column)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(3, 2)
        grid.setRowStretch(len(self.rows) + 1, 1)
        area = QScrollArea()
        area.setProperty("role", "panel")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def _role_of(self, place: int, row: Assigned) -> Picker:
        role = Picker(tr("Role of {file}", file=row.path.name))
        role.show_entries(
            [
                (Role.IMAGE, tr("image"), ""),
                (Role.TRUTH, tr("ground truth"), ""),
                (Role.PREDICTION, tr("prediction"), ""),
                (None, tr("leave out"), ""),
            ]
        )
        role.setMinimumWidth(132)
        role.picked.connect(lambda picked: self._assign(place, picked))
        self._roles.append(role)
        return role

    def _name_of(self, place: int, row: Assigned) -> QLineEdit:
        name = QLineEdit(row.name)
        name.setCursorPosition(0)  # a long name is known by its beginning
        name.setAccessibleName(tr("Name of {file}", file=row.path.name))
        name.setPlaceholderText(tr("as the file is called"))
        room = name.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        name.setSizePolicy(room)
        name.setProperty("role", "field")
        name.textEdited.connect(lambda text: self._rename(place, text))
        self._names.append(name)
        return name

    def _assign(self, place: int, picked: str | None) -> None:
        """Qt keeps only the text of a role."""
        self.rows = reassigned(self.rows, place, None if picked is None else Role(picked))
        self._show_rows()

    def _rename(self, place: int, text: str) -> None:
        self.rows = renamed(self.rows, place, text)

    def _show_rows(self) -> None:
        for row, role, name in zip(self.rows, self._roles, self._names, strict=True):
            role.show_value(row.role)
            name.setVisible(row.role is Role.PREDICTION)
        self._hint.setText(_hint(self.rows))
        self._open.setEnabled(any(row.role is not None for row in self.rows))

    def _take(self) -> None:
        self.accept()
        if self.rows != self._first:
            self.accepted_rows.emit(self.rows)


def contents_of(case: Case) -> dict[Path, str]:
    """What is in the files of a case that is open."""
    found: dict[Path, str] = {}
    if case.image is not None and case.image.path is not None:
        found[case.image.path] = tr("colours") if case.image.is_colour else tr("intensities")
    for volume in (case.truth, *(prediction.content for prediction in case.predictions)):
        if volume is not None and volume.path is not None:
            found[volume.path] = _labels_in(volume)
    return found


def _labels_in(volume: LabelMap | ProbabilityMap) -> str:
    """``label 1``, ``labels 1, 2, 4``, ``probabilities of label 1``."""
    values = [str(value) for value in volume.labels if value != 0]
    listed = ", ".join(values[:_MOST_LABELS]) + ("…" if len(values) > _MOST_LABELS else "")
    if not values:
        return tr("no label")
    words = tr("label {labels}", labels=listed) if len(values) == 1 else tr("labels {labels}", labels=listed)
    return tr("probabilities of {labels}", labels=words) if isinstance(volume, ProbabilityMap) else words


def _hint(rows: Sequence[Assigned]) -> str:
    roles = [row.role for row in rows]
    if not any(roles):
        return tr("Give at least one file a role.")
    if Role.TRUTH not in roles:
        return tr("Without a ground truth the files are shown, and nothing is compared.")
    if Role.PREDICTION not in roles:
        return tr("Without a prediction there is nothing to compare with the ground truth.")
    return tr("A file that takes the place of another gives it its own role.")
