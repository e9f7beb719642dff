"""The toy learns, in the direction its costs say, the same every time, and stops when nobody waits."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from segdiff.errors import Cancelled, ParameterProblem
from segdiff.evidence import Watch, evidence_of
from segdiff.explore import Lesson, lessons_at, train
from segdiff.explore.training import Learned, _sums, features_of
from tests.cases import random_soft
from tests.explore.counted import Array


def picture(seed: int = 1) -> tuple[Array, Array]:
    """A bright blob in noise that reaches its brightness: no threshold separates them."""
    draw = np.random.default_rng(seed)
    rows, columns = np.ogrid[:40, :50]
    truth = (rows - 14) ** 2 + (columns - 30) ** 2 < 60
    return draw.normal(size=(40, 50)) + 1.6 * truth, truth


def end_of(alpha: float, steps: int = 60) -> Learned:
    image, truth = picture()
    lesson = Lesson("tversky_loss", (("alpha", alpha), ("beta", 1 - alpha)))
    return train(image, truth, [lesson], steps=steps)[0]


def test_lower_alpha_finds_more_and_invents_more() -> None:
    careful, eager = end_of(0.9), end_of(0.1)
    assert eager.end.recall > careful.end.recall
    assert eager.end.precision < careful.end.precision


def test_it_learns() -> None:
    learned = end_of(0.5)
    assert learned.path[-1].loss < 0.6 * learned.path[0].loss
    assert learned.dice > 0.6
    assert [moment.step for moment in learned.path] == list(range(0, 61, 3))


def test_half_and_half_is_dice() -> None:
    image, truth = picture()
    first, second = train(image, truth, [*lessons_at(0.5, 0.5)[:2]], steps=30)
    assert second.lesson == Lesson("dice_loss")
    np.testing.assert_allclose(first.probability, second.probability, atol=1e-9)


def test_the_same_seed_gives_the_same_toy() -> None:
    np.testing.assert_array_equal(end_of(0.3, 20).probability, end_of(0.3, 20).probability)


def test_what_is_told_in_the_end_is_of_the_mask_it_returns() -> None:
    _, truth = picture()
    learned = end_of(0.3, 25)
    shared = (learned.mask & truth).sum()
    assert learned.end.precision == shared / learned.mask.sum()
    assert learned.end.recall == shared / truth.sum()
    assert learned.dice == 2 * shared / (learned.mask.sum() + truth.sum())
    np.testing.assert_array_equal(learned.mask, learned.probability >= 0.5)


def test_beside_the_chosen_costs_stand_dice_and_cross_entropy() -> None:
    titles = [lesson.title for lesson in lessons_at(0.3, 0.7)]
    assert titles == ["Tversky loss α 0.3 β 0.7", "Dice loss", "BCE"]
    assert [lesson.loss for lesson in lessons_at(0.3, 0.7, "dice_loss")] == ["dice_loss", "binary_cross_entropy"]


def test_its_sums_are_those_that_are_measured() -> None:
    p, g = random_soft((1, 1, 300), 3)
    known = evidence_of(p, g).sums
    ours = _sums(torch.from_numpy(p[0, 0]), torch.from_numpy(g[0, 0]))
    for name in ("tp", "fp", "fn", "tn", "distance", "squared_prediction", "squared_truth", "cross_entropy_inside",
                 "cross_entropy_outside"):  # fmt: skip
        assert float(getattr(ours, name)) == pytest.approx(float(getattr(known, name)), rel=1e-12), name


def test_losses_of_other_evidence_train_too() -> None:
    image, truth = picture()
    learned = train(image, truth, [Lesson("focal_loss")], steps=10)[0]
    assert learned.path[-1].loss < learned.path[0].loss


def test_nobody_waiting_ends_it() -> None:
    image, truth = picture()
    told: list[float] = []
    watch = Watch(lambda: len(told) >= 7, told.append)
    with pytest.raises(Cancelled):
        train(image, truth, lessons_at(0.3, 0.7), steps=20, watch=watch)
    assert len(told) == 7
    assert told == sorted(told)
    assert told[-1] < 1 / 3


def test_a_slice_without_truth_has_nothing_to_learn() -> None:
    with pytest.raises(ParameterProblem, match="nothing to learn"):
        train(np.zeros((4, 5)), np.zeros((4, 5), dtype=bool), lessons_at(0.3, 0.7))


def test_large_slices_are_trained_on_fewer_pixels_and_judged_on_all() -> None:
    image, truth = np.kron(picture()[0], np.ones((6, 6))), np.kron(picture()[1], np.ones((6, 6))) > 0
    learned = train(image, truth, [Lesson("dice_loss")], steps=15)[0]
    assert learned.probability.shape == truth.shape
    assert learned.end.recall == (learned.mask & truth).sum() / truth.sum()


def test_features_are_scaled_and_a_flat_picture_has_none() -> None:
    seen = features_of(picture()[0])
    assert len(seen) == 12
    assert seen.mean(axis=(1, 2)) == pytest.approx(0, abs=1e-9)
    assert seen.std(axis=(1, 2)) == pytest.approx(1)
    assert not features_of(np.full((5, 6), 7))[0].any()
