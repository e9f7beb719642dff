"""The two menus at the top: what was opened last, and what a person takes away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from segdiff.gui.exporting import Exporting, Form
from segdiff.gui.key_tips import key_of
from segdiff.gui.opener import Opener
from segdiff.gui.opening import Reading
from segdiff.gui.recent import Recent, forget_all, recents, titles
from segdiff.gui.sessions import Sessions
from segdiff.gui.store import Store
from segdiff.gui.widgets.menu_button import Entry
from segdiff.gui.window import Window
from segdiff.gui.words import tr
from segdiff.io import CaseRequest

_CLEAR: Final = "clear"


class Keeping:
    """Fills the menus and does what is chosen in them.

    Args:
        window: has the menus.
        store: holds what is on screen.
        opener: reads files again.
        sessions: saves and opens sessions.
        exporting: writes pictures and scores.
    """

    def __init__(self, window: Window, store: Store, opener: Opener, sessions: Sessions, exporting: Exporting) -> None:
        self._window = window
        self._store = store
        self._opener = opener
        self._sessions = sessions
        self._things: dict[object, Callable[[], object]] = {"save": sessions.save, "save_as": sessions.save_as}
        self._things.update({form: partial(exporting.ask, form) for form in Form})
        self._things["named"] = partial(exporting.ask, Form.HTML, with_names=True)
        window.top.recent_asked.connect(self._show_recent)
        window.top.recent_wished.connect(self._open_recent)
        window.top.export_wished.connect(lambda what: self._things[what]())
        window.top.export.asked.connect(self._show_export)
        self._show_recent()
        self._show_export()

    def _show_recent(self) -> None:
        """What is gone is shown faintly; it may come back."""
        known = recents()
        entries = [
            Entry(title, one, tip=one.tip, is_enabled=one.is_there)
            for title, one in zip(titles(known), known, strict=True)
        ]
        if not known:
            entries = [Entry(tr("Nothing was opened yet"), is_enabled=False)]
        self._window.top.recent.show_entries(
            [*entries, Entry(), Entry(tr("Clear the list"), _CLEAR, is_enabled=bool(known))]
        )

    def _open_recent(self, wish: object) -> None:
        if wish == _CLEAR:
            forget_all()
        elif isinstance(wish, Recent) and wish.session is not None:
            self._sessions.open(wish.session)
        elif isinstance(wish, Recent) and wish.listed is not None:
            self._opener.read(Reading(CaseRequest(), (wish.listed.path,), starts_at=wish.listed.name))
        elif isinstance(wish, Recent) and wish.request is not None:
            self._opener.read(Reading(wish.request))

    def _show_export(self) -> None:
        state = self._store.state
        has_case, has_scores = state.case is not None, state.comparison is not None
        self._window.top.export.show_entries(
            [
                Entry(tr("Save session"), "save", key_of("save"), is_enabled=has_case),
                Entry(tr("Save session as…"), "save_as", key_of("save_as"), is_enabled=has_case),
                Entry(),
                Entry(tr("View as PNG…"), Form.PNG, is_enabled=has_case),
                Entry(tr("View as SVG…"), Form.SVG, is_enabled=has_case),
                Entry(),
                Entry(tr("Scores as CSV…"), Form.CSV, is_enabled=has_scores),
                Entry(tr("Scores as JSON…"), Form.JSON, is_enabled=has_scores),
                Entry(tr("Verdicts as CSV, with file names…"), Form.VERDICTS, is_enabled=bool(state.verdicts.given)),
                Entry(),
                Entry(tr("Report as PDF…"), Form.PDF, is_enabled=has_scores),
                Entry(tr("Report as HTML…"), Form.HTML, is_enabled=has_scores),
                Entry(tr("Report as HTML, with file names…"), "named", is_enabled=has_scores),
            ]
        )
