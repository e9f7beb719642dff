"""One prediction in the list: which it is, what kind, how good."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QMenu, QRadioButton, QWidget

from segdiff.data import Activation, Geometry
from segdiff.gui import theme
from segdiff.gui.numbers import NONE, threshold_text
from segdiff.gui.widgets.text import ElidedLabel, label
from segdiff.gui.words import tr


class PredictionRow(QWidget):
    """Emits ``chosen`` when clicked, ``removed`` from its menu or by Delete, and ``truth_made`` from its menu."""

    chosen = Signal()
    truth_made = Signal()
    removed = Signal()

    def __init__(
        self,
        letter: str,
        name: str,
        probabilistic: bool,
        geometry: Geometry,
        activation: Activation = Activation.NONE,
    ) -> None:
        super().__init__()
        self._probabilistic = probabilistic
        self.radio = QRadioButton()
        self.radio.setAccessibleName(tr("Prediction {letter}, {name}", letter=letter, name=name))
        self.radio.setFixedWidth(18)
        self.radio.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.radio.clicked.connect(self.chosen)
        self.radio.toggled.connect(self.update)
        self.radio.installEventFilter(self)
        self._kind = ElidedLabel()
        self._kind.setProperty("role", "small")
        self._value = label(NONE, "value")
        self._value.setToolTip(tr("Dice at the current threshold"))
        title = ElidedLabel(f"{letter} · {name}")
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 5, 8, 5)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.radio, 0, 0, 2, 1)
        grid.addWidget(title, 0, 1)
        grid.addWidget(self._kind, 1, 1)
        grid.addWidget(self._value, 0, 2, 2, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for row, (text, meaning) in enumerate(_badges_of(geometry, activation), start=2):
            badge = label(text, "badge")
            badge.setToolTip(meaning)
            grid.addWidget(badge, row, 1, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(1, 1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_threshold(0.5)

    def show_threshold(self, threshold: float) -> None:
        """Say what kind of prediction this is, with the threshold where one applies."""
        cut = tr("probability map, cut at {threshold}", threshold=threshold_text(threshold))
        self._kind.setText(cut if self._probabilistic else tr("labels"))

    def show_value(self, text: str) -> None:
        """Show its Dice."""
        self._value.setText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The ring round the row follows the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet ground under the prediction that is looked at, and a ring while it has the keyboard."""
        palette, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus, is_chosen = self.radio.hasFocus(), self.radio.isChecked()
        painter.setPen(QPen(palette.colour("text"), 1) if has_focus else Qt.PenStyle.NoPen)
        painter.setBrush(palette.colour("selected") if is_chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Anywhere on the row chooses it; the keyboard stays where it is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes the prediction from the case; the file stays. Held, it removes no others."""
        if event.key() == Qt.Key.Key_Delete:
            if not event.isAutoRepeat():
                self.removed.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What else may be done with it."""
        menu = QMenu(self)
        menu.addAction(tr("Take as the ground truth"), self.truth_made.emit)
        menu.addAction(tr("Remove from the case"), self.removed.emit)
        menu.exec(event.globalPos())
        menu.deleteLater()


def geometry_badge(geometry: Geometry) -> tuple[str, str] | None:
    """What was done to bring a file onto the grid, and what that means; ``None`` where nothing was."""
    return {
        Geometry.RESAMPLED: (
            tr("resampled"),
            tr("It lay on another grid and was brought onto the ground truth's: its counts are approximate."),
        ),
        Geometry.ASSUMED: (
            tr("assumed"),
            tr("It says nothing about where it lies and was laid voxel by voxel on the ground truth."),
        ),
    }.get(geometry)


def _activation_badge(activation: Activation) -> tuple[str, str] | None:
    return {
        Activation.SIGMOID: (tr("sigmoid applied"), tr("The values of its file were put through a sigmoid.")),
        Activation.SOFTMAX: (tr("softmax applied"), tr("The channels of its file were put through a softmax.")),
    }.get(activation)


def _badges_of(geometry: Geometry, activation: Activation) -> list[tuple[str, str]]:
    """What was done to the file on the way here, each with what it means."""
    return [badge for badge in (geometry_badge(geometry), _activation_badge(activation)) if badge]
