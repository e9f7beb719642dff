"""Scores that ask where voxels lie, against their slow twins and against answers worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from segdiff import registry
from segdiff.data import Case, Comparison, Grid, LabelChoice, LabelMap, Prediction
from segdiff.evaluate import evaluate_case, value_of
from segdiff.evidence import Evidence, measure, measure_further, surface_distances
from tests import cases, reference
from tests.catalogue.measured import ALL_IDS, IDS

PLACES = [name for name in ALL_IDS if name not in IDS]
SURFACES = [name for name in PLACES if "lesion" not in name]
ONE = Comparison("hard", LabelChoice.single(1))
ANISOTROPIC = (7.5, 0.5, 0.5)


def evidence_of(case: Case) -> Evidence:
    """With everything measured."""
    kinds = {registry.find(name).evidence for name in PLACES}
    return measure_further(measure(case, ONE), kinds, case, ONE)


def number(name: str, case: Case, **parameters: float) -> float:
    return value_of(registry.find(name), evidence_of(case), parameters).number


def blobs(shape: tuple[int, ...], seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Two lumpy masks of several components that overlap in part."""
    draw = np.random.default_rng(seed)
    rough = np.kron(draw.random([-(-size // 2) for size in shape]), np.ones([2] * len(shape)))
    rough = rough[tuple(slice(size) for size in shape)]
    truth, prediction = rough > 0.75, np.roll(rough, 1, axis=-1) + 0.2 * draw.random(shape) > 0.8
    return truth, prediction


def case_of(truth: np.ndarray, prediction: np.ndarray, spacing: tuple[float, ...] | None) -> Case:
    return cases.case_of(prediction.astype(float), truth.astype(float), spacing)


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize(
    ("shape", "spacing"),
    [((5, 9, 12), (3.0, 0.8, 1.1)), ((4, 12, 13), ANISOTROPIC), ((17, 23), (0.7, 1.3)), ((1, 9, 9), (2.0, 1.0, 1.0))],
)
def test_equals_its_slow_twin(name: str, shape: tuple[int, ...], spacing: tuple[float, ...]) -> None:
    for seed in range(4):
        truth, prediction = blobs(shape, seed)
        expected = reference.PLACES[name](prediction, truth, spacing)
        assert number(name, case_of(truth, prediction, spacing)) == pytest.approx(expected, rel=1e-12), seed


def test_the_tolerance_reaches_the_score() -> None:
    """A border half a millimetre away counts at .5 and not at .49; where it is 7.5 mm away, at 7.5."""
    truth, prediction = np.zeros((2, 5, 6, 8), bool)
    truth[2, 2, 2:5], prediction[2, 2, 3:6] = True, True
    case = case_of(truth, prediction, ANISOTROPIC)
    assert number("surface_dice", case, tolerance_mm=0.49) == 4 / 6
    assert number("surface_dice", case, tolerance_mm=0.5) == 1.0
    above = case_of(truth, np.roll(truth, 1, axis=0), ANISOTROPIC)
    assert number("surface_dice", above, tolerance_mm=7.49) == 0.0
    assert number("surface_dice", above, tolerance_mm=7.5) == 1.0
    assert number("hausdorff_mm", above) == 7.5


def test_a_far_speck_decides_hausdorff_and_not_its_95th_percentile() -> None:
    """A row of 40 and the same row with one voxel more, 20 mm off: 41 distances, 40 of them 0."""
    truth = np.zeros((3, 50, 60), bool)
    truth[1, 5, 5:45] = True
    prediction = truth.copy()
    prediction[1, 45, 44] = True
    case = case_of(truth, prediction, ANISOTROPIC)
    assert number("hausdorff_mm", case) == 20.0
    assert number("hausdorff_95_mm", case) == 0.0
    assert number("assd_mm", case) == pytest.approx(20.0 / 81)


def test_each_direction_counts() -> None:
    """From the small mask to the large one it is never far; the other way it is."""
    large = np.zeros((1, 5, 30), bool)
    large[0, 2] = True
    small = np.zeros_like(large)
    small[0, 2, :6] = True
    spacing = (1.0, 1.0, 2.0)
    for truth, prediction in ((large, small), (small, large)):
        assert number("hausdorff_mm", case_of(truth, prediction, spacing)) == 48.0


def test_a_perfect_prediction_is_optimal() -> None:
    truth, _ = blobs((5, 9, 12), 3)
    for name in PLACES:
        best = 0.0 if registry.find(name).better is registry.Better.LOWER else 1.0
        assert number(name, case_of(truth, truth, ANISOTROPIC)) == best, name


def test_lesions_are_counted_by_hand() -> None:
    """Truth: 3 lesions, of which 2 are found, one by 2 components. Prediction: 4 components, of which 1 is invented."""
    truth, prediction = np.zeros((2, 3, 20, 20), bool)
    truth[1, 2, 2:10], truth[1, 8, 2:5], truth[1, 14, 2:4] = True, True, True
    prediction[1, 2, 1:4], prediction[1, 2, 7:9], prediction[1, 9, 5], prediction[0, 18, 18] = True, True, True, True
    prediction[1, 8, 4] = True
    case = case_of(truth, prediction, None)
    assert number("lesion_recall", case) == 2 / 3
    assert number("lesion_precision", case) == 3 / 4
    assert number("lesion_f1", case) == pytest.approx(2 * (2 / 3) * (3 / 4) / (2 / 3 + 3 / 4))
    lesions = evidence_of(case).lesions
    assert lesions.truth_sizes.tolist() == [8, 3, 2]
    assert lesions.dice.tolist() == pytest.approx([2 * 4 / (8 + 5), 2 * 1 / (3 + 2), 0.0])


@pytest.mark.parametrize(
    ("truth", "prediction", "reason"),
    [(1, 0, "the prediction is empty"), (0, 1, "the truth is empty"), (0, 0, "truth and prediction are both empty")],
)
def test_without_a_border_there_is_no_distance(truth: int, prediction: int, reason: str) -> None:
    case = case_of(np.full((2, 3, 4), truth), np.full((2, 3, 4), prediction), ANISOTROPIC)
    for name in SURFACES:
        value = value_of(registry.find(name), evidence_of(case), {})
        assert (math.isnan(value.number), value.undefined) == (True, reason), name


def test_noise_is_not_measured_for_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows of 6 and 5 border voxels are eleven; ten would have been too many."""
    truth, prediction = np.zeros((2, 3, 4, 8), bool)
    truth[1, 1, :6], prediction[1, 2, :5] = True, True
    case = case_of(truth, prediction, ANISOTROPIC)
    monkeypatch.setattr(surface_distances, "MOST_POINTS", 11)
    assert number("hausdorff_mm", case) == pytest.approx(math.hypot(0.5, 0.5))
    monkeypatch.setattr(surface_distances, "MOST_POINTS", 10)
    value = value_of(registry.find("assd_mm"), evidence_of(case), {})
    assert value.undefined == "the borders have more than 5 million voxels"


def test_without_a_voxel_size_there_are_no_millimetres() -> None:
    truth, prediction = blobs((5, 9), 1)
    for name in SURFACES:
        value = value_of(registry.find(name), evidence_of(case_of(truth, prediction, None)), {})
        assert value.undefined == "the files give no voxel size", name


@pytest.mark.parametrize(
    ("truth", "prediction", "expected"),
    [
        (1, 0, {"lesion_recall": 0.0, "lesion_precision": None, "lesion_f1": 0.0}),
        (0, 1, {"lesion_recall": None, "lesion_precision": 0.0, "lesion_f1": 0.0}),
        (0, 0, {"lesion_recall": None, "lesion_precision": None, "lesion_f1": None}),
    ],
)
def test_lesions_of_empty_masks(truth: int, prediction: int, expected: dict[str, float | None]) -> None:
    case = case_of(np.full((2, 3, 4), truth), np.full((2, 3, 4), prediction), None)
    for name, value in expected.items():
        found = value_of(registry.find(name), evidence_of(case), {})
        assert (None if found.undefined else found.number) == value, name


def test_a_sheared_grid_is_measured_in_the_world() -> None:
    """Rows lean by a voxel for each step: a step along y is √(1² + 1²) mm, a step along x 1 mm."""
    shear = ((0.0, 0.0, 1.0), (math.sqrt(0.5), math.sqrt(0.5), 0.0), (1.0, 0.0, 0.0))
    grid = Grid((1, 4, 4), (1.0, math.sqrt(2.0), 1.0), direction=shear)
    truth, prediction = np.zeros((2, 1, 4, 4), np.uint8)
    truth[0, 0, 3], prediction[0, 3, 0] = 1, 1  # 3 along y, −3 along x: 3 mm apart in the world
    hard = Prediction("hard", LabelMap(prediction, grid))
    case = Case("sheared", truth=LabelMap(truth, grid), predictions=(hard,))
    assert number("hausdorff_mm", case) == pytest.approx(3.0)


def test_only_what_is_asked_for_is_measured() -> None:
    truth, prediction = blobs((5, 9, 12), 2)
    case = case_of(truth, prediction, ANISOTROPIC)
    for name, parts in (("dice", (False, False)), ("assd_mm", (True, False)), ("lesion_f1", (False, True))):
        evidence = evaluate_case(case, wanted=[registry.find(name)]).predictions[0].labels[0].evidence
        assert (evidence.distances is not None, evidence.lesions is not None) == parts, name
