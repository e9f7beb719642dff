"""Whatever the order and sense of a file's axes, the same anatomy gives the same array on the same grid."""

from __future__ import annotations

from itertools import permutations, product
from pathlib import Path

import nibabel
import numpy as np
import pytest
from nibabel.orientations import axcodes2ornt, inv_ornt_aff, ornt_transform

from segdiff.io.opening import open_content
from segdiff.io.orientation import grid_from_affine, our_view, stored_view
from tests.io.files import PLACED, lopsided_volume, write_nifti

PAIRS = ("LR", "PA", "SI")
ALL_ORDERS = [
    "".join(PAIRS[axis][sense] for axis, sense in zip(order, senses, strict=True))
    for order in permutations(range(3))
    for senses in product((0, 1), repeat=3)
]


def write_in_order(path: Path, codes: str, affine: np.ndarray = PLACED) -> Path:
    """The lopsided volume on ``affine``, its axes permuted and flipped by nibabel to run as ``codes`` say."""
    stored = lopsided_volume().T
    change = ornt_transform(nibabel.io_orientation(affine), axcodes2ornt(codes))
    turned = nibabel.apply_orientation(stored, change)
    nibabel.Nifti1Image(turned, affine @ inv_ornt_aff(change, stored.shape)).to_filename(path)
    return path


def test_there_are_48_orders() -> None:
    assert len(set(ALL_ORDERS)) == 48


@pytest.mark.parametrize("codes", ALL_ORDERS)
def test_every_order_reads_as_the_same_volume(codes: str, tmp_path: Path) -> None:
    path = write_in_order(tmp_path / "volume.nii", codes)
    content = open_content(path)
    np.testing.assert_array_equal(content.voxels, lopsided_volume())
    assert content.voxels.flags.c_contiguous
    grid = content.known_grid
    assert grid.shape == (3, 4, 5)
    np.testing.assert_allclose(grid.spacing_mm, (3.0, 0.7, 0.5), rtol=1e-6)
    np.testing.assert_allclose(grid.origin_mm, (-10.0, -20.0, 30.0), rtol=1e-6)
    np.testing.assert_allclose(grid.direction, ((0, 0, 1), (0, 1, 0), (1, 0, 0)), atol=1e-6)
    stored, affine = nibabel.load(path).dataobj, nibabel.load(path).affine
    right, front, up, _ = affine @ (*grid.file_index((2, 1, 4)), 1)
    assert grid.index_to_world((2, 1, 4)) == pytest.approx((-right, -front, up))
    assert stored[grid.file_index((2, 1, 4))] == lopsided_volume()[2, 1, 4]
    assert stored[grid.file_index((0, 3, 1))] == lopsided_volume()[0, 3, 1]


def test_first_voxel_lies_where_the_header_says(tmp_path: Path) -> None:
    """10 mm to the right is -10 to the left; one step along each axis moves by 3 mm up, 0.7 back, 0.5 left."""
    grid = open_content(write_nifti(tmp_path / "volume.nii.gz", lopsided_volume())).known_grid
    assert grid.index_to_world((0, 0, 0)) == pytest.approx((-10.0, -20.0, 30.0))
    assert grid.index_to_world((2, 1, 4)) == pytest.approx((-8.0, -19.3, 36.0))


def test_an_oblique_volume_keeps_its_angle(tmp_path: Path) -> None:
    angle = np.radians(20)
    turn = np.array(
        [[np.cos(angle), -np.sin(angle), 0, 0], [np.sin(angle), np.cos(angle), 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]
    )
    content = open_content(write_in_order(tmp_path / "volume.nii", "PSR", turn @ PLACED))
    np.testing.assert_array_equal(content.voxels, lopsided_volume())
    grid = content.known_grid
    np.testing.assert_allclose(grid.spacing_mm, (3.0, 0.7, 0.5), rtol=1e-6)
    np.testing.assert_allclose(grid.direction[2], (np.cos(angle), np.sin(angle), 0), atol=1e-6)


def test_a_sheared_volume_is_counted_honestly() -> None:
    """Each slice is shifted 0.3 mm per 3 mm step: a voxel still has 0.5 · 0.7 · 3 = 1.05 mm³, not 0.5 · 0.7 · √9.09."""
    affine = PLACED.copy()
    affine[0, 2] = 0.3
    grid = grid_from_affine((5, 4, 3), affine)
    assert grid is not None
    assert grid.shape == (3, 4, 5)
    assert grid.spacing_mm == pytest.approx((np.sqrt(9.09), 0.7, 0.5))
    assert grid.voxel_ml == pytest.approx(0.00105)


@pytest.mark.parametrize("broken", [0.0, np.nan, np.inf])
def test_an_affine_that_flattens_the_volume_says_nothing(broken: float) -> None:
    affine = PLACED.copy()
    affine[:3, 1] = broken
    assert grid_from_affine((5, 4, 3), affine) is None


def test_two_axes_along_each_other_say_nothing() -> None:
    affine = PLACED.copy()
    affine[:3, 1] = affine[:3, 0]
    assert grid_from_affine((5, 4, 3), affine) is None


def test_views_are_each_others_inverse(tmp_path: Path) -> None:
    grid = open_content(write_in_order(tmp_path / "volume.nii", "AIR")).known_grid
    channels = np.stack([lopsided_volume(), lopsided_volume() + 100])
    as_stored = stored_view(channels, grid)
    assert as_stored.shape == (2, 4, 3, 5)
    np.testing.assert_array_equal(our_view(as_stored, grid), channels)
