"""``segdiff open``, or ``segdiff`` and some files: look at them in a window."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from segdiff.cli.display import has_display
from segdiff.cli.from_session import add_session, session_given
from segdiff.cli.options import add_geometry, add_reading, reading_choices
from segdiff.cli.parser import Parser
from segdiff.cli.window import add_window_options, window_options
from segdiff.cli.without_display import show_files
from segdiff.errors import FileProblem, ParameterProblem
from segdiff.io import is_case_list
from segdiff.io.opening import reader_for
from segdiff.io.parts import split_part
from segdiff.session import WindowRequest, is_session

_DESCRIPTION: Final = """\
Show files in a window. The word `open` may be left out.

  segdiff scan.nii.gz --truth truth.nii.gz --prediction a.nii.gz --prediction b.nii.gz
  segdiff scan.nii.gz truth.nii.gz a.nii.gz      which is which is told by names and content
  segdiff FOLDER                                 the same for the files in a folder, or case after case in it
  segdiff cases.csv                              case after case of a list
  segdiff lesions.segdiff                        a session that was saved, as it was

Without a display, the scores are printed and the overlay is written as a picture."""


def run(words: Sequence[str]) -> int | WindowRequest:
    """The window to open; where there is no display, its main job in text and a picture."""
    arguments = _parser().parse_intermixed_args(words)
    request = _request(arguments)
    _check_files(request)
    session_given(request.session, even_if_changed=True)
    return request if request.screenshot or has_display() else show_files(request)


def _parser() -> Parser:
    parser = Parser("segdiff open", _DESCRIPTION)
    files = parser.add_argument_group("files")
    files.add_argument("files", type=Path, nargs="*", metavar="IMAGE", help="what the segmentations were drawn on")
    files.add_argument("--truth", type=Path, metavar="T", help="the label map taken as true")
    files.add_argument(
        "--prediction", type=Path, action="append", default=[], metavar="P", help="under test; may be repeated"
    )
    add_session(files)
    add_geometry(files)
    add_reading(files)
    add_window_options(parser)
    parser.add_argument(
        "--in-running-window",
        action="store_true",
        help="add the files to a window that is open, if there is one",
    )
    return parser


def _request(arguments: argparse.Namespace) -> WindowRequest:
    """One file is the image. Several, or a folder, have their roles guessed, unless roles were given."""
    if session := _session(arguments):
        return WindowRequest(session=session, even_if_changed=arguments.even_if_changed, **window_options(arguments))
    files, has_roles = arguments.files, bool(arguments.truth or arguments.prediction)
    if has_roles and len(files) > 1:
        raise ParameterProblem(
            "With --truth or --prediction only one more file is expected, the image, "
            f"but there are {len(files)}: {', '.join(file.name for file in files)}."
        )
    holds_several = len(files) == 1 and (files[0].is_dir() or is_case_list(files[0]))
    is_guess = len(files) > 1 or (holds_several and not has_roles)
    return WindowRequest(
        image=files[0] if files and not is_guess else None,
        truth=arguments.truth,
        predictions=tuple(arguments.prediction),
        paths=tuple(files) if is_guess else (),
        read_8bit_as_probabilities=arguments.read_8bit_as_probabilities,
        resample=arguments.resample,
        assume_geometry=arguments.assume_geometry,
        reading=reading_choices(arguments),
        in_running_window=arguments.in_running_window,
        **window_options(arguments),
    )


def _session(arguments: argparse.Namespace) -> Path | None:
    """The session to open, by its option or as the only file.

    Raises:
        ParameterProblem: something else was given besides, although a session says itself what is shown, and how.
    """
    files = list(arguments.files)
    if not arguments.session and len(files) == 1 and is_session(files[0]):
        arguments.session = files.pop()
    if not arguments.session:
        return None
    names = ("truth", "prediction", "resample", "assume_geometry", "alpha", "beta", "threshold")
    given = [f"--{name.replace('_', '-')}" for name in names if getattr(arguments, name) not in (None, False, [])]
    if files or given:
        besides = given[0] if given else files[0].name
        raise ParameterProblem(f"A session says itself what is shown, and how, so {besides} has no place beside it.")
    path: Path = arguments.session
    return path


def _check_files(request: WindowRequest) -> None:
    """Tell in the terminal what the window would have to say in its first moment."""
    roles = [path for path in (request.image, request.truth, *request.predictions) if path is not None]
    for path in (*roles, *request.paths):
        if not split_part(path)[0].exists():
            raise FileProblem(f"There is no file {path}.")
    for path in roles:
        if split_part(path)[0].is_dir():
            reader_for(split_part(path)[0])  # it takes folders of DICOM slices and refuses others
