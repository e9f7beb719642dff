"""What one pass over a case leaves, against numpy in 64 bits and against the exact evidence of the same arrays."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from segdiff.data import ANY_LABEL, Case, Comparison, Grid, LabelChoice, LabelMap, Prediction, ProbabilityMap
from segdiff.errors import Cancelled, ParameterProblem, SegdiffError
from segdiff.evidence import CLIP, Device, Evidence, Watch, choose_device, evidence_of, measure
from segdiff.evidence import measure as measure_function
from segdiff.losses.voxelwise import focal_loss

ONE = LabelChoice.single(1)
EDGES = [0.0, 1.0, 0.5, 1e-45, 1e-7, np.nextafter(np.float32(1e-7), np.float32(0)), 2.0**-10, 1 - 2.0**-24, 0.999, 0.63]


def case_of(probability: NDArray[np.floating], truth: NDArray[np.integer]) -> Case:
    grid = Grid((1, *truth.shape[-2:]) if truth.ndim < 3 else truth.shape, (2.0, 1.0, 0.5))
    content = ProbabilityMap(probability.reshape(1, *grid.shape), (1,), grid)
    return Case("c", truth=LabelMap(truth.reshape(grid.shape), grid), predictions=(Prediction("p", content),))


def like_a_network(voxels: int, kind: type = np.float32) -> tuple[NDArray[np.floating], NDArray[np.uint8]]:
    """Mostly quiet background, some unsure voxels, and every awkward value on both sides of the truth."""
    rng = np.random.default_rng(voxels)
    probability = rng.random(voxels) ** 12 * 1e-4
    unsure = rng.random(voxels) < 0.1
    probability[unsure] = rng.random(int(unsure.sum()))
    truth = (rng.random(voxels) < 0.05).astype(np.uint8)
    probability[truth == 1] = 1 - probability[truth == 1] ** 2
    edges = np.tile(EDGES, 2)[:voxels]
    probability[: len(edges)] = edges
    truth[: len(edges)] = np.repeat([0, 1], len(EDGES))[:voxels]
    return probability.astype(kind), truth


def measured(probability: NDArray[np.floating], truth: NDArray[np.uint8], threshold: float = 0.5) -> Evidence:
    shaped = truth.reshape(1, 1, -1)
    return measure(case_of(probability, shaped), Comparison("p", ONE, threshold))


@pytest.mark.parametrize("voxels", [1, 7, 4_099, 600_001])
@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_sums_are_those_of_64_bit_arithmetic(voxels: int, kind: type) -> None:
    probability, truth = like_a_network(voxels, kind)
    sums = measured(probability, truth).sums
    p, g = probability.astype(np.float64), truth.astype(bool)
    right = np.where(g, p, 1 - p)
    cost = -np.log(np.maximum(right, CLIP))
    expected = {
        "tp": p[g].sum(),
        "fp": p[~g].sum(),
        "fn": (1 - p[g]).sum(),
        "tn": (1 - p[~g]).sum(),
        "distance": np.abs(p - g).sum(),
        "squared_prediction": (p * p).sum(),
        "squared_truth": g.sum(),
        "cross_entropy_inside": cost[g].sum(),
        "cross_entropy_outside": cost[~g].sum(),
        "clipped": (right < CLIP).sum(),
    }
    for name, value in expected.items():
        assert getattr(sums, name).item() == pytest.approx(value, rel=1e-12, abs=1e-12), name
        assert getattr(sums, name).dtype is torch.float64


@pytest.mark.parametrize("gamma", [0.0, 0.3, 0.5, 1.0, 2.0, 3.7, 5.0])
def test_mean_losses_are_within_a_millionth(gamma: float) -> None:
    probability, truth = like_a_network(200_000)
    exact = evidence_of(probability.reshape(1, 1, -1), truth.reshape(1, 1, -1)).histogram
    binned = measured(probability, truth).histogram
    assert binned.voxels.item() == 200_000
    assert focal_loss(binned, gamma=gamma).item() == pytest.approx(focal_loss(exact, gamma=gamma).item(), rel=1e-6)


def test_every_threshold_counts_exactly_also_where_a_voxel_lies_on_it() -> None:
    rng = np.random.default_rng(8)
    on_thresholds = (np.arange(1, 1000) / 1000).astype(np.float32)
    either_side = np.nextafter(on_thresholds, np.float32(rng.integers(0, 2)))
    probability = np.concatenate([on_thresholds, either_side, rng.random(500).astype(np.float32), [0.0, 1.0]])
    truth = rng.integers(0, 2, probability.size).astype(np.uint8)
    evidence = measured(probability.astype(np.float32), truth)
    exact = probability.astype(np.float32).astype(np.float64)
    for level in range(1, 1000):
        predicted = exact >= level / 1000
        expected = (predicted & (truth == 1)).sum(), (predicted & (truth == 0)).sum()
        assert evidence.at(level / 1000).confusion.counts[:2] == expected, level


@pytest.mark.parametrize("threshold", [1 / 3, 1.0, 0.50005])
def test_a_typed_threshold_that_is_no_thousandth_counts_exactly_too(threshold: float) -> None:
    probability, truth = like_a_network(5_000)
    predicted, inside = probability.astype(np.float64) >= threshold, truth == 1
    expected = ((predicted & inside).sum(), (predicted & ~inside).sum(), (~predicted & inside).sum())
    assert measured(probability, truth, threshold).confusion.counts[:3] == expected


def test_hard_labels_are_counted_by_value_region_and_complement() -> None:
    rng = np.random.default_rng(9)
    truth, found = rng.integers(0, 5, (2, 3, 70, 90)).astype(np.int16)
    grid = Grid(truth.shape, (2.0, 1.0, 0.5))
    case = Case("c", truth=LabelMap(truth, grid), predictions=(Prediction("p", LabelMap(found, grid)),))
    region = LabelChoice("1+2", (1, 2), (3,))
    for label, true, positive in (
        (ONE, truth == 1, found == 1),
        (ANY_LABEL, truth != 0, found != 0),
        (region, np.isin(truth, (1, 2)), found == 3),
        (LabelChoice.background_of((region,)), ~np.isin(truth, (1, 2)), found != 3),
    ):
        evidence = measure(case, Comparison("p", label))
        tp, fp, fn = (true & positive).sum(), (~true & positive).sum(), (true & ~positive).sum()
        assert evidence.confusion.counts == (tp, fp, fn, truth.size - tp - fp - fn)
        assert evidence.confusion.voxel_ml == pytest.approx(0.001)
        exact = evidence_of(positive.reshape(1, 1, -1), true.reshape(1, 1, -1)).sums
        for name in ("tp", "fn", "squared_prediction", "cross_entropy_inside", "cross_entropy_outside", "clipped"):
            torch.testing.assert_close(getattr(evidence.sums, name), getattr(exact, name))


def test_the_background_is_what_the_label_leaves() -> None:
    rng = np.random.default_rng(10)
    p, g = rng.random((1, 1, 50)), rng.integers(0, 2, (1, 1, 50))
    ours, theirs = evidence_of(p, g).sums.background(), evidence_of(1 - p, 1 - g).sums
    for name in vars(ours):
        torch.testing.assert_close(getattr(ours, name), getattr(theirs, name))


def test_the_number_of_threads_changes_nothing() -> None:
    probability, truth = like_a_network(300_000)
    before = torch.get_num_threads()
    try:
        found = []
        for threads in (1, 2):
            torch.set_num_threads(threads)
            found.append(measured(probability, truth))
    finally:
        torch.set_num_threads(before)
    for name in ("tp", "fp", "cross_entropy_outside"):
        torch.testing.assert_close(getattr(found[0].sums, name), getattr(found[1].sums, name), rtol=1e-13, atol=0)
    assert found[0].confusion.counts == found[1].confusion.counts


def test_nobody_waiting_stops_it_and_progress_only_grows() -> None:
    probability, truth = like_a_network(1_200_000)
    case = case_of(probability, truth.reshape(1, 1, -1))
    told: list[float] = []
    measure(case, Comparison("p", ONE), watch=Watch(progress=told.append))
    assert told == sorted(told)
    assert len(told) > 1
    with pytest.raises(Cancelled):
        measure(case, Comparison("p", ONE), watch=Watch(is_stale=lambda: True))


def test_running_out_of_memory_on_the_card_falls_back_with_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib

    module = importlib.import_module("segdiff.evidence.measure")
    original, devices = module.measure_probabilities, []

    def runs_out(
        truth: LabelMap, content: ProbabilityMap, label: LabelChoice, device: torch.device, watch: Watch
    ) -> Evidence:
        devices.append(device.type)
        if device.type == "cuda":
            raise torch.cuda.OutOfMemoryError
        return original(truth, content, label, device, watch)  # type: ignore[no-any-return]

    monkeypatch.setattr(module, "measure_probabilities", runs_out)
    probability, truth = like_a_network(1_000)
    case = case_of(probability, truth.reshape(1, 1, -1))
    evidence = measure_function(case, Comparison("p", ONE, 0.5), Device("cuda"))
    assert devices == ["cuda", "cpu"]
    assert "ran out of memory" in evidence.notice
    assert evidence.confusion.counts == measured(probability, truth).confusion.counts


def test_a_case_without_truth_is_refused() -> None:
    content = ProbabilityMap(np.zeros((1, 2, 3), np.float32), (1,), Grid((2, 3)))
    with pytest.raises(SegdiffError, match="no ground truth"):
        measure(Case("c", predictions=(Prediction("p", content),)), Comparison("p", ONE))


def test_devices() -> None:
    assert choose_device("cpu") == Device("cpu")
    assert "64-bit" in choose_device("mps").notice
    with pytest.raises(ParameterProblem, match="should be one of"):
        choose_device("tpu")
    if not torch.cuda.is_available():
        assert choose_device("auto").kind == "cpu"
        with pytest.raises(ParameterProblem, match="No CUDA device"):
            choose_device("cuda")


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device")
def test_the_card_agrees_with_the_processor() -> None:
    probability, truth = like_a_network(600_001)
    case = case_of(probability, truth.reshape(1, 1, -1))
    on_card, here = (measure(case, Comparison("p", ONE, 0.5), Device(kind)) for kind in ("cuda", "cpu"))
    assert on_card.confusion.counts == here.confusion.counts
    for name in ("tp", "fp", "cross_entropy_inside", "cross_entropy_outside"):
        torch.testing.assert_close(getattr(on_card.sums, name), getattr(here.sums, name), rtol=1e-9, atol=0)
