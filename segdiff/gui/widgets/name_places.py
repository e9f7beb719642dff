"""Where the names of things at neighbouring heights are written, so that all of them can be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

LINE: Final = 12.0
"""Pixels from one name to the next."""


def with_room(heights: Sequence[float], come_first: Sequence[bool], room: float) -> list[int]:
    """Which names to write beside a room of so many pixels: all that fit into it.

    Where there are too many, those that come first are written, and then each whose own height is free.

    Args:
        heights: of the names, rising.
        come_first: whether each is written before any other.
        room: from the first name's height to the last one's.

    Returns:
        indices into ``heights``, rising.
    """
    everyone = range(len(heights))
    if (len(heights) - 1) * LINE <= room:
        return list(everyone)
    written: list[int] = []
    for index in sorted(everyone, key=lambda i: not come_first[i]):
        if come_first[index] or all(abs(heights[index] - heights[other]) >= LINE for other in written):
            written.append(index)
    return sorted(written)


def kept_apart(heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Rising heights moved as little as it takes for names beside them not to overlap, from the bottom up."""
    apart = [min(max(height, top), bottom) for height in heights]
    for i in range(1, len(apart)):
        apart[i] = max(apart[i], apart[i - 1] + LINE)
    for i in range(len(apart) - 1, -1, -1):
        limit = bottom if i == len(apart) - 1 else apart[i + 1] - LINE
        apart[i] = min(apart[i], limit)
    return apart
