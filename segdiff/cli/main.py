"""Which command is meant, and the page that names them all."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import segdiff
from segdiff.cli.commands import check, conventions, demo, explore, info, opening, score, scores
from segdiff.cli.endings import ended
from segdiff.cli.parser import Parser
from segdiff.cli.streams import prepare_streams
from segdiff.errors import ParameterProblem
from segdiff.session import WindowRequest


@dataclass(frozen=True)
class Command:
    """A word of the command line: what it does, in one line, and the function that takes the words after it."""

    summary: str
    run: Callable[[Sequence[str]], int | WindowRequest]


COMMANDS: Final = {
    "open": Command("show files in a window; the word itself may be left out", opening.run),
    "demo": Command("show a synthetic case, without any files", demo.run),
    "score": Command("compare predictions with a ground truth: table, JSON or CSV", score.run),
    "info": Command("say what is in files: format, grid, values, labels", info.run),
    "explore": Command("explore costs, threshold, gradients, imbalance and training of predictions", explore.run),
    "scores": Command("list every loss and metric: parameters, definition, source", scores.run),
    "conventions": Command(
        "list every convention: whose symbol sits on what, and what it does differently", conventions.run
    ),
    "check": Command("see whether this installation works", check.run),
}


def run(argv: Sequence[str]) -> int | WindowRequest:
    """Run the ``segdiff`` command.

    Args:
        argv: the words after ``segdiff``.

    Returns:
        The exit code (0 done, 2 the input is at fault, 1 a bug), or the window that the caller should open.
    """
    prepare_streams()
    return ended(lambda: _run(list(argv)))


def _run(words: list[str]) -> int | WindowRequest:
    if words and words[0] in ("-h", "--help", "--version"):
        _front_page().parse_args(words)
    name, rest = _split(words)
    return COMMANDS[name].run(rest)


def _split(words: list[str]) -> tuple[str, list[str]]:
    """The command and the words after it; files and options without a command are for ``open``."""
    if not words or words[0].startswith("-"):
        return "open", words
    first = words[0]
    if first in COMMANDS:
        return first, words[1:]
    if Path(first).exists():
        return "open", words
    if Path(first).suffix or Path(first).name != first:
        raise ParameterProblem(f"There is no file {first}.")
    meant = difflib.get_close_matches(first, COMMANDS, n=1)
    advice = f"you may have meant `segdiff {meant[0]}`." if meant else "`segdiff --help` lists the commands."
    raise ParameterProblem(f"There is no command and no file called {first!r}; {advice}")


def _front_page() -> Parser:
    """The parser of ``segdiff --help`` and ``segdiff --version``."""
    width = max(map(len, COMMANDS))
    listing = "\n".join(f"  {name:{width}}  {command.summary}" for name, command in COMMANDS.items())
    parser = Parser(
        "segdiff",
        "segdiff compares segmentations with a ground truth: what was found, what was invented, what was missed,\n"
        f"and what each loss makes of it. Without a command it opens its window.\n\ncommands:\n{listing}\n\n"
        "`segdiff COMMAND --help` says more about each.",
        usage="segdiff [COMMAND] ...",
    )
    parser.add_argument("--version", action="version", version=f"segdiff {segdiff.__version__}")
    return parser
