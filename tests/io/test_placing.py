"""The guard that never lets geometry lie: what passes, what is refused, and what a person may choose."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from segdiff.data import Geometry, LabelMap
from segdiff.errors import FileProblem, GeometryMismatch
from segdiff.io import CaseRequest, read_case
from tests.io.files import LPS, PLACED, lopsided_labels, lopsided_volume, read_pair, write_nifti, write_npy, write_png
from tests.io.test_orientation import write_in_order

LABELS = lopsided_labels()


def shifted(*by_mm: float) -> np.ndarray:
    affine = PLACED.copy()
    affine[:3, 3] += by_mm
    return affine


def mismatch(truth: Path, pred: Path, **choices: bool) -> GeometryMismatch:
    with pytest.raises(GeometryMismatch) as caught:
        read_pair(truth, pred, **choices)
    return caught.value


@pytest.mark.parametrize("degrees", [45, -45, 135])
@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0)])
@pytest.mark.parametrize("flip", [False, True])
def test_axes_at_45_degrees_need_no_word_either(
    degrees: int, order: tuple[int, ...], flip: bool, tmp_path: Path
) -> None:
    """Halfway between two axes of the patient each file's axis could be called either; the voxels are the same."""
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    affine = np.eye(4)
    affine[:3, :3] = np.array([[cosine, -sine, 0], [sine, cosine, 0], [0, 0, 1]]) @ np.diag([0.8, 0.8, 3.0])
    affine[:3, 3] = 10, 20, 30
    stored = LABELS.T
    truth = write_nifti(tmp_path / "gt.nii", LABELS, affine)
    turned, voxels = affine.copy(), stored.transpose(order)
    turned[:3, :3] = affine[:3, list(order)]
    if flip:
        turned[:3, 3] += turned[:3, 0] * (voxels.shape[0] - 1)
        turned[:3, 0] *= -1
        voxels = voxels[::-1]
    turned[:3, :3] += 1e-7 * np.array([[-1, 1, 0], [1, -1, 0], [0, 0, 0]])  # as rounding may leave it
    pred = write_nifti(tmp_path / "pred.nii", np.ascontiguousarray(voxels.T), turned)
    prediction = read_pair(truth, pred).predictions[0]
    assert prediction.geometry is Geometry.IDENTICAL
    truth_voxels = read_pair(truth).truth
    assert truth_voxels is not None
    assert isinstance(prediction.content, LabelMap)
    np.testing.assert_array_equal(prediction.content.voxels, truth_voxels.voxels)
    assert prediction.content.grid == truth_voxels.grid
    corner = prediction.content.grid.file_index((0, 0, 0))
    other = truth_voxels.grid.file_index((0, 0, 0))
    np.testing.assert_allclose((turned @ [*corner, 1])[:3], (affine @ [*other, 1])[:3], atol=1e-4)


@pytest.mark.parametrize("codes", ["LPS", "RAS", "PSR", "IAL"])
def test_another_order_of_the_same_place_needs_no_word(codes: str, tmp_path: Path) -> None:
    truth = write_nifti(tmp_path / "gt.nii", lopsided_volume())
    case = read_pair(truth, write_in_order(tmp_path / "pred.nii", codes))
    prediction = case.predictions[0]
    assert prediction.geometry is Geometry.IDENTICAL
    assert isinstance(prediction.content, LabelMap)
    np.testing.assert_array_equal(prediction.content.voxels, lopsided_volume())
    assert case.notices == ()


def test_32_bit_rounding_is_no_difference(tmp_path: Path) -> None:
    truth = write_nifti(tmp_path / "gt.nii", LABELS)
    case = read_pair(truth, write_nifti(tmp_path / "pred.nii", LABELS, PLACED * (1 + 1e-6)))
    assert case.predictions[0].geometry is Geometry.IDENTICAL


def test_another_size(tmp_path: Path) -> None:
    error = mismatch(write_nifti(tmp_path / "gt.nii", LABELS), write_nifti(tmp_path / "pred.nii", LABELS[:, 1:]))
    assert str(error) == (
        "pred.nii does not lie on the grid of gt.nii: its size is 5 × 3 × 3 voxels instead of 5 × 4 × 3; "
        "--resample brings it onto that grid."
    )
    assert (error.can_resample, error.can_assume) == (True, False)


def test_another_voxel_size(tmp_path: Path) -> None:
    affine = PLACED @ np.diag([1, 1, 1.2, 1])
    error = mismatch(write_nifti(tmp_path / "gt.nii", LABELS), write_nifti(tmp_path / "pred.nii", LABELS, affine))
    assert "its voxels measure 0.50 × 0.70 × 3.60 mm instead of 0.50 × 0.70 × 3.00 mm; --resample" in str(error)


def test_a_shift_of_a_voxel(tmp_path: Path) -> None:
    error = mismatch(
        write_nifti(tmp_path / "gt.nii", LABELS), write_nifti(tmp_path / "pred.nii", LABELS, shifted(0, 0, 3))
    )
    assert "it lies 3.0 mm up from it; --resample" in str(error)
    assert not error.can_assume


def test_a_header_that_says_two_things(tmp_path: Path) -> None:
    """Its qform would fit: who reads the refusal should look there first."""
    import nibabel

    truth = write_nifti(tmp_path / "gt.nii", LABELS)
    stored = nibabel.Nifti1Image(LABELS.T, PLACED)
    stored.set_qform(PLACED, 1)
    stored.set_sform(shifted(7, 0, 0), 1)
    stored.to_filename(tmp_path / "pred.nii")
    assert str(mismatch(truth, tmp_path / "pred.nii")).endswith("not of the same scan, or its sform is wrong.")
    assert mismatch(truth, tmp_path / "pred.nii").finding == (
        "pred.nii does not lie on the grid of gt.nii: it lies 7.0 mm right from it by its sform, "
        "while its qform puts it elsewhere."
    )


def test_another_patient(tmp_path: Path) -> None:
    far = write_nifti(tmp_path / "pred.nii", LABELS, shifted(500, 0, 0))
    error = mismatch(write_nifti(tmp_path / "gt.nii", LABELS), far, resample=True, assume_geometry=True)
    assert str(error) == (
        "pred.nii does not lie on the grid of gt.nii: it lies 500.0 mm right from it; "
        "they have no place in common, so they are not of the same scan."
    )
    assert (error.can_resample, error.can_assume) == (False, False)


@pytest.mark.parametrize(("up_mm", "touches"), [(8.9, True), (9.1, False), (-8.9, True), (-9.1, False)])
def test_files_that_share_less_than_a_voxel_still_share_it(up_mm: float, touches: bool, tmp_path: Path) -> None:
    """Three slices of 3 mm take 9 mm, from half a voxel below the first centre to half a voxel above the last."""
    truth = write_nifti(tmp_path / "gt.nii", LABELS)
    error = mismatch(truth, write_nifti(tmp_path / "pred.nii", LABELS, shifted(0, 0, up_mm)))
    assert error.can_resample is touches


def test_a_default_position_is_never_resampled_where_sizes_agree(tmp_path: Path) -> None:
    """The two would overlap, but only because nobody knows where the prediction lies."""
    placed = np.diag([-1.0, -1.0, 1.0, 1.0])
    placed[:3, 3] = (1, 2, -1)
    truth = write_nifti(tmp_path / "gt.nii", LABELS, placed)
    error = mismatch(truth, write_nifti(tmp_path / "pred.nii", LABELS, LPS), resample=True)
    assert (error.can_resample, error.can_assume) == (False, True)


def test_a_file_without_a_place_and_of_another_size_cannot_be_helped(tmp_path: Path) -> None:
    placed = np.diag([-1.0, -1.0, 1.0, 1.0])
    placed[:3, 3] = (1, 2, -1)
    truth = write_nifti(tmp_path / "gt.nii", LABELS, placed)
    error = mismatch(truth, write_nifti(tmp_path / "pred.nii", LABELS[:2], LPS), resample=True, assume_geometry=True)
    assert str(error).endswith(
        "its size is 5 × 4 × 2 voxels instead of 5 × 4 × 3; a file with the same voxels is needed."
    )


def test_files_that_both_start_at_zero_may_be_resampled(tmp_path: Path) -> None:
    truth = write_nifti(tmp_path / "gt.nii", LABELS, LPS)
    case = read_pair(truth, write_nifti(tmp_path / "pred.nii", LABELS[:2], LPS), resample=True)
    np.testing.assert_array_equal(case.predictions[0].content.voxels[:2], LABELS[:2])
    assert not case.predictions[0].content.voxels[2].any()


def test_assuming_is_refused_where_both_say_where_they_lie(tmp_path: Path) -> None:
    truth = write_nifti(tmp_path / "gt.nii", LABELS)
    mismatch(truth, write_nifti(tmp_path / "pred.nii", LABELS, shifted(0, 0, 3)), assume_geometry=True)


@pytest.mark.parametrize("codes", ["LPS", "RAS", "PSR", "IAL"])
def test_geometry_that_was_lost_can_be_assumed(codes: str, tmp_path: Path) -> None:
    """The prediction has the truth's voxels in the truth's order of storage, and an affine that says nothing."""
    import nibabel

    truth = write_in_order(tmp_path / "gt.nii", codes)
    lost = np.asarray(nibabel.load(truth).dataobj)
    nibabel.Nifti1Image(lost, np.eye(4)).to_filename(tmp_path / "pred.nii")
    error = mismatch(truth, tmp_path / "pred.nii", resample=True)
    assert str(error) == (
        "pred.nii does not lie on the grid of gt.nii: it does not say where in the patient it lies; "
        "--assume-geometry lays the one on the other voxel by voxel."
    )
    assert (error.can_resample, error.can_assume) == (False, True)
    case = read_pair(truth, tmp_path / "pred.nii", assume_geometry=True)
    assert case.predictions[0].geometry is Geometry.ASSUMED
    np.testing.assert_array_equal(case.predictions[0].content.voxels, lopsided_volume())
    assert case.notices == ("pred.nii was assumed to lie where gt.nii lies, voxel by voxel as both are stored.",)


@pytest.mark.parametrize("codes", ["LPS", "PSR"])
@pytest.mark.parametrize("order", ["as SimpleITK", "as nibabel"])
def test_a_bare_array_is_laid_on_the_file_it_was_made_from(order: str, codes: str, tmp_path: Path) -> None:
    import nibabel

    truth = write_in_order(tmp_path / "gt.nii", codes)
    stored = np.asarray(nibabel.load(truth).dataobj)
    write_npy(tmp_path / "pred.npy", stored.T if order == "as SimpleITK" else stored)
    assert mismatch(truth, tmp_path / "pred.npy").can_assume
    case = read_pair(truth, tmp_path / "pred.npy", assume_geometry=True)
    np.testing.assert_array_equal(case.predictions[0].content.voxels, lopsided_volume())


@pytest.mark.parametrize("last", [False, True])
def test_channels_of_a_bare_array_are_found_by_size(last: bool, tmp_path: Path) -> None:
    import nibabel

    truth = write_in_order(tmp_path / "gt.nii", "PSR")
    stored = np.asarray(nibabel.load(truth).dataobj).T / 60
    channels = np.stack([1 - stored, stored], axis=-1 if last else 0)
    np.savez(tmp_path / "pred.npz", probabilities=channels)
    content = read_pair(truth, tmp_path / "pred.npz", assume_geometry=True).predictions[0].content
    assert content.labels == (0, 1)
    np.testing.assert_allclose(content.voxels[1], lopsided_volume() / 60)


def test_channels_of_a_picture(tmp_path: Path) -> None:
    truth = write_png(tmp_path / "gt.png", (LABELS[1] > 0).astype(np.uint8))
    soft = np.stack([np.full((4, 5), 0.75), np.full((4, 5), 0.25)])
    content = read_pair(truth, write_npy(tmp_path / "pred.npy", soft)).predictions[0].content
    assert content.labels == (0, 1)
    assert content.voxels.shape == (2, 4, 5)


def test_one_channel_of_a_picture_is_none(tmp_path: Path) -> None:
    truth = write_png(tmp_path / "gt.png", (LABELS[1] > 0).astype(np.uint8))
    pred = write_npy(tmp_path / "pred.npy", LABELS[1][None])
    np.testing.assert_array_equal(read_pair(truth, pred).predictions[0].content.voxels, LABELS[1])


def test_channels_that_may_be_first_or_last_are_asked_about(tmp_path: Path) -> None:
    truth = write_png(tmp_path / "gt.png", np.eye(5, dtype=np.uint8))
    pred = write_npy(tmp_path / "pred.npy", np.full((5, 5, 5), 0.5))
    with pytest.raises(
        FileProblem, match=r"^pred.npy has axes of 5 × 5 × 5, of which the first or the last may be the"
    ):
        read_pair(truth, pred)


def test_four_axes_that_fit_nowhere(tmp_path: Path) -> None:
    truth = write_nifti(tmp_path / "gt.nii", LABELS)
    pred = write_npy(tmp_path / "pred.npy", np.full((2, 7, 8, 9), 0.5))
    with pytest.raises(FileProblem, match=r"^pred.npy has four axes \(2 × 7 × 8 × 9\) and no geometry"):
        read_pair(truth, pred, assume_geometry=True)


def test_an_array_that_fits_in_both_directions_says_how_it_was_taken(tmp_path: Path) -> None:
    truth = write_nifti(tmp_path / "gt.nii", lopsided_volume()[:, :3, :3])
    pred = write_npy(tmp_path / "pred.npy", lopsided_volume()[:, :3, :3])
    case = read_pair(truth, pred, assume_geometry=True)
    np.testing.assert_array_equal(case.predictions[0].content.voxels, lopsided_volume()[:, :3, :3])
    assert case.notices[0] == (
        "The axes of pred.npy were taken to be (z, y, x); by its size they could also be (x, y, z) or (y, x, z)."
    )


def test_slices_of_rows_and_columns_behind_one_another(tmp_path: Path) -> None:
    """As np.dstack puts them: (y, x, z), which 4 × 5 × 3 voxels can only be here."""
    truth = write_nifti(tmp_path / "gt.nii", lopsided_volume())
    pred = write_npy(tmp_path / "pred.npy", np.dstack(list(lopsided_volume())))
    case = read_pair(truth, pred, assume_geometry=True)
    np.testing.assert_array_equal(case.predictions[0].content.voxels, lopsided_volume())
    assert case.notices == ("pred.npy was assumed to lie where gt.nii lies, voxel by voxel as both are stored.",)


def test_square_slices_may_be_stored_by_row_or_by_column(tmp_path: Path) -> None:
    """As most scans have: nothing but its content tells (x, y, z) and (y, x, z) apart, so that is said."""
    square = lopsided_volume()[:2, :, :4]
    truth = write_nifti(tmp_path / "gt.nii", square)
    case = read_pair(truth, write_npy(tmp_path / "pred.npy", square.T), assume_geometry=True)
    np.testing.assert_array_equal(case.predictions[0].content.voxels, square)
    assert case.notices[0] == (
        "The axes of pred.npy were taken to be (x, y, z); by its size they could also be (y, x, z)."
    )


def test_pictures_of_one_size_need_no_word(tmp_path: Path) -> None:
    truth = write_png(tmp_path / "gt.png", LABELS[1])
    case = read_pair(truth, write_npy(tmp_path / "pred.npy", LABELS[1]))
    assert case.predictions[0].geometry is Geometry.IDENTICAL
    assert case.notices == ()


def test_pictures_of_another_size_cannot_be_helped(tmp_path: Path) -> None:
    error = mismatch(write_png(tmp_path / "gt.png", LABELS[1]), write_png(tmp_path / "pred.png", LABELS[1, 1:]))
    assert str(error) == (
        "pred.png does not lie on the grid of gt.png: its size is 5 × 3 pixels instead of 5 × 4; "
        "a file with the same pixels is needed."
    )


def test_a_picture_that_lies_on_its_side(tmp_path: Path) -> None:
    truth = write_png(tmp_path / "gt.png", LABELS[1])
    refused = mismatch(truth, write_npy(tmp_path / "pred.npy", LABELS[1].T), assume_geometry=True)
    assert str(refused) == (
        "pred.npy does not lie on the grid of gt.png: its size is 4 × 5 pixels instead of 5 × 4; "
        "it seems to lie on its side, so save it transposed."
    )


def test_a_picture_may_be_assumed_on_a_volume_of_one_slice(tmp_path: Path) -> None:
    truth = write_nifti(tmp_path / "gt.nii", LABELS[1:2])
    pred = write_png(tmp_path / "pred.png", LABELS[1])
    assert mismatch(truth, pred).can_assume
    case = read_pair(truth, pred, assume_geometry=True)
    np.testing.assert_array_equal(case.predictions[0].content.voxels, LABELS[1:2])


def test_a_truth_without_geometry_is_assumed_on_the_image(tmp_path: Path) -> None:
    """The image says where everything lies, so the case has millimetres although the truth has none."""
    image = write_in_order(tmp_path / "image.nii", "PSR")
    import nibabel

    stored = np.asarray(nibabel.load(image).dataobj)
    truth = write_npy(tmp_path / "gt.npy", stored.T)
    with pytest.raises(GeometryMismatch, match=r"^gt.npy does not lie on the grid of image.nii: it does not say where"):
        read_case(CaseRequest(image=image, truth=truth))
    case = read_case(CaseRequest(image=image, truth=truth, assume_geometry=True))
    assert case.truth is not None
    np.testing.assert_array_equal(case.truth.voxels, lopsided_volume())
    assert case.grid.spacing_mm == pytest.approx((3.0, 0.7, 0.5))


def test_an_image_without_geometry_is_assumed_on_the_truth(tmp_path: Path) -> None:
    truth = write_nifti(tmp_path / "gt.nii", LABELS)
    image = write_npy(tmp_path / "image.npy", lopsided_volume())
    with pytest.raises(GeometryMismatch, match=r"^image.npy does not lie on the grid of gt.nii"):
        read_case(CaseRequest(image=image, truth=truth))
    case = read_case(CaseRequest(image=image, truth=truth, assume_geometry=True))
    assert case.image is not None
    np.testing.assert_array_equal(case.image.voxels, lopsided_volume())


def test_equal_defaults_are_equal(tmp_path: Path) -> None:
    truth = write_nifti(tmp_path / "gt.nii", LABELS, LPS)
    assert (
        read_pair(truth, write_nifti(tmp_path / "pred.nii", LABELS, LPS)).predictions[0].geometry is Geometry.IDENTICAL
    )


def test_labels_are_resampled_from_the_nearest_voxel(tmp_path: Path) -> None:
    """Each prediction voxel covers two slices of the truth, 3 mm apart; its centre lies between theirs."""
    truth = write_nifti(tmp_path / "gt.nii", np.zeros((4, 4, 5), np.uint8))
    coarse = PLACED @ np.array([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 2, 0.5], [0, 0, 0, 1]])
    pred = write_nifti(tmp_path / "pred.nii", LABELS[1:], coarse)
    case = read_pair(truth, pred, resample=True)
    assert case.predictions[0].geometry is Geometry.RESAMPLED
    np.testing.assert_array_equal(case.predictions[0].content.voxels, np.repeat(LABELS[1:], 2, axis=0))
    assert case.notices == ("pred.nii was resampled from the nearest voxels onto the grid of gt.nii.",)


def test_probabilities_are_resampled_linearly(tmp_path: Path) -> None:
    """Half a voxel to the left: each value is the mean of itself and its right neighbour; 0 lies beyond the edge."""
    truth = write_nifti(tmp_path / "gt.nii", (LABELS == 1).astype(np.uint8))
    soft = np.zeros((3, 4, 5), np.float32)
    soft[1, 2] = [0.0, 0.2, 0.4, 0.8, 1.0]
    pred = write_nifti(tmp_path / "pred.nii", soft, shifted(-0.25, 0, 0))
    case = read_pair(truth, pred, resample=True)
    np.testing.assert_allclose(case.predictions[0].content.voxels[0, 1, 2], [0.0, 0.1, 0.3, 0.6, 0.9], atol=1e-6)
    assert case.notices == ("pred.nii was resampled by linear interpolation onto the grid of gt.nii.",)


def test_what_a_resampled_file_does_not_cover_counts_as_empty(tmp_path: Path) -> None:
    truth = write_nifti(tmp_path / "gt.nii", LABELS)
    pred = write_nifti(tmp_path / "pred.nii", np.ones((3, 4, 5), np.uint8), shifted(0, 0, 3))
    case = read_pair(truth, pred, resample=True)
    np.testing.assert_array_equal(case.predictions[0].content.voxels.sum(axis=(1, 2)), [0, 20, 20])
    assert case.notices[1] == "pred.nii does not cover all of gt.nii; the rest counts as empty."


def test_an_image_on_another_grid_is_resampled_too(tmp_path: Path) -> None:
    truth = write_nifti(tmp_path / "gt.nii", LABELS)
    image = write_nifti(tmp_path / "image.nii", lopsided_volume(), shifted(-0.25, 0, 0))
    case = read_case(CaseRequest(image=image, truth=truth, resample=True))
    assert case.image is not None
    assert case.image.voxels[1, 2, 3] == pytest.approx((lopsided_volume()[1, 2, 3] + lopsided_volume()[1, 2, 2]) / 2)


def test_beyond_a_resampled_image_it_is_dark(tmp_path: Path) -> None:
    """Air is -1000 in a CT; 0 would be water."""
    truth = write_nifti(tmp_path / "gt.nii", LABELS)
    image = write_nifti(tmp_path / "image.nii", lopsided_volume() - np.int16(1000), shifted(0, 0, 6))
    case = read_case(CaseRequest(image=image, truth=truth, resample=True))
    assert case.image is not None
    np.testing.assert_array_equal(case.image.voxels[:2], -1000)
    np.testing.assert_allclose(case.image.voxels[2], lopsided_volume()[0] - 1000)


@pytest.mark.parametrize("shear", [0.0, 0.2])
def test_oblique_files_are_resampled_through_the_world(shear: float, tmp_path: Path) -> None:
    """Each voxel's value is looked up one by one, from the affines as nibabel knows them."""
    labels = np.random.default_rng(5).integers(0, 9, (6, 7, 8), dtype=np.uint8)
    angle = np.radians(10)
    tilt = np.array(
        [[np.cos(angle), shear, np.sin(angle), 2], [0, 1, 0, -1], [-np.sin(angle), 0, np.cos(angle), -1], [0, 0, 0, 1]]
    )
    affine = tilt @ np.diag([-0.8, -0.9, 1.1, 1.0])
    truth_affine = np.diag([-1.0, 1.0, 1.0, 1.0])
    truth_affine[:3, 3] = (0, -5, 1)
    truth = write_nifti(tmp_path / "gt.nii", LABELS, truth_affine)
    pred = write_nifti(tmp_path / "pred.nii", labels, affine)
    resampled = read_pair(truth, pred, resample=True).predictions[0].content
    to_pred = np.linalg.inv(affine) @ truth_affine
    inside = 0
    for i, j, k in np.ndindex(5, 4, 3):
        at = np.rint(to_pred @ (i, j, k, 1))[:3].astype(int)
        is_inside = bool((at >= 0).all() and (at < (8, 7, 6)).all())
        inside += is_inside
        expected = labels[at[2], at[1], at[0]] if is_inside else 0
        assert resampled.voxels[k, 3 - j, i] == expected  # the truth's j runs to the front
    assert 20 < inside < 60


class TestWhatDiffersIsSaidInNumbers:
    """The voxels of PLACED measure 0.5 × 0.7 × 3 mm; each header below differs from it in one thing."""

    def refusal(self, folder: Path, changed: NDArray, volume: NDArray | None = None) -> str:
        truth = write_nifti(folder / "gt.nii", lopsided_labels())
        pred = write_nifti(folder / "pred.nii", lopsided_labels() if volume is None else volume, changed)
        with pytest.raises(GeometryMismatch) as found:
            read_pair(truth, pred)
        assert found.value.can_resample
        return str(found.value).removeprefix("pred.nii does not lie on the grid of gt.nii: ")

    def test_the_spacing_alone(self, tmp_path: Path) -> None:
        coarser = PLACED.copy()
        coarser[0, 0] = -0.6
        assert self.refusal(tmp_path, coarser) == (
            "its voxels measure 0.60 × 0.70 × 3.00 mm instead of 0.50 × 0.70 × 3.00 mm; "
            "--resample brings it onto that grid."
        )

    def test_a_spacing_in_thousandths(self, tmp_path: Path) -> None:
        """Of 0.002 mm nothing would be left in hundredths, nor of 0.004 mm more or less."""
        tiny, thinner = PLACED.copy(), PLACED.copy()
        tiny[2, 2], thinner[2, 2] = 0.002, 2.996
        assert "measure 0.500 × 0.700 × 0.002 mm instead of 0.500 × 0.700 × 3.000 mm" in self.refusal(tmp_path, tiny)
        assert "measure 0.500 × 0.700 × 2.996 mm instead of 0.500 × 0.700 × 3.000 mm" in self.refusal(tmp_path, thinner)

    def test_half_a_voxel(self, tmp_path: Path) -> None:
        moved = PLACED.copy()
        moved[0, 3] += 0.25
        assert self.refusal(tmp_path, moved).startswith("it lies 0.25 mm right from it; --resample")

    def test_a_copy_whose_header_is_mirrored(self, tmp_path: Path) -> None:
        """Its voxels are those of the truth, but the header runs them to the right: five voxels from 10 mm on."""
        mirrored = PLACED.copy()
        mirrored[0, 0] = 0.5
        assert self.refusal(tmp_path, mirrored) == (
            "it lies 2.0 mm right from it, and as stored it runs RPS where the other runs LPS, "
            "so one of the two headers may be wrong; --resample brings it onto that grid."
        )

    def test_one_slice_of_a_volume(self, tmp_path: Path) -> None:
        assert self.refusal(tmp_path, PLACED, lopsided_labels()[:1]).startswith(
            "its size is 5 × 4 × 1 voxels instead of 5 × 4 × 3; --resample"
        )

    def test_a_picture_is_no_volume(self, tmp_path: Path) -> None:
        truth = write_nifti(tmp_path / "gt.nii", lopsided_labels())
        pred = write_npy(tmp_path / "pred.npy", lopsided_labels()[1])
        for choices in ({}, {"resample": True}, {"assume_geometry": True}):
            with pytest.raises(GeometryMismatch) as found:
                read_pair(truth, pred, **choices)
            assert str(found.value) == (
                "pred.npy does not lie on the grid of gt.nii: it is a picture of 5 × 4 pixels and the other a volume "
                "of 5 × 4 × 3 voxels; a volume with the same voxels is needed."
            )

    def test_a_truth_that_was_assumed_keeps_its_badge(self, tmp_path: Path) -> None:
        image = write_nifti(tmp_path / "scan.nii", lopsided_volume())
        truth = write_npy(tmp_path / "gt.npy", lopsided_labels())
        case = read_case(CaseRequest(image=image, truth=truth, assume_geometry=True))
        assert (case.truth_geometry, case.image_geometry) == (Geometry.ASSUMED, Geometry.IDENTICAL)
