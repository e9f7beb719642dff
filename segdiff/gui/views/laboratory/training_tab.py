"""What training under each loss would do, felt on a toy model of the slice in sight."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from segdiff.gui.views.laboratory.tab import LaboratoryTab, row_of
from segdiff.gui.widgets.chart import Chart
from segdiff.gui.widgets.graph import Graph
from segdiff.gui.widgets.slice_picture import Picture, SlicePicture
from segdiff.gui.widgets.text import Paragraph
from segdiff.gui.words import tr

LESSONS = 3


@dataclass(frozen=True, eq=False)
class Lesson:
    """What the toy learned under one loss: the mask over the slice."""

    picture: Picture


@dataclass(frozen=True, eq=False)
class TrainingSheet:
    """What was learned.

    Args:
        lessons: one for each loss.
        path: precision against recall, from the first step to the last.
        is_stale: slice or costs have changed since.
    """

    lessons: tuple[Lesson, ...]
    path: Graph
    is_stale: bool


class TrainingTab(LaboratoryTab):
    """Signals: ``train_wished`` and ``cancel_wished``, by one button."""

    train_wished = Signal()
    cancel_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_training = False
        self._button = QPushButton(tr("Train"))
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self._press)
        self._about = Paragraph("secondary")
        self.pictures = tuple(SlicePicture(tr("Learned mask")) for _ in range(LESSONS))
        self.path = Chart(tr("Precision and recall while training"), room=52)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._about)
        button = QHBoxLayout()
        button.addWidget(self._button)
        button.addStretch(1)
        column.addLayout(button)
        column.addStretch(1)
        self._page = QWidget()
        whole = QVBoxLayout(self._page)
        whole.setContentsMargins(0, 0, 0, 0)
        parts = [(left, 8), *((picture, 7) for picture in self.pictures), (self.path, 9)]
        whole.addLayout(row_of(*parts, spacing=12))
        self.add_page(self._page)

    def _press(self) -> None:
        (self.cancel_wished if self._is_training else self.train_wished).emit()

    def show_state(self, about: str, sheet: TrainingSheet | None, *, is_training: bool) -> None:
        """Say what the toy is, and show what it learned; greyed where slice or costs have changed since."""
        self._is_training = is_training
        again = sheet is not None
        self._button.setText(tr("Cancel") if is_training else tr("Train again") if again else tr("Train"))
        self._about.setText(about)
        for position, widget in enumerate(self.pictures):
            lesson = sheet.lessons[position] if sheet and position < len(sheet.lessons) else None
            widget.show_picture(lesson.picture if lesson else None, is_stale=bool(sheet and sheet.is_stale))
            widget.setVisible(again)  # until then the words have the room
        self.path.setVisible(again)
        self.path.show_graph(sheet.path if sheet else None)
        self.show_page(self._page)
