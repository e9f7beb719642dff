"""The two predictions look like those of networks, and which of them is better depends on what a miss costs."""

from typing import NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import ndimage

from segdiff.data import Case, Outcome

TOUCHING = np.ones((3, 3, 3))


class Counts(NamedTuple):
    tp: int
    fp: int
    fn: int

    def tversky(self, alpha: float, beta: float) -> float:
        return self.tp / (self.tp + alpha * self.fp + beta * self.fn)


def truth(case: Case) -> NDArray[np.bool_]:
    return case.truth.voxels == 1


def probability(case: Case, name: str) -> NDArray[np.float32]:
    return case.prediction(name).content.voxels[0]


def counts(case: Case, name: str) -> Counts:
    codes = Outcome.codes(truth(case), probability(case, name) >= 0.5)
    found = np.bincount(codes.ravel(), minlength=4)
    return Counts(found[Outcome.TRUE_POSITIVE], found[Outcome.FALSE_POSITIVE], found[Outcome.FALSE_NEGATIVE])


def peaks(case: Case, name: str) -> dict[int, float]:
    """Highest probability inside each lesion, by the lesion's size in voxels."""
    lesions, count = ndimage.label(truth(case), TOUCHING)
    sizes = np.bincount(lesions.ravel())[1:]
    highest = ndimage.maximum(probability(case, name), lesions, range(1, count + 1))
    return dict(zip(sizes.tolist(), highest, strict=True))


def far_inventions(case: Case, name: str) -> list[int]:
    """Sizes of what is predicted without touching a lesion."""
    regions, _ = ndimage.label(probability(case, name) >= 0.5, TOUCHING)
    touching = set(np.unique(regions[truth(case)]).tolist())
    return [size for region, size in enumerate(np.bincount(regions.ravel())) if region and region not in touching]


@pytest.mark.parametrize(("name", "expected"), [("eager", (5168, 3785, 884)), ("cautious", (4012, 402, 2040))])
def test_counts_are_those_the_demo_is_explained_with(demo: Case, name: str, expected: tuple[int, int, int]) -> None:
    np.testing.assert_allclose(counts(demo, name), expected, rtol=0.02)


def test_the_cautious_one_wins_by_dice_and_the_eager_one_where_misses_cost_more(demo: Case) -> None:
    eager, cautious = counts(demo, "eager"), counts(demo, "cautious")
    assert cautious.tversky(0.5, 0.5) > eager.tversky(0.5, 0.5) + 0.05
    assert eager.tversky(0.3, 0.7) > cautious.tversky(0.3, 0.7) + 0.02


def test_they_break_even_where_a_miss_costs_almost_two_extra_voxels(demo: Case) -> None:
    eager, cautious = counts(demo, "eager"), counts(demo, "cautious")
    extra = eager.fp * cautious.tp - cautious.fp * eager.tp
    missed = eager.fn * cautious.tp - cautious.fn * eager.tp
    miss_cost = -extra / missed
    assert miss_cost == pytest.approx(1.87, rel=0.02)
    assert eager.tversky(1.0, miss_cost) == pytest.approx(cautious.tversky(1.0, miss_cost), rel=1e-9)


def test_the_eager_one_finds_every_lesion(demo: Case) -> None:
    assert min(peaks(demo, "eager").values()) > 0.9


def test_the_cautious_one_overlooks_the_two_smallest(demo: Case) -> None:
    found = {size for size, peak in peaks(demo, "cautious").items() if peak >= 0.5}
    assert found == {300, 330, 800, 1450, 2900}


def test_the_eager_one_invents_a_lesion_and_a_streak(demo: Case) -> None:
    streak, lesion = sorted(far_inventions(demo, "eager"))[-2:]
    assert 50 < streak < 250 < lesion < 700


def test_the_cautious_one_invents_next_to_nothing(demo: Case) -> None:
    assert sum(far_inventions(demo, "cautious")) < 100


@pytest.mark.parametrize("name", ["eager", "cautious"])
def test_maps_look_like_those_of_networks(demo: Case, name: str) -> None:
    values = probability(demo, name)
    assert values.dtype == np.float32
    assert values.min() > 0.0
    assert values.max() > 0.999  # sure inside lesions
    assert values.max() < 1.0
    assert (values < 1e-4).mean() > 0.95  # almost nothing elsewhere, but never quite
    undecided = (values > 0.1) & (values < 0.9)
    assert 0.3 < undecided.sum() / (values >= 0.5).sum() < 2.0  # soft edges, not a painted mask


@pytest.mark.parametrize("name", ["eager", "cautious"])
def test_maps_are_smooth(demo: Case, name: str) -> None:
    values = probability(demo, name)
    assert all(np.abs(np.diff(values, axis=axis)).max() < 0.9 for axis in range(3))
