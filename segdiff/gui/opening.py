"""From what a person dropped, chose or typed to a Case: the requests, and the work of reading them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QSettings

from segdiff.data import Case
from segdiff.gui.latest import Ticket
from segdiff.io import CaseRequest, PredictionRequest, ReadAs, guess_roles, read_case, readable_suffixes
from segdiff.render import first_look
from segdiff.session import ViewState, WindowRequest


class Role(StrEnum):
    """What a file is opened as; ``ANY`` leaves it to the file's name and content."""

    ANY = "files"
    IMAGE = "an image"
    TRUTH = "a ground truth"
    PREDICTION = "predictions"


@dataclass(frozen=True, eq=False)
class ReadResult:
    """A case that was read, what was asked for, and where to look first."""

    case: Case
    request: CaseRequest
    focus: tuple[int, ...]


ReadCase = Callable[[Ticket], ReadResult]


def read_demo(ticket: Ticket) -> ReadResult:
    """In the worker: make the synthetic case."""
    from segdiff.demo import demo_case

    ticket.progress("Making the synthetic demo", 0.1)
    return _result(demo_case(), CaseRequest())


def reader_of(request: CaseRequest) -> ReadCase:
    """Work that reads a request."""

    def read(ticket: Ticket) -> ReadResult:
        return _result(read_case(request, progress=ticket.progress, is_stale=ticket.is_stale), request)

    return read


def guessing_reader_of(opened: CaseRequest, files: Sequence[Path]) -> ReadCase:
    """Work that finds out what each of some files is, adds them to what is open, and reads the whole."""

    def read(ticket: Ticket) -> ReadResult:
        ticket.progress("Looking at the files", 0.0)
        request = _joined(opened, guess_roles(files))
        return reader_of(request)(ticket)

    return read


def _result(case: Case, request: CaseRequest) -> ReadResult:
    labels = case.label_choices()
    return ReadResult(case, request, first_look(case, labels[0] if labels else None))


def work_of(request: WindowRequest) -> ReadCase | None:
    """Work for what the command line asked for; ``None`` when it asked for nothing."""
    read_as = ReadAs.PROBABILITIES if request.read_8bit_as_probabilities else ReadAs.AUTO
    named = CaseRequest(
        image=request.image,
        truth=request.truth,
        predictions=tuple(PredictionRequest(path, read_as=read_as) for path in request.predictions),
        resample=request.resample,
        assume_geometry=request.assume_geometry,
    )
    if request.demo:
        return read_demo
    if request.paths:
        return guessing_reader_of(named, request.paths)
    return None if named == CaseRequest(resample=request.resample, assume_geometry=request.assume_geometry) else reader_of(named)


def adding_reader_of(opened: CaseRequest, files: Sequence[Path], role: Role) -> ReadCase:
    """Work that reads what is open together with more files."""
    if role is Role.IMAGE:
        return reader_of(replace(opened, image=files[0]))
    if role is Role.TRUTH:
        return reader_of(replace(opened, truth=files[0]))
    if role is Role.PREDICTION:
        return reader_of(replace(opened, predictions=(*opened.predictions, *map(PredictionRequest, files))))
    return guessing_reader_of(opened, files)


def _joined(opened: CaseRequest, more: CaseRequest) -> CaseRequest:
    """New files with an image or a truth begin another case; predictions alone join the one that is open."""
    if more.image is not None and more.truth is not None:
        return more
    known = {prediction.path for prediction in opened.predictions}
    new = tuple(prediction for prediction in more.predictions if prediction.path not in known)
    return replace(
        opened,
        image=more.image or opened.image,
        truth=more.truth or opened.truth,
        predictions=(*opened.predictions, *new),
        notices=more.notices,
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


def title_of(role: Role) -> str:
    """Title of the file dialog."""
    return f"Open {role.value}"


def name_filter() -> str:
    """What the file dialog lists."""
    patterns = " ".join(f"*{suffix}" for suffix in readable_suffixes())
    return f"Images, masks and probability maps ({patterns});;All files (*)"


def last_folder() -> str:
    """Where files were opened last."""
    return str(QSettings().value("open/folder", ""))


def remember_folder(folder: Path) -> None:
    """Begin there next time."""
    QSettings().setValue("open/folder", str(folder))
