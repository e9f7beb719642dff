"""What the command line asks the window for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from segdiff.data import ReadingChoices
from segdiff.session.view_state import ViewState


@dataclass(frozen=True)
class WindowRequest:
    """A window to open.

    Args:
        image: picture or volume to show.
        truth: the label map taken as true.
        predictions: label maps or probability maps under test.
        paths: files whose role is to be guessed from their names and content.
        demo: show the synthetic case instead of files.
        session: a session file to open instead of files.
        even_if_changed: open its files although they are no longer what they were.
        read_8bit_as_probabilities: take 8-bit and 16-bit predictions as probability maps.
        resample: bring predictions on another grid onto the truth's.
        assume_geometry: lay files without geometry voxel by voxel on the others.
        reading: answers to what files leave open.
        in_running_window: hand the files to a window that is already open, if there is one.
        device: where to measure, ``auto``, ``cpu``, ``cuda`` or ``mps``.
        view: how to start looking.
        screenshot: write a picture of the window here once the scores are there, and quit.
        size: of the window, in pixels.
    """

    image: Path | None = None
    truth: Path | None = None
    predictions: tuple[Path, ...] = ()
    paths: tuple[Path, ...] = ()
    demo: bool = False
    session: Path | None = None
    even_if_changed: bool = False
    read_8bit_as_probabilities: bool = False
    resample: bool = False
    assume_geometry: bool = False
    reading: ReadingChoices = field(default_factory=ReadingChoices)
    in_running_window: bool = False
    device: str = "auto"
    view: ViewState = field(default_factory=ViewState)
    screenshot: Path | None = None
    size: tuple[int, int] = (1600, 1000)
