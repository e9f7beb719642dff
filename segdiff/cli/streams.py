"""stdout and stderr: results to one, sentences to the other, and no crash on a terminal that knows few letters."""

from __future__ import annotations

import contextlib
import os
import sys

from segdiff.cli.spelling import SPELLED_OUT
from segdiff.errors import SegdiffError


def prepare_streams() -> None:
    """Let both streams spell out what their encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=SPELLED_OUT)


def stdout_encoding() -> str:
    """The encoding of stdout; UTF-8 where it does not say."""
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def tell(sentence: str) -> None:
    """Say something to the person, in one line on stderr."""
    if sys.stderr is not None:
        print(" ".join(sentence.splitlines()), file=sys.stderr)


def print_results(text: str) -> None:
    """Write results to stdout.

    Raises:
        SegdiffError: stdout takes no more, for instance because it goes to a full disk.
        BrokenPipeError: whoever read stdout has left.
    """
    # Windows turns each "\n" into "\r\n" by itself, also the one in the "\r\n" of CSV.
    try:
        print(text.replace("\r\n", "\n") if os.linesep == "\r\n" else text, end="")
    except OSError as problem:
        raise _refused(problem) from problem


def flush_results() -> None:
    """Send what waits in stdout on its way; raises like :func:`print_results`."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as problem:
        raise _refused(problem) from problem


def abandon_results() -> None:
    """Let what still waits in stdout go nowhere, so that Python does not complain about it when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refused(problem: OSError) -> Exception:
    if isinstance(problem, BrokenPipeError):
        return problem
    abandon_results()
    return SegdiffError(f"The results could not be written to stdout: {problem.strerror or problem}.")
