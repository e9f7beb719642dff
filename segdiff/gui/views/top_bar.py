"""The line at the top: the name, opening, the case, and how to look."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from segdiff.gui import theme
from segdiff.gui.key_tips import tell_key
from segdiff.gui.widgets.choice import Choice
from segdiff.gui.widgets.image_popover import ImagePopover
from segdiff.gui.widgets.mark import Mark
from segdiff.gui.widgets.menu_button import MenuButton
from segdiff.gui.widgets.pictograms import Drawing, PictogramChoice
from segdiff.gui.widgets.steps import Steps
from segdiff.gui.widgets.text import ElidedLabel, label
from segdiff.gui.words import shown, tr
from segdiff.session import DrawAs, Layout, ViewState

_LAYOUTS: Final[dict[Layout, Drawing]] = {
    Layout.ONE: ((0, 0, 1, 1),),
    Layout.THREE: ((0, 0, 0.6, 1), (0.6, 0, 0.4, 0.5), (0.6, 0.5, 0.4, 0.5)),
    Layout.FOUR: ((0, 0, 0.5, 0.5), (0.5, 0, 0.5, 0.5), (0, 0.5, 0.5, 0.5), (0.5, 0.5, 0.5, 0.5)),
    Layout.BESIDE: ((0, 0, 0.5, 1), (0.5, 0, 0.5, 1)),
}
_OF_PICTURES: Final = (Layout.ONE, Layout.BESIDE)
"""What there is to choose where there is only one plane."""

_ROOM_FOR_NAME: Final = 160
"""A case's name is shortened below this only where the window is very narrow."""


class TopBar(QWidget):
    """Emits what a person wants to open and how to look at it."""

    open_wished = Signal()
    folder_wished = Signal()
    step_wished = Signal(int)
    recent_asked = Signal()
    recent_wished = Signal(object)
    export_wished = Signal(object)
    draw_as_wished = Signal(object)
    layout_wished = Signal(object)
    window_wished = Signal(object)
    interpolation_wished = Signal(object)
    sides_wished = Signal(object)
    settings_wished = Signal()
    undo_wished = Signal()
    help_wished = Signal()
    case_panel_wished = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(48)
        self._brand = label("segdiff", "brand")
        self._brand.setFixedWidth(theme.LEFT_WIDTH - theme.PADDING - 24 - 20)
        self._panel = QPushButton(tr("Case"))
        self._panel.setCheckable(True)
        self._panel.setToolTip(tr("Show or hide the case, its labels and the overlay"))
        self._panel.hide()
        self._open = QPushButton(tr("Open…"))
        tell_key(self._open, tr("Open an image, a ground truth and predictions (Ctrl+O)"), "open")
        self._folder = QPushButton(tr("Folder…"))
        tell_key(
            self._folder, tr("Open a folder: its files, its DICOM series or its cases (Ctrl+Alt+O)"), "open_folder"
        )
        self.recent = MenuButton(tr("Recent"), tr("What was opened last"))
        self.export = MenuButton(tr("Export"), tr("Save the session, or take away pictures, scores and a report"))
        for button in (self._panel, self._open, self._folder):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._case = ElidedLabel(elide=Qt.TextElideMode.ElideRight)
        self._badge = label(tr("synthetic"), "badge")
        self._is_synthetic = False
        self._row = QHBoxLayout(self)
        self._steps = Steps()
        self._steps.step_wished.connect(self.step_wished)
        self._draw_as = Choice(
            [
                (DrawAs.FILL, tr("Fill"), tr("Fill the regions")),
                (DrawAs.OUTLINE, tr("Outline"), tr("Outline the regions, so that the anatomy shows")),
                (DrawAs.BOTH, tr("Both"), tr("Fill and outline")),
            ],
            tr("Overlay"),
        )
        self._layout = PictogramChoice(
            [
                (Layout.ONE, tr("One"), tr("One view")),
                (Layout.THREE, tr("Three"), tr("Three planes")),
                (Layout.FOUR, tr("Four"), tr("Three planes, and another prediction or the image alone")),
                (Layout.BESIDE, tr("Side by side"), tr("One view for each prediction, moving together")),
            ],
            _LAYOUTS,
            tr("Views"),
        )
        self.image = ImagePopover(self)
        self._image = _quiet(tr("Image"), tr("Brightness and contrast as numbers, magnification, left and right"))
        self._undo, self._undoes = _quiet(tr("Undo"), tr("Nothing to take back")), ""
        self._settings = _quiet(tr("Settings"), "")
        tell_key(self._settings, tr("Colours, language, keys, mouse and device (Ctrl+,)"), "settings")
        self._help = _quiet("?", "")
        tell_key(self._help, tr("Keys, and what segdiff is (F1)"), "help")
        self._help.setAccessibleName(tr("Help"))
        self._lay_out()
        self._wire()

    def _wire(self) -> None:
        self.recent.asked.connect(self.recent_asked)
        self.recent.picked.connect(self.recent_wished)
        self.export.picked.connect(self.export_wished)
        self.image.window_wished.connect(self.window_wished)
        self.image.interpolation_wished.connect(self.interpolation_wished)
        self.image.sides_wished.connect(self.sides_wished)
        self._image.clicked.connect(lambda: self.image.open_under(self._image))
        self._panel.clicked.connect(self.case_panel_wished)
        self._open.clicked.connect(self.open_wished)
        self._folder.clicked.connect(self.folder_wished)
        self._draw_as.chosen.connect(self.draw_as_wished)
        self._layout.chosen.connect(self.layout_wished)
        self._undo.clicked.connect(self.undo_wished)
        self._settings.clicked.connect(self.settings_wished)
        self._help.clicked.connect(self.help_wished)

    def _lay_out(self) -> None:
        row = self._row
        row.setContentsMargins(theme.PADDING, 0, theme.PADDING, 0)
        row.setSpacing(10)
        row.addWidget(Mark())
        row.addWidget(self._brand)
        row.addWidget(self._panel)
        row.addWidget(self._open)
        row.addWidget(self._folder)
        row.addWidget(self.recent)
        row.addSpacing(8)
        row.addWidget(self._case)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._steps)
        row.addStretch(1)
        for widget in (self._draw_as, self._layout, self._image, self._undo, self.export, self._settings, self._help):
            row.addWidget(widget)
        row.setStretchFactor(self._case, 100)  # its words before empty room

    def show_folded(self, folded: bool, unfolded_by_hand: bool) -> None:
        """Offer the case panel where the window is too narrow to keep it open; else stand in line with it."""
        self._panel.setVisible(folded)
        self._panel.setChecked(unfolded_by_hand)
        self._brand.setVisible(not folded)
        self._fit()

    def show_undo(self, what: str) -> None:
        """Offer to take back what was changed last; an empty text where there is nothing to take back."""
        self._undo.setEnabled(bool(what))
        if what != self._undoes:
            self._undoes = what
            tip = tr("Take back {what} (Ctrl+Z)", what=what) if what else tr("Nothing to take back")
            tell_key(self._undo, tip, "undo")

    def show_turn(self, position: int, cases: int) -> None:
        """Show which case of a list is open, counted from 0; nothing where there is no list."""
        self._steps.show_position(position, cases)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is also elsewhere, rather than cut words off."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show what can be done without only where all else has its room; the first to go is named first.

        A folder can be dropped or opened by its key, the name of a synthetic case says that it is, and what was open
        before is a person's own. Undo and the overlay's drawing have keys, and a list of cases may take their room.
        """
        spare: dict[QWidget, bool] = {
            self._folder: True,
            self._badge: self._is_synthetic,
            self.recent: True,
            self._undo: True,
            self._draw_as: True,
        }
        for widget, is_wanted in spare.items():
            widget.setVisible(is_wanted)
        for widget in spare:
            if self._needed() <= self.width():
                return
            widget.hide()

    def _needed(self) -> int:
        """The width at which nothing is cut off but a long name of a case."""
        self._row.invalidate()
        beyond = max(0, self._case.sizeHint().width() - _ROOM_FOR_NAME)
        return self._row.sizeHint().width() - beyond

    def show_change(self, old: ViewState | None, new: ViewState) -> None:
        """Show a state."""
        if old is None or old.case is not new.case:
            self._case.setText(new.case.name if new.case else "")
            width = self._case.fontMetrics().horizontalAdvance(self._case.text()) + 2
            self._case.setMaximumWidth(max(24, width))
            self._is_synthetic = bool(new.case and new.case.synthetic)
            self._badge.setToolTip(" ".join(map(shown, new.case.notices)) if new.case else "")
            self._layout.setVisible(new.case is not None)
            self._image.setVisible(new.case is not None and new.case.image is not None)
            is_volume = new.case is None or new.case.grid.is_volume
            for layout in Layout:
                self._layout.button(layout).setVisible(is_volume or layout in _OF_PICTURES)
            self._fit()
        self.image.show_change(old, new)
        self._draw_as.value = new.overlay.draw_as
        is_picture = new.case is not None and not new.case.grid.is_volume
        self._layout.value = Layout.ONE if is_picture and new.layout not in _OF_PICTURES else new.layout


def _quiet(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "quiet")
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
