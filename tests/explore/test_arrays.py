"""Arrays of a notebook are measured as files are."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from segdiff import explore
from segdiff.errors import SegdiffError
from tests.cases import counted
from tests.explore.counted import measured, overconfident


@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_as_files_are(kind: type) -> None:
    p, g = overconfident(5)
    found, expected = explore.measure_arrays(p.astype(kind), g > 0), measured(p, g)
    assert found.confusion.counts == expected.confusion.counts
    assert found.thresholds is not None
    assert expected.thresholds is not None
    best = explore.best_threshold(found.thresholds, 0.3, 0.7)
    assert best == explore.best_threshold(expected.thresholds, 0.3, 0.7)
    assert explore.brier_score(found) == pytest.approx(explore.brier_score(expected), rel=1e-6)


def test_a_mask_has_counts_and_no_thresholds() -> None:
    pair = counted(3, 2, 1, 10)
    for mask in (pair.prediction, pair.prediction > 0, torch.from_numpy(pair.prediction)):
        found = explore.measure_arrays(mask, pair.truth, spacing_mm=(1.0, 2.0))
        assert found.confusion.counts == (3, 2, 1, 10)
        assert found.thresholds is None


def test_the_threshold_and_the_voxel_are_taken() -> None:
    """Of .9, .4 and .2 inside, two reach .4; a voxel of 2 × 3 × 5 mm has .03 ml."""
    p, g = np.array([[[0.9, 0.4, 0.2, 0.1]]]), np.array([[[1, 1, 1, 0]]])
    found = explore.measure_arrays(p, g, threshold=0.4, spacing_mm=(5.0, 2.0, 3.0))
    assert found.confusion.counts == (2, 0, 1, 1)
    assert found.confusion.voxel_ml == pytest.approx(0.03)
    p[0, 0, 0] = 0.0
    assert found.sums.tp.item() == pytest.approx(1.5), "the arrays stay the notebook's own"


def test_rounding_is_put_back_and_anything_else_refused() -> None:
    g = np.array([[1, 0]])
    assert explore.measure_arrays(np.array([[1.0000001, 0.5]]), g).sums.tp.item() == 1.0
    for bad in (np.array([[1.5, 0.5]]), np.array([[np.nan, 0.5]]), np.array([[2, 1]]), np.array([["a", "b"]])):
        with pytest.raises(SegdiffError) as caught:
            explore.measure_arrays(bad, g)
        assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"prediction": np.zeros((2, 3))}, "has shape (2, 3), but the truth has shape (1, 2)"),
        ({"truth": np.array([[0.5, 1.0]])}, "The truth should be a mask"),
        ({"spacing_mm": (1.0, 1.0, 1.0)}, "should have 2 numbers"),
    ],
)
def test_what_does_not_fit_is_said(wrong: dict[str, Any], says: str) -> None:
    given = {"prediction": np.array([[0.2, 0.7]]), "truth": np.array([[0, 1]]), **wrong}
    with pytest.raises(SegdiffError) as caught:
        explore.measure_arrays(**given)
    assert says in str(caught.value)
