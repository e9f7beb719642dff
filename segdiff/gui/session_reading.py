"""Work for the reader: the files of a session, as long as they are what they were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from segdiff.errors import SegdiffError
from segdiff.gui.latest import Ticket
from segdiff.gui.opening import ReadResult, read_demo
from segdiff.gui.turns import Turn, turn_at
from segdiff.gui.words import tr
from segdiff.io import read_case, stamps_of
from segdiff.session import FileDiffers, Session, check_files


@dataclass(frozen=True)
class SessionReading:
    """Reads the files of a session.

    Args:
        session: names them.
        even_if_changed: a person wants them although they have changed since.
    """

    session: Session
    even_if_changed: bool = False

    def __call__(self, ticket: Ticket) -> ReadResult:
        """In the worker: look whether the files are what they were, and read."""
        session = self.session
        if session.is_demo:
            return replace(read_demo(ticket), session=session)
        ticket.progress(tr("Looking at the files"), 0.0)
        check_files(replace(session, fingerprints={}) if self.even_if_changed else session)
        stamps = stamps_of(session.request)
        case = read_case(session.request, progress=ticket.progress, is_stale=ticket.is_stale)
        turn, notices = self._turn()
        name = turn.case.name if turn is not None else case.name
        known = {} if self.even_if_changed else session.fingerprints
        return ReadResult(
            replace(case, name=name, notices=(*case.notices, *notices)),
            session.request,
            (),
            turn=turn,
            stamps=stamps,
            session=replace(session, fingerprints=known),
        )

    def _turn(self) -> tuple[Turn | None, tuple[str, ...]]:
        """Its place in the list that was gone through; where that is gone the case stands alone, and that is said."""
        if self.session.listed is None:
            return None, ()
        try:
            return turn_at(self.session.listed), ()
        except SegdiffError as problem:
            return None, (f"{problem} {tr('The case was opened without its list.')}",)

    def allowing_changes(self) -> SessionReading:
        """The same, whatever the files hold now."""
        return replace(self, even_if_changed=True)

    def without(self, path: Path) -> SessionReading:
        """The same without a file that is gone."""
        left = self.session.request.without(path)
        return replace(self, session=replace(self.session, request=left))

    def found_at(self, problem: FileDiffers, place: Path) -> SessionReading:
        """The same with a file that a person found elsewhere, and with its neighbours that went there with it."""
        moved = dict(_neighbours(self.session, place.parent))
        moved[problem.path] = place
        return replace(self, session=self.session.with_moved(moved))


def _neighbours(session: Session, folder: Path) -> Mapping[Path, Path]:
    """Files of a session that are gone and of which one of the same name lies in a folder."""
    gone = [path for path in session.files if not path.exists()]
    return {path: folder / path.name for path in gone if (folder / path.name).exists()}
