"""The Scores, all of them: importing the families is what registers them, and takes torch."""

import segdiff.losses
import segdiff.metrics  # noqa: F401  registers its Scores, as the losses do
from segdiff.registry import Score, scores


def all_scores() -> tuple[Score, ...]:
    """Every Score there is, in the order of the registry."""
    return scores()
