"""The legend of the overlay: what each colour is, how much there is of it, and how strongly it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from segdiff.data import Agreement, Grid, Outcome
from segdiff.gui import theme
from segdiff.gui.key_tips import make_chip
from segdiff.gui.numbers import NONE, count_text, letter_of, share_text, volume_text
from segdiff.gui.widgets.held_against import HeldAgainst, agreement_words
from segdiff.gui.widgets.look_popover import LookPopover
from segdiff.gui.widgets.slider import Slider
from segdiff.gui.widgets.swatch import Swatch
from segdiff.gui.widgets.text import ElidedLabel, SectionHead, head_row, label
from segdiff.gui.words import tr
from segdiff.session import OverlayStyle, ViewState

AGREEMENT: Final = (Agreement.ONLY_SECOND, Agreement.ONLY_FIRST, Agreement.BOTH)
"""Where two predictions are held against each other, neither of them is wrong."""


class OverlayPanel(QWidget):
    """The legend.

    Signals:
        style_wished: the overlay a person wants.
        against_wished: the prediction that is to take the truth's place on the picture; ``None`` for the truth.
    """

    style_wished = Signal(object)
    against_wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._style = OverlayStyle()
        self._rows = {outcome: _LegendRow(colour, title, word) for outcome, colour, title, word in _rows()}
        self._agreement = {code: _LegendRow(colour_name(self._style, code), "") for code in AGREEMENT}
        self.look = LookPopover(self)
        self.look.style_wished.connect(self.style_wished)
        self._colours = QPushButton(tr("Colours…"))
        self._colours.setProperty("role", "link")
        self._colours.setToolTip(tr("Other colours, or the usual ones again; where outlines run"))
        self._colours.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._colours.setCursor(Qt.CursorShape.PointingHandCursor)
        self._colours.clicked.connect(lambda: self.look.open_over(self._colours))
        self._held_against = HeldAgainst()
        self._held_against.style_wished.connect(self.style_wished)
        self._held_against.against_wished.connect(self.against_wished)
        for code, row in self._all_rows:
            row.switched.connect(lambda on, code=code: self._wish(code, visible=on))
            row.slider.moved.connect(lambda value, code=code: self._wish(code, opacity=value))
        self._lay_out()

    @property
    def _all_rows(self) -> list[tuple[Outcome | Agreement, _LegendRow]]:
        return [*self._rows.items(), *self._agreement.items()]

    def _lay_out(self) -> None:
        key = label("S", "key")
        key.setToolTip(tr("Shows or hides the overlay"))
        make_chip(key, "overlay")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PADDING, 0, theme.PADDING, theme.PADDING)
        column.setSpacing(8)
        column.addLayout(head_row(SectionHead(tr("Overlay")), self._colours, key))
        for row in (*self._rows.values(), *self._agreement.values()):
            column.addWidget(row)
        column.addWidget(self._held_against)
        column.addSpacing(6)
        column.addWidget(_peek_hint())

    def show_change(self, _old: ViewState | None, new: ViewState) -> None:
        """Show the switches and opacities of a state."""
        self._style = new.overlay
        self.look.show_style(new.overlay)
        for code, row in self._all_rows:
            style = new.overlay.style_of(code)
            row.swatch.setChecked(style.visible and new.overlay.visible)
            row.slider.number = style.opacity
            if isinstance(code, Agreement):
                row.show_colour(colour_name(new.overlay, code))
            row.setVisible(isinstance(code, Agreement) is (new.against is not None))
        if new.against is not None and new.case is not None:
            letters = {one.name: letter_of(place) for place, one in enumerate(new.case.predictions)}
            titles = agreement_words(letters[new.against], letters.get(new.prediction or "", ""))
            for agreement, row in self._agreement.items():
                row.show_title(_capital(titles[agreement]))
        self._held_against.show_change(new)

    def show_counts(self, counts: tuple[int, int, int, int] | None, grid: Grid | None, letter: str) -> None:
        """Show how much there is of each outcome, with its share of the prediction or of the truth.

        Args:
            counts: TP, FP, FN and TN; ``None`` while they are being measured.
            grid: gives a voxel its volume.
            letter: the prediction's, as in "42 % of A".
        """
        if counts is None or grid is None:
            for row in self._rows.values():
                row.show_amount(NONE, "", "")
            return
        tp, fp, fn, _ = counts
        shares = {
            Outcome.FALSE_POSITIVE: (fp, _share_of_prediction(fp, tp + fp, letter)),
            Outcome.FALSE_NEGATIVE: (fn, _share_of_truth(fn, tp + fn)),
            Outcome.TRUE_POSITIVE: (tp, _share_of_truth(tp, tp + fn)),
        }
        for outcome, (count, share) in shares.items():
            amount = volume_text(count, grid.voxel_ml, grid.unit)
            self._rows[outcome].show_amount(amount, share, count_text(count, grid.unit))

    def show_agreement(self, counts: Mapping[Agreement, int] | None, grid: Grid | None) -> None:
        """Show how much two predictions agree on; nothing while that is being counted."""
        for code, row in self._agreement.items():
            if counts is None or grid is None:
                row.show_amount(NONE, "", "")
            else:
                amount = volume_text(counts[code], grid.voxel_ml, grid.unit)
                row.show_amount(amount, "", count_text(counts[code], grid.unit))

    def _wish(self, code: Outcome | Agreement, **changes: object) -> None:
        """One outcome drawn differently; switching one on while the whole overlay is off shows the overlay again."""
        style = self._style
        if changes.get("visible") and not style.visible:
            style = replace(style, visible=True)
        self.style_wished.emit(style.with_outcome(code, **changes))


def _rows() -> tuple[tuple[Outcome, str, str, str], ...]:
    """Each outcome with its colour, its name, and what became of its voxels."""
    return (
        (Outcome.FALSE_POSITIVE, "fp", tr("False positive"), tr("invented")),
        (Outcome.FALSE_NEGATIVE, "fn", tr("False negative"), tr("missed")),
        (Outcome.TRUE_POSITIVE, "tp", tr("True positive"), tr("found")),
    )


def _share_of_prediction(part: int, whole: int, letter: str) -> str:
    return tr("{share} of {letter}", share=share_text(part, whole), letter=letter) if whole else NONE


def _share_of_truth(part: int, whole: int) -> str:
    return tr("{share} of the truth", share=share_text(part, whole)) if whole else NONE


def _small(text: str) -> str:
    """A name inside a sentence; letters of predictions stay as they are."""
    return text[:1].lower() + text[1:]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def colour_name(style: OverlayStyle, code: Outcome | Agreement) -> str:
    """The colour of one outcome, or one kind of agreement, as the palette takes it."""
    return "#{:02X}{:02X}{:02X}".format(*style.style_of(code).colour)


def _peek_hint() -> QWidget:
    """Which key shows the bare image."""
    hint, key = QWidget(), label(tr("Space"), "key")
    row = QHBoxLayout(hint)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    before, _, after = tr("Hold {key} for the bare image").partition("{key}")
    for part in (label(before.strip(), "secondary"), key, label(after.strip(), "secondary")):
        row.addWidget(part)
    row.addStretch(1)
    make_chip(key, "peek", in_sentence=True)
    return hint


class _LegendRow(QWidget):
    """Swatch, name, amount, word, share, opacity."""

    switched = Signal(bool)

    def __init__(self, colour: str, title: str, word: str = "") -> None:
        super().__init__()
        self.swatch = Swatch(colour, title)
        self.swatch.clicked.connect(self.switched)
        self.slider = Slider(0.0, 1.0, 0.05, "", colour, small=True)
        self._title = label("")
        self._amount = label(NONE, "strong")
        self._share = label("", "small")
        self._word = word
        self._word_label = ElidedLabel(word)
        self._word_label.setProperty("role", "small")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        grid.addWidget(self.swatch, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._amount, 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._word_label, 1, 1)
        grid.addWidget(self._share, 1, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.slider, 2, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.show_title(title)

    def show_colour(self, colour: str) -> None:
        """Show another colour, a name of the palette or ``#RRGGBB``."""
        self.swatch.show_colour(colour)
        self.slider.show_colour(colour)

    def show_title(self, title: str) -> None:
        """Call it something else."""
        self._title.setText(title)
        self.swatch.setAccessibleName(title)
        self.swatch.setToolTip(tr("{name}: show or hide", name=title))
        self.slider.setAccessibleName(tr("{name}: opacity", name=title))
        self.slider.setToolTip(tr("Opacity of {name}", name=_small(title)))

    def show_amount(self, amount: str, share: str, count: str) -> None:
        """Volume, share and, beside the word, the plain count where the amount is not one."""
        self._amount.setText(amount)
        self._share.setText(share)
        count = "" if count == amount else count
        self._word_label.brief = count
        self._word_label.setText(" · ".join(filter(None, (self._word, count))))
