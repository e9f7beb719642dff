"""How TP, FP and FN are laid over the image."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from segdiff.data import Outcome


class DrawAs(StrEnum):
    """Fill hides the anatomy that is to be judged; an outline does not."""

    FILL = "fill"
    OUTLINE = "outline"
    BOTH = "both"


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


@dataclass(frozen=True)
class OverlayStyle:
    """The overlay as a whole."""

    outcomes: dict[Outcome, OutcomeStyle] = field(default_factory=_default_outcomes)
    draw_as: DrawAs = DrawAs.FILL
    visible: bool = True
    opacity: float = 1.0

    def with_outcome(self, outcome: Outcome, **changes: object) -> OverlayStyle:
        """This style with one outcome drawn differently."""
        changed = replace(self.outcomes[outcome], **changes)  # type: ignore[arg-type]
        return replace(self, outcomes={**self.outcomes, outcome: changed})
