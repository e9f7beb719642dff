"""How the segmentations are laid over the image."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from segdiff.data import Outcome

SLOWEST_BLINK, FASTEST_BLINK = 0.25, 4.0
"""Limits of the speed, in changes a second: slower is no blinking, faster may harm people with epilepsy."""


class DrawAs(StrEnum):
    """Fill hides the anatomy that is to be judged; an outline does not."""

    FILL = "fill"
    OUTLINE = "outline"
    BOTH = "both"


class Shows(StrEnum):
    """What the overlay is about: how two masks differ, or one of them alone.

    Where two predictions are held against each other, ``TRUTH`` stands for the one that takes the truth's place.
    """

    DIFFERENCE = "difference"
    TRUTH = "truth"
    PREDICTION = "prediction"


@dataclass(frozen=True)
class OutcomeStyle:
    """How one outcome is drawn: its colour (Okabe–Ito, told apart by the colour-blind), opacity in [0, 1], switch."""

    colour: tuple[int, int, int]
    opacity: float
    visible: bool = True


def _default_outcomes() -> dict[Outcome, OutcomeStyle]:
    return {
        Outcome.FALSE_POSITIVE: OutcomeStyle((0xD5, 0x5E, 0x00), 0.90),
        Outcome.FALSE_NEGATIVE: OutcomeStyle((0x56, 0xB4, 0xE9), 0.90),
        Outcome.TRUE_POSITIVE: OutcomeStyle((0x00, 0x9E, 0x73), 0.30),
    }


USUAL_COLOURS: Final = {outcome: style.colour for outcome, style in _default_outcomes().items()}
"""The colours to go back to."""


@dataclass(frozen=True)
class OverlayStyle:
    """The overlay as a whole.

    Args:
        outcomes: how each outcome is drawn.
        draw_as: fill, outline or both.
        visible: the switch of the whole overlay.
        opacity: of the whole overlay.
        shows: how the masks differ, or one of them alone.
        blinks: the overlay comes and goes by itself.
        blinks_per_second: how often it changes.
    """

    outcomes: dict[Outcome, OutcomeStyle] = field(default_factory=_default_outcomes)
    draw_as: DrawAs = DrawAs.FILL
    visible: bool = True
    opacity: float = 1.0
    shows: Shows = Shows.DIFFERENCE
    blinks: bool = False
    blinks_per_second: float = 1.0

    def with_outcome(self, outcome: Outcome, **changes: object) -> OverlayStyle:
        """This style with one outcome drawn differently."""
        changed = replace(self.outcomes[outcome], **changes)  # type: ignore[arg-type]
        return replace(self, outcomes={**self.outcomes, outcome: changed})

    def with_usual_colours(self) -> OverlayStyle:
        """This style in the colours it had at first."""
        usual = {outcome: replace(style, colour=USUAL_COLOURS[outcome]) for outcome, style in self.outcomes.items()}
        return replace(self, outcomes=usual)

    def with_opacity(self, opacity: float) -> OverlayStyle:
        """This style more or less strong as a whole; kept within [0, 1] and to hundredths."""
        return replace(self, opacity=min(1.0, max(0.0, round(opacity, 2))))

    def flipped(self) -> OverlayStyle:
        """The other of the two masks alone; the truth first."""
        return replace(self, shows=Shows.PREDICTION if self.shows is Shows.TRUTH else Shows.TRUTH)

    def with_blink_speed(self, per_second: float) -> OverlayStyle:
        """This style blinking faster or slower, within what is safe to look at."""
        speed = min(FASTEST_BLINK, max(SLOWEST_BLINK, round(per_second, 2)))
        return replace(self, blinks_per_second=speed)
