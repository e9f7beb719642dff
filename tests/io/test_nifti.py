"""NIfTI in its many ways of storing the same numbers."""

from __future__ import annotations

import gzip
import struct
from pathlib import Path

import nibabel
import numpy as np
import pytest

from segdiff.errors import FileProblem
from segdiff.io import CaseRequest, read_case
from segdiff.io.opening import open_content
from tests.io.files import LPS, PLACED, lopsided_volume, write_nifti

TYPES = ("u1", "i1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8")


@pytest.mark.parametrize("ending", [".nii", ".nii.gz", ".img"])
@pytest.mark.parametrize("kind", [nibabel.Nifti1Image, nibabel.Nifti2Image])
def test_versions_and_files(kind: type, ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"volume{ending}"
    if ending == ".img":
        kind = nibabel.Nifti1Pair if kind is nibabel.Nifti1Image else nibabel.Nifti2Pair
    kind(lopsided_volume().T, PLACED).to_filename(path)
    content = open_content(path)
    np.testing.assert_array_equal(content.voxels, lopsided_volume())
    assert content.voxels.dtype == np.int16
    assert content.has_position
    assert content.notices == ()


def test_a_pair_may_be_named_by_its_header(tmp_path: Path) -> None:
    nibabel.Nifti1Pair(lopsided_volume().T, PLACED).to_filename(tmp_path / "volume.img")
    np.testing.assert_array_equal(open_content(tmp_path / "volume.hdr").voxels, lopsided_volume())


@pytest.mark.parametrize("missing", [".hdr", ".img"])
def test_half_a_pair(missing: str, tmp_path: Path) -> None:
    nibabel.Nifti1Pair(lopsided_volume().T, PLACED).to_filename(tmp_path / "volume.img")
    (tmp_path / f"volume{missing}").unlink()
    kept = tmp_path / ("volume.img" if missing == ".hdr" else "volume.hdr")
    with pytest.raises(
        FileProblem, match=rf"^{kept.name} is one half of a pair, and the other, volume{missing}, is not"
    ):
        open_content(kept)


def _packed(path: Path, packed: Path) -> Path:
    """A file moved into gzip."""
    packed.write_bytes(gzip.compress(path.read_bytes()))
    path.unlink()
    return packed


@pytest.mark.parametrize("named", [".hdr.gz", ".img.gz"])
def test_a_pair_may_be_packed(named: str, tmp_path: Path) -> None:
    nibabel.Nifti1Pair(lopsided_volume().T, PLACED).to_filename(tmp_path / "volume.img")
    for ending in (".hdr", ".img"):
        _packed(tmp_path / f"volume{ending}", tmp_path / f"volume{ending}.gz")
    content = open_content(tmp_path / f"volume{named}")
    np.testing.assert_array_equal(content.voxels, lopsided_volume())
    assert content.notices == ()


@pytest.mark.parametrize("named", [".hdr", ".img.gz"])
def test_only_the_voxels_of_a_pair_may_be_packed(named: str, tmp_path: Path) -> None:
    nibabel.Nifti1Pair(lopsided_volume().T, PLACED).to_filename(tmp_path / "volume.img")
    _packed(tmp_path / "volume.img", tmp_path / "volume.img.gz")
    np.testing.assert_array_equal(open_content(tmp_path / f"volume{named}").voxels, lopsided_volume())


@pytest.mark.parametrize("named", [".HDR", ".IMG"])
def test_a_pair_may_be_named_in_capitals(named: str, tmp_path: Path) -> None:
    nibabel.Nifti1Pair(lopsided_volume().T, PLACED).to_filename(tmp_path / "volume.img")
    for ending in (".hdr", ".img"):
        (tmp_path / f"volume{ending}").rename(tmp_path / f"VOLUME{ending.upper()}")
    np.testing.assert_array_equal(open_content(tmp_path / f"VOLUME{named}").voxels, lopsided_volume())


def test_a_header_may_be_packed_in_several_pieces(tmp_path: Path) -> None:
    whole = write_nifti(tmp_path / "volume.nii", lopsided_volume()).read_bytes()
    path = tmp_path / "volume.nii.gz"
    path.write_bytes(b"".join(gzip.compress(piece) for piece in (whole[:100], b"", whole[100:380], whole[380:])))
    np.testing.assert_array_equal(open_content(path).voxels, lopsided_volume())


@pytest.mark.parametrize("side", [0.0, 3.0, float("nan")])
def test_a_side_of_the_third_axis_that_is_not_given(side: float, tmp_path: Path) -> None:
    """The standard knows 1 and -1; some programs write 0."""
    path = write_nifti(tmp_path / "volume.nii", lopsided_volume(), qform_code=1, sform_code=0)
    written = bytearray(path.read_bytes())
    expected = open_content(path).grid
    struct.pack_into("<f", written, 76, side)
    path.write_bytes(written)
    assert nibabel.load(path).affine[2, 2] == 3.0
    assert open_content(path).grid == expected


def test_a_qform_that_is_no_rotation(tmp_path: Path) -> None:
    path = write_nifti(tmp_path / "volume.nii", lopsided_volume(), qform_code=1, sform_code=0)
    written = bytearray(path.read_bytes())
    struct.pack_into("<f", written, 256, 2.0)  # a quaternion of length one has no part above one
    path.write_bytes(written)
    with pytest.raises(
        FileProblem,
        match=r"^The header of volume.nii is damaged: its qform, which says where the voxels lie, is no rotation.$",
    ):
        open_content(path)


def test_a_voxel_of_less_than_nothing(tmp_path: Path) -> None:
    path = write_nifti(tmp_path / "volume.nii", lopsided_volume(), qform_code=1, sform_code=0)
    written = bytearray(path.read_bytes())
    struct.pack_into("<f", written, 84, -2.0)
    path.write_bytes(written)
    with pytest.raises(FileProblem, match=r"^The header of volume.nii is damaged: no voxel measures .* × -2 × .* mm.$"):
        open_content(path)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("kind", TYPES)
def test_every_type_of_number_in_either_byte_order(kind: str, order: str, tmp_path: Path) -> None:
    dtype = np.dtype(order + kind)
    header = nibabel.Nifti1Header(endianness=order)
    header.set_data_dtype(dtype)
    image = nibabel.Nifti1Image(lopsided_volume().T.astype(dtype), PLACED, header, dtype=dtype)
    image.to_filename(tmp_path / "volume.nii")
    assert (tmp_path / "volume.nii").read_bytes()[:4] == (348).to_bytes(4, "little" if order == "<" else "big")
    voxels = open_content(tmp_path / "volume.nii").voxels
    np.testing.assert_array_equal(voxels, lopsided_volume())
    assert voxels.dtype == np.dtype(kind)
    assert voxels.dtype.isnative


def test_slope_and_intercept_are_honoured(tmp_path: Path) -> None:
    """Stored 0 … 59, slope 0.5, intercept -10: -10, -9.5, … 19.5."""
    path = tmp_path / "volume.nii.gz"
    raw = write_nifti(tmp_path / "raw.nii", lopsided_volume()).read_bytes()
    scaled = bytearray(raw)
    scaled[112:120] = np.array([0.5, -10], "<f4").tobytes()
    path.write_bytes(gzip.compress(scaled))
    voxels = open_content(path).voxels
    assert voxels.dtype == np.float32
    np.testing.assert_array_equal(voxels.ravel(), np.arange(60) * 0.5 - 10)


@pytest.mark.parametrize("slope", [0.0, np.nan, np.inf])
def test_a_slope_that_is_none_leaves_the_numbers_alone(slope: float, tmp_path: Path) -> None:
    raw = bytearray(write_nifti(tmp_path / "volume.nii", lopsided_volume()).read_bytes())
    raw[112:120] = np.array([slope, 7], "<f4").tobytes()
    (tmp_path / "volume.nii").write_bytes(raw)
    voxels = open_content(tmp_path / "volume.nii").voxels
    assert voxels.dtype == np.int16
    np.testing.assert_array_equal(voxels, lopsided_volume())


def test_trailing_axes_of_length_one_are_no_matter(tmp_path: Path) -> None:
    image = nibabel.Nifti1Image(lopsided_volume().T[..., None, None], PLACED)
    image.to_filename(tmp_path / "volume.nii.gz")
    content = open_content(tmp_path / "volume.nii.gz")
    np.testing.assert_array_equal(content.voxels, lopsided_volume())
    assert content.channels is None


def test_several_volumes_are_channels(tmp_path: Path) -> None:
    """Also in an order that has to be turned, and with an axis of length one in between, as ITK writes vectors."""
    channels = np.stack([lopsided_volume(), lopsided_volume() + 100])
    stored = np.moveaxis(channels, 0, -1).transpose(2, 1, 0, 3)[::-1, :, :, None, :]
    flipped = PLACED @ np.array([[-1.0, 0, 0, 4], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]])
    nibabel.Nifti1Image(stored, flipped).to_filename(tmp_path / "volume.nii.gz")
    content = open_content(tmp_path / "volume.nii.gz")
    assert content.channels == 2
    np.testing.assert_array_equal(content.voxels, channels)
    assert content.known_grid.shape == (3, 4, 5)


def test_one_slice_stays_a_volume_with_its_place(tmp_path: Path) -> None:
    nibabel.Nifti1Image(lopsided_volume()[1].T, PLACED).to_filename(tmp_path / "slice.nii")
    content = open_content(tmp_path / "slice.nii")
    assert content.known_grid.shape == (1, 4, 5)
    np.testing.assert_array_equal(content.voxels[0], lopsided_volume()[1])


def with_codes(path: Path, sform: int, qform: int) -> Path:
    image = nibabel.Nifti1Image(lopsided_volume().T, PLACED)
    image.set_sform(PLACED, code=sform)
    image.set_qform(PLACED, code=qform)
    image.to_filename(path)
    return path


@pytest.mark.parametrize(("sform", "qform"), [(1, 1), (2, 0), (0, 1), (4, 2)])
def test_codes_of_sform_and_qform_make_no_difference(sform: int, qform: int, tmp_path: Path) -> None:
    content = open_content(with_codes(tmp_path / "volume.nii", sform, qform))
    assert content.has_position
    assert content.notices == ()
    np.testing.assert_allclose(content.known_grid.origin_mm, (-10, -20, 30), rtol=1e-6)


def test_no_codes_mean_a_voxel_size_but_no_position(tmp_path: Path) -> None:
    content = open_content(with_codes(tmp_path / "volume.nii", 0, 0))
    assert not content.has_position
    assert content.known_grid.spacing_mm == pytest.approx((3.0, 0.7, 0.5))


@pytest.mark.parametrize("affine", [np.eye(4), LPS, np.diag([0.5, 0.7, 3.0, 1.0])])
def test_a_default_affine_is_no_position(affine: np.ndarray, tmp_path: Path) -> None:
    assert not open_content(write_nifti(tmp_path / "volume.nii", lopsided_volume(), affine)).has_position


def test_says_which_of_two_positions_was_used(tmp_path: Path) -> None:
    image = nibabel.Nifti1Image(lopsided_volume().T, PLACED)
    elsewhere = PLACED.copy()
    elsewhere[2, 3] += 5
    image.set_sform(PLACED, code=1)
    image.set_qform(elsewhere, code=1)
    image.to_filename(tmp_path / "volume.nii")
    content = open_content(tmp_path / "volume.nii")
    assert content.known_grid.origin_mm == pytest.approx((-10, -20, 30))
    assert content.notices == (
        "volume.nii gives two positions, up to 5.0 mm apart; its sform was used and its qform was not.",
    )


def test_a_qform_that_is_no_rotation_is_left_aside(tmp_path: Path) -> None:
    raw = bytearray(with_codes(tmp_path / "volume.nii", 1, 1).read_bytes())
    raw[256:268] = np.array([3, 4, 5], "<f4").tobytes()
    (tmp_path / "volume.nii").write_bytes(raw)
    assert open_content(tmp_path / "volume.nii").notices == (
        "The qform of volume.nii is not usable; its sform was used.",
    )


@pytest.mark.parametrize(("unit", "name", "in_mm"), [("micron", "micrometres", 0.001), ("meter", "metres", 1000.0)])
def test_other_units_become_millimetres(unit: str, name: str, in_mm: float, tmp_path: Path) -> None:
    image = nibabel.Nifti1Image(lopsided_volume().T, PLACED)
    image.header.set_xyzt_units(unit)
    image.to_filename(tmp_path / "volume.nii")
    content = open_content(tmp_path / "volume.nii")
    assert content.known_grid.spacing_mm == pytest.approx((3 * in_mm, 0.7 * in_mm, 0.5 * in_mm))
    assert content.notices == (f"volume.nii gives lengths in {name}; they were turned into millimetres.",)


def test_a_header_without_any_extent_leaves_a_bare_array(tmp_path: Path) -> None:
    raw = bytearray(with_codes(tmp_path / "volume.nii", 1, 0).read_bytes())
    raw[280:328] = bytes(48)
    (tmp_path / "volume.nii").write_bytes(raw)
    content = open_content(tmp_path / "volume.nii")
    assert content.grid is None
    np.testing.assert_array_equal(content.voxels, lopsided_volume())
    assert content.notices == ("The header of volume.nii says nothing usable about where its voxels lie.",)


def test_a_large_file_is_read_in_blocks_and_tells_how_far_it_is(tmp_path: Path) -> None:
    """60 slices of 256 × 256 float32 are 15 MiB: 4 slices fit into a block of 1 MiB, so there are 15 blocks."""
    volume = np.arange(60 * 256 * 256, dtype=np.float32).reshape(60, 256, 256)
    path = write_nifti(tmp_path / "volume.nii.gz", volume)
    told: list[float] = []
    voxels = open_content(path, told.append).voxels
    np.testing.assert_array_equal(voxels, volume)
    assert told == pytest.approx([number / 15 for number in range(15)])


def test_gzip_members_one_after_another(tmp_path: Path) -> None:
    raw = write_nifti(tmp_path / "volume.nii", lopsided_volume()).read_bytes()
    path = tmp_path / "volume.nii.gz"
    path.write_bytes(gzip.compress(raw[:400]) + gzip.compress(raw[400:]) + bytes(512))
    np.testing.assert_array_equal(open_content(path).voxels, lopsided_volume())


def test_gzipped_or_not_is_seen_by_content(tmp_path: Path) -> None:
    raw = write_nifti(tmp_path / "plain.nii", lopsided_volume()).read_bytes()
    (tmp_path / "packed.nii").write_bytes(gzip.compress(raw))
    (tmp_path / "plain.nii.gz").write_bytes(raw)
    for name in ("packed.nii", "plain.nii.gz"):
        np.testing.assert_array_equal(open_content(tmp_path / name).voxels, lopsided_volume())


@pytest.mark.parametrize("names", ["RGB", "RGBA"])
def test_colours(names: str, tmp_path: Path) -> None:
    """A mask of two colours has two labels; an image of colours is shown in grey."""
    colours = np.zeros((5, 4, 3), [(name, "u1") for name in names])
    colours["R"][1, 2, 0], colours["G"][3:, 0, 1] = 255, 255
    nibabel.Nifti1Image(colours, PLACED).to_filename(tmp_path / "volume.nii")
    content = open_content(tmp_path / "volume.nii")
    assert content.is_colour
    assert content.has_position
    np.testing.assert_array_equal(content.voxels, np.stack([colours[name].T for name in "RGB"], axis=-1))
    case = read_case(CaseRequest(image=tmp_path / "volume.nii", truth=tmp_path / "volume.nii"))
    assert case.truth is not None
    assert case.truth.counts == {0: 57, 1: 2, 2: 1}  # the green, then the red
    assert case.image is not None
    assert case.image.voxels[0, 2, 1] == pytest.approx(0.299 * 255)


def test_a_vector_for_each_voxel_is_a_channel_for_each_number(tmp_path: Path) -> None:
    """The fifth axis of NIfTI, which fields of displacement have, behind one of time that is 1."""
    field = np.random.default_rng(7).random((5, 4, 3, 1, 3)).astype(np.float32)
    nibabel.Nifti1Image(field, PLACED).to_filename(tmp_path / "volume.nii")
    content = open_content(tmp_path / "volume.nii")
    np.testing.assert_array_equal(content.voxels, field[..., 0, :].transpose(3, 2, 1, 0))
    np.testing.assert_array_equal(open_content(tmp_path / "volume.nii#3").voxels, field[..., 0, 2].T)


def test_numbers_longer_than_64_bits_are_refused(tmp_path: Path) -> None:
    raw = bytearray(write_nifti(tmp_path / "volume.nii", lopsided_volume()).read_bytes())
    raw[70:74] = struct.pack("<2h", 1536, 128)
    (tmp_path / "volume.nii").write_bytes(raw)
    with pytest.raises(
        FileProblem, match=r"^volume\.nii should hold one number for each voxel, but it holds something"
    ):
        open_content(tmp_path / "volume.nii")
