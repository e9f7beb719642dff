"""Surface distances as toolkits compute them: MONAI's are ours, medpy's HD95 is another of one name."""

from __future__ import annotations

import numpy as np
import pytest
import torch

import segdiff.metrics  # noqa: F401  registers its Scores
from segdiff.data import Comparison, LabelChoice
from segdiff.evidence import SurfaceDistances, Watch, distances_in, joint_box
from segdiff.registry import find
from tests import cases
from tests.peers.compared import SEEDS, peer

SPACING = (7.5, 0.5, 0.8)


def masks(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Lumpy masks that do not reach the edges, where MONAI's erosion looks beyond the picture."""
    rough = np.kron(np.random.default_rng(seed).random((4, 6, 7)), np.ones((2, 2, 2)))
    truth, prediction = rough > 0.6, np.roll(rough, 1, axis=2) > 0.7
    return np.pad(truth, 2), np.pad(prediction, 2)


def ours(truth: np.ndarray, prediction: np.ndarray) -> SurfaceDistances:
    case = cases.case_of(prediction.astype(float), truth.astype(float), SPACING)
    return distances_in(joint_box(case, Comparison("hard", LabelChoice.single(1))), Watch())


@pytest.mark.filterwarnings("ignore:monai")  # it warns of its own calls
@pytest.mark.parametrize("seed", SEEDS)
def test_monai(seed: int) -> None:
    theirs, (truth, prediction) = peer("monai.metrics"), masks(seed)
    pair = [torch.from_numpy(mask)[None, None].float() for mask in (prediction, truth)]
    chosen = {"include_background": True, "spacing": SPACING}
    distances = ours(truth, prediction)
    expected = {
        "hausdorff_mm": theirs.compute_hausdorff_distance(*pair, **chosen),
        "hausdorff_95_mm": theirs.compute_hausdorff_distance(*pair, percentile=95, **chosen),
        "assd_mm": theirs.compute_average_surface_distance(*pair, symmetric=True, **chosen),
        "surface_dice": theirs.compute_surface_dice(*pair, class_thresholds=[1.0], **chosen),
    }
    for name, value in expected.items():
        assert float(find(name).function(distances)) == pytest.approx(float(value), rel=1e-4), name


@pytest.mark.parametrize("seed", SEEDS)
def test_medpy_takes_the_percentile_of_both_directions_together(seed: int) -> None:
    theirs, (truth, prediction) = peer("medpy.metric.binary"), masks(seed)
    distances = ours(truth, prediction)
    directed = distances.prediction_to_truth_mm, distances.truth_to_prediction_mm
    assert theirs.hd(prediction, truth, SPACING) == pytest.approx(float(find("hausdorff_mm").function(distances)))
    assert theirs.hd95(prediction, truth, SPACING) == pytest.approx(np.percentile(np.concatenate(directed), 95))
    assert theirs.assd(prediction, truth, SPACING) == pytest.approx(float(find("assd_mm").function(distances)))
