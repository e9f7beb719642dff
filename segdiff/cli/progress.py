"""A bar on stderr while something takes long."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Final, TextIO

_BAR: Final = 24
_TEXT: Final = 40


class Progress:
    """Draws one line and takes it away in the end; silent where stderr is no terminal.

    Used as a context: ``with Progress() as progress: progress.show("Reading scan.nii.gz", 0.5)``.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._drawn = ""
        self._is_watched = self._stream is not None and self._stream.isatty()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def clear(self) -> None:
        """Take the bar away, before something else is written."""
        self._draw("")

    def show(self, text: str, done: float) -> None:
        """Say what is being done and which share of it is, from 0 to 1."""
        share = min(1.0, max(0.0, done))
        bar = ("█" * round(share * _BAR)).ljust(_BAR, "·")
        self._draw(f"{text[:_TEXT]:{_TEXT}} {bar} {share:4.0%}")

    def _draw(self, line: str) -> None:
        """Draw over what stands there, unless it is the same."""
        if self._is_watched and line != self._drawn:
            wipe = " " * len(self._drawn)
            self._stream.write(f"\r{wipe}\r{line}")
            self._stream.flush()
            self._drawn = line
