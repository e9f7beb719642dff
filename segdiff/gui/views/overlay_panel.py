"""The legend of the overlay: what each colour is, how much there is of it, and how strongly it is shown."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from segdiff.data import Grid, Outcome
from segdiff.gui import theme
from segdiff.gui.numbers import NONE, count_text, share_text, volume_text
from segdiff.gui.widgets.slider import Slider
from segdiff.gui.widgets.swatch import Swatch
from segdiff.gui.widgets.text import ElidedLabel, SectionHead, label
from segdiff.session import OverlayStyle, ViewState

ROWS = (
    (Outcome.FALSE_POSITIVE, "fp", "False positive", "invented"),
    (Outcome.FALSE_NEGATIVE, "fn", "False negative", "missed"),
    (Outcome.TRUE_POSITIVE, "tp", "True positive", "found"),
)


class OverlayPanel(QWidget):
    """Emits ``style_wished`` with the overlay a person wants."""

    style_wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._style = OverlayStyle()
        self._rows = {outcome: _LegendRow(colour, title, word) for outcome, colour, title, word in ROWS}
        for outcome, row in self._rows.items():
            row.switched.connect(lambda on, outcome=outcome: self._wish(outcome, visible=on))
            row.slider.moved.connect(lambda value, outcome=outcome: self._wish(outcome, opacity=value))
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(SectionHead("Overlay"), 1)
        key = label("S", "key")
        key.setToolTip("S shows or hides the overlay")
        beside = QVBoxLayout()
        beside.setContentsMargins(0, theme.PADDING - 3, 0, 4)
        beside.addWidget(key)
        head.addLayout(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PADDING, 0, theme.PADDING, theme.PADDING)
        column.setSpacing(8)
        column.addLayout(head)
        for row in self._rows.values():
            column.addWidget(row)
        hint = QHBoxLayout()
        hint.setSpacing(5)
        for text, role in (("Hold", "secondary"), ("Space", "key"), ("for the bare image", "secondary")):
            hint.addWidget(label(text, role))
        hint.addStretch(1)
        column.addSpacing(6)
        column.addLayout(hint)

    def show_change(self, _old: ViewState | None, new: ViewState) -> None:
        """Show the switches and opacities of a state."""
        self._style = new.overlay
        for outcome, row in self._rows.items():
            style = new.overlay.outcomes[outcome]
            row.swatch.setChecked(style.visible and new.overlay.visible)
            row.slider.number = style.opacity

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
            Outcome.FALSE_POSITIVE: (fp, share_text(fp, tp + fp, f"of {letter}")),
            Outcome.FALSE_NEGATIVE: (fn, share_text(fn, tp + fn, "of the truth")),
            Outcome.TRUE_POSITIVE: (tp, share_text(tp, tp + fn, "of the truth")),
        }
        for outcome, (count, share) in shares.items():
            amount = volume_text(count, grid.voxel_ml, grid.unit)
            self._rows[outcome].show_amount(amount, share, count_text(count, grid.unit))

    def _wish(self, outcome: Outcome, **changes: object) -> None:
        """One outcome drawn differently; switching one on while the whole overlay is off shows the overlay again."""
        style = self._style
        if changes.get("visible") and not style.visible:
            style = replace(style, visible=True)
        self.style_wished.emit(style.with_outcome(outcome, **changes))


class _LegendRow(QWidget):
    """Swatch, name, amount, word, share, opacity."""

    switched = Signal(bool)

    def __init__(self, colour: str, title: str, word: str) -> None:
        super().__init__()
        self.swatch = Swatch(colour, title)
        self.swatch.clicked.connect(self.switched)
        self.slider = Slider(0.0, 1.0, 0.05, f"{title}: opacity", colour, small=True)
        self.slider.setToolTip(f"Opacity of {title.lower()}")
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
        grid.addWidget(label(title), 0, 1)
        grid.addWidget(self._amount, 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._word_label, 1, 1)
        grid.addWidget(self._share, 1, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.slider, 2, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_amount(self, amount: str, share: str, count: str) -> None:
        """Volume, share and, beside the word, the plain count where the amount is not one."""
        self._amount.setText(amount)
        self._share.setText(share)
        self._word_label.setText(self._word if count in ("", amount) else f"{self._word} · {count}")
