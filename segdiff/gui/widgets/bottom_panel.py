"""The panel under the slices: tabs side by side, of which one is in sight, or folded down to the words of its tabs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from segdiff.gui import theme
from segdiff.gui.key_tips import tell_key
from segdiff.gui.widgets.menu_button import Entry, MenuButton
from segdiff.gui.words import tr

HEIGHT: Final = 216
"""To begin with."""

HEAD_HEIGHT: Final = 44
BELOW_HEIGHT: Final = 34
"""Of the line for what can be chosen about a view, where the tabs leave no room beside them."""

FEWEST_ROWS: Final = 3
NARROW: Final = 700
"""A narrower panel is at least as high as it begins with and that line, so that charts keep their room."""

_GAP, _TIGHT_GAP, _GAPS = 12, 2, 3
"""Pixels between tabs, menu, choice and arrow; fewer where the title in sight would be cut off; and how many gaps."""

_TAB_GAP: Final = 2


@dataclass(eq=False)
class _Tab:
    title: str
    view: QWidget
    head: QWidget
    button: QPushButton
    count: int | None = None

    @property
    def words(self) -> str:
        """Its title and, beside it, how many things it holds."""
        return self.title if self.count is None else f"{self.title}  {self.count:,}"


class BottomPanel(QWidget):
    """Holds views under tabs; what is not in sight need not be computed.

    Signals:
        shown_changed: another view came into sight, or none is any more.
        fold_wished: whether a person wants it open; the window decides.
    """

    shown_changed = Signal()
    fold_wished = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tabs: list[_Tab] = []
        self._away: list[_Tab] = []
        self._is_open = True
        self._group = QButtonGroup(self)
        self._words = QHBoxLayout()
        self._words.setSpacing(_TAB_GAP)
        self._more = MenuButton(tr("More"), tr("Tabs that have no room here"))
        self._more.picked.connect(self.show_tab, Qt.ConnectionType.QueuedConnection)  # it changes the menu
        self._more.hide()
        self._heads, self._views = QStackedWidget(), QStackedWidget()
        self._heads.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._below, self._filler = QWidget(), QWidget()
        self._fold = _quiet_button()
        self._fold.clicked.connect(self.toggle)
        self._lay_out()
        self.set_open(True)

    def _lay_out(self) -> None:
        head = QWidget()
        head.setFixedHeight(HEAD_HEIGHT)
        self._beside = QHBoxLayout(head)
        self._beside.setContentsMargins(theme.PADDING, 0, 8, 0)
        self._beside.setSpacing(_GAP)
        self._beside.addLayout(self._words)
        self._beside.addWidget(self._more)
        self._beside.addWidget(self._heads, 1)
        self._beside.addWidget(self._filler, 1)
        self._beside.addStretch()
        self._beside.addWidget(self._fold)
        self._filler.hide()
        self._below.setFixedHeight(BELOW_HEIGHT)
        self._below.hide()
        self._line = QHBoxLayout(self._below)
        self._line.setContentsMargins(theme.PADDING, 0, theme.PADDING, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._below)
        column.addWidget(self._views, 1)

    def add_tab(self, title: str, view: QWidget, head: QWidget | None = None) -> None:
        """Add a view under a tab of its own, after those there are.

        Args:
            title: in a word or two.
            view: what the tab shows.
            head: a choice, a word about the order; beside the tabs while the view is in sight, or in a line of its
                own where it does not fit there whole.
        """
        button = _quiet_button(title)
        button.setProperty("role", "tab")
        button.setCheckable(True)
        button.setAccessibleName(tr("Tab: {title}", title=title))
        tab = _Tab(title, view, head or QWidget(), button)
        self._tabs.append(tab)
        self._group.addButton(button)
        self._words.addWidget(button)
        self._views.addWidget(view)
        self._heads.addWidget(tab.head)
        tab.head.installEventFilter(self)
        button.clicked.connect(lambda: self.show_tab(view))
        if len(self._tabs) == 1:
            button.setChecked(True)
        self._place_head()

    def _place_tabs(self, room: int) -> int:
        """As many as there is room for, the one in sight among them, the others in a menu.

        Where not even that one has room, gaps grow smaller, and then its count gives way.

        Returns:
            the room that is left.
        """
        for tab in self._tabs:
            tab.button.setText(tab.words)
        widths = {tab: tab.button.sizeHint().width() + _TAB_GAP for tab in self._tabs}
        more, left = self._more.sizeHint().width() + _GAP, room - sum(widths.values())
        away: list[_Tab] = []
        for tab in reversed(self._tabs):
            if left - (more if away else 0) >= 0:
                break
            if not tab.button.isChecked():
                away.insert(0, tab)
                left += widths[tab]
        for tab in self._tabs:
            tab.button.setVisible(tab not in away)
        if away != self._away:
            self._away = away
            self._more.show_entries([Entry(tab.title, tab.view) for tab in away])
        self._more.setVisible(bool(away))
        left -= more if away else 0
        self._beside.setSpacing(_GAP if left >= 0 else _TIGHT_GAP)
        if left < -_GAPS * (_GAP - _TIGHT_GAP):
            for tab in self._tabs:
                tab.button.setText(tab.title)
        return left

    def _place_head(self) -> None:
        """Beside the tabs if it fits there whole, else below them."""
        row, head = self._beside.contentsMargins(), self._heads.currentWidget()
        room = self.width() - row.left() - row.right() - self._fold.sizeHint().width() - 2 * _GAP
        room = self._place_tabs(room)
        is_below = head is not None and head.sizeHint().width() > max(0, room)
        if is_below == self._filler.isHidden():
            self._filler.setVisible(is_below)
            if is_below:
                self._line.addWidget(self._heads)
            else:
                self._beside.insertWidget(2, self._heads, 1)
        self._below.setVisible(is_below and self._is_open)
        self.setMinimumHeight(self._least_height())

    def _least_height(self) -> int:
        if not self._is_open:
            return HEAD_HEIGHT
        if self.width() < NARROW:
            return HEIGHT + BELOW_HEIGHT
        return HEAD_HEIGHT + FEWEST_ROWS * theme.ROW + (0 if self._filler.isHidden() else BELOW_HEIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is said beside the tabs may have become longer."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._heads.currentWidget():
            self._place_head()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find what stands beside the tabs its place."""
        super().resizeEvent(event)
        self._place_head()

    def set_count(self, view: QWidget, count: int | None) -> None:
        """Say beside a tab's title how many things it holds; ``None`` says nothing."""
        tab = next(tab for tab in self._tabs if tab.view is view)
        tab.count = count
        self._place_head()

    @property
    def shown(self) -> QWidget | None:
        """The view in sight; ``None`` while the panel is folded or hidden."""
        return self._views.currentWidget() if self._is_open and not self.isHidden() else None

    def show_tab(self, view: QWidget) -> None:
        """Bring a view into sight, unfolding the panel if it has to be."""
        tab = next(tab for tab in self._tabs if tab.view is view)
        tab.button.setChecked(True)
        self._views.setCurrentWidget(view)
        self._heads.setCurrentWidget(tab.head)
        self._place_head()
        if not self._is_open:
            self.fold_wished.emit(True)
        self.shown_changed.emit()

    @property
    def is_open(self) -> bool:
        """Whether more than the words of the tabs is to be seen."""
        return self._is_open

    def toggle(self) -> None:
        """Wish it folded if it is open, else open."""
        self.fold_wished.emit(not self._is_open)

    def set_open(self, is_open: bool) -> None:
        """Unfold it, or fold it down to the words of its tabs."""
        changed, self._is_open = self._is_open != is_open, is_open
        self._views.setVisible(is_open)
        self._heads.setVisible(is_open)
        self._place_head()
        self.setMaximumHeight(16777215 if is_open else HEAD_HEIGHT)
        self._fold.setText("▾" if is_open else "▴")
        self._fold.setAccessibleName(tr("Fold this panel") if is_open else tr("Unfold this panel"))
        tell_key(self._fold, tr("Fold this panel (T)") if is_open else tr("Unfold this panel (T)"), "bottom")
        if changed:
            self.shown_changed.emit()

    def minimumSizeHint(self) -> QSize:
        """The picture above may be narrow; then the panel is cut off rather than the picture pushed aside."""
        return QSize(120, self.minimumHeight())

    def sizeHint(self) -> QSize:
        """As high as in the design."""
        return QSize(480, HEIGHT if self._is_open else HEAD_HEIGHT)


def _quiet_button(text: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "quiet")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
