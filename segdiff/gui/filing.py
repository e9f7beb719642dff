"""What each file is for: guessed when files are opened, shown and corrected here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from segdiff.gui.opener import Opener
from segdiff.gui.opening import Reading, Role, Sorted, Sorting
from segdiff.gui.store import Store
from segdiff.gui.views.files_dialog import FilesDialog, contents_of
from segdiff.gui.widgets.message import Offer
from segdiff.gui.window import Window
from segdiff.gui.words import tr
from segdiff.io import Assigned, CaseRequest, assigned, reassigned, requested
from segdiff.io import Role as FileRole


class Filing:
    """Lets a person correct the roles of files, before they are opened or after.

    Args:
        window: where the dialog stands.
        store: knows what is open.
        opener: opens.
    """

    def __init__(self, window: Window, store: Store, opener: Opener) -> None:
        self._window = window
        self._store = store
        self._opener = opener

    def choose(self) -> None:
        """Show the files that are open, and those that were left out when they were."""
        case = self._store.state.case
        if case is None or case.synthetic or self._opener.opened == CaseRequest():
            self._opener.ask(Role.ANY)
        else:
            self.show(Sorted(self._opener.opened, self._opener.left_out))

    def show(self, files: Sorted) -> None:
        """Show files in the roles they have or were guessed to have."""
        case = self._store.state.case
        contents = contents_of(case) if case else {}
        dialog = FilesDialog(assigned(files.request, files.left_out), contents, self._window)
        dialog.accepted_rows.connect(partial(self._open, files.request))
        dialog.open()

    def notice_offers(self) -> list[Offer]:
        """What may be done about a guess that left something open."""
        guessed = self._opener.opened.notices or self._opener.left_out
        return (
            [Offer(tr("Check the files…"), self.choose, tr("See and change what each file is for."))] if guessed else []
        )

    def refusal_offers(self) -> list[Offer]:
        """What may be done where several files were refused: another role for one of them, or none."""
        refused = self._opener.refused
        if not isinstance(refused, Reading) or refused.role is not Role.ANY:
            return []
        if len(refused.files) < 2 and not any(path.is_dir() for path in refused.files):
            return []
        tip = tr("See what each file was taken for, give it another role or leave it out.")
        return [Offer(tr("Check the files…"), partial(self._opener.read, Sorting(refused)), tip)]

    def take_as_truth(self, name: str) -> None:
        """Let a prediction and the ground truth change places."""
        rows = assigned(self._opener.opened, self._opener.left_out)
        place = [(row.role, row.name) for row in rows].index((FileRole.PREDICTION, name))
        self._open(self._opener.opened, reassigned(rows, place, FileRole.TRUTH))

    def _open(self, request: CaseRequest, rows: Sequence[Assigned]) -> None:
        left_out: tuple[Path, ...] = tuple(row.path for row in rows if row.role is None)
        self._opener.read(Reading(requested(rows, request), turn=self._opener.turn, left_out=left_out))
