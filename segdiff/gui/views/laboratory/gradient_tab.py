"""What training would push on the slice in sight: a small map for each loss, and where the pushing goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from segdiff.gui import theme
from segdiff.gui.views.laboratory.tab import LaboratoryTab, row_of
from segdiff.gui.widgets.choice import Choice
from segdiff.gui.widgets.slice_picture import Picture, SlicePicture
from segdiff.gui.widgets.text import Paragraph
from segdiff.gui.words import tr

LOGIT, PROBABILITY = "logit", "probability"

RAISES: Final = (204, 121, 167)
"""Where training raises the probability."""

LOWERS: Final = (240, 228, 66)
"""Where it lowers it. Neither colour stands for an outcome, and both are told apart by people who see few colours."""

MOST: Final = 7
_GAP: Final = 12


@dataclass(frozen=True, eq=False)
class GradientSheet:
    """A picture for each loss, and what they say in words."""

    pictures: tuple[Picture, ...]
    sentence: str


class GradientTab(LaboratoryTab):
    """Emits ``wrt_changed`` when gradients by something else are wanted; ``wrt`` says by what."""

    wrt_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wrt = LOGIT
        self._has_logit = True
        self._choice = Choice(
            [
                (LOGIT, tr("By logit"), tr("What reaches the network: the slope by what a sigmoid is fed")),
                (PROBABILITY, tr("By probability"), tr("The slope of the loss itself, by the probability of a voxel")),
            ],
            tr("Gradient by"),
        )
        self._choice.value = LOGIT
        self._choice.chosen.connect(self._choose)
        self.set_tool(self._choice)
        self.pictures = tuple(SlicePicture(tr("Gradient")) for _ in range(MOST))
        self._sentence = Paragraph("secondary")
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row_of(*((picture, 1) for picture in self.pictures), spacing=_GAP), 1)
        self._scale = _Scale()
        column.addLayout(row_of((self._sentence, 1), (self._scale, 0)))
        self.add_page(self._page)
        self._sheet: GradientSheet | None = None

    def _choose(self, wrt: str) -> None:
        self._wrt = wrt
        self.wrt_changed.emit()

    @property
    def wrt(self) -> str:
        """What gradients are by: what was chosen, where there is a choice."""
        return self._wrt if self._has_logit else PROBABILITY

    def offer_logit(self, has_logit: bool) -> None:
        """Hard labels are 0 or 1, where a logit has no slope: nothing is left to choose."""
        self._has_logit = has_logit
        self._choice.button(LOGIT).setEnabled(has_logit)
        self._choice.value = self.wrt

    def show_sheet(self, sheet: GradientSheet) -> None:
        """Show other maps."""
        self._sheet = sheet
        self._draw(is_stale=False)
        self._sentence.setText(sheet.sentence)
        self.show_page(self._page)

    def show_measuring(self) -> None:
        """Others are on their way: grey those there are, or say so."""
        if self._sheet is None or self.words:
            self.show_words(tr("Measuring…"))
        else:
            self._draw(is_stale=True)

    def _draw(self, *, is_stale: bool) -> None:
        assert self._sheet is not None
        shown = [*self._sheet.pictures, *[None] * MOST]
        for widget, picture in zip(self.pictures, shown, strict=False):
            widget.show_picture(picture, is_stale=is_stale)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for more of them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many losses as there is room for, the first ones; the colour scale gives way to the sentence beside it."""
        room = self.width() - 2 * theme.PADDING
        count = max(1, (room + _GAP) // (self.pictures[0].minimumWidth() + _GAP))
        known = len(self._sheet.pictures) if self._sheet else 0
        for position, widget in enumerate(self.pictures):
            widget.setVisible(position < min(count, known))
        self._scale.setVisible(room >= 2 * self._scale.width())


class _Scale(QWidget):
    """The one colour scale of all maps."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(206, 24)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("Each map runs from its loss's strongest push down to none, on this scale"))
        self.setAccessibleName(tr("Colour scale: raises the probability, lowers it"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A bar from one colour over nothing to the other, and what each means."""
        painter, palette = QPainter(self), theme.current()
        painter.setFont(theme.base_font(theme.SMALL_PX))
        painter.setPen(palette.colour("secondary"))
        bar = QRectF(58, 9, 90, 6)
        shade = QLinearGradient(bar.topLeft(), bar.topRight())
        for at, colour in ((0.0, RAISES), (0.5, None), (1.0, LOWERS)):
            shade.setColorAt(at, QColor(*colour) if colour else QColor(0, 0, 0))
        painter.fillRect(bar, shade)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, 52, 24), middle | Qt.AlignmentFlag.AlignRight, tr("raises p"))
        painter.drawText(QRectF(154, 0, 52, 24), middle, tr("lowers p"))
