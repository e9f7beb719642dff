"""The window: which view has which place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSettings, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from segdiff.gui import theme
from segdiff.gui.dialog_size import room_for
from segdiff.gui.views.by_slice import BySlice
from segdiff.gui.views.case_panel import CasePanel
from segdiff.gui.views.error_regions import ErrorRegionsTab
from segdiff.gui.views.laboratory import GradientTab, ImbalanceTab, RivalsTab, ThresholdTab, TrainingTab
from segdiff.gui.views.overlay_panel import OverlayPanel
from segdiff.gui.views.score_table import ScoreTable
from segdiff.gui.views.slices import SliceGrid
from segdiff.gui.views.status_bar import StatusBar
from segdiff.gui.views.top_bar import TopBar
from segdiff.gui.views.tradeoff_panel import TradeoffPanel
from segdiff.gui.views.welcome import Welcome
from segdiff.gui.widgets.bottom_panel import HEAD_HEIGHT, HEIGHT, BottomPanel
from segdiff.gui.widgets.drops import DropHint, is_taken, paths_of
from segdiff.gui.widgets.message import MessageBar
from segdiff.gui.widgets.pages import Pages
from segdiff.gui.widgets.panel import Panel
from segdiff.gui.words import tr
from segdiff.session import ViewState, WindowRequest

USUAL_SIZE = QSize(*WindowRequest.size)
SMALLEST = QSize(900, 560)
"""Where the screen has room for it: with large text, a laptop's has not."""

FOLD_LEFT_BELOW = 1100
"""A narrower window folds the left panel away, so that the picture keeps its room."""

FOLD_BOTTOM_BELOW = 1280
"""A narrower window folds the bottom panel first, unless a person opens it."""


class Window(QMainWindow):
    """Top bar; case, slices over tabs, and trade-off side by side; status bar.

    Emits ``files_held`` with paths while they are held over it, ``None`` afterwards, ``files_dropped`` with paths, and
    ``bare_wished`` when a peek key is pressed and when it is let go. It
    emits ``activated`` when a person comes back to it. ``may_close`` is asked before it closes.
    """

    files_dropped = Signal(list)
    files_held = Signal(object)
    bare_wished = Signal(bool)
    activated = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("segdiff")
        self.setAcceptDrops(True)
        self.setMinimumSize(SMALLEST.boundedTo(room_for(self)))
        self.top = TopBar()
        self.case = CasePanel()
        self.overlay = OverlayPanel()
        self.message = MessageBar()
        self.rescue = MessageBar()
        self.slices = SliceGrid()
        self.welcome = Welcome()
        self.tradeoff = TradeoffPanel()
        self.scores = ScoreTable()
        self.status = StatusBar()
        self.regions, self.by_slice = ErrorRegionsTab(), BySlice()
        self.rivals = RivalsTab()
        self.thresholds, self.imbalance = ThresholdTab(), ImbalanceTab()
        self.gradients, self.training = GradientTab(), TrainingTab()
        self.bottom = BottomPanel()
        self._add_tabs()
        self._left = Panel([self.case, self.overlay], theme.LEFT_WIDTH)
        self._right = Panel([self.tradeoff, self.scores], theme.RIGHT_WIDTH, grows=self.scores)
        self._viewer = Pages()
        self._viewer.addWidget(self.welcome)
        self._viewer.addWidget(self.slices)
        self.hint = DropHint(self._viewer)
        self.may_close: Callable[[], bool] = lambda: True
        self._peek_keys: tuple[str, ...] = ()
        self._peeking_with: int | None = None
        self._is_unfolded = False
        self._has_open_bottom = {False: True, True: False}  # wide, and narrow
        self._lay_out()
        self.top.case_panel_wished.connect(self._unfold)
        self.bottom.fold_wished.connect(self._open_bottom)

    def _add_tabs(self) -> None:
        """The tabs of the bottom panel, from left to right: the one place to add to."""
        self.bottom.add_tab(tr("Error regions"), self.regions, self.regions.head)
        self.bottom.add_tab(tr("By slice"), self.by_slice, self.by_slice.head)
        self.bottom.add_tab(tr("Rivals"), self.rivals, self.rivals.head)
        self.bottom.add_tab(tr("Threshold"), self.thresholds, self.thresholds.head)
        self.bottom.add_tab(tr("Imbalance"), self.imbalance, self.imbalance.head)
        self.bottom.add_tab(tr("Gradient"), self.gradients, self.gradients.head)
        self.bottom.add_tab(tr("Training"), self.training, self.training.head)

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setProperty("role", "viewer")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.rescue)
        column.addWidget(self.message)
        self._upright = QSplitter(Qt.Orientation.Vertical)
        self._upright.setHandleWidth(1)
        self._upright.setMinimumWidth(self.slices.minimumSizeHint().width())
        for position, part in enumerate((self._viewer, self.bottom)):
            self._upright.addWidget(part)
            self._upright.setCollapsible(position, False)
            self._upright.setStretchFactor(position, int(position == 0))
        self._upright.setSizes([1000, HEIGHT])
        self._height_of_bottom = HEIGHT
        column.addWidget(self._upright, 1)
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
        return self.slices.shown_views[0].viewport()

    @property
    def views(self) -> tuple[Callable[[ViewState | None, ViewState], None], ...]:
        """How each view is shown a state, the picture first."""
        shown = (
            self.slices,
            self.case,
            self.overlay,
            self.tradeoff,
            self.top,
            self.status,
            self.regions,
            self.by_slice,
        )
        return tuple(view.show_change for view in shown)

    def show_change(self, old: ViewState | None, new: ViewState) -> None:
        """Show a state in every view."""
        self._viewer.setCurrentWidget(self.welcome if new.case is None else self.slices)
        self.bottom.setHidden(new.case is None)
        for show in self.views:
            show(old, new)

    def show_name(self, name: str, is_unsaved: bool) -> None:
        """Name the window after what is on screen, with a mark where it has changes that are not saved."""
        plain = name.replace("[*]", "[*][*]")  # Qt puts the mark in the place of a single one
        self.setWindowTitle(tr("{case} — segdiff", case=f"{plain}[*]") if name else "segdiff")
        self.setWindowModified(is_unsaved and bool(name))

    def place(self, size: QSize | None) -> None:
        """As large as asked for; without a wish as it was the last time, at first as large as the screen allows."""
        if size is not None:
            self.resize(size)
            return
        self.resize(USUAL_SIZE.boundedTo(self.screen().availableSize()))
        settings = QSettings()
        if (geometry := settings.value("window/geometry")) is not None:
            self.restoreGeometry(geometry)
        for name, splitter in self._splitters.items():
            if (state := settings.value(name)) is not None:
                splitter.restoreState(state)
        self._has_open_bottom[False] = settings.value("window/bottom_open", True, bool)  # type: ignore[assignment]
        self._fold_bottom()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the bottom panel in a narrow window, and the left panel in a narrower one."""
        super().resizeEvent(event)
        self._fold()
        self._fold_bottom()

    @property
    def _splitters(self) -> dict[str, QSplitter]:
        """Those whose places are remembered."""
        return {"window/splitter": self._splitter, "window/upright": self._upright}

    def _open_bottom(self, is_open: bool) -> None:
        self._has_open_bottom[self.width() < FOLD_BOTTOM_BELOW] = is_open
        self._fold_bottom()

    def _fold_bottom(self) -> None:
        was_open = self.bottom.maximumHeight() > HEAD_HEIGHT
        is_open = self._has_open_bottom[self.width() < FOLD_BOTTOM_BELOW]
        if was_open and not is_open:
            self._height_of_bottom = self._upright.sizes()[1] or self._height_of_bottom
        self.bottom.set_open(is_open)
        if was_open != is_open or not is_open:  # a splitter keeps the room of what has become smaller
            height = self._height_of_bottom if is_open else HEAD_HEIGHT
            self._upright.setSizes([max(1, sum(self._upright.sizes()) - height), height])

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
        """Remember where the window was, and the size of its panels unless one is folded away."""
        if not self.may_close():
            event.ignore()
            return
        settings = QSettings()
        settings.setValue("window/geometry", self.saveGeometry())
        settings.setValue("window/bottom_open", self._has_open_bottom[False])
        if not self._left.isHidden():
            settings.setValue("window/splitter", self._splitter.saveState())
        if self.bottom.shown:
            settings.setValue("window/upright", self._upright.saveState())
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere; anything else may, too, so that it can be said why it is not opened."""
        if is_taken(event):
            self.files_held.emit(paths_of(event.mimeData()))
        else:
            event.ignore()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """They are held over a part of the window that takes them, or elsewhere."""
        self.files_held.emit(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.files_held.emit(None)
        if is_taken(event):
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
        """A window that is left does not hear the key being let go; files may have changed until it is come back to."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange:
            return
        if self.isActiveWindow():
            self.activated.emit()
        else:
            self._peek(None)

    def _peek(self, key: int | None) -> None:
        if key != self._peeking_with:
            self._peeking_with = key
            self.bare_wished.emit(key is not None)
