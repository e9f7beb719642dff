"""Reasons below a table, numbered as they come up in it."""

from __future__ import annotations


class Footnotes:
    """Gives each reason a mark, the same one every time."""

    def __init__(self) -> None:
        self._reasons: list[str] = []

    def mark(self, reason: str) -> str:
        """The mark to put behind a number, such as `` [1]``; nothing where there is no reason."""
        if not reason:
            return ""
        if reason not in self._reasons:
            self._reasons.append(reason)
        return f" [{self._reasons.index(reason) + 1}]"

    def lines(self) -> list[str]:
        """What the marks mean, after an empty line; nothing where there are none."""
        lines = [f"[{number}] {reason}" for number, reason in enumerate(self._reasons, start=1)]
        return ["", *lines] if lines else []
