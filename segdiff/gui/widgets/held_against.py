"""What the prediction is held against on the picture, and the two ways of looking at both masks at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from segdiff.data import Agreement
from segdiff.gui import theme
from segdiff.gui.key_tips import tell_key
from segdiff.gui.numbers import letter_of
from segdiff.gui.widgets.picker import Picker
from segdiff.gui.widgets.text import label
from segdiff.gui.words import tr
from segdiff.session import OverlayStyle, ViewState


class HeldAgainst(QWidget):
    """A list of what there is to hold the prediction against, and switches of the curtain and the heat map.

    Signals:
        against_wished: the prediction that is to take the truth's place on the picture; ``None`` for the truth.
        style_wished: the overlay with the curtain or the heat map switched.
    """

    against_wished = Signal(object)
    style_wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._style = OverlayStyle()
        self._entries: list[tuple[str | None, str, str]] = []
        title = tr("Held against")
        self.against = Picker(title)
        self.against.picked.connect(self.against_wished)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        name = label(title, "secondary")
        name.setBuddy(self.against)
        line.addWidget(name)
        line.addWidget(self.against, 1)
        self.curtain, self.heat_map = _chip(tr("Curtain")), _chip(tr("Heat map"))
        tell_key(self.curtain, tr("Truth left of a line to drag, prediction right of it (V)"), "curtain")
        tell_key(self.heat_map, tr("Colour the probabilities, under the outline at the threshold (H)"), "heat_map")
        self.curtain.clicked.connect(self._hang)
        self.heat_map.clicked.connect(lambda on: self.style_wished.emit(replace(self._style, heat_map=on)))
        chips = QHBoxLayout()
        chips.setSpacing(6)
        chips.addWidget(self.curtain)
        chips.addWidget(self.heat_map)
        chips.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.GRID, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._line)
        column.addLayout(chips)

    def show_change(self, new: ViewState) -> None:
        """Show a state; what would have nothing to work on is hidden or cannot be pressed."""
        self._style = new.overlay
        entries = _entries(new)
        if entries != self._entries:
            self._entries = entries
            self.against.show_entries(list(entries))
        self.against.show_value(new.against)
        self._line.setVisible(len(entries) > 1)
        predictions = new.case.predictions if new.case else ()
        has_two = new.case is not None and (new.case.truth is not None or new.against is not None)
        self.curtain.setEnabled(bool(predictions) and has_two)
        self.curtain.setChecked(new.overlay.curtain is not None and self.curtain.isEnabled())
        self.heat_map.setVisible(any(prediction.is_probabilistic for prediction in predictions))
        chosen = next((one for one in predictions if one.name == new.prediction), None)
        self.heat_map.setEnabled(chosen is not None and chosen.is_probabilistic)
        self.heat_map.setChecked(new.overlay.heat_map and self.heat_map.isEnabled())

    def _hang(self, hung: bool) -> None:
        self.style_wished.emit(self._style.with_curtain(0.5 if hung else None))


def agreement_words(against: str, prediction: str) -> dict[Agreement, str]:
    """What two predictions say of a voxel, by their letters."""
    return {
        Agreement.NEITHER: tr("in neither"),
        Agreement.ONLY_FIRST: tr("only in {prediction}", prediction=against),
        Agreement.ONLY_SECOND: tr("only in {prediction}", prediction=prediction),
        Agreement.BOTH: tr("in both"),
    }


def _entries(state: ViewState) -> list[tuple[str | None, str, str]]:
    """The truth and every prediction but the one looked at."""
    if state.case is None:
        return []
    first: tuple[str | None, str, str] = (None, tr("Ground truth") if state.case.truth else tr("Nothing"), "")
    others: list[tuple[str | None, str, str]] = [
        (prediction.name, f"{letter_of(position)} · {prediction.name}", "")
        for position, prediction in enumerate(state.case.predictions)
        if prediction.name != state.prediction
    ]
    return [first, *others] if state.case.truth or others else []


def _chip(text: str) -> QPushButton:
    chip = QPushButton(text)
    chip.setProperty("role", "chip")
    chip.setCheckable(True)
    chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    chip.setCursor(Qt.CursorShape.PointingHandCursor)
    return chip
