"""Saying how far reading has come, and giving up when nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from segdiff.errors import Cancelled

Tick = Callable[[float], None]
"""Called by a reader with the share of its file that is done, from 0 to 1; it may raise :class:`Cancelled`."""


def unwatched(_done: float) -> None:
    """A :data:`Tick` for when nobody is watching."""


@dataclass(frozen=True)
class Watch:
    """Who is to be told of progress, and who knows whether the answer is still wanted."""

    progress: Callable[[str, float], None] | None = None
    is_stale: Callable[[], bool] | None = None

    def report(self, text: str, done: float) -> None:
        """Tell how far everything has come.

        Raises:
            Cancelled: nobody waits for the answer any more.
        """
        if self.is_stale is not None and self.is_stale():
            raise Cancelled
        if self.progress is not None:
            self.progress(text, done)

    def part(self, text: str, start: float, stop: float) -> Tick:
        """A :data:`Tick` for one file whose reading takes everything from ``start`` to ``stop``."""
        return lambda done: self.report(text, start + done * (stop - start))
