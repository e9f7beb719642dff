"""Which slices are good and which are bad: a tab with the counts and one score of every slice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from segdiff.gui import theme
from segdiff.gui.key_tips import tell_key
from segdiff.gui.numbers import score_text
from segdiff.gui.widgets.choice import Choice
from segdiff.gui.widgets.picker import Picker
from segdiff.gui.widgets.slice_plot import Curve, SlicePlot
from segdiff.gui.widgets.text import ElidedLabel, label
from segdiff.gui.words import shown, tr
from segdiff.render import Plane
from segdiff.session import ViewState

_PLANES = (Plane.AXIAL, Plane.CORONAL, Plane.SAGITTAL)


class BySlice(QWidget):
    """The plot, or why there is none; ``head`` holds what can be chosen about it.

    Signals:
        slice_wished: an array axis, and the slice along it to go to.
        axis_wished: the axis along which slices are to be held against each other.
        score_wished: id of the Score to draw.
        worst_wished: the slice with the lowest Score is to be shown.
    """

    slice_wished = Signal(int, int)
    axis_wished = Signal(object)
    score_wished = Signal(object)
    worst_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._axis = 0
        self.plot = SlicePlot()
        self.plot.pointed.connect(lambda index: self.slice_wished.emit(self._axis, index))
        self._words = label("", "secondary")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._words)
        self._pages.addWidget(self.plot)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PADDING, 0, theme.PADDING, 8)
        column.addWidget(self._pages)
        self._planes = Choice(
            [
                (plane.axis, shown(plane.shown_name), tr("Slices of the {plane} plane", plane=shown(plane.value)))
                for plane in _PLANES
            ],
            tr("Slices"),
        )
        self._planes.chosen.connect(self.axis_wished)
        self._scores = Picker(tr("Score of each slice"))
        self._scores.picked.connect(self.score_wished)
        self._note = ElidedLabel(elide=Qt.TextElideMode.ElideRight)
        self._note.setProperty("role", "secondary")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._worst = QPushButton(tr("Worst slice"))
        tell_key(self._worst, tr("Go to the slice with the lowest score (W)"), "worst_slice")
        self._worst.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._worst.clicked.connect(self.worst_wished)
        self.head = self._head()
        self.show_words("")

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._note, 1)
        for widget in (self._planes, self._scores, self._worst):
            row.addWidget(widget)
        return head

    def show_change(self, old: ViewState | None, new: ViewState) -> None:
        """Mark the slice that is looked at."""
        self._axis = new.curve_axis
        self._planes.value = new.curve_axis
        self._scores.show_value(new.curve_score)
        if new.curve_axis < len(new.cursor):
            self.plot.show_current(new.cursor[new.curve_axis])

    def offer_scores(self, titles: dict[str, str], chosen: str) -> None:
        """Offer these Scores, title by id."""
        if self._scores.count() != len(titles):
            self._scores.show_entries([(name, title, "") for name, title in titles.items()])
        self._scores.show_value(chosen)

    def show_curve(self, curve: Curve) -> None:
        """Plot the slices."""
        self.plot.show_curve(curve)
        self._show_tools(True)
        self._worst.setEnabled(curve.worst is not None)
        if curve.worst is None:
            self._note.brief = ""
            self._note.setText(tr("No slice has a voxel of this label."))
        else:
            value, number = score_text(float(curve.scores[curve.worst]), 3), curve.worst + 1
            self._note.brief = tr("lowest {value}", value=value)
            self._note.setText(tr("lowest {value}, slice {number}", value=value, number=number))
        self._pages.setCurrentWidget(self.plot)

    def show_measuring(self) -> None:
        """Numbers are on their way: grey the plot, or say so where there is none yet."""
        if self._pages.currentWidget() is self.plot:
            self.plot.show_stale()
        else:
            self._words.setText(tr("Measuring…"))

    def show_words(self, words: str) -> None:
        """Plot nothing, and say why."""
        self._words.setText(words)
        self._show_tools(False)
        self._pages.setCurrentWidget(self._words)

    def _show_tools(self, shown: bool) -> None:
        for widget in (self._planes, self._scores, self._worst, self._note):
            widget.setVisible(shown)
