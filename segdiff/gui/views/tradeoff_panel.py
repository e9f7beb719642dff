"""The trade-off: what a false positive and a miss cost, the index that follows, and where to cut a probability map."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from segdiff.gui import theme
from segdiff.gui.numbers import score_text
from segdiff.gui.widgets.choice import Choice
from segdiff.gui.widgets.formula import FormulaCard
from segdiff.gui.widgets.number_slider import NumberSlider
from segdiff.gui.widgets.plane import NAMED_POINTS, TradeoffPlane
from segdiff.gui.widgets.text import SectionHead, label
from segdiff.session import ViewState

COST_SLIDER_END = 1.0
TYPED_COST_MAXIMUM = 10.0


class TradeoffPanel(QWidget):
    """Emits the costs and the threshold a person wants."""

    alpha_wished = Signal(float)
    beta_wished = Signal(float)
    costs_wished = Signal(float, float)
    lock_wished = Signal(bool)
    threshold_wished = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._alpha = _cost_slider("False-positive cost", "α", "fp")
        self._beta = _cost_slider("Miss cost", "β", "fn")
        options = [(point.costs, point.name, f"α = {point.costs[0]:g}, β = {point.costs[1]:g}: {point.meaning}") for point in NAMED_POINTS]
        self._points = Choice(options, "Named costs", segmented=False)
        self._lock = QCheckBox("α + β = 1")
        self._lock.setToolTip("Move both together, so that they always sum to 1; the index is then an F-β")
        self._formula = FormulaCard()
        self._plane = TradeoffPlane()
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.RichText)
        self._threshold = NumberSlider("Threshold", "Threshold", 0.001, 0.999, 0.01)
        self._best_note = label("", "secondary")
        self._use_best = QPushButton("use it")
        self._use_best.setProperty("role", "link")
        self._best: float | None = None
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self._alpha.wished.connect(self.alpha_wished)
        self._beta.wished.connect(self.beta_wished)
        self._points.chosen.connect(lambda costs: self.costs_wished.emit(*costs))
        self._plane.dragged.connect(self.costs_wished)
        self._lock.clicked.connect(self.lock_wished)
        self._threshold.wished.connect(self.threshold_wished)
        self._use_best.clicked.connect(lambda: self.threshold_wished.emit(self._best) if self._best else None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PADDING, 0, theme.PADDING, 0)
        column.setSpacing(6)
        column.addWidget(SectionHead("Trade-off"))
        column.addWidget(self._alpha)
        column.addWidget(self._beta)
        points = QHBoxLayout()
        points.addWidget(self._points)
        points.addStretch(1)
        points.addWidget(self._lock)
        column.addLayout(points)
        column.addWidget(self._formula)
        column.addWidget(self._plane)
        column.addWidget(self._sentence)
        column.addWidget(self._threshold)
        best = QHBoxLayout()
        best.addWidget(self._best_note, 1)
        best.addWidget(self._use_best)
        column.addLayout(best)

    def show_change(self, _old: ViewState | None, new: ViewState) -> None:
        """Show costs and threshold of a state."""
        self._alpha.value, self._beta.value = new.alpha, new.beta
        self._points.value = (new.alpha, new.beta)
        self._lock.setChecked(new.costs_sum_to_one)
        self._plane.show_costs(new.alpha, new.beta)
        self._threshold.value = new.threshold
        prediction = new.case.prediction(new.prediction) if new.case and new.prediction else None
        applies = prediction is not None and prediction.is_probabilistic
        for widget in (self._threshold, self._best_note, self._use_best):
            widget.setVisible(applies)

    def show_index(self, counts: tuple[int, int, int, int] | None, value: float, new: ViewState) -> None:
        """Fill in the formula: TP, FP, FN and TN at the threshold, and the Tversky index; letters while there are none."""
        if counts is None:
            self._formula.show_letters()
        else:
            self._formula.show_numbers(counts[:3], new.alpha, new.beta, value)

    def show_rivals(self, counts: list[tuple[str, tuple[int, int, int]]], chosen: int, sentence: str) -> None:
        """Draw the plane for the predictions' TP, FP and FN, and say in words who is ahead."""
        self._plane.show_counts(counts, chosen)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def show_best_threshold(self, best: float | None, threshold: float) -> None:
        """Offer the threshold with the highest index at these costs."""
        self._best = best
        self._threshold.slider.set_ticks(() if best is None else (best,))
        if best is None:
            self._best_note.setText("")
        else:
            self._best_note.setText(f"best at this α, β: {score_text(best, 3) if round(best, 2) != best else f'{best:.2f}'}")
        self._use_best.setEnabled(best is not None and best != threshold)


def _cost_slider(title: str, symbol: str, colour: str) -> NumberSlider:
    shown = f'{title} <b style="color:{getattr(theme.current(), colour)}">{symbol}</b>'
    slider = NumberSlider(
        shown, f"{title} {symbol}", 0.0, COST_SLIDER_END, 0.01, colour=colour, typed_maximum=TYPED_COST_MAXIMUM
    )
    index = 0 if colour == "fp" else 1
    slider.slider.set_ticks(tuple(sorted({point.costs[index] for point in NAMED_POINTS})))
    return slider
