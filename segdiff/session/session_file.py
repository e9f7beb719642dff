"""Session files: the files of a case, how they are looked at, and what was decided about them, as JSON.

Nothing of what the files hold goes into a session, least of all from their headers: only where they are, a fingerprint
of each, and choices. Paths are relative to the session file, see :mod:`~segdiff.session.places`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import segdiff
from segdiff.data import Case
from segdiff.errors import FileProblem
from segdiff.io import CaseRequest, sha256_of
from segdiff.io.parts import split_part
from segdiff.session.codec import Codec, Damage
from segdiff.session.overlay_style import FASTEST_BLINK, SLOWEST_BLINK
from segdiff.session.places import Places
from segdiff.session.storage import previous_of, write_whole
from segdiff.session.view_state import MOST_COST, ViewState

SUFFIX: Final = ".segdiff"
FORMAT: Final = 1
"""Grows when an older program could misread what a newer one writes; added keys do not count."""

_KIND: Final = "segdiff session"
_NOT_WRITTEN: Final = ("case",)
_LARGEST_FILE: Final = 64 << 20


@dataclass(frozen=True)
class PlaceInList:
    """Which case of which list is looked at.

    Args:
        path: the list, or the folder of several cases.
        name: of the case, as the list has it.
    """

    path: Path
    name: str


@dataclass(frozen=True)
class Session:
    """What a session file holds.

    Args:
        request: which files, and what was allowed about their geometry; empty for the demo.
        view: how they are looked at, without the case itself.
        fingerprints: SHA-256 of files, as far as they are known.
        is_demo: the synthetic case is looked at, which needs no files.
        listed: the list that a person goes through, and where they are in it.
        saved_as: the session file that a person keeps it in; ``None`` for one that was never saved.
        written_by: version of the program that wrote it.
    """

    request: CaseRequest
    view: ViewState
    fingerprints: Mapping[Path, str] = field(default_factory=dict)
    is_demo: bool = False
    listed: PlaceInList | None = None
    saved_as: Path | None = None
    written_by: str = segdiff.__version__

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file it is about, each once."""
        return self.request.files

    def with_moved(self, moved: Mapping[Path, Path]) -> Session:
        """The same with files that a person found elsewhere, by where it looked for them."""
        codec = Codec(read_path=lambda text: moved.get(Path(text), Path(text)))
        return replace(
            self,
            request=codec.decode(CaseRequest, codec.encode(self.request)),
            view=codec.decode(ViewState, codec.encode(self.view, _NOT_WRITTEN), omit=_NOT_WRITTEN),
            fingerprints={moved.get(path, path): known for path, known in self.fingerprints.items()},
        )

    def view_of(self, case: Case) -> ViewState:
        """The state that was saved, on its case as it was read again; what no longer exists in it is left out."""
        shown = replace(self.view, case=None).with_case(case)
        window = self.view.window or shown.window
        placed = replace(shown, window=window if case.image is not None else None)
        return placed.with_cursor(self.view.cursor) if len(self.view.cursor) == len(case.grid.shape) else placed


class SessionProblem(FileProblem):
    """A session file cannot be opened."""


class FileDiffers(SessionProblem):
    """A file that a session is about is gone, or is no longer what it was.

    Args:
        sentence: which file, and what differs.
        path: the file.
        is_missing: it is not there at all.
    """

    def __init__(self, sentence: str, path: Path, *, is_missing: bool) -> None:
        super().__init__(sentence)
        self.path = path
        self.is_missing = is_missing


def session_text(session: Session, folder: Path) -> str:
    """A session as it stands in a file that lies in ``folder``."""
    places = Places(folder)
    codec = Codec(places.text_of, places.path_of)
    document = {
        "kind": _KIND,
        "format": FORMAT,
        "segdiff": session.written_by,
        "demo": session.is_demo,
        "saved_as": codec.encode(session.saved_as),
        "list": codec.encode(session.listed),
        "case": codec.encode(session.request, omit=("notices",)),
        "files": [{"path": codec.encode(path), "sha256": session.fingerprints.get(path)} for path in session.files],
        "view": codec.encode(session.view, omit=_NOT_WRITTEN),
    }
    return json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def save_session(session: Session, path: Path, *, keep_previous: bool = False) -> None:
    """Write a session file; whatever happens meanwhile, the old one or the new one is there.

    Raises:
        SessionProblem: it cannot be written.
    """
    try:
        write_whole(path, session_text(session, path.absolute().parent), keep_previous=keep_previous)
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        raise SessionProblem(f"{path.name} could not be saved: {reason}.") from problem


def load_session(path: Path) -> Session:
    """Read a session file; nothing of the files it is about.

    Args:
        path: the session file.

    Raises:
        SessionProblem: it is missing, damaged, no session, or written by a newer program.
    """
    document = _document(path)
    places = Places(path.absolute().parent)
    codec = Codec(places.text_of, places.path_of)
    try:
        files = codec.decode(tuple[_SavedFile, ...], document.get("files", []), "files")
        session = Session(
            request=codec.decode(CaseRequest, document.get("case"), "case"),
            view=codec.decode(ViewState, document.get("view"), "view", omit=_NOT_WRITTEN),
            fingerprints={file.path: file.sha256 for file in files if file.sha256},
            is_demo=codec.decode(bool, document.get("demo", False), "demo"),
            listed=codec.decode(PlaceInList | None, document.get("list"), "list"),
            saved_as=codec.decode(Path | None, document.get("saved_as"), "saved_as"),
            written_by=codec.decode(str, document.get("segdiff", ""), "segdiff"),
        )
        _check_ranges(session.view)
    except Damage as problem:
        raise SessionProblem(f"{path.name} is damaged: {problem}.") from problem
    return session


def load_kept(path: Path) -> Session:
    """The same for a file of which the last good copy but one is kept beside it, should the file itself be damaged.

    Raises:
        SessionProblem: both are.
    """
    try:
        return load_session(path)
    except SessionProblem:
        if previous_of(path).exists():
            return load_session(previous_of(path))
        raise


def check_files(session: Session, fingerprint: Callable[[Path], str] = sha256_of) -> None:
    """Make sure that the files of a session are there and hold what they held.

    Args:
        session: names them and their fingerprints.
        fingerprint: of a file.

    Raises:
        FileDiffers: one is not, or does not.
    """
    for path in session.files:
        whole, _ = split_part(path)
        if not whole.exists():
            gone = f"{path.name} is no longer where it was when the session was saved."
            raise FileDiffers(gone, path, is_missing=True)
        known = session.fingerprints.get(path)
        if known is not None and (now := fingerprint(path)) != known:
            raise FileDiffers(
                f"{path.name} has changed since the session was saved: its SHA-256 began with {known[:8]} "
                f"and now begins with {now[:8]}.",
                path,
                is_missing=False,
            )


def is_session(path: Path) -> bool:
    """Whether a file calls itself a session."""
    return path.suffix.lower() == SUFFIX


@dataclass(frozen=True)
class _SavedFile:
    path: Path
    sha256: str | None = None


def _document(path: Path) -> dict[str, Any]:
    """The JSON of a session file of a version that this program knows."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise SessionProblem(f"{path.name} is far larger than a segdiff session.")
        document = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as problem:
        raise SessionProblem(f"There is no session file {path}.") from problem
    except OSError as problem:
        raise SessionProblem(f"{path.name} cannot be read: {(problem.strerror or str(problem)).lower()}.") from problem
    except (ValueError, RecursionError) as problem:
        raise SessionProblem(f"{path.name} is damaged, or is no segdiff session: it is not JSON.") from problem
    if not isinstance(document, dict) or document.get("kind") != _KIND:
        raise SessionProblem(f"{path.name} is not a segdiff session, although its name may say so.")
    version = document.get("format")
    if type(version) is not int or version < 1:
        raise SessionProblem(f"{path.name} is damaged: it does not say in which form it was written.")
    if version > FORMAT:
        raise SessionProblem(
            f"{path.name} was written by a newer segdiff ({document.get('segdiff', 'of unknown version')}), in form "
            f"{version}; this one knows forms up to {FORMAT}."
        )
    return document


def _check_ranges(view: ViewState) -> None:
    """Numbers that no slider can reach are damage."""
    shown = view.overlay
    for name, value, low, high in (
        ("alpha", view.alpha, 0.0, MOST_COST),
        ("beta", view.beta, 0.0, MOST_COST),
        ("threshold", view.threshold, 0.001, 0.999),
        ("overlay.opacity", shown.opacity, 0.0, 1.0),
        ("overlay.blinks_per_second", shown.blinks_per_second, SLOWEST_BLINK, FASTEST_BLINK),
        *((f"overlay.outcomes.{o.name.lower()}.opacity", s.opacity, 0.0, 1.0) for o, s in shown.outcomes.items()),
    ):
        if not low <= value <= high:
            raise Damage(f"view.{name} should lie from {low:g} to {high:g}, and is {value:g}")
    if shown.outcomes.keys() != ViewState().overlay.outcomes.keys():
        raise Damage("view.overlay.outcomes should say how each of the three outcomes is drawn")
