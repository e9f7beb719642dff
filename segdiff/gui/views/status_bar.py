"""The line at the bottom: device, grid, and what lies under the pointer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from segdiff.data import Grid, Outcome, ProbabilityMap
from segdiff.gui import theme
from segdiff.gui.numbers import score_text, signed
from segdiff.gui.widgets.text import label
from segdiff.session import ViewState

OUTCOME_WORDS = {
    Outcome.TRUE_POSITIVE: ("tp", "true positive"),
    Outcome.FALSE_POSITIVE: ("fp", "false positive"),
    Outcome.FALSE_NEGATIVE: ("fn", "false negative"),
    Outcome.TRUE_NEGATIVE: ("track", "true negative"),
}


class StatusBar(QWidget):
    """Shows; its one wish is ``cancel_wished`` while something long goes on."""

    cancel_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._device = label("", "secondary")
        self._grid = label("", "secondary")
        self._place = label("", "secondary")
        self._intensity = label("", "secondary")
        self._dot = _Dot()
        self._outcome = label("", "secondary")
        self._busy = label("", "secondary")
        self._cancel = QPushButton("Cancel")
        self._cancel.setProperty("role", "link")
        self._cancel.clicked.connect(self.cancel_wished)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        row = QHBoxLayout()
        row.setContentsMargins(theme.PADDING, 0, theme.PADDING, 0)
        row.setSpacing(26)
        for widget in (self._device, self._grid, self._place, self._intensity):
            row.addWidget(widget)
        outcome = QHBoxLayout()
        outcome.setSpacing(7)
        outcome.addWidget(self._dot)
        outcome.addWidget(self._outcome)
        row.addLayout(outcome)
        row.addStretch(1)
        row.addWidget(self._busy)
        row.addWidget(self._cancel)
        row.addWidget(label("Research use only, not for diagnosis", "secondary"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addLayout(row, 1)
        self.setFixedHeight(30)
        self.show_done()

    def show_device(self, title: str) -> None:
        """Say what measures."""
        self._device.setText(title)

    def show_change(self, old: ViewState | None, new: ViewState) -> None:
        """Show the grid of a state's case, and its cursor."""
        if new.case is None:
            for widget in (self._grid, self._place, self._intensity, self._outcome):
                widget.setText("")
            self._dot.show_colour("")
            return
        if old is None or old.case is not new.case:
            self._grid.setText(_grid_text(new.case.grid))
        self.show_voxel(new, new.cursor)

    def show_voxel(self, state: ViewState, voxel: tuple[int, ...]) -> None:
        """Show where a voxel is, how bright, and what became of it."""
        case = state.case
        if case is None or not voxel:
            return
        self._place.setText(_place_text(case.grid, voxel))
        self._intensity.setText("" if case.image is None else f"intensity {_intensity_text(state, voxel)}")
        colour, words = _outcome_of(state, voxel)
        self._dot.show_colour(colour)
        self._outcome.setText(words)

    def show_progress(self, text: str, fraction: float) -> None:
        """Say what is being done and how far it has come."""
        self._busy.setText(text)
        self._bar.setValue(round(1000 * fraction))
        for widget in (self._busy, self._cancel):
            widget.show()

    def show_done(self) -> None:
        """Nothing is being done."""
        self._bar.setValue(0)
        self._busy.hide()
        self._cancel.hide()


class _Dot(QWidget):
    """A small square in an outcome's colour."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = ""
        self.setFixedSize(10, 10)

    def show_colour(self, name: str) -> None:
        self._colour = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._colour:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.current().colour(self._colour))
            painter.drawRoundedRect(self.rect(), 2, 2)


def _grid_text(grid: Grid) -> str:
    """``160 × 190 × 150 · 1.00 × 1.00 × 1.00 mm``, width first."""
    size = " × ".join(str(n) for n in reversed(grid.shape))
    if grid.spacing_mm is None:
        return f"{size} pixels" if not grid.is_volume else f"{size} · voxel size unknown"
    return f"{size} · {' × '.join(f'{mm:.2f}' for mm in reversed(grid.spacing_mm))} mm"


def _place_text(grid: Grid, voxel: tuple[int, ...]) -> str:
    """``voxel 106, 66, 82 · 25.6 L, 28.7 A, 9.2 S mm``: our indices from 0, width first, and the patient's directions."""
    indices = ", ".join(str(i) for i in reversed(voxel))
    world = grid.index_to_world(voxel)
    if world is None:
        return f"{grid.unit} {indices}"
    sides = (("R", "L"), ("A", "P"), ("I", "S"))
    places = ", ".join(f"{signed(abs(mm))} {side[mm > 0]}" for mm, side in zip(world, sides, strict=True))
    return f"{grid.unit} {indices} · {places} mm"


def _intensity_text(state: ViewState, voxel: tuple[int, ...]) -> str:
    assert state.case is not None and state.case.image is not None
    value = state.case.image.voxels[voxel]
    if getattr(value, "ndim", 0):
        return ", ".join(str(int(channel)) for channel in value)
    number = float(value)
    return signed(number, 0) if number.is_integer() else signed(number, 3)


def _outcome_of(state: ViewState, voxel: tuple[int, ...]) -> tuple[str, str]:
    """Colour and words for what became of a voxel; empty while nothing is compared."""
    comparison, case = state.comparison, state.case
    if comparison is None or case is None:
        return "", ""
    where = tuple(slice(i, i + 1) for i in voxel)
    codes = Outcome.codes(case.truth_mask(comparison.label, where), case.prediction_mask(comparison, where))
    colour, words = OUTCOME_WORDS[Outcome(int(codes.ravel()[0]))]
    content = case.prediction(comparison.prediction).content
    if isinstance(content, ProbabilityMap):
        probability = float(content.of(comparison.label, where).ravel()[0])
        words += f" · p = {score_text(probability, 2)}" if probability < 1 else " · p = 1"
    return colour, words
