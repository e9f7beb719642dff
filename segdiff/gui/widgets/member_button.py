"""The choice of what the plane shows: the index, its loss, or the focal loss."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from segdiff.gui.numbers import score_text
from segdiff.gui.widgets.corner_menu import CornerMenu
from segdiff.gui.words import tr

INDEX: Final = "tversky_index"
_FOCAL: Final = "focal_tversky_loss"


class MemberButton(CornerMenu):
    """The member of the family that the plane shows."""

    def __init__(self, parent: QWidget | None) -> None:
        titles = {
            INDEX: tr("Tversky index"),
            "tversky_loss": tr("Tversky loss"),
            _FOCAL: tr("focal Tversky, e = .75"),
        }
        super().__init__(titles, tr("The plane shows"), parent)
        self.setToolTip(tr("Show the index or a loss; all have the same level lines, at other distances"))

    @property
    def member(self) -> str:
        """Its id."""
        return self.value

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
        title = self.titles[self.member]
        return tr(
            "α {alpha}, β {beta}: {title} {value}",
            alpha=f"{alpha:.2f}",
            beta=f"{beta:.2f}",
            title=title,
            value=score_text(value),
        )
