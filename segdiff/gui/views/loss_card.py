"""One loss, told whole: what it is, what each framework makes of it here, and what its α and β mean in ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from segdiff.gui import theme
from segdiff.gui.dialog_size import resize_within_screen
from segdiff.gui.numbers import LETTERS_OF, NONE, score_text
from segdiff.gui.widgets.drop_down import DropDown
from segdiff.gui.widgets.panel import Panel
from segdiff.gui.widgets.text import SectionHead, label
from segdiff.gui.words import one_after_another, shown, tr

if TYPE_CHECKING:
    from segdiff.losses import ConventionRow

WIDTH, HEIGHT = 900, 760
NUMBER_FONT_PX = 15
DIGITS = 6
"""Two more than in the table: smoothing shows in the fifth."""


@dataclass(frozen=True, eq=False)
class Card:
    """What the card shows.

    Args:
        loss: id of the loss.
        title: its name on screen.
        definition: in a sentence or two.
        formula: in plain text.
        facts: what else to know, each under its head: gradient, imbalance, empty masks, source.
        of_what: what the values are of, such as "A · eager, label 1".
        rows: a row for each convention.
        warnings: what to doubt about the number.
        writers: cost parameters of each convention that has some, with what they are for the costs chosen now.
    """

    loss: str
    title: str
    definition: str
    formula: str
    facts: Mapping[str, str]
    of_what: str
    rows: Sequence[ConventionRow]
    warnings: Sequence[str] = ()
    writers: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


class LossCard(QDialog):
    """Emits ``translation_wished`` with a loss, a convention and that convention's parameters."""

    translation_wished = Signal(str, str, object)

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self.setWindowTitle(tr("{loss}: in every convention", loss=card.title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within_screen(self, WIDTH, HEIGHT)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 4, 20, 20)
        column.setSpacing(4)
        self._add_definition(column)
        self._add_rows(column)
        if card.writers:
            column.addWidget(SectionHead(tr("Translate")))
            column.addWidget(self._translator())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Panel([body], WIDTH))

    def _add_definition(self, column: QVBoxLayout) -> None:
        card = self._card
        column.addWidget(SectionHead(card.title))
        column.addWidget(_words(card.definition))
        formula = _words(card.formula)
        formula.setFont(theme.base_font(NUMBER_FONT_PX))
        formula.setContentsMargins(0, 6, 0, 6)
        column.addWidget(formula)
        facts = QGridLayout()
        facts.setHorizontalSpacing(18)
        facts.setColumnStretch(1, 1)
        for line, (head, text) in enumerate(card.facts.items()):
            facts.addWidget(label(head, "secondary"), line, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(_words(text, "secondary"), line, 1)
        column.addLayout(facts)
        for warning in card.warnings:
            column.addWidget(_words(shown(warning), "strong"))

    def _add_rows(self, column: QVBoxLayout) -> None:
        column.addWidget(SectionHead(tr("As each returns it, for {of_what}", of_what=self._card.of_what)))
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(2, 1)
        for line, row in enumerate(self._card.rows):
            grid.addWidget(_name_of(row), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_value_of(row), line, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(_reasons_of(row), line, 2, Qt.AlignmentFlag.AlignTop)
            if row.call and row.value is not None:
                grid.addWidget(_copy_button(row), line, 3, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)

    def _translator(self) -> QWidget:
        """Set our sliders from what somebody uses elsewhere: in MONAI I use α = .3 and β = .7."""
        titles = {row.convention: shown(row.title) for row in self._card.rows}
        picker = DropDown()
        picker.setAccessibleName(tr("Framework to translate from"))
        for convention in self._card.writers:
            picker.addItem(titles.get(convention, convention), convention)
        fields = QHBoxLayout()
        edits: dict[str, QLineEdit] = {}

        def show_fields() -> None:
            while (item := fields.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.deleteLater()
            edits.clear()
            for name, value in self._card.writers[picker.currentData()].items():
                edits[name] = _number_field(name, value)
                fields.addWidget(label(f"{LETTERS_OF.get(name, name)} ="))
                fields.addWidget(edits[name])

        def wish() -> None:
            typed = {name: float(edit.text().replace(",", ".") or 0) for name, edit in edits.items()}
            self.translation_wished.emit(self._card.loss, picker.currentData(), typed)

        picker.currentIndexChanged.connect(show_fields)
        show_fields()
        button = QPushButton(tr("Set the sliders"))
        button.clicked.connect(wish)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(tr("In")))
        row.addWidget(picker)
        row.addWidget(label(tr("I use")))
        row.addLayout(fields)
        row.addWidget(button)
        row.addStretch(1)
        return whole


def _words(text: str, role: str = "") -> QLabel:
    made = label(text, role)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _name_of(row: ConventionRow) -> QLabel:
    title = shown(row.title)
    made = label(title)
    made.setToolTip(f"{title} {row.version}")
    return made


def _value_of(row: ConventionRow) -> QLabel:
    """As returned; several numbers beside each other."""
    if row.value is None:
        return label(NONE, "secondary")
    numbers = [row.value] if isinstance(row.value, float) else [float(number) for number in row.value.ravel()]
    made = label(" ".join(score_text(number, DIGITS) for number in numbers), "strong")
    made.setToolTip(", ".join(f"{number:.15g}" for number in numbers))
    return made


def _reasons_of(row: ConventionRow) -> QWidget:
    """Why the number is what it is: what is done differently, then what else there is to know."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    if row.value is None:
        column.addWidget(_words(shown(row.reason), "secondary"))
        return whole
    same = tr("segdiff's own way.") if row.convention == "segdiff" else tr("The same as segdiff's own way.")
    column.addWidget(_words(one_after_another(map(shown, row.differences)) or same))
    notes = [note for note in row.notes if note not in row.differences]
    if notes:
        column.addWidget(_words(one_after_another(map(shown, notes)), "small"))
    return whole


def _copy_button(row: ConventionRow) -> QPushButton:
    button = QPushButton(tr("Copy call"))
    button.setProperty("role", "link")
    button.setAutoDefault(False)
    button.setToolTip(row.call)
    button.setAccessibleName(tr("Copy the call for {framework}", framework=shown(row.title)))
    button.clicked.connect(lambda: QGuiApplication.clipboard().setText(row.call))
    return button


def _number_field(name: str, value: float) -> QLineEdit:
    edit = QLineEdit(f"{value:g}")
    edit.setProperty("role", "number")
    edit.setFixedWidth(60)
    edit.setAccessibleName(tr("{parameter} there", parameter=name))
    return edit
