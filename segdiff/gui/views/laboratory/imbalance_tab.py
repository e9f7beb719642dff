"""What a rarer target does to each loss, and what a single lesion is worth to it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from segdiff.gui.views.laboratory.tab import LaboratoryTab, row_of
from segdiff.gui.widgets.chart import Chart
from segdiff.gui.widgets.choice import Choice
from segdiff.gui.widgets.graph import Graph
from segdiff.gui.widgets.text import Paragraph
from segdiff.gui.words import tr

NOISY, CLEAN = "noisy", "clean"


@dataclass(frozen=True, eq=False)
class ImbalanceSheet:
    """Three charts and what they say.

    Args:
        prevalence: each loss as the target becomes rarer.
        displaced: a perfect outline drawn a few voxels off; ``None`` while lesions are being counted.
        dropped: each lesion missed altogether; likewise.
        sentence: the first chart in words.
    """

    prevalence: Graph
    displaced: Graph | None
    dropped: Graph | None
    sentence: str


class ImbalanceTab(LaboratoryTab):
    """Emits ``background_changed`` when another kind of background was chosen; ``background`` is the one."""

    background_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.background = CLEAN
        self._choice = Choice(
            [
                (CLEAN, tr("Wider view"), tr("More background is added in which nothing is invented, or cropped away")),
                (
                    NOISY,
                    tr("Smaller target"),
                    tr("The target shrinks; the shares found of it and invented outside stay what they are"),
                ),
            ],
            tr("How the target becomes rarer"),
        )
        self._choice.value = CLEAN
        self._choice.chosen.connect(self._choose)
        self.set_tool(self._choice)
        self.prevalence = Chart(tr("Losses as the target becomes rarer"), room=104)
        self.displaced = Chart(tr("Loss of a perfect outline drawn a few voxels off"), room=86)
        self.dropped = Chart(tr("What each lesion adds to the loss if it is missed altogether"))
        self._sentence = Paragraph("secondary")
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row_of((self.prevalence, 5), (self.displaced, 4), (self.dropped, 3)), 1)
        column.addWidget(self._sentence)
        self.add_page(self._page)

    def _choose(self, background: str) -> None:
        self.background = background
        self.background_changed.emit()

    def show_sheet(self, sheet: ImbalanceSheet) -> None:
        """Show other numbers."""
        self.prevalence.show_graph(sheet.prevalence)
        self.displaced.show_graph(sheet.displaced)
        self.dropped.show_graph(sheet.dropped)
        self._sentence.setText(sheet.sentence)
        self.show_page(self._page)
