"""The window: which view has which place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from segdiff.gui import theme
from segdiff.gui.views.case_panel import CasePanel
from segdiff.gui.views.overlay_panel import OverlayPanel
from segdiff.gui.views.score_table import ScoreTable
from segdiff.gui.views.slices import SliceGrid
from segdiff.gui.views.status_bar import StatusBar
from segdiff.gui.views.top_bar import TopBar
from segdiff.gui.views.tradeoff_panel import TradeoffPanel
from segdiff.gui.views.welcome import Welcome
from segdiff.gui.widgets.drops import paths_of
from segdiff.gui.widgets.message import MessageBar
from segdiff.gui.widgets.pages import Pages
from segdiff.gui.widgets.panel import Panel
from segdiff.session import ViewState, WindowRequest

USUAL_SIZE = QSize(*WindowRequest.size)
FOLD_LEFT_BELOW = 1100
"""A narrower window folds the left panel away, so that the picture keeps its room."""


class Window(QMainWindow):
    """Top bar; case, slices and trade-off side by side; status bar.

    Emits ``files_dropped`` with paths, and ``bare_wished`` when a peek key is pressed and when it is let go.
    """

    files_dropped = Signal(list)
    bare_wished = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("segdiff")
        self.setAcceptDrops(True)
        self.setMinimumSize(900, 560)
        self.top = TopBar()
        self.case = CasePanel()
        self.overlay = OverlayPanel()
        self.message = MessageBar()
        self.slices = SliceGrid()
        self.welcome = Welcome()
        self.tradeoff = TradeoffPanel()
        self.scores = ScoreTable()
        self.status = StatusBar()
        self._left = Panel([self.case, self.overlay], theme.LEFT_WIDTH)
        self._right = Panel([self.tradeoff, self.scores], theme.RIGHT_WIDTH, grows=self.scores)
        self._viewer = Pages()
        self._viewer.addWidget(self.welcome)
        self._viewer.addWidget(self.slices)
        self._peek_keys: tuple[str, ...] = ()
        self._peeking_with: int | None = None
        self._is_unfolded = False
        self._lay_out()
        self.top.case_panel_wished.connect(self._unfold)

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
    def picture(self) -> QWidget:
        """What the first of the slices on screen is painted on."""
        return self.slices.views[self.slices.shown_planes[0]].viewport()

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

    def place(self, size: QSize | None) -> None:
        """As large as asked for; without a wish as it was the last time, at first as large as the screen allows."""
        if size is not None:
            self.resize(size)
            return
        self.resize(USUAL_SIZE.boundedTo(self.screen().availableSize()))
        settings = QSettings()
        geometry, splitter = settings.value("window/geometry"), settings.value("window/splitter")
        if geometry is not None:
            self.restoreGeometry(geometry)
        if splitter is not None:
            self._splitter.restoreState(splitter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the left panel in a narrow window."""
        super().resizeEvent(event)
        self._fold()

    def _unfold(self, unfolded: bool) -> None:
        self._is_unfolded = unfolded
        self._fold()

    def _fold(self) -> None:
        is_narrow, was_folded = self.width() < FOLD_LEFT_BELOW, self._left.isHidden()
        self._left.setVisible(self._is_unfolded or not is_narrow)
        if was_folded and not self._left.isHidden():
            _, picture, right = self._splitter.sizes()
            self._splitter.setSizes([theme.LEFT_WIDTH, picture - theme.LEFT_WIDTH, right])
        self.top.show_folded(is_narrow, self._is_unfolded)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was, and the width of its panels unless one is folded away."""
        settings = QSettings()
        settings.setValue("window/geometry", self.saveGeometry())
        if not self._left.isHidden():
            settings.setValue("window/splitter", self._splitter.saveState())
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if paths_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        event.acceptProposedAction()
        self.files_dropped.emit(paths_of(event.mimeData()))

    def set_peek_keys(self, keys: tuple[str, ...]) -> None:
        """The keys that show the bare image for as long as one of them is held."""
        self._peek_keys = keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A peek key, while it is held, shows the bare image."""
        if QKeySequence(event.keyCombination()).toString() in self._peek_keys:
            if not event.isAutoRepeat():
                self._peek(event.key())
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The peek key let go brings the overlay back."""
        if event.key() == self._peeking_with and not event.isAutoRepeat():
            self._peek(None)
        else:
            super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """A window that is left does not hear the key being let go."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._peek(None)

    def _peek(self, key: int | None) -> None:
        if key != self._peeking_with:
            self._peeking_with = key
            self.bare_wished.emit(key is not None)
