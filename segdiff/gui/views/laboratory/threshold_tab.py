"""Where to cut a probability map, how far it can be trusted, and the table of Salehi 2017 for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from segdiff.gui.numbers import threshold_text
from segdiff.gui.views.laboratory.tab import LaboratoryTab, row_of
from segdiff.gui.widgets.chart import Chart
from segdiff.gui.widgets.choice import Choice
from segdiff.gui.widgets.graph import Graph
from segdiff.gui.widgets.heat_chart import Heat, HeatChart
from segdiff.gui.widgets.signed_bars import SignedBars, Step
from segdiff.gui.widgets.text import Paragraph, label
from segdiff.gui.words import tr

CUT, TRUST, PAPER = "cut", "trust", "paper"

_ROOM_FOR_TABLE_AND_CHART: Final = 800


@dataclass(frozen=True, eq=False)
class CutSheet:
    """Where to cut.

    Args:
        score: the index against the threshold, of every prediction.
        costs: the index at each threshold and each α on α + β = 1.
        precision_recall: one against the other.
        receiver: true-positive against false-positive rate.
        sentence: what is best, and what calibration would make of it.
        best: the best threshold at these costs.
        theory: the threshold that a calibrated map would have its best at.
        is_best: whether the map is cut at the best threshold now.
    """

    score: Graph
    costs: Heat
    precision_recall: Graph
    receiver: Graph
    sentence: str
    best: float | None = None
    theory: float | None = None
    is_best: bool = False


@dataclass(frozen=True, eq=False)
class TrustSheet:
    """How far the probabilities can be trusted.

    Args:
        reliability: how often what was given p is there.
        confidence: how many voxels of each outcome got which probability.
        steps: from the loss of the probabilities to that of the mask.
        sentence: why they differ.
    """

    reliability: Graph
    confidence: Graph
    steps: tuple[Step, ...]
    sentence: str


@dataclass(frozen=True, eq=False)
class PaperSheet:
    """The paper's table beside ours.

    Args:
        graph: recall and Dice as α falls, in both.
        columns: heads of the table.
        rows: as text; ours, and the paper's figure in each second line of a cell.
        sentence: what can be compared and what cannot.
    """

    graph: Graph
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sentence: str


class ThresholdTab(LaboratoryTab):
    """Three pages; ``page`` is the one in sight.

    Signals:
        threshold_wished: where to cut.
        costs_wished: α and β, by a place on the map of costs.
        page_changed: another page came into sight.
    """

    threshold_wished = Signal(float)
    costs_wished = Signal(float, float)
    page_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.page = CUT
        self._choice = Choice(
            [
                (CUT, tr("Where to cut"), tr("Which threshold suits these costs")),
                (
                    TRUST,
                    tr("How sure"),
                    tr("Whether the probabilities mean what they say, and what that does to a loss"),
                ),
                (PAPER, tr("Salehi 2017"), tr("The table of the paper for this map")),
            ],
            tr("Page about thresholds"),
        )
        self._choice.value = CUT
        self._choice.chosen.connect(self._turn)
        self.set_tool(self._choice)
        self._best: float | None = None
        self._theory: float | None = None
        self._pages = {CUT: self._cut_page(), TRUST: self._trust_page(), PAPER: self._paper_page()}
        for page in self._pages.values():
            self.add_page(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The table of the paper needs all the room of a narrow panel."""
        super().resizeEvent(event)
        self.paper.setVisible(self.width() >= _ROOM_FOR_TABLE_AND_CHART)

    def _turn(self, page: str) -> None:
        self.page = page
        self.page_changed.emit()

    def _cut_page(self) -> QWidget:
        self.score = Chart(tr("Tversky index at every threshold"), is_handle=True, room=14)
        self.score.pointed.connect(self.threshold_wished)
        self.costs = HeatChart(tr("Tversky index at every threshold and cost"))
        self.costs.pointed.connect(self._point_at_costs)
        self.precision_recall, self.receiver = Chart(tr("Precision and recall"), room=14), Chart(tr("ROC"), room=14)
        self._cut_words = Paragraph("secondary")
        self._use_best, self._use_theory = QPushButton(), QPushButton()
        self._use_best.clicked.connect(lambda: self.threshold_wished.emit(self._best))
        self._use_theory.clicked.connect(lambda: self.threshold_wished.emit(self._theory))
        words = QHBoxLayout()
        words.addWidget(self._cut_words, 1)
        for button in (self._use_theory, self._use_best):
            button.setProperty("role", "link")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            words.addWidget(button)
        charts = row_of((self.score, 12), (self.costs, 9), (self.precision_recall, 12), (self.receiver, 9), spacing=10)
        return _page(charts, words)

    def _point_at_costs(self, alpha: float, threshold: float) -> None:
        self.costs_wished.emit(round(alpha, 2), round(1.0 - round(alpha, 2), 2))
        self.threshold_wished.emit(threshold)

    def _trust_page(self) -> QWidget:
        self.reliability = Chart(tr("How often what was given a probability is there"))
        self.confidence = Chart(tr("How many voxels got which probability"))
        self.steps = SignedBars(tr("From the loss of the probabilities to that of the mask"))
        self._trust_words = Paragraph("secondary")
        words = QHBoxLayout()
        words.addWidget(self._trust_words, 1)
        return _page(row_of((self.reliability, 9), (self.confidence, 8), (self.steps, 11)), words)

    def _paper_page(self) -> QWidget:
        self.paper = Chart(tr("Recall and Dice as alpha falls"), room=70)
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(16)
        self._table.setVerticalSpacing(1)
        self._table_words = Paragraph("secondary")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._table)
        column.addStretch(1)
        words = QHBoxLayout()
        words.addWidget(self._table_words, 1)
        return _page(row_of((self.paper, 3), (body, 5)), words)

    def show_cut(self, sheet: CutSheet) -> None:
        """Show where to cut."""
        self.score.show_graph(sheet.score)
        self.costs.show_heat(sheet.costs)
        self.precision_recall.show_graph(sheet.precision_recall)
        self.receiver.show_graph(sheet.receiver)
        self._cut_words.setText(sheet.sentence)
        self._best, self._theory = sheet.best, sheet.theory
        for button, value, text in (
            (self._use_best, sheet.best, tr("Cut at the best threshold")),
            (self._use_theory, sheet.theory, tr("Cut where a calibrated map would be")),
        ):
            button.setVisible(value is not None and not (button is self._use_best and sheet.is_best))
            if value is not None:
                button.setText(tr("use {threshold}", threshold=threshold_text(value)))
                button.setToolTip(text)
                button.setAccessibleName(text)
        self.show_page(self._pages[CUT])

    def show_trust(self, sheet: TrustSheet) -> None:
        """Show how far the probabilities can be trusted."""
        self.reliability.show_graph(sheet.reliability)
        self.confidence.show_graph(sheet.confidence)
        self.steps.show_steps(sheet.steps)
        self._trust_words.setText(sheet.sentence)
        self.show_page(self._pages[TRUST])

    def show_paper(self, sheet: PaperSheet) -> None:
        """Show the paper's table for this map."""
        self.paper.show_graph(sheet.graph)
        self._table_words.setText(sheet.sentence)
        while (item := self._table.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        right = Qt.AlignmentFlag.AlignRight
        for column, head in enumerate(sheet.columns):
            self._table.addWidget(label(head, "small"), 0, column, right)
        for line, row in enumerate(sheet.rows, start=1):
            for column, text in enumerate(row):
                ours, _, paper = text.partition("|")
                cell = label(ours)
                if paper:
                    cell.setTextFormat(Qt.TextFormat.RichText)
                    cell.setText(f"{ours}&nbsp;&nbsp;<span style='opacity:.6'><i>{paper}</i></span>")
                self._table.addWidget(cell, line, column, right)
        self.show_page(self._pages[PAPER])


def _page(charts: QHBoxLayout, words: QHBoxLayout) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addLayout(charts, 1)
    column.addLayout(words)
    return page
