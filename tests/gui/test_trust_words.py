"""What the window says of the gap between a map's loss and its mask's, held against the library's own sentence."""

from __future__ import annotations

import pytest

from segdiff.data import Outcome
from segdiff.explore import SoftAndHard
from segdiff.explore.soft_and_hard import Share
from segdiff.gui.laboratory.trust_words import gap_in_words

HITS = Share(Outcome.TRUE_POSITIVE, 900, 0.92, 0.044)
INVENTED = Share(Outcome.FALSE_POSITIVE, 80, 0.71, -0.028)
MISSED = Share(Outcome.FALSE_NEGATIVE, 60, 0.31, -0.031)
HAZE = Share(Outcome.TRUE_NEGATIVE, 200_000, 0.0093, 0.057)
TINY = Share(Outcome.TRUE_NEGATIVE, 10, 0.01, 0.0004)


@pytest.mark.parametrize("shares", [(HITS, INVENTED, MISSED, HAZE), (INVENTED, MISSED), (MISSED,), (TINY,), ()])
def test_both_say_the_same(shares: tuple[Share, ...]) -> None:
    gap = SoftAndHard(0.297, 0.253, 0.7, shares)
    assert gap_in_words(gap) == gap.in_words()


def test_it_names_the_two_largest() -> None:
    assert gap_in_words(SoftAndHard(0.297, 0.253, 0.7, (HITS, INVENTED, MISSED, HAZE))) == (
        "The loss is 0.297 of the probabilities and 0.253 of the mask: haze in the background is worth 1,860 invented "
        "voxels (+0.057); hits are only 0.92 sure (+0.044)."
    )
