"""How the segmentations are laid over the image."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from segdiff.data import Agreement, Outcome

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


def _default_agreement() -> dict[Agreement, OutcomeStyle]:
    return {
        Agreement.ONLY_FIRST: OutcomeStyle((0xF0, 0xE4, 0x42), 0.80),
        Agreement.ONLY_SECOND: OutcomeStyle((0xCC, 0x79, 0xA7), 0.90),
        Agreement.BOTH: OutcomeStyle((0xE8, 0xEA, 0xED), 0.30),
    }


USUAL_LOOK: Final[dict[Outcome | Agreement, OutcomeStyle]] = {
    code: style for styles in (_default_outcomes(), _default_agreement()) for code, style in styles.items()
}
"""What to go back to. Where two predictions differ neither is wrong, so these colours are not those of errors."""


@dataclass(frozen=True)
class OverlayStyle:
    """The overlay as a whole.

    Args:
        outcomes: how each outcome is drawn.
        draw_as: fill, outline or both.
        visible: the switch of the whole overlay.
        opacity: of the whole overlay.
        shows: how the masks differ, or one of them alone.
        agreement: how it is drawn what two predictions say of a voxel.
        curtain: where a curtain hangs, as a share of each view's width: the truth left of it, the prediction right.
        heat_map: colour probabilities, and outline the masks on them.
        between_voxels: the outline of a probability map runs between the centres of voxels, where the map reaches the
            threshold, instead of along their edges.
        blinks: the overlay comes and goes by itself.
        blinks_per_second: how often it changes.
    """

    outcomes: dict[Outcome, OutcomeStyle] = field(default_factory=_default_outcomes)
    draw_as: DrawAs = DrawAs.FILL
    visible: bool = True
    opacity: float = 1.0
    shows: Shows = Shows.DIFFERENCE
    agreement: dict[Agreement, OutcomeStyle] = field(default_factory=_default_agreement)
    curtain: float | None = None
    heat_map: bool = False
    between_voxels: bool = True
    blinks: bool = False
    blinks_per_second: float = 1.0

    def style_of(self, code: Outcome | Agreement) -> OutcomeStyle:
        """How one outcome, or one kind of agreement, is drawn."""
        return self.agreement[code] if isinstance(code, Agreement) else self.outcomes[code]

    def with_outcome(self, code: Outcome | Agreement, **changes: object) -> OverlayStyle:
        """This style with one outcome, or one kind of agreement, drawn differently."""
        changed = replace(self.style_of(code), **changes)  # type: ignore[arg-type]
        if isinstance(code, Agreement):
            return replace(self, agreement={**self.agreement, code: changed})
        return replace(self, outcomes={**self.outcomes, code: changed})

    def with_usual_look(self) -> OverlayStyle:
        """This style in the colours and opacities it had at first; what is switched off stays off."""
        style = self
        for code, usual in USUAL_LOOK.items():
            style = style.with_outcome(code, colour=usual.colour, opacity=usual.opacity)
        return style

    def with_curtain(self, place: float | None) -> OverlayStyle:
        """Hang the curtain elsewhere, but never quite at an edge; or take it away."""
        return replace(self, curtain=None if place is None else min(0.98, max(0.02, round(place, 4))))

    def with_opacity(self, opacity: float) -> OverlayStyle:
        """This style more or less strong as a whole; kept within [0, 1] and to hundredths."""
        return replace(self, opacity=min(1.0, max(0.0, round(opacity, 2))))

    def flipped(self) -> OverlayStyle:
        """The other of the two masks alone; the truth first."""
        return replace(self, shows=Shows.PREDICTION if self.shows is Shows.TRUTH else Shows.TRUTH)
