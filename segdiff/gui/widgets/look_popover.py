"""The colours of the overlay, and where its outlines run."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QColorDialog,
    QFrame,
    QGridLayout,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from segdiff.data import Agreement, Outcome
from segdiff.gui import theme
from segdiff.gui.widgets.text import SectionHead, label
from segdiff.gui.words import tr
from segdiff.session import OverlayStyle

Code = Outcome | Agreement

CODES: Final[tuple[Code, ...]] = (
    Outcome.FALSE_POSITIVE,
    Outcome.FALSE_NEGATIVE,
    Outcome.TRUE_POSITIVE,
    Agreement.ONLY_SECOND,
    Agreement.ONLY_FIRST,
    Agreement.BOTH,
)


class LookPopover(QFrame):
    """Opens beside a button and closes when a person clicks elsewhere or presses Escape.

    Emits ``style_wished`` with the overlay a person wants.
    """

    style_wished = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Colours"))
        self._style = OverlayStyle()
        names = _names()
        self.colours = {code: ColourButton(names[code]) for code in CODES}
        for code, button in self.colours.items():
            button.clicked.connect(lambda _checked=False, code=code: self._choose(code))
        self.usual = QPushButton(tr("Usual colours"))
        self.usual.setToolTip(
            tr("Colours that the colour-blind can tell apart (Okabe and Ito), and the usual opacities")
        )
        self.usual.clicked.connect(lambda: self.style_wished.emit(self._style.with_usual_look()))
        self.between = QCheckBox(tr("Outline probability maps between voxels"))
        self.between.setToolTip(tr("Where the map crosses the threshold, instead of along the edges of voxels"))
        self.between.clicked.connect(lambda on: self.style_wished.emit(replace(self._style, between_voxels=on)))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 14, 14)
        column.setSpacing(8)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        column.addWidget(SectionHead(tr("Colours")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for place, (code, button) in enumerate(self.colours.items()):
            row, side = place % 3, 2 * (place // 3)
            grid.addWidget(button, row, side)
            grid.addWidget(label(names[code]), row, side + 1)
        grid.setColumnMinimumWidth(1, 116)
        column.addLayout(grid)
        column.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(SectionHead(tr("Outlines")))
        column.addWidget(self.between)

    def show_style(self, style: OverlayStyle) -> None:
        """Show a style."""
        self._style = style
        for code, button in self.colours.items():
            button.show_colour(style.style_of(code).colour)
        self.between.setChecked(style.between_voxels)

    def open_over(self, button: QWidget) -> None:
        """Show it above a button, left edges in line."""
        self.adjustSize()
        self.move(button.mapToGlobal(QPoint(0, -self.height() - 6)))
        self.show()
        self.colours[CODES[0]].setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, code: Code) -> None:
        """Ask for a colour; without an answer nothing changes."""
        before = QColor(*self._style.style_of(code).colour)
        self.hide()
        chosen = QColorDialog.getColor(before, self.parentWidget(), _names()[code])
        if chosen.isValid():
            colour = chosen.red(), chosen.green(), chosen.blue()
            self.style_wished.emit(self._style.with_outcome(code, colour=colour))


class ColourButton(QAbstractButton):
    """A patch of a colour; pressed, it asks for another one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.colour = (0, 0, 0)
        self.setAccessibleName(tr("Colour of {name}", name=name))
        self.setToolTip(tr("Choose another colour"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())

    def show_colour(self, colour: tuple[int, int, int]) -> None:
        """Show another colour."""
        self.colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """A patch with room for a focus ring."""
        return QSize(34, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The patch, and a ring when it has the keyboard."""
        palette, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.colour("line"), 1))
        painter.setBrush(QColor(*self.colour))
        painter.drawRoundedRect(QRectF(2.5, 2.5, 29, 15), 3, 3)
        if self.hasFocus():
            painter.setPen(QPen(palette.colour("text"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(0.5, 0.5, 33, 19), 4, 4)


def _names() -> dict[Code, str]:
    return {
        Outcome.FALSE_POSITIVE: tr("False positive"),
        Outcome.FALSE_NEGATIVE: tr("False negative"),
        Outcome.TRUE_POSITIVE: tr("True positive"),
        Agreement.ONLY_SECOND: tr("Only in the prediction"),
        Agreement.ONLY_FIRST: tr("Only in the other one"),
        Agreement.BOTH: tr("In both"),
    }
