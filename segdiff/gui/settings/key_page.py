"""The keys, each of which may be changed."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QKeySequenceEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from segdiff.gui import theme
from segdiff.gui.keys import Key, choose_keys, key_table
from segdiff.gui.mouse import MousePreset, choose_preset, chosen_preset, preset_words
from segdiff.gui.settings.rows import PICKER_WIDTH
from segdiff.gui.widgets.picker import Picker
from segdiff.gui.widgets.text import Paragraph, label
from segdiff.gui.words import tr

_FIELD_WIDTH = 230


class KeyPage(QWidget):
    """A line for each key: what it does, and a field that takes the next key pressed in it.

    Emits ``keys_changed`` and ``preset_changed`` after a choice was kept.
    """

    keys_changed = Signal()
    preset_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, QKeySequenceEdit] = {}
        self._rows = {key.id: key for key in key_table()}
        self.preset = Picker(tr("Mouse"))
        self.preset.show_entries([(preset, preset_words(preset), "") for preset in MousePreset])
        self.preset.show_value(chosen_preset())
        self.preset.setFixedWidth(PICKER_WIDTH)
        self.preset.picked.connect(self._keep_preset)
        self.clash = Paragraph("secondary")
        self.usual = QPushButton(tr("Usual keys"))
        self.usual.setToolTip(tr("Forget every change made here"))
        self.usual.clicked.connect(self._forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.PADDING)
        mouse = QHBoxLayout()
        mouse.addWidget(label(tr("Mouse")), 1)
        mouse.addWidget(self.preset)
        column.addLayout(mouse)
        column.addWidget(self._table(), 1)
        below = QHBoxLayout()
        below.addWidget(self.clash, 1)
        below.addWidget(self.usual)
        column.addLayout(below)
        self._tell_clashes()

    def _table(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("role", "panel")
        lines = QGridLayout(inner)
        lines.setContentsMargins(0, 0, theme.PADDING, 0)
        lines.setVerticalSpacing(theme.GRID)
        for position, key in enumerate(self._rows.values()):
            field = QKeySequenceEdit(QKeySequence(", ".join(key.keys)))
            field.setMaximumSequenceLength(1 if len(key.usual) < 2 else len(key.usual))
            field.setClearButtonEnabled(True)
            field.setFixedWidth(_FIELD_WIDTH)
            field.setAccessibleName(key.meaning)
            field.setKeySequence(_sequence(key))
            field.editingFinished.connect(lambda key=key: self._keep(key))
            self.fields[key.id] = field
            lines.addWidget(label(_capital(key.meaning)), position, 0)
            lines.addWidget(field, position, 1)
        lines.setColumnStretch(0, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setProperty("role", "panel")
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _keep(self, key: Key) -> None:
        written = self.fields[key.id].keySequence().toString()
        keys = tuple(one.toString() for one in QKeySequence.listFromString(written.replace(", ", "; ")))
        choose_keys(key.id, None if keys == key.usual else keys)
        self._tell_clashes()
        self.keys_changed.emit()

    def _keep_preset(self, preset: MousePreset) -> None:
        choose_preset(preset)
        self.preset_changed.emit(preset)

    def _forget(self) -> None:
        for key in self._rows.values():
            choose_keys(key.id, None)
            self.fields[key.id].setKeySequence(_sequence(key))
        self._tell_clashes()
        self.keys_changed.emit()

    def _tell_clashes(self) -> None:
        """Two rows with one key: Qt would obey neither, so say which they are."""
        pressed = Counter(one for key in self._rows.values() for one in key.keys)
        twice = [one for one, times in pressed.items() if times > 1]
        if not twice:
            self.clash.setText(tr("Press a key in a field to choose it."))
            return
        meanings = [key.meaning for key in self._rows.values() if twice[0] in key.keys]
        self.clash.setText(
            tr("{key} is chosen twice, for “{first}” and “{second}”; neither works until one has another key.",
               key=twice[0], first=meanings[0], second=meanings[1])
        )  # fmt: skip


def _sequence(key: Key) -> QKeySequence:
    return QKeySequence(", ".join(key.keys))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
