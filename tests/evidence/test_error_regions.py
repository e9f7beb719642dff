"""Error regions against a slow twin, and against answers worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from segdiff.data import Case, Comparison, Grid, LabelChoice, Neighbours, Outcome, RegionKey
from segdiff.errors import Cancelled
from segdiff.evidence import ErrorRegions, Watch, measure_regions
from tests import cases, reference

ONE = Comparison("hard", LabelChoice.single(1))
REACH = {Neighbours.FACES: 1, Neighbours.EDGES: 2, Neighbours.CORNERS: 3}
FN, FP = Outcome.FALSE_NEGATIVE, Outcome.FALSE_POSITIVE


def case_of(truth: np.ndarray, prediction: np.ndarray, spacing: tuple[float, ...] | None) -> Case:
    return cases.case_of(prediction.astype(float), truth.astype(float), spacing)


def indices(regions: ErrorRegions, region: int) -> tuple[tuple[int, ...], ...]:
    places = np.unravel_index(regions.voxels_of(region), regions.grid.shape)
    return tuple(map(tuple, np.stack(places, axis=1).tolist()))


@pytest.mark.parametrize("neighbours", Neighbours)
@pytest.mark.parametrize(
    ("shape", "spacing"), [((6, 9, 11), (7.5, 0.5, 0.6)), ((13, 17), (0.7, 1.3)), ((1, 8, 9), (2.0, 1.0, 1.5))]
)
@pytest.mark.parametrize("density", [0.15, 0.5])
def test_they_equal_their_slow_twin(
    neighbours: Neighbours, shape: tuple[int, ...], spacing: tuple[float, ...], density: float
) -> None:
    draw = np.random.default_rng(7)
    truth, prediction = draw.random((2, *shape)) < density
    regions = measure_regions(case_of(truth, prediction, spacing), ONE, neighbours)
    twins = reference.error_regions(prediction, truth, spacing, min(REACH[neighbours], len(shape)))
    order = sorted(range(len(regions)), key=lambda region: indices(regions, region)[0])
    assert len(twins) == len(order)
    for region, twin in zip(order, twins, strict=True):
        own = np.array(twin.voxels)
        assert indices(regions, region) == twin.voxels
        assert regions.outcomes[region] == {"FP": FP, "FN": FN}[twin.kind]
        assert regions.sizes[region] == len(own)
        assert regions.depths[region] == pytest.approx(twin.depth, rel=1e-12)
        assert regions.first[region][-len(shape) :].tolist() == own.min(axis=0).tolist()
        assert regions.last[region][-len(shape) :].tolist() == own.max(axis=0).tolist()
        assert all(a in b for a, b in zip(regions.focus_of(region), twin.largest, strict=True))
        assert len(regions.lesions_at(region)) == len(twin.lesions)
        assert regions.is_whole[region] == twin.whole


@pytest.fixture
def known() -> Case:
    """Voxels of 7.5 × 0.5 × 0.5 mm.

    Truth: a block of 3 × 4 × 6 and a row of 2, far from it. Prediction: the block less its last column along x, with a
    sheet of one voxel on top of it that is 2 × 3 large, and a speck 20 voxels away.
    """
    truth, prediction = np.zeros((2, 8, 20, 40), bool)
    truth[2:5, 4:8, 10:16] = True
    truth[6, 15, 30:32] = True
    prediction[2:5, 4:8, 10:15] = True
    prediction[5, 5:7, 11:14] = True
    prediction[3, 5, 35] = True
    return case_of(truth, prediction, (7.5, 0.5, 0.5))


def test_each_region_is_known_by_hand(known: Case) -> None:
    regions = measure_regions(known, ONE)
    table = {
        regions.key(i): (int(regions.sizes[i]), float(regions.depths[i]), regions.focus_of(i), regions.lesions_at(i))
        for i in range(len(regions))
    }
    assert table == {
        RegionKey(FN, (2, 4, 15)): (12, 0.5, (3, 6, 15), (0,)),
        RegionKey(FP, (3, 5, 35)): (1, 10.0, (3, 5, 35), ()),
        RegionKey(FP, (5, 5, 11)): (6, 7.5, (5, 6, 12), (0,)),
        RegionKey(FN, (6, 15, 30)): (2, 0.5, (6, 15, 31), (1,)),
    }
    assert regions.is_whole.tolist() == [False, True, False, True]
    assert regions.first.tolist()[2] == [5, 5, 11]
    assert regions.last.tolist()[2] == [5, 6, 13]


def test_neighbours_decide_what_is_one_region() -> None:
    """Three voxels: the second touches the first by an edge, the third the second by a corner."""
    truth, prediction = np.zeros((2, 4, 4, 4), bool)
    prediction[0, 0, 0] = prediction[0, 1, 1] = prediction[1, 2, 2] = True
    sizes = {
        neighbours: sorted(measure_regions(case_of(truth, prediction, None), ONE, neighbours).sizes.tolist())
        for neighbours in Neighbours
    }
    assert sizes == {Neighbours.FACES: [1, 1, 1], Neighbours.EDGES: [1, 2], Neighbours.CORNERS: [3]}


def test_a_false_positive_and_a_miss_side_by_side_are_two_regions() -> None:
    truth, prediction = np.zeros((2, 1, 1, 4), bool)
    truth[..., :2], prediction[..., 2:] = True, True
    regions = measure_regions(case_of(truth, prediction, None), ONE)
    assert (regions.outcomes.tolist(), regions.sizes.tolist()) == ([FN, FP], [2, 2])
    assert regions.lesions_at(1) == (0,)
    assert regions.is_whole.tolist() == [True, True]


def test_without_a_truth_nothing_has_a_depth() -> None:
    truth, prediction = np.zeros((2, 2, 3, 4), bool)
    prediction[1, 1, 1:3] = True
    regions = measure_regions(case_of(truth, prediction, (1.0, 1.0, 1.0)), ONE)
    assert (len(regions), math.isnan(regions.depths[0]), regions.lesions_at(0)) == (1, True, ())


def test_where_all_is_right_there_is_none() -> None:
    truth = np.ones((2, 3, 4), bool)
    for mask in (truth, ~truth):
        regions = measure_regions(case_of(mask, mask, None), ONE)
        assert (len(regions), regions.voxels.size, regions.starts.tolist()) == (0, 0, [0])


def test_a_region_is_found_again_by_its_key_after_it_grew(known: Case) -> None:
    before = measure_regions(known, ONE)
    key = RegionKey(FP, (5, 5, 11))
    mask = known.predictions[0].content.voxels.copy()
    mask[5, 4:7, 10:14] = 1
    assert known.truth is not None
    grown = measure_regions(case_of(known.truth.voxels, mask, (7.5, 0.5, 0.5)), ONE)
    assert before.sizes[before.find(key)] == 6
    assert grown.sizes[grown.find(key)] == 12
    assert grown.find(RegionKey(FN, key.voxel)) is None
    assert grown.find(RegionKey(FP, (0, 0, 0))) is None
    assert grown.find(RegionKey(FP, (5, 5))) is None
    assert grown.find(RegionKey(FP, (5, 5, 400))) is None


def test_nobody_waits(known: Case) -> None:
    with pytest.raises(Cancelled):
        measure_regions(known, ONE, watch=Watch(lambda: True))


def test_a_picture_has_indices_of_its_own() -> None:
    truth, prediction = np.zeros((2, 6, 7), bool)
    truth[1:4, 1:4] = True
    prediction[1:4, 1:3] = True
    regions = measure_regions(case_of(truth, prediction, (0.2, 0.3)), ONE)
    assert (regions.key(0), regions.focus_of(0)) == (RegionKey(FN, (1, 3)), (2, 3))
    assert regions.depths[0] == pytest.approx(0.3)
    assert regions.grid == Grid((6, 7), (0.2, 0.3))
