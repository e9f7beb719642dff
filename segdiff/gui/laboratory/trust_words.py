"""What lies between the loss of a map and that of its mask, in a sentence in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segdiff.data import Outcome
from segdiff.gui.numbers import MINUS
from segdiff.gui.words import tr

if TYPE_CHECKING:
    from segdiff.explore import SoftAndHard
    from segdiff.explore.soft_and_hard import Share


def gap_in_words(gap: SoftAndHard) -> str:
    """Which groups make the soft loss differ from the hard one, the largest first."""
    losses = {"soft": f"{gap.soft:.3f}", "hard": f"{gap.hard:.3f}"}
    reasons = [_reason(share) for share in gap.main_shares]
    if not reasons:
        return tr(
            "The loss is {soft} of the probabilities and {hard} of the mask: the map is so sure that both say the "
            "same.",
            **losses,
        )
    return tr(
        "The loss is {soft} of the probabilities and {hard} of the mask: {reasons}.",
        **losses,
        reasons=tr("; ").join(reasons),
    )


def _reason(share: Share) -> str:
    change = f"{'+' if share.contribution > 0 else MINUS}{abs(share.contribution):.3f}"
    sure = f"{share.confidence:.2f}"
    if share.outcome is Outcome.TRUE_NEGATIVE:
        voxels = f"{share.voxels * share.confidence:,.0f}"
        return tr("haze in the background is worth {voxels} invented voxels ({change})", voxels=voxels, change=change)
    if share.outcome is Outcome.FALSE_NEGATIVE:
        return tr("misses still got {sure} each ({change})", sure=sure, change=change)
    if share.outcome is Outcome.TRUE_POSITIVE:
        return tr("hits are only {sure} sure ({change})", sure=sure, change=change)
    return tr("inventions are only {sure} sure ({change})", sure=sure, change=change)
