"""The trade-off: what a false positive and a miss cost, the index that follows, and where to cut a probability map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from segdiff.gui import theme
from segdiff.gui.numbers import threshold_text
from segdiff.gui.widgets.choice import Choice
from segdiff.gui.widgets.computed_map import ComputedMap
from segdiff.gui.widgets.cost_strip import CostStrip, Never, StripPart
from segdiff.gui.widgets.formula import FormulaCard
from segdiff.gui.widgets.named_points import NAMED_COSTS, NamedPoint, named_points
from segdiff.gui.widgets.number_slider import NumberSlider
from segdiff.gui.widgets.plane import Counts, TradeoffPlane
from segdiff.gui.widgets.text import Paragraph, SectionHead, label
from segdiff.gui.widgets.two_sides import TwoSides
from segdiff.gui.words import tr
from segdiff.session import ViewState

if TYPE_CHECKING:
    from segdiff.explore import Sector

COST_SLIDER_END: Final = 1.0
TYPED_COST_MAXIMUM: Final = 10.0


class TradeoffPanel(QWidget):
    """Emits the costs and the threshold a person wants; ``scope_changed``: the plane is to be of something else."""

    alpha_wished = Signal(float)
    beta_wished = Signal(float)
    costs_wished = Signal(float, float)
    lock_wished = Signal(bool)
    threshold_wished = Signal(float)
    scope_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._alpha = _cost_slider(tr("False-positive cost α"), "fp", 0)
        self._beta = _cost_slider(tr("Miss cost β"), "fn", 1)
        options = [(point.costs, point.name, _meaning(point.costs, point.meaning)) for point in named_points()]
        self._points = Choice(options, tr("Named costs"), segmented=False)
        self._lock = QCheckBox("α + β = 1")
        self._lock.setToolTip(tr("Move both together, so that they always sum to 1; the index is then an F-β"))
        self._lock.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._formula = FormulaCard()
        self._plane = TradeoffPlane()
        self._strip = CostStrip()
        self._strip.hide()
        self._sentence = Paragraph()
        self._sentence.setTextFormat(Qt.TextFormat.RichText)
        self._sentence.hide()
        self._threshold = NumberSlider(tr("Threshold"), tr("Threshold"), 0.001, 0.999, 0.01)
        self._best_note = label("", "secondary")
        self._use_best = QPushButton(tr("use it"))
        self._use_best.setProperty("role", "link")
        self._use_best.setAccessibleName(tr("Use the best threshold"))
        self._use_best.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._use_best.hide()
        self._best: float | None = None
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self._alpha.wished.connect(self.alpha_wished)
        self._beta.wished.connect(self.beta_wished)
        self._points.chosen.connect(lambda costs: self.costs_wished.emit(*costs))
        self._plane.dragged.connect(self.costs_wished)
        self._plane.scope_changed.connect(self.scope_changed)
        self._strip.pointed.connect(self.costs_wished)
        self._lock.clicked.connect(self.lock_wished)
        self._threshold.wished.connect(self.threshold_wished)
        self._use_best.clicked.connect(lambda: self.threshold_wished.emit(self._best))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PADDING, 0, theme.PADDING, 0)
        column.setSpacing(6)
        column.addWidget(SectionHead(tr("Trade-off")))
        column.addWidget(self._alpha)
        column.addWidget(self._beta)
        column.addWidget(TwoSides(self._points, self._lock))
        column.addWidget(self._formula)
        column.addWidget(self._plane, 1)
        column.addWidget(self._strip)
        column.addWidget(self._sentence)
        self._cut = QWidget()
        below = QVBoxLayout(self._cut)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(2)
        below.addWidget(self._threshold)
        best = QHBoxLayout()
        best.addWidget(self._best_note, 1)
        best.addWidget(self._use_best)
        below.addLayout(best)
        column.addWidget(self._cut)

    def show_change(self, _old: ViewState | None, new: ViewState) -> None:
        """Show costs and threshold of a state."""
        for slider, symbol, colour in ((self._alpha, "α", "fp"), (self._beta, "β", "fn")):
            slider.show_symbol(symbol, theme.current().colour(colour).name())
        self._alpha.value, self._beta.value = new.alpha, new.beta
        self._points.value = (new.alpha, new.beta)
        self._lock.setChecked(new.costs_sum_to_one)
        self._plane.show_costs(new.alpha, new.beta, new.costs_sum_to_one)
        self._strip.show_costs(new.alpha, new.beta)
        self._threshold.value = new.threshold
        prediction = new.case.prediction(new.prediction) if new.case and new.prediction else None
        self._cut.setVisible(prediction is not None and prediction.is_probabilistic)

    def show_index(self, counts: tuple[int, int, int, int] | None, value: float, new: ViewState) -> None:
        """Fill in the formula: TP, FP, FN and TN at the threshold, and the index; letters while there are none."""
        if counts is None:
            self._formula.show_letters()
        else:
            self._formula.show_numbers(counts[:3], new.alpha, new.beta, value)

    def show_plane(self, counts: Counts, index: NDArray[np.float64]) -> None:
        """Draw the plane of the chosen prediction: its TP, FP and FN, and the index at costs from 0 to 1."""
        self._plane.show_index(counts, index)

    def show_rivals(self, letters: Sequence[str], chosen: int, sectors: Sequence[Sector], sentence: str) -> None:
        """Draw which prediction is ahead where, and say it in words."""
        self._plane.show_rivals(letters, chosen, sectors)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    @property
    def is_of_mean(self) -> bool:
        """Whether the plane is to be of the mean over labels."""
        return self._plane.is_of_mean

    def offer_mean(self, is_offered: bool) -> None:
        """Let a person choose the mean over labels where there are several."""
        self._plane.offer_mean(is_offered)

    def show_mean(self, computed: ComputedMap, sentence: str) -> None:
        """Draw the mean over labels, and say in words who is ahead and that it was computed."""
        self._plane.show_computed(computed)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def show_points(self, points: Sequence[NamedPoint]) -> None:
        """Mark pairs of costs that have a name in the plane."""
        self._plane.show_points(points)

    def show_strip(self, parts: Sequence[StripPart], never: Sequence[Never], chosen: str) -> None:
        """Show who is ahead from recall only to precision only; nothing for fewer than two predictions."""
        self._strip.show_rivals(parts, never, chosen)
        self._strip.setVisible(bool(parts))

    def clear_plane(self) -> None:
        """Show the plane without any prediction."""
        self._plane.clear()
        self._strip.hide()
        self._sentence.hide()

    def show_best_threshold(self, best: float | None, threshold: float) -> None:
        """Offer the threshold with the highest index at these costs."""
        self._best = best
        self._threshold.slider.set_ticks(() if best is None else (best,))
        self._best_note.setText(
            "" if best is None else tr("best at this α, β: {threshold}", threshold=threshold_text(best))
        )
        self._use_best.setVisible(best is not None and best != threshold)


def _cost_slider(title: str, colour: str, position: int) -> NumberSlider:
    """The slider of one of the two costs, with a tick at each named point."""
    slider = NumberSlider(title, title, 0.0, COST_SLIDER_END, 0.01, colour=colour, typed_maximum=TYPED_COST_MAXIMUM)
    slider.slider.set_ticks(tuple(sorted({costs[position] for costs in NAMED_COSTS.values()})))
    return slider


def _meaning(costs: tuple[float, float], meaning: str) -> str:
    return tr("α = {alpha}, β = {beta}: {meaning}", alpha=f"{costs[0]:g}", beta=f"{costs[1]:g}", meaning=meaning)
