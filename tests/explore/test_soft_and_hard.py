"""Why a soft loss differs from a hard one: the parts add up to the whole, and each is what it says."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from segdiff import losses
from segdiff.data import Outcome
from segdiff.explore import confidence_histogram, soft_and_hard
from tests.cases import counted, soft_row
from tests.explore.counted import Array, measured, overconfident

GROUPS = (Outcome.TRUE_POSITIVE, Outcome.FALSE_POSITIVE, Outcome.FALSE_NEGATIVE, Outcome.TRUE_NEGATIVE)


def loss(p: Array, g: Array, alpha: float, beta: float) -> float:
    tp, fp, fn = (p * g).sum(), (p * (1 - g)).sum(), ((1 - p) * g).sum()
    return float(1 - tp / (tp + alpha * fp + beta * fn))


def blame_by_voxels(p: Array, g: Array, alpha: float, beta: float) -> dict[Outcome, float]:
    """Make one group of voxels sure after another, in every order."""
    codes = Outcome.codes(g > 0, p >= 0.5)
    blame = dict.fromkeys(GROUPS, 0.0)
    orders = list(itertools.permutations(GROUPS))
    for order in orders:
        now = p.copy()
        for group in order:
            sure = np.where(codes == group, p >= 0.5, now)
            blame[group] += (loss(now, g, alpha, beta) - loss(sure, g, alpha, beta)) / len(orders)
            now = sure.astype(float)
    return blame


def test_the_parts_add_up_and_are_those_of_the_voxels() -> None:
    for seed, (alpha, beta) in enumerate([(0.5, 0.5), (0.3, 0.7), (0.9, 0.2)]):
        p, g = overconfident(seed)
        p = p.astype(np.float32).astype(np.float64)
        found = soft_and_hard(measured(p, g), alpha, beta)
        assert found is not None
        assert found.soft == pytest.approx(loss(p, g, alpha, beta), rel=1e-9)
        assert found.hard == pytest.approx(loss((p >= 0.5).astype(float), g, alpha, beta))
        assert sum(share.contribution for share in found.shares) == pytest.approx(found.soft - found.hard)
        expected = blame_by_voxels(p, g, alpha, beta)
        for share in found.shares:
            assert share.contribution == pytest.approx(expected[share.outcome], abs=1e-6)


def test_the_groups_of_the_row() -> None:
    """Inside .9 .8 .6 are hits (mean .7667) and .4 is a miss; outside .5 is invented and five others hold .3."""
    row = soft_row()
    found = soft_and_hard(measured(row.prediction, row.truth), 0.3, 0.7)
    assert found is not None
    by_outcome = {share.outcome: (share.voxels, share.confidence) for share in found.shares}
    assert by_outcome[Outcome.TRUE_POSITIVE] == (3, pytest.approx(2.3 / 3, abs=1e-6))
    assert by_outcome[Outcome.FALSE_NEGATIVE] == (1, pytest.approx(0.4, abs=1e-6))
    assert by_outcome[Outcome.FALSE_POSITIVE] == (1, pytest.approx(0.5, abs=1e-6))
    assert by_outcome[Outcome.TRUE_NEGATIVE] == (5, pytest.approx(0.06, abs=1e-6))
    assert found.dice == pytest.approx(0.75)


def test_a_bin_that_the_threshold_cuts_is_shared_out_by_its_voxels() -> None:
    """Inside, .2999 and .3001 share a bin: at .3 one of them is a hit and one a miss, beside .9 and .1."""
    p, g = np.array([[0.2999, 0.3001, 0.9, 0.1, 0.2]]), np.array([[1.0, 1.0, 1.0, 1.0, 0.0]])
    found = soft_and_hard(measured(p, g), 0.3, 0.7, 0.3)
    assert found is not None
    confidence = [share.confidence for share in found.shares]
    assert confidence[0] == pytest.approx(0.6, abs=1e-4)
    assert confidence[2] == pytest.approx(0.2, abs=1e-4)
    assert confidence[3] == pytest.approx(np.float32(0.2), abs=1e-9)


def test_where_no_error_costs_anything_haze_on_an_empty_truth_is_no_hit() -> None:
    """Nothing is found, and there is something: an index of 0, as the loss of these probabilities has it."""
    p, g = np.array([[0.2, 0.1, 0.4]]), np.zeros((1, 3))
    found = soft_and_hard(measured(p, g), 0.0, 0.0)
    assert found is not None
    assert (found.soft, found.hard) == (losses.value("tversky_loss", p[None], g[None], alpha=0.0, beta=0.0), 0.0)
    assert found.soft == 1.0


def test_a_perfect_mask_with_a_hazy_background_is_explained() -> None:
    """One pixel of .6 in a background of .01: a soft Dice loss of .8986 although the mask is perfect."""
    p, g = np.full((32, 32), 0.01), np.zeros((32, 32))
    p[5, 7], g[5, 7] = 0.6, 1.0
    found = soft_and_hard(measured(p, g), 0.5, 0.5)
    assert found is not None
    assert (found.soft, found.hard, found.dice) == (pytest.approx(0.8986, abs=5e-5), 0.0, 1.0)
    words = found.in_words()
    assert words.startswith("The loss is 0.899 of the probabilities and 0.000 of the mask: haze in the background is")
    assert "worth 10 invented voxels (+0." in words


def test_a_map_that_is_sure_says_the_same_twice() -> None:
    p = np.array([[1.0, 1.0, 0.0, 1.0, 0.0, 0.999999]])
    found = soft_and_hard(measured(p, np.array([[1.0, 1.0, 1.0, 0.0, 0.0, 1.0]])), 0.3, 0.7)
    assert found is not None
    assert found.in_words().endswith("the map is so sure that both say the same.")


def test_hard_labels_have_no_gap() -> None:
    hard = counted(3, 2, 1, 10)
    evidence = measured(hard.prediction, hard.truth)
    assert soft_and_hard(evidence, 0.3, 0.7) is None
    assert confidence_histogram(evidence, 0.5) is None


def test_the_histogram_counts_every_voxel_of_each_outcome() -> None:
    p, g = overconfident(5)
    seen = p.astype(np.float32).astype(np.float64)
    found = confidence_histogram(measured(p, g), 0.43, bins=10)
    assert found is not None
    codes = Outcome.codes(g > 0, seen >= 0.43)
    for outcome in GROUPS:
        expected, _ = np.histogram(seen[codes == outcome], bins=np.arange(11) / 10)
        assert found[outcome].tolist() == expected.tolist()
