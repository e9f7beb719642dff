"""What is open, and what a person opens besides: files asked for, dropped, allowed after a refusal, or taken out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from segdiff.gui import opening
from segdiff.gui.asking import ask_for_files, ask_for_folder
from segdiff.gui.pipeline import Pipeline
from segdiff.gui.remedies import remedies_for
from segdiff.gui.store import Store
from segdiff.gui.turns import Turn
from segdiff.gui.widgets.message import Offer
from segdiff.gui.window import Window
from segdiff.gui.words import tr
from segdiff.io import CaseRequest
from segdiff.session import is_session


class Opener:
    """Knows which files are on screen, and has the pipeline read them again together with others.

    Args:
        window: says what is going on.
        store: keeps the case.
        pipeline: reads.
    """

    def __init__(self, window: Window, store: Store, pipeline: Pipeline) -> None:
        self.opened = CaseRequest()
        self.turn: Turn | None = None
        self.left_out: tuple[Path, ...] = ()
        self._window = window
        self._store = store
        self._pipeline = pipeline
        self.open_session: Callable[[Path], object] = lambda _path: None
        self._work: opening.ReadCase | None = None

    def read(self, work: opening.ReadCase) -> None:
        """Read in the worker; what is on screen stays until the new case is there."""
        self._work = work
        self._window.message.hide()
        self._window.welcome.show_busy(tr("Opening…"))
        self._window.status.show_progress(tr("Opening"), 0.0)
        self._pipeline.read(work)

    def ask(self, role: opening.Role) -> None:
        """Let a person choose files for a role, and read them."""
        if files := ask_for_files(self._window, role):
            self.add(role, files)

    def ask_for_folder(self) -> None:
        """Let a person choose a folder, and read what is in it."""
        if folder := ask_for_folder(self._window):
            self.add(opening.Role.ANY, [folder])

    def add(self, role: opening.Role, files: Sequence[Path]) -> None:
        """Read the case again together with more files; a session file stands for its own."""
        for path in filter(is_session, files):
            self.open_session(path)
            return
        self.read(opening.Reading(self.opened, tuple(files), role, turn=self.turn, left_out=self.left_out))

    def reload(self) -> None:
        """Read the files that are open again, as they are now."""
        self.read(opening.Reading(replace(self.opened, notices=()), turn=self.turn, left_out=self.left_out))

    def show(self, read: opening.ReadResult) -> None:
        """Remember what has come on screen."""
        self.opened, self.turn, self.left_out = read.request, read.turn, read.left_out
        self._work = None
        position, cases = (read.turn.position, len(read.turn.listed.cases)) if read.turn else (0, 0)
        self._window.top.show_turn(position, cases)

    @property
    def refused(self) -> opening.ReadCase | None:
        """What is being read, or could not be."""
        return self._work

    @property
    def place(self) -> str:
        """Where the case stands that was refused, to begin a sentence with; empty where it is of no list."""
        work = self._work
        if isinstance(work, opening.Reading) and work.turn is not None and not work.files:
            return f"{work.turn.case.place}: "
        return ""

    def step(self, by: int) -> None:
        """Go on in the list of cases, or back; from the case that is being opened or was refused, if there is one."""
        work = self._work
        latest = work if isinstance(work, opening.Reading) and work.turn is not None else None
        turn = latest.turn if latest else self.turn
        following = turn.moved(by) if turn else None
        if following is not None:
            self.read((latest or opening.Reading(self.opened)).at(following))

    def cancel(self) -> None:
        """Give up what is being read, so that a list goes on from what is on screen; else what is being measured."""
        if self._pipeline.is_reading:
            self._work = None
        self._pipeline.cancel()

    def offers(self, problem: BaseException) -> list[Offer]:
        """What a person may do after a refusal; empty where nothing would help."""
        return [
            Offer(remedy.title, partial(self.read, remedy.work), remedy.tip, remedy.verb)
            for remedy in remedies_for(problem, self._work)
        ]

    def remove_prediction(self, name: str) -> None:
        """Take a prediction out of the case; its file stays where it is, and what was a slip can be put back."""
        case = self._store.state.case
        if case is None:
            return
        before: opening.ReadCase = opening.read_demo
        words = tr("{prediction} was taken out of the case.", prediction=name)
        if self.opened != CaseRequest():
            words = tr("{prediction} was taken out of the case; its file stays where it is.", prediction=name)
            before = opening.Reading(replace(self.opened, notices=()), turn=self.turn, left_out=self.left_out)
        self.opened = opening.without_prediction(self.opened, case, name)
        self._store.apply(lambda state: state.without_prediction(name))
        self._window.message.show_notice(words, [Offer(tr("Put it back"), partial(self.read, before))])
