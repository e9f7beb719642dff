"""Which way round slices are shown, and where voxels lie on them."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from segdiff.data import Grid, Plane, planes_of
from tests.cases import stamp_2d, stamp_3d

VOLUME = Grid((5, 7, 8), (7.5, 0.5, 0.7))
PICTURE = Grid((7, 8))
OF_VOLUMES = (Plane.AXIAL, Plane.CORONAL, Plane.SAGITTAL)


def test_a_volume_has_three_planes_and_a_picture_one() -> None:
    assert planes_of(VOLUME) == OF_VOLUMES
    assert planes_of(PICTURE) == (Plane.PICTURE,)


def test_axial_and_picture_are_shown_as_they_are_stored() -> None:
    assert (Plane.AXIAL.take(stamp_3d(), 1) == stamp_2d()).all()
    assert (Plane.PICTURE.take(stamp_2d(), 0) == stamp_2d()).all()


def test_coronal_has_superior_on_top_and_the_patients_right_at_the_left() -> None:
    shown = Plane.CORONAL.take(stamp_3d(), 1)  # the top bar of the F in z 1, and one voxel above its right end in z 2
    expected = np.zeros((5, 8))
    expected[3, 2:6] = 1
    expected[2, 2] = 1
    assert (shown == expected).all()


def test_sagittal_has_superior_on_top_and_anterior_at_the_left() -> None:
    shown = Plane.SAGITTAL.take(stamp_3d(), 2)  # the stem of the F in z 1, and one voxel above its anterior end in z 2
    expected = np.zeros((5, 7))
    expected[3, 1:6] = 1
    expected[2, 1] = 1
    assert (shown == expected).all()


def test_a_slice_is_a_view_of_the_volume() -> None:
    volume = stamp_3d()
    assert all(np.shares_memory(plane.take(volume, 2), volume) for plane in OF_VOLUMES)


def test_a_colour_picture_keeps_its_colours() -> None:
    picture = np.arange(2 * 3 * 3, dtype=np.uint8).reshape(2, 3, 3)
    assert (Plane.PICTURE.take(picture, 0) == picture).all()


@pytest.mark.parametrize(
    ("plane", "superior_anterior_right", "inferior_posterior_left"),
    [(Plane.AXIAL, (0, 0), (6, 7)), (Plane.CORONAL, (0, 0), (4, 7)), (Plane.SAGITTAL, (0, 0), (4, 6))],
)
def test_corners_of_the_patient_are_at_known_corners_of_the_screen(
    plane: Plane, superior_anterior_right: tuple[int, int], inferior_posterior_left: tuple[int, int]
) -> None:
    assert plane.position_of((4, 0, 0), VOLUME) == superior_anterior_right
    assert plane.position_of((0, 6, 7), VOLUME) == inferior_posterior_left


@pytest.mark.parametrize("plane", OF_VOLUMES)
def test_positions_and_voxels_are_inverse_and_agree_with_the_slice(plane: Plane) -> None:
    volume = np.arange(VOLUME.voxel_count).reshape(VOLUME.shape)
    for voxel in itertools.product(range(5), range(7), range(8)):
        index = plane.slice_index(voxel)
        row, column = plane.position_of(voxel, VOLUME)
        assert plane.voxel_at(row, column, index, VOLUME) == voxel
        assert plane.take(volume, index)[row, column] == volume[voxel]


def test_positions_in_a_picture_are_its_own_indices() -> None:
    assert Plane.PICTURE.position_of((6, 2), PICTURE) == (6, 2)
    assert Plane.PICTURE.voxel_at(6, 2, 0, PICTURE) == (6, 2)


def test_slices_are_counted_from_one_in_words() -> None:
    assert Plane.CORONAL.place_in_words((0, 2, 5), VOLUME) == "Coronal 3 / 7"
    assert Plane.PICTURE.place_in_words((2, 5), PICTURE) == ""


def test_another_slice_keeps_the_place() -> None:
    assert Plane.SAGITTAL.with_slice_index((1, 2, 3), 6) == (1, 2, 6)
    assert Plane.PICTURE.with_slice_index((1, 2), 0) == (1, 2)


def test_shape_and_pixel_size_belong_to_the_two_axes_shown() -> None:
    assert [plane.shape(VOLUME) for plane in OF_VOLUMES] == [(7, 8), (5, 8), (5, 7)]
    assert [plane.pixel_size(VOLUME) for plane in OF_VOLUMES] == [(0.5, 0.7), (7.5, 0.7), (7.5, 0.5)]
    assert Plane.PICTURE.pixel_size(PICTURE) == (1.0, 1.0)
