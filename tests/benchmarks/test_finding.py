"""Surface distances, lesions and error regions of 512 × 512 × 300 voxels, against other ways to find them."""

from __future__ import annotations

import numpy as np
import pytest

from segdiff.data import Case, Comparison, LabelChoice, Neighbours
from segdiff.evidence import distances_in, joint_box
from segdiff.evidence.chunks import Watch
from segdiff.evidence.components import components
from segdiff.evidence.lesions import _counted
from tests.benchmarks.conftest import Figures, peak_of, seconds, side_by_side

HARD = Comparison("hard", LabelChoice.single(1))


def test_components(case: Case, figures: Figures) -> None:
    from scipy import ndimage

    box = joint_box(case, HARD)
    structure = ndimage.generate_binary_structure(3, 3)
    ours, theirs = side_by_side(
        lambda: components(box.prediction, Neighbours.CORNERS), lambda: ndimage.label(box.prediction, structure), 3
    )
    figures.at_least("scipy.ndimage.label / components, in one box", theirs / ours, 3, f"{1000 * ours:.0f} ms")


def test_matching(figures: Figures) -> None:
    """Two million voxels that two thousand lesions share with as many."""
    keys = np.random.default_rng(3).integers(0, 2000, (2, 2_000_000))
    combined = keys[0] * 2000 + keys[1]
    ours, theirs = side_by_side(lambda: _counted(combined), lambda: np.unique(keys.T, axis=0, return_counts=True), 1)
    figures.at_least("np.unique over pairs / matching by bins", theirs / ours, 20, f"{1000 * ours:.0f} ms")


@pytest.mark.filterwarnings("ignore:monai")  # it warns of its own calls
def test_distances_against_monai(case: Case, figures: Figures) -> None:
    metrics, torch = pytest.importorskip("monai.metrics"), pytest.importorskip("torch")
    box = joint_box(case, HARD)
    pair = [torch.from_numpy(np.pad(mask, 1))[None, None].float() for mask in (box.prediction, box.truth)]

    def theirs() -> None:
        metrics.compute_hausdorff_distance(*pair, include_background=True, percentile=95, spacing=1.0)
        metrics.compute_average_surface_distance(*pair, include_background=True, symmetric=True, spacing=1.0)
        metrics.compute_surface_dice(*pair, class_thresholds=[1.0], include_background=True, spacing=1.0)

    ours = seconds(lambda: distances_in(box, Watch()), 3)
    ratio = seconds(theirs, 1) / ours
    figures.at_least("MONAI's three calls / all distances, in one box", ratio, 5, f"{1000 * ours:.0f} ms")


def test_distances_against_surface_distance(case: Case, figures: Figures) -> None:
    peer = pytest.importorskip("surface_distance")
    assert case.truth is not None
    truth, prediction = (content.voxels.astype(bool) for content in (case.truth, case.prediction("hard").content))

    def theirs() -> None:
        found = peer.compute_surface_distances(truth, prediction, (1.0, 1.0, 1.0))
        for percent in (95.0, 100.0):
            peer.compute_robust_hausdorff(found, percent)
        peer.compute_average_surface_distance(found)
        peer.compute_surface_dice_at_tolerance(found, 1.0)

    ours = seconds(lambda: distances_in(joint_box(case, HARD), Watch()), 3)
    figures.at_least(
        "surface-distance / all distances of a case", seconds(theirs, 1) / ours, 20, f"{1000 * ours:.0f} ms"
    )


PEAK_OF_DISTANCES = """
from tests.benchmarks.conftest import extra_mib, volume
from tests.benchmarks.test_finding import HARD, Watch, distances_in, joint_box

case = volume()
distances_in(joint_box(volume(80), HARD), Watch())
print(extra_mib(lambda: distances_in(joint_box(case, HARD), Watch())))
"""


def test_extra_memory_of_distances(figures: Figures) -> None:
    figures.at_most("extra memory of distances in MiB", peak_of(PEAK_OF_DISTANCES), 256)


def test_distances_of_a_whole_case(case: Case, figures: Figures) -> None:
    from segdiff.evidence import measure

    ours, counting = side_by_side(lambda: distances_in(joint_box(case, HARD), Watch()), lambda: measure(case, HARD), 3)
    figures.at_most("all distances of a case / its hard counts", ours / counting, 100, f"{1000 * ours:.0f} ms")
