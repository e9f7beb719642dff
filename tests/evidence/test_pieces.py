"""However the voxels are cut into pieces, shared among cores and stored, the answer is that of 64-bit arithmetic."""

from __future__ import annotations

from dataclasses import fields
from threading import Thread

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from segdiff.data import Case, Comparison, Grid, LabelChoice, LabelMap, Prediction, ProbabilityMap
from segdiff.evidence import Evidence, Watch, choose_device, chunks, evidence_of, measure
from segdiff.losses.voxelwise import focal_loss

ONE = LabelChoice.single(1)


def measured(probability: NDArray[np.floating], truth: NDArray[np.bool_], watch: Watch | None = None) -> Evidence:
    """Of one row of voxels."""
    grid = Grid((1, probability.size))
    content = ProbabilityMap(probability.reshape(1, 1, -1), (1,), grid)
    known = LabelMap(truth.reshape(1, -1).astype(np.uint8), grid)
    case = Case("row", truth=known, predictions=(Prediction("p", content),))
    return measure(case, Comparison("p", ONE, 0.5), watch=watch or Watch())


def exactly(probability: NDArray[np.floating], truth: NDArray[np.bool_]) -> Evidence:
    """The same with one bin for each voxel."""
    return evidence_of(probability.reshape(1, 1, -1).astype(np.float64), truth.reshape(1, 1, -1))


def assert_same(found: Evidence, expected: Evidence, rel: float = 1e-12) -> None:
    assert found.confusion.counts == expected.confusion.counts
    for field in fields(found.sums):
        ours, theirs = getattr(found.sums, field.name).item(), getattr(expected.sums, field.name).item()
        assert ours == pytest.approx(theirs, rel=rel, abs=0.0), field.name


def a_map(voxels: int, kind: type, seed: int = 5) -> tuple[NDArray[np.floating], NDArray[np.bool_]]:
    """Nine voxels in ten are quiet, one in fifty is of the truth."""
    rng = np.random.default_rng(seed)
    truth = rng.random(voxels) < 0.02
    sure = 10.0 ** -rng.uniform(3.2, 7.0, voxels)
    probability = np.where(rng.random(voxels) < 0.9, sure, rng.random(voxels))
    return np.where(truth, 1.0 - probability, probability).astype(kind), truth


@pytest.mark.parametrize("kind", [np.float16, np.float32, np.float64])
def test_sums_of_every_kind_of_float(kind: type) -> None:
    probability, truth = a_map(300_007, kind)
    assert_same(measured(probability, truth), exactly(probability, truth))


def test_cores_share_the_work_and_not_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    probability, truth = a_map(1_800_001, np.float32)
    found = []
    for cores in (1, 2, 3):
        monkeypatch.setattr(chunks.os, "cpu_count", lambda cores=cores: cores)
        found.append(measured(probability, truth))
    assert_same(found[0], exactly(probability, truth))
    for other in found[1:]:
        assert_same(other, found[0], rel=1e-14)
        for name in ("right", "wrong", "count"):
            assert torch.equal(getattr(other.histogram.outside, name), getattr(found[0].histogram.outside, name))
        assert other.thresholds is not None
        assert found[0].thresholds is not None
        assert (other.thresholds.outside == found[0].thresholds.outside).all()


def test_only_what_measures_has_torch_in_one_thread() -> None:
    """Whoever begins to use torch meanwhile or later has as many threads as before."""
    before, seen = torch.get_num_threads(), []

    def look() -> None:
        seen.append(torch.get_num_threads())

    def look_from_elsewhere(_progress: float = 1.0) -> None:
        elsewhere = Thread(target=look)
        elsewhere.start()
        elsewhere.join()

    def look_from_inside() -> bool:
        look()
        return False

    torch.set_num_threads(3)
    try:
        measured(*a_map(100, np.float32), watch=Watch(look_from_inside, look_from_elsewhere))
        look_from_elsewhere()
        assert torch.get_num_threads() == 3
    finally:
        torch.set_num_threads(before)
    assert seen == [1, 3, 3]


def test_a_system_without_threads_left_is_told_of_rather_than_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    start, started = Thread.start, []

    def start_one(thread: Thread) -> None:
        if started:
            raise RuntimeError("can't start new thread")
        started.append(thread)
        start(thread)

    monkeypatch.setattr(chunks.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(Thread, "start", start_one)
    with pytest.raises(RuntimeError, match="new thread"):
        chunks.share_chunks(80, 10, Watch(), list)


@pytest.mark.parametrize(("cores", "title"), [(1, "CPU · 1 thread"), (2, "CPU · 2 threads"), (64, "CPU · 8 threads")])
def test_the_device_says_how_many_threads_measure(cores: int, title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks.os, "cpu_count", lambda: cores)
    assert choose_device("cpu").title == title


def test_bins_fill_beyond_what_one_number_holds() -> None:
    """Three million quiet voxels of one value fall into one bin, which holds two million at a time."""
    probability = np.full(3_000_000, 0.0003, np.float32)
    histogram = measured(probability, np.zeros(probability.size, bool)).histogram
    assert histogram.outside.count.flatten().tolist() == [3_000_000.0]
    assert histogram.outside.wrong.item() == pytest.approx(float(np.float32(0.0003)), rel=1e-15)


def test_a_map_of_quiet_voxels_alone_has_an_exact_cross_entropy() -> None:
    probability = np.linspace(0.0, 2.0**-10, 70_001, endpoint=False)
    found = measured(probability, np.zeros(probability.size, bool)).sums.cross_entropy_outside.item()
    assert found == pytest.approx(-np.log1p(-probability).sum(), rel=1e-12)


@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_minus_zero_is_zero_on_both_sides_of_the_truth(kind: type) -> None:
    """Voxels: −0 and 0.25 outside, −0 and 1 inside."""
    probability, truth = np.array([-0.0, 0.25, -0.0, 1.0], kind), np.array([False, False, True, True])
    found = measured(probability, truth)
    assert found.confusion.counts == (1, 0, 1, 2)
    assert found.sums.fp.item() == 0.25
    assert found.histogram.voxels.item() == 4.0
    assert sorted(found.histogram.inside.right.flatten().tolist()) == [0.0, 1.0]


@pytest.mark.parametrize("kind", [np.float16, np.float32, np.float64])
def test_a_voxel_just_below_a_threshold_is_not_counted_and_one_on_it_is(kind: type) -> None:
    """In 64 bits a thousand times the number below 0.003 rounds up to 3; it is below 0.003 all the same."""
    levels = np.arange(1, 1000) / 1000
    on = levels.astype(kind)
    probability = np.concatenate([np.nextafter(on, kind(0)), on, np.nextafter(on, kind(1))])
    truth = np.arange(probability.size) % 3 == 0
    found = measured(probability, truth)
    for threshold in levels.tolist():
        predicted = probability.astype(np.float64) >= threshold
        expected = ((predicted & truth).sum(), (predicted & ~truth).sum())
        assert found.at(threshold).confusion.counts[:2] == expected, threshold


@pytest.mark.parametrize("gamma", [0.0, 1.0, 2.0, 5.0])
@pytest.mark.parametrize("spread", ["evenly", "both ends", "octaves"])
def test_the_focal_loss_is_within_the_resolution_of_the_bins(gamma: float, spread: str) -> None:
    """A bin from 1/8 on is as wide as bins get, 1/256 of its place; the worst is to lie at its two ends."""
    rng = np.random.default_rng(6)
    low, high = 0.125, 0.125 * (1 + 1 / 256) - 1e-8
    probability = {
        "evenly": rng.uniform(low, high, 20_000),
        "both ends": rng.choice([low, high], 20_000),
        "octaves": 10.0 ** rng.uniform(-6.0, -0.5, 20_000),
    }[spread].astype(np.float32)
    allowed = 2e-6 * (1 + gamma) ** 2 / (1 if spread == "both ends" else 3)
    for truth in (np.zeros(probability.size, bool), np.ones(probability.size, bool)):
        for p in (probability, 1 - probability):
            ours, theirs = (
                focal_loss(e.histogram, gamma=gamma).item() for e in (measured(p, truth), exactly(p, truth))
            )
            assert ours == pytest.approx(theirs, rel=allowed)


def test_evidence_at_a_threshold_is_kept_so_that_its_values_are_too() -> None:
    found = measured(*a_map(1000, np.float32))
    assert found.at(0.37) is found.at(0.37)
    assert found.at(0.37).sums is found.sums
    hard = Evidence.of_confusion(found.confusion)
    assert hard.at(0.37) is hard
