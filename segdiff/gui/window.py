"""The window: which view has which place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from segdiff.gui import theme
from segdiff.gui.views.case_panel import CasePanel
from segdiff.gui.views.overlay_panel import OverlayPanel
from segdiff.gui.views.score_table import ScoreTable
from segdiff.gui.views.slices import SliceGrid
from segdiff.gui.views.status_bar import StatusBar
from segdiff.gui.views.top_bar import TopBar
from segdiff.gui.views.tradeoff_panel import TradeoffPanel
from segdiff.gui.views.welcome import Welcome
from segdiff.gui.widgets.message import MessageBar
from segdiff.session import ViewState

FOLD_LEFT_BELOW = 1100
"""A narrower window folds the left panel away, so that the picture keeps its room."""


class Window(QMainWindow):
    """Top bar; case, slices and trade-off side by side; status bar.

    Emits ``files_dropped`` with paths, ``bare_wished`` while Space is held, and ``closing`` before it goes.
    """

    files_dropped = Signal(list)
    bare_wished = Signal(bool)
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("segdiff")
        self.setAcceptDrops(True)
        self.setMinimumSize(860, 560)
        self.top = TopBar()
        self.case = CasePanel()
        self.overlay = OverlayPanel()
        self.slices = SliceGrid()
        self.welcome = Welcome()
        self.tradeoff = TradeoffPanel()
        self.scores = ScoreTable()
        self.status = StatusBar()
        self.message = MessageBar()
        self._left = _panel([self.case, self.overlay], theme.LEFT_WIDTH)
        self._right = _panel([self.tradeoff, self.scores], theme.RIGHT_WIDTH)
        self._viewer = QStackedWidget()
        self._viewer.addWidget(self.welcome)
        self._viewer.addWidget(self.slices)
        self._lay_out()
        self._restore()

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setProperty("role", "viewer")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message)
        column.addWidget(self._viewer, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        for position, widget in enumerate((self._left, middle, self._right)):
            self._splitter.addWidget(widget)
            self._splitter.setCollapsible(position, position != 1)
            self._splitter.setStretchFactor(position, int(position == 1))
        whole = QWidget()
        whole.setObjectName("window")
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(1)
        rows.addWidget(self.top)
        rows.addWidget(self._splitter, 1)
        rows.addWidget(self.status)
        self.setCentralWidget(whole)

    @property
    def views(self) -> tuple[Callable[[ViewState | None, ViewState], None], ...]:
        """How each view is shown a state, the picture first."""
        shown = (self.slices, self.case, self.overlay, self.tradeoff, self.top, self.status)
        return tuple(view.show_change for view in shown)

    def show_change(self, old: ViewState | None, new: ViewState) -> None:
        """Show a state in every view."""
        self._viewer.setCurrentWidget(self.welcome if new.case is None else self.slices)
        if old is None or old.case is not new.case:
            self.setWindowTitle(f"{new.case.name} — segdiff" if new.case else "segdiff")
        for show in self.views:
            show(old, new)

    def _restore(self) -> None:
        settings = QSettings()
        geometry, splitter = settings.value("window/geometry"), settings.value("window/splitter")
        if geometry is not None:
            self.restoreGeometry(geometry)
        if splitter is not None:
            self._splitter.restoreState(splitter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the left panel in a narrow window."""
        super().resizeEvent(event)
        self._left.setVisible(event.size().width() >= FOLD_LEFT_BELOW)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was."""
        settings = QSettings()
        settings.setValue("window/geometry", self.saveGeometry())
        settings.setValue("window/splitter", self._splitter.saveState())
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, while it is held, shows the bare image."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.bare_wished.emit(True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space let go brings the overlay back."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.bare_wished.emit(False)
        else:
            super().keyReleaseEvent(event)


def _panel(widgets: list[QWidget], width: int) -> QScrollArea:
    """Views above each other on a panel that scrolls when the window is low."""
    inner = QWidget()
    inner.setProperty("role", "panel")
    inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    if isinstance(widgets[-1], OverlayPanel):
        column.addStretch(1)
    else:
        column.setStretchFactor(widgets[-1], 1)
    area = QScrollArea()
    area.setProperty("role", "panel")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    area.setMinimumWidth(width - 60)
    area.resize(width, area.height())
    return area
