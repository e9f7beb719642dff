"""The choice of what the plane shows: the index, its loss, or the focal loss."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from segdiff.gui import theme
from segdiff.gui.numbers import score_text
from segdiff.gui.words import tr

INDEX: Final = "tversky_index"
_FOCAL: Final = "focal_tversky_loss"


class MemberButton(QPushButton):
    """Emits ``changed``; a small word in the corner that opens a list."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.member = INDEX
        self._titles = {
            INDEX: tr("Tversky index"),
            "tversky_loss": tr("Tversky loss"),
            _FOCAL: tr("focal Tversky, e = .75"),
        }
        self.setProperty("role", "corner")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(theme.base_font(10))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        menu, group = QMenu(self), QActionGroup(self)
        for member, title in self._titles.items():
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(member == INDEX)
            action.setActionGroup(group)
            action.triggered.connect(lambda _checked=False, member=member: self.choose(member))
        self.clicked.connect(lambda: menu.popup(self.mapToGlobal(self.rect().topLeft()) - menu.rect().bottomLeft()))
        self._show()

    def choose(self, member: str) -> None:
        """Show another member of the family."""
        self.member = member
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.setText(f"{self._titles[self.member]} ▾")
        self.setAccessibleName(tr("The plane shows: {member}", member=self._titles[self.member]))
        self.setToolTip(tr("Show the index or a loss; all have the same level lines, at other distances"))

    def goodness(self, index: NDArray[np.float64]) -> NDArray[np.float64]:
        """What is shaded: lighter is better, whichever member is shown."""
        from segdiff.explore import Member, as_member

        values = as_member(index, Member(self.member))
        return values if self.member == INDEX else 1.0 - values

    def levels(self, lowest: float, number: int) -> NDArray[np.float64]:
        """The index at so many levels of the member, evenly spaced between a perfect match and ``lowest``."""
        if self.member != _FOCAL:
            return np.linspace(1.0, lowest, number + 2)[1:-1]
        from segdiff.explore.family import PUBLISHED_EXPONENT

        losses = np.linspace(0.0, (1.0 - lowest) ** PUBLISHED_EXPONENT, number + 2)[1:-1]
        levels: NDArray[np.float64] = 1.0 - losses ** (1.0 / PUBLISHED_EXPONENT)
        return levels

    def words(self, alpha: float, beta: float, index: float) -> str:
        """The value of the member at these costs."""
        from segdiff.explore import Member, as_member

        value = float(as_member(np.array([index]), Member(self.member))[0])
        title = self._titles[self.member]
        return tr(
            "α {alpha}, β {beta}: {title} {value}",
            alpha=f"{alpha:.2f}",
            beta=f"{beta:.2f}",
            title=title,
            value=score_text(value),
        )
