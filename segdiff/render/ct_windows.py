"""The windows that radiologists give names to, for images in Hounsfield units."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from segdiff.data import Image

_DARKEST: Final = (-3100.0, -50.0)
_BRIGHTEST: Final = (20.0, 4100.0)
"""Where nearly all of a CT ends: air or fat, or the padding of a scanner, below; water, soft tissue or metal above."""


class CtWindow(StrEnum):
    """What a window is for."""

    BRAIN = "brain"
    SOFT_TISSUE = "soft tissue"
    LIVER = "liver"
    LUNG = "lung"
    BONE = "bone"


@dataclass(frozen=True)
class LevelAndWidth:
    """A window by its middle and its extent, as hospitals' viewers write it."""

    level: float
    width: float

    @property
    def limits(self) -> tuple[float, float]:
        """The intensities shown as black and as white."""
        return self.level - self.width / 2, self.level + self.width / 2

    @classmethod
    def of(cls, window: tuple[float, float]) -> LevelAndWidth:
        """The same window, by its middle."""
        low, high = window
        return cls((low + high) / 2, high - low)


CT_WINDOWS: Final[dict[CtWindow, LevelAndWidth]] = {
    CtWindow.BRAIN: LevelAndWidth(40, 80),
    CtWindow.SOFT_TISSUE: LevelAndWidth(50, 400),
    CtWindow.LIVER: LevelAndWidth(30, 150),
    CtWindow.LUNG: LevelAndWidth(-600, 1500),
    CtWindow.BONE: LevelAndWidth(400, 1800),
}


def looks_like_ct(image: Image) -> bool:
    """Whether the intensities of an image may be Hounsfield units, judged by where nearly all of them lie.

    Magnetic resonance has no negative intensities, and images made to have a mean of 0 stay within a few units of it.
    """
    if image.is_colour:
        return False
    low, high = image.window
    return _DARKEST[0] <= low <= _DARKEST[1] and _BRIGHTEST[0] <= high <= _BRIGHTEST[1]
