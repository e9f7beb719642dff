"""What every Score makes of regions that are not there, not marked, or neither."""

from __future__ import annotations

import math

import numpy as np
import pytest

from segdiff import registry
from tests import cases
from tests.catalogue.measured import IDS, VOXEL_ML, measured

NAN = math.nan
WRONG = -math.log(1e-7)

# Nothing is there and two of fifteen pixels are marked; three of fifteen are there and nothing is marked.
EXPECTED = {
    "dice": (0.0, 0.0),
    "iou": (0.0, 0.0),
    "tversky_index": (0.0, 0.0),
    "f_beta": (0.0, 0.0),
    "precision": (0.0, NAN),
    "recall": (NAN, 0.0),
    "specificity": (13 / 15, 1.0),
    "volume_truth_ml": (0.0, 3 * VOXEL_ML),
    "volume_prediction_ml": (2 * VOXEL_ML, 0.0),
    "dice_loss": (1.0, 1.0),
    "vnet_dice_loss": (1.0, 1.0),
    "iou_loss": (1.0, 1.0),
    "tversky_loss": (1.0, 1.0),
    "focal_tversky_loss": (1.0, 1.0),
    "binary_cross_entropy": (2 * WRONG / 15, 3 * WRONG / 15),
    "cross_entropy": (2 * WRONG / 15, 3 * WRONG / 15),
    "focal_loss": (0.75 * 2 * WRONG / 15, 0.25 * 3 * WRONG / 15),
    "bce_dice_loss": (2 * WRONG / 15 + 1, 3 * WRONG / 15 + 1),
    "focal_plus_tversky_loss": (0.75 * 2 * WRONG / 15 + 1, 0.25 * 3 * WRONG / 15 + 1),
    # weights 1/15² for both classes, then 1/12² for the background and 1/3² for the label
    "generalized_dice_loss": (1 - 2 * 13 / 30, 1 - 2 * (12 / 12**2) / (27 / 12**2 + 3 / 3**2)),
}


REGION_LOSSES = (
    "dice_loss", "vnet_dice_loss", "iou_loss", "tversky_loss", "focal_tversky_loss", "generalized_dice_loss"
)  # fmt: skip


@pytest.mark.parametrize("name", IDS)
def test_marked_but_not_there(name: str) -> None:
    np.testing.assert_allclose(measured(name, *cases.only_marked().batch).item(), EXPECTED[name][0], rtol=1e-12)


@pytest.mark.parametrize("name", IDS)
def test_there_but_not_marked(name: str) -> None:
    np.testing.assert_allclose(measured(name, *cases.only_there().batch).item(), EXPECTED[name][1], rtol=1e-12)


@pytest.mark.parametrize("name", IDS)
def test_neither_there_nor_marked(name: str) -> None:
    """An index of overlap is 0/0 there and counts as perfect; the catalogue says so, for it is a choice."""
    found = measured(name, *cases.neither().batch).item()
    indices = ("dice", "iou", "tversky_index", "f_beta")
    expected = {"precision": NAN, "recall": NAN, "specificity": 1.0} | dict.fromkeys(indices, 1.0)
    np.testing.assert_equal(found + 0.0, expected.get(name, 0.0))
    chosen = registry.find(name).both_empty
    assert chosen is None or found == chosen
    assert (chosen is None) == (name not in (*indices, *REGION_LOSSES))


@pytest.mark.parametrize("name", IDS)
def test_everything_there_and_marked(name: str) -> None:
    found = measured(name, *cases.everything().batch).item()
    expected = {"specificity": NAN, "volume_truth_ml": 15 * VOXEL_ML, "volume_prediction_ml": 15 * VOXEL_ML}
    perfect = 0.0 if name.endswith(("loss", "entropy")) else 1.0
    np.testing.assert_allclose(found, expected.get(name, perfect), rtol=1e-12)


@pytest.mark.parametrize("name", IDS)
def test_whoever_can_be_undefined_says_why(name: str) -> None:
    pairs = (cases.neither(), cases.only_marked(), cases.only_there(), cases.everything())
    if any(math.isnan(measured(name, *pair.batch).item()) for pair in pairs):
        assert registry.find(name).undefined
