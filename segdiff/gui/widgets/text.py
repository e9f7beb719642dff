"""Labels of the few kinds the window has."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from segdiff.gui import theme


def label(text: str = "", role: str = "", parent: QWidget | None = None) -> QLabel:
    """A line of text; ``role`` picks its look from the style sheet."""
    made = QLabel(text, parent)
    if role:
        made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role in ("badge", "key"):
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


class SectionHead(QLabel):
    """Small capitals that open a section."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.upper(), parent)
        self.setProperty("role", "secondary")
        font = theme.base_font(theme.SMALL_PX, QFont.Weight.Medium)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.9)
        self.setFont(font)
        self.setStyleSheet(f"font-size: {theme.SMALL_PX}px;")
        self.setContentsMargins(0, theme.PADDING, 0, 7)
        self.setAccessibleName(text)


def head_row(head: SectionHead, *beside: QWidget) -> QHBoxLayout:
    """A head with what can be pressed at its right, in one line."""
    row, right = QHBoxLayout(), QHBoxLayout()
    row.addWidget(head, 1)
    right.setContentsMargins(0, theme.PADDING - 3, 0, 4)
    for widget in beside:
        right.addWidget(widget)
    row.addLayout(right)
    return row


class Paragraph(QLabel):
    """Words that wrap and are as high as they need to be, so that a panel around them can still shrink elsewhere."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        if role:
            self.setProperty("role", role)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(text)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(0)  # Qt counts the height of now among what is needed
        self.setFixedHeight(max(0, self.heightForWidth(self.width())))

    def hasHeightForWidth(self) -> bool:
        """The layout need not ask; otherwise it would let nothing around the words shrink."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap them anew."""
        super().resizeEvent(event)
        self._fit()


class ElidedLabel(QLabel):
    """One line that is shortened when there is no room, in the middle as suits names of files; a tooltip has it all.

    ``brief`` is what is said instead where the whole has no room, such as a number without the words around it.
    """

    def __init__(self, text: str = "", elide: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle) -> None:
        super().__init__(text)
        self._elide = elide
        self.brief = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(24)

    def minimumSizeHint(self) -> QSize:
        """May become as narrow as it has to."""
        return QSize(24, super().minimumSizeHint().height())

    @property
    def shown(self) -> str:
        """What there is room for."""
        metrics = self.fontMetrics()
        whole = metrics.elidedText(self.text(), self._elide, self.width())
        if whole == self.text() or not self.brief:
            return whole
        return metrics.elidedText(self.brief, self._elide, self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the text as fits."""
        shown = self.shown
        whole = "" if shown == self.text() else self.text()
        if whole != self.toolTip():
            self.setToolTip(whole)
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, shown)
