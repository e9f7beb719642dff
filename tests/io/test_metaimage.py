"""MetaImage as SimpleITK and hand-written headers have it: every voxel where the same NIfTI puts it."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813  as everybody calls it

from segdiff.errors import FileProblem
from segdiff.io.content import Content
from segdiff.io.opening import open_content
from tests.io.files import lopsided_volume, write_nifti

VOLUME = lopsided_volume()
HEADER = """ObjectType = Image
NDims = 3
BinaryData = True
BinaryDataByteOrderMSB = False
CompressedData = False
TransformMatrix = 1 0 0 0 1 0 0 0 1
Offset = -10 -20 30
ElementSpacing = 0.5 0.7 3
DimSize = 5 4 3
ElementType = MET_SHORT
ElementDataFile = LOCAL
"""


def changed(**fields: str | None) -> str:
    """The header with other values; ``None`` takes a field away, and a new one comes first."""
    header = HEADER
    for name, value in fields.items():
        line = "" if value is None else f"{name} = {value}\n"
        header, found = re.subn(rf"(?m)^{name} = .*\n", line, header)
        header = header if found else line + header
    return header


def written(path: Path, header: str, data: bytes = VOLUME.tobytes()) -> Content:
    path.write_bytes(header.encode() + data)
    return open_content(path)


def expected(tmp_path: Path) -> Content:
    return open_content(write_nifti(tmp_path / "expected.nii", VOLUME))


def check_same(content: Content, other: Content) -> None:
    assert content.grid is not None
    assert other.grid is not None
    assert content.grid.difference_from(other.grid) is None
    assert content.has_position == other.has_position
    np.testing.assert_array_equal(content.voxels, other.voxels)


def image_of(array: np.ndarray, **kind: bool) -> sitk.Image:
    image = sitk.GetImageFromArray(array, **kind)
    image.SetSpacing((0.5, 0.7, 3.0)[: image.GetDimension()])
    image.SetOrigin((-10.0, -20.0, 30.0)[: image.GetDimension()])
    return image


@pytest.mark.parametrize("compressed", [True, False])
@pytest.mark.parametrize("name", ["a.mha", "a.mhd"])
def test_what_simpleitk_writes(name: str, compressed: bool, tmp_path: Path) -> None:
    sitk.WriteImage(image_of(VOLUME), str(tmp_path / name), useCompression=compressed)
    content = open_content(tmp_path / name)
    check_same(content, expected(tmp_path))
    assert content.notices == ()


@pytest.mark.parametrize("order", ["LPS", "RAS", "PSR", "IAL", "SRA", "PIR"])
def test_every_order_and_sense_of_axes_agrees_with_simpleitk_as_nifti(order: str, tmp_path: Path) -> None:
    oriented = sitk.DICOMOrient(image_of(VOLUME), order)
    for name in ("a.mha", "a.nii"):
        sitk.WriteImage(oriented, str(tmp_path / name))
    content = open_content(tmp_path / "a.mha")
    check_same(content, open_content(tmp_path / "a.nii"))
    np.testing.assert_array_equal(content.voxels, VOLUME)
    assert content.notices == ()


def test_oblique(tmp_path: Path) -> None:
    image = image_of(VOLUME)
    turn = sitk.Euler3DTransform((0, 0, 0), 0.3, -0.2, 0.5)
    image.SetDirection(turn.GetMatrix())
    for name in ("a.mha", "a.nii"):
        sitk.WriteImage(image, str(tmp_path / name))
    check_same(open_content(tmp_path / "a.mha"), open_content(tmp_path / "a.nii"))


def test_a_sheared_matrix_which_itk_refuses(tmp_path: Path) -> None:
    content = written(tmp_path / "a.mha", changed(TransformMatrix="1 0 0 0.2 1 0 0 0 1"))
    sheared = np.array([[-0.5, -0.14, 0, 10], [0, -0.7, 0, 20], [0, 0, 3, 30], [0, 0, 0, 1]])
    check_same(content, open_content(write_nifti(tmp_path / "a.nii", VOLUME, sheared)))


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("MET_CHAR", "i1"), ("MET_UCHAR", "u1"), ("MET_USHORT", "u2"), ("MET_INT", "i4"), ("MET_UINT", "u4"),
        ("MET_LONG", "i4"), ("MET_ULONG", "u4"), ("MET_LONG_LONG", "i8"), ("MET_ULONG_LONG", "u8"),
        ("MET_FLOAT", "f4"), ("MET_DOUBLE", "f8"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("order", ["<", ">"])
def test_types_and_byte_orders(word: str, kind: str, order: str, tmp_path: Path) -> None:
    header = changed(ElementType=word, BinaryDataByteOrderMSB="True" if order == ">" else "False")
    content = written(tmp_path / "a.mha", header, VOLUME.astype(order + kind).tobytes())
    assert content.voxels.dtype == np.dtype(kind)
    np.testing.assert_array_equal(content.voxels, VOLUME)
    theirs = sitk.GetArrayFromImage(sitk.ReadImage(str(tmp_path / "a.mha")))
    np.testing.assert_array_equal(theirs, VOLUME)


CHANNELS = np.stack([VOLUME, VOLUME[::-1]])


def test_interleaved_channels(tmp_path: Path) -> None:
    sitk.WriteImage(image_of(np.moveaxis(CHANNELS, 0, -1), isVector=True), str(tmp_path / "a.mha"))
    np.testing.assert_array_equal(open_content(tmp_path / "a.mha").voxels, CHANNELS)
    np.testing.assert_array_equal(open_content(tmp_path / "a.mha#2").voxels, CHANNELS[1])


def test_volumes_one_after_another(tmp_path: Path) -> None:
    header = changed(
        NDims="4", DimSize="5 4 3 2", ElementSpacing="0.5 0.7 3 2", Offset="-10 -20 30 0",
        TransformMatrix="1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1",
    )  # fmt: skip
    content = written(tmp_path / "a.mha", header, CHANNELS.tobytes())
    np.testing.assert_array_equal(content.voxels, CHANNELS)
    assert content.has_position
    check_same(written(tmp_path / "a.mha", header.replace("5 4 3 2", "5 4 3 1")), expected(tmp_path))


@pytest.mark.parametrize("channels", [3, 4])
def test_a_colour_picture(channels: int, tmp_path: Path) -> None:
    colours = np.arange(20 * channels, dtype=np.uint8).reshape(4, 5, channels)
    sitk.WriteImage(image_of(colours, isVector=True), str(tmp_path / "a.mha"))
    content = open_content(tmp_path / "a.mha")
    assert content.is_colour
    assert content.grid is not None
    assert content.grid.spacing_mm == (0.7, 0.5)
    np.testing.assert_array_equal(content.voxels, colours[..., :3])


def test_numbers_written_out(tmp_path: Path) -> None:
    digits = " ".join(str(number) for number in VOLUME.reshape(-1)).encode()
    check_same(written(tmp_path / "a.mha", changed(BinaryData="False"), digits), expected(tmp_path))


@pytest.mark.parametrize(("header_size", "before"), [("7", b"1234567"), ("-1", b"whatever")])
def test_what_comes_before_the_voxels(header_size: str, before: bytes, tmp_path: Path) -> None:
    (tmp_path / "b.raw").write_bytes(before + VOLUME.tobytes())
    header = changed(ElementDataFile="b.raw", HeaderSize=header_size)
    check_same(written(tmp_path / "a.mhd", header, b""), expected(tmp_path))


def test_voxels_beside_the_header(tmp_path: Path) -> None:
    (tmp_path / "b.zraw").write_bytes(zlib.compress(VOLUME.tobytes()))
    header = changed(ElementDataFile="b.zraw", CompressedData="True")
    check_same(written(tmp_path / "a.mhd", header, b""), expected(tmp_path))
    (tmp_path / "b.zraw").unlink()
    with pytest.raises(
        FileProblem, match=r"^a\.mhd keeps its voxels in a file called 'b\.zraw', which is not beside it"
    ):
        open_content(tmp_path / "a.mhd")


@pytest.mark.parametrize("value", ["LIST", "LIST 2", "slice%03d.raw 1 3 1"])
def test_voxels_in_several_files(value: str, tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"^a\.mhd spreads its voxels over several files; save it as .*\.$"):
        written(tmp_path / "a.mhd", changed(ElementDataFile=value), b"")


def test_arrays_that_programs_save_that_know_of_no_place(tmp_path: Path) -> None:
    sitk.WriteImage(sitk.GetImageFromArray(VOLUME), str(tmp_path / "a.mha"))
    content = open_content(tmp_path / "a.mha")
    assert content.grid is not None
    assert not content.has_position
    assert not written(tmp_path / "a.mha", changed(Offset=None)).has_position
    assert written(tmp_path / "a.mha", changed(ElementSpacing=None)).grid is None


def test_older_names_of_fields(tmp_path: Path) -> None:
    header = HEADER.replace("TransformMatrix", "Rotation").replace("Offset", "Position")
    header = header.replace("ElementSpacing", "ElementSize").replace("BinaryData", "ElementData")
    check_same(written(tmp_path / "a.mha", header), expected(tmp_path))


@pytest.mark.parametrize(
    ("letters", "matrix", "agrees"),
    [
        ("RAI", "1 0 0 0 1 0 0 0 1", True),
        ("LPS", "1 0 0 0 1 0 0 0 1", True),
        ("???", "1 0 0 0 1 0 0 0 1", True),
        ("LAI", "-1 0 0 0 1 0 0 0 1", True),
        ("AIL", "0 1 0 0 0 1 -1 0 0", True),
        ("LAI", "1 0 0 0 1 0 0 0 1", False),
        ("LAS", None, False),
    ],
)
def test_the_matrix_wins_over_letters(letters: str, matrix: str | None, agrees: bool, tmp_path: Path) -> None:
    """Whoever reads such a file by ITK sees what the matrix says."""
    content = written(tmp_path / "a.mha", changed(AnatomicalOrientation=letters, TransformMatrix=matrix))
    assert content.grid is not None
    assert bool(content.notices) != agrees
    theirs = sitk.ReadImage(str(tmp_path / "a.mha"))
    for index in ((0, 0, 0), (2, 3, 4)):
        ours = content.grid.file_index(index)
        assert content.grid.index_to_world(index) == pytest.approx(theirs.TransformIndexToPhysicalPoint(ours))


def test_a_scale_that_itk_does_not_apply_either_is_told(tmp_path: Path) -> None:
    content = written(tmp_path / "a.mha", changed(ElementToIntensityFunctionSlope="2"))
    np.testing.assert_array_equal(content.voxels, VOLUME)
    assert content.notices == ("The scale of intensities in a.mha was not applied, as ITK does not apply it either.",)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"DimSize": None}, "The header of a.mha is damaged: it does not give DimSize."),
        ({"DimSize": "5 4"}, "The header of a.mha is damaged: it gives sizes of 5 × 4."),
        ({"DimSize": "5 -4 3"}, "The header of a.mha is damaged: it gives sizes of 5 × -4 × 3."),
        ({"DimSize": "5 x 3"}, "The header of a.mha is damaged: its DimSize is '5 x 3'."),
        ({"Offset": "0 nan 0"}, "The header of a.mha is damaged: its Offset is '0 nan 0'."),
        ({"TransformMatrix": "1 0 0"}, "The header of a.mha is damaged: its TransformMatrix has 3 numbers."),
        ({"HeaderSize": "-2"}, "The header of a.mha is damaged: it skips -2 bytes."),
        ({"ObjectType": "Tube"}, "a.mha should hold an image or mask, but it holds another kind of object (Tube)."),
        (
            {"ElementType": "MET_STRING"},
            "a.mha should hold one number for each voxel, but it holds something else (MET_STRING).",
        ),
        ({"ElementNumberOfChannels": "-2"}, "a.mha holds no voxels: its size is 0 × 5 × 4 × 3."),
        (
            {"DimSize": "5 4 4"},
            "a.mha promises 160 bytes of values but can hold 120 bytes; it was cut off or is damaged.",
        ),
    ],
)
def test_damage(fields: dict[str, str | None], said: str, tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        written(tmp_path / "a.mha", changed(**fields))
    assert str(caught.value) == said


@pytest.mark.parametrize("name", ["a.raw", "a.zraw"])
def test_the_voxels_alone_lead_to_their_header(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(VOLUME.tobytes())
    with pytest.raises(FileProblem, match=rf"^{name} is in no format that segdiff reads"):
        open_content(tmp_path / name)
    written(tmp_path / "a.mhd", changed(ElementDataFile=name), b"")
    with pytest.raises(FileProblem) as caught:
        open_content(tmp_path / name)
    assert str(caught.value) == f"{name} holds the voxels of a.mhd and no header; open a.mhd instead."
