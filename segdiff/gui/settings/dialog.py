"""The settings, page by page; each choice is kept at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from segdiff.gui import theme
from segdiff.gui.dialog_size import resize_within_screen
from segdiff.gui.preferences import general_rows
from segdiff.gui.settings.computing_page import ComputingPage
from segdiff.gui.settings.key_page import KeyPage
from segdiff.gui.settings.rows import RowsPage
from segdiff.gui.widgets.choice import Choice
from segdiff.gui.words import tr


class SettingsDialog(QDialog):
    """Three pages: general, keys and mouse, computing.

    Signals:
        chosen: a preference that was changed.
        keys_changed: keys are to be bound anew.
        preset_changed: the mouse preset to use from now on.
        tour_wished: show the tour again.
    """

    chosen = Signal(object)
    keys_changed = Signal()
    preset_changed = Signal(object)
    tour_wished = Signal()

    def __init__(self, device: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within_screen(self, 620, 560)
        self.general, self.keys, self.computing = RowsPage(general_rows()), KeyPage(), ComputingPage(device)
        self.tour = QPushButton(tr("Show the tour again"))
        self.tour.clicked.connect(self._show_tour)
        self.general.column.insertWidget(self.general.column.count() - 1, self.tour, 0, Qt.AlignmentFlag.AlignLeft)
        self.general.chosen.connect(self.chosen)
        self.computing.chosen.connect(self.chosen)
        self.keys.keys_changed.connect(self.keys_changed)
        self.keys.preset_changed.connect(self.preset_changed)
        self.pages = QStackedWidget()
        titles = (tr("General"), tr("Keys and mouse"), tr("Computing"))
        for page in (self.general, self.keys, self.computing):
            self.pages.addWidget(page)
        self.tabs = Choice([(number, title, title) for number, title in enumerate(titles)], tr("Page"))
        self.tabs.chosen.connect(self._turn)
        self._turn(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        head = QHBoxLayout()
        head.addWidget(self.tabs)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, theme.PADDING)
        column.setSpacing(theme.PADDING)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        column.addWidget(buttons)

    def done(self, result: int) -> None:
        """Close, and let go of what is still being looked up."""
        self.computing.stop()
        super().done(result)

    def _turn(self, page: int) -> None:
        self.tabs.value = page
        self.pages.setCurrentIndex(page)

    def _show_tour(self) -> None:
        self.accept()
        self.tour_wished.emit()
