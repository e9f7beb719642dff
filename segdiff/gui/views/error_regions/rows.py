"""Error regions as Qt asks for them, cell by cell; each is put into words only when it is in sight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from segdiff.data import Outcome, RegionKey
from segdiff.gui import theme
from segdiff.gui.numbers import count_text, score_text, volume_text
from segdiff.gui.views.error_regions.words import (
    MOST_NAMED,
    decision_text,
    depth_text,
    extent_text,
    region_name,
    slices_text,
)
from segdiff.gui.words import tr
from segdiff.session import Verdict

if TYPE_CHECKING:
    from segdiff.evidence import ErrorRegions

REGION, VOLUME, EXTENT, DEPTH, SLICES, GAIN = range(6)
BAR_WIDTH: Final = 110
"""At most: a number stands beside it."""

_NUMBER_WIDTH: Final = 62
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


@dataclass(frozen=True, eq=False)
class Ranking:
    """Regions in the order in which they are listed.

    Args:
        regions: all of them.
        gains: what fixing each would gain.
        order: those that are listed, the largest gain first.
        noun: what a connected part is called, "lesion".
    """

    regions: ErrorRegions
    gains: NDArray[np.float64]
    order: NDArray[np.int64]
    noun: str

    @classmethod
    def of(cls, regions: ErrorRegions, gains: NDArray[np.float64], noun: str, only: Outcome | None) -> Ranking:
        """By gain, then by size, then by place; only of one outcome if asked for."""
        order = np.lexsort((np.arange(len(regions)), -regions.sizes, -gains))
        listed = order if only is None else order[regions.outcomes[order] == only]
        return cls(regions, gains, listed, noun)

    def row_of(self, key: RegionKey | None) -> int | None:
        """Where a region is listed."""
        region = None if key is None else self.regions.find(key)
        if region is None:
            return None
        found = np.flatnonzero(self.order == region)
        return int(found[0]) if found.size else None

    def key_at(self, row: int) -> RegionKey:
        """The region listed in a row."""
        return self.regions.key(int(self.order[row]))


class RegionRows(QAbstractTableModel):
    """A ranking as Qt asks for it."""

    def __init__(self) -> None:
        super().__init__()
        self.ranking: Ranking | None = None
        self._verdicts: Mapping[RegionKey, Verdict] = {}

    def show_verdicts(self, verdicts: Mapping[RegionKey, Verdict]) -> None:
        """Say behind the name of a region what was decided about it."""
        if verdicts != self._verdicts:
            self._verdicts = verdicts
            if rows := self.rowCount():
                self.dataChanged.emit(self.index(0, REGION), self.index(rows - 1, REGION))

    def show(self, ranking: Ranking | None) -> None:
        """Show another ranking; where it has as many rows, only the rows in sight are asked for again."""
        before, after = self.rowCount(), 0 if ranking is None else ranking.order.size
        if before == after and ranking is not None:
            self.ranking = ranking
            if after:
                self.dataChanged.emit(self.index(0, 0), self.index(after - 1, GAIN))
            return
        self.beginResetModel()
        self.ranking = ranking
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  as Qt declares it
        """One for each region listed."""
        return 0 if parent.isValid() or self.ranking is None else int(self.ranking.order.size)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  as Qt declares it
        """Always the same."""
        return 0 if parent.isValid() else GAIN + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """What a column says, and in the tooltip how it is defined."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole:
            return _LEFT if section in (REGION, GAIN) else _RIGHT
        if role == _Role.DisplayRole and section == VOLUME and self._counts_only:
            return tr("Size")
        return _heads()[section][role == _Role.ToolTipRole] if role in (_Role.DisplayRole, _Role.ToolTipRole) else None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        """One cell."""
        if self.ranking is None:
            return None
        region, column = int(self.ranking.order[index.row()]), index.column()
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return self._text(region, column)
        if role == _Role.ToolTipRole:
            return self._words(region)
        if role == _Role.TextAlignmentRole and column not in (REGION, GAIN):
            return _RIGHT
        return None

    @property
    def _counts_only(self) -> bool:
        """Whether there are no millilitres here."""
        return self.ranking is not None and self.ranking.regions.grid.voxel_ml is None

    def outcome_at(self, row: int) -> Outcome:
        """What kind of error a row is."""
        assert self.ranking is not None
        return Outcome(int(self.ranking.regions.outcomes[self.ranking.order[row]]))

    def share_at(self, row: int) -> float:
        """A row's gain as a share of the largest."""
        assert self.ranking is not None
        most = float(self.ranking.gains.max())
        return float(self.ranking.gains[self.ranking.order[row]]) / most if most > 0 else 0.0

    def _text(self, region: int, column: int) -> str:
        assert self.ranking is not None
        regions = self.ranking.regions
        if column == REGION:
            verdict = self._verdicts.get(regions.key(region)) if self._verdicts else None
            name = region_name(regions, region, self.ranking.noun)
            return f"{name} · {decision_text(verdict.decision)}" if verdict and verdict.decision else name
        if column == VOLUME:
            return volume_text(int(regions.sizes[region]), regions.grid.voxel_ml, regions.grid.unit)
        if column == EXTENT:
            return extent_text(regions, region)
        if column == DEPTH:
            return depth_text(regions, region)
        if column == SLICES:
            return slices_text(regions, region)
        return f"+{score_text(float(self.ranking.gains[region]))}"

    def _words(self, region: int) -> str:
        assert self.ranking is not None
        regions = self.ranking.regions
        is_miss = regions.outcomes[region] == Outcome.FALSE_NEGATIVE
        kind = tr("false negative, missed") if is_miss else tr("false positive, invented")
        lines = [kind, count_text(int(regions.sizes[region]), regions.grid.unit), extent_text(regions, region)]
        if regions.grid.is_volume:
            planes = (tr("axial"), tr("coronal"), tr("sagittal"))
            lines += [f"{plane} {slices_text(regions, region, axis)}" for axis, plane in enumerate(planes)]
        for lesion in regions.lesions_at(region)[:MOST_NAMED]:
            dice = score_text(float(regions.lesions.dice[lesion]), 3)
            lines.append(tr("{noun} {number}: Dice {dice}", noun=self.ranking.noun, number=lesion + 1, dice=dice))
        verdict = self._verdicts.get(regions.key(region)) if self._verdicts else None
        lines += [verdict.comment] if verdict and verdict.comment else []
        return "\n".join(lines)


class RegionPainter(QStyledItemDelegate):
    """Paints the swatch before a name and the bar before a gain."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The cell as ever, moved aside for what is painted here."""
        model, column = index.model(), index.column()
        shifted = QStyleOptionViewItem(option)
        super().paint(painter, shifted, index) if column not in (REGION, GAIN) else None
        if column not in (REGION, GAIN) or not isinstance(model, RegionRows):
            return
        palette, room = theme.current(), QRectF(option.rect)
        colour = palette.colour("fn" if model.outcome_at(index.row()) is Outcome.FALSE_NEGATIVE else "fp")
        self.initStyleOption(shifted, index)
        shifted.text = ""
        if shifted.widget is not None:
            shifted.widget.style().drawControl(
                shifted.widget.style().ControlElement.CE_ItemViewItem, shifted, painter, shifted.widget
            )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = room.center().y()
        if column == REGION:
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(room.left() + 8, middle - 5.5, 11, 11), 2.5, 2.5)
            text = room.adjusted(48, 0, -6, -2)
        else:
            bar = max(0.0, min(BAR_WIDTH, room.width() - 24 - _NUMBER_WIDTH))
            track = QRectF(room.left() + 12, middle - 2, bar, 4)
            painter.setBrush(palette.colour("track"))
            painter.drawRoundedRect(track, 2, 2)
            painter.setBrush(colour)
            track.setWidth(track.width() * model.share_at(index.row()))
            painter.drawRoundedRect(track, 2, 2)
            text = room.adjusted(12 + bar + 12, 0, 0, -2)
        painter.setPen(palette.colour("text"))
        shown = option.fontMetrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, int(text.width()))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as any row."""
        return QSize(super().sizeHint(option, index).width(), theme.ROW)


def _heads() -> tuple[tuple[str, str], ...]:
    return (
        (tr("Region"), tr("Connected voxels of one kind of error; parts of the ground truth are numbered by size")),
        (tr("Volume"), tr("How much of it there is")),
        (tr("Extent"), tr("Width, depth and height of the box around it")),
        (
            tr("Depth"),
            tr("How far its farthest voxel lies from the ground truth, or a missed one from its outside"),
        ),
        (tr("Slices"), tr("The axial slices it lies in")),
        (tr("Gain in Tversky"), tr("What the Tversky index would rise by if this region alone were put right")),
    )
