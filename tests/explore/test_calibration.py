"""Reliability, Brier score and calibration error, against every voxel looked at."""

from __future__ import annotations

import numpy as np
import pytest

from segdiff.errors import ParameterProblem
from segdiff.explore import brier_score, reliability
from tests.cases import counted
from tests.explore.counted import calibrated, measured, overconfident


def test_bins_hold_the_voxels_they_should() -> None:
    """Counts and frequencies exactly; the mean probability to the width of a bin of the histogram."""
    p, g = overconfident(1)
    found = reliability(measured(p, g))
    assert found is not None
    seen = p.astype(np.float32).astype(np.float64)
    for k in range(10):
        inside = (seen >= k / 10) & ((seen < (k + 1) / 10) | (k == 9))
        assert found.voxels[k] == inside.sum()
        assert found.frequency[k] == pytest.approx(g[inside].mean())
        assert found.confidence[k] == pytest.approx(seen[inside].mean(), abs=0.004)


def test_a_voxel_beside_an_edge_stays_on_its_side() -> None:
    """.2999 and .3001 share a bin of the histogram, whose mean is .3; each counts in its own bin of the diagram."""
    p = np.array([[0.2999, 0.3001, 0.22, 0.38]])
    for g in (np.zeros((1, 4)), np.ones((1, 4))):
        found = reliability(measured(p, g))
        assert found is not None
        assert found.voxels[2:4].tolist() == [2, 2]
        assert found.confidence[2:4] == pytest.approx([0.26, 0.34], abs=1e-4)


def test_brier_score_is_the_mean_square() -> None:
    p, g = overconfident(2)
    assert brier_score(measured(p, g)) == pytest.approx(((p.astype(np.float32) - g) ** 2).mean(), rel=1e-9)


def test_the_error_is_small_for_a_calibrated_map_and_not_for_another() -> None:
    fine, off = reliability(measured(*calibrated(3))), reliability(measured(*overconfident(3, 200)))
    assert fine is not None
    assert off is not None
    assert fine.calibration_error < 0.01 < 0.03 < off.calibration_error


def test_the_error_is_that_of_the_voxels() -> None:
    p, g = overconfident(4)
    seen = p.astype(np.float32).astype(np.float64)
    place = np.minimum((seen * 10).astype(int), 9)
    error = sum(abs(seen[place == k].sum() - g[place == k].sum()) for k in range(10)) / p.size
    found = reliability(measured(p, g))
    assert found is not None
    assert found.calibration_error == pytest.approx(error, abs=2e-3)


def test_empty_bins_and_hard_labels_have_nothing_to_say() -> None:
    sparse = reliability(measured(np.array([[0.95, 0.05, 0.02]]), np.array([[1.0, 0.0, 0.0]])))
    assert sparse is not None
    assert np.isnan(sparse.frequency[1:9]).all()
    hard = counted(3, 2, 1, 10)
    assert reliability(measured(hard.prediction, hard.truth)) is None


def test_bins_have_to_divide_a_thousand() -> None:
    with pytest.raises(ParameterProblem, match="divide"):
        reliability(measured(*calibrated(3, 20)), bins=7)
