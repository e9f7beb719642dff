"""Depths, coverage and the two lattices, at places where the answer is known."""

import numpy as np
import pytest

from segdiff.demo.lattice import COARSE_SHAPE, GRID, Places, box_around, coarse_layers, refined, slabs, smooth_noise
from segdiff.demo.shapes import coverage, ellipsoid, joined, tube


def places(*points: tuple[float, float, float]) -> Places:
    """Single points as Places."""
    return Places(*np.float32(points).T)


def test_depth_in_a_ball_is_the_distance_from_its_surface() -> None:
    at = places((2.0, 3.0, 14.0), (2.0, 3.0, 1.0), (2.0, 18.0, 4.0))
    np.testing.assert_allclose(ellipsoid(at, (2.0, 3.0, 4.0), (12.0, 12.0, 12.0)), [2.0, 9.0, -3.0], rtol=1e-5)


def test_depth_near_an_ellipsoids_poles_is_exact_along_its_axes() -> None:
    at = places((9.0, 0.0, 0.0), (0.0, 21.0, 0.0), (0.0, 0.0, -29.0))
    np.testing.assert_allclose(ellipsoid(at, (0.0, 0.0, 0.0), (10.0, 20.0, 30.0)), [1.0, -1.0, 1.0], rtol=0.12)


def test_an_egg_is_shorter_below() -> None:
    at = places((9.0, 0.0, 0.0), (-9.0, 0.0, 0.0))
    above, below = ellipsoid(at, (0.0, 0.0, 0.0), (10.0, 5.0, 5.0), radius_below=6.0)
    assert above > 0 > below


def test_a_tube_tapers_from_end_to_end() -> None:
    course = (((0.0, 0.0, 0.0), 4.0), ((0.0, 10.0, 0.0), 2.0))
    at = places((0.0, 0.0, 0.0), (0.0, 5.0, 1.0), (0.0, 13.0, 0.0))
    np.testing.assert_allclose(tube(at, course), [4.0, 2.0, -1.0], rtol=1e-5)


def test_a_joint_is_filled_where_depths_are_equal_and_nowhere_far_from_there() -> None:
    first, second = np.float32([-1.0, 5.0]), np.float32([-1.0, -7.0])
    np.testing.assert_allclose(joined(first, second, 8.0), [1.0, 5.0])


def test_half_of_a_voxel_on_the_surface_lies_inside() -> None:
    np.testing.assert_allclose(coverage(np.float32([-2.0, -0.5, 0.0, 1.5]), 2.0), [0.0, 0.25, 0.5, 1.0])


def test_a_box_ends_where_the_volume_ends() -> None:
    z, y, x = box_around((-72.8, 5.3, 78.6), (3.0, 4.0, 5.0))
    assert (z, y, x) == (slice(0, 4), slice(96, 105), slice(154, 160))


def test_slabs_cover_every_slice_once() -> None:
    assert [z for slab in slabs() for z in range(slab.start, slab.stop)] == list(range(GRID.shape[0]))


@pytest.mark.parametrize("slab", [slice(0, 10), slice(70, 80), slice(140, 150)])
def test_a_field_that_is_linear_in_space_is_refined_exactly(slab: slice) -> None:
    def linear(at: Places) -> np.ndarray:
        return at.z - 2 * at.y + 3 * at.x

    coarse = Places.of_coarse_points(slab)
    fine = Places.of_voxels((slab, slice(0, GRID.shape[1]), slice(0, GRID.shape[2])))
    np.testing.assert_allclose(refined(linear(coarse)), linear(fine), atol=1e-3)


def test_slabs_of_a_stored_field_meet_without_a_seam() -> None:
    heights = np.broadcast_to(np.arange(COARSE_SHAPE[0], dtype=np.float32)[:, None, None], (COARSE_SHAPE[0], 3, 3))
    column = np.concatenate([refined(heights[coarse_layers(slab)])[:, 0, 0] for slab in slabs()])
    np.testing.assert_allclose(np.diff(column), 0.5)


def test_smooth_noise_has_mean_zero_and_deviation_one_and_varies_slowly() -> None:
    noise = smooth_noise(np.random.default_rng(3), (30, 20, 10), 2.0)
    assert noise.mean() == pytest.approx(0.0, abs=1e-5)
    assert noise.std() == pytest.approx(1.0, rel=1e-5)
    assert np.abs(np.diff(noise, axis=0)).mean() < 0.5
