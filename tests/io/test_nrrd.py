"""NRRD as pynrrd, SimpleITK and hand-written headers have it: every voxel where the same NIfTI puts it."""

from __future__ import annotations

import bz2
import gzip
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813  as everybody calls it
from numpy.typing import NDArray

from segdiff.errors import FileProblem
from segdiff.io.content import Content
from segdiff.io.opening import open_content
from tests.io.files import lopsided_volume, write_nifti, write_nrrd

VOLUME = lopsided_volume()
LPS_STEPS = np.array([[0.5, 0, 0], [0, 0.7, 0], [0, 0, 3]])
LPS_ORIGIN = np.array([-10.0, -20.0, 30.0])
"""What PLACED says, in left, posterior and superior."""

HEADER = """NRRD0005
type: short
dimension: 3
sizes: 5 4 3
endian: little
encoding: raw
"""
PLACE = """space: left-posterior-superior
space directions: (0.5,0,0) (0,0.7,0) (0,0,3)
space origin: (-10,-20,30)
"""


def written(path: Path, header: str, data: bytes) -> Content:
    path.write_bytes(header.encode() + b"\n" + data)
    return open_content(path)


def expected(tmp_path: Path) -> Content:
    return open_content(write_nifti(tmp_path / "expected.nii", VOLUME))


def check_same(content: Content, other: Content) -> None:
    assert content.grid is not None
    assert other.grid is not None
    assert content.grid.difference_from(other.grid) is None
    assert content.has_position == other.has_position
    np.testing.assert_array_equal(content.voxels, other.voxels)


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [("raw", bytes), ("gzip", gzip.compress), ("gz", gzip.compress), ("bzip2", bz2.compress), ("bz2", bz2.compress)],
)
@pytest.mark.parametrize("endian", ["little", "big"])
def test_encodings_and_byte_orders(
    encoding: str, packed: Callable[[bytes], bytes], endian: str, tmp_path: Path
) -> None:
    header = HEADER.replace("little", endian).replace("raw", encoding) + PLACE
    content = written(
        tmp_path / "a.nrrd", header, packed(VOLUME.astype(f"{(endian[0] == 'l' and '<') or '>'}i2").tobytes())
    )
    check_same(content, expected(tmp_path))


@pytest.mark.parametrize("word", ["ascii", "text", "txt", "ASCII"])
def test_numbers_written_out(word: str, tmp_path: Path) -> None:
    header = HEADER.replace("raw", word).replace("endian: little\n", "") + PLACE
    digits = "\n".join(" ".join(str(number) for number in row) for row in VOLUME.reshape(-1, 5))
    check_same(written(tmp_path / "a.nrrd", header, digits.encode()), expected(tmp_path))


def test_too_few_numbers_written_out(tmp_path: Path) -> None:
    header = HEADER.replace("raw", "ascii")
    with pytest.raises(FileProblem, match=r"^a\.nrrd should hold 60 numbers, but it holds 59\.$"):
        written(tmp_path / "a.nrrd", header, b"11 " * 59)
    with pytest.raises(FileProblem, match=r"^a\.nrrd promises 119 bytes of values but can hold 20 bytes"):
        written(tmp_path / "a.nrrd", header, b"1 " * 10)


@pytest.mark.parametrize(
    ("space", "signs"),
    [
        ("left-posterior-superior", (1, 1, 1)),
        ("LPS", (1, 1, 1)),
        ("right-anterior-superior", (-1, -1, 1)),
        ("RAS", (-1, -1, 1)),
        ("left-anterior-superior", (1, -1, 1)),
        ("LAS", (1, -1, 1)),
    ],
)
def test_spaces_of_the_patient(space: str, signs: tuple[int, int, int], tmp_path: Path) -> None:
    fields = {"space": space, "space directions": LPS_STEPS * signs, "space origin": LPS_ORIGIN * signs}
    write_nrrd(tmp_path / "a.nrrd", VOLUME.T, fields)
    check_same(open_content(tmp_path / "a.nrrd"), expected(tmp_path))


@pytest.mark.parametrize("space", ["space: scanner-xyz", "space: 3D-right-handed", "space dimension: 3"])
def test_spaces_without_a_patient_give_a_size_and_no_position(space: str, tmp_path: Path) -> None:
    place = PLACE.replace("space: left-posterior-superior", space)
    content = written(tmp_path / "a.nrrd", HEADER + place, VOLUME.tobytes())
    assert content.grid is not None
    assert content.grid.spacing_mm == (3, 0.7, 0.5)
    assert not content.has_position
    np.testing.assert_array_equal(content.voxels, VOLUME)


def test_spacings_alone(tmp_path: Path) -> None:
    content = written(tmp_path / "a.nrrd", HEADER + "spacings: 0.5 0.7 3\n", VOLUME.tobytes())
    assert content.grid is not None
    assert content.grid.spacing_mm == (3, 0.7, 0.5)
    assert not content.has_position


def test_nothing_said_is_a_bare_array(tmp_path: Path) -> None:
    content = written(tmp_path / "a.nrrd", HEADER, VOLUME.tobytes())
    assert content.grid is None
    np.testing.assert_array_equal(content.voxels, VOLUME)


def test_without_an_origin_there_is_no_position(tmp_path: Path) -> None:
    place = PLACE.replace("space origin: (-10,-20,30)\n", "")
    assert not written(tmp_path / "a.nrrd", HEADER + place, VOLUME.tobytes()).has_position


def test_an_origin_of_zero_along_the_world_is_what_programs_write_that_know_nothing(tmp_path: Path) -> None:
    place = PLACE.replace("(-10,-20,30)", "(0,0,0)")
    assert not written(tmp_path / "a.nrrd", HEADER + place, VOLUME.tobytes()).has_position


def test_micrometres(tmp_path: Path) -> None:
    place = PLACE.replace("(0.5,0,0) (0,0.7,0) (0,0,3)", "(500,0,0) (0,700,0) (0,0,3000)")
    place = place.replace("(-10,-20,30)", "(-10000,-20000,30000)") + 'space units: "um" "um" "um"\n'
    content = written(tmp_path / "a.nrrd", HEADER + place, VOLUME.tobytes())
    check_same(content, expected(tmp_path))
    assert content.notices == ("a.nrrd does not give lengths in millimetres; they were turned into them.",)


def turned(degrees: float) -> NDArray[np.float64]:
    angle = np.radians(degrees)
    return np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]])


@pytest.mark.parametrize("shear", [0.0, 0.3])
def test_oblique_and_sheared_directions(shear: float, tmp_path: Path) -> None:
    steps = LPS_STEPS @ turned(25) + np.array([[0, 0, 0], [shear, 0, 0], [0, 0, 0]])
    fields = {"space": "LPS", "space directions": steps, "space origin": LPS_ORIGIN}
    write_nrrd(tmp_path / "a.nrrd", VOLUME.T, fields)
    affine = np.eye(4)
    affine[:3, :3], affine[:3, 3] = steps.T, LPS_ORIGIN
    ras = np.diag([-1.0, -1, 1, 1]) @ affine
    check_same(open_content(tmp_path / "a.nrrd"), open_content(write_nifti(tmp_path / "a.nii", VOLUME, ras)))


def test_every_order_and_sense_of_axes_agrees_with_simpleitk_as_nifti(tmp_path: Path) -> None:
    image = sitk.GetImageFromArray(VOLUME)
    image.SetSpacing((0.5, 0.7, 3.0))
    image.SetOrigin(LPS_ORIGIN.tolist())
    for order in ("LPS", "RAS", "PSR", "IAL", "SRA", "PIR"):
        oriented = sitk.DICOMOrient(image, order)
        for name in ("a.nrrd", "a.nii"):
            sitk.WriteImage(oriented, str(tmp_path / name))
        check_same(open_content(tmp_path / "a.nrrd"), open_content(tmp_path / "a.nii"))
        np.testing.assert_array_equal(open_content(tmp_path / "a.nrrd").voxels, VOLUME)


CHANNELS = np.stack([VOLUME, VOLUME[::-1], VOLUME[:, ::-1], VOLUME + 1000])


@pytest.mark.parametrize("axis", [0, 1, 2, 3])
@pytest.mark.parametrize("said_by", ["direction", "kind"])
def test_channels_on_any_axis(axis: int, said_by: str, tmp_path: Path) -> None:
    """The axis counted as the file does, fastest first."""
    stored = np.moveaxis(CHANNELS.transpose(0, 3, 2, 1), 0, axis)
    kinds, steps, spacings = ["domain"] * 3, list(LPS_STEPS), [0.5, 0.7, 3.0]
    kinds.insert(axis, "list" if axis else "vector")
    if said_by == "direction":
        steps.insert(axis, np.full(3, np.nan))
        fields = {"space": "LPS", "space directions": np.array(steps), "space origin": LPS_ORIGIN, "kinds": kinds}
    else:
        spacings.insert(axis, np.nan)
        fields = {"spacings": spacings, "kinds": kinds}
    write_nrrd(tmp_path / "a.nrrd", stored, fields)
    content = open_content(tmp_path / "a.nrrd")
    assert content.grid is not None
    assert content.grid.spacing_mm == (3, 0.7, 0.5)
    assert content.has_position == (said_by == "direction")
    np.testing.assert_array_equal(content.voxels, CHANNELS)
    np.testing.assert_array_equal(open_content(tmp_path / "a.nrrd#2").voxels, CHANNELS[1])
    with pytest.raises(FileProblem, match=r"^a\.nrrd holds 4 volumes, #1 to #4, and no #5\.$"):
        open_content(tmp_path / "a.nrrd#5")


def test_an_axis_of_one_that_is_not_of_space_is_no_matter(tmp_path: Path) -> None:
    steps = np.vstack([np.full(3, np.nan), LPS_STEPS])
    fields = {"space": "LPS", "space directions": steps, "space origin": LPS_ORIGIN}
    write_nrrd(tmp_path / "a.nrrd", VOLUME.T[None], fields)
    check_same(open_content(tmp_path / "a.nrrd"), expected(tmp_path))


def test_two_axes_that_are_not_of_space(tmp_path: Path) -> None:
    header = HEADER.replace("3\n", "4\n", 1).replace("5 4 3", "5 3 2 2") + "kinds: domain domain list list\n"
    with pytest.raises(
        FileProblem, match=r"^a\.nrrd has 2 axes that are not of space \(5 × 3 × 2 × 2\), and one at most"
    ):
        written(tmp_path / "a.nrrd", header, VOLUME.tobytes())


def test_a_picture(tmp_path: Path) -> None:
    write_nrrd(tmp_path / "a.nrrd", VOLUME[0].T, {"spacings": [0.5, 0.7]})
    content = open_content(tmp_path / "a.nrrd")
    assert content.grid is not None
    assert content.grid.spacing_mm == (0.7, 0.5)
    np.testing.assert_array_equal(content.voxels, VOLUME[0])


@pytest.mark.parametrize("spatial", [2, 3])
def test_colours(spatial: int, tmp_path: Path) -> None:
    colours = np.arange(120, dtype=np.uint8).reshape(4, 5, 2, 3)[: 4 if spatial == 3 else 1]
    colours = colours if spatial == 3 else colours[0]
    fields = {"kinds": ["RGB-color", *["domain"] * spatial], "spacings": [np.nan, 0.5, 0.7, 3.0][: spatial + 1]}
    write_nrrd(tmp_path / "a.nrrd", colours.T, fields)
    content = open_content(tmp_path / "a.nrrd")
    assert content.is_colour
    np.testing.assert_array_equal(content.voxels, colours)


def test_voxels_beside_the_header(tmp_path: Path) -> None:
    header = HEADER + PLACE + "data file: b.raw\n"
    (tmp_path / "b.raw").write_bytes(VOLUME.tobytes())
    check_same(written(tmp_path / "a.nhdr", header, b""), expected(tmp_path))
    elsewhere = header.replace("b.raw", "C:\\scans\\b.raw")
    check_same(written(tmp_path / "a.nhdr", elsewhere, b""), expected(tmp_path))
    (tmp_path / "b.raw").unlink()
    with pytest.raises(FileProblem) as caught:
        open_content(tmp_path / "a.nhdr")
    assert str(caught.value) == (
        "a.nhdr keeps its voxels in a file called 'b.raw', which is not beside it; put both into one folder."
    )


@pytest.mark.parametrize("value", ["LIST", "list 2", "LIST\nfirst\nsecond\nthird", "slice%03d.raw 1 3 1"])
def test_voxels_in_several_files(value: str, tmp_path: Path) -> None:
    with pytest.raises(
        FileProblem, match=r"^a\.nhdr spreads its voxels over several files; save it as a single .nrrd\.$"
    ):
        written(tmp_path / "a.nhdr", HEADER + f"data file: {value}\n", b"")


@pytest.mark.parametrize(
    "skip", ["line skip: 2\n", "byte skip: 8\n", "byte skip: -1\n", "line skip: 1\nbyte skip: 4\n"]
)
def test_what_comes_before_the_voxels(skip: str, tmp_path: Path) -> None:
    check_same(
        written(tmp_path / "a.nrrd", HEADER + PLACE + skip, b"abc\ndef\n" + VOLUME.tobytes()), expected(tmp_path)
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"sizes: 5 4 3\n": ""}, "it does not give the sizes of its voxels."),
        ({"endian: little\n": ""}, "it does not say in which order the bytes stand."),
        ({"sizes: 5 4 3": "sizes: 5 4"}, "it gives sizes of 5 × 4."),
        ({"5 4 3": "5 -4 3"}, "it gives sizes of 5 × -4 × 3."),
        ({"encoding: raw": "encoding: raw\nbyte skip: -7"}, "it skips -7 bytes."),
    ],
)
def test_damaged_headers(changes: dict[str, str], said: str, tmp_path: Path) -> None:
    header = HEADER
    for old, new in changes.items():
        header = header.replace(old, new)
    with pytest.raises(FileProblem, match=rf"^The header of a\.nrrd is damaged: {re.escape(said)}$"):
        written(tmp_path / "a.nrrd", header, VOLUME.tobytes())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"short": "block"}, "a.nrrd should hold one number for each voxel, but it holds something else (block)."),
        ({"raw": "hex"}, "a.nrrd is encoded as 'hex', which is not read; save it raw or with gzip."),
        (
            {"5 4 3": "5 4 4"},
            "a.nrrd promises 160 bytes of values but can hold 120 bytes; it was cut off or is damaged.",
        ),
        ({"NRRD0005": "NRRD0009"}, "a.nrrd cannot be read: it seems to be a damaged NRRD file."),
    ],
)
def test_what_is_not_read(changes: dict[str, str], said: str, tmp_path: Path) -> None:
    header = HEADER
    for old, new in changes.items():
        header = header.replace(old, new)
    with pytest.raises(FileProblem) as caught:
        written(tmp_path / "a.nrrd", header, VOLUME.tobytes())
    assert str(caught.value) == said
