"""What an exploration cannot be asked is refused in a sentence, before it becomes a number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from segdiff import explore
from segdiff.errors import SegdiffError
from segdiff.evidence import evidence_of
from tests.explore.counted import counts, measured, overconfident

P, G = overconfident(3, 12)
MAP = measured(P, G)
MASK = G > 0
COUNTS = counts(80, 60, 20)
NAN = float("nan")


def levels() -> Any:
    assert MAP.thresholds is not None
    return MAP.thresholds


REFUSED: dict[str, tuple[Callable[[], Any], str]] = {
    "a cost below 0": (lambda: explore.threshold_curves(levels(), -1.0, 0.5), "alpha (α) should be a number from 0 up"),
    "a cost that is no number": (lambda: explore.best_cut(levels(), 0.3, NAN), "beta (β) should be a number from 0 up"),
    "a cost without end": (lambda: explore.best_threshold(levels(), float("inf"), 0.3), "not inf"),
    "a cost that is a word": (lambda: explore.best_cut(levels(), "x", 0.3), "not 'x'"),  # type: ignore[arg-type]
    "a cost of a soft loss below 0": (lambda: explore.soft_and_hard(MAP, -0.25, 0.5), "not -0.25"),
    "one cost of many below 0": (lambda: explore.index_at(COUNTS, [0.5, -2.0], 0.5), "not -2"),
    "a cost of a mean below 0": (lambda: explore.mean_index([COUNTS], -2.0, 0.5), "not -2"),
    "an α beyond the line": (lambda: explore.threshold_map(levels(), np.array([0.2, 1.5])), "beta (β)"),
    "no α at all": (lambda: explore.threshold_map(levels(), np.array([])), "one or more α"),
    "a step of 0": (lambda: explore.threshold_map(levels(), np.array([0.2]), 0), "a step from 1 up"),
    "a threshold between thousandths": (lambda: explore.soft_and_hard(MAP, 0.3, 0.7, 0.1234), "not 0.1234"),
    "a threshold of a histogram": (lambda: explore.confidence_histogram(MAP, 0.1234), "a thousandth from 0.001"),
    "bins that cut thousandths": (lambda: explore.confidence_histogram(MAP, 0.5, 7), "should divide 1000, and 7 does"),
    "no bins": (lambda: explore.reliability(MAP, 0), "should divide 1000"),
    "a member that is none": (lambda: explore.member_plane(COUNTS, 3, "dice"), "tversky_index, tversky_loss"),  # type: ignore[arg-type]
    "an exponent of 0": (lambda: explore.member_plane(COUNTS, 3, explore.Member.FOCAL, 0.0), "exponent (e)"),
    "a plane of no costs": (lambda: explore.index_plane(COUNTS, 0), "a size from 1 up, not 0"),
    "costs that end below 0": (lambda: explore.index_plane(COUNTS, 3, -1.0), "from 0 up"),
    "a slice of another shape": (lambda: explore.gradient_maps(P[:5], MASK), "has shape (5, 12), but the truth"),
    "a truth that is no mask": (lambda: explore.gradient_maps(P, 2 * G), "The truth should be a mask"),  # type: ignore[arg-type]
    "a prediction on another grid": (lambda: explore.lesions(MASK, MASK[:5]), "but the truth has shape (12, 12)"),
    "probabilities in place of a mask": (lambda: explore.lesions(MASK, P), "The prediction should be a mask"),  # type: ignore[arg-type]
    "a line": (lambda: explore.lesions(MASK[0], MASK[0]), "should be an array with 2 or 3 axes"),
    "an axis too far": (lambda: explore.lesions(MASK, MASK, axis=2), "not along axis 2 by 6"),
    "a shift backwards": (lambda: explore.lesions(MASK, MASK, most_shift=-1), "by 0 voxels or more"),
    "an image of another shape": (lambda: explore.train(P[:5], MASK, explore.lessons_at(0.3, 0.7)), "The image has"),
    "a volume to train on": (lambda: explore.train(P[None], MASK[None], explore.lessons_at(0.3, 0.7)), "with 2 axes"),
    "steps backwards": (lambda: explore.train(P, MASK, explore.lessons_at(0.3, 0.7), steps=-1), "0 steps or more"),
    "a cost to train with below 0": (lambda: explore.train(P, MASK, explore.lessons_at(-1.0, 0.7), steps=1), "not -1"),
    "a prevalence that is no number": (lambda: explore.prevalence_curves(MAP, [NAN]), "above 0 and below 1"),
    "a prediction without a name": (lambda: explore.contest(["A"], [COUNTS, COUNTS]), "1 names for 2"),
    "nothing to average": (lambda: explore.mean_winners([[counts(0, 0, 0)]], 3), "nothing to average"),
    "nobody to average": (lambda: explore.mean_strip([]), "no prediction to average"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_in_a_sentence(what: str) -> None:
    ask, says = REFUSED[what]
    with pytest.raises(SegdiffError) as caught:
        ask()
    sentence = str(caught.value)
    assert says in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


BATCH = evidence_of(np.stack([P, P])[:, None], np.stack([G, G])[:, None])


@pytest.mark.parametrize(
    "ask",
    [
        lambda: explore.index_plane(BATCH.confusion, 3),
        lambda: explore.contest("AB", [BATCH.confusion, BATCH.confusion]),
        lambda: explore.brier_score(BATCH),
        lambda: explore.prevalence_curves(BATCH),
    ],
)
def test_a_batch_is_explored_sample_by_sample(ask: Callable[[], Any]) -> None:
    with pytest.raises(SegdiffError, match="these are 2 at once"):
        ask()


def test_masks_may_be_numbers_and_members_may_be_words() -> None:
    """A notebook has masks of 0 and 1, and names a loss as the score table does."""
    assert explore.lesions(G, MASK.astype(np.uint8)) is not None  # type: ignore[arg-type]
    assert explore.gradient_maps(P, G)[0].value == explore.gradient_maps(P, MASK)[0].value  # type: ignore[arg-type]
    of_loss = explore.member_plane(COUNTS, 3, "tversky_loss")  # type: ignore[arg-type]
    assert of_loss == pytest.approx(1.0 - explore.index_plane(COUNTS, 3))
