"""A graphics card gives the numbers of the processor. Runs wherever there is one."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch

from segdiff.data import Case, Comparison, Grid, LabelChoice, LabelMap, Prediction, ProbabilityMap
from segdiff.evaluate import evaluate_case
from segdiff.evidence import Device, measure

pytestmark = pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no CUDA device here")

TOLERANCE = 1e-12
"""Relative, for sums of 64-bit numbers that are added in another order; counts are equal."""


@pytest.fixture(scope="module")
def case() -> Case:
    random = np.random.default_rng(7)
    grid = Grid((40, 96, 80), (2.0, 0.8, 0.9))
    truth = (random.random(grid.shape) < 0.03).astype(np.uint8)
    soft = np.clip(truth * 0.7 + random.normal(0.1, 0.15, grid.shape), 0, 1).astype(np.float32)
    return Case(
        "gpu", truth=LabelMap(truth, grid), predictions=(Prediction("p", ProbabilityMap(soft[None], (1,), grid)),)
    )


def test_evidence_is_the_same(case: Case) -> None:
    comparison = Comparison("p", LabelChoice.single(1), 0.5)
    here, there = (measure(case, comparison, Device(kind)) for kind in ("cpu", "cuda"))
    assert there.confusion.counts == here.confusion.counts
    assert here.thresholds is not None
    assert there.thresholds is not None
    np.testing.assert_array_equal(there.thresholds.inside, here.thresholds.inside)
    np.testing.assert_array_equal(there.thresholds.outside, here.thresholds.outside)
    for field in dataclasses.fields(here.sums):
        mine, theirs = getattr(here.sums, field.name), getattr(there.sums, field.name)
        if isinstance(mine, torch.Tensor):
            torch.testing.assert_close(theirs.cpu(), mine, rtol=TOLERANCE, atol=0.0)


def test_scores_are_the_same(case: Case) -> None:
    here, there = (evaluate_case(case, device=Device(kind)).predictions[0].labels[0].scores for kind in ("cpu", "cuda"))
    for name, score in here.items():
        assert there[name].number == pytest.approx(score.number, rel=TOLERANCE, nan_ok=True), name
