"""Work that survives: saving, opening and restoring sessions, and saying in the title what is not saved yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QFileDialog

from segdiff.errors import SegdiffError
from segdiff.gui.autosave import Autosave, left_behind
from segdiff.gui.fingerprints import Fingerprints
from segdiff.gui.latest import LatestTask, Ticket
from segdiff.gui.opener import Opener
from segdiff.gui.opening import ReadResult
from segdiff.gui.recent import Recent, remember
from segdiff.gui.session_reading import SessionReading
from segdiff.gui.store import Store
from segdiff.gui.widgets.message import Offer
from segdiff.gui.widgets.questions import Answer, ask_to_save
from segdiff.gui.window import Window
from segdiff.gui.words import tr
from segdiff.io import CaseRequest
from segdiff.session import (
    SUFFIX,
    FileDiffers,
    Session,
    ViewState,
    discard,
    is_session,
    load_kept,
    load_session,
    save_session,
)

_FOLDER: Final = "session/folder"


def _nothing() -> None:
    """What is done after saving where nobody waits for it."""


@dataclass(frozen=True)
class _Work:
    """What a person would lose: everything that is saved but for the place and the colours of the window."""

    request: CaseRequest
    view: ViewState

    @classmethod
    def of(cls, session: Session) -> _Work:
        usual = ViewState()
        view = replace(session.view, case=None, cursor=usual.cursor, theme=usual.theme)
        return cls(replace(session.request, notices=()), view)


class Sessions(QObject):
    """Keeps the session of a window.

    Args:
        window: shows its name.
        store: holds the view.
        opener: knows the files, and reads them.
        fail: says what went wrong.
        parent: of this object.
    """

    def __init__(
        self, window: Window, store: Store, opener: Opener, fail: Callable[[str, Exception], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._store = store
        self._opener = opener
        self._path: Path | None = None
        self._place = 0
        self._saved: _Work | None = None
        self._reading: SessionReading | None = None
        self._rescued: Path | None = None
        self._after_saving: Callable[[], object] = _nothing
        self._fingerprints = Fingerprints()
        self.autosave = Autosave(self.current, self)
        self._saver = LatestTask("save", self)
        self._saver.finished.connect(lambda _key, saved: self._note_saved(*saved))
        self._saver.failed.connect(lambda _key, problem: self._note_not_saved(problem))
        self._fail = fail
        store.changed.connect(lambda *_: self._note_change())
        opener.open_session = self.open
        window.may_close = self._may_close
        window.rescue.taken.connect(lambda offer: offer.act())

    def current(self) -> Session | None:
        """What is on screen, as it would be saved; ``None`` where there is nothing that could be opened again."""
        case, request = self._store.state.case, self._opener.opened
        is_demo = case is not None and case.synthetic and not request.files
        if case is None or not (request.files or is_demo):
            return None
        turn = self._opener.turn
        return Session(
            request, self._store.state, is_demo=is_demo, listed=turn.place if turn else None, saved_as=self._path
        )

    @property
    def has_unsaved_work(self) -> bool:
        """Whether closing would lose what a person meant to keep: a change to a saved session, or a verdict."""
        session = self.current()
        if session is None:
            return False
        if self._path is None:
            return bool(session.view.verdicts.given) and _Work.of(session) != self._saved
        return _Work.of(session) != self._saved

    def save(self) -> None:
        """Save where it was saved last; ask where, the first time."""
        if self._path is None:
            self.save_as()
        else:
            self._save_to(self._path)

    def save_as(self) -> None:
        """Ask where to save, and save there."""
        if self.current() is None:
            self._window.message.show_notice(tr("There is nothing to save yet; open some files first."))
            return
        listed = tr("segdiff sessions (*{suffix})", suffix=SUFFIX)
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("Save the session"), self._suggestion(), listed)
        if chosen:
            path = Path(chosen)
            QSettings().setValue(_FOLDER, str(path.parent))
            self._save_to(path if is_session(path) else path.with_name(path.name + SUFFIX))
        else:
            self._after_saving = _nothing

    def open(self, path: Path, *, even_if_changed: bool = False) -> None:
        """Read a session file, and the files it is about; what a person would lose by it is asked about first."""
        again = partial(self.open, path, even_if_changed=even_if_changed)
        if self._may_go_on(tr("Open without saving"), again):
            self._open(path, even_if_changed)

    def _open(self, path: Path, even_if_changed: bool) -> None:
        self._rescued = None
        try:
            session = load_session(path)
        except SegdiffError as problem:
            self._fail(tr("Not opened"), problem)
            return
        self._read(SessionReading(replace(session, saved_as=path), even_if_changed))

    def offers(self, problem: BaseException) -> list[Offer]:
        """What a person may do about a file that is not what it was when the session was saved."""
        if not isinstance(problem, FileDiffers) or self._reading is None:
            return []
        reading = self._reading
        locate = Offer(tr("Locate it…"), partial(self._locate, reading, problem), tr("Say where the file is now."))
        if not problem.is_missing:
            anyway = Offer(
                tr("Open it anyway"),
                partial(self._read, reading.allowing_changes()),
                tr("Look at the file as it is now. The numbers may differ from those of the session."),
            )
            return [anyway, locate]
        without = reading.without(problem.path)
        if not without.session.files:
            return [locate]
        return [locate, Offer(tr("Open the others"), partial(self._read, without), tr("Leave this file out."))]

    def offer_to_restore(self) -> None:
        """After a crash, and only then: offer what was on screen."""
        left = left_behind()
        if not left:
            return
        self._window.rescue.show_problem(
            tr("Your last session was not saved"),
            tr("segdiff ended unexpectedly; what was on screen is kept."),
            [
                Offer(tr("Restore"), partial(self._restore, left[0])),
                Offer(tr("Discard"), partial(self._discard, left[0])),
            ],
        )

    def show_read(self, read: ReadResult, before: CaseRequest, *, is_another: bool, goes_on: bool) -> None:
        """A case has come on screen: of a session, or other files.

        Args:
            read: what was read.
            before: the files that were on screen.
            is_another: the case takes the place of that on screen, rather than adding to it.
            goes_on: it is of the list that is gone through, whose session it therefore stays.
        """
        if read.session is not None:
            self._path = read.session.saved_as
            self._place += 1
            self._fingerprints.learn(read.session.fingerprints)
            session = self.current()
            self._saved = _Work.of(session) if session and self._rescued is None else None
            if self._rescued is not None:
                discard(self._rescued)
                self._rescued = None
        elif not goes_on and (is_another or _is_another(before, read.request)):
            self._path = self._saved = None
            self._place += 1
        self._reading = None
        if read.session is not None and read.session.saved_as is not None:
            remember(Recent(session=read.session.saved_as))
        elif read.turn is not None:
            remember(Recent(listed=read.turn.place))
        elif read.request.files:
            remember(Recent(request=replace(read.request, notices=())))
        self._note_change()

    def shut_down(self) -> None:
        """The window is closed as it should be."""
        self._saver.shut_down()
        self.autosave.close()

    def _read(self, reading: SessionReading) -> None:
        self._reading = reading
        self._opener.read(reading)

    def _locate(self, reading: SessionReading, problem: FileDiffers) -> None:
        title = tr("Where is {name} now?", name=problem.path.name)
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(problem.path.parent))
        if chosen:
            self._read(reading.found_at(problem, Path(chosen)))

    def _restore(self, path: Path) -> None:
        if not self._may_go_on(tr("Restore without saving"), partial(self._restore, path)):
            return
        self._window.rescue.hide()
        try:
            session = load_kept(path)
        except SegdiffError as problem:
            self._fail(tr("Not restored"), problem)
            return
        self._rescued = path
        self._read(SessionReading(session))

    def _discard(self, path: Path) -> None:
        self._window.rescue.hide()
        discard(path)
        self.offer_to_restore()

    def _save_to(self, path: Path) -> None:
        """In the worker: files are fingerprinted first, as far as that was not done before."""
        session = self.current()
        if session is None:
            return
        fingerprints, place = self._fingerprints, self._place

        def work(_ticket: Ticket) -> tuple[Path, Session, int]:
            complete = replace(session, fingerprints=fingerprints.of(session.files), saved_as=None)
            save_session(complete, path)
            return path, complete, place

        self._saver.submit("save", work)

    def _note_saved(self, path: Path, session: Session, place: int) -> None:
        """What came on screen meanwhile is not what the file holds, and must not be saved over it."""
        if place == self._place:
            self._path, self._saved = path, _Work.of(session)
        remember(Recent(session=path))
        self._show_name()
        goes_on, self._after_saving = self._after_saving, _nothing
        goes_on()

    def _note_not_saved(self, problem: Exception) -> None:
        self._after_saving = _nothing
        self._fail(tr("Not saved"), problem)

    def _note_change(self) -> None:
        if self.current() is not None:
            self.autosave.note_change()
        self._show_name()

    def _show_name(self) -> None:
        case = self._store.state.case
        name = self._path.stem if self._path else case.name if case else ""
        if self._path is not None and self._opener.turn is not None and case is not None:
            name = f"{name}: {case.name}"
        self._window.show_name(name, self.has_unsaved_work)

    def _may_close(self) -> bool:
        return self._may_go_on(tr("Close without saving"), self._window.close)

    def _may_go_on(self, without_saving: str, again: Callable[[], object]) -> bool:
        """Ask where a person would lose work, else go on without a word; once it is saved, it is tried again."""
        if not self.has_unsaved_work:
            return True
        answer = ask_to_save(self._window, self._path.name if self._path else "", without_saving)
        if answer is Answer.SAVE:
            self._after_saving = again
            self.save()
        return answer is Answer.DISCARD

    def _suggestion(self) -> str:
        if self._path is not None:
            return str(self._path)
        case, files = self._store.state.case, self._opener.opened.files
        if self._opener.turn is not None:
            path = self._opener.turn.listed.path.absolute()
            return str(path.with_name(f"{path.stem}{SUFFIX}"))
        folder = files[0].absolute().parent if files else Path(str(QSettings().value(_FOLDER, str(Path.home()))))
        return str(folder / f"{case.name if case else 'session'}{SUFFIX}")


def _is_another(before: CaseRequest, after: CaseRequest) -> bool:
    """Whether files are of another case than those before, rather than more of the same."""
    return (before.image, before.truth) != (None, None) and before.image != after.image and before.truth != after.truth
