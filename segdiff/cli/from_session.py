"""Sessions on the command line: their files are scored or shown as they were when the session was saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from segdiff.data import Case
from segdiff.io import CaseRequest, read_case
from segdiff.session import FileDiffers, Session, SessionProblem, check_files, load_session

if TYPE_CHECKING:
    from argparse import _ActionsContainer as Options  # a parser, or a group of its options

_EVEN_IF_CHANGED: Final = "--even-if-changed"


def add_session(options: Options) -> None:
    """``--session``, and what to do where its files are no longer what they were."""
    options.add_argument(
        "--session", type=Path, metavar="S", help="a file that the window saved: its files, threshold, costs and view"
    )
    options.add_argument(
        _EVEN_IF_CHANGED,
        action="store_true",
        help="take the files of a session although they have changed since it was saved",
    )


def session_given(path: Path | None, *, even_if_changed: bool, instead: CaseRequest | None = None) -> Session | None:
    """The session of a command, if it names one, with its files looked at.

    Args:
        path: the session file.
        even_if_changed: take files that are no longer what they were.
        instead: files that take the place of the session's.

    Raises:
        SessionProblem: it cannot be opened, or its files are gone or changed.
    """
    if path is None:
        return None
    session = load_session(path)
    if instead is not None:
        session = replace(session, request=_in_place(session.request, instead))
    try:
        check_files(replace(session, fingerprints={}) if even_if_changed else session)
    except FileDiffers as problem:
        advice = (
            "Give it with --truth, --prediction or --image where it is now."
            if problem.is_missing
            else f"{_EVEN_IF_CHANGED} takes it all the same."
        )
        raise SessionProblem(f"{problem} {advice}") from problem
    return session


def case_of(request: CaseRequest, session: Session | None, progress: Callable[[str, float], None]) -> Case:
    """Read the files of a request; a session of the demo has none.

    Raises:
        SegdiffError: something is wrong with a file.
    """
    if session is not None and session.is_demo:
        from segdiff.demo import demo_case

        progress("Making the demo case", 0.0)
        return demo_case()
    return read_case(request, progress=progress)


def _in_place(saved: CaseRequest, given: CaseRequest) -> CaseRequest:
    """The files of a session, those that were given in place of its own."""
    return replace(
        saved,
        image=given.image or saved.image,
        truth=given.truth or saved.truth,
        predictions=given.predictions or saved.predictions,
        resample=given.resample or (saved.resample and not given.assume_geometry),
        assume_geometry=given.assume_geometry or (saved.assume_geometry and not given.resample),
    )
