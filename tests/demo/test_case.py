"""The demo says what it is, has the lesions it is said to have, and its image agrees with its truth."""

import subprocess
import sys

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from segdiff.data import Case
from segdiff.demo import demo_case

TOUCHING = np.ones((3, 3, 3))
MIDDLE_OF_THE_VENTRICLES = 82


def truth(case: Case) -> NDArray[np.bool_]:
    return case.truth.voxels == 1


def around(mask: NDArray[np.bool_], mm: int) -> NDArray[np.bool_]:
    return ndimage.binary_dilation(mask, TOUCHING, iterations=mm)


def test_it_says_that_it_is_synthetic(demo: Case) -> None:
    assert demo.name == "Demo: synthetic FLAIR"
    assert demo.synthetic
    assert demo.notices == ("A program made up this head, its lesions and both predictions; no patient is shown.",)


def test_it_is_complete(demo: Case) -> None:
    assert [prediction.name for prediction in demo.predictions] == ["eager", "cautious"]
    assert all(prediction.content.labels == (1,) for prediction in demo.predictions)
    assert demo.truth.names == {1: "lesion"}
    assert demo.grid.shape == demo.image.voxels.shape == (150, 190, 160)
    assert demo.grid.voxel_ml == 0.001


def test_its_lesions_are_few_of_every_size_and_small_beside_the_head(demo: Case) -> None:
    lesions, count = ndimage.label(truth(demo), TOUCHING)
    assert count == 7
    assert sorted(np.bincount(lesions.ravel())[1:]) == [110, 162, 300, 330, 800, 1450, 2900]
    assert demo.truth.counts[1] == 6052
    assert truth(demo).mean() < 0.01


def test_the_slice_through_the_ventricles_shows_lesions_on_both_sides(demo: Case) -> None:
    lesions, count = ndimage.label(truth(demo)[MIDDLE_OF_THE_VENTRICLES], TOUCHING[0])
    middles = ndimage.center_of_mass(lesions > 0, lesions, range(1, count + 1))
    assert sum(x < 80 for _, x in middles) == 2  # the patient's right
    assert sum(x > 80 for _, x in middles) == 3


def test_lesions_are_brighter_than_the_brain_around_them(demo: Case) -> None:
    image, mask = demo.image.voxels, truth(demo)
    nearby = around(mask, 5) & ~around(mask, 2)
    assert np.median(image[mask]) > 1.3 * np.median(image[nearby])


def test_a_lesion_fades_over_its_edge_by_partial_volume(demo: Case) -> None:
    image, mask = demo.image.voxels, truth(demo)
    core = ~around(~mask, 2)
    edge = mask & around(~mask, 1)
    rim = around(mask, 1) & ~mask
    assert image[core].mean() > image[edge].mean() > image[rim].mean() > np.median(image[around(mask, 5) & ~mask])


def test_ventricles_are_darker_than_brain_and_air_is_darkest(demo: Case) -> None:
    image = demo.image.voxels
    left, right = image[80:85, 90:96, 90:94], image[80:85, 90:96, 66:70]
    brain = image[80:85, 90:96, 110:114]
    air = image[:, :10, :10]
    assert brain.mean() > 3 * max(left.mean(), right.mean())
    assert min(left.mean(), right.mean()) > 2 * air.mean()


def test_noise_in_air_is_that_of_a_magnitude_image(demo: Case) -> None:
    air = demo.image.voxels[:, :10, :10]
    assert air.min() >= 0.0
    np.testing.assert_allclose(air.mean() / air.std(), np.sqrt(np.pi / (4 - np.pi)), rtol=0.02)  # Rayleigh: 1.913


def test_the_head_narrows_downwards_and_has_no_mirror_symmetry(demo: Case) -> None:
    head = ndimage.gaussian_filter(demo.image.voxels, 2.0) > 0.15
    widths = [np.ptp(np.nonzero(head[z].any(axis=0))[0]) for z in (10, 80)]
    assert widths[0] < widths[1] - 10
    assert (head[80] != head[80, :, ::-1]).mean() > 0.01


def test_it_is_the_same_every_time(demo: Case) -> None:
    again = demo_case()
    assert np.array_equal(again.image.voxels, demo.image.voxels)
    assert np.array_equal(again.truth.voxels, demo.truth.voxels)
    for first, second in zip(demo.predictions, again.predictions, strict=True):
        assert np.array_equal(first.content.voxels, second.content.voxels)


def test_making_it_needs_neither_qt_nor_torch_nor_a_reader() -> None:
    heavy = "{'PySide6', 'torch', 'skimage', 'nibabel'}"
    code = f"import sys; from segdiff.demo import demo_case; demo_case(); print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
