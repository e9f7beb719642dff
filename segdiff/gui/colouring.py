"""The colours a person chose for outcomes, wherever the window shows outcomes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QApplication

from segdiff.data import Outcome
from segdiff.gui import theme
from segdiff.gui.store import Store
from segdiff.session import USUAL_LOOK, ViewState

OUTCOMES: Final = {"fp": Outcome.FALSE_POSITIVE, "fn": Outcome.FALSE_NEGATIVE, "tp": Outcome.TRUE_POSITIVE}
"""What the theme calls their colours."""


class Colouring:
    """Gives the theme the colours of the overlay; a colour left as it was stays the theme's own.

    Args:
        app: that is dressed.
        store: that holds the colours.
        dress: dresses the application and shows everything again.
    """

    def __init__(self, app: QApplication, store: Store, dress: Callable[[], None]) -> None:
        self._app = app
        self._dress = dress
        self.take(store.state)
        store.changed.connect(self._follow)

    def take(self, state: ViewState) -> bool:
        """Tell the theme; whether it has to be put on again."""
        colours = {name: state.overlay.outcomes[outcome].colour for name, outcome in OUTCOMES.items()}
        chosen = {name: rgb for name, rgb in colours.items() if rgb != USUAL_LOOK[OUTCOMES[name]].colour}
        return theme.use_outcome_colours(self._app, chosen)

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.overlay.outcomes is not new.overlay.outcomes and self.take(new):
            self._dress()
