"""argparse with segdiff's manners: a wrong word is one plain sentence, like any other problem with the input."""

from __future__ import annotations

import argparse
from typing import Final, NoReturn

from segdiff.errors import ParameterProblem

RESEARCH_USE: Final = "For research and education only. Not a medical device, not for diagnosis."


class Parser(argparse.ArgumentParser):
    """A parser whose errors are raised, to be told and turned into an exit code in one place.

    Args:
        prog: the words that call it, such as ``segdiff score``.
        description: what it is for, shown as it is laid out.
        usage: the form of the call, where argparse's own is too long.
    """

    def __init__(self, prog: str, description: str, usage: str | None = None) -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog=RESEARCH_USE,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    def error(self, message: str) -> NoReturn:
        """Raise :class:`ParameterProblem` instead of printing the usage and ending the program."""
        raise ParameterProblem(f"{self.prog}: {message}; `{self.prog} --help` says how to write it.")
