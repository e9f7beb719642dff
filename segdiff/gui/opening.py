"""From what a person dropped, chose or typed to a Case: what is to be read, and what a refusal leaves open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from segdiff.data import Case, ReadingChoices
from segdiff.gui.latest import Ticket
from segdiff.io import (
    Answer,
    AsChosen,
    CaseRequest,
    PredictionRequest,
    ReadAs,
    guess_roles,
    read_case,
    readable_suffixes,
)
from segdiff.render import first_look
from segdiff.session import ViewState, WindowRequest

_FOLDER: Final = "open/folder"
"""The setting that remembers where files were opened last."""


class Role(StrEnum):
    """What a file is opened as; ``ANY`` leaves it to the file's name and content."""

    ANY = "files"
    IMAGE = "an image"
    TRUTH = "a ground truth"
    PREDICTION = "predictions"

    @property
    def takes_several(self) -> bool:
        """Whether more than one file can be opened as this."""
        return self in (Role.ANY, Role.PREDICTION)


class Permission(StrEnum):
    """What a person may allow when a file does not lie on the grid of the others."""

    RESAMPLE = "resample"
    ASSUME = "assume"


@dataclass(frozen=True, eq=False)
class ReadResult:
    """A case that was read, what was asked for, and where to look first."""

    case: Case
    request: CaseRequest
    focus: tuple[int, ...]


ReadCase = Callable[[Ticket], ReadResult]


@dataclass(frozen=True)
class Reading:
    """Work for the reader: what is open, read again together with more files.

    Args:
        opened: what is open.
        files: what to add to it.
        role: as what.
        allowed: what a person allowed for these files.
        answers: what a person said about how to read them.
    """

    opened: CaseRequest
    files: tuple[Path, ...] = ()
    role: Role = Role.ANY
    allowed: frozenset[Permission] = frozenset()
    answers: tuple[Answer, ...] = ()

    def __call__(self, ticket: Ticket) -> ReadResult:
        """In the worker: find out what each file is, and read."""
        ticket.progress("Looking at the files", 0.0)
        request = self._request()
        for answer in self.answers:
            request = answer(request)
        request = replace(
            request,
            resample=request.resample or Permission.RESAMPLE in self.allowed,
            assume_geometry=request.assume_geometry or Permission.ASSUME in self.allowed,
        )
        return _result(read_case(request, progress=ticket.progress, is_stale=ticket.is_stale), request)

    def allowing(self, permission: Permission) -> Reading:
        """The same with one more thing allowed."""
        return replace(self, allowed=self.allowed | {permission})

    def answering(self, answer: Answer) -> Reading:
        """The same with one more question answered."""
        return replace(self, answers=(*self.answers, answer))

    def meaning(self, path: Path, *parts: str) -> Reading:
        """The same with a file's parts in place of the file: where it is read first, since it may be read again."""
        named = tuple(Path(f"{path}#{part}") for part in parts)
        if path in self.files:
            place = self.files.index(path)
            return replace(self, files=(*self.files[:place], *named, *self.files[place + 1 :]))
        return replace(self, opened=_meaning(self.opened, path, named[0]))

    def _request(self) -> CaseRequest:
        if self.role is Role.IMAGE:
            return replace(self.opened, image=self.files[0])
        if self.role is Role.TRUTH:
            return replace(self.opened, truth=self.files[0])
        if self.role is Role.PREDICTION:
            return _joined(self.opened, CaseRequest(predictions=tuple(map(PredictionRequest, self.files))))
        return self._guessed() if self.files else self.opened

    def _guessed(self) -> CaseRequest:
        """New files with both an image and a truth begin another case; any others join the one that is open.

        Beside an image that is open, a map of numbers from 0 to 1 is a prediction.
        """
        alone = beside = guess_roles(self.files)
        if self.opened.image is not None:
            beside = guess_roles((self.opened.image, *self.files))
        is_image = alone.image is not None and alone.image not in [one.path for one in beside.predictions]
        return alone if is_image and alone.truth else _joined(self.opened, beside)


def read_demo(ticket: Ticket) -> ReadResult:
    """In the worker: make the synthetic case."""
    from segdiff.demo import demo_case

    ticket.progress("Making the synthetic demo", 0.1)
    return _result(demo_case(), CaseRequest())


def _result(case: Case, request: CaseRequest) -> ReadResult:
    labels = case.label_choices()
    return ReadResult(case, request, first_look(case, labels[0] if labels else None))


def work_of(request: WindowRequest) -> ReadCase | None:
    """Work for what the command line asked for; ``None`` when it asked for nothing."""
    if request.demo:
        return read_demo
    read_as = ReadAs.PROBABILITIES if request.read_8bit_as_probabilities else ReadAs.AUTO
    predictions = tuple(PredictionRequest(path, read_as=read_as) for path in request.predictions)
    named = CaseRequest(request.image, request.truth, predictions)
    asked = {Permission.RESAMPLE: request.resample, Permission.ASSUME: request.assume_geometry}
    allowed = frozenset(permission for permission, is_asked in asked.items() if is_asked)
    answers = (AsChosen(request.reading),) if request.reading != ReadingChoices() else ()
    if named == CaseRequest() and not request.paths:
        return None
    return Reading(named, request.paths, allowed=allowed, answers=answers)


def _meaning(request: CaseRequest, path: Path, part: Path) -> CaseRequest:
    """The request with a part of a file in place of the file, in the order in which files are read."""
    if request.truth == path:
        return replace(request, truth=part)
    if request.image == path:
        return replace(request, image=part)
    predictions = list(request.predictions)
    place = [prediction.path for prediction in predictions].index(path)
    predictions[place] = replace(predictions[place], path=part)
    return replace(request, predictions=tuple(predictions))


def _joined(opened: CaseRequest, more: CaseRequest) -> CaseRequest:
    """One more file each; where there is a truth already, one more mask is a prediction: that takes nothing away."""
    truth, found, notices = more.truth, more.predictions, more.notices
    if truth and opened.truth and truth != opened.truth:
        found = (PredictionRequest(truth), *found)
        notices = (
            *notices,
            f"{truth.name} was added as a prediction; to take it as the ground truth, press the name there.",
        )
        truth = None
    known = {prediction.path for prediction in opened.predictions}
    return replace(
        opened,
        image=more.image or opened.image,
        truth=truth or opened.truth,
        predictions=(*opened.predictions, *(prediction for prediction in found if prediction.path not in known)),
        notices=notices,
    )


def without_prediction(request: CaseRequest, case: Case, name: str) -> CaseRequest:
    """The request less the file of a prediction that was removed from the case."""
    path = case.prediction(name).content.path
    return replace(request, predictions=tuple(p for p in request.predictions if p.path != path))


def looking_at(state: ViewState, read: ReadResult) -> ViewState:
    """The state that shows what was read; a new grid is looked at where there is most to see."""
    shown = state.with_case(read.case)
    same_place = state.case is not None and state.case.grid == read.case.grid
    return shown if same_place else shown.with_cursor(read.focus)


def ask_for_files(parent: QWidget, role: Role) -> list[Path]:
    """Let a person choose files, beginning where files were opened last; empty when nothing was chosen."""
    patterns = " ".join(f"*{suffix}" for suffix in readable_suffixes())
    listed = f"Images, masks and probability maps ({patterns});;All files (*)"
    where = parent, f"Open {role.value}", str(QSettings().value(_FOLDER, "")), listed
    chosen = QFileDialog.getOpenFileNames(*where)[0] if role.takes_several else [QFileDialog.getOpenFileName(*where)[0]]
    files = [Path(file) for file in chosen if file]
    if files:
        QSettings().setValue(_FOLDER, str(files[0].parent))
    return files
