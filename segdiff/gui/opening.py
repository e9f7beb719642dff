"""From what a person dropped, chose or typed to a Case: what is to be read, and what a refusal leaves open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from segdiff.data import Case, ReadingChoices
from segdiff.errors import SegdiffError
from segdiff.gui.latest import Ticket
from segdiff.gui.turns import Turn, first_turn, turn_at
from segdiff.gui.words import tr
from segdiff.io import (
    Answer,
    AsChosen,
    CaseRequest,
    PredictionRequest,
    ReadAs,
    Stamps,
    files_among,
    guess_by_names,
    guess_roles,
    read_case,
    stamps_of,
)
from segdiff.render import first_look
from segdiff.session import PlaceInList, Session, ViewState, WindowRequest


class Role(StrEnum):
    """What a file is opened as; ``ANY`` leaves it to the file's name and content."""

    ANY = "any"
    IMAGE = "image"
    TRUTH = "truth"
    PREDICTION = "prediction"

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
    """A case that was read.

    Args:
        case: what was read.
        request: what was asked for.
        focus: where to look first; empty where a session says it.
        turn: which case of which list it is, if it is of one.
        is_another: it takes the place of what was open, rather than adding to it.
        left_out: files that were offered and play no role.
        stamps: what the files were on disk before they were read.
        session: the session that it was read for, if it was.
    """

    case: Case
    request: CaseRequest
    focus: tuple[int, ...]
    turn: Turn | None = None
    is_another: bool = False
    left_out: tuple[Path, ...] = ()
    stamps: Stamps = field(default_factory=dict)
    session: Session | None = None


@dataclass(frozen=True)
class Sorted:
    """Files in the roles they were guessed to have, before any is opened, and those that have none."""

    request: CaseRequest
    left_out: tuple[Path, ...]


ReadCase = Callable[[Ticket], ReadResult | Sorted]


@dataclass(frozen=True)
class Reading:
    """Work for the reader: what is open, read again together with more files.

    Args:
        opened: what is open.
        files: what to add to it.
        role: as what.
        allowed: what a person allowed for these files.
        answers: what a person said about how to read them.
        turn: which case of which list is open, or is to be opened.
        left_out: files that were offered before and play no role.
        starts_at: name of the case of a list to start at; empty for the first.
    """

    opened: CaseRequest
    files: tuple[Path, ...] = ()
    role: Role = Role.ANY
    allowed: frozenset[Permission] = frozenset()
    answers: tuple[Answer, ...] = ()
    turn: Turn | None = None
    left_out: tuple[Path, ...] = ()
    starts_at: str = ""

    def __call__(self, ticket: Ticket) -> ReadResult:
        """In the worker: find out what each file is, and read."""
        ticket.progress(tr("Looking at the files"), 0.0)
        turn = self._list_of_cases()
        if turn is not None:
            return self.at(turn)(ticket)
        request, is_another = self._request()
        turn = None if is_another else self.turn
        for answer in self.answers:
            request = answer(request)
        request = replace(
            request,
            resample=request.resample or Permission.RESAMPLE in self.allowed,
            assume_geometry=request.assume_geometry or Permission.ASSUME in self.allowed,
        )
        stamps = stamps_of(request)
        case = read_case(request, progress=ticket.progress, is_stale=ticket.is_stale)
        if turn is not None:
            case = replace(case, name=turn.case.name)
        left_out = self._without_role(request)
        return replace(_result(case, request), turn=turn, is_another=is_another, left_out=left_out, stamps=stamps)

    def sorted(self) -> Sorted:
        """In the worker: what each file is for, as far as that can be told although some cannot be read."""
        try:
            request, _ = self._request()
        except SegdiffError:
            request = _joined(self.opened, guess_by_names(self.files))
        return Sorted(request, self._without_role(request, *files_among(self.files)))

    def _without_role(self, request: CaseRequest, *offered: Path) -> tuple[Path, ...]:
        """Files that were offered and are not in a request; where a guess says nothing, there are none."""
        if not offered and self.role is Role.ANY and request.notices:
            offered = tuple(files_among(self.files))
        used = {request.image, request.truth, *(prediction.path for prediction in request.predictions)}
        return tuple(path for path in dict.fromkeys((*self.left_out, *offered)) if path not in used)

    def at(self, turn: Turn) -> Reading:
        """Another case of a list, instead of what is open; what a person allowed in one case holds in all of them."""
        return Reading(turn.case.request, allowed=self.allowed, answers=self.answers, turn=turn)

    def _list_of_cases(self) -> Turn | None:
        """The first case of a list or of a folder of cases, or the one to start at, where that is what was opened."""
        if self.role is not Role.ANY or len(self.files) != 1:
            return None
        (path,) = self.files
        return turn_at(PlaceInList(path, self.starts_at)) if self.starts_at else first_turn(path)

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

    def _request(self) -> tuple[CaseRequest, bool]:
        """What is to be read, and whether it is another case than the one that is open."""
        if self.role is Role.IMAGE:
            return replace(self.opened, image=self.files[0]), False
        if self.role is Role.TRUTH:
            return replace(self.opened, truth=self.files[0]), False
        if self.role is Role.PREDICTION:
            more = CaseRequest(predictions=tuple(map(PredictionRequest, self.files)))
            return _joined(self.opened, more), False
        return self._guessed() if self.files else (self.opened, False)

    def _guessed(self) -> tuple[CaseRequest, bool]:
        """New files with both an image and a truth begin another case; any others join the one that is open.

        Beside an image that is open, a map of numbers from 0 to 1 is a prediction.
        """
        alone = beside = guess_roles(self.files)
        if self.opened.image is not None:
            beside = guess_roles((self.opened.image, *self.files))
        is_image = alone.image is not None and alone.image not in [one.path for one in beside.predictions]
        is_another = is_image and alone.truth is not None
        return (alone if is_another else _joined(self.opened, beside)), is_another


@dataclass(frozen=True)
class Sorting:
    """Work for the reader: what each of the files that were refused was taken for."""

    refused: Reading

    def __call__(self, ticket: Ticket) -> Sorted:
        """In the worker."""
        ticket.progress(tr("Looking at the files"), 0.0)
        return self.refused.sorted()


def read_demo(ticket: Ticket) -> ReadResult:
    """In the worker: make the synthetic case."""
    from segdiff.demo import demo_case

    ticket.progress(tr("Making the synthetic demo"), 0.1)
    return _result(demo_case(), CaseRequest())


def _result(case: Case, request: CaseRequest) -> ReadResult:
    labels = case.label_choices()
    return ReadResult(case, request, first_look(case, case.first_to_see(labels)))


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
            tr("{file} was added as a prediction, since there is a ground truth.", file=truth.name),
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


def looking_at(state: ViewState, read: ReadResult, *, is_another: bool = False) -> ViewState:
    """The state that shows what was read; another case, or a new grid, is looked at where there is most to see."""
    if read.session is not None:
        return read.session.view_of(read.case)
    shown = state.with_case(read.case)
    if is_another and state.case is not None:
        shown = shown.with_cursor(read.focus)
        return shown.with_window(read.case.image.window) if read.case.image else shown
    same_place = state.case is not None and state.case.grid == read.case.grid
    return shown if same_place else shown.with_cursor(read.focus)
