"""``segdiff demo``: a synthetic case, so that everything can be tried without any files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from segdiff.cli.display import has_display
from segdiff.cli.endings import DONE
from segdiff.cli.parser import Parser
from segdiff.cli.streams import print_results
from segdiff.cli.window import add_window_options, window_options
from segdiff.cli.without_display import show_demo
from segdiff.session import WindowRequest

_DESCRIPTION: Final = """\
Show a synthetic head with lesions, and two predictions that err in opposite ways. It shows no patient.

Without a display, the scores are printed and the overlay is written to segdiff-demo.png."""


def run(words: Sequence[str]) -> int | WindowRequest:
    """The window to open, the demo's files, or, where there is no display, its scores and a picture."""
    parser = Parser("segdiff demo", _DESCRIPTION)
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="write it as NIfTI files instead of showing it")
    add_window_options(parser)
    arguments = parser.parse_args(words)
    if arguments.write:
        return _write(arguments.write)
    request = WindowRequest(demo=True, **window_options(arguments))
    return request if request.screenshot or has_display() else show_demo(request)


def _write(folder: Path) -> int:
    from segdiff.demo import write_demo

    print_results("".join(f"{what}: {path}\n" for what, path in write_demo(folder).items()))
    return DONE
