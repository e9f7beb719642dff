"""The line at the bottom: device, grid, and what lies under the pointer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from segdiff.data import Agreement, Grid, Image, Outcome, ProbabilityMap
from segdiff.gui import theme
from segdiff.gui.numbers import letter_of, score_text, signed
from segdiff.gui.widgets.held_against import agreement_words
from segdiff.gui.widgets.text import label
from segdiff.gui.words import tr
from segdiff.session import ViewState


class StatusBar(QWidget):
    """Shows; its one wish is ``cancel_wished`` while something long goes on.

    In a narrow window the device, the grid and the intensity give way, in this order.
    """

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
        self._cancel = QPushButton(tr("Cancel"))
        self._cancel.setProperty("role", "link")
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._cancel.clicked.connect(self.cancel_wished)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        self._state = ViewState()
        self._pointer: tuple[int, ...] | None = None
        self._lay_out()
        self.show_done()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(theme.PADDING, 0, theme.PADDING, 0)
        row.setSpacing(26)
        for widget in (self._device, self._grid, self._place, self._intensity):
            row.addWidget(widget)
            widget.hide()
        outcome = QHBoxLayout()
        outcome.setSpacing(7)
        outcome.addWidget(self._dot)
        outcome.addWidget(self._outcome)
        row.addLayout(outcome)
        row.addStretch(1)
        row.addWidget(self._busy)
        row.addWidget(self._cancel)
        row.addWidget(label(tr("Research use only, not for diagnosis"), "secondary"))
        self._row = row
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addLayout(row, 1)
        self.setFixedHeight(30)

    def show_device(self, title: str) -> None:
        """Say what measures."""
        self._device.setText(title)
        self._make_room()

    def show_change(self, old: ViewState | None, new: ViewState) -> None:
        """Show the grid of a state's case, and the voxel under the pointer or else under the crosshair."""
        self._state = new
        if old is None or old.case is not new.case:
            self._grid.setText(_grid_text(new.case.grid) if new.case else "")
        if old is None or _subject(old) != _subject(new):
            self._show_voxel()

    def show_pointer(self, voxel: tuple[int, ...] | None) -> None:
        """Show the voxel under the pointer; the one under the crosshair when the pointer has left."""
        self._pointer = voxel
        self._show_voxel()

    def _show_voxel(self) -> None:
        """Where a voxel is, how bright, and what became of it."""
        case, voxel = self._state.case, self._state.cursor
        if self._pointer is not None and case is not None and _is_inside(case.grid, self._pointer):
            voxel = self._pointer
        place = intensity = colour = outcome = ""
        if case is not None and voxel:
            place = _place_text(case.grid, voxel)
            if case.image is not None:
                intensity = tr("intensity {value}", value=_intensity_text(case.image, voxel))
            colour, outcome = _outcome_of(self._state, voxel)
        self._place.setText(place)
        self._intensity.setText(intensity)
        self._outcome.setText(outcome)
        self._dot.show_colour(colour)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower window says less."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Show what fits; nothing is cut off in the middle of a number."""
        for widget in (self._device, self._grid, self._place, self._intensity):
            widget.setVisible(bool(widget.text()))
        for widget in (self._device, self._grid, self._intensity):
            self._row.invalidate()
            if self._row.minimumSize().width() <= self.width():
                return
            widget.hide()

    def show_progress(self, text: str, fraction: float) -> None:
        """Say what is being done and how far it has come."""
        self._busy.setText(text)
        self._bar.setValue(round(1000 * fraction))
        for widget in (self._busy, self._cancel):
            widget.show()
        self._make_room()

    def show_done(self) -> None:
        """Nothing is being done."""
        self._bar.setValue(0)
        self._busy.hide()
        self._cancel.hide()
        self._make_room()


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
        return tr("{size} · voxel size unknown", size=size) if grid.is_volume else tr("{size} pixels", size=size)
    return f"{size} · {' × '.join(f'{mm:.2f}' for mm in reversed(grid.spacing_mm))} mm"


def _place_text(grid: Grid, voxel: tuple[int, ...]) -> str:
    """``voxel 106, 66, 82 · 25.6 L, 28.7 A, 9.2 S mm``: indices from 0, width first, and the patient's directions."""
    indices = ", ".join(str(i) for i in reversed(voxel))
    world = grid.index_to_world(voxel)
    where = tr("voxel {indices}", indices=indices) if grid.is_volume else tr("pixel {indices}", indices=indices)
    if world is None:
        return where
    sides = (("R", "L"), ("A", "P"), ("I", "S"))
    places = ", ".join(f"{signed(abs(mm))} {side[mm > 0]}" for mm, side in zip(world, sides, strict=True))
    return f"{where} · {places} mm"


def _subject(state: ViewState) -> tuple[object, ...]:
    """What is said about a voxel depends on this, and not on what errors cost or how they are drawn."""
    return state.case, state.cursor, state.prediction, state.against, state.label, state.threshold


def _is_inside(grid: Grid, voxel: tuple[int, ...]) -> bool:
    return len(voxel) == len(grid.shape) and all(0 <= i < size for i, size in zip(voxel, grid.shape, strict=True))


def _intensity_text(image: Image, voxel: tuple[int, ...]) -> str:
    value = image.voxels[voxel]
    if getattr(value, "ndim", 0):
        return ", ".join(str(int(channel)) for channel in value)
    number = float(value)
    return signed(number, 0) if number.is_integer() else signed(number, 3)


def _outcome_of(state: ViewState, voxel: tuple[int, ...]) -> tuple[str, str]:
    """Colour and words for what became of a voxel; empty while nothing is compared."""
    comparison, case = state.comparison, state.case
    where = tuple(slice(i, i + 1) for i in voxel)
    if state.against is not None:
        return _agreement_of(state, where)
    if comparison is None or case is None:
        return "", ""
    codes = Outcome.codes(case.truth_mask(comparison.label, where), case.prediction_mask(comparison, where))
    colour, words = _shown_as(Outcome(int(codes.ravel()[0])))
    content = case.prediction(comparison.prediction).content
    if isinstance(content, ProbabilityMap):
        probability = float(content.of(comparison.label, where).ravel()[0])
        words = f"{words} · p = {score_text(probability, 2) if probability < 1 else 1}"
    return colour, words


def _shown_as(outcome: Outcome) -> tuple[str, str]:
    """Colour and words of an outcome."""
    return {
        Outcome.TRUE_POSITIVE: ("tp", tr("true positive")),
        Outcome.FALSE_POSITIVE: ("fp", tr("false positive")),
        Outcome.FALSE_NEGATIVE: ("fn", tr("false negative")),
        Outcome.TRUE_NEGATIVE: ("track", tr("true negative")),
    }[outcome]


def _agreement_of(state: ViewState, where: tuple[slice, ...]) -> tuple[str, str]:
    """Colour and words for what two predictions say of a voxel."""
    case = state.case
    if case is None or state.label is None or state.prediction is None or state.against is None:
        return "", ""
    names = [prediction.name for prediction in case.predictions]
    masks = [case.prediction_mask(state.compared(name), where) for name in (state.against, state.prediction)]
    code = Agreement(int(Agreement.codes(*masks).ravel()[0]))
    words = agreement_words(letter_of(names.index(state.against)), letter_of(names.index(state.prediction)))
    colour = "track"
    if code is not Agreement.NEITHER:
        colour = "#{:02X}{:02X}{:02X}".format(*state.overlay.style_of(code).colour)
    return colour, words[code]
